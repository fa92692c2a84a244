"""What third documents say, against the same said in sets."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from letapis.reuse.thirds import common, kin

SIZE = 9
EDGES = st.sets(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda e: e[0] != e[1]))


def ends(edges: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    found = np.array(edges, np.int64).reshape(len(edges), 2)
    return found[:, 0], found[:, 1]


@given(EDGES, st.data())
def test_kin_is_what_sets_say(edges, data):
    pairs = sorted({(min(edge), max(edge)) for edge in edges})
    close = data.draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    near, tight = defaultdict(set), defaultdict(set)
    for (a, b), flag in zip(pairs, close, strict=True):
        for sets in (near, tight) if flag else (near,):
            sets[a].add(b)
            sets[b].add(a)
    one, two = kin(*ends(pairs), np.array(close, bool), SIZE)
    for k, (a, b) in enumerate(pairs):
        want = [
            len(tight[x] & near[y]) / len(tight[x]) if tight[x] and not close[k] else 0.0
            for x, y in ((a, b), (b, a))
        ]
        assert [one[k], two[k]] == want


@given(EDGES, st.data())
def test_a_common_source_is_what_dictionaries_say(edges, data):
    pairs = sorted({frozenset(edge): edge for edge in sorted(edges)}.values(), reverse=True)
    words = data.draw(st.lists(st.integers(1, 12), min_size=len(pairs), max_size=len(pairs)))
    sources = defaultdict(dict)
    for (earlier, later), shared in zip(pairs, words, strict=True):
        sources[later][earlier] = shared
    want = [
        any(
            min(sources[earlier][third], sources[later][third]) >= 0.8 * shared
            for third in sources[earlier].keys() & sources[later].keys()
        )
        for (earlier, later), shared in zip(pairs, words, strict=True)
    ]
    assert common(*ends(pairs), np.array(words, np.int64), SIZE).tolist() == want


def test_a_hub_is_looked_up_and_not_walked_through():
    """A document with 20,000 copies, each quoted once: seconds if every quotation walked the copies."""
    many = 20_000
    copies, hosts = np.arange(1, many + 1), np.arange(many + 1, 2 * many + 1)
    a, b = np.zeros(2 * many, np.int64), np.concatenate([copies, hosts])
    one, two = kin(a, b, np.arange(2 * many) < many, 2 * many + 1)
    assert not one.any()
    assert not two.any()
    assert not common(a, b, np.full(2 * many, 30), 2 * many + 1).any()
