"""Seeds: short runs of words that more than one document has, brought together.

A seed starts at a word and takes as many of the words after it as hold twenty letters, three words
at least. Measured in letters, a seed says about as much in every language and of every phrase: two
long names or five short words. Seeds that occur once are dropped by a bit table (B. Bloom, *Space/time
trade-offs in hash coding with allowable errors*, 1970), the others sorted by hash, a share of all
hashes at a time, so that memory stays in proportion to what recurs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.text.kernel import kernel

__all__ = ["LETTERS", "Seeds", "document", "seeds", "span"]

Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]

LETTERS = 20
"""Letters of a seed, at least."""
_WORDS, _MOST = 3, 12
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_SHARE = 1 << 26  # seeds that are sorted in one go


@dataclass(frozen=True)
class Seeds:
    """Places that start the same seed, group by group; no document is twice in a group.

    Group *g* has the places ``places[heads[g]]`` up to ``heads[g + 1]``, rising, at least two. Groups
    are in order of their first place: neighbours in a text are looked at one after another.
    ``blocks`` leads from a place to its document (see :func:`document`).
    """

    places: Places
    heads: Places
    blocks: npt.NDArray[np.int32]


def seeds(index: Index) -> Seeds:
    """The seeds that at least two documents of ``index`` have.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> texts = ["Жыхары вёскі збудавалі драўляны мост", "Учора жыхары вёскі збудавалі мост"]
    >>> found = seeds(build([Document(text, "", text=text) for text in texts], []))
    >>> len(found.heads) - 1, len(found.places)
    (1, 2)
    """
    words = index.words
    total = len(words.forms)
    blocks = _blocks(words.bounds, total)
    shares = 1 << max(0, (total // _SHARE).bit_length())
    low = np.uint64(max(1, total.bit_length()))
    text = (words.forms, words.starts, words.stops, index.own, words.bounds)
    keys = np.empty(total if shares == 1 else total // shares * 5 // 4, np.uint64)
    number = np.zeros(0, np.int32 if total < 1 << 31 else np.int64)
    parts = []
    for share in range(shares):
        size = _keys(*text, np.uint64(share), np.uint64(shares - 1), low, keys)
        if size > len(keys):
            keys = np.empty(size, np.uint64)
            _keys(*text, np.uint64(share), np.uint64(shares - 1), low, keys)
        found = keys[:size]
        found.sort()
        rows = _rows(found, low)
        first = found[rows[:, 0]] & np.uint64((1 << int(low)) - 1)
        parts.append(_groups(found, rows[np.argsort(first)], low, words.forms, words.bounds, blocks, number))
    shift = np.cumsum([0, *(len(places) for places, _ in parts)])
    heads = [heads[:-1] + shift[k] for k, (_, heads) in enumerate(parts)]
    places = np.concatenate([places for places, _ in parts])
    return Seeds(places, np.concatenate([*heads, shift[-1:]]), blocks)


@kernel
def document(place: Any, bounds: Places, blocks: npt.NDArray[np.int32]) -> Any:
    """The document of a word: looked up by the word's block of 64, then counted on.

    >>> document(70, np.array([0, 3, 80]), np.array([0, 1], np.int32))
    1
    """
    found = blocks[place >> 6]
    while bounds[found + 1] <= place:
        found += 1
    return found


@kernel
def span(place: int, stop: int, starts: Places, stops: Places, own: npt.NDArray[np.bool_]) -> int:
    """How many words the seed at ``place`` has; 0 where there is none before ``stop``.

    >>> starts, own = np.arange(0, 50, 10), np.ones(5, np.bool_)
    >>> span(0, 5, starts, starts + 7, own), span(3, 5, starts, starts + 7, own)
    (3, 0)
    """
    letters = 0
    for k in range(_MOST):
        at = place + k
        if at >= stop or not own[at]:
            return 0
        letters += stops[at] - starts[at]
        if letters >= LETTERS and k >= _WORDS - 1:
            return k + 1
    return _MOST


@kernel
def _blocks(bounds: Array, total: int) -> Any:
    blocks = np.zeros((total >> 6) + 1, np.int32)
    found = 0
    for block in range(len(blocks)):
        while found + 2 < len(bounds) and bounds[found + 1] <= block << 6:
            found += 1
        blocks[block] = found
    return blocks


@kernel
def _seed(forms: Array, place: int, stop: int, starts: Array, stops: Array, own: Array) -> Any:
    """Whether a seed starts at ``place``, and its hash; as :func:`span` has it."""
    letters, size, value = 0, 0, np.uint64(_MOST)
    while size < _WORDS or (letters < LETTERS and size < _MOST):
        at = place + size
        if at >= stop or not own[at]:
            return False, value
        letters += stops[at] - starts[at]
        value = (value ^ (value >> np.uint64(29))) * _BASE + forms[at]
        size += 1
    value = (value ^ (value >> np.uint64(32)) ^ np.uint64(size)) * _MIX
    return True, value ^ (value >> np.uint64(32))


@kernel
def _keys(
    forms: Array,
    starts: Array,
    stops: Array,
    own: Array,
    bounds: Array,
    share: np.uint64,
    shares: np.uint64,
    low: np.uint64,
    keys: Array,
) -> Any:
    """Upper bits of each hash and its place, as one number that sorts by both; how many there are."""
    size = 0
    for text in range(len(bounds) - 1):
        stop = bounds[text + 1]
        for place in range(bounds[text], stop - _WORDS + 1):
            there, value = _seed(forms, place, stop, starts, stops, own)
            if there and value & shares == share:
                if size < len(keys):
                    keys[size] = (value >> low << low) | np.uint64(place)
                size += 1
    return size


@kernel
def _rows(keys: Array, low: np.uint64) -> Any:
    """First row and row after the last of every hash that occurs more than once."""
    rows = np.empty((len(keys) // 2 + 1, 2), np.int64)
    groups, row = 0, 0
    while row < len(keys):
        value = keys[row] >> low
        stop = row + 1
        while stop < len(keys) and keys[stop] >> low == value:
            stop += 1
        if stop - row > 1:
            rows[groups, 0], rows[groups, 1] = row, stop
            groups += 1
        row = stop
    return rows[:groups].copy()


@kernel
def _groups(
    keys: Array, rows: Array, low: np.uint64, forms: Array, bounds: Array, blocks: Array, number: Array
) -> Any:
    """Places and heads of the groups with at least two documents, one place a document.

    Places are of the type of ``number``.
    """
    total = 0
    for group in range(len(rows)):
        total += rows[group, 1] - rows[group, 0]
    places = np.empty(total, number.dtype)
    heads = np.empty(total // 2 + 2, np.int64)
    mask = (np.uint64(1) << low) - np.uint64(1)
    size, groups = 0, 0
    for group in range(len(rows)):
        row, stop = rows[group, 0], rows[group, 1]
        # hashes are cut short to make room for the place: other words among them are a group of their own
        while stop - row > 1:
            begin, last, other = size, -1, row
            first = np.int64(keys[row] & mask)
            for at in range(row, stop):
                place = np.int64(keys[at] & mask)
                if not _alike(forms, first, place):
                    keys[other] = keys[at]
                    other += 1
                    continue
                text = document(place, bounds, blocks)
                if text != last:
                    places[size] = place
                    size += 1
                    last = text
            if size - begin < 2:
                size = begin
            else:
                heads[groups] = begin
                groups += 1
            stop = other
    heads[groups] = size
    return places[:size].copy(), heads[: groups + 1].copy()


@kernel
def _alike(forms: Array, one: Any, two: Any) -> Any:
    """Whether the first three words of two seeds are equal."""
    return forms[one] == forms[two] and forms[one + 1] == forms[two + 1] and forms[one + 2] == forms[two + 2]
