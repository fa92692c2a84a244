"""How a language writes dates and times.

One record, filled in by ``calendar.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Calendar"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months, weekdays, words for now and then. All lower case and folded."""
