"""The order of two documents does not depend on which is named first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.model import Document
from letapis.reuse.direction import View, direction

DATES = st.none() | st.datetimes(datetime(2031, 1, 1), datetime(2031, 1, 9), timezones=st.just(UTC))
VIEWS = st.builds(
    View,
    st.builds(lambda date, cut: Document("d", "", published=date, truncated=cut), DATES, st.booleans()),
    st.integers(1, 500),
    st.floats(0, 1),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(0, 100),
    st.floats(0, 1),
    st.booleans(),
)


@given(VIEWS, VIEWS)
def test_swapping_the_two_swaps_the_answer(a, b):
    one, _, reasons = direction(a, b)
    two, _, back = direction(b, a)
    assert one + two == pytest.approx(1)
    assert {r.feature: r.value for r in reasons} == {r.feature: -r.value for r in back}


@given(VIEWS, VIEWS)
def test_what_it_rests_on_is_among_the_reasons_and_speaks_for_it(a, b):
    sure, most, reasons = direction(a, b)
    if not reasons:
        assert (sure, most) == (0.5, "nothing")
        return
    value = {reason.feature: reason.value for reason in reasons}[most]
    assert value >= 0 if sure >= 0.5 else value <= 0
