"""Days and months, quarters and seasons, and their ranges."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from letapis.link.dating.scene import DASHES, Found, Part, Scene
from letapis.link.dating.years import tail

__all__ = ["days", "months", "season", "terms"]


def days(s: Scene, at: int) -> list[Found]:
    """Days before their month: "26 августа", "15–18 August", "1, 3 и 5 мая", "с 1 по 5 мая"."""
    read = _row(s, at)
    if read is None:
        return []
    places, marks, j = read
    month = s.month(j)
    if month is None:
        return []
    after = s.past(j)
    year, stop = tail(s, after) or (Part(), after)
    parts = [replace(year, month=month, day=day) for _, _, day in places]
    return _several(at, stop, [(a, b) for a, b, _ in places], parts, marks)


def _row(s: Scene, at: int) -> tuple[list[tuple[int, int, int]], set[str], int] | None:
    """(first token, token after, day) of days in a row, the joints, and the token after the last."""
    read = _day(s, at)
    if read is None:
        return None
    places = [(at, read[1], read[0])]
    marks: set[str] = set()
    j = read[1]
    opened = at > 0 and s.folds[at - 1] in s.calendar.starts
    while len(places) < 6:
        word = s.folds[j]
        if s.month(j) or s.month(_skip(s, j)):
            break
        read = _day(s, j + 1)
        if read is None:
            break
        if opened and (word in s.calendar.joins or word in s.calendar.overnight):
            marks.add("join")
        elif word in DASHES or word == "," or word in s.calendar.both or word in s.calendar.joins:
            marks.add("-" if word in DASHES or (word not in s.calendar.both and word != ",") else word)
        else:
            break
        places.append((j + 1, read[1], read[0]))
        j = read[1]
    return places, marks, _skip(s, j)


def _skip(s: Scene, at: int) -> int:
    while s.folds[at] and s.folds[at] in s.calendar.of:
        at += 1
    # "26. August" in German
    return at + 1 if s.folds[at] == "." and s.months and s.month(at + 1) else at


def _day(s: Scene, at: int) -> tuple[int, int] | None:
    """A day at ``at`` in digits or as an ordinal, and the token after it."""
    if day := s.day(at):
        return day, at + 1
    ordinal = s.calendar.ordinals.get(s.folds[at])
    if ordinal is None:
        return None
    unit = s.calendar.ordinals.get(s.folds[at + 1])
    if ordinal in (20, 30) and unit and unit < 10:
        return (ordinal + unit, at + 2) if ordinal + unit < 32 else None
    return ordinal, at + 1


def _several(
    at: int, stop: int, places: list[tuple[int, int]], parts: list[Part], marks: set[str]
) -> list[Found]:
    """One date, one range, or each of several days."""
    if len(parts) == 1:
        return [Found(at, stop, parts[0])]
    rise = all((a.day or 0) < (b.day or 0) for a, b in pairwise(parts))
    next_door = len(parts) == 2 and (parts[1].day or 0) - (parts[0].day or 0) == 1
    if rise and ("-" in marks or "join" in marks or next_door):
        return [Found(at - 1 if "join" in marks else at, stop, parts[0], parts[-1])]
    found = [Found(a, b, part) for (a, b), part in zip(places, parts, strict=True)]
    found[-1] = replace(found[-1], stop=stop)
    return found


def months(s: Scene, at: int) -> list[Found]:
    """A month with what follows: "August 26, 2020", "August 15–18", "августе 2020 года"."""
    month = s.month(at)
    if month is None:
        return []
    after = s.past(at)
    if s.calendar.capital:
        j = after + (s.folds[after] == "the" and "the" in s.calendar.of)
        read = _row(s, j) if _day(s, j) else None
        if read and not _counts(s, read, j):
            return _american(s, at, month, read)
    if found := tail(s, after):
        return [Found(at, found[1], replace(found[0], month=month))]
    if s.folds[after] in DASHES or s.folds[after] in s.calendar.both or s.folds[after] in s.calendar.joins:
        last = s.month(after + 1)
        found = tail(s, s.past(after + 1)) if last and last > month else None
        if found and last:
            start, end = replace(found[0], month=month), replace(found[0], month=last)
            return [Found(at, found[1], start, end)]
    return []


def _counts(s: Scene, read: tuple[list[tuple[int, int, int]], set[str], int], at: int) -> bool:
    """Whether the number after a month counts something, so that it is no day ("in May 20 people")."""
    places, _, j = read
    return s.folds[j] in s.measured or (len(places) == 1 and s.month(j) is not None and at == 0)


def _american(
    s: Scene, at: int, month: int, read: tuple[list[tuple[int, int, int]], set[str], int]
) -> list[Found]:
    places, marks, _ = read
    # "August 26, 27 people": a comma parts the date from what follows it.
    if "," in marks and not s.calendar.both & marks:
        places, marks = places[:1], set()
    stop = places[-1][1]
    if len(places) > 1 and (s.folds[stop] in s.measured or s.month(stop)):
        places, marks, stop = places[:1], set(), places[0][1]
    year: Part = Part()
    if found := tail(s, stop):
        year, stop = found
    parts = [replace(year, month=month, day=day) for _, _, day in places]
    spans = [(a, b) for a, b, _ in places]
    spans[0] = (at, spans[0][1])
    return _several(at, stop, spans, parts, marks - {"join"} | ({"-"} if "join" in marks else set()))


def season(s: Scene, at: int) -> Found | None:
    """A season or a quarter in one word, with its year: "summer of 2020", "Q1 2020"."""
    code = s.calendar.seasons.get(s.folds[at])
    if code is None:
        return None
    if found := tail(s, at + 1):
        return Found(at, found[1], replace(found[0], code=code))
    return Found(at, at + 1, Part(code=code)) if code > 30 else None


def terms(s: Scene, at: int) -> Found | None:
    """A quarter or half of a year, as "the first quarter of 2020"; ``at`` is the word for it."""
    calendar = s.calendar
    quarter = s.folds[at] in calendar.quarters
    if not at or (not quarter and s.folds[at] not in calendar.halves):
        return None
    day = s.day(at - 1) if (s.digits(at - 1) or (0, ""))[1] or not calendar.capital else None
    number = day or s.roman(at - 1) or calendar.ordinals.get(s.folds[at - 1])
    if number is None or number > (4 if quarter else 2):
        return None
    code = (32 if quarter else 39) + number
    found = tail(s, at + 1)
    if found:
        return Found(at - 1, found[1], replace(found[0], code=code))
    if (calendar.capital and not quarter) or (calendar.business and not _business(s, at)):
        return None
    return Found(at - 1, at + 1, Part(code=code))


def _business(s: Scene, at: int) -> bool:
    return not s.calendar.business.isdisjoint(s.folds[max(0, at - 25) : at + 25])
