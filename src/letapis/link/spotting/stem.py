"""A key that the case forms of a word share, in Latin letters, so that sister languages share it too."""

from __future__ import annotations

import re
from functools import lru_cache

from letapis.text.transliterate import latin

__all__ = ["plain", "stem"]

_ENDING = re.compile(
    r"(?:iami|ami|ogo|ego|aga|iaga|omu|emu|amu|iamu|imi|oiu|eiu|aiu|iaiu|oi|ei|ai|iai|om|em|am|iam|im|"
    r"ih|ah|iah|ov|ev|au|iau|iv|aia|oe|ee|ae|uiu|iu|ia|ie|ii|i|a|e|u|o)$"
)
_TWICE = re.compile(r"([a-z])\1+")
_DROP = str.maketrans("y", "i", "'’ʼ`´\u0301\u00ad")


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """``word`` in lower-case Latin letters, doubled letters single, y as i.

    Words in Latin letters are left as they are, in lower case.

    >>> plain("Россия"), plain("Росія"), plain("Sally’s")
    ('rosia', 'rosia', "sally's")
    """
    if word[:1].isascii():
        return word.lower().replace("’", "'")
    return _TWICE.sub(r"\1", latin(word).translate(_DROP))


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """``word`` without its case ending: the same for most of its case forms. Latin words keep theirs.

    >>> {stem(form) for form in ("Гомель", "Гомелем", "Гомеля")}, stem("Tampa")
    ({'gomel'}, 'tampa')
    """
    form = plain(word)
    if word[:1].isascii():
        return form.removesuffix("'s")
    for size in (4, 3, 2, 1):
        if len(form) - size >= 3 and _ENDING.fullmatch(form[-size:]):
            return form[:-size]
    return form
