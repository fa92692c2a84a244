"""The value of a date in EDTF, and what a year that the words leave out is reckoned from."""

from __future__ import annotations

from datetime import date

from letapis.link.dating.scene import Found, Part

__all__ = ["value"]

_AHEAD = 1.25
"""A day ahead weighs so many days past: news tells more often of what has been."""
_MIDDLE = {21: (4, 15), 22: (7, 15), 23: (10, 15), 24: (1, 15)}


def value(found: Found, published: date | None, before: tuple[int, int] | None) -> tuple[str, str]:
    """EDTF (ISO 8601-2) and the basis of a date.

    ``before`` is the year of the date stated before it and the offset of that, for "of the same
    year". The year that is left out is the one that brings the date nearest to publication, and rather
    before it; it is XXXX where no publication is known.
    """
    start, basis = _point(found.start, published, before)
    if found.end:
        end, more = _point(found.end, published, before)
        start, basis = f"{start}/{end}", basis if basis != "stated" else more
    return start + ("~" if found.about else ""), basis


def _point(part: Part, published: date | None, before: tuple[int, int] | None) -> tuple[str, str]:
    if part.wide:
        return part.wide, "stated"
    year, basis = _year(part, published, before)
    text = f"{year:04d}" if year is not None else "XXXX"
    if part.code:
        return f"{text}-{part.code}", basis
    if part.month:
        text += f"-{part.month:02d}"
    if part.day:
        text += f"-{part.day:02d}"
    return text + (f"T{part.time}" if part.time else ""), basis


def _year(part: Part, published: date | None, before: tuple[int, int] | None) -> tuple[int | None, str]:
    if part.year is not None:
        return part.year, "stated"
    if part.same and before:
        return before[0], f"text at {before[1]}: {before[0]}"
    if published is None or part.same:
        return None, "stated"
    basis = f"published {published.isoformat()}"
    if part.shift is not None:
        return published.year + part.shift, basis
    if part.code and part.code > 30:
        return published.year - _gone(part.code, published.month), basis
    month, day = _MIDDLE.get(part.code or 0) or (part.month or 7, part.day or 15)
    if part.late:
        return published.year - ((month, day) >= (published.month, published.day)), basis
    return _nearest(published, month, day), basis


def _gone(code: int, month: int) -> bool:
    """Whether a quarter or half is the one before the year of publication: late ones, told of early."""
    return month <= 3 and code in (35, 36, 41)


def _nearest(published: date, month: int, day: int) -> int:
    def away(year: int) -> float:
        safe = min(day, 28) if month == 2 else min(day, 30)
        days = (date(year, month, safe) - published).days
        return days * _AHEAD if days > 0 else -days

    around = [year for year in (published.year, published.year - 1, published.year + 1) if 1 <= year <= 9999]
    fitting = [year for year in around if month != 2 or day < 29 or year % 4 == 0] or around
    return min(fitting, key=away)
