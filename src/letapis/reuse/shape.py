"""What each pair looks like: how much is shared, where it stands, what third documents say of it."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The shape of every pair."""
    counted = np.append(0, np.cumsum(found.own))
    held = np.append(0, np.cumsum(_held(len(index.text), found) & found.own))
    ends = index.words.bounds
    heads = np.flatnonzero(np.append(True, np.diff(found.stretch) != 0)) if len(found.stretch) else found.a
    pair = np.repeat(np.arange(len(found.a)), np.diff(found.bounds))[heads]
    sides = []
    sides_of = ((found.a, found.runs.a, found.words_a), (found.b, found.runs.b, found.words_b))
    for texts, starts, words in sides_of:
        low = np.minimum.reduceat(starts, heads) if len(heads) else starts
        high = np.maximum.reduceat(starts + found.runs.length, heads) if len(heads) else starts
        reach = np.bincount(pair, counted[high] - counted[low], len(texts)).astype(np.int64)
        known = np.bincount(pair, held[high] - held[low], len(texts)).astype(np.int64)
        size = counted[ends[texts + 1]] - counted[ends[texts]]
        first = np.minimum.reduceat(starts, found.bounds[:-1]) if len(texts) else starts
        lead = counted[first] - counted[ends[texts]]
        safe = np.maximum(size, 1)
        sides.append(
            (
                size,
                np.minimum(words / safe, 1.0),
                np.minimum(reach / safe, 1.0),
                lead,
                np.maximum(known - words, 0),
                reach - known,
            )
        )
    a, b = sides
    return Shape(
        (a[0], b[0]),
        (a[1], b[1]),
        (a[2], b[2]),
        (a[3], b[3]),
        (a[4], b[4]),
        (a[5], b[5]),
        np.bincount(pair, minlength=len(found.a)),
    )


def _held(size: int, found: Candidates) -> npt.NDArray[np.bool_]:
    """Which words stand in at least one other document."""
    change = np.zeros(size + 1, np.int64)
    for starts in (found.runs.a, found.runs.b):
        np.add.at(change, starts, 1)
        np.add.at(change, starts + found.runs.length, -1)
    return np.cumsum(change)[:-1] > 0
