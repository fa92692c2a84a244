"""Components against the plain way to find them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from letapis.text.component import components


@given(st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20))
def test_things_have_the_smallest_number_they_can_reach(size, links):
    links = [(a % size, b % size) for a, b in links]
    near = {one: {one} for one in range(size)}
    for _ in range(size):
        for a, b in links:
            near[a] |= near[b]
            near[b] |= near[a]
    a, b = np.array([a for a, _ in links], np.int64), np.array([b for _, b in links], np.int64)
    assert components(size, a, b).tolist() == [min(near[one]) for one in range(size)]
