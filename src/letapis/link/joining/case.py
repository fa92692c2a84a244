"""How much a name looks like its nominative: to choose the form that it is shown under."""

from __future__ import annotations

import re

from letapis.link.joining.words import parts
from letapis.text import fold
from letapis.text.morph import LANGUAGES, parses

__all__ = ["nominative"]

_LOOKS = (
    (
        re.compile(
            r"[сцз]ь?к(?:ой|ай|ої|ую|ого|ага|ому|аму|им|ім|ою|аю)$|(?:ого|его|ага|яга|ому|аму|ему|ої|ою|ью)$"
        ),
        0.1,
    ),
    (re.compile(r"[оаеэ]й$|[оеаы]м$|[аяіыи]х$|[аяи]ми?$"), 0.4),
    (re.compile(r"[^аеёиоуыэюяіїєь]$"), 1.0),
    (re.compile(r"[оё]$|ая$|яя$"), 0.8),
    (re.compile(r"[аяь]$"), 0.7),
)
_NAMES = frozenset({"Name", "Surn", "Patr"})
_SHORT = 4
"""Letters up to which a word says little by its ending ("Мэй", "Рим")."""


def nominative(surface: str, language: str | None, person: bool, dictionary: bool = True) -> float:
    """From 0 to 1: the chance that the words that would show another case show none.

    These are a person's first two, and the first of other names: what follows is often a genitive.
    Where no dictionary has a word, or ``dictionary`` is false, its ending is looked at.

    >>> nominative("Верховный суд Литвы", "ru", False), nominative("Верховным судом", "ru", False)
    (1.0, 0.0)
    >>> nominative("Рупар", "be", True) > nominative("Рупара", "be", True) > nominative("Рупару", "be", True)
    True
    """
    found = 1.0
    for word in parts(surface)[: 2 if person else 1]:
        found *= _word(word, language, person, dictionary)
    return found


def _word(word: str, language: str | None, person: bool, dictionary: bool) -> float:
    if language not in (*LANGUAGES, "be") or word.isupper() or word[0] < "\u0400":
        return 1.0
    readings = parses(fold(word), language) if dictionary and language else ()
    known = [one for one in readings if one.known and one.pos in ("NOUN", "ADJF")]
    if person:  # a name that is also a common word bends in its own way
        known = [one for one in known if one.tags & _NAMES]
    if known:
        return float(any("nomn" in one.tags and "plur" not in one.tags for one in known))
    low = word.lower()
    if len(word) <= _SHORT:
        return 0.5 if low[-1] in "іиыую" else 0.9
    return next((chance for look, chance in _LOOKS if look.search(low)), 0.3)
