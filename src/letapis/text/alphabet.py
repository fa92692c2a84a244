"""What every code point is to a word, as a table that a kernel looks up."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

__all__ = ["CODE", "DROP", "HARD", "JOIN", "LETTER", "LONG", "MARK", "TOP", "alphabet"]

Codes = npt.NDArray[np.uint32]

TOP = 0x40000
"""From here on no code point is a letter or a digit."""
LETTER = 1 << 31
"""Stands in words."""
JOIN = 1 << 30
"""Joins two stretches of letters to one word."""
MARK = 1 << 29
"""An accent, which belongs to the word that it follows."""
DROP = 1 << 28
"""Left out of the folded form."""
HARD = 1 << 27
"""Canonical composition may change it, or join it to the one before."""
LONG = 1 << 26
"""Folds to several letters: the low bits are a row of the second table."""
CODE = (1 << 21) - 1
"""The low bits: the code point that it folds to."""

_JOINERS = "'’ʼ`´\u00ad\u200b\u200c\u200d\u2060"  # as in letapis.text.words, with the accents
_ACCENTS = slice(0x300, 0x370)
_JAMO = (range(0x1161, 0x1176), range(0x11A8, 0x11C3))  # vowels and finals: composed by rule


@cache
def alphabet() -> tuple[Codes, Codes]:
    """Flags and folded code point of each code point, and the folds of several letters.

    The folds are those of :func:`letapis.text.fold` for the code point alone. The second table has
    three columns, zero after the last letter of a fold. Both are read-only.

    >>> table, long = alphabet()
    >>> int(table[ord("Ё")]) == LETTER | ord("е"), int(table[ord("_")])
    (True, 0)
    >>> [chr(code) for code in long[table[ord("ß")] & CODE] if code]
    ['s', 's']
    """
    table = np.zeros(TOP, np.uint32)
    long: list[list[int]] = []
    for code, letter in enumerate(map(chr, range(TOP))):
        if letter.isalnum():
            folded = letter.casefold().replace("ё", "е")
            if len(folded) == 1:
                table[code] = LETTER | ord(folded)
            else:
                table[code] = LETTER | LONG | len(long)
                long.append([*map(ord, folded), 0][:3])
    table[list(map(ord, _JOINERS))] |= np.uint32(JOIN | DROP)
    table[_ACCENTS] |= np.uint32(JOIN | DROP | MARK | HARD)
    table[_composed()] |= np.uint32(HARD)
    rows = np.array(long, np.uint32)
    table.flags.writeable = rows.flags.writeable = False
    return table, rows


def _composed() -> list[int]:
    """Code points whose quick check for NFC is not "yes" (Unicode Standard Annex 15, section 9)."""
    found = [code for jamo in _JAMO for code in jamo]
    for code, letter in enumerate(map(chr, range(TOP))):
        parts = unicodedata.decomposition(letter)
        if parts and parts[0] != "<":
            if unicodedata.normalize("NFC", letter) != letter:
                found.append(code)
            elif " " in parts:
                found.append(int(parts.split()[1], 16))
    return found
