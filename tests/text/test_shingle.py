"""Words and shingles as arrays agree with words read one by one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from letapis.text import tokens
from letapis.text.shingle import read, shingles

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "reuse" / "documents.jsonl"
# letters of several scripts, joiners, accents, letters that fold to two, and letters past the tables
LETTERS = st.text(
    alphabet="aZéßİёЁйўІґ'’ʼ`´\u00ad\u200b\u0301\u0306\u0308 и_.,\n«»-09ﬁ𝐀😀\U00020000", max_size=40
)


def agrees(texts: list[str]) -> bool:
    words = read(texts)
    forms: dict[str, int] = {}
    for number, text in enumerate(texts):
        low, high = words.bounds[number], words.bounds[number + 1]
        found = tokens(text)
        spans = list(zip(words.starts[low:high].tolist(), words.stops[low:high].tolist(), strict=True))
        if spans != [(token.start, token.stop) for token in found]:
            return False
        for token, value in zip(found, words.forms[low:high].tolist(), strict=True):
            if forms.setdefault(token.form, value) != value:
                return False
    return len(set(forms.values())) == len(forms)


@given(st.lists(LETTERS, max_size=6))
@example(["ʼ", "ß.ʼ"])
@example(["сямʼя", "сям’я", "сямя"])
def test_words_are_those_of_tokens(texts):
    assert agrees(texts)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_words_of_any_text_are_those_of_tokens(texts):
    assert agrees(texts)


def test_a_long_heap_is_read_in_chunks():
    text = "Возера Нарач замерзла. " * 5000
    words = read([text] * 12)
    assert np.diff(words.bounds).tolist() == [15000] * 12
    assert len(np.unique(words.forms)) == 3


def test_nothing_gives_nothing():
    words = read([])
    assert len(words.forms) == 0
    assert words.bounds.tolist() == [0]
    assert len(shingles(words.forms, words.bounds)[0]) == 0


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=8), max_size=5), st.integers(1, 4))
def test_shingles_stay_within_a_text_and_are_equal_where_words_are(texts, length):
    words = read([" ".join(text) for text in texts])
    hashes, places = shingles(words.forms, words.bounds, length)
    every = [word for text in texts for word in text]
    want, at = [], 0
    for text in texts:
        want += range(at, at + len(text) - length + 1)
        at += len(text)
    assert places.tolist() == want
    by_words: dict[tuple[str, ...], int] = {}
    for value, place in zip(hashes.tolist(), places.tolist(), strict=True):
        assert by_words.setdefault(tuple(every[place : place + length]), value) == value
    assert len(set(by_words.values())) == len(by_words)


@pytest.mark.skipif(not BENCH.exists(), reason="development data is not here")
def test_real_texts_read_the_same_both_ways():
    with BENCH.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(60), strict=False)]
    assert agrees(texts)
