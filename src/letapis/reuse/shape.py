"""What each pair looks like: how much is shared, where it stands, what third documents say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.candidates import Candidates
from letapis.reuse.index import Index
from letapis.text.kernel import kernel

__all__ = ["Shape", "shape"]

Places = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

_BLOCK = 64  # words between two entries of a running count
_MEASURES = 6  # of each side of a pair


@dataclass(frozen=True)
class Shape:
    """Per pair of :class:`Candidates`, first for ``a``, then for ``b``; all but shares in words.

    ``size``: own words. ``words``: those of them that recur. ``within``: those inside stretches that
    recur, small changes included. ``lead``: own words before the first shared one. ``backed``:
    words inside stretches that are missing from the other document and stand in a third;
    ``lone``: those that stand in no other document at all. ``first``: the code point at which the
    first shared word starts. ``stretches`` are counted once a pair.
    """

    size: tuple[Counts, Counts]
    words: tuple[Counts, Counts]
    within: tuple[Counts, Counts]
    lead: tuple[Counts, Counts]
    backed: tuple[Counts, Counts]
    lone: tuple[Counts, Counts]
    first: tuple[Counts, Counts]
    stretches: Counts

    @property
    def share(self) -> tuple[Shares, Shares]:
        """The share of own words that recur, 0 to 1."""
        return _share(self.words[0], self.size[0]), _share(self.words[1], self.size[1])

    @property
    def reach(self) -> tuple[Shares, Shares]:
        """The share of own words inside stretches that recur, 0 to 1."""
        return _share(self.within[0], self.size[0]), _share(self.within[1], self.size[1])

    def take(self, rows: Places) -> Shape:
        """The shape of the pairs ``rows`` alone."""
        cut: dict[str, Any] = {
            name: found[rows] if name == "stretches" else (found[0][rows], found[1][rows])
            for name, found in vars(self).items()
        }
        return Shape(**cut)


def shape(index: Index, found: Candidates) -> Shape:
    """The shape of every pair.

    Words are counted by a table of running sums, an entry a block (G. Jacobson, *Space-efficient
    static trees and graphs*, 1989): a byte and a quarter for a word of the heap.

    >>> from letapis.model import Document
    >>> from letapis.reuse.candidates import candidates
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> index = build([Document("a", "", text=story), Document("b", "", text="Учора " + story)], [])
    >>> look = shape(index, candidates(index))
    >>> [size.tolist() for size in look.size], [share.tolist() for share in look.share]
    ([[9], [10]], [[1.0], [0.9]])
    >>> [lead.tolist() for lead in look.lead]
    [[0], [1]]
    """
    runs = found.runs
    held = np.zeros(len(found.own), bool)
    _hold(held, runs.a, runs.b, runs.length)
    held &= found.own
    table = index.words.bounds, index.words.starts, found.own, _sums(found.own), held, _sums(held)
    one, two = (np.zeros((_MEASURES, len(found.a)), np.int32) for _ in range(2))
    _measure(found.a, runs.a, runs.length, found.bounds, found.stretch, table, one)
    _measure(found.b, runs.b, runs.length, found.bounds, found.stretch, table, two)
    words = found.words_a.astype(np.int32), found.words_b.astype(np.int32)
    return Shape(
        (one[0], two[0]),
        words,
        (one[1], two[1]),
        (one[3], two[3]),
        (np.maximum(one[2] - words[0], 0), np.maximum(two[2] - words[1], 0)),
        (one[1] - one[2], two[1] - two[2]),
        (one[4], two[4]),
        one[5],
    )


def _share(words: Counts, size: Counts) -> Shares:
    return np.minimum(words / np.maximum(size, 1), 1.0)


@kernel
def _hold(held: Flags, a: Places, b: Places, length: Places) -> None:
    """Mark the words that stand in at least one other document."""
    for run in range(len(a)):
        held[a[run] : a[run] + length[run]] = True
        held[b[run] : b[run] + length[run]] = True


@kernel
def _sums(flags: Flags) -> Places:
    """How many flags are set before each block."""
    sums = np.zeros(len(flags) // _BLOCK + 1, np.int64)
    for block in range(1, len(sums)):
        found = 0
        for k in range((block - 1) * _BLOCK, block * _BLOCK):
            found += flags[k]
        sums[block] = sums[block - 1] + found
    return sums


@kernel
def _before(flags: Flags, sums: Places, place: int) -> int:
    """How many flags are set before a place."""
    block = place // _BLOCK
    found: int = sums[block]
    for k in range(block * _BLOCK, place):
        found += flags[k]
    return found


@kernel
def _measure(
    texts: Places,
    starts: Places,
    length: Places,
    bounds: Places,
    stretch: Places,
    table: tuple[Places, Counts, Flags, Places, Flags, Places],
    out: npt.NDArray[np.int32],
) -> None:
    """One side's size, words within stretches, those of them held elsewhere, lead, first and stretches."""
    words, points, own, owned, held, known = table
    for k in range(len(texts)):
        begin = _before(own, owned, words[texts[k]])
        out[0, k] = _before(own, owned, words[texts[k] + 1]) - begin
        first = starts[bounds[k]]
        low, high = first, first
        for run in range(bounds[k], bounds[k + 1]):
            low, high = min(low, starts[run]), max(high, starts[run] + length[run])
            if run + 1 == bounds[k + 1] or stretch[run + 1] != stretch[run]:
                out[1, k] += _before(own, owned, high) - _before(own, owned, low)
                out[2, k] += _before(held, known, high) - _before(held, known, low)
                out[5, k] += 1
                first = min(first, low)
                if run + 1 < bounds[k + 1]:
                    low, high = starts[run + 1], starts[run + 1]
        out[3, k] = _before(own, owned, first) - begin
        out[4, k] = points[first]
