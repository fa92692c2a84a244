"""Whether the form of an outlet's name says that it is the one who was told (Slavic languages)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from letapis import outlets
from letapis.text import fold

__all__ = ["dative", "told"]

_PLURAL = ("ам", "ям")
_ADJECTIVE = ("ому", "ему", "аму", "яму", "ьому")
_SHARED = ("ой", "ей", "ай", "яй", "ій", "им", "ым", "ім")
"""Endings of adjectives that the dative shares with other cases, the nominative not among them."""
_FEMININE, _SOFT = ("а", "я"), ("ь", "я", "а")


@lru_cache(maxsize=4096)
def told(form: str, name: str) -> bool:
    """Whether ``form`` is a dative of the outlet ``name``, by any of the names it has, and of no other case.

    >>> told("Украинской правде", "Ukrainska Pravda"), told("Украинскую правду", "Ukrainska Pravda")
    (True, False)
    >>> told("Зеркалу", "Зеркало"), told("Зеркало", "Зеркало"), told("Reuters", "Reuters")
    (True, False, False)
    """
    if form[:1] < "\u0400" or form.isupper():
        return False
    outlet = outlets.by_name(name)
    names = {fold(one) for one in (*outlet.names, *outlet.cautious)} if outlet else {fold(name)}
    return dative(fold(form), names)


def dative(form: str, names: Iterable[str]) -> bool:
    """Whether the folded ``form`` is a dative of one of the folded ``names``, which are nominatives.

    >>> dative("лидскому вестнику", ["лидский вестник"]), dative("лидского вестника", ["лидский вестник"])
    (True, False)
    """
    words = form.replace(".", " ").split()
    for name in names:
        parts = name.replace(".", " ").split()
        if name != form and len(parts) == len(words) and parts[0][:2] == words[0][:2]:
            pairs = [(a, b) for a, b in zip(words, parts, strict=True) if a != b]
            if all(_able(a, b) for a, b in pairs) and any(_sure(a, b) for a, b in pairs):
                return form not in names
    return False


def _able(word: str, nominative: str) -> bool:
    return _sure(word, nominative) or word.endswith(_SHARED)


def _sure(word: str, nominative: str) -> bool:
    """Whether a word shows the dative: "газете", "вестнику", "новостям", but not "газету"."""
    if word.endswith(_ADJECTIVE) or word.endswith(_PLURAL):
        return not nominative.endswith(_PLURAL)
    if word[-1:] in ("у", "ю", "ў"):
        return not nominative.endswith(_FEMININE)
    if word.endswith(("цы", "це", "зе", "се")) or word[-1:] in ("е", "э"):
        return nominative.endswith(_FEMININE)
    return word[-1:] in ("і", "и") and nominative.endswith(_SOFT) and not _genitive(word, nominative)


def _genitive(word: str, nominative: str) -> bool:
    """Whether -и is the genitive: "правди" of "правда"; "правді" is the dative."""
    return word[-1:] == "и" and nominative.endswith(("а", "ка"))
