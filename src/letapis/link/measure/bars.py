"""What a number is when it is no quantity: a model, a house, an article, a time, a telephone, a score."""

from __future__ import annotations

from letapis.link.measure.number import Number
from letapis.link.measure.sight import DASHES, Sight
from letapis.link.measure.unit import Tail, plural

__all__ = ["barred", "skipped"]

_GLUE = frozenset("-–/_@#:&=.\\+*~№%?")
_OPENING = frozenset('«„“"')
_CLOSING = frozenset('»”“"')
_YEARS = range(1900, 2061)


def skipped(s: Sight, at: int) -> int:
    """The token after a telephone number, a score, a time or an enumerator at ``at``; else ``at``."""
    words, start = s.words, s.stream.starts[at]
    before = s.stream.text[start - 1] if start else " "
    if before.isalnum() or (before in _GLUE and _glued(s, at, before)):
        return _past(s, at + 1) if before == "+" else at + 1
    if ":" in words[at]:
        return at + 1
    j = at + 1
    if words[at][0] == "0" and len(words[at]) > 2 and words[at].isdecimal():
        while words[j].isdecimal() and len(words[j]) < 5:
            j += 1
        return j
    groups = 1
    while (
        s.folds[j] in DASHES | {"/"} and s.touches(j - 1) and s.touches(j) and s.folds[j + 1][:1].isdecimal()
    ):
        groups, j = groups + 1, j + 2
    if groups > 2:
        return j
    j = at + 1
    while words[j].isdecimal() and len(words[j]) == len(words[at]) == 4:
        groups, j = groups + 1, j + 1
    if groups > 2:
        return j
    if (
        s.folds[at - 1] in DASHES
        and len(words[at - 2]) > 1
        and words[at - 2].isupper()
        and words[at].isdecimal()
    ):
        return at + 1  # "COVID - 19"
    if s.folds[at + 1] == "(" and s.folds[at + 2].isdecimal() and s.folds[at + 3] == ")":
        return at + 5
    if s.folds[at - 1] == "(" and s.folds[at + 1] == ")" and s.folds[at + 2][:1].isdecimal():
        return at + 3
    if (
        s.folds[at + 1] in (".", ")")
        and words[at].isdecimal()
        and len(words[at]) < 3
        and s.stream.opens_line(at)
    ):
        return at + 1
    return at


def _past(s: Sight, at: int) -> int:
    """The token after the digits and brackets of a telephone number."""
    while s.folds[at] and (s.words[at].isdecimal() or s.folds[at] in ("(", ")", "-", "–")):
        at += 1
    return at


def _glued(s: Sight, at: int, before: str) -> bool:
    """Whether the sign before a number joins it to something else, and is no dash or minus of its own."""
    if before in "-–":
        return s.touches(at - 2)
    if before == "+":
        phone = s.folds[at + 1] == "(" or s.folds[at + 1].isdecimal() or len(s.words[at]) > 6
        return s.touches(at - 2) or phone
    if before == ".":
        return s.touches(at - 2) and len(s.folds[at - 2]) < 2
    return before not in "*~" or s.touches(at - 2)


def barred(s: Sight, found: Number, after: Tail) -> bool:
    """Whether a number in digits is no quantity, for what stands around it."""
    quantity, at = s.quantity, found.first
    before = s.folds[at - 1]
    known = bool(after.unit or after.money)
    if found.unit or found.joined:
        return False
    if s.folds[found.stop] in quantity.ranks:
        return True
    if _label(s, at) and not known:
        return True
    if _clock(s, found, after):
        return True
    if known:
        return False
    if s.words[at][0] == "0" and len(s.words[at]) > 1 and found.whole:
        return True
    if found.whole and (len(s.words[at]) > 6 or found.low in _YEARS) and not _noun(s, after):
        return True
    if _house(s, at, found.stop) or _foreign(s, at) or _titled(s, at, found.stop):
        return True
    return _named(s, at, before) and not _noun(s, after)


def _label(s: Sight, at: int) -> bool:
    labels = s.quantity.labels
    j = at - 1
    for _ in range(4):
        # "статьи 342, 293 и 369": the label is that of all.
        if (s.folds[j] not in s.quantity.both and s.folds[j] != ",") or not s.folds[j - 1][:1].isdecimal():
            break
        j -= 2
    if s.folds[j] == "." and s.folds[j - 1] in labels and len(s.folds[j - 1]) <= 5:
        return True
    return s.folds[j] in labels or s.words[j] in ("№", "#")


def _clock(s: Sight, found: Number, after: Tail) -> bool:
    """Whether it is a time of day: "в 18 часов", "at 5 p.m.", "в 18.00"."""
    calendar, at = s.calendar, found.first
    if found.scale > 1 or found.low >= 25:
        return False
    before, next_ = s.folds[at - 1], s.folds[found.stop]
    if next_ in calendar.noon or (next_ in ("a", "p") and s.folds[found.stop + 2] == "m"):
        return True
    timely = before in calendar.at or before in ("до", "с", "з", "да", "after", "before", "until", "by")
    if next_ in calendar.hours and before in calendar.at and after.unit == "hour":
        return not s.quantity.qualifiers.get((before,)) or s.folds[found.stop + 1] in calendar.noon
    if next_ in calendar.hours and s.folds[found.stop + 1] in calendar.noon:
        return True
    if after.unit or after.money or not timely:
        return False
    minutes = s.words[at][-3:]
    if not found.whole and minutes[:1] in (".", ":") and minutes[1:].isdecimal() and minutes[1:] < "60":
        return True
    return bool(calendar.capital) and before == "at" and not after.counted


def _house(s: Sight, at: int, stop: int) -> bool:
    streets = s.quantity.streets
    if not streets:
        return False
    if s.quantity.adjectives:
        back = s.folds[max(0, at - 10) : at]
        return s.folds[at - 1] == "," and not streets.isdisjoint(back)
    ahead = [
        fold
        for fold, word in zip(s.folds[stop : stop + 4], s.words[stop : stop + 4], strict=True)
        if word[:1].isupper()
    ]
    return s.words[stop][:1].isupper() and not streets.isdisjoint(ahead)


def _named(s: Sight, at: int, before: str) -> bool:
    """Whether the word before a number is a name, so that they may be one ("Boeing 737")."""
    word = s.words[at - 1] if at else ""
    if not word[:1].isalpha() or before in s.function or (before,) in s.quantity.qualifiers:
        return False
    if s.quantity.adjectives and s.stream.opens_sentence(at - 1):
        return False  # "Погибли 5 из 10": a verb begins the sentence
    return word[0].isupper()


def _foreign(s: Sight, at: int) -> bool:
    """Whether a name in Latin letters stands before the number in a text of Cyrillic ("iPhone 12")."""
    word = s.words[at - 1] if at else ""
    return s.language in ("be", "ru", "uk") and word.isascii() and word.isalpha()


def _titled(s: Sight, at: int, stop: int) -> bool:
    """Whether a number ends a name in quotation marks ("Дорога 2")."""
    if s.folds[stop] not in _CLOSING or not s.folds[at - 1][:1].isalpha():
        return False
    return not _OPENING.isdisjoint(s.words[max(0, at - 5) : at - 1])


def _noun(s: Sight, after: Tail) -> bool:
    """Whether what is counted shows that the number before it is a quantity."""
    if after.counted is None:
        return False
    if s.language in ("be", "ru", "uk"):
        return not s.words[after.counted[0]][0].isupper()
    return plural(s, after.counted[1] - 1)
