"""The cheapest tree of who took from whom: minimum-cost arborescence.

Chu and Liu (1965) and Edmonds (1967): every node takes its cheapest parent; a circle is drawn
together into one node, the costs of the edges into it lowered by what the circle paid for the
node they enter; then the same again. A greedy choice alone would close circles (two equal copies,
each the other's best parent), so the contraction is needed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["arborescence"]


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    cost: float
    rooted: bool
    """False for an edge from the root: False sorts first, so ties go to the root."""
    real: tuple[str, str]
    """Parent and child as given."""
    parent: str
    child: str
    """The same, or the circles that they were drawn into."""


def arborescence(costs: Mapping[tuple[str, str], float], root: str) -> dict[str, str]:
    """The parent of every node but ``root`` in the cheapest tree that hangs from ``root``.

    ``costs`` maps (parent, child) to the cost of the child being taken from the parent; every
    node must have an edge from ``root``. Ties go to ``root``, then to the smaller name, so that
    the order of the edges changes nothing. All circles of a level are contracted at once:
    O(edges · log nodes) where circles are short, O(nodes · edges) at worst.

    >>> arborescence({("r", "a"): 3, ("r", "b"): 4, ("a", "b"): 1, ("b", "a"): 1}, "r")
    {'a': 'r', 'b': 'a'}
    """
    edges = [
        _Edge(round(cost, 9), parent != root, (parent, child), parent, child)
        for (parent, child), cost in costs.items()
        if child not in (root, parent)
    ]
    return dict(sorted((edge.real[1], edge.real[0]) for edge in _solve(edges, root)))


def _solve(edges: list[_Edge], root: str) -> list[_Edge]:
    best: dict[str, _Edge] = {}
    for edge in edges:
        if edge.child not in best or edge < best[edge.child]:
            best[edge.child] = edge
    circles = _circles(best, root)
    if not circles:
        return list(best.values())
    into = {member: "\0" + min(circle) for circle in circles for member in circle}
    drawn: dict[tuple[str, str], _Edge] = {}
    entry: dict[tuple[str, str], str] = {}
    for edge in edges:
        parent, child = into.get(edge.parent, edge.parent), into.get(edge.child, edge.child)
        if parent == child:
            continue
        entry[edge.real] = edge.child
        paid = best[edge.child].cost if edge.child in into else 0.0
        new = _Edge(round(edge.cost - paid, 9), edge.rooted, edge.real, parent, child)
        if (parent, child) not in drawn or new < drawn[parent, child]:
            drawn[parent, child] = new
    taken = {entry[edge.real]: edge for edge in _solve(list(drawn.values()), root)}
    entered = set(taken)
    kept = [best[member] for circle in circles for member in circle if member not in entered]
    return list(taken.values()) + kept


def _circles(best: Mapping[str, _Edge], root: str) -> list[list[str]]:
    """Every circle among the cheapest edges."""
    seen: dict[str, int] = {root: 0}
    found: list[list[str]] = []
    for number, node in enumerate(sorted(best), 1):
        path, at = [], node
        while at not in seen:
            seen[at] = number
            path.append(at)
            at = best[at].parent
        if seen[at] == number:
            found.append(path[path.index(at) :])
    return found
