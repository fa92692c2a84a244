"""Credits and quotations in texts that nobody wrote: offsets hold, nothing is raised, work near-linear."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute.citations import citations
from letapis.attribute.quotations import quotations
from letapis.model import Document
from letapis.text.stream import Stream
from tests.contract.hostile import CODES, FAMILIES, cost, repeated, searched, texts, watched

CODE_AND_TEXT = st.sampled_from(CODES).flatmap(lambda code: st.tuples(st.just(code), texts(code)))


def document(text: str, code: str | None) -> Document:
    return Document("d", "c", text=text, language=code)


@settings(max_examples=300)
@given(CODE_AND_TEXT)
def test_every_credit_lies_in_its_text(given_text: tuple[str | None, str]) -> None:
    code, text = given_text
    language = langs.get(code)
    found = citations(document(text, code), language, {})
    assert found == citations(document(text, code), language, {})
    for one in found:
        assert one.start is not None and one.stop is not None
        assert 0 <= one.start < one.stop <= len(text)
        assert one.surface == text[one.start : one.stop]
        assert 0 < one.score <= 1
        assert one.reasons
        assert one.lost == (one.outlet is None)
        if not one.lost:
            assert one.outlet_start is not None and one.outlet_stop is not None
            assert 0 <= one.outlet_start < one.outlet_stop <= len(text)


@settings(max_examples=300)
@given(CODE_AND_TEXT)
def test_every_quotation_lies_in_its_text(given_text: tuple[str | None, str]) -> None:
    code, text = given_text
    language = langs.get(code)
    found = quotations(document(text, code), language)
    assert found == quotations(document(text, code), language)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.stop <= len(text)
        stretch = text[one.start : one.stop]
        assert one.text.strip()
        at = 0
        for word in re.findall(r"\w+", one.text):
            assert word in stretch[at:], "the words of a quotation stand in its span, in order"
            at = stretch.index(word, at) + len(word)
        assert 0 < one.score <= 1
        assert one.reasons
        if one.speaker_start is not None:
            assert one.speaker_stop is not None
            assert 0 <= one.speaker_start < one.speaker_stop <= len(text)
            assert one.speaker == text[one.speaker_start : one.speaker_stop]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("code", ["be", "en", None])
def test_work_grows_with_the_text(family: str, code: str | None) -> None:
    """Four times the text costs less than six times the work."""
    language = langs.get(code)
    less, more = (watched(repeated(family, code, size), language) for size in (3_000, 12_000))

    def credits_of(tokens: Stream) -> object:
        return citations(document(tokens.text, code), language, {}, tokens)

    def sayings_of(tokens: Stream) -> object:
        return quotations(document(tokens.text, code), language, tokens)

    for work in (credits_of, sayings_of):
        work(less), work(more)  # what is looked up once is looked up
        assert searched(work, more) == 0
        assert cost(work, more) < 6 * max(cost(work, less), 2_000)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u00a0\n\u200b", "\x00", ".", "«»", "“", "\ud800", "—", "1"]
)
def test_hardly_any_text(text: str, code: str | None) -> None:
    assert citations(document(text, code), langs.get(code), {}) == []
    assert quotations(document(text, code), langs.get(code)) == []
