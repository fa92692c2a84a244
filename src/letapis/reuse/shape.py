"""What each pair looks like: how much is shared, where it stands, what third documents say of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numba import njit

from letapis.reuse.candidates import Candidates
from letapis.reuse.index import Index

__all__ = ["Shape", "shape"]

Places = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

_BLOCK = 64  # words between two entries of a running count
_COLUMNS = 8  # of what the kernel measures on each side


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
        sides = (self.size, self.words, self.within, self.lead, self.backed, self.lone, self.first)
        return Shape(*((one[rows], two[rows]) for one, two in sides), self.stretches[rows])


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
    measured = np.zeros((_COLUMNS * 2 + 1, len(found.a)), np.int32)
    _measure(
        (found.a, found.b, found.bounds, runs.a, runs.b, runs.length, found.stretch),
        (index.words.bounds, index.words.starts),
        (found.own, _running(found.own), held, _running(held)),
        measured,
    )
    one, two = measured[:_COLUMNS], measured[_COLUMNS:-1]
    words = found.words_a.astype(np.int32), found.words_b.astype(np.int32)
    backed = tuple(np.maximum(side[2] - known, 0) for side, known in zip((one, two), words, strict=True))
    return Shape(
        (one[0], two[0]),
        words,
        (one[1], two[1]),
        (one[3], two[3]),
        (backed[0], backed[1]),
        (one[1] - one[2], two[1] - two[2]),
        (one[4], two[4]),
        measured[-1],
    )


def _share(words: Counts, size: Counts) -> Shares:
    return np.minimum(words / np.maximum(size, 1), 1.0)


def _running(flags: Flags) -> Places:
    """How many flags are set before each block."""
    blocks = np.zeros(len(flags) // _BLOCK + 2, np.int64)
    _sums(flags, blocks)
    return blocks


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _sums(flags: Flags, blocks: Places) -> None:
    total = 0
    for block in range(len(blocks) - 1):
        blocks[block] = total
        for k in range(block * _BLOCK, min(len(flags), (block + 1) * _BLOCK)):
            total += flags[k]
    blocks[-1] = total


@njit(cache=True, nogil=True, inline="always")  # type: ignore[untyped-decorator]
def _before(flags: Flags, blocks: Places, place: int) -> int:
    """How many flags are set before a place."""
    total = blocks[place // _BLOCK]
    for k in range(place // _BLOCK * _BLOCK, place):
        total += flags[k]
    return total


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _hold(held: Flags, a: Places, b: Places, length: Places) -> None:
    """Mark the words that stand in at least one other document."""
    for run in range(len(a)):
        held[a[run] : a[run] + length[run]] = True
        held[b[run] : b[run] + length[run]] = True
