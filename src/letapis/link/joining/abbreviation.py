"""Abbreviations that a text explains, or that the first letters of a name make."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from letapis.link.joining.body import Bag
from letapis.link.joining.heap import Form, Place
from letapis.link.joining.words import lexicon, parts
from letapis.text import fold
from letapis.text.transliterate import latin

__all__ = ["learnt", "letters", "mark", "short"]

_LONGEST = 8
"""Letters of an abbreviation, at most."""
_BRACKET = 3
"""Code points between a name and the abbreviation in brackets after it, at most."""


def short(surface: str, tokens: Bag) -> bool:
    """Whether a name is one word in capitals, with or without a case ending.

    >>> [short(form, frozenset({"=abv"})) for form in ("АБВ", "АБВа", "Абв")]
    [True, True, False]
    """
    words = parts(surface)
    if len(words) != 1 or len(tokens) != 1 or next(iter(tokens))[0] != "=":
        return False
    capitals = sum(letter.isupper() for letter in words[0])
    return 1 < capitals <= _LONGEST and words[0][:capitals].isupper() and len(words[0]) - capitals < 3


def mark(surface: str) -> str:
    """The capitals of an abbreviation, in Latin letters, one a letter.

    >>> mark("ТЛПа") == mark("TLP")
    True
    """
    return "".join(latin(letter)[:1] for letter in surface if letter.isupper())


def letters(surface: str, language: str | None) -> frozenset[str]:
    """The marks that a name of several words may be abbreviated to: with and without small words.

    >>> sorted(letters("Лига дальнего и ближнего плавания", "ru"))
    ['ldbp', 'ldibp']
    """
    words = parts(surface)
    if len(words) < 2:
        return frozenset()
    idle = lexicon(language).idle
    whole = [latin(word)[:1] for word in words]
    heavy = [
        first for word, first in zip(words, whole, strict=True) if fold(word) not in idle and len(word) > 1
    ]
    return frozenset(found for found in ("".join(whole), "".join(heavy)) if 1 < len(found) <= _LONGEST)


def learnt(
    places: Sequence[Place],
    abbreviations: Container[int],
    initials: Mapping[int, frozenset[str]],
    forms: Sequence[Form],
) -> Iterator[tuple[int, int]]:
    """(abbreviation, name) where one stands right after the other, as in brackets, and the letters agree."""
    for one, other in pairwise(places):
        if not 0 < other.start - one.stop <= _BRACKET:
            continue
        for name, abbreviation in ((one, other), (other, one)):
            if abbreviation.form in abbreviations and mark(forms[abbreviation.form].surface) in initials.get(
                name.form, ()
            ):
                yield abbreviation.form, name.form
