"""Counts of words by running sums, against the same counts made word by word."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.model import Document, Region
from letapis.reuse.candidates import Candidates, candidates
from letapis.reuse.index import Index, build
from letapis.reuse.shape import Shape, shape

WORDS = [
    first + second for first in ("мост", "рака", "вёска", "дождж") for second in ("аўка", "ынка", "ішча")
]
STORY = (
    "жыхары вёскі паддубкі збудавалі праз раку сулу драўляны мост а потым святкавалі да самай раніцы "
    "і назвалі яго бабіным бо грошай на яго дала бабуля алена якой было сто гадоў без аднаго дня"
)


def heap(parts: list[tuple[int, int, int]], shut: list[tuple[int, int]]) -> tuple[Index, Candidates]:
    """The story whole, and texts that each hold a part of it behind words of their own."""
    story = STORY.split()
    documents = [Document("story", "", text=STORY)]
    for k, (start, size, own) in enumerate(parts):
        words = [f"{WORDS[(n * 7 + k) % len(WORDS)]}{k}" for n in range(own)]
        documents.append(Document(str(k), "", text=" ".join([*words, *story[start : start + size], *words])))
    regions = [Region(documents[k % len(documents)].doc_id, at, at + 20, "comment") for k, at in shut]
    index = build(documents, regions)
    return index, candidates(index)


def expected(index: Index, found: Candidates, k: int, side: int) -> dict[str, int]:
    """The same for one side of one pair, by sets of words."""
    runs = list(zip(found.runs.a.tolist(), found.runs.b.tolist(), found.runs.length.tolist(), strict=True))
    held = {at + n for a, b, length in runs for at in (a, b) for n in range(length)}
    text = int((found.a, found.b)[side][k])
    words = range(int(index.words.bounds[text]), int(index.words.bounds[text + 1]))
    own = {word for word in words if found.own[word]}
    mine = range(int(found.bounds[k]), int(found.bounds[k + 1]))
    stretches: dict[int, set[int]] = {}
    for run in mine:
        start, length = runs[run][side], runs[run][2]
        old = stretches.get(int(found.stretch[run]), {start})
        stretches[int(found.stretch[run])] = set(range(min(*old, start), max(*old, start + length - 1) + 1))
    inside = sum(len(own & stretch) for stretch in stretches.values())
    known = sum(len(own & stretch & held) for stretch in stretches.values())
    first = min(runs[run][side] for run in mine)
    shared = int((found.words_a, found.words_b)[side][k])
    return {
        "size": len(own),
        "words": shared,
        "within": inside,
        "lead": sum(word < first for word in own),
        "backed": max(known - shared, 0),
        "lone": inside - known,
        "first": int(index.words.starts[first]),
    }


PARTS = st.lists(
    st.tuples(st.integers(0, 25), st.integers(8, 40), st.integers(0, 70)), min_size=1, max_size=5
)


@settings(deadline=None, max_examples=60)
@given(PARTS, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 200)), max_size=3))
def test_counts_are_those_made_word_by_word(parts, shut):
    index, found = heap(parts, shut)
    look = shape(index, found)
    for k in range(len(found.a)):
        for side in (0, 1):
            want = expected(index, found, k, side)
            assert {name: int(getattr(look, name)[side][k]) for name in want} == want
        many = len(set(found.stretch[found.bounds[k] : found.bounds[k + 1]].tolist()))
        assert look.stretches[k] == many


def test_shares_are_between_none_and_all():
    index, found = heap([(0, 40, 5), (5, 20, 60), (10, 9, 70)], [])
    look = shape(index, found)
    assert len(found.a)
    for side in (*look.share, *look.reach):
        assert ((side > 0) & (side <= 1)).all()


def test_taking_pairs_takes_every_column():
    index, found = heap([(0, 40, 5), (5, 20, 60), (10, 9, 70)], [])
    look, rows = shape(index, found), np.array([1, 0])
    cut = look.take(rows)
    assert isinstance(cut, Shape)
    assert cut.stretches.tolist() == look.stretches[rows].tolist()
    assert [side.tolist() for side in cut.lead] == [side[rows].tolist() for side in look.lead]


def test_nothing_in_common():
    index = build([Document("a", "", text="Адно слова"), Document("b", "", text="")], [])
    assert len(shape(index, candidates(index)).stretches) == 0
