"""A time stated twice, in UTC and on the clock of a place: the offset follows from both."""

from __future__ import annotations

from datetime import UTC, datetime

from letapis.read.published import Published

__all__ = ["clock"]

_FURTHEST = 14 * 60
"""Minutes: no clock is further from UTC (IANA time zone database, Pacific/Kiritimati)."""


def clock(at: datetime, local: datetime | None) -> Published:
    """The moment ``at``, with the local time as stated and the offset between both.

    ``local`` counts only where it is away from ``at`` by a number of quarters of an hour that an
    offset can have; both are precise to the second.

    >>> clock(datetime(2031, 5, 3, 10, tzinfo=UTC), datetime(2031, 5, 3, 13)).local
    '2031-05-03T13:00:00+03:00'
    """
    at = at.astimezone(UTC)
    seconds = int((local.replace(tzinfo=UTC) - at).total_seconds()) if local else 0
    minutes, rest = divmod(abs(seconds), 60)
    if rest or minutes % 15 or minutes > _FURTHEST:
        seconds = minutes = 0
    stated = (local if local and minutes else at).replace(tzinfo=None)
    sign = "-" if seconds < 0 else "+"
    return Published(at, f"{stated.isoformat()}{sign}{minutes // 60:02}:{minutes % 60:02}", "second")
