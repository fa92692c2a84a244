"""The work of finding credits is counted, not timed: so many trials a word, each over so many characters."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute import citations, trial
from letapis.attribute.openings import Opening, openings
from letapis.attribute.patterns import compiled, cues
from letapis.model import Document
from letapis.text.stream import stream

CODES = ("be", "de", "en", "lt", "pl", "ru", "uk", None)
PIECES = (
    "told Naviny.by ",
    "рассказал Naviny.by Иван. ",
    "Naviny.by, ",
    "«Медуза» и ",
    "Как пишет ",
    "агентству газете ",
    "говорится в сообщении на своей странице ",
    "Photo: A. B / ",
    "а-а ",
    "N aviny.by ",
    "a.b.",
    "@abcdef ",
    "\n",
    "told \u00a0 ",
    "(",
    "“",
    "The newspaper reported. ",
)
MOST = 70
"""Trials a word, at the most; in ordinary text there is one for ten words."""


class Counted:
    """A pattern that counts how often it is tried and over how many characters at the most."""

    def __init__(self, pattern: re.Pattern[str], seen: list[int]) -> None:
        self._pattern, self._seen = pattern, seen

    def match(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        self._seen.append(stop - start)
        return self._pattern.match(text, start, stop)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    found: list[int] = []
    monkeypatch.setattr(trial, "compiled", lambda pattern: Counted(compiled(pattern), found))
    return found


def work(text: str, code: str | None, seen: list[int]) -> int:
    seen.clear()
    citations(Document("d", "c", text=text, language=code), langs.get(code), {})
    assert all(size <= 600 for size in seen)
    return len(seen)


@pytest.mark.parametrize("piece", PIECES)
def test_trials_grow_with_the_words_alone(piece: str, seen: list[int]) -> None:
    code = "ru" if any(c > "\u0400" for c in piece) else "en"
    once, twice = piece * 200, piece * 400
    first, second = work(once, code, seen), work(twice, code, seen)
    assert second <= 2 * first + MOST
    assert second <= MOST * len(stream(twice).words)


@pytest.mark.parametrize("code", CODES)
def test_every_cue_word_many_times(code: str | None, seen: list[int]) -> None:
    """All words that some cue of the language begins with, on end, and with outlets between them."""
    table = cues(langs.get(code))
    words = sorted({*table.whole, *table.parts})[:600]
    for text in (" ".join(words) * 3, " Naviny.by ".join(words), " «X ".join(words)):
        assert work(text, code, seen) <= MOST * len(stream(text).words)


@pytest.mark.parametrize("code", CODES)
def test_every_credit_is_tried_at_words_at_outlets_or_at_lines(code: str | None) -> None:
    """A pattern that any word can begin would be tried everywhere; such a one takes known outlets alone."""
    for cue in cues(langs.get(code)).every:
        if cue.openings is None:
            assert cue.marked and not cue.open and not cue.headed
        else:
            assert all(len(one.word) > (0 if one.whole else 2) for one in cue.openings), cue.credit.pattern


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\btold\s+{outlet}", {("told", True)}),
        (r"(?:\bas\s+)?\bsaid\b", {("as", True), ("said", False)}),
        (r"(?<=[.!?]\s)источник\s*:", {("источник", True)}),
        (r"з[’'ʼ`]?яви(?:лася|ўся)\s", {("зявилася", True), ("зявиўся", True)}),
        (r"т[еэ]леграм+-канал\w*", {("телеграм", False), ("тэлеграм", False)}),
        (r"(?!нет\b)да\w*", {("да", False)}),
        (r"©\s*{outlet}", {("©", True)}),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, words: set[tuple[str, bool]]) -> None:
    found = openings(pattern)
    assert found is not None
    assert {Opening(*one) for one in words} <= found


@pytest.mark.parametrize("pattern", [r"{outlet}\s+says", r"\w+\s+says", r"(?:as\s+)?{outlet}", r".told"])
def test_what_any_word_can_begin(pattern: str) -> None:
    assert openings(pattern) is None


@given(
    st.lists(
        st.sampled_from([*PIECES, "сам\u0301", "\u00a0", "😀", "\ud800", "שלום", "«", "» "]), max_size=30
    )
)
def test_places_hold_in_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    for code in ("ru", "en"):
        for one in citations(Document("d", "c", text=text, language=code), langs.get(code), {}):
            assert one.start is not None and text[one.start : one.stop] == one.surface
            if one.outlet:
                assert one.outlet_start is not None and one.outlet_stop is not None
                assert 0 <= one.outlet_start < one.outlet_stop <= len(text)


def test_a_paragraph_of_five_million_characters(seen: list[int]) -> None:
    text = "The harbour was quiet and nobody came to the bridge in the rain. " * 77_000
    assert len(text) > 5_000_000
    found = citations(Document("d", "c", text=text + "told Reuters."), langs.get("en"), {})
    assert [one.outlet for one in found] == ["Reuters"]


def credit(text: str) -> Any:
    return citations(Document("d", "c", text=text, language="en"), langs.get("en"), {})


def test_the_newspaper_is_the_one_that_was_credited_last() -> None:
    text = (
        "The Lakeside Herald was closed. Nine were held, Meduza reported. The newspaper said one was freed."
    )
    assert [one.outlet for one in credit(text)] == ["Meduza", "Meduza"]
    assert credit(text)[1].reasons[1].detail == "named before"
    assert credit("The newspaper said one was freed.") == []
    assert (
        len(credit("Meduza reported it." + " It rained." * 300 + " The newspaper said one was freed.")) == 1
    )
