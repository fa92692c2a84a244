"""Which stretches of text belong to one report, however they are mixed in documents.

An article may hold an excerpt of another, and copies of two reports may both be lengthened by
paragraphs of a third, so documents cannot simply be joined when they share text. What is joined
are sentences: neighbours in a document belong to one *strand* unless other documents that hold
them tell them apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from letapis.model import Reuse

__all__ = ["Sets", "components", "strands"]

BASE, LEAST, MORE, BOTH, KIN, BESIDE = 0.0, -1.0, -1.4, -0.85, 0.5, 0.5
"""Log odds that neighbours are of one report: a base, and weights of the logarithms of how many documents
hold only one of them for each that holds both (on the side that has fewer, and on the other), of how
many hold both, of how much more alike their surroundings are than what stands beside either elsewhere,
and of whether anything does. A logistic regression over 1,811 places in synthetic heaps where some
document holds only one of two neighbours; rounded."""
TRIED = 4
"""In so many of the documents that hold two neighbours their surroundings are looked at."""
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
    broken: Mapping[tuple[str, int], float] = MappingProxyType({}),
    kin: Callable[[str, int | None, int | None], float | None] = lambda doc_id, a, b: None,
) -> list[set[int]]:
    """Classes that belong to one report, out of the sequences of shared classes in documents.

    ``rows`` holds for every document the classes that it shares with others, in order. Two
    neighbours stay together unless they are told apart: documents go from the one to something
    else, and come to the other from something else, many for those that hold both. ``cut`` names
    the documents that break off: where they end says nothing. ``broken`` weighs breaks after a class
    in a document (1: it stops in mid-sentence and the document goes on; 0.5: text that nobody
    shares comes between): what follows may be another's. ``kin`` gives the log odds that what
    stands on either side of a place in a document is about the same thing: between two classes,
    before one (the first is None) or behind one; None where there is nothing.

    >>> rows = {"a": [1, 2, 3], "b": [1, 2, 3], "c": [7, 2, 3, 8], "d": [6, 7, 8, 9], "e": [6, 7, 8, 9]}
    >>> sorted(sorted(strand) for strand in strands(rows))
    [[1, 2, 3], [6, 7, 8, 9]]
    """
    web = _Web(rows, cut, broken, kin)
    head: dict[int, int] = {number: number for number in web.holders}

    def lead(number: int) -> int:
        while head[number] != number:
            head[number] = head[head[number]]
            number = head[number]
        return number

    for a, b in sorted(web.edges):
        if web.together(a, b):
            low, high = sorted((lead(a), lead(b)))
            head[high] = low
    found: defaultdict[int, set[int]] = defaultdict(set)
    for number in head:
        found[lead(number)].add(number)
    return [found[number] for number in sorted(found)]


class _Web:
    """Which classes follow which, in which documents."""

    def __init__(
        self,
        rows: Mapping[str, Sequence[int]],
        cut: frozenset[str],
        broken: Mapping[tuple[str, int], float],
        kin: Callable[[str, int | None, int | None], float | None],
    ) -> None:
        self.holders: defaultdict[int, set[str]] = defaultdict(set)
        self.edges: set[tuple[int, int]] = set()
        self.place: dict[str, dict[int, int]] = {}
        self._rows, self._cut, self._broken, self._kin = rows, cut, broken, kin
        for doc_id, row in rows.items():
            self.place[doc_id] = {}
            for i, number in enumerate(row):
                self.holders[number].add(doc_id)
                self.place[doc_id].setdefault(number, i)
            self.edges.update((a, b) for a, b in pairwise(row) if a != b)

    def together(self, a: int, b: int) -> bool:
        """Whether ``b``, which follows ``a`` somewhere, belongs to the same report."""
        both = self.holders[a] & self.holders[b]
        alone = {d for d in self.holders[a] - both if d not in self._cut or self._next(d, a, 1) is not None}
        onward = len(alone) + min(self._broken.get((d, a), 0.0) for d in both)
        elsewhere = self.holders[b] - both
        low, high = sorted((onward, float(len(elsewhere))))
        if high and self._odds(a, b, low, high) < 0:
            return False
        return not (alone and elsewhere and (self._skips(alone, a, b, 1) or self._skips(elsewhere, b, a, -1)))

    def _odds(self, a: int, b: int, low: float, high: float) -> float:
        """Log odds that two neighbours are of one report."""
        both = self.holders[a] & self.holders[b]
        alike = max(self._kin(d, a, b) or 0.0 for d in sorted(both)[:TRIED])
        apart = [self._kin(d, None, b) for d in sorted(self.holders[b] - both)[:TRIED]]
        apart += [self._kin(d, a, None) for d in sorted(self.holders[a] - both)[:TRIED]]
        rival = max((kin for kin in apart if kin is not None), default=None)
        return (
            BASE
            + LEAST * math.log((low + 0.3) / len(both))
            + MORE * math.log((high + 0.3) / len(both))
            + BOTH * math.log(len(both))
            + KIN * (alike - max(-1.0, rival or 0.0))
            + BESIDE * (rival is not None)
        )

    def _next(self, doc_id: str, number: int, step: int) -> int | None:
        row, at = self._rows[doc_id], self.place[doc_id][number] + step
        return row[at] if 0 <= at < len(row) else None

    def _skips(self, others: set[str], a: int, b: int, step: int) -> bool:
        """Whether a document goes from ``a`` straight to what elsewhere stands beyond ``b``."""
        both = self.holders[a] & self.holders[b]
        for beyond in {self._next(other, a, step) for other in others} - {None}:
            if beyond is None or not self.holders[b] - self.holders[a] - self.holders[beyond]:
                continue
            for d in both & self.holders[beyond]:
                if (self.place[d][beyond] - self.place[d][b]) * step > 0:
                    return True
        return False
