"""Dates in words and figures, as pages print them beside an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from letapis import langs
from letapis.read.published import Published, published

__all__ = ["Phrase", "moment", "phrases"]

_ZONES = {
    "мск": 180, "msk": 180, "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "pt": -480, "ist": 330, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660,
}  # fmt: skip
"""Minutes east of Greenwich; ``ET`` and ``PT`` are taken as winter time, which misses by an hour at most."""
_TIME = (
    r"(?P<{0}h>\d{{1,2}})(?:[:.h]|\s?:\s?)(?P<{0}m>\d{{2}})(?::(?P<{0}s>\d{{2}}))?(?:\s?(?P<{0}p>[ap])\.?m\b\.?)?"
    r"(?:\s?Uhr)?(?:\s?\(?(?P<{0}z>[a-zмскМСК]{{2,4}}|[+-]\d{{2}}:?\d{{2}})\b\)?)?"
)
_DAY = re.compile(
    r"(?:(?<![\d:.])" + _TIME.format("a") + r"[\s,|/·•–—-]{1,6}(?:(?:on|am|le)\s)?)?"
    r"(?:(?<![\w.,:/-])(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|°|-га|-го)?\.?\s?(?:de\s|of\s|[-/])?\s?"
    r"(?P<w1>[^\W\d_]{3,15})\.?,?[\s/-]\s?(?:de\s|del\s)?(?P<y1>\d{4})(?![\d])"
    r"|(?<!\w)(?P<w2>[^\W\d_]{3,15})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s\s?(?P<y2>\d{4})(?!\d)"
    r"|(?<![\d.:-])(?P<y3>\d{4})(?P<s3>[./-])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})(?!\d)"
    r"|(?<![\d.:-])(?P<a4>\d{1,2})(?P<s4>[./-])(?P<b4>\d{1,2})(?P=s4)(?P<y4>\d{4}|\d{2}(?![\d:.]))(?![\d/])"
    r"|(?P<y5>\d{4})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일])"
    r"(?:(?:\s?г(?:\.|ода?)?|\s?р(?:\.|оку)?)?[\s,|/·•–—@T-]{0,6}(?:(?:в|у|о|а|at|um|à|alle|as|às|kl\.?|o|godz\.?|klo)\s)?"
    + _TIME.format("b")
    + r")?",
    re.IGNORECASE,
)
_AMERICAN = frozenset(["US", "PH", "CA"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date in a line of print, with where it stands there."""

    when: Published
    stated: str
    start: int
    stop: int


def phrases(line: str, language: str = "") -> Iterator[Phrase]:
    """The dates that a line names in full; those without a year, and relative ones, are left out.

    ``language`` is the page's, as in ``lang="en-US"``: it says which comes first in "05/06/2020",
    which names none where it is not known.

    >>> [found.when.local for found in phrases("Опубликовано 12 мая 2020, 14:05 (МСК)")]
    ['2020-05-12T14:05+03:00']
    >>> [found.when.local for found in phrases("May 5, 2020 9:15 PM; 05/06/2020; 3 hours ago")]
    ['2020-05-05T21:15']
    """
    for match in _DAY.finditer(line):
        found = match.groupdict()
        day = _date(found, language)
        if day is None:
            continue
        when = _at(day, found)
        if when is not None:
            yield Phrase(when, match[0].strip(" ,|/-"), match.start(), match.end())


def moment(stated: str, language: str = "") -> Published | None:
    """What a value or a printed line names: a date in a form for machines, else the first in words.

    The result's ``local`` is in ISO 8601 with the offset stated.

    >>> moment("20 траўня 2021").local, moment("2021-05-20T09:00:00+0300").local
    ('2021-05-20', '2021-05-20T09:00:00+03:00')
    >>> moment("yesterday") is None, moment("0000-00-00") is None
    (True, True)
    """
    stated = stated[:300]
    found = published(stated)
    if found is not None:
        return (
            None
            if found.precision in ("year", "month")
            else Published(found.at, _iso(found, stated), found.precision)
        )
    for phrase in phrases(stated, language):
        return phrase.when
    return None


_OFFSET = re.compile(r"\d[T ,].*?([+-])(\d{1,2}):?(\d{2})?(?::00)?(?:\[[^\]]*\])?$")


