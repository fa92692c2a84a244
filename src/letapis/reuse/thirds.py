"""What third documents say of a pair: whom both are close to, and whether a third is their source.

Documents are linked as a graph: for each the numbers of the others it is linked with, rising. To
see what two of them have in common, the shorter list is looked up in the longer one, in strides
that double (J. L. Bentley and A. Yao, *An almost optimal algorithm for unbounded searching*, 1976).
A document linked with 20,000 others therefore costs each of them but a few steps.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from letapis.text.kernel import kernel

__all__ = ["common", "kin"]

Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

_ALL = 0.8  # share of what two have in common that a third must have, to be the source of both


def kin(a: Places, b: Places, close: Flags, size: int) -> tuple[Shares, Shares]:
    """For ``a`` and for ``b``: the share of documents close to it that share text with the other.

    Both are 0 for pairs that are ``close`` themselves, and for documents that none is close to.
    ``size``: how many documents there are.

    >>> a, b = np.array([0, 0, 1, 0]), np.array([1, 2, 2, 3])  # 1 and 2 are close; 0 took from 1
    >>> [shares.tolist() for shares in kin(a, b, np.array([False, False, True, False]), 4)]
    [[0.0, 0.0, 0.0, 0.0], [1.0, 1.0, 0.0, 0.0]]
    """
    loose = np.flatnonzero(~close)
    shares = np.zeros(len(close)), np.zeros(len(close))
    if len(loose) and close.any():
        tight, near = _links(a[close], b[close], size), _links(a, b, size)
        shares[0][loose] = _shared(a[loose], b[loose], *tight, *near)
        shares[1][loose] = _shared(b[loose], a[loose], *tight, *near)
    return shares


def common(earlier: Places, later: Places, words: Places, size: int) -> Flags:
    """Which pairs a third document is the source of: earlier than both, and sharing as much with either.

    ``words`` that the documents of a pair share; a third must share four fifths as many with each.

    >>> earlier, later = np.array([0, 0, 1]), np.array([1, 2, 2])
    >>> common(earlier, later, np.array([30, 28, 30]), 3).tolist()
    [False, False, True]
    >>> common(earlier, later, np.array([30, 20, 30]), 3).tolist()
    [False, False, False]
    """
    order = np.lexsort((earlier, later))
    bounds = np.searchsorted(later[order], np.arange(size + 1))
    sources, shared = earlier[order].astype(np.int32), words[order].astype(np.float64)
    return np.asarray(_third(earlier, later, np.float64(_ALL) * words, bounds, sources, shared))


def _links(a: Places, b: Places, size: int) -> tuple[Places, Numbers]:
    """For each document where its row of linked ones begins, and the rows, each rising."""
    keys = np.concatenate([a * size + b, b * size + a])
    keys.sort()
    return np.searchsorted(keys, np.arange(size + 1) * size), (keys % size).astype(np.int32)


@kernel
def _seek(row: Numbers, low: int, high: int, value: int) -> int:
    """The first place from ``low`` on that holds ``value`` or more; ``high`` where none does."""
    step = 1
    while low + step < high and row[low + step] < value:
        low += step
        step *= 2
    high = min(high, low + step + 1)
    while low < high:
        middle = (low + high) // 2
        if row[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def _shared(a: Places, b: Places, tight_at: Places, tight: Numbers, near_at: Places, near: Numbers) -> Shares:
    """For each pair the share of the documents close to ``a`` that are linked with ``b``."""
    shares = np.zeros(len(a))
    for k in range(len(a)):
        low, high = tight_at[a[k]], tight_at[a[k] + 1]
        at, stop = near_at[b[k]], near_at[b[k] + 1]
        many, both = high - low, 0
        while low < high and at < stop:
            if tight[low] < near[at]:
                low = _seek(tight, low, high, near[at])
            elif tight[low] > near[at]:
                at = _seek(near, at, stop, tight[low])
            else:
                low, at, both = low + 1, at + 1, both + 1
        if many:
            shares[k] = both / many
    return shares


@kernel
def _third(
    earlier: Places, later: Places, least: Shares, bounds: Places, sources: Numbers, shared: Shares
) -> Flags:
    """Which pairs have a source in common that shares at least so much with either."""
    found = np.zeros(len(earlier), np.bool_)
    for k in range(len(earlier)):
        low, high = bounds[earlier[k]], bounds[earlier[k] + 1]
        at, stop = bounds[later[k]], bounds[later[k] + 1]
        while low < high and at < stop:
            if sources[low] < sources[at]:
                low = _seek(sources, low, high, sources[at])
            elif sources[low] > sources[at]:
                at = _seek(sources, at, stop, sources[low])
            elif min(shared[low], shared[at]) >= least[k]:
                found[k] = True
                break
            else:
                low, at = low + 1, at + 1
    return found
