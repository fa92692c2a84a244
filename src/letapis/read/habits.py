"""How the documents of one heap are used to end: learnt from a first division of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence

__all__ = ["GENERAL", "habits"]

PRIOR = 20.0
"""How many documents the general rule counts for against the heap's own."""

MOST = 3.5
"""Largest ratio that habit alone may give, either way."""

GENERAL: dict[str, tuple[float, float]] = {
    "footer": (0.028, 0.0005),
    "closing": (0.185, 0.0022),
    "furniture": (0.060, 0.0011),
    "picture": (0.003, 0.0105),
    "cut": (0.377, 0.0077),
    "loose": (0.042, 0.0058),
    "heading": (0.028, 0.1961),
    "plain": (0.277, 0.7761),
}
"""What stands before a document, and before any other line of text: shares of each, by and large.

footer: a feed's footer, with nothing but furniture after it; closing: rights, share, subscribe
and the like; furniture: other lines that are not the article; picture: a picture's credit or
place; cut: a line that breaks off; loose: one that may; heading: a line like a heading; plain: text.
"""


def habits(before: Sequence[str | None], starts: Collection[int] = ()) -> dict[str, float]:
    """Log-likelihood ratio of a document's beginning after each kind of line, in this heap.

    Shares are counted over ``starts`` and over all other lines and smoothed with ``GENERAL``;
    without starts they are those of ``GENERAL``.

    >>> always, seldom = habits(["cut", "plain"] * 50, range(0, 100, 2)), habits(["cut"] * 90, [1])
    >>> always["cut"] > 2 > 0 > seldom["cut"]
    True
    """
    chosen = set(starts)
    begun = Counter(kind for at, kind in enumerate(before) if kind and at in chosen)
    other = Counter(kind for at, kind in enumerate(before) if kind and at not in chosen and chosen)
    ratios = {}
    for kind, (at_start, elsewhere) in GENERAL.items():
        yes = (begun[kind] + PRIOR * at_start) / (begun.total() + PRIOR)
        no = (other[kind] + PRIOR * elsewhere) / (other.total() + PRIOR)
        ratios[kind] = max(-MOST, min(MOST, math.log(yes / no)))
    return ratios
