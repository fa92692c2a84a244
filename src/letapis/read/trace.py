"""Ways back to a record, joined: a text was made of a string that was itself read from another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from letapis.model import Anchor

__all__ = ["extent", "forward", "shift", "through"]


def through(upper: Sequence[Anchor], lower: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Anchors from a text to the record, by way of the string between: where both have one.

    ``upper`` leads from the text to the string, ``lower`` from the string to the record; both are in
    order. Linear in the number of anchors.

    >>> found = through((Anchor(0, 4, 2, 6),), (Anchor(0, 3, 100, 103), Anchor(3, 9, 200, 206)))
    >>> [(one.start, one.stop, one.raw_start) for one in found]
    [(0, 1, 102), (1, 4, 200)]
    """
    found: list[Anchor] = []
    at = 0
    for one in upper:
        while at < len(lower) and lower[at].stop <= one.raw_start:
            at += 1
        here = at
        while here < len(lower) and lower[here].start < one.raw_stop:
            other = lower[here]
            a, b = max(one.raw_start, other.start), min(one.raw_stop, other.stop)
            if a < b:
                start, raw = one.start + a - one.raw_start, other.raw_start + a - other.start
                found.append(Anchor(start, start + b - a, raw, raw + b - a))
            here += 1
    return tuple(found)


def shift(anchors: Sequence[Anchor], by: int) -> tuple[Anchor, ...]:
    """The same anchors in a record in which the string stands ``by`` code points further on.

    >>> shift((Anchor(0, 4, 2, 6),), 10)
    (Anchor(start=0, stop=4, raw_start=12, raw_stop=16),)
    """
    return tuple(Anchor(one.start, one.stop, one.raw_start + by, one.raw_stop + by) for one in anchors)


def forward(anchors: Sequence[Anchor], start: int, stop: int) -> tuple[int, int] | None:
    """Where the stretch ``start`` to ``stop`` of the record stands in the text; None where none of it does.

    >>> forward((Anchor(0, 4, 2, 6), Anchor(4, 8, 10, 14)), 5, 12)
    (3, 6)
    >>> forward((Anchor(0, 4, 2, 6),), 7, 9) is None
    True
    """
    at = bisect_right(anchors, start, key=lambda one: one.raw_stop)
    first = last = None
    while at < len(anchors) and anchors[at].raw_start < stop:
        one = anchors[at]
        a, b = max(start, one.raw_start), min(stop, one.raw_stop)
        if a < b:
            first = one.start + a - one.raw_start if first is None else first
            last = one.start + b - one.raw_start
        at += 1
    return None if first is None or last is None else (first, last)


def extent(anchors: Sequence[Anchor], start: int = 0) -> tuple[int, int]:
    """From the first to the last place in the record that a text was read from; ``start`` without any.

    >>> extent((Anchor(0, 4, 20, 24), Anchor(4, 8, 2, 6)))
    (2, 24)
    """
    if not anchors:
        return start, start
    return min(one.raw_start for one in anchors), max(one.raw_stop for one in anchors)
