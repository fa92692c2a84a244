"""Pairs of documents with enough text in common, and the runs of words they share.

As a query: shingles joined with themselves by hash, grouped by pair and diagonal. A hash in up to
``CROWD`` documents links all of them; one in more links each with the earliest that carries it.
What a run is worth is its letters beyond a stock phrase's: long words are rare words (Zipf's law
of abbreviation), and, unlike document frequency, letters do not change when unrelated documents
are added. The thresholds were chosen on the development data; F1 there moves by less than a point
when they are moved by a tenth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.reuse.stock import stock
from letapis.reuse.stretch import closing, stretches
from letapis.text.align import Runs, join, runs
from letapis.text.shingle import repeated, shingles

__all__ = ["CROWD", "Candidates", "candidates"]

Places = npt.NDArray[np.int64]

LENGTH = 3  # words in a shingle
CROWD = 256  # documents that carry a shingle and are still all linked with each other
_PHRASE = 12  # letters of a run that are worth nothing
_NOISE = 8  # worth of a stretch below which it is a phrase
_STRETCH = 26  # worth of its best stretch that makes a pair
_SPREAD = 40  # worth of all stretches together that makes a pair, where it is dense
_DENSE = 0.12  # share of the shorter document


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
    """All pairs of documents of ``index`` that share more than phrases.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> texts = ["Учора: " + story, "Дождж ішоў увесь тыдзень", story]
    >>> found = candidates(build([Document(str(n), "", text=t) for n, t in enumerate(texts)], []))
    >>> found.a.tolist(), found.b.tolist(), found.runs.length.tolist()
    ([1], [2], [9])
    """
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
    return _enough(index, *_sound(index, pair[order], _take(found, order)), counted)


def _take(found: Runs, rows: npt.NDArray[Any]) -> Runs:
    return Runs(found.a[rows], found.b[rows], found.length[rows])


def _worth(index: Index, found: Runs) -> Places:
    letters: Places = index.letters[found.a + found.length] - index.letters[found.a]
    return np.maximum(letters - _PHRASE, 0)


def _sound(index: Index, pair: Places, found: Runs) -> tuple[Places, Runs, Places]:
    """The runs whose stretch is more than a phrase, with their pairs and stretches."""
    stretch = stretches(pair, found)
    keep = np.bincount(stretch, _worth(index, found))[stretch] >= _NOISE
    return pair[keep], _take(found, keep), stretch[keep]


def _enough(
    index: Index, pair: Places, found: Runs, stretch: Places, own: npt.NDArray[np.bool_]
) -> Candidates:
    """The pairs that share enough outside their last lines."""
    size = max(1, len(index.documents))
    heads = _heads(pair)
    worth = _worth(index, found) * ~closing(index, found, stretch, own)
    best = np.bincount(stretch, worth).astype(np.int64)[stretch]
    order = np.lexsort((found.b, pair))
    words_a = _sum(_covered(found.a, found.length, pair), heads)
    words_b = _sum(_covered(found.b[order], found.length[order], pair[order]), heads)
    a, b = pair[heads] // size, pair[heads] % size
    worth, best = _sum(worth, heads), np.maximum.reduceat(best, heads) if len(heads) else best
    dense = np.maximum(words_a, words_b) >= _DENSE * np.minimum(index.sizes[a], index.sizes[b])
    keep = (best >= _STRETCH) | ((worth >= _SPREAD) & dense)
    counts = np.diff(np.append(heads, len(pair)))
    rows = np.repeat(keep, counts)
    return Candidates(
        a[keep],
        b[keep],
        np.append(0, np.cumsum(counts[keep])),
        _take(found, rows),
        stretch[rows],
        words_a[keep],
        words_b[keep],
        worth[keep],
        best[keep],
        own,
    )


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
