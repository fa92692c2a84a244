"""A heap that grew gives the rows of a heap that was there at once. All texts are invented."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pyarrow as pa
import pytest

from letapis import tables
from letapis.model import Document, Region, Reuse
from letapis.reuse.compare import MARKS, compare
from letapis.reuse.index import build

NONE = tables.schema(Reuse).empty_table()
SYLLABLES = re.findall("..", "бавегудожазікалемунаопарасетуфіхацучашаўсюядрагрысты")
START = datetime(2024, 3, 1, tzinfo=UTC)


def heap(seed: int, reports: int = 12) -> list[Document]:
    """Reports with reprints, teasers, excerpts, a phrase that all of them have, and furniture."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(400)]
    phrase = " ".join(rng.choices(words, k=5))
    found: list[Document] = []

    def put(text: str) -> None:
        at = START + timedelta(hours=rng.randint(0, 300)) if rng.random() > 0.2 else None
        last = "Пішыце нам лісты штодня на адрас рэдакцыі." if rng.random() < 0.5 else ""
        truncated = rng.random() < 0.1
        outlet = rng.choice([None, "Ранак", "Хвіля"])
        found.append(
            Document(
                f"{rng.getrandbits(80):020x}",
                "",
                text=f"{text}\n{last}",
                published=at,
                outlet=outlet,
                truncated=truncated,
            )
        )

    for _ in range(reports):
        body = rng.choices(words, k=rng.randint(30, 90))
        body[10:10] = phrase.split()
        put(" ".join(body))
        for _ in range(rng.randint(0, 4)):
            kind = rng.random()
            if kind < 0.4:
                put(" ".join(word if rng.random() > 0.1 else rng.choice(words) for word in body))
            elif kind < 0.7:
                put(" ".join(body[:20]))
            else:
                own = rng.choices(words, k=40)
                put(" ".join(own[:20] + body[12:30] + own[20:]))
    return found


def rows(documents: list[Document], before: pa.Table = NONE, kept: pa.Table | None = None):
    return whole(documents, [], before, MARKS.empty_table() if kept is None else kept)


def whole(documents, regions, before=NONE, kept=None):
    kept = MARKS.empty_table() if kept is None else kept
    found, marks = compare(build(documents, regions), before, kept)
    return pa.Table.from_batches(found, NONE.schema), marks


@pytest.mark.parametrize("seed", range(12))
def test_documents_that_come_later_make_no_difference(seed):
    documents = heap(seed)
    random.Random(seed).shuffle(documents)
    once, marks = rows(documents)
    assert once.num_rows > 10
    for size in (1, 3, 10):
        first, kept = rows(documents[:-size])
        grown, again = rows(documents, first, kept)
        assert grown.to_pylist() == once.to_pylist()
        assert again.equals(marks)


@pytest.mark.parametrize("seed", range(4))
def test_documents_that_go_make_no_difference(seed):
    documents = heap(seed)
    first, kept = rows(documents)
    rest = documents[:5] + documents[8:]
    assert rows(rest, first, kept)[0].to_pylist() == rows(rest)[0].to_pylist()


@pytest.mark.parametrize("seed", range(4))
def test_a_document_that_changes_is_compared_again(seed):
    documents = heap(seed)
    first, kept = rows(documents)
    changed = [replace(documents[0], published=START - timedelta(days=400)), *documents[1:]]
    assert rows(changed, first, kept)[0].to_pylist() == rows(changed)[0].to_pylist()


def test_only_what_shares_with_the_new_is_compared_again(monkeypatch):
    from letapis.reuse import compare as room

    seen: list[int] = []
    real = room.candidates

    def counted(*given):
        found = real(*given)
        seen.append(len(found.a))
        return found

    monkeypatch.setattr(room, "candidates", counted)
    documents = heap(1, reports=60)
    first, kept = rows(documents)
    fresh = Document("f" * 20, "", text=documents[0].text + " і яшчэ крыху сваіх слоў", published=START)
    rows([*documents, fresh], first, kept)
    assert len(seen) == 3
    assert max(seen[1:]) < seen[0] / 3


def test_regions_that_change_are_heard():
    documents = heap(2)
    first, kept = rows(documents)
    cut = [Region(documents[0].doc_id, 0, 60, "furniture")]
    again = whole(documents, cut, first, kept)[0]
    assert again.to_pylist() == whole(documents, cut)[0].to_pylist()
