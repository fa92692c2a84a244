"""What a word form can be in Russian or Ukrainian: part of speech, case, number, gender, lemma.

From the dictionaries of pymorphy3 (OpenCorpora for Russian, the LanguageTool dictionary for
Ukrainian; MIT, and CC BY-SA and LGPL for the data). Words that no dictionary has are guessed by their
endings.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

__all__ = ["LANGUAGES", "Parse", "glance", "inflected", "parses"]

LANGUAGES = frozenset({"ru", "uk"})
"""Languages that there is a dictionary for."""

_LONGEST = 80
"""Characters; longer hyphenated words are read part by part, each part from the beginning."""
_BEYOND = "\u0530"
"""The first letter after the Cyrillic ones."""


class Parse(NamedTuple):
    """One reading of a word form; tags are OpenCorpora's (https://opencorpora.org/dict.php?act=gram)."""

    lemma: str
    """Lower case, nominative singular (or infinitive)."""
    pos: str
    """NOUN, ADJF, VERB, INFN, NPRO …; empty where unknown."""
    tags: frozenset[str]
    """All of its grammemes: case (nomn, gent, datv, accs, ablt, loct), sing or plur, masc, femn or
    neut, anim or inan, and Name, Surn, Patr, Geox, Orgn."""
    known: bool
    """Whether a dictionary has the word; else it is guessed."""
    score: float
    """How likely among the readings, 0 to 1."""


@lru_cache(maxsize=200_000)
def parses(word: str, language: str) -> tuple[Parse, ...]:
    """Readings of ``word``, likeliest first; empty for a language without a dictionary.

    Empty too for what is no word of these languages: of more than 80 characters, or with a letter
    that is neither Latin nor Cyrillic nor near them. About 75 µs for a word that was not asked for
    before.

    >>> first = parses("Гомеле", "ru")[0]
    >>> first.lemma, "Geox" in first.tags, "loct" in first.tags
    ('гомель', True, True)
    >>> parses("Гомелі", "be")
    ()
    """
    if language not in LANGUAGES or not _readable(word):
        return ()
    return tuple(
        Parse(
            one.normal_form,
            str(one.tag.POS or ""),
            frozenset(one.tag.grammemes),
            bool(one.is_known),
            float(one.score),
        )
        for one in _analyser(language).parse(word)
    )


def glance(word: str, language: str) -> tuple[frozenset[str], ...]:
    """Tags of the readings that the dictionary has of a lower-case ``word``, in no order; about 20 µs.

    Empty for a word that it does not have, in which ё is taken for what is written.

    >>> sorted(glance("мостом", "ru")[0] & {"NOUN", "ablt"}), glance("мостомм", "ru")
    (['NOUN', 'ablt'], ())
    """
    if language not in LANGUAGES:
        return ()
    dictionary = _analyser(language).dictionary
    found = dictionary.words.get(word.replace("’", "'")) or ()
    return tuple(_tags(language, paradigm, place) for paradigm, place in found)


@lru_cache(maxsize=50_000)
def _tags(language: str, paradigm: int, place: int) -> frozenset[str]:
    return frozenset(_analyser(language).dictionary.build_tag_info(paradigm, place).grammemes)


@lru_cache(maxsize=50_000)
def inflected(word: str, language: str, reading: int, tags: frozenset[str]) -> str | None:
    """``word``, by its ``reading`` (a number in :func:`parses`), in the form that ``tags`` ask for.

    In lower case. None where the word has no such form, or the language no dictionary.

    >>> inflected("Гомелем", "ru", 0, frozenset({"nomn"}))
    'гомель'
    """
    if language not in LANGUAGES or not _readable(word):
        return None
    found = _analyser(language).parse(word)[reading].inflect(tags)
    return str(found.word) if found else None


def _readable(word: str) -> bool:
    """Whether the dictionaries can be asked: they raise at letters without a name, and at endless words."""
    return len(word) <= _LONGEST and (word.isascii() or max(word) < _BEYOND or not _strange(word))


def _strange(word: str) -> bool:
    return any(sign >= _BEYOND and sign.isalpha() for sign in word)


@cache
def _analyser(language: str) -> Any:
    from pymorphy3 import MorphAnalyzer  # 50 ms: only when a text needs it

    return MorphAnalyzer(lang=language)
