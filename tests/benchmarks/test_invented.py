"""The generator of invented heaps: the same for a seed, with gold that its texts bear out."""

from __future__ import annotations

import doctest
import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.invented.families import sizes
from benchmarks.invented.heap import BLOCK, Heap, rows, write
from letapis import tables
from letapis.model import Document, Region
from letapis.text import fold

SMALL = Heap(300)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("heap")
    assert write(SMALL, place, gold=1)["documents"] == SMALL.documents
    return place


@pytest.mark.parametrize(
    "name",
    [
        "invented.families",
        "invented.lexicon",
        "peers.method",
        "peers.rensa",
    ],
)
def test_examples(name: str) -> None:
    failed, tried = doctest.testmod(import_module(f"benchmarks.{name}"), optionflags=doctest.ELLIPSIS)
    assert tried and not failed


def test_rows_have_our_schema_and_our_records(folder: Path) -> None:
    for name, record in (("documents", Document), ("regions", Region)):
        table = pq.read_table(folder / f"{name}.parquet")
        assert table.schema.equals(tables.schema(record))
        assert table.num_rows == len(list(tables.records(table, record)))


def test_a_seed_gives_one_heap_and_another_another() -> None:
    def texts(heap: Heap) -> list[str]:
        return [text for block in rows(heap) for text in block.columns["text"]]

    assert texts(SMALL) == texts(SMALL) != texts(Heap(SMALL.documents, seed=5))


def test_ids_are_unique_and_heads_end_where_lines_do(folder: Path) -> None:
    documents = _texts(folder)
    assert len(documents) == SMALL.documents
    for region in tables.records(pq.read_table(folder / "regions.parquet"), Region):
        assert documents[region.doc_id][region.stop - 1] == "\n"


def test_reprints_carry_the_words_of_their_source(folder: Path) -> None:
    told = [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]
    texts = _texts(folder)
    kinds = Counter(row["kind"] for row in told)
    assert {"original", "reprint", "edited", "teaser"} <= set(kinds)
    for row in told:
        if row["kind"] == "reprint":
            ours, theirs = (set(fold(texts[one]).split()) for one in (row["id"], row["source"]))
            assert len(ours & theirs) > 0.5 * len(ours)


def _texts(folder: Path) -> dict[str, str]:
    table = pq.read_table(folder / "documents.parquet")
    return {row.doc_id: row.text for row in tables.records(table, Document)}


def test_the_share_of_copies_does_not_depend_on_size() -> None:
    def share(documents: int) -> float:
        start, reports = 0, 0
        for _ in range(documents // BLOCK):
            found, start = sizes(start, BLOCK)
            reports += len(found)
        return 1 - reports / documents

    assert abs(share(20_000) - share(200_000)) < 0.01


def test_a_large_family_is_one_report_and_part_of_the_number() -> None:
    blocks = list(rows(Heap(2_600, family=2_500)))
    gold = [row for block in blocks for row in block.gold]
    assert len(gold) == 2_600
    assert len({row["id"] for row in gold}) == 2_600
    assert sum("large" in row["comp"] for row in gold) >= 2_490
