"""The least that any method does: read every text once, hash its words, keep winnowed shingles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

from benchmarks.peers.method import Method, Row, Setting, texts

__all__ = ["METHODS"]

Bytes = npt.NDArray[np.uint8]


def _letters() -> Bytes:
    """What each byte is read as: 0 where it parts words, ASCII capitals as small letters.

    The first byte of the signs between U+2000 and U+2FFF (dashes, quotation marks) parts words.
    """
    table = np.zeros(256, np.uint8)
    for byte in range(256):
        if chr(byte).isalnum() or (byte >= 128 and byte != 0xE2):
            table[byte] = ord(chr(byte).lower()) if byte < 128 else byte
    return table


def _read(raw: Any, letters: Any, kept: Any) -> int:
    """One pass: letters into words (FNV-1a), three words into a shingle, of four shingles the least."""
    number = 0
    empty = np.uint64(1469598103934665603)
    word, one, two = empty, np.uint64(0), np.uint64(0)
    a = b = c = d = last = np.uint64(0)
    for at in range(len(raw)):
        letter = letters[raw[at]]
        if letter:
            word = (word ^ np.uint64(letter)) * np.uint64(1099511628211)
        elif word != empty:
            a, b, c, d = b, c, d, (word * np.uint64(3) + one) * np.uint64(5) + two
            one, two, word = word, one, empty
            least = min(min(a, b), min(c, d))
            kept[number] = least
            number += least != last
            last = least
    return number


_kernel: Callable[[Bytes, Bytes, npt.NDArray[np.uint64]], int] = njit(nogil=True)(_read)


def _prepare(rows: Sequence[Row]) -> tuple[Bytes, Bytes]:
    """All texts as one run of UTF-8, which is how they stand in a column of a table."""
    return np.frombuffer("\n".join(texts(rows)).encode(), np.uint8), _letters()


def _find(prepared: tuple[Bytes, Bytes], _setting: Setting) -> npt.NDArray[np.uint64]:
    raw, letters = prepared
    kept = np.empty(len(raw) // 2 + 1, np.uint64)
    return kept[: _kernel(raw, letters, kept)]


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {"bound": Method(_prepare, _find, _none, (Setting(),))}
