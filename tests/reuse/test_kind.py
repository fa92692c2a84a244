"""Kinds of reuse, told for many pairs at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.reuse.kind import KINDS, Side, kind

SIDES = st.tuples(st.integers(1, 400), st.floats(0, 1), st.integers(0, 60), st.booleans())
PAIRS = st.lists(st.tuples(SIDES, SIDES, st.integers(1, 3), st.booleans()), min_size=1, max_size=8)


def named(pairs: list[tuple]) -> list[str]:
    earlier, later, stretches, marked = zip(*pairs, strict=True)
    one, two = (Side(*map(np.array, zip(*sides, strict=True))) for sides in (earlier, later))
    return [KINDS[found] for found in kind(one, two, np.array(stretches), np.array(marked))]


@pytest.mark.parametrize(
    ("earlier", "later", "stretches", "marked", "want"),
    [
        ((300, 0.97, 0, False), (310, 0.95, 5, False), 3, False, "reprint"),
        ((300, 0.1, 0, False), (31, 0.98, 0, False), 1, False, "teaser"),
        ((300, 0.1, 90, False), (31, 0.98, 0, False), 1, False, "partial"),
        ((300, 0.1, 90, False), (31, 0.98, 0, True), 1, False, "teaser"),
        ((60, 0.6, 0, False), (50, 0.9, 0, True), 1, False, "teaser"),
        ((60, 0.6, 0, False), (50, 0.9, 0, False), 1, False, "reprint"),
        ((300, 0.99, 0, False), (420, 0.7, 0, False), 2, False, "extended"),
        ((300, 0.9, 0, False), (900, 0.3, 0, False), 2, False, "extended"),
        ((80, 0.9, 0, False), (900, 0.09, 0, False), 2, False, "excerpt"),
        ((300, 0.4, 150, False), (130, 0.95, 0, False), 2, False, "partial"),
        ((300, 0.2, 70, False), (400, 0.15, 80, False), 1, False, "excerpt"),
        ((300, 0.06, 70, False), (400, 0.05, 80, False), 1, False, "quotation"),
        ((300, 0.1, 70, False), (400, 0.1, 80, False), 1, False, "excerpt"),
        ((300, 0.1, 70, False), (400, 0.1, 80, False), 1, True, "quotation"),
        ((300, 0.06, 70, False), (400, 0.05, 80, False), 2, True, "excerpt"),
    ],
)
def test_kinds(earlier, later, stretches, marked, want):
    assert named([(earlier, later, stretches, marked)]) == [want]


@given(PAIRS)
def test_a_pair_is_named_by_itself(pairs):
    assert named(pairs) == [name for pair in pairs for name in named([pair])]


@given(PAIRS)
def test_a_mark_makes_nothing_but_a_quotation_of_an_excerpt(pairs):
    plain = named([(*pair[:3], False) for pair in pairs])
    quoted = named([(*pair[:3], True) for pair in pairs])
    changed = {(one, two) for one, two in zip(plain, quoted, strict=True) if one != two}
    assert changed <= {("excerpt", "quotation")}
