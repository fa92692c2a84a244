"""Outlets that texts name, and marks before passages, in texts of any script."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.model import Document
from letapis.reuse.index import build
from letapis.reuse.named import marked, named

SIGNS = st.text(st.sampled_from("аБ «»“\"' \n’ëΩ漢😀z"), max_size=30)
MARKS = "«“„\"‘'"


def says(text: str, outlet: str, own: str | None = "Слуп") -> bool:
    """Whether ``outlet`` is found named in ``text``."""
    index = build(
        [Document("a", "", text="мост", outlet=outlet), Document("b", "", text=text, outlet=own)], []
    )
    place = {name: np.array([k]) for k, name in enumerate(index.ids.to_pylist())}
    one, two = named(index, place["a"], place["b"])
    assert not two.any()
    assert named(index, place["b"], place["a"])[1].tolist() == one.tolist()
    return bool(one[0])


@pytest.mark.parametrize(
    ("text", "outlet", "want"),
    [
        ("Піша «Рэха Паддубак».", "Рэха Паддубак", True),
        ("ПІША РЭХА ПАДДУБАК", "Рэха Паддубак", True),
        ("паводле рэха.example", "Рэха.Example", True),
        ("www.рэха.example", "рэха", True),
        ("пра рэхам", "Рэха", True),
        ("праРэха", "Рэха", False),
        ("Рэха", "Рэха Паддубак", False),
        ("рэ", "Рэ", False),
        ("😀Рэха", "рэха", True),
        ("本日漢字新聞報", "漢字新聞", True),
        ("4рэха", "рэха", False),
        ("канал @рэха", "@Рэха", True),
        ("канал@рэха", "@Рэха", True),
        ("", "Рэха", False),
    ],
)
def test_a_name_counts_where_a_word_starts_with_it(text, outlet, want):
    assert says(text, outlet) is want


def test_an_outlet_is_not_named_by_itself_nor_by_none():
    assert not says("Піша Рэха", "Рэха", own="Рэха")
    assert says("Піша Рэха", "Рэха", own=None)


def test_many_outlets_in_many_texts():
    names = [f"Газета {first}{second}" for first in "абвгд" for second in "абвгд"]
    documents = [
        Document(f"{k:02}", "", text=f"{k} {names[(k + 1) % 25]}; {names[(k + 7) % 25]}", outlet=name)
        for k, name in enumerate(names)
    ]
    index = build(documents, [])
    ids = [int(name) for name in index.ids.to_pylist()]
    a, b = (side.ravel() for side in np.meshgrid(np.arange(25), np.arange(25)))
    one, _ = named(index, a, b)
    want = [(ids[x] - ids[y]) % 25 in (1, 7) for x, y in zip(a.tolist(), b.tolist(), strict=True)]
    assert one.tolist() == want


@given(st.lists(st.tuples(SIGNS, st.integers(0, 30)), min_size=1, max_size=6))
def test_marks_are_those_within_three_code_points(cases):
    index = build([Document(str(k), "", text=text) for k, (text, _) in enumerate(cases)], [])
    number = {name: k for k, name in enumerate(index.ids.to_pylist())}
    texts = np.array([number[str(k)] for k in range(len(cases))])
    points = np.array([min(point, len(text)) for text, point in cases])
    want = [
        any(mark in text[max(0, point - 3) : point] for mark in MARKS)
        for (text, _), point in zip(cases, points.tolist(), strict=True)
    ]
    assert marked(index, texts, points).tolist() == want


def test_no_documents():
    index = build([], [])
    none = np.zeros(0, np.int64)
    assert [len(found) for found in named(index, none, none)] == [0, 0]
    assert len(marked(index, none, none)) == 0


def test_a_name_may_hold_any_letter():
    pages = [Document("a", "", text="Піша Прычал 🙂 пра мост", outlet="Слуп")]
    pages += [
        Document("b", "", text="Дождж", outlet="🙂 Прычал 🙂"),
        Document("c", "", text="І", outlet="Прычал 🙂"),
    ]
    index = build(pages, [])
    at = {name: k for k, name in enumerate(index.ids.to_pylist())}
    one, _ = named(index, np.array([at["b"], at["c"]]), np.array([at["a"], at["a"]]))
    assert one.tolist() == [False, True]
