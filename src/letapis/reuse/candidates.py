"""Pairs of documents with enough text in common, and the runs of words they share.

As a query: shingles joined with themselves by hash, grouped by pair and diagonal. A hash in up to
``CROWD`` documents links all of them; one in more links each with the earliest that carries it.
What a run is worth is its letters beyond a stock phrase's: long words are rare words (Zipf's law
of abbreviation), and, unlike document frequency, letters do not change when unrelated documents
are added.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.reuse.stock import stock
from letapis.text.align import Runs, join, runs
from letapis.text.shingle import shingles

__all__ = ["CROWD", "Candidates", "candidates"]

Places = npt.NDArray[np.int64]

LENGTH = 3  # words in a shingle
CROWD = 256  # documents that carry a shingle and are still all linked with each other
_PHRASE = 12  # letters of a run that are worth nothing
_NEAR = 20  # words between runs, and shift of the diagonal, within one stretch
_STRETCH = 26  # worth of its best stretch that makes a pair
_SPREAD = 40  # worth of all stretches together that makes a pair, where it is dense
_DENSE = 0.12  # share of the shorter document


@dataclass(frozen=True)
class Candidates:
    """Pairs ``(a[k], b[k])`` of documents, the earlier dated first, and what they share.

    Pair *k* has the runs ``bounds[k]`` up to ``bounds[k + 1]``. ``words_a`` and ``words_b`` count
    the shared words, ``reach_a`` and ``reach_b`` those inside the stretches that runs lie close
    together in; ``stretch`` is each run's stretch.
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


def candidates(index: Index, crowd: int = CROWD) -> Candidates:
    """All pairs of documents of ``index`` that share more than phrases."""
    hashes, places = shingles(index.words.forms, index.words.bounds, LENGTH)
    own = index.owned[places + LENGTH] - index.owned[places] == LENGTH
    hashes, places = hashes[own], places[own]
    kept = ~stock(index, hashes, places)
    hashes, places = hashes[kept], places[kept]
    found = runs(*join(hashes, places, index.text[places], crowd), LENGTH)
    pair = index.text[found.a] * len(index.documents) + index.text[found.b]
    order = np.lexsort((found.a, pair))
    return _enough(index, _group(index, pair[order], _take(found, order)))


def _take(found: Runs, rows: npt.NDArray[np.int64]) -> Runs:
    return Runs(found.a[rows], found.b[rows], found.length[rows])


def _group(index: Index, pair: Places, found: Runs) -> Candidates:
    heads = _heads(pair)
    bounds = np.append(heads, len(pair))
    size = max(1, len(index.documents))
    worth = np.maximum(index.letters[found.a + found.length] - index.letters[found.a] - _PHRASE, 0)
    far = np.zeros(len(pair), bool)
    far[heads] = True
    gap = found.a[1:] - found.a[:-1] - found.length[:-1]
    turn = np.abs(np.diff(found.b - found.a))
    far[1:] |= (gap > _NEAR) | (turn > _NEAR)
    stretch = np.cumsum(far) - 1
    together = np.bincount(stretch, worth).astype(np.int64) if len(pair) else worth
    order = np.lexsort((found.b, pair))
    back = _covered(found.b[order], found.length[order], pair[order])
    return Candidates(
        pair[heads] // size,
        pair[heads] % size,
        bounds,
        found,
        stretch,
        _sum(_covered(found.a, found.length, pair), heads),
        _sum(back, heads),
        _sum(worth, heads),
        np.maximum.reduceat(together[stretch], heads) if len(pair) else worth,
    )


def _enough(index: Index, found: Candidates) -> Candidates:
    """Only the pairs that share enough."""
    sizes = index.sizes
    shorter = np.minimum(sizes[found.a], sizes[found.b])
    dense = np.maximum(found.words_a, found.words_b) >= _DENSE * shorter
    keep = (found.best >= _STRETCH) | ((found.worth >= _SPREAD) & dense)
    counts = np.diff(found.bounds)
    rows = np.flatnonzero(np.repeat(keep, counts))
    bounds = np.zeros(int(keep.sum()) + 1, np.int64)
    np.cumsum(counts[keep], out=bounds[1:])
    return Candidates(
        found.a[keep],
        found.b[keep],
        bounds,
        _take(found.runs, rows),
        found.stretch[rows],
        found.words_a[keep],
        found.words_b[keep],
        found.worth[keep],
        found.best[keep],
    )


def _covered(start: Places, length: Places, pair: Places) -> Places:
    """Words that each run covers and none before it in its pair does."""
    if not len(start):
        return start
    base = pair << 32  # keeps the running maximum within a pair; words number below 2**32
    _, number = np.unique(base, return_inverse=True)
    shift = number.reshape(-1) << 33
    stop = np.maximum.accumulate(start + length + shift)
    before = np.append(0, stop[:-1])
    return np.maximum(start + length + shift - np.maximum(start + shift, before), 0)


def _heads(pair: Places) -> Places:
    return np.flatnonzero(np.append(True, pair[1:] != pair[:-1])) if len(pair) else pair


def _sum(values: Places, heads: Places) -> Places:
    return np.add.reduceat(values, heads) if len(values) else values
