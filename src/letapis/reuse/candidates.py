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
from letapis.text.shingle import repeated, shingles

__all__ = ["CROWD", "Candidates", "candidates"]

Places = npt.NDArray[np.int64]

LENGTH = 3  # words in a shingle
CROWD = 256  # documents that carry a shingle and are still all linked with each other
_PHRASE = 12  # letters of a run that are worth nothing
_NEAR = 20  # words between runs, and shift of the diagonal, within one stretch
_STRETCH = 26  # worth of its best stretch that makes a pair
_SPREAD = 40  # worth of all stretches together that makes a pair, where it is dense
_DENSE = 0.12  # share of the shorter document
_LINES = 100  # words from the end within which last lines stand
_AFTER, _BEFORE = 3, 10  # own words after them at most, before them at least


@dataclass(frozen=True)
class Candidates:
    """Pairs ``(a[k], b[k])`` of documents, the earlier dated first, and what they share.

    Pair *k* has the runs ``bounds[k]`` up to ``bounds[k + 1]``. ``words_a`` and ``words_b`` count
    the shared words; ``stretch`` is each run's stretch: runs that lie close together. ``own``
    tells for each word of the index whether it counts: it stands in no region, nor in furniture.
    ``worth`` adds up the letters of all runs beyond a phrase's, ``best`` those of the best stretch.
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


def candidates(index: Index, crowd: int = CROWD) -> Candidates:
    """All pairs of documents of ``index`` that share more than phrases."""
    hashes, places = shingles(index.words.forms, index.words.bounds, LENGTH)
    own = index.owned[places + LENGTH] - index.owned[places] == LENGTH
    own &= repeated(hashes)
    hashes, places = hashes[own], places[own]
    tail, phrase = stock(index, hashes, places)
    counted = index.own.copy()
    for k in range(LENGTH):
        counted[places[tail] + k] = False
    kept = ~(tail | phrase)
    hashes, places = hashes[kept], places[kept]
    found = runs(*join(hashes, places, index.text[places], crowd), LENGTH)
    pair = index.text[found.a] * len(index.documents) + index.text[found.b]
    order = np.lexsort((found.a, pair))
    return _enough(index, _group(index, pair[order], _take(found, order), counted))


def _take(found: Runs, rows: npt.NDArray[np.int64]) -> Runs:
    return Runs(found.a[rows], found.b[rows], found.length[rows])


def _group(index: Index, pair: Places, found: Runs, own: npt.NDArray[np.bool_]) -> Candidates:
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
        own,
    )


def _enough(index: Index, found: Candidates) -> Candidates:
    """Only the pairs that share enough, and more than a few last lines."""
    sizes = index.sizes
    shorter = np.minimum(sizes[found.a], sizes[found.b])
    dense = np.maximum(found.words_a, found.words_b) >= _DENSE * shorter
    keep = (found.best >= _STRETCH) | ((found.worth >= _SPREAD) & dense)
    keep &= ~_ending(index, found)
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
        found.own,
    )


def _ending(index: Index, found: Candidates) -> npt.NDArray[np.bool_]:
    """Which pairs share nothing but last lines: furniture, too rare for statistics to show it."""
    own = np.append(0, np.cumsum(found.own))
    ending = np.ones(len(found.a), bool)
    if not len(ending):
        return ending
    for texts, starts in ((found.a, found.runs.a), (found.b, found.runs.b)):
        begin, end = index.words.bounds[texts], index.words.bounds[texts + 1]
        first = np.minimum.reduceat(starts, found.bounds[:-1])
        last = np.maximum.reduceat(starts + found.runs.length, found.bounds[:-1])
        ending &= (own[end] - own[last] <= _AFTER) & (end - first <= _LINES)
        ending &= own[first] - own[begin] >= _BEFORE
    for k in np.flatnonzero(ending).tolist():
        ending[k] = all(
            _line(index, text, int(place))
            for text, place in (
                (found.a[k], found.runs.a[found.bounds[k] : found.bounds[k + 1]].min()),
                (found.b[k], found.runs.b[found.bounds[k] : found.bounds[k + 1]].min()),
            )
        )
    return ending


def _line(index: Index, text: int, place: int) -> bool:
    """Whether a word stands at the start of a line, or of what was one."""
    start = int(index.words.starts[place])
    return any(mark in index.documents[text].text[max(0, start - 16) : start] for mark in "\n.!?…")


def _covered(start: Places, length: Places, pair: Places) -> Places:
    """Words that each run covers and none before it in its pair does."""
    if not len(start):
        return start
    # keeps the running maximum within a pair: words number below 2**33
    shift = np.cumsum(np.append(False, pair[1:] != pair[:-1])) << 33
    stop = np.maximum.accumulate(start + length + shift)
    before = np.append(0, stop[:-1])
    fresh: Places = np.maximum(start + length + shift - np.maximum(start + shift, before), 0)
    return fresh


def _heads(pair: Places) -> Places:
    return np.flatnonzero(np.append(True, pair[1:] != pair[:-1])) if len(pair) else pair


def _sum(values: Places, heads: Places) -> Places:
    return np.add.reduceat(values, heads) if len(values) else values
