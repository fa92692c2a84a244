"""Dates that a text states, in EDTF, with what an incomplete one was reckoned from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from letapis.langs.base import Language
from letapis.link.dating.clock import timed
from letapis.link.dating.days import days, months, season, terms
from letapis.link.dating.numeric import numeric
from letapis.link.dating.resolve import value
from letapis.link.dating.scene import DASHES, Found, Part, Scene, scene
from letapis.link.dating.years import century, decade, shifted, years
from letapis.model import Date, Reason
from letapis.text.stream import Stream

__all__ = ["dates"]

_DIGITS = frozenset("0123456789")


def dates(stream: Stream, language: Language | None, published: date | None = None) -> list[Date]:
    """Dates in a text, in order; ``doc_id`` is left empty.

    Values are EDTF (ISO 8601-2, levels 0 and 1; 33 to 36 are quarters and 40 and 41 halves of a
    year, as its level 2 has them). A year that is not stated is the one nearest to ``published``;
    without that it is XXXX. Weekdays, "yesterday", and months without day or year are no dates
    here. See ``docs/explanation/dates.md``.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> text = "Мост закрыли 26 августа, а строили его с 2014 по 2016 год."
    >>> for found in dates(stream(text), langs.get("ru"), date(2020, 9, 1)):
    ...     print(found.surface, found.value, found.basis)
    26 августа 2020-08-26 published 2020-09-01
    с 2014 по 2016 год 2014/2016 stated
    """
    s = scene(stream, language)
    found: list[Date] = []
    before: tuple[int, int] | None = None
    for one in _walk(s, published):
        edtf, basis = value(one, published, before)
        start, stop = stream.starts[one.first], stream.stops[one.stop - 1]
        if one.start.year is not None:
            before = (one.start.year, start)
        found.append(_date(stream.text, start, stop, edtf, basis))
    return found


def _date(text: str, start: int, stop: int, edtf: str, basis: str) -> Date:
    score = 0.95 if basis == "stated" and "XXXX" not in edtf else 0.85
    reasons = (Reason("words", 1.0, text[start:stop]), Reason("basis", 1.0, basis))
    return Date("", start, stop, text[start:stop], edtf, basis, score=score, reasons=reasons)


def _walk(s: Scene, published: date | None) -> Iterator[Found]:
    """Dates in order, none overlapping another."""
    anchors, done, stop = s.calendar.anchors, 0, len(s.stream.words)
    folds, stems = s.stream.folds, s.months
    for at, fold in enumerate(folds):
        digit = fold[0] in _DIGITS
        if (not digit and fold not in anchors and not stems) or at < done:
            continue
        read = _digits(s, at, published) if digit else _worded(s, at)
        for one in read:
            if one.first < done or one.stop > stop:
                continue
            one = timed(s, _about(s, _joined(s, one, published), done), done)
            if one.stop > stop:
                continue
            done = one.stop
            yield one


def _digits(s: Scene, at: int, published: date | None) -> list[Found]:
    if found := numeric(s, at, published):
        return [found]
    if s.digits(at) is None:
        wide = century(s, at)
        return [wide] if wide else []
    if found := decade(s, at):
        return [found]
    return days(s, at) or _compound(s, at) or years(s, at)


def _worded(s: Scene, at: int) -> list[Found]:
    wide = s.calendar.compounds.get(s.folds[at])
    if wide:
        return [Found(at, at + 1, Part(wide=wide))]
    found = shifted(s, at) or season(s, at) or terms(s, at) or century(s, at) or decade(s, at)
    return [found] if found else months(s, at) or (days(s, at) if s.folds[at] in s.calendar.ordinals else [])


def _compound(s: Scene, at: int) -> list[Found]:
    """As in "январе-июле 2020 года": a range of months in one word, before its year."""
    first, dash, last = s.folds[at - 1].partition("-")
    start, end = s.calendar.months.get(first), s.calendar.months.get(last)
    if not dash or not end or (start and start >= end):
        return []
    read = years(s, at)
    if len(read) != 1 or read[0].end:
        return []
    year = read[0].start.year
    if start is None:  # "mid-August 2019"
        return [Found(at - 1, read[0].stop, Part(year=year, month=end))]
    return [Found(at - 1, read[0].stop, Part(year=year, month=start), Part(year=year, month=end))]


def _joined(s: Scene, found: Found, published: date | None) -> Found:
    """A range from ``found`` to a date that stands right after it."""
    mark, calendar = s.folds[found.stop], s.calendar
    opened = s.folds[found.first - 1] in calendar.starts
    if found.end or not (
        mark in DASHES or (mark in calendar.joins and (opened or mark not in calendar.both))
    ):
        return found
    at = found.stop + 1
    if s.folds[at] in calendar.of:
        at += 1
    fold = s.folds[at]
    read = _digits(s, at, published) if fold[:1] in _DIGITS and fold else _worded(s, at) if fold else []
    if len(read) != 1 or read[0].end or read[0].first != at or not _alike(found.start, read[0].start):
        return found
    start, end = found.start, read[0].start
    if not start.dated and end.dated and not end.wide:
        start = replace(start, year=end.year, shift=end.shift, same=end.same)
    return Found(found.first - opened, read[0].stop, start, end)


def _alike(one: Part, other: Part) -> bool:
    """Whether two points are of one grain."""
    return (one.day is None) == (other.day is None) and (one.month is None) == (other.month is None)


def _about(s: Scene, found: Found, done: int) -> Found:
    before = found.first - 1
    if before >= done and s.folds[before] in s.calendar.about:
        return replace(found, first=before, about=True)
    if s.folds[found.first] in s.calendar.about:
        return replace(found, about=True)
    return found
