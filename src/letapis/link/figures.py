"""Quantities that a text states: values and ranges, units, currencies, what is counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from letapis.langs.base import Language
from letapis.link.measure.bars import barred, skipped
from letapis.link.measure.currency import Which, context, prefix
from letapis.link.measure.number import Number, number
from letapis.link.measure.said import said
from letapis.link.measure.sight import DASHES, Sight, sight
from letapis.link.measure.unit import Tail, per, tail
from letapis.model import Figure, Reason
from letapis.text.stream import Stream

__all__ = ["figures"]

_DIGITS = frozenset("0123456789")
_SPELLED = frozenset({"times", "point", "game", "member", "seat", "page", "floor", "night"})
"""Units that do not make a number in words a measure."""
_FAMILIES = {"rouble", "kopeck", "dollar", "cent", "pound", "franc", "crown", "leu", "lira", "rupee", "peso"}


@dataclass(frozen=True, slots=True)
class _Read:
    """A quantity in the stream."""

    first: int
    number: Number
    tail: Tail
    qualifier: str = "exact"


def figures(
    stream: Stream,
    language: Language | None,
    taken: Sequence[tuple[int, int]] = (),
    *,
    published: date | None = None,
    home: str | None = None,
) -> list[Figure]:
    """Quantities in a text, in order; ``doc_id`` is left empty.

    All quantities in digits; those in words for people, money, time and measures. No ordinals,
    names of products, times of day, telephone, house and article numbers, scores, and nothing
    that only means many. ``taken`` are spans of dates; ``published`` and ``home`` (ISO 3166 code
    of the outlet's country) help to tell which rouble is meant. A reason ``said`` marks what
    stands in quotation marks. See ``docs/explanation/figures.md``.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> text = "Завод получил более 4,8 млрд белорусских рублей, на нём 28-летний мастер и двое учеников."
    >>> for found in figures(stream(text), langs.get("ru")):
    ...     print(found.surface, found.low, found.currency or found.unit, found.qualifier)
    более 4,8 млрд белорусских рублей 4800000000.0 BYN over
    28-летний 28.0 year exact
    двое учеников 2.0 people exact
    """
    s = sight(stream, language, taken)
    which = context(s, published, home)
    read = list(_walk(s))
    inside = said(s, [one.first for one in read], language.quotes if language else ()) if read else set()
    return [_figure(s, one, which, one.first in inside) for one in read]


def _walk(s: Sight) -> Iterator[_Read]:
    anchors, done = s.quantity.anchors, 0
    starts = [start for start, _ in s.taken]
    for at, fold in enumerate(s.stream.folds):
        digit = fold[0] in _DIGITS
        if (not digit and fold not in anchors) or at < done:
            continue
        place = bisect_right(starts, s.stream.starts[at]) - 1
        if place >= 0 and s.taken[place][1] > s.stream.starts[at]:
            continue
        if digit and (past := skipped(s, at)) > at:
            done = past
            continue
        past, one = _read(s, at, done)
        ahead = place + 1
        if one and ahead < len(starts) and s.stream.stops[one.tail.stop - 1] > starts[ahead]:
            one = None  # "50 May 2020": what is counted is the date's
        if one:
            yield one
        done = past if one or digit else done


def _read(s: Sight, at: int, done: int) -> tuple[int, _Read | None]:
    """The token to go on from, and the quantity that begins at ``at``."""
    found = number(s, at)
    if found is None or found.first < done:
        return at + 1, None
    read = _ranged(s, found)
    if read is None:
        return found.stop + 2, None
    found, after = read
    if not (_digital if found.digits else _spelled)(s, found, after):
        return found.stop if found.digits else at + 1, None
    if not after.unit and (_age(s, found, after) or (s.folds[at - 1] in s.quantity.aged and found.low < 120)):
        after = replace(after, unit="year")
    one = _qualified(s, _signed(s, _Read(found.first, found, after), done), done)
    return one.tail.stop, one if one.tail.stop <= len(s.stream.words) else None


def _digital(s: Sight, found: Number, after: Tail) -> bool:
    return prefix(s, found.first) is not None or not barred(s, found, after)


def _spelled(s: Sight, found: Number, after: Tail) -> bool:
    """Whether a number in words is one of people, money, time or another measure, or a large one."""
    word = s.folds[found.first]
    if found.vague:
        before = s.folds[found.first - 1]
        before = s.folds[found.first - 2] if before in s.calendar.of else before
        return bool(after.money) and before not in s.quantity.scales
    if found.unit:
        return True
    if after.money:
        return True
    if after.unit == "people" and after.counted:
        single = found.high == 1
        if single and s.folds[found.first - 1] in ("ни", "ні"):
            return False
        return not single or s.folds[after.counted[0]] in s.quantity.persons
    if after.unit and after.unit not in _SPELLED:
        return not (found.high == 1 and after.unit == "day" and word not in s.quantity.another)
    if found.scale >= 1000:
        return True
    return word in s.quantity.collectives


def _age(s: Sight, found: Number, after: Tail) -> bool:
    """Whether a number between commas or brackets after a name is an age ("Jane Roe, 42, said")."""
    at, stop = found.first, found.stop
    if not (found.whole and found.low < 115 and after.stop == stop and at > 1):
        return False
    named = s.words[at - 2][:1].isupper() and s.words[at - 2][1:2].islower()
    between = (s.folds[at - 1], s.folds[stop]) in ((",", ","), ("(", ")"))
    return named and between


def _ranged(s: Sight, found: Number) -> tuple[Number, Tail] | None:
    """The number as far as a range goes, and what follows it; None for a score."""
    j = found.stop
    below = s.folds[found.first - 1] in ("-", "−") and s.touches(found.first - 1)
    if s.folds[j] in DASHES and s.gap(j - 1) == s.gap(j) and not found.unit:
        end = _end(s, found, j + 1)
        if end:
            spread = _spread(found, end)
            if spread.low < spread.high:
                return spread, tail(s, end.stop, end.digits)
            if s.touches(j):
                return None
    beyond = found.vague and s.folds[found.stop] in s.calendar.of
    after = _adjectival(found) if found.unit else tail(s, found.stop + beyond, found.digits)
    for k in sorted({found.stop, after.stop}):
        if not (_leads(s, found.first, k) or (s.folds[k] in DASHES and k > j)):
            continue
        end = _end(s, found, k + 1)
        if end is None:
            continue
        later = tail(s, end.stop, end.digits)
        if k == found.stop:
            spread = _spread(found, end)
        elif (after.unit, after.money) == (later.unit, later.money):
            spread = replace(end, first=found.first, low=found.low)
        else:
            continue
        if below and later.unit == "°C":
            spread = replace(spread, low=-spread.low)
            return (spread, later) if spread.low < spread.high else (found, after)
        if spread.low < spread.high and (later.unit or later.money or k == found.stop):
            return spread, later
        if k == found.stop and not (later.unit or later.money or later.counted):
            return None
    return found, after


def _leads(s: Sight, first: int, at: int) -> bool:
    """Whether the word at ``at`` leads to the end of a range that was opened before ``first``."""
    quantity, opener = s.quantity, s.folds[first - 1]
    if opener in ("$", "€", "£", "-", "−", "+") and s.touches(first - 1):
        opener = s.folds[first - 2]
    word = s.folds[at]
    if word in quantity.joins:
        before = s.folds[at - 1]
        return opener in quantity.starts or before[:1].isdecimal() or before in quantity.cardinals
    return opener in quantity.between and word in quantity.both


def _end(s: Sight, found: Number, at: int) -> Number | None:
    """The number that ends a range, where it is written as the one that begins it."""
    mark = s.folds[at]
    if mark in ("$", "€", "£", "+", "-", "−") and found.digits and s.touches(at):
        at += 1
    if _held(s, at):
        return None
    end = number(s, at)
    if end and mark in ("-", "−"):
        end = replace(end, low=-end.low, high=-end.high)
    return end if end and end.digits == found.digits and (not end.unit or end.unit == found.unit) else None


def _adjectival(found: Number) -> Tail:
    """A measure in one word, with the noun it describes left alone."""
    if found.unit in _FAMILIES or (len(found.unit) == 3 and found.unit.isupper()):
        return Tail(found.stop, money=found.unit)
    return Tail(found.stop, found.unit)


def _spread(low: Number, high: Number) -> Number:
    """A range; words that multiply its end multiply its beginning as well ("2-3 тыс.")."""
    start = low.low
    if low.scale == 1 and high.scale > 1 and start < high.high / high.scale:
        start = round(start * high.scale, 6)
    return replace(high, first=low.first, low=start, whole=False)


def _held(s: Sight, at: int) -> bool:
    if at >= len(s.stream.words):
        return True
    start = s.stream.starts[at]
    place = bisect_right(s.taken, (start, len(s.stream.text))) - 1
    return place >= 0 and s.taken[place][1] > start


def _signed(s: Sight, one: _Read, done: int) -> _Read:
    """With the money before the number, or its minus."""
    found, at = one.number, one.first
    if at <= done:
        return one
    if (money := prefix(s, at)) and money[1] >= done:
        after = per(s, Tail(found.stop)) if one.tail.counted or one.tail.unit == "m" else one.tail
        return replace(one, first=money[1], tail=replace(after, money=money[0], unit=None))
    minus = s.folds[at - 1]
    if at and minus in s.quantity.minus:
        return replace(one, first=at - 1, number=replace(found, low=-found.low, high=-found.high))
    tight = at and minus in ("-", "−") and s.touches(at - 1) and not s.touches(at - 2)
    if tight and found.low < 0:
        return replace(one, first=at - 1)
    if tight and one.tail.unit in ("°C", "°F", "%"):
        return replace(one, first=at - 1, number=replace(found, low=-found.low, high=-found.high))
    return one


def _qualified(s: Sight, one: _Read, done: int) -> _Read:
    """With the words before and after that make it more, less or about."""
    quantity = s.quantity
    if (
        s.folds[one.first - 1] in quantity.starts | quantity.between
        and one.number.low < one.number.high
        and one.first > done
    ):
        return replace(one, first=one.first - 1)
    for phrase in quantity.before.get(s.folds[one.first - 1], ()):
        first = one.first - len(phrase)
        if first >= done and s.folds[first : one.first] == list(phrase) and not _moved(s, first):
            return replace(one, first=first, qualifier=quantity.qualifiers[phrase])
    for place in (one.number.stop, one.tail.stop):
        for phrase, meaning in quantity.followers.items():
            if s.follows(place, phrase) and not s.folds[place + len(phrase)][:1].isdecimal():
                stop = max(one.tail.stop, place + len(phrase))
                return replace(one, qualifier=meaning, tail=replace(one.tail, stop=stop))
    if s.folds[one.number.stop] == "+" and s.touches(one.number.stop - 1):
        stop = max(one.tail.stop, one.number.stop + 1)
        return replace(one, qualifier="over", tail=replace(one.tail, stop=stop))
    return one


def _moved(s: Sight, first: int) -> bool:
    """Whether a verb of change stands before "up to": it says where something went ("fell to 5")."""
    changes = s.quantity.changes
    if not changes or s.folds[first] not in s.quantity.joins:
        return False
    return any(fold.startswith(changes) for fold in s.folds[max(0, first - 5) : first])


def _figure(s: Sight, one: _Read, which: Which, inside: bool) -> Figure:
    stream, found, after = s.stream, one.number, one.tail
    start, stop = stream.starts[one.first], stream.stops[after.stop - 1]
    reasons = [
        Reason("number", found.low, stream.text[stream.starts[found.first] : stream.stops[found.stop - 1]])
    ]
    currency, unit = None, after.unit or found.unit or None
    if after.money:
        currency, how = which(after.money, after.land)
        unit = after.money if after.money in ("kopeck", "cent") or currency is None else None
        reasons.append(Reason("currency", 1.0 if currency else 0.0, how))
    if not found.digits and s.folds[found.first] in s.quantity.collectives and not unit:
        unit = "people"
    if inside:
        reasons.append(Reason("said", 1.0, "inside quotation marks"))
    counted = s.stream.cut(*after.counted) if after.counted else None
    return Figure(
        "",
        start,
        stop,
        stream.text[start:stop],
        found.low + after.more,
        (found.low if found.vague else found.high) + after.more,
        unit,
        currency,
        "over" if found.vague else one.qualifier,
        counted,
        after.per,
        score=0.9 if unit or currency or counted else 0.75,
        reasons=tuple(reasons),
    )
