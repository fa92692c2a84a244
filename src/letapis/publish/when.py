"""Rows of a stretch of time: from a day, month or year to another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from letapis.errors import UsageError

__all__ = ["Period", "period"]

Row = dict[str, Any]

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Period(NamedTuple):
    """A stretch of days, both included; None: open on that side."""

    since: date | None = None
    until: date | None = None

    def among(self, rows: Iterable[Row]) -> tuple[list[Row], int]:
        """The rows ``published`` in it, and how many were left out since no date of theirs is known.

        The day is that of the text's own clock, where ``published_local`` says so.

        >>> from datetime import UTC, datetime
        >>> rows = [{"published": datetime(2021, 3, 9, tzinfo=UTC)}, {"published": None}]
        >>> found, undated = period("2021-03", None).among(rows)
        >>> len(found), undated
        (1, 1)
        """
        if self == (None, None):
            return list(rows), 0
        found, undated = [], 0
        for row in rows:
            day = _day(row)
            if day is None:
                undated += 1
            elif (self.since is None or self.since <= day) and (self.until is None or day <= self.until):
                found.append(row)
        return found, undated


def period(since: str | None, until: str | None) -> Period:
    """The stretch from the first day of ``since`` to the last of ``until``: days, months or years.

    Raises :class:`~letapis.errors.UsageError` for what is no date and for an end before the beginning.

    >>> period("2021", "2021-02")
    Period(since=datetime.date(2021, 1, 1), until=datetime.date(2021, 2, 28))
    """
    found = Period(_edge(since, last=False), _edge(until, last=True))
    if found.since and found.until and found.until < found.since:
        raise UsageError(f"--until {until} is before --since {since}")
    return found


def _edge(words: str | None, *, last: bool) -> date | None:
    if not words:
        return None
    match = _DAY.fullmatch(words.strip())
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise UsageError(f"“{words}” is no date; give a day, month or year, as 2021-03-09") from None


def _day(row: Row) -> date | None:
    local = _DAY.match(row.get("published_local") or "")
    if local and all(local.groups()):
        year, month, day = map(int, local.groups())
        try:
            return date(year, month, day)
        except ValueError:
            pass
    return row["published"].date() if row["published"] else None
