"""The order of two documents does not depend on which is named first."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.reuse.direction import FEATURES, View, direction, votes
from letapis.reuse.index import UNDATED

VIEWS = st.tuples(
    st.just(UNDATED) | st.integers(0, 9),
    st.booleans(),
    st.integers(1, 500),
    st.floats(0, 1),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(0, 100),
    st.floats(0, 1),
    st.booleans(),
)
PAIRS = st.lists(st.tuples(VIEWS, VIEWS), min_size=1, max_size=8)
NONE = (UNDATED, False, 100, 0.0, 0, 0, 0, 0.0, False)


def view(rows: list[tuple]) -> View:
    return View(*map(np.array, zip(*rows, strict=True)))


def told(a: tuple, b: tuple) -> dict[str, float]:
    found = votes(view([a]), view([b]))[0]
    return {name: float(value) for name, value in zip(FEATURES, found, strict=True) if value}


@given(PAIRS)
def test_swapping_the_two_swaps_the_answer(pairs):
    a, b = (view(rows) for rows in zip(*pairs, strict=True))
    assert (votes(a, b) == -votes(b, a)).all()
    one, two = direction(votes(a, b))[0], direction(votes(b, a))[0]
    assert one + two == pytest.approx(1)


@given(PAIRS)
def test_what_it_rests_on_speaks_for_it_and_is_the_strongest(pairs):
    found = votes(*(view(rows) for rows in zip(*pairs, strict=True)))
    for row, sure, most in zip(found, *direction(found), strict=True):
        if not row.any():
            assert (sure, most) == (0.5, len(FEATURES))
            continue
        towards = row if sum(row) >= 0 else -row
        assert towards[most] == max(towards[row != 0])


@given(PAIRS)
def test_a_pair_is_judged_by_itself(pairs):
    a, b = (view(rows) for rows in zip(*pairs, strict=True))
    for k, (one, two) in enumerate(pairs):
        assert (votes(view([one]), view([two]))[0] == votes(a, b)[k]).all()


@given(st.lists(st.lists(st.floats(-9, 9), min_size=len(FEATURES), max_size=len(FEATURES)), max_size=5))
def test_sureness_is_the_logistic_function_of_the_sum(rows):
    sure, _ = direction(np.array(rows).reshape(len(rows), len(FEATURES)))
    want = [1 / (1 + math.exp(-max(-30, min(30, sum(row))))) for row in rows]
    assert sure.tolist() == pytest.approx(want)


def test_of_two_as_strong_the_last_by_name_is_taken():
    row = np.zeros((1, len(FEATURES)))
    row[0, [list(FEATURES).index("date"), list(FEATURES).index("slips")]] = 1.0
    assert list(FEATURES)[direction(row)[1][0]] == "slips"


def test_no_pairs():
    assert [len(found) for found in direction(np.zeros((0, len(FEATURES))))] == [0, 0]


def test_a_missing_date_says_nothing():
    dated, later = (5, *NONE[1:]), (7, *NONE[1:])
    assert told(dated, NONE) == told(NONE, dated) == told(dated, dated) == {}
    assert told(dated, later)["date"] > 0 > told(later, dated)["date"]


def test_kin_counts_only_where_neither_carries_the_other():
    kindred, whole = (*NONE[:7], 1.0, False), (*NONE[:3], 0.9, *NONE[4:])
    assert set(told(kindred, NONE)) == {"kin"}
    assert "kin" not in told(kindred, whole)


def test_slips_and_losses_count_only_where_one_carries_the_other():
    slipped = (UNDATED, False, 100, 0.4, 9, 3, 8, 0.0, False)
    assert set(told(NONE, slipped)) == {"inset"}
    slipped = (UNDATED, False, 100, 0.9, 9, 3, 8, 0.0, False)
    carried = (UNDATED, False, 100, 0.9, 0, 0, 0, 0.0, False)
    assert set(told(carried, slipped)) == {"kept", "slips", "lead"}


def test_the_outlet_named_and_the_text_that_breaks_off():
    assert told((*NONE[:8], True), NONE) == {"named": pytest.approx(1.5)}
    assert told(NONE, (UNDATED, True, *NONE[2:])) == {"cut": pytest.approx(1.0)}
