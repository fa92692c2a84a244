"""Dates in digits alone: 26.08.2020, 2020-08-26, 26/8/20, 8/26/2020."""

from __future__ import annotations

import re
from datetime import date

from letapis.link.dating.scene import Found, Part, Scene

__all__ = ["numeric"]

_ISO = re.compile(
    r"(\d{4})[-‐‑.](\d{2})[-‐‑.](\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"
)
_DOTTED = re.compile(r"(\d{1,2})[.](\d{1,2})[.](\d{4}|\d{2})(?![\d])(?!\.\d)")
_SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_SPAN = re.compile(r"(\d{1,2})\.(\d{2})\s?[-–—]\s?(\d{1,2})\.(\d{2})\.(\d{4})(?![\d.])")
_MONTH = re.compile(r"(\d{4})-(0[1-9])(?![\d-])")
_NEAR = 31
"""Days from publication within which a reading of 3/4/2020 is taken to be the one meant."""


def numeric(s: Scene, at: int, published: date | None) -> Found | None:
    """The date in digits that begins at a token; one that no calendar has is none."""
    text, start = s.stream.text, s.stream.starts[at]
    # A number that goes on to the left is no date: "1.26.08.2020", a telephone number, an address.
    if start and text[start - 1] in "./-+:" and text[start - 2 : start - 1].isdigit():
        return None
    if match := _SPAN.match(text, start):
        one = _part(int(match[5]), int(match[2]), int(match[1]))
        other = _part(int(match[5]), int(match[4]), int(match[3]))
        return Found(at, _token(s, at, match.end()), one, other) if one and other else None
    if match := _ISO.match(text, start):
        time = f"{match[4]}:{match[5]}" if match[4] and match[4] < "25" and match[5] < "60" else ""
        part = _part(int(match[1]), int(match[2]), int(match[3]), time)
    elif match := _DOTTED.match(text, start):
        part = _part(_year(match[3]), int(match[2]), int(match[1]))
        if len(match[3]) == 2 and len(match[2]) < 2:
            part = None
    elif match := _SLASHED.match(text, start):
        if match[2] == "-" and len(match[4]) == 2:
            return None
        part = _ordered(int(match[1]), int(match[3]), _year(match[4]), s.calendar.capital, published)
    elif match := _MONTH.match(text, start):
        part = Part(year=int(match[1]), month=int(match[2])) if 1900 <= int(match[1]) < 2100 else None
    else:
        return None
    return Found(at, _token(s, at, match.end()), part) if part else None


def _token(s: Scene, at: int, stop: int) -> int:
    stops = s.stream.stops
    while at < len(stops) and stops[at] < stop:
        at += 1
    return at + 1


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 60 else 1900)


def _part(year: int, month: int, day: int, time: str = "") -> Part | None:
    if not 1800 <= year < 2100:
        return None
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Part(year=year, month=month, day=day, time=time)


def _ordered(first: int, second: int, year: int, month_first: bool, published: date | None) -> Part | None:
    """Day and month of "3/4/2020": as a calendar allows, as publication suggests, as the language writes."""
    ways = [_part(year, first, second), _part(year, second, first)]
    if not month_first:
        ways.reverse()
    known = [way for way in ways if way]
    if len(known) == 2 and published:
        near = [way for way in known if abs((_date(way) - published).days) <= _NEAR]
        known = near or known
    return known[0] if known else None


def _date(part: Part) -> date:
    return date(part.year or 1, part.month or 1, part.day or 1)
