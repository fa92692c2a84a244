"""Strands that go together because they are about the same thing, where documents leave it open.

Teasers hold the beginning of a report and excerpts something from its middle; a single full copy holds
both. Then as many documents tell the two strands apart as hold them together, and only what they
say shows that the one goes on with the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby, pairwise

from letapis.stemma.body import Body
from letapis.stemma.topic import kinship, roots
from letapis.stemma.units import Unit

__all__ = ["kindred"]

KIN, AHEAD = 2.9, 2.5
"""Log odds from which neighbouring strands are about the same thing, and how far the most kindred
neighbour must be ahead of the next."""


def kindred(of: Mapping[int, int], bodies: Mapping[str, Body]) -> dict[int, int]:
    """Class → strand, neighbouring strands joined that are each other's most kindred neighbour.

    A strand stays alone where documents that hold it mostly go on with something else.

    >>> kindred({}, {})
    {}
    """
    said: dict[int, dict[int, Unit]] = defaultdict(dict)
    near: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    onward: defaultdict[int, set[str]] = defaultdict(set)
    for doc_id, body in bodies.items():
        for unit, number in zip(body.units, body.labels, strict=True):
            if number in of:
                said[of[number]].setdefault(number, unit)
        row = [strand for strand, _ in groupby(of.get(n) for n in body.labels)]
        for a, b in pairwise(row):
            if a is not None:
                onward[a].add(doc_id)
            if a is not None and b is not None:
                near[a, b].add(doc_id)
    words = {strand: roots(units.values()) for strand, units in said.items()}
    score = {pair: kinship(words[pair[0]], words[pair[1]]) for pair in near}
    into: dict[int, int] = {}
    for a, b in sorted(near, key=lambda pair: (-score[pair], pair)):
        elsewhere = len(onward[a] - near[a, b])
        if elsewhere > len(near[a, b]) or not _foremost((a, b), score):
            continue
        low, high = sorted((_head(into, a), _head(into, b)))
        if low != high:
            into[high] = low
    return {number: _head(into, strand) for number, strand in of.items()}


def _foremost(pair: tuple[int, int], score: Mapping[tuple[int, int], float]) -> bool:
    """Whether two strands are far more akin than either is to another neighbour."""
    rest = [s for other, s in score.items() if other not in (pair, pair[::-1]) and set(other) & set(pair)]
    return score[pair] >= max([KIN, *(s + AHEAD for s in rest)])


def _head(into: Mapping[int, int], strand: int) -> int:
    while strand in into:
        strand = into[strand]
    return strand
