"""Words and shingles as arrays agree with words read one by one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from letapis.text import tokens
from letapis.text.shingle import read, shingles

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "reuse" / "documents.jsonl"
# letters of several scripts, joiners, accents, letters that fold to two, Jamo, halves of surrogate
# pairs, and letters past the tables
LETTERS = st.text(
    alphabet="aZéßİıёЁйўІґσςΣΐǰŉ'’ʼ`´\u00ad\u200b\u200d\u0301\u0306\u0308\u0345 и_.,\n«»-09ﬁ𝐀😀\U00020000"
    "\U0002f800ᲓდႣⴃ\u1100\u1161\u11a8가각Ω\u212a\u0958\ud83d\ude00\U000e0100\U0010ffff",
    max_size=40,
)


def agrees(texts: list[str], column: pa.Array | None = None) -> bool:
    words = read(texts if column is None else column)
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
@example(["a\u0301\u0302b a'\u0301 a'b\u0301", "\u0301a", "e\u0301", "é", "e"])
@example(["İstanbul i̇stanbul ıstanbul", "STRASSE Straße", "ΣΟΦΟΣ σοφος σοφός", "ᲓᲔᲓᲐ დედა"])
@example(["각", "\u1100\u1161\u11a8", "가\u11a8", "об\u00adъ\u200dём\u0301", "и\u0306 й"])
@example(["😀a\U0001f469\u200d\U0001f469b", "\ud83d\ude00 a\ud800b"])
def test_words_are_those_of_tokens(texts):
    assert agrees(texts)


@given(st.lists(st.text(max_size=60), max_size=4))
def test_words_of_any_text_are_those_of_tokens(texts):
    assert agrees(texts)


@given(st.lists(LETTERS.map(lambda text: text.encode(errors="ignore").decode()) | st.none(), max_size=6))
def test_arrow_arrays_are_read_where_they_stand(texts):
    plain = [text or "" for text in texts]
    for kind in (pa.string(), pa.large_string()):
        column = pa.array(["перад", "", *texts, "пасля"], kind)[2:-1]
        assert agrees(plain, column)


def test_every_code_point_is_the_letter_that_it_is_to_tokens():
    signs = list(map(chr, range(0x40000)))
    assert agrees(["".join(f"a{sign}b {sign} " for sign in signs)])
    assert agrees(["".join(f"{sign}\u0308 {sign}\u0301\u0306x " for sign in signs[:0x2000])])
    assert not any(chr(code).isalnum() for code in range(0x40000, 0x110000))


def test_a_long_line_is_one_text():
    text = "Возера Нарач замерзла, е\u0301н кажа. " * 80000
    words = read([text, "", text])
    assert np.diff(words.bounds).tolist() == [400000, 0, 400000]
    assert len(np.unique(words.forms)) == 5
    assert words.stops[-1] == len(text) - 2


def test_half_a_code_point_at_the_end_of_a_text_is_no_letter():
    for size in range(1, 4):
        broken = "a 𝐀".encode()[: 2 + size]
        data, offsets = pa.py_buffer(broken * 2), pa.py_buffer(np.array([0, len(broken), 2 * len(broken)]))
        words = read(pa.LargeStringArray.from_buffers(2, offsets, data))
        assert words.bounds.tolist() == [0, 1, 2]


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
