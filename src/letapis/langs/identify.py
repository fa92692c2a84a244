"""Which language a text is in."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from typing import Any, Protocol

from letapis.langs import languages
from letapis.text import fold, tokens

__all__ = ["identify"]

_ADDRESS = re.compile(r"(?:https?://|www\.|[@#])[^\s<>\"]+|<[^<>]{0,200}>")
"""Words of no language: addresses, handles, tags, mark-up."""
_HEAD = 3000
"""A longer text is judged by this many characters from its beginning and as many from its middle."""
_FOREIGN = 8.0
"""What a letter that a language does not have costs it, in nats."""
_COMMON = 4.0
"""What a function word of its own earns a language, in nats."""
_WORDS = 300
"""Function words are looked for in this many characters: longer texts need no such help."""
_UNKNOWN = 5.0
"""How much likelier a language must be that there is no file for."""
_SURE = 0.4
"""A share of belief below this is no answer."""
_ALONE = 0.8
"""The same for a single word, which several languages may spell alike."""
_FAINT = 1e-9
"""A share of belief below this is not followed up."""
_LETTERS = 3
"""A text with fewer letters is no evidence."""


def identify(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code of the language that ``text`` is in, and the belief in it from 0 to 1.

    The code is None where there are no letters or no language stands out: a bare number, a name
    that several languages spell alike. The judgement is naive Bayes over byte n-grams
    (py3langid, Lui and Baldwin 2012, in Barbaresi's version), corrected by the alphabet: a language
    pays for every letter that it does not have, which settles most short texts in Belarusian,
    Ukrainian and Russian. See docs/decisions/language-identification.md.

    >>> identify("Мост адкрыюць толькі ўвосень")[0]
    'be'
    >>> identify("Міст відкриють тільки восени")[0]
    'uk'
    >>> identify("Мост откроют только осенью")[0]
    'ru'
    >>> identify("2020 — 15")
    (None, 0.0)
    """
    sample = _sample(text)
    letters = Counter(char for char in sample.lower() if char.isalpha())
    if letters.total() < _LETTERS:
        return None, 0.0
    foreign = _foreign(letters)
    common = _common(sample)
    least, most = min(foreign.values()), max(common.values())
    scale = math.sqrt(len(sample.encode("utf-8", "surrogatepass")))
    beliefs: dict[str, float] = {}
    for code, share in _model().rank(sample):
        if len(code) == 2 and (share > _FAINT or code in foreign):
            nats = _COMMON * common.get(code, most) - _FOREIGN * foreign.get(code, least)
            prior = 0.0 if code in foreign else _UNKNOWN
            beliefs[code] = math.log(max(share, 1e-38)) + nats / scale - prior
    return _best(beliefs, _SURE if any(char.isspace() for char in sample.strip()) else _ALONE)


def _foreign(letters: Counter[str]) -> dict[str, int]:
    """How many Cyrillic letters each of our languages would have to borrow.

    Latin letters say nothing: every press prints foreign names with their marks, and Cyrillic
    texts are full of Latin ones.
    """
    cyrillic = {char: number for char, number in letters.items() if "\u0400" <= char <= "\u04ff"}
    total = sum(cyrillic.values())
    return {
        code: total - sum(cyrillic.get(char, 0) for char in alphabet)
        for code, alphabet in _alphabets().items()
    }


def _common(sample: str) -> dict[str, int]:
    """How many of the first words are function words of each of our languages."""
    words = [token.form for token in tokens(sample[:_WORDS])]
    return {code: sum(word in function for word in words) for code, function in _functions().items()}


def _best(beliefs: dict[str, float], sure: float) -> tuple[str | None, float]:
    code = max(sorted(beliefs), key=beliefs.__getitem__)
    share = 1 / sum(math.exp(other - beliefs[code]) for other in beliefs.values())
    return (code if share >= sure else None), round(share, 4)


def _sample(text: str) -> str:
    if len(text) > 2 * _HEAD:
        middle = len(text) // 2
        text = text[:_HEAD] + "\n" + text[middle : middle + _HEAD]
    return _ADDRESS.sub(" ", text)


class _Model(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]: ...


@cache
def _model() -> _Model:
    # py3langid brings numpy and takes a third of a second to load: only who asks for a language pays for it
    from py3langid import langid

    model: Any = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    return model  # type: ignore[no-any-return]


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    return {language.code: frozenset(language.alphabet) for language in languages()}


@cache
def _functions() -> dict[str, frozenset[str]]:
    return {language.code: frozenset(map(fold, language.function)) for language in languages()}
