"""Words and shingles of many texts at once, as arrays of 64-bit hashes.

What :func:`letapis.text.tokens` does for one text, word by word, :func:`read` does for a heap of
them with a handful of array operations; the two agree on every text (a test holds them together).

A word's hash is polynomial over its folded letters modulo 2⁶⁴ (M. O. Rabin, *Fingerprinting by
random polynomials*, 1981), taken from one running sum over the whole heap; a shingle's hash is the
same over its words.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.text.words import tokens

__all__ = ["Words", "read", "repeated", "shingles"]

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15
_MASK = 0xFFFFFFFFFFFFFFFF
_TOP = 0x20000  # letters beyond this are read one text at a time
_JOINERS = "'’ʼ`´\u00ad\u200b\u200c\u200d\u2060" + "".join(map(chr, range(0x300, 0x370)))
_CHUNK = 1 << 20  # code points that are read in one go: bounds the memory


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


def read(texts: Sequence[str]) -> Words:
    """The words of ``texts`` as hashes of their folded forms, with offsets in code points.

    >>> words = read(["Рака Прыпяць", "рака, ПРЫПЯЦЬ!"])
    >>> words.bounds.tolist(), bool((words.forms[:2] == words.forms[2:]).all())
    ([0, 2, 4], True)
    >>> words.starts.tolist(), words.stops.tolist()
    ([0, 5, 0, 6], [4, 12, 4, 13])
    """
    parts = [_many(chunk) if plain else _one(chunk[0]) for plain, chunk in _chunks(texts)]
    counts = [count for part in parts for count in part[3]]
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(counts, out=bounds[1:])
    return Words(
        np.concatenate([p[0] for p in parts] or [np.zeros(0, np.uint64)]),
        np.concatenate([p[1] for p in parts] or [np.zeros(0, np.int32)]),
        np.concatenate([p[2] for p in parts] or [np.zeros(0, np.int32)]),
        bounds,
    )


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


def repeated(hashes: Hashes) -> npt.NDArray[np.bool_]:
    """Which hashes occur more than once.

    >>> repeated(np.array([7, 8, 7], np.uint64)).tolist()
    [True, False, True]
    """
    order = np.argsort(hashes)
    same = np.diff(hashes[order]) == 0
    again = np.zeros(len(hashes), bool)
    again[order[1:][same]] = True
    again[order[:-1][same]] = True
    return again


def _chunks(texts: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Texts in order: runs of those that arrays can read, and each other one alone."""
    chunk: list[str] = []
    size = 0
    odd = _odd()
    for text in texts:
        plain = text.isascii() or (unicodedata.is_normalized("NFC", text) and not odd.search(text))
        if chunk and (not plain or size > _CHUNK):
            yield True, chunk
            chunk, size = [], 0
        if plain:
            chunk.append(text)
            size += len(text)
        else:
            yield False, [text]
    if chunk:
        yield True, chunk


def _one(text: str) -> tuple[Hashes, Any, Any, list[int]]:
    found = tokens(text)
    forms = np.array([_hash(token.form) for token in found], np.uint64)
    starts = np.array([token.start for token in found], np.int32)
    return forms, starts, np.array([token.stop for token in found], np.int32), [len(found)]


def _hash(form: str) -> int:
    value, power = 0, 1
    for letter in form:
        value += _scatter(ord(letter)) * power
        power = power * _BASE & _MASK
    return value & _MASK


def _many(texts: Sequence[str]) -> tuple[Hashes, Any, Any, list[int]]:
    joined = "\n".join(texts) + "\n"
    kind = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
    codes = np.frombuffer(joined.encode(kind, "surrogatepass"), np.uint32)
    letter, joins, marks, values = _tables()
    inside, dropped = letter[codes], joins[codes]
    joining = np.zeros_like(inside)
    joining[1:-1] = dropped[1:-1] & inside[:-2] & inside[2:]
    starts, stops = _edges(inside | joining)
    at = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(text) + 1 for text in texts], out=at[1:])
    kept = inside & ~dropped  # an apostrophe may count as a letter; it is dropped all the same
    forms = _sums(np.where(kept, values[codes], 0), kept, starts, stops)
    tail = marks[codes]
    ends = stops
    while (more := tail[ends]).any():  # accents on a word's last letter belong to it
        ends = ends + more
    counts = np.diff(np.searchsorted(starts, at))
    base = np.repeat(at[:-1], counts)
    return forms, (starts - base).astype(np.int32), (ends - base).astype(np.int32), counts.tolist()


def _edges(inside: npt.NDArray[np.bool_]) -> tuple[Places, Places]:
    step = np.diff(inside.astype(np.int8), prepend=np.int8(0), append=np.int8(0))
    return np.flatnonzero(step == 1), np.flatnonzero(step == -1)


def _sums(values: Hashes, kept: npt.NDArray[np.bool_], starts: Places, stops: Places) -> Hashes:
    """Polynomial hash of every stretch, out of one running sum (all modulo 2⁶⁴)."""
    place: Places = np.cumsum(kept) - kept
    total = int(place[-1]) + 2
    power, back = _powers(total)
    running = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values * power[place], out=running[1:])
    return (running[stops] - running[starts]) * back[place[starts]]


@cache
def _ladder(size: int) -> tuple[Hashes, Hashes]:
    inverse = pow(_BASE, -1, 1 << 64)
    up, down = (np.full(size, base, np.uint64) for base in (_BASE, inverse))
    up[0] = down[0] = 1
    return np.cumprod(up, dtype=np.uint64), np.cumprod(down, dtype=np.uint64)


def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse; sizes are rounded up so that few are kept."""
    return _ladder(max(1 << 12, 1 << (size - 1).bit_length()))


def _scatter(code: int) -> int:
    """A code point spread over 64 bits (the finaliser of splitmix64, G. Steele et al., 2014)."""
    value = (code + 1) * _BASE & _MASK
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & _MASK
    value = (value ^ value >> 27) * 0x94D049BB133111EB & _MASK
    return value ^ value >> 31


@cache
def _odd() -> re.Pattern[str]:
    """Letters whose folded form is longer than one, and those beyond the tables."""
    long = "".join(re.escape(chr(c)) for c in range(_TOP) if len(chr(c).casefold()) != 1)
    return re.compile(f"[{long}{chr(_TOP)}-\U0010ffff]")


@cache
def _tables() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_], npt.NDArray[np.bool_], Hashes]:
    """For each code point: is it a letter or digit, may it join two, is it an accent, its hash."""
    letter = np.fromiter((chr(c).isalnum() for c in range(_TOP)), bool, _TOP)
    joins, marks = np.zeros(_TOP, bool), np.zeros(_TOP, bool)
    joins[[ord(c) for c in _JOINERS]] = True
    marks[0x300:0x370] = True
    values = np.zeros(_TOP, np.uint64)
    for code in np.flatnonzero(letter).tolist():
        folded = chr(code).casefold().replace("ё", "е")
        values[code] = _scatter(ord(folded)) if len(folded) == 1 else 0
    return letter, joins, marks, values
