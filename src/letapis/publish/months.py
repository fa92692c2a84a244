"""When reports were published, as far as their pages say, and the months that none is known from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

__all__ = ["calendar", "dated"]

Row = dict[str, Any]

_NEAR = timedelta(days=31)
"""Copies follow a report within days: two dates further apart do not bear each other out."""
_LONG = 600
"""Months beyond which a calendar is not a newsroom's life but a wrong date."""


def dated(pages: Sequence[Row]) -> tuple[datetime | None, str]:
    """When a report came out, and what that rests on.

    The original's own date, where it survives with one; else the earliest date that another page
    bears out, for clocks are wrong now and then, and a wrong one is alone. ``pages`` have ``kind``,
    ``published`` and ``published_precision``.

    >>> day = datetime(2021, 3, 3, tzinfo=UTC)
    >>> page = {"kind": "reprint", "published": day, "published_precision": "day"}
    >>> dated([page, page | {"published": day.replace(year=2009)}])
    (None, 'its pages give dates far apart')
    >>> dated([page, page])[1]
    'the earliest date that another page bears out'
    """
    known = [p for p in pages if p["published"] is not None and p["published_precision"] != "year"]
    for page in known:
        if page["kind"] == "original":
            return page["published"], "the date of the original"
    dates = sorted(page["published"] for page in known)
    if not dates:
        return None, "no page of it has a date"
    if len(dates) == 1:
        return dates[0], "the date of its one dated page"
    for early, late in pairwise(dates):
        if late - early <= _NEAR:
            return early, "the earliest date that another page bears out"
    return None, "its pages give dates far apart"


def calendar(dates: Iterable[datetime]) -> list[Row]:
    """The months from the first date to the last, each with how many; those with none run together.

    >>> days = [datetime(2021, 11, 3, tzinfo=UTC), datetime(2022, 2, 1, tzinfo=UTC)]
    >>> [(row["from"], row["to"], row["reports"]) for row in calendar(days)]
    [('2021-11', '2021-11', 1), ('2021-12', '2022-01', 0), ('2022-02', '2022-02', 1)]
    """
    counts = Counter(12 * at.year + at.month - 1 for at in (d.astimezone(UTC) for d in dates))
    rows: list[Row] = []
    last = None
    for month in sorted(counts):
        if last is not None and 1 < month - last <= _LONG:
            rows.append(_row(last + 1, month - 1, 0))
        rows.append(_row(month, month, counts[month]))
        last = month
    return rows


def _row(first: int, last: int, reports: int) -> Row:
    return {"from": _month(first), "to": _month(last), "months": last - first + 1, "reports": reports}


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
