"""Which stretches of text belong to one report, however they are mixed in documents.

An article may hold an excerpt of another, and copies of two reports may both be lengthened by
paragraphs of a third, so documents cannot simply be joined when they share text. What is joined
are sentences: neighbours in a document belong to one *strand* unless other documents that hold
them tell them apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from letapis.model import Reuse

__all__ = ["Sets", "components", "strands"]

APART = 0.7
"""Two neighbours are told apart by so many documents for each that holds both, on either side."""
LOOSE = frozenset({"quotation", "common_source", "translation"})
"""Kinds of reuse that do not make two documents copies of one report."""


class Sets:
    """Sets of strings or numbers that grow together; the smallest member names its set.

    >>> sets = Sets()
    >>> sets.join("c", "b"); sets.join("b", "a"); sets.head("c")
    'a'
    """

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def head(self, item: str) -> str:
        """The name of the set that holds ``item``."""
        path = []
        while (up := self._up.get(item, item)) != item:
            path.append(item)
            item = up
        for step in path:
            self._up[step] = item
        return item

    def join(self, a: str, b: str) -> None:
        """Make one set of the two that hold ``a`` and ``b``."""
        low, high = sorted((self.head(a), self.head(b)))
        self._up[high] = low


def components(doc_ids: Iterable[str], reuse: Iterable[Reuse]) -> list[list[str]]:
    """Documents joined by shared text, each set sorted, the sets by their first member.

    A shared quotation, a common source or a translation joins nothing here.

    >>> components("abc", [Reuse("a", "c", "reprint"), Reuse("b", "c", "quotation")])
    [['a', 'c'], ['b']]
    """
    known = sorted(doc_ids)
    sets, there = Sets(), set(known)
    for row in reuse:
        if row.kind not in LOOSE and row.earlier in there and row.later in there:
            sets.join(row.earlier, row.later)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for doc_id in known:
        found[sets.head(doc_id)].append(doc_id)
    return [found[head] for head in sorted(found)]


def strands(
    rows: Mapping[str, Sequence[int]],
    cut: frozenset[str] = frozenset(),
    broken: frozenset[tuple[str, int]] = frozenset(),
) -> list[set[int]]:
    """Classes that belong to one report, out of the sequences of shared classes in documents.

    ``rows`` holds for every document the classes that it shares with others, in order. Two
    neighbours stay together unless they are told apart: more documents go from the one to
    something else, and come to the other from something else, than hold both. ``cut`` names the
    documents that break off: where they end says nothing. ``broken`` names the classes (document,
    class) that break off in mid-sentence although the document goes on: what follows is another's.

    >>> rows = {"a": [1, 2, 3], "b": [1, 2, 3], "c": [7, 2, 3, 8], "d": [6, 7, 8, 9], "e": [6, 7, 8]}
    >>> sorted(sorted(strand) for strand in strands(rows))
    [[1, 2, 3], [6, 7, 8, 9]]
    """
    holders: defaultdict[int, set[str]] = defaultdict(set)
    after: defaultdict[int, dict[str, int | None]] = defaultdict(dict)
    edges: set[tuple[int, int]] = set()
    for doc_id, row in rows.items():
        for i, number in enumerate(row):
            holders[number].add(doc_id)
            after[number][doc_id] = row[i + 1] if i + 1 < len(row) else None
        edges.update((a, b) for a, b in pairwise(row) if a != b)
    sets: dict[int, int] = {number: number for number in holders}

    def head(number: int) -> int:
        while sets[number] != number:
            sets[number] = sets[sets[number]]
            number = sets[number]
        return number

    for a, b in sorted(edges):
        stopped = {d for d in holders[a] if (d, a) in broken}
        if _together(a, b, holders, after, cut, stopped):
            low, high = sorted((head(a), head(b)))
            sets[high] = low
    found: defaultdict[int, set[int]] = defaultdict(set)
    for number in sets:
        found[head(number)].add(number)
    return [found[number] for number in sorted(found)]


def _together(
    a: int,
    b: int,
    holders: Mapping[int, set[str]],
    after: Mapping[int, Mapping[str, int | None]],
    cut: frozenset[str],
    broken: set[str],
) -> bool:
    both = holders[a] & holders[b]
    # documents that hold the one and never come to the other
    onward = sum(1 for d in holders[a] - both if after[a][d] is not None or d not in cut)
    onward += both <= broken
    elsewhere = len(holders[b] - both)
    low, high = sorted((onward, elsewhere))
    return low < APART * len(both) and not (low and high >= 2 * len(both))
