"""Groups that grow by joins, and keys that may join only what no language keeps apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

__all__ = ["Union", "across"]

Node = TypeVar("Node", bound=Hashable)


class Union:
    """Disjoint sets of whole numbers; every set is known by its smallest member.

    >>> sets = Union(4)
    >>> sets.join(3, 1)
    >>> [sets.find(one) for one in range(4)]
    [0, 1, 2, 1]
    """

    def __init__(self, size: int = 0) -> None:
        self._above = list(range(size))

    def add(self) -> int:
        """A new set of one member."""
        self._above.append(len(self._above))
        return len(self._above) - 1

    def find(self, one: int) -> int:
        """The smallest member of the set that ``one`` is in."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low


def across(
    sets: Union,
    keys: Iterable[tuple[int, Hashable]],
    tongues: Mapping[int, frozenset[str]],
    fit: Callable[[int, int], bool] = lambda one, other: True,
) -> list[tuple[int, int]]:
    """Join what shares a key across languages; the pairs joined, in order.

    A key that two sets of one language share says nothing of which of them is meant: it joins
    none of them. ``tongues`` are the languages of each node's forms.

    >>> sets, tongues = Union(4), {0: {"ru"}, 1: {"be"}, 2: {"ru"}, 3: {"uk"}}
    >>> across(sets, [(0, "lsv"), (1, "lsv"), (2, "krl"), (3, "krl")], tongues)
    [(0, 1), (2, 3)]
    >>> across(Union(4), [(0, "lsv"), (1, "lsv"), (2, "lsv")], tongues)
    []
    """
    groups: dict[Hashable, set[int]] = {}
    for node, key in keys:
        groups.setdefault(key, set()).add(node)
    spoken: dict[int, set[str]] = {}
    for node, languages in tongues.items():
        spoken.setdefault(sets.find(node), set()).update(languages)
    joined = []
    for found in sorted(map(sorted, groups.values())):
        roots = sorted({sets.find(node) for node in found})
        if len(roots) < 2 or not _apart(roots, spoken):
            continue
        first = roots[0]
        for other in roots[1:]:
            if fit(first, other):
                sets.join(first, other)
                spoken[first] |= spoken[other]
                joined.append((first, other))
    return joined


def _apart(roots: list[int], spoken: Mapping[int, set[str]]) -> bool:
    """Whether no language is spoken by two of them."""
    seen: set[str] = set()
    for root in roots:
        if seen & spoken[root]:
            return False
        seen |= spoken[root]
    return True
