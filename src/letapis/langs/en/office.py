"""What English calls public offices."""

from __future__ import annotations

from letapis.langs.base.office import Office

__all__ = ["OFFICE"]

OFFICE = Office()
