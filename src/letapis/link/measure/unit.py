"""What stands after a number: its unit, its money, what it counts, and what it is per."""

from __future__ import annotations

from dataclasses import dataclass, replace

from letapis.link.measure.currency import SIGNS
from letapis.link.measure.number import number
from letapis.link.measure.sight import Sight

__all__ = ["Tail", "per", "person", "plural", "tail"]

_POINTS = ("пункт", "point")
_PERCENT = ("процентн", "працэнтн", "відсотков", "percentage")
_HOURS = frozenset({"ч", "h", "г", "год", "гадз"})
_LETTERS = {"c": "°C", "с": "°C", "f": "°F"}
_DESCRIBES = ("ые", "ие", "ыя", "ія", "ські", "цькі", "зькі", "ові", "льных", "льних")
"""Endings of adjectives that no noun for people has, so that "две военные базы" are none."""
_LONGEST = 3
"""Words that may stand between a number and what it counts."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What the words after a number say of it."""

    stop: int
    unit: str | None = None
    money: str = ""
    """Code or family of the currency."""
    land: str = ""
    """The country named beside it."""
    counted: tuple[int, int] | None = None
    """Tokens of what is counted."""
    per: str | None = None
    more: float = 0.0
    """Hundredths to be added ("5 рублей 50 копеек")."""


def tail(s: Sight, at: int, digits: bool) -> Tail:
    """What the tokens from ``at`` say of the number before them."""
    if digits and s.folds[at] == "+" and s.touches(at - 1):
        at += 1
    return per(s, _sign(s, at, digits) or _named(s, at) or _noun(s, at))


def _sign(s: Sight, at: int, digits: bool) -> Tail | None:
    fold = s.folds[at]
    if fold in ("%", "‰"):
        return Tail(at + 1, fold)
    if fold in ("°", "º"):
        unit = _LETTERS.get(s.folds[at + 1])
        return Tail(at + 2, unit) if unit else Tail(at + 1, "°C")
    if fold in SIGNS and not (s.touches(at) and s.folds[at + 1][:1].isdecimal()):
        return Tail(at + 1, money=SIGNS[fold])
    if fold == "п" and s.folds[at + 1 : at + 4] == [".", "п", "."]:
        return Tail(at + 3, "pp")
    if digits and fold in s.quantity.signs and _short(s, at):
        unit = s.quantity.signs[fold]
        stop = s.stop(at + 1)
        if s.folds[stop] in ("·", "⋅", "*", "-") and s.folds[stop + 1] in _HOURS:
            return Tail(s.stop(stop + 2), unit + "h")
        if s.folds[stop] in ("²", "2") and s.touches(at):
            return Tail(stop + 1, unit + "2")
        return Tail(stop, unit)
    return None


def _short(s: Sight, at: int) -> bool:
    # "5 С" and "20 Т" are models, "5 m" in English is as often million.
    word, before = s.words[at], s.folds[at - 1]
    if before.isalpha() and before not in s.quantity.scales:
        return False
    return len(word) > 1 or word.islower()


def _named(s: Sight, at: int) -> Tail | None:
    """A unit or money in words, with an adjective or two before it."""
    quantity = s.quantity
    land, j = "", at
    for _ in range(_LONGEST):
        fold = s.folds[j]
        if money := quantity.money.get(fold):
            return _money(s, j, money, land)
        if unit := quantity.units.get(fold):
            return Tail(j + 1, unit)
        if power := quantity.powers.get(fold):
            return _power(s, j, power)
        if fold.startswith(_PERCENT) and s.folds[j + 1].startswith(_POINTS):
            return Tail(j + 2, "pp")
        here = _land(s, j)
        if not here and not _between(s, j):
            return None
        land = land or here
        j = s.stop(j + 1)
    return None


def _power(s: Sight, at: int, power: str) -> Tail:
    j = s.stop(at + 1)
    unit = s.quantity.units.get(s.folds[j]) or s.quantity.signs.get(s.folds[j])
    if unit:
        return Tail(s.stop(j + 1), unit + power)
    return Tail(j, "m" + power)


def _money(s: Sight, at: int, money: str, land: str) -> Tail:
    stop = s.stop(at + 1)
    after = "" if land else _land(s, stop)
    if after and (s.words[stop].isupper() or s.folds[stop].startswith(("стерл", "стэрл", "sterl"))):
        land, stop = after, stop + 1
    found = Tail(stop, money=money, land=land)
    if s.folds[stop][:1].isdecimal() and s.quantity.money.get(s.folds[stop + 1]) in ("kopeck", "cent"):
        small = number(s, stop)
        if small and small.low < 100 and money not in ("kopeck", "cent"):
            return replace(found, stop=s.stop(stop + 2), more=small.low / 100)
    return found


