"""Pairs of documents with enough text in common, and the runs of words they share.

Seeds are joined by hash, extended to runs, runs gathered to stretches; what a stretch is worth is
its letters beyond a stock phrase's. The thresholds were chosen on the development data; F1 there
moves by less than a point when they are moved by a tenth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.closing import closing
from letapis.reuse.extend import extend
from letapis.reuse.families import families
from letapis.reuse.index import Index
from letapis.reuse.seeds import Seeds, seeds
from letapis.reuse.stock import Stock, stock
from letapis.reuse.stretch import Stretches, stretches
from letapis.text.align import Runs
from letapis.text.kernel import kernel

__all__ = ["CROWD", "Candidates", "Ground", "candidates", "ground"]

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Array = npt.NDArray[Any]

CROWD = 256  # documents that carry a seed and are still all linked with each other
_STRETCH = 26  # worth of its best stretch that makes a pair
_SPREAD = 40  # worth of all stretches together that makes a pair, where it is dense
_DENSE = 0.12  # share of the shorter document
_FEW = 64  # runs of a pair that are put in order by insertion


@dataclass(frozen=True)
class Candidates:
    """Pairs ``(a[k], b[k])`` of documents, the earlier dated first, and what they share.

    Pair *k* has the runs ``bounds[k]`` up to ``bounds[k + 1]``, in order of their place in the
    first document. ``words_a`` and ``words_b`` count the shared words; ``stretch`` is each run's
    stretch: runs that lie close together. ``own`` tells for each word of the index whether it
    counts: it stands in no region, nor in furniture. ``worth`` adds up the letters of all runs
    beyond a phrase's, ``best`` those of the best stretch.
    """

    a: Places
    b: Places
    bounds: Places
    runs: Runs
    stretch: Places
    words_a: Places
    words_b: Places
    worth: Places
    best: Places
    own: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Ground:
    """What is known of the heap before any two documents are compared."""

    seeds: Seeds
    stock: Stock


def ground(index: Index) -> Ground:
    """The seeds that recur in ``index``, and which of its text is stock.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> found = ground(build([Document(t, "", text=t) for t in ("Учора: " + story, story)], []))
    >>> len(found.seeds.heads) - 1, int(found.stock.phrase.sum())
    (6, 0)
    """
    recurring = seeds(index)
    return Ground(recurring, stock(index, recurring, families(index, recurring)))


def candidates(
    index: Index, crowd: int = CROWD, on: Ground | None = None, wanted: Flags | None = None
) -> Candidates:
    """All pairs of documents of ``index`` that share more than phrases.

    With ``wanted``, a flag a document, only the pairs of which either document is wanted: the same
    as all pairs hold of them.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> texts = ["Учора: " + story, "Дождж ішоў увесь тыдзень", story]
    >>> found = candidates(build([Document(t, "", text=t) for t in texts], []))
    >>> len(found.a), found.runs.length.tolist()
    (1, [9])
    """
    on = on or ground(index)
    linked = extend(index, on.seeds, on.stock, crowd, wanted)
    found = stretches(index, linked, on.stock)
    del linked  # the stretches hold its runs
    return _enough(index, found, on.stock.counted)


def _enough(index: Index, found: Stretches, counted: npt.NDArray[np.bool_]) -> Candidates:
    """The pairs that share enough outside their last lines."""
    size = max(1, len(index))
    last = closing(index, found, counted)
    sums, bounds = _sums(found.pair, found.a, found.b, found.length, found.stretch, found.worth, last)
    words_a, words_b, worth, best = sums.T.copy()
    a, b = divmod(found.pair[bounds[:-1]], size)
    dense = np.maximum(words_a, words_b) >= _DENSE * np.minimum(index.sizes[a], index.sizes[b])
    keep = (best >= _STRETCH) | ((worth >= _SPREAD) & dense)
    counts = np.diff(bounds)
    rows = np.repeat(keep, counts)
    return Candidates(
        a[keep],
        b[keep],
        np.append(0, np.cumsum(counts[keep])),
        Runs(found.a[rows], found.b[rows], found.length[rows]),
        found.stretch[rows],
        words_a[keep],
        words_b[keep],
        worth[keep],
        best[keep],
        counted,
    )


@kernel
def _sums(pair: Array, a: Array, b: Array, length: Array, stretch: Array, worth: Array, last: Array) -> Any:
    """Per pair the words shared on both sides, the worth of all runs and of the best stretch."""
    pairs = 0
    for row in range(len(pair)):
        pairs += row == 0 or pair[row] != pair[row - 1]
    sums = np.zeros((pairs, 4), np.int64)
    bounds = np.empty(pairs + 1, np.int64)
    order = np.empty(_FEW, np.int64)
    low, k = 0, 0
    while low < len(pair):
        high = low
        while high < len(pair) and pair[high] == pair[low]:
            high += 1
        bounds[k] = low
        end, within, number = 0, 0, -1
        for row in range(low, high):
            sums[k, 0] += max(0, a[row] + length[row] - max(end, a[row]))
            end = max(end, a[row] + length[row])
            if stretch[row] != number:
                number, within = stretch[row], 0
            if not last[row]:
                sums[k, 2] += worth[row]
                within += worth[row]
                sums[k, 3] = max(sums[k, 3], within)
        end = 0
        for row in _by(b, low, high, order):
            sums[k, 1] += max(0, b[row] + length[row] - max(end, b[row]))
            end = max(end, b[row] + length[row])
        low = high
        k += 1
    bounds[k] = len(pair)
    return sums, bounds


@kernel
def _by(b: Array, low: int, high: int, order: Array) -> Any:
    """The rows from ``low`` to ``high`` by their place in ``b``: few by insertion, many by sorting."""
    if high - low > len(order):
        return low + np.argsort(b[low:high])
    for row in range(low, high):
        at = row - low
        while at > 0 and b[order[at - 1]] > b[row]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = row
    return order[: high - low]
