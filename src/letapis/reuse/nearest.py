"""For every document the few of each other language that share the rarest keys with it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from letapis.reuse.bilingual import Heap

__all__ = ["nearest"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

KEPT = 4
"""So many candidates are kept for a document in each other language."""
MOST = 12
"""So many candidates are kept for a document in all: many languages do not make many comparisons."""
BUDGET = 6000
"""So many places are looked up for a document, those of its rarest keys first: keeps the work linear."""

CROWD = 1000
"""Of a key in more documents only so many places are looked up: of a report with 20,000 copies some are met,
and never none."""


def nearest(heap: Heap) -> tuple[Numbers, Numbers]:
    """Pairs of documents (a before b, by number) of two languages that are worth aligning, in order.

    >>> from letapis.model import Document
    >>> from letapis.reuse.bilingual import heap
    >>> texts = [("ru", "Дэвид Грин в Лиссабоне."), ("en", "David Green in Lisbon."), ("en", "Nobody.")]
    >>> pages = [Document(str(i), "", text=text, language=code) for i, (code, text) in enumerate(texts)]
    >>> [column.tolist() for column in nearest(heap(pages, []))]
    [[0], [1]]
    """
    count = len(heap.documents)
    owner = np.repeat(np.arange(count), np.diff(heap.head))
    whole = np.unique(heap.key.astype(np.int64) << 32 | owner) if len(owner) else owner
    key, document = whole >> 32, whole & 0xFFFFFFFF
    bounds = np.searchsorted(key, np.arange(len(heap.names) + 1))
    spread = np.diff(bounds)
    # a document's keys, the rarest of the heap first
    order = np.lexsort((spread[key], document))
    mine, head = key[order], np.searchsorted(document[order], np.arange(count + 1))
    weight = np.maximum(-heap.log_chance.mean(axis=0), 0.0) if count else np.zeros(0)
    norm = np.sqrt(np.bincount(document, weight[key], count) + 1.0)
    limits = len(heap.languages), KEPT, MOST, BUDGET, CROWD
    a, b = _look(mine, head, bounds, document, weight, norm, heap.language, limits)
    pairs = np.unique(np.minimum(a, b) << 32 | np.maximum(a, b))
    return pairs >> 32, pairs & 0xFFFFFFFF


@njit(cache=True, nogil=True)
def _look(mine, head, bounds, document, weight, norm, language, limits):  # type: ignore[no-untyped-def]  # numba
    languages, kept, most, budget, crowd = limits
    count = len(head) - 1
    score = np.zeros(count)
    met = np.zeros(count, np.int64)
    best = np.zeros((languages, kept))
    who = np.zeros((languages, kept), np.int64)
    out_a = np.zeros(count * languages * kept, np.int64)
    out_b = np.zeros(count * languages * kept, np.int64)
    size = 0
    for a in range(count):
        seen, left = 0, budget
        for at in range(head[a], head[a + 1]):
            key = mine[at]
            stop = min(bounds[key + 1], bounds[key] + crowd)
            left -= stop - bounds[key]
            if left < 0:
                break
            for place in range(bounds[key], stop):
                b = document[place]
                if language[b] == language[a]:
                    continue
                if score[b] == 0.0:
                    met[seen] = b
                    seen += 1
                score[b] += weight[key]
        best[:] = 0.0
        who[:] = -1
        for at in range(seen):
            b = met[at]
            value, tongue = score[b] / norm[b], language[b]
            score[b] = 0.0
            if value <= best[tongue, kept - 1]:
                continue
            slot = kept - 1
            while slot and best[tongue, slot - 1] < value:
                best[tongue, slot], who[tongue, slot] = best[tongue, slot - 1], who[tongue, slot - 1]
                slot -= 1
            best[tongue, slot], who[tongue, slot] = value, b
        bar = 0.0
        if languages * kept > most:
            bar = np.sort(best.ravel())[-most]
        for tongue in range(languages):
            for slot in range(kept):
                if who[tongue, slot] >= 0 and best[tongue, slot] >= bar:
                    out_a[size], out_b[size] = a, who[tongue, slot]
                    size += 1
    return out_a[:size], out_b[:size]
