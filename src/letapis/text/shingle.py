"""Words and shingles of many texts at once, as arrays of 64-bit hashes.

What :func:`letapis.text.tokens` does for one text, word by word, :func:`read` does for a heap of
them in two compiled passes over their UTF-8 (:mod:`letapis.text.reader`); the two agree on every
text (a test holds them together).

A shingle's hash is polynomial over the hashes of its words modulo 2⁶⁴ (M. O. Rabin, *Fingerprinting
by random polynomials*, 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from letapis.text.reader import counts, encode, fill, views

__all__ = ["Words", "read", "shingles"]

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15


@dataclass(frozen=True)
class Words:
    """The words of many texts, one after another.

    Text number *k* has the words ``bounds[k]`` up to ``bounds[k + 1]``; ``starts`` and ``stops``
    are code points of that text.
    """

    forms: Hashes
    starts: npt.NDArray[np.int32]
    stops: npt.NDArray[np.int32]
    bounds: Places


def read(texts: Sequence[str] | pa.Array) -> Words:
    """The words of ``texts`` as hashes of their folded forms, with offsets in code points.

    An Arrow array (``string`` or ``large_string``) is read where it stands; a null is an empty text.

    >>> words = read(["Рака Прыпяць", "рака, ПРЫПЯЦЬ!"])
    >>> words.bounds.tolist(), bool((words.forms[:2] == words.forms[2:]).all())
    ([0, 2, 4], True)
    >>> words.starts.tolist(), words.stops.tolist()
    ([0, 5, 0, 6], [4, 12, 4, 13])
    """
    data, offsets = views(texts if isinstance(texts, pa.Array) else encode(texts))
    bounds = np.zeros(len(offsets), np.int64)
    np.cumsum(counts(data, offsets), out=bounds[1:])
    return Words(*fill(data, offsets, bounds), bounds)


def shingles(forms: Hashes, bounds: Places, length: int = 3) -> tuple[Hashes, Places]:
    """Hashes of all runs of ``length`` words within a text, and the word each starts at.

    >>> words = read(["one two three four", "two three four", "four"])
    >>> hashes, places = shingles(words.forms, words.bounds)
    >>> places.tolist(), bool(hashes[1] == hashes[2])
    ([0, 1, 4], True)
    """
    total = len(forms) - length + 1
    if total <= 0:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    hashes = np.zeros(total, np.uint64)
    for k in range(length):
        hashes *= np.uint64(_BASE)
        hashes += forms[k : k + total]
    hashes ^= hashes >> np.uint64(31)
    whole = np.ones(len(forms), bool)
    for k in range(1, length):
        ends = bounds[1:] - k
        whole[ends[ends >= bounds[:-1]]] = False
    places = np.flatnonzero(whole[:total])
    return hashes[places], places
