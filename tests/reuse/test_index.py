"""The index is the same however its documents are handed over, and holds what tokens find."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis import tables
from letapis.model import Document, Region, Residue
from letapis.reuse.index import UNDATED, Index, build, index
from letapis.text import tokens

DAYS = st.none() | st.integers(1, 3).map(lambda day: datetime(2026, 5, day, tzinfo=UTC))
DOCUMENTS = st.builds(
    Document,
    doc_id=st.text("abcd", min_size=1, max_size=4),
    capture_id=st.just(""),
    outlet=st.sampled_from([None, "Рэха Паддубак", "рэха паддубак", "Слуп"]),
    text=st.sampled_from(["", "…", "Мост", "Мост праз раку Сулу", "Straße e\u0301", "Дождж і снег"]),
    published=DAYS,
    truncated=st.booleans(),
    residue=st.lists(st.sampled_from([Residue("Галоўная", "menu"), Residue("Аўтар", "byline")])).map(tuple),
)
HEAPS = st.lists(DOCUMENTS, max_size=8, unique_by=lambda document: document.doc_id)


def rows(records, record):
    return pa.Table.from_batches([tables.batch(records, record)])


def pieces(table: pa.Table, size: int) -> pa.Table:
    return pa.concat_tables([table[:0], *(table[at : at + size] for at in range(0, len(table), size))])


def plain(found: Index) -> dict:
    names = [found.outlets[k] if k >= 0 else None for k in found.outlet.tolist()]
    kept = {
        name: getattr(found, name).tolist() for name in ("published", "truncated", "bare", "own", "sizes")
    }
    words = {name: getattr(found.words, name).tolist() for name in ("forms", "starts", "stops", "bounds")}
    return kept | words | {"ids": found.ids.to_pylist(), "texts": found.texts.to_pylist(), "outlets": names}


@given(HEAPS, st.randoms(use_true_random=False), st.integers(1, 3))
def test_neither_order_nor_pieces_of_the_input_matter(documents, random, size):
    regions = [Region(document.doc_id, 1, 6, "furniture") for document in documents[::2]]
    regions += [Region("gone", 0, 9, "furniture")]
    wanted = plain(build(documents, regions))
    mixed = random.sample(documents, len(documents))
    assert plain(index(pieces(rows(mixed, Document), size), pieces(rows(regions[::-1], Region), 1))) == wanted
    assert plain(index(rows(mixed, Document)[len(mixed) :], rows(regions, Region)))["ids"] == []


@given(HEAPS)
def test_columns_are_those_of_the_documents(documents):
    found = build(documents, [])
    by_id = {document.doc_id: document for document in documents}
    inside = [by_id[name] for name in found.ids.to_pylist()]
    assert len(found) == len(documents) == len({document.doc_id for document in inside})
    assert [found.text(k) for k in range(len(found))] == [document.text for document in inside]
    assert found.sizes.tolist() == [len(tokens(document.text)) for document in inside]
    assert found.truncated.tolist() == [document.truncated for document in inside]
    assert found.bare.tolist() == [any(r.kind == "menu" for r in d.residue) for d in inside]
    assert (np.diff(found.published) >= 0).all()
    dated = [document.published is not None for document in inside]
    assert (found.published != UNDATED).tolist() == dated == sorted(dated, reverse=True)
    outlets = [found.outlets[k] if k >= 0 else None for k in found.outlet.tolist()]
    assert outlets == [document.outlet.lower() if document.outlet else None for document in inside]
    for one, two in pairwise(inside):
        if (one.published, one.text) == (two.published, two.text):
            assert one.doc_id < two.doc_id


def test_names_do_not_change_the_order():
    texts = [f"Навіна нумар {number}" for number in range(20)]
    one = build([Document(f"{k:02}", "", text=text) for k, text in enumerate(texts)], [])
    two = build([Document(f"{99 - k}", "", text=text) for k, text in enumerate(texts)], [])
    assert one.texts.equals(two.texts)


@pytest.mark.parametrize(
    ("start", "stop", "own"),
    [
        (0, 5, [False, True, True, True]),
        (4, 5, [True, True, True, True]),
        (5, 5, [True, True, True, True]),
        (2, 6, [False, False, True, True]),
        (7, 13, [True, False, False, True]),
        (0, 99, [False] * 4),
        (99, 120, [True] * 4),
    ],
)
def test_words_that_a_region_touches_are_not_own(start, stop, own):
    documents = [Document("a", "", text="Мост праз раку Сулу"), Document("b", "", text="Мост")]
    found = build(documents, [Region("a", start, stop, "furniture"), Region("a", start, stop, "note")])
    low, high = found.words.bounds[(at := found.ids.index("a").as_py())], found.words.bounds[at + 1]
    assert found.own[low:high].tolist() == own
    assert found.own.sum() == sum(own) + 1
    assert found.bare[at] == (False in own)
    assert not found.bare[1 - at]


@pytest.mark.parametrize("texts", [[], [""], ["…", ""], ["", "Мост", ""]])
def test_heaps_with_few_words_or_none(texts):
    found = build([Document(str(k), "", text=text) for k, text in enumerate(texts)], [])
    assert len(found) == len(texts)
    assert sorted(found.sizes.tolist()) == sorted(len(tokens(text)) for text in texts)
    assert found.of(np.arange(len(found.own))).tolist() == np.flatnonzero(found.sizes).tolist()


def test_one_piece_in_order_is_not_copied():
    held = rows([Document("a", "", text="Мост"), Document("b", "", text="Мост")], Document)
    held = held.set_column(held.column_names.index("text"), "text", held["text"].cast(pa.large_string()))
    kept = held["text"].chunk(0).buffers()[2].address
    found = index(held, rows([], Region))
    assert found.texts.buffers()[2].address == kept


def test_null_texts_are_empty():
    held = rows([Document("a", "", text="Мост"), Document("b", "", text="")], Document)
    texts = pa.array(["Мост", None])
    found = index(held.set_column(held.column_names.index("text"), "text", texts), rows([], Region))
    assert sorted(found.texts.to_pylist()) == ["", "Мост"]