def _land(s: Sight, at: int) -> str:
    fold, lands = s.folds[at], s.quantity.lands
    if fold in ("us", "u.s"):
        return "US"
    if not fold or not fold.startswith(tuple(lands)):
        return ""
    return next(land for stem, land in lands.items() if fold.startswith(stem))


def _between(s: Sight, at: int) -> bool:
    """Whether a word may stand between a number and its unit or noun: an adjective, as far as one can see."""
    fold, word, quantity = s.folds[at], s.words[at], s.quantity
    if fold in quantity.more or _owns(s, at):
        return True
    if not word[:1].isalpha() or fold in s.function or fold in quantity.breaks:
        return False
    if quantity.adjectives:
        return fold.endswith(quantity.adjectives) and not person(s, at)
    return not plural(s, at) or word[0].isupper()


def _owns(s: Sight, at: int) -> bool:
    """Whether a word is an English genitive ("3 women's shelters")."""
    return s.words[at].endswith(("'s", "’s")) and not s.quantity.adjectives


def plural(s: Sight, at: int) -> bool:
    """Whether a word looks like a plural, in a language that has endings for it alone."""
    fold = s.folds[at]
    return fold.endswith(s.quantity.plurals or ("s",)) and not fold.endswith(("ss", "us", "is", "'s"))


def person(s: Sight, at: int) -> bool:
    """Whether a word names people."""
    fold, quantity = s.folds[at], s.quantity
    if fold in quantity.persons:
        return not _owns(s, at)
    if fold in quantity.things or len(fold) < 3 or _owns(s, at):
        return False
    if quantity.people and fold.startswith(quantity.people):
        return bool(quantity.adjectives) or plural(s, at)
    return bool(quantity.makers) and fold.endswith(quantity.makers)


def _noun(s: Sight, at: int) -> Tail:
    """What is counted: the words up to the first noun, at most three of them."""
    j = at
    for _ in range(_LONGEST):
        word = s.words[j]
        if not word[:1].isalpha() or _breaks(s, j):
            break
        if person(s, j):
            if not _described(s, j):
                return Tail(j + 1, "people", counted=(at, j + 1))
        elif not _between(s, j):
            return Tail(j + 1, counted=(at, j + 1))
        j += 1
    if s.quantity.adjectives or not s.quantity.plurals:
        # An adjective alone may be a noun ("20 раненых"); without a language nothing is known.
        return Tail(j, counted=(at, j)) if j > at and s.quantity.adjectives else Tail(at)
    first = s.words[at]
    if (
        j > at
        and first[0].islower()
        and not first.endswith(("ing", "ed"))
        and s.folds[at] not in s.quantity.breaks
    ):
        return Tail(at + 1, counted=(at, at + 1))
    return Tail(at)


def _breaks(s: Sight, at: int) -> bool:
    """Whether a word is never what is counted: a verb of being, "of", "less"."""
    if s.folds[at] in s.quantity.more:
        return False
    if s.folds[at] in s.function:
        return True
    return s.folds[at] in s.quantity.breaks or (s.folds[at],) in s.quantity.qualifiers


def _described(s: Sight, at: int) -> bool:
    """Whether a word that may name people describes the noun after it ("teenage boys", "раненых солдат")."""
    if (
        s.folds[at].endswith(_DESCRIBES)
        and s.words[at + 1][:1].islower()
        and s.folds[at + 1] not in s.function
    ):
        return s.folds[at + 1] not in s.quantity.breaks
    if not s.words[at + 1][:1].isalpha() or not person(s, at + 1):
        return False
    return not s.quantity.adjectives or s.folds[at].endswith(s.quantity.adjectives)


def per(s: Sight, found: Tail) -> Tail:
    """With what the quantity is per: "в год", "a month", "/kg"."""
    quantity, j = s.quantity, found.stop
    fold = s.folds[j]
    if fold == "/":
        unit = (
            quantity.pers.get(s.folds[j + 1]) or quantity.signs.get(s.folds[j + 1]) or _slash(s.folds[j + 1])
        )
        return replace(found, stop=j + 2, per=unit) if unit else found
    if every := quantity.every.get(fold):
        return replace(found, stop=j + 1, per=every)
    if fold in quantity.per and (unit := quantity.pers.get(s.folds[j + 1])):
        return replace(found, stop=j + 2, per=unit)
    return found


def _slash(fold: str) -> str | None:
    return {
        "ч": "hour",
        "h": "hour",
        "с": "second",
        "s": "second",
        "год": "hour",
        "г": "hour",
        "гадз": "hour",
    }.get(fold)
