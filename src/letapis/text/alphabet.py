"""What every code point is to a word, as one table that a kernel can look up."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

from letapis.text.words import DROPPED

__all__ = ["CODE", "DROP", "HARD", "JOIN", "LETTER", "LONG", "MARK", "TOP", "alphabet"]

Codes = npt.NDArray[np.uint32]

TOP = 0x40000
"""No code point from here on is a letter or a digit (Unicode 17 and before)."""
LETTER = 1 << 31
"""Stands in words."""
JOIN = 1 << 30
"""Joins two stretches of letters to one word."""
MARK = 1 << 29
"""An accent: belongs to the word that it follows, though not a letter."""
DROP = 1 << 28
"""Left out of the folded form."""
HARD = 1 << 27
"""May change with the letter before or after it (its NFC is not itself): read the word again."""
LONG = 1 << 26
"""Folds to several letters: the low bits are a row of the second table."""
CODE = (1 << 21) - 1
"""The low bits: the code point that it folds to."""


@cache
def alphabet() -> tuple[Codes, Codes]:
    """Flags and folded code point for each code point, and the folds of several letters.

    The second array has three columns, zero after the last letter of a fold. Both are read-only.

    >>> table, long = alphabet()
    >>> int(table[ord("Ё")]) == LETTER | ord("е"), int(table[ord("_")])
    (True, 0)
    >>> [chr(code) for code in long[table[ord("ß")] & CODE] if code]
    ['s', 's']
    """
    text = "".join(map(chr, range(TOP)))
    table = np.zeros(TOP, np.uint32)
    long: list[list[int]] = []
    for code, letter in enumerate(text):
        if letter.isalnum():
            folded = letter.casefold()
            if len(folded) == 1:
                table[code] = LETTER | ord(folded)
            else:
                table[code] = LETTER | LONG | len(long)
                long.append([*map(ord, folded), 0][:3])
    table[ord("ё")] = table[ord("Ё")] = LETTER | ord("е")
    table[list(map(ord, DROPPED))] |= JOIN | DROP
    table[0x300:0x370] |= MARK
    table[list(_unsettled(text))] |= HARD
    rows = np.array(long, np.uint32)
    table.flags.writeable = rows.flags.writeable = False
    return table, rows
