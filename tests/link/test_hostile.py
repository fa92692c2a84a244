"""Names, figures and dates in texts that nobody wrote: offsets hold, nothing is raised, work near-linear."""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.link.dates import dates
from letapis.link.figures import figures
from letapis.link.institutions import institutions
from letapis.link.role import roles
from letapis.link.sift import sift
from letapis.link.spots import spots
from letapis.text.stream import Stream
from tests.contract.hostile import CODES, FAMILIES, cost, repeated, searched, texts, watched

POINT = r"[~%?]?-?[0-9X]{2,5}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?(?:T\d{2}:\d{2}(?::\d{2})?Z?)?[~%?]?"
EDTF = re.compile(rf"{POINT}|(?:{POINT}|\.\.)?/(?:{POINT}|\.\.)?")
CODE_AND_TEXT = st.sampled_from(CODES).flatmap(lambda code: st.tuples(st.just(code), texts(code)))


def inside(text: str, start: int, stop: int, surface: str) -> None:
    assert 0 <= start < stop <= len(text)
    assert surface == text[start:stop]


@settings(max_examples=300)
@given(
    CODE_AND_TEXT, st.one_of(st.none(), st.dates()), st.sampled_from([None, "Naviny.by", "Reuters", "\x00"])
)
def test_every_name_figure_and_date_lies_in_its_text(
    given_text: tuple[str | None, str], published: date | None, outlet: str | None
) -> None:
    code, text = given_text
    language = langs.get(code)
    found = sift(text, language, "d", published, outlet)
    assert found == sift(text, language, "d", published, outlet)
    for spot in found.spots:
        inside(text, spot.start, spot.stop, spot.surface)
        assert spot.kind in {"person", "organisation", "place", "outlet"}
        assert spot.surface.strip() == spot.surface
        assert spot.base != ""
        assert 0 < spot.score <= 1 and spot.reasons
    for figure in found.amounts:
        inside(text, figure.start, figure.stop, figure.surface)
        assert math.isfinite(figure.low) and math.isfinite(figure.high) and figure.low <= figure.high
        assert figure.currency is None or len(figure.currency) == 3
        assert figure.counted is None or figure.counted in text
        assert figure.reasons
    for day in found.dates:
        inside(text, day.start, day.stop, day.surface)
        assert EDTF.fullmatch(day.value), day.value
        assert day.reasons
    for kind in found:
        spans = [(one.start, one.stop) for one in kind]
        assert all(one[1] <= other[0] for one, other in pairwise(spans)), "in order, none within another"
        assert all(one.doc_id == "d" for one in kind)
    days = [(one.start, one.stop) for one in found.dates]
    assert not [one for one in found.amounts if any(a < one.stop and one.start < b for a, b in days)]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("code", ["en", "ru", None])
def test_work_grows_with_the_text(family: str, code: str | None) -> None:
    """Four times the text costs less than six times the work."""
    language = langs.get(code)
    less, more = (watched(repeated(family, code, size), language) for size in (3_000, 12_000))

    def counted(tokens: Stream) -> object:
        days = dates(tokens, language)
        amounts = figures(tokens, language, [(day.start, day.stop) for day in days])
        return amounts, roles(tokens, language, institutions(tokens, language, spots(tokens, language)))

    counted(less), counted(more)  # what is looked up once is looked up
    assert searched(counted, more) == 0
    assert cost(counted, more) < 6 * max(cost(counted, less), 2_000)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\n\u200b", "\x00", ".", "«»", "“", "\ud800", "—"])
def test_hardly_any_text(text: str, code: str | None) -> None:
    assert sift(text, langs.get(code)) == ([], [], [])


def test_what_is_counted_is_no_date() -> None:
    found = sift("50 верас 2020 Amazon % ", langs.get("be"))
    assert [one.surface for one in found.dates] == ["верас 2020"]
    assert found.amounts == []