def _iso(found: Published, stated: str) -> str:
    """The moment in the offset that it was stated in."""
    match = _OFFSET.search(stated.strip())
    if found.precision in ("day", "month", "year"):
        return found.at.date().isoformat()
    offset = timedelta()
    if match is not None:
        offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0)) * (-1 if match[1] == "-" else 1)
    if abs(offset) >= timedelta(hours=24):
        return found.at.isoformat()
    return found.at.astimezone(timezone(offset)).isoformat()


def _date(found: dict[str, str | None], language: str) -> date | None:
    try:
        for word, day, year in (("w1", "d1", "y1"), ("w2", "d2", "y2")):
            if (name := found[word]) is not None:
                month = _month(name.lower(), language.lower()[:2])
                return date(int(found[year] or 0), month, int(found[day] or 0)) if month else None
        for which in ("3", "5"):
            if (stated := found["y" + which]) is not None:
                return date(int(stated), int(found["m" + which] or 0), int(found["d" + which] or 0))
        return _numbers(int(found["a4"] or 0), int(found["b4"] or 0), found, language)
    except (ValueError, OverflowError):
        return None


def _numbers(first: int, second: int, found: dict[str, str | None], language: str) -> date | None:
    """A date in figures, of which the year comes last."""
    stated = found["y4"] or ""
    year = int(stated) + (2000 if len(stated) == 2 else 0)
    if len(stated) == 2 and found["s4"] != ".":
        return None
    if found["s4"] == "." or first > 12:
        return date(year, second, first)
    if second > 12:
        return date(year, first, second)
    if first == second:
        return date(year, first, first)
    code, _, region = language.partition("-")
    if (code.lower() == "en" and not region) or not code:
        return None
    american = code.lower() == "en" and region.upper()[:2] in _AMERICAN
    return date(year, first, second) if american else date(year, second, first)


def _at(day: date, found: dict[str, str | None]) -> Published | None:
    which = "b" if found["bh"] is not None else "a" if found["ah"] is not None else ""
    now = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if not 1500 <= day.year <= 2199:
        return None
    if not which:
        return Published(now, day.isoformat(), "day")
    hour, minute = int(found[which + "h"] or 0), int(found[which + "m"] or 0)
    second = int(found[which + "s"] or 0)
    if half := found[which + "p"]:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return Published(now, day.isoformat(), "day")
    offset = _offset(found[which + "z"] or "")
    local = now.replace(hour=hour, minute=minute, second=second)
    precision = "second" if found[which + "s"] else "minute"
    written = local.isoformat(timespec="seconds" if precision == "second" else "minutes")[
        : 19 if precision == "second" else 16
    ]
    if offset is None:
        return Published(local, written, precision)
    zone = timezone(timedelta(minutes=offset))
    return Published(
        local.replace(tzinfo=zone).astimezone(UTC),
        written + local.replace(tzinfo=zone).isoformat()[-6:],
        precision,
    )


def _offset(zone: str) -> int | None:
    if zone[:1] in ("+", "-"):
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        return None if minutes >= 1440 else -minutes if zone[0] == "-" else minutes
    return _ZONES.get(zone.lower())


def _month(word: str, code: str) -> int:
    """The month of a name, 0 where it is none: of the page's language, else of any we have a file for."""
    return _named(code).get(word) or _own().get(word) or _stem(word) or 0


@cache
def _own() -> dict[str, int]:
    """Names of months in the languages we have full calendars of."""
    return {name: month for one in langs.languages() for name, month in one.calendar.months.items()}


@cache
def _stems() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (re.compile(stem), month)
        for one in langs.languages()
        if not one.calendar.months
        for month, stem in enumerate(one.months, 1)
    )


@cache
def _stem(word: str) -> int:
    found = {month for stem, month in _stems() if stem.match(word)}
    return found.pop() if len(found) == 1 else 0


@cache
def _named(code: str) -> dict[str, int]:
    """Names of months that CLDR has for a language."""
    from babel import Locale, UnknownLocaleError

    if not code.isalpha():
        return {}
    try:
        months = Locale.parse(code).months
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[use][width].items():
                found.setdefault(str(name).lower().rstrip("."), number)
    return found
