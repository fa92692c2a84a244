"""Strands that are at home in one report only: what an excerpt took out of its middle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import groupby, pairwise

from letapis.stemma.body import Body

__all__ = ["homes"]

MOST, MUCH = 0.6, 0.8
"""A strand is native to a document of which it makes up so much, or which begins with it, and that holds
so much of it."""


def homes(of: Mapping[int, int], bodies: Mapping[str, Body]) -> dict[int, int]:
    """Class → strand, with every strand that is a guest wherever else it stands joined to its host.

    A sentence from the middle of a report that only an excerpt shares makes a strand of its own,
    for the teasers that share the beginning never come to it. It belongs to the strand before it
    in the one document where text of its own leads from the one to the other.

    >>> from letapis.model import Document
    >>> from letapis.stemma.units import Unit
    >>> def body(name: str, *labels: int) -> Body:
    ...     made = tuple(Unit(name, i, i + 1, ("слово",)) for i in range(len(labels)))
    ...     return Body(Document(name, ""), made, labels)
    >>> three = {"a": body("a", 1, 2, 3, 4), "b": body("b", 1), "c": body("c", 7, 8, 3, 9)}
    >>> homes({1: 0, 3: 1}, three)
    {1: 0, 3: 0}
    """
    held: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for doc_id, body in bodies.items():
        for unit, number in zip(body.units, body.labels, strict=True):
            if number in of:
                mine = held[of[number]]
                mine[doc_id] = mine.get(doc_id, 0) + unit.words
    native: set[int] = set()
    for strand, words in held.items():
        most = max(words.values())
        for doc_id, n in words.items():
            body = bodies[doc_id]
            starts = of.get(body.labels[0]) == strand
            # a few sentences of it, as a teaser of the excerpt has, are nobody's home
            if n >= MUCH * most and (starts or n >= MOST * body.words):
                native.add(strand)
    before: defaultdict[int, set[int]] = defaultdict(set)
    for body in bodies.values():
        row = [strand for strand, _ in groupby(of.get(n) for n in body.labels)]
        known = [i for i, strand in enumerate(row) if strand is not None]
        for k, (i, j) in enumerate(pairwise(known)):
            after = row[known[k + 2]] if k + 2 < len(known) else None
            here, there = row[i], row[j]
            # text of its own in between: the document goes on where the others break off
            if here is not None and there is not None and j > i + 1 and after != here != there:
                before[there].add(here)
    into = {
        strand: next(iter(found))
        for strand, found in before.items()
        if len(found) == 1 and strand not in native
    }
    return {number: _last(strand, into) for number, strand in of.items()}


def _last(strand: int, into: Mapping[int, int]) -> int:
    seen = {strand}
    while strand in into and into[strand] not in seen:
        strand = into[strand]
        seen.add(strand)
    return strand
