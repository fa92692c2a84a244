"""Numbers in digits, in words, and in both ("4,8 млрд", "two and a half million", "2-3 тыс.")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from letapis.link.measure.sight import Sight
from letapis.link.numerals import digits

__all__ = ["Number", "number"]

_SPACES = frozenset(" \u00a0\u2009\u202f\u2007\u2008\u200a'")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


@dataclass(frozen=True, slots=True)
class Number:
    """A value, or two, and the tokens it stands on."""

    first: int
    stop: int
    low: float
    high: float
    digits: bool
    unit: str = ""
    """The unit that is in the word of the number itself ("28-летний", "5km")."""
    scale: float = 1.0
    """What the last words multiplied by."""
    vague: bool = False
    """A plural alone ("миллионы"): at least one."""
    whole: bool = False
    """Digits alone, without groups, decimals and words."""
    joined: bool = False
    """Whether a letter is joined to the digits."""


def number(s: Sight, at: int) -> Number | None:
    """The number that begins at a token, as long as it goes; ranges are put together elsewhere."""
    fold = s.folds[at]
    if fold[:1].isdecimal():
        return _digits(s, at)
    quantity = s.quantity
    if found := quantity.compounds.get(fold):
        return Number(at, at + 1, found[0], found[0], False, found[1])
    if pair := quantity.pairs.get(fold):
        return _scaled(s, Number(at, at + 1, *pair, False))
    if fold in quantity.half:
        return _half(s, at)
    if fold in quantity.another:
        unit = quantity.units.get(s.folds[at + 1], "")
        return Number(at, at + 1, 1, 1, False) if unit else None
    return _words(s, at)


def _digits(s: Sight, at: int) -> Number | None:
    quantity = s.quantity
    first = digits(s.folds[at], quantity.decimal)
    if first is None:
        return None
    value, whole, j, ending, more = first.value, first.whole, at + 1, first.ending, None
    if whole and not ending and value < 1000 and s.folds[at][0] != "0":
        while _grouped(s, j):
            group = digits(s.folds[j], quantity.decimal)
            if group is None or group.value >= 1000:
                break
            more = group
            value, whole, j, ending = value * 1000 + more.value, False, j + 1, more.ending
            if not more.whole:
                break
    found = Number(at, j, value, value, True, whole=whole, joined=bool(ending))
    if ending:
        return _ended(s, found, ending, more.hyphen if more else first.hyphen)
    if whole and s.folds[at + 1] == "/" and s.touches(at) and s.touches(at + 1):
        return _fraction(s, at, 0.0)
    if whole and s.folds[j + 1] == "/" and s.gap(j - 1) in _SPACES and (part := _fraction(s, j, value)):
        return replace(part, first=at)
    return _scaled(s, found)


def _fraction(s: Sight, at: int, more: float) -> Number | None:
    """A fraction of two numbers up to ten, the first the lesser ("2/3")."""
    above, below = s.words[at], s.words[at + 2]
    if not (above.isdecimal() and below.isdecimal() and s.touches(at) and s.touches(at + 1)):
        return None
    if not (len(above) < 3 and len(below) < 3 and 0 < int(above) < int(below) <= 10):
        return None
    value = more + int(above) / int(below)
    return Number(at, at + 3, value, value, True)


def _grouped(s: Sight, at: int) -> bool:
    """Whether a token goes on with the thousands of the number before it."""
    word = s.words[at]
    head = word[:3]
    return (
        s.gap(at - 1) in _SPACES
        and len(head) == 3
        and head.isdecimal()
        and not word[3:4].isdecimal()
        and (len(word) == 3 or word[3] in ".,-" or word[3].isalpha())
    )


def _ended(s: Sight, found: Number, ending: str, hyphen: bool) -> Number | None:
    """A number with letters joined to its digits; None where they make it an ordinal or a model."""
    quantity = s.quantity
    j = found.stop
    if ending in quantity.endings:
        few = found.low % 10 in (2, 3, 4)
        if ending in ("ти", "ці") and found.low < 5:
            return None
        return None if ending in s.calendar.decades and not few else _scaled(s, found)
    if ending in quantity.scales and not (hyphen and len(ending) == 1):
        by = quantity.scales[ending]
        if len(ending) > 1 or ending != "m" or _money(s, found.first) or s.folds[j] in quantity.persons:
            return _times(replace(found, stop=s.stop(j)), by)
    single = len(ending) == 1 and (hyphen or s.words[found.stop - 1][-1].isupper())
    if ending in quantity.signs and not single:
        return replace(found, unit=quantity.signs[ending])
    stem = _longest(ending, quantity.stems, bool(quantity.adjectives))
    if stem:
        return replace(found, unit=quantity.stems[stem])
    stem = _longest(ending, quantity.scaled, bool(quantity.adjectives))
    if stem:
        return _times(found, quantity.scaled[stem])
    if code := quantity.money.get(ending):
        return replace(found, unit=code)
    # "22-count", "10-балльной": what is counted is in the word itself.
    joined = hyphen and len(ending) > 3 and ending not in s.calendar.endings
    return found if joined else None


def _longest(ending: str, stems: object, inflects: bool) -> str:
    best = ""
    for stem in stems:  # type: ignore[attr-defined]
        if len(stem) > len(best) and ending.startswith(stem):
            rest = ending[len(stem) :]
            if inflects or not rest or rest[0] == "-":
                best = stem
    return best


def _money(s: Sight, at: int) -> bool:
    return s.folds[at - 1] in ("$", "€", "£", "₽", "₴", "¥")


def _times(found: Number, by: float) -> Number:
    low, high = round(found.low * by, 6), round(found.high * by, 6)
    return replace(found, low=low, high=high, scale=found.scale * by, whole=False)


def _scaled(s: Sight, found: Number) -> Number:
    """The number with "and a half" and the words that multiply it, and what these add ("1 млн 200 тыс.")."""
    quantity = s.quantity
    j = found.stop
    if value := _VULGAR.get(s.folds[j]):
        found = replace(found, stop=j + 1, low=found.low + value, high=found.high + value, whole=False)
    for phrase in quantity.halves:
        if s.follows(found.stop, phrase):
            stop = found.stop + len(phrase)
            found = replace(found, stop=stop, low=found.low + 0.5, high=found.high + 0.5, whole=False)
    for _ in range(2):
        fold = s.folds[found.stop]
        by = quantity.scales.get(fold)
        if by is None or (len(fold) == 1 and not _money(s, found.first)):
            break
        found = _times(replace(found, stop=s.stop(found.stop + 1)), by)
    return _added(s, found) if found.scale >= 1000 and found.low == found.high else found


def _added(s: Sight, found: Number) -> Number:
    fold = s.folds[found.stop]
    if not fold[:1].isdecimal() or found.low % found.scale:
        return found
    more = digits(fold, s.quantity.decimal)
    if more is None or more.ending or not more.whole or s.gap(found.stop - 1).strip():
        return found
    by = s.quantity.scales.get(s.folds[found.stop + 1], 1.0)
    if not more.value * by < found.scale or (by == 1 and found.scale > 1000):
        return found
    stop = found.stop + 1 if by == 1 else s.stop(found.stop + 2)
    total = found.low + more.value * by
    return replace(found, stop=stop, low=total, high=total)


def _half(s: Sight, at: int) -> Number | None:
    """Half of what follows: "half a million", "half an hour", "half a dozen"."""
    j = at + 1 + (s.folds[at + 1] in ("a", "an"))
    by = s.quantity.scales.get(s.folds[j])
    if by is not None and s.folds[j] not in s.quantity.vague:
        return Number(at, j + 1, by / 2, by / 2, False, scale=by)
    if j > at + 1 and s.folds[j] in s.quantity.units:
        return Number(at, j, 0.5, 0.5, False)
    return None


def _words(s: Sight, at: int) -> Number | None:
    """A number in words: hundreds, tens and ones that fall, multiplied and added up."""
    quantity = s.quantity
    total, part, last, j, scale, any_ = 0.0, 0.0, 1e18, at, 1.0, False
    while True:
        fold = s.folds[j]
        value = quantity.cardinals.get(fold)
        if fold in quantity.apart and len(s.words[j]) > len(fold):
            break
        if value is not None:
            if any_ and not _falls(last, value):
                break
            part, last, any_ = part + value, value, True
        elif (by := quantity.scales.get(fold)) is not None and len(fold) > 1:
            if not any_ and not _alone(s, at):
                return None
            if by < 1000:
                part, last = max(part, 1) * by, by
            elif scale > 1 and by >= scale:
                break
            else:
                total, part, last, scale = total + max(part, 1) * by, 0.0, by, by
            if not any_ and fold in quantity.vague:
                return Number(at, j + 1, by, by, False, scale=by, vague=True)
            any_ = True
        elif (
            fold in quantity.links
            and last >= 100
            and any_
            and quantity.cardinals.get(s.folds[j + 1], 100) < 100
        ):
            pass
        else:
            break
        j += 1
    if not any_:
        return None
    value = total + part
    found = Number(at, j, value, value, False, scale=scale)
    return _scaled(s, found) if s.folds[j] in ("с", "з", "із", "and") else _article(s, found)


def _falls(last: float, value: float) -> bool:
    """Whether a number word goes on with the one before it ("двести" — "тридцать" — "пять")."""
    if last < 20 or value != int(value) or last == 0:
        return False
    return value < 10 if last < 100 else value < 100 if last < 1000 else value < 1000


def _alone(s: Sight, at: int) -> bool:
    articles = s.quantity.articles
    if s.folds[at - 1] in s.quantity.scales or s.folds[at - 1][:1].isdecimal():
        return False
    return not articles or s.folds[at - 1] in articles or s.folds[at] in s.quantity.vague


def _article(s: Sight, found: Number) -> Number:
    """With the article that stands for one ("a million")."""
    if s.folds[found.first] in s.quantity.scales and s.folds[found.first - 1] in s.quantity.articles:
        return replace(found, first=found.first - 1)
    return found
