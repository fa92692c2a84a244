"""What each pair looks like: how much is shared, where it stands, what third documents say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.candidates import Candidates
from letapis.reuse.index import Index

__all__ = ["Shape", "shape"]

Places = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Shape:
    """Per pair of :class:`Candidates`, first for ``a``, then for ``b``.

    ``size``: own words. ``share``: share of them that recur. ``reach``: share inside stretches that
    recur, small changes included. ``lead``: own words before the first shared one. ``backed``:
    words inside stretches that are missing from the other document and stand in a third;
    ``lone``: those that stand in no other document at all.
    """

    size: tuple[Places, Places]
    share: tuple[Shares, Shares]
    reach: tuple[Shares, Shares]
    lead: tuple[Places, Places]
    backed: tuple[Places, Places]
    lone: tuple[Places, Places]
    stretches: Places


def shape(index: Index, found: Candidates) -> Shape:
    """The shape of every pair.

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
    counted = np.append(0, np.cumsum(found.own))
    held = np.append(0, np.cumsum(_held(len(index.text), found) & found.own))
    many = np.diff(found.bounds)
    heads = np.flatnonzero(np.append(True, np.diff(found.stretch) != 0)) if len(many) else found.a
    pair = np.repeat(np.arange(len(many)), many)[heads]

    def side(texts: Places, starts: Places, words: Places) -> tuple[Any, ...]:
        """One side's size, share, reach, lead, backed and lone words."""
        low = np.minimum.reduceat(starts, heads) if len(heads) else starts
        high = np.maximum.reduceat(starts + found.runs.length, heads) if len(heads) else starts
        reach = np.bincount(pair, counted[high] - counted[low], len(texts)).astype(np.int64)
        known = np.bincount(pair, held[high] - held[low], len(texts)).astype(np.int64)
        begin = counted[index.words.bounds[texts]]
        size = counted[index.words.bounds[texts + 1]] - begin
        first = np.minimum.reduceat(starts, found.bounds[:-1]) if len(texts) else starts
        share, within = (np.minimum(n / np.maximum(size, 1), 1.0) for n in (words, reach))
        return size, share, within, counted[first] - begin, np.maximum(known - words, 0), reach - known

    one = side(found.a, found.runs.a, found.words_a)
    two = side(found.b, found.runs.b, found.words_b)
    size, share, reach, lead, backed, lone = zip(one, two, strict=True)
    return Shape(size, share, reach, lead, backed, lone, np.bincount(pair, minlength=len(many)))


def _held(size: int, found: Candidates) -> npt.NDArray[np.bool_]:
    """Which words stand in at least one other document."""
    change = np.zeros(size + 1, np.int64)
    for starts in (found.runs.a, found.runs.b):
        np.add.at(change, starts, 1)
        np.add.at(change, starts + found.runs.length, -1)
    return np.cumsum(change)[:-1] > 0
