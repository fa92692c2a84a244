"""What an embedder says about aligned sentences: a vote beside the names and numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from letapis.reuse import gale
from letapis.reuse.bilingual import Heap
from letapis.reuse.embedders import Embedder

__all__ = ["cosines"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_UNSURE = 6.0
"""Only pairs whose log odds are within this of even are asked about: the rest is clear without."""
_SLOPE = 12.0
"""Log odds for each unit of cosine above the level of strangers."""
_MOST = 4.0
_HALF = 0.15
"""Translations are at least twice so far above the level of strangers."""


def cosines(heap: Heap, a: Numbers, b: Numbers, odds: Reals, embedder: Embedder) -> Reals:
    """Log odds to add to every pair: aligned sentences nearer in meaning than others of the documents.

    The level of strangers is taken from the same two documents (each sentence against the other
    document's as a whole), so it holds for any model.

    >>> from letapis.model import Document
    >>> from letapis.reuse.bilingual import heap
    >>> class Length:
    ...     def embed(self, sentences):
    ...         return np.eye(9, dtype=np.float32)[[len(s) % 9 for s in sentences]]
    >>> one = Document("a", "", text="Клара Норман, 412. Адам Вебер, 78.", language="ru")
    >>> two = Document("b", "", text="Clara Norman, 412. Adam Weber, 78.", language="en")
    >>> cosines(heap([one, two], []), np.array([0]), np.array([1]), np.array([0.5]), Length()).tolist()
    [4.0]
    """
    found = np.zeros(len(a))
    known: dict[int, npt.NDArray[np.float32]] = {}
    for at in np.flatnonzero(np.abs(odds) < _UNSURE).tolist():
        one, two = int(a[at]), int(b[at])
        for document in (one, two):
            if document not in known:
                known[document] = embedder.embed(_sentences(heap, document))
        found[at] = _vote(known[one], known[two], gale.align(one, two, heap))
    return found


def _sentences(heap: Heap, document: int) -> list[str]:
    text, mine = heap.documents[document].text, slice(heap.first[document], heap.first[document + 1])
    return [text[i:j] for i, j in zip(heap.start[mine].tolist(), heap.stop[mine].tolist(), strict=True)]


def _vote(one: npt.NDArray[np.float32], two: npt.NDArray[np.float32], rows: Numbers) -> float:
    table = np.asarray(one @ two.T, np.float64)
    if not len(rows) or not table.any():
        return 0.0
    matched = [float(table[i:j, k:m].max()) for i, j, k, m, _ in rows.tolist()]
    strangers = float(table.mean()) if table.size > len(rows) else 0.0
    return float(np.clip(_SLOPE * (np.mean(matched) - strangers - _HALF), -_MOST, _MOST))
