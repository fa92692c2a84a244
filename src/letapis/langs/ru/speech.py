"""How Russian says that somebody said something."""

from __future__ import annotations

from letapis.langs.base.speech import Speech

__all__ = ["SPEECH"]

SPEECH = Speech()
