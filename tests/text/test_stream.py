"""The stream of a text: every token in its place, and bounds that say the same however they are asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.text.stream import stream

TEXTS = st.one_of(st.text(), st.text("aБ .\n!?«»“”\"'—-1,\u0301\u00a0\u200b\ud800", max_size=60))


@given(TEXTS)
def test_tokens_lie_in_the_text(text: str) -> None:
    found = stream(text)
    assert len(found.words) == len(found.folds) == len(found.starts) == len(found.stops)
    end = 0
    for word, fold, start, stop in zip(found.words, found.folds, found.starts, found.stops, strict=True):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == word and fold
        assert not text[end:start].strip("\n \t\r") or text[end:start].isspace()
        end = stop


@given(TEXTS)
def test_bounds(text: str) -> None:
    found = stream(text)
    for bounds in (found.sentences, found.lines):
        assert bounds == sorted(set(bounds)) if found.words else set(bounds) == {0}
        assert bounds[0] == 0 and bounds[-1] == len(found.words)
    for at in range(len(found.words) + 3):
        assert found.opens_sentence(at) == (at in found.sentences)
        assert found.opens_line(at) == (at in found.lines)
    assert set(found.lines) <= set(found.sentences)


def test_a_word_is_folded_once_however_often_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(word: str) -> str:
        asked.append(word)
        return word.lower()

    monkeypatch.setattr("letapis.text.stream.fold", counted)
    long = "Верхнемостоградск" * 4
    found = stream(f"«{long}» " * 2000)
    assert found.folds[1] == found.folds[-2] == long.lower()
    assert asked.count(long) == 1
    assert len({id(word) for word in found.words}) == 3, "equal words are one object"


def test_streams_of_one_text_are_kept_by_abbreviations() -> None:
    text = "Мост за 5 млн. Рублей нет."
    one, other = stream(text), stream(text, frozenset({"млн"}))
    assert len(one.sentences) != len(other.sentences)
    assert stream(text) is one
    assert stream(text, frozenset({"млн"})) is other
