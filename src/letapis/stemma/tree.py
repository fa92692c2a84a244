"""The cheapest tree of who took from whom: minimum-cost arborescence.

Chu and Liu (1965) and Edmonds (1967): every node takes its cheapest parent; a circle is drawn
together into one node, the costs of the edges into it lowered by what the circle paid for the
node they enter; then the same again. A greedy choice alone would close circles (two equal copies,
each the other's best parent), so the contraction is needed. Tarjan (1977) showed how to do it with
a heap of edges for every node and sets that can be joined; here the smaller heap is poured into
the larger one.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

__all__ = ["arborescence"]

_Edge = tuple[int, bool, str, int, int]
"""Cost, whether it does not come from the root (ties go to the root), parent's name, parent, child."""


def arborescence(costs: Mapping[tuple[str, str], float], root: str) -> dict[str, str]:
    """The parent of every node but ``root`` in the cheapest tree that hangs from ``root``.

    ``costs`` maps (parent, child) to the cost of the child being taken from the parent; every
    node must have an edge from ``root``. Ties go to ``root``, then to the smaller name, so that
    the order of the edges changes nothing. O(edges · log² nodes).

    >>> arborescence({("r", "a"): 3, ("r", "b"): 4, ("a", "b"): 1, ("b", "a"): 1}, "r")
    {'a': 'r', 'b': 'a'}
    """
    names = [root, *sorted({child for _, child in costs if child != root})]
    number = {name: i for i, name in enumerate(names)}
    heaps: list[list[_Edge]] = [[] for _ in names]
    for (parent, child), cost in costs.items():
        if child not in (root, parent):
            # whole numbers, so that what is subtracted below leaves ties exact
            edge = (round(cost * 1_000_000), parent != root, parent, number[parent], number[child])
            heaps[number[child]].append(edge)
    for heap in heaps:
        heapify(heap)
    taken = _Contraction(heaps).solve()
    return {names[child]: names[parent] for child, parent in sorted(taken.items())}


class _Contraction:
    """Nodes drawn together into circles, and how to open them again."""

    def __init__(self, heaps: list[list[_Edge]]) -> None:
        count = len(heaps)
        self.heaps = heaps
        self.offset = [0] * count
        self.up = list(range(count))
        self.size = [1] * count
        self.joins: list[tuple[int, int]] = []

    def head(self, node: int) -> int:
        while self.up[node] != node:
            node = self.up[node]
        return node

    def solve(self) -> dict[int, int]:
        """Child → parent. Node 0 is the root."""
        count = len(self.heaps)
        seen = [-1] * count
        seen[0] = 0
        chosen: dict[int, _Edge] = {}
        circles: list[tuple[int, int, list[_Edge]]] = []
        for start in range(1, count):
            at, path, edges = start, [], []
            while seen[at] < 0:
                edge = self._cheapest(at)
                path.append(at)
                edges.append(edge)
                seen[at] = start
                at = self.head(edge[3])
                if seen[at] == start:
                    first = path.index(at)
                    ring, inside = path[first:], edges[first:]
                    del path[first:], edges[first:]
                    before = len(self.joins)
                    at = self._join(ring)
                    seen[at] = -1
                    circles.append((at, before, inside))
            chosen.update({self.head(edge[4]): edge for edge in edges})
        for at, before, inside in reversed(circles):
            self._open(before)
            entry = chosen[at]
            chosen.update({self.head(edge[4]): edge for edge in inside})
            chosen[self.head(entry[4])] = entry
        return {node: edge[3] for node, edge in chosen.items()}

    def _cheapest(self, node: int) -> _Edge:
        """The cheapest edge into ``node`` from outside; the others cost so much less from now on."""
        heap = self.heaps[node]
        while True:
            edge = heappop(heap)
            if self.head(edge[3]) != node:
                self.offset[node] = -edge[0]
                return edge

    def _join(self, ring: list[int]) -> int:
        """Make one node of a circle; the smaller heaps are poured into the largest."""
        top = max(ring, key=lambda node: (len(self.heaps[node]), -node))
        heap, offset = self.heaps[top], self.offset[top]
        for node in ring:
            if node != top:
                for cost, late, name, parent, child in self.heaps[node]:
                    heappush(heap, (cost + self.offset[node] - offset, late, name, parent, child))
                self.heaps[node] = []
        for node in ring:
            a, b = self.head(ring[0]), self.head(node)
            if a != b:
                low, high = (a, b) if self.size[a] >= self.size[b] else (b, a)
                self.up[high] = low
                self.size[low] += self.size[high]
                self.joins.append((low, high))
        head = self.head(ring[0])
        self.heaps[head], self.offset[head] = heap, offset
        return head

    def _open(self, before: int) -> None:
        while len(self.joins) > before:
            low, high = self.joins.pop()
            self.up[high] = high
            self.size[low] -= self.size[high]
