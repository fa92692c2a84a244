"""How Belarusian names people, organisations and places."""

from __future__ import annotations

from letapis.langs.base.naming import Naming

__all__ = ["NAMING"]

NAMING = Naming()
