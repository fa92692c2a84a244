"""How Ukrainian writes dates and times."""

from __future__ import annotations

from letapis.langs.base.calendar import Calendar

__all__ = ["CALENDAR"]

CALENDAR = Calendar()
