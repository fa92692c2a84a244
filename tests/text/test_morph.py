"""The dictionaries are asked for words alone: what they raise at stays outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.text.morph import LANGUAGES, glance, inflected, parses

NOMINATIVE = frozenset({"nomn"})


# a letter that Unicode has no name for; a word that is read part by part, each from the beginning
@pytest.mark.parametrize("word", ["\U00017000", "по-" * 400, "само" * 3000, "漢字", ""])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_what_is_no_word(word: str, language: str) -> None:
    assert not any(one.known for one in parses(word, language))
    assert glance(word, language) == ()
    assert not word or inflected(word, language, 0, NOMINATIVE) is None


@given(st.text(max_size=12), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_has_readings_or_none(word: str, language: str) -> None:
    for one in parses(word, language):
        assert 0 <= one.score <= 1.0001


def test_readings_of_words() -> None:
    assert parses("Гомеле", "ru")[0].lemma == "гомель"
    assert parses("Мосту", "uk")[0].known
    assert not parses("Мохавіцкаў", "ru")[0].known
    assert inflected("Гомелем", "ru", 0, NOMINATIVE) == "гомель"
    assert inflected("Гомелем", "be", 0, NOMINATIVE) is None
