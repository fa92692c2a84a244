"""The arborescence against trying every tree."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.stemma.tree import arborescence


def cheapest(costs: dict[tuple[str, str], float], nodes: list[str]) -> float:
    best = float("inf")
    for choice in product(["r", *nodes], repeat=len(nodes)):
        parent = dict(zip(nodes, choice, strict=True))
        if any((p, c) not in costs for c, p in parent.items()):
            continue
        if all(_rooted(node, parent) for node in nodes):
            best = min(best, sum(costs[p, c] for c, p in parent.items()))
    return best


def _rooted(node: str, parent: dict[str, str]) -> bool:
    seen = set()
    while node != "r":
        if node in seen:
            return False
        seen.add(node)
        node = parent[node]
    return True


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 5), st.data())
def test_no_tree_is_cheaper(count: int, data: st.DataObject) -> None:
    nodes = [chr(ord("a") + i) for i in range(count)]
    costs: dict[tuple[str, str], float] = {}
    for child in nodes:
        costs["r", child] = data.draw(st.integers(0, 30))
        for parent in nodes:
            if parent != child and data.draw(st.booleans()):
                costs[parent, child] = data.draw(st.integers(0, 12))
    tree = arborescence(costs, "r")
    assert set(tree) == set(nodes)
    assert all(_rooted(node, tree) for node in nodes)
    assert sum(costs[p, c] for c, p in tree.items()) == cheapest(costs, nodes)


def test_a_long_chain_of_equal_copies_does_not_recurse_deeply() -> None:
    nodes = [f"n{i:05}" for i in range(3000)]
    costs: dict[tuple[str, str], float] = {("r", n): 5.0 for n in nodes}
    for a, b in pairwise(nodes):
        costs[a, b] = costs[b, a] = 1.0
    tree = arborescence(costs, "r")
    assert sum(parent == "r" for parent in tree.values()) == 1


def test_a_copy_that_credits_another_copy_was_taken_from_it() -> None:
    from letapis.model import Document
    from letapis.stemma.body import bodies
    from letapis.stemma.descent import parents, readings, standard
    from letapis.stemma.members import members

    text = "Мост закрыт\nЕго закрыли в среду утром на ремонт.\nОткроют его в июле."
    pages = [Document(d, "", text=text, language="ru", outlet=d.upper()) for d in ("a", "b", "c")]
    (group,) = members(bodies(pages), [])
    read = readings(group, standard(group, None), {n: i for i, n in enumerate(group[0].labels)})
    assert parents(group, read, None) == {"a": "", "b": "", "c": ""}
    assert parents(group, read, None, {"c": {"B"}}) == {"a": "", "b": "", "c": "b"}
    assert parents(group, read, "a", {"a": {"B"}, "b": {"B"}}) == {"b": "a", "c": "a"}
