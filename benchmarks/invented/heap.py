"""An invented heap as Parquet files, a block of documents at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.invented.families import Drawer, Witness, sizes
from benchmarks.invented.lexicon import lexicon
from benchmarks.invented.outlets import SHARES, Outlet, outlets
from letapis import tables
from letapis.model import Document, Region

__all__ = ["BLOCK", "LARGE", "Heap", "rows", "write"]

BLOCK = 2_000
LARGE = "large"
"""The report of the one large family, as gold names it."""
_START = datetime(2024, 1, 1, tzinfo=UTC)
_MINUTES = 1_000_000


@dataclass(frozen=True)
class Heap:
    """What to invent: so many documents, of which ``family`` are copies of one report."""

    documents: int
    family: int = 0
    seed: int = 4


@dataclass
class _Rows:
    """The rows of a block, as columns, and their gold."""

    columns: dict[str, list[Any]] = field(
        default_factory=lambda: {
            name: [] for name in ("doc_id", "url", "outlet", "text", "language", "published")
        }
    )
    heads: list[tuple[str, int]] = field(default_factory=list)
    gold: list[dict[str, Any]] = field(default_factory=list)


def rows(heap: Heap) -> Iterator[_Rows]:
    """The heap in blocks; what a block holds depends on nothing but the seed and its number."""
    known = outlets(heap.seed)
    left, number, start = heap.documents - heap.family, 0, 0
    while left > 0:
        count = min(BLOCK, left)
        found, start = sizes(start, count)
        yield _block(heap.seed, number, found, known)
        left, number = left - count, number + 1
    for at in range(0, heap.family, BLOCK):
        yield _large(heap.seed, at, min(BLOCK, heap.family - at), known)


def _block(seed: int, number: int, found: list[int], known: dict[str, list[Outlet]]) -> _Rows:
    rng = np.random.default_rng([seed, 2, number])
    made = _Rows()
    languages = rng.choice(len(SHARES), len(found), p=list(SHARES.values())).tolist()
    for which, language in enumerate(SHARES):
        mine = [size for size, at in zip(found, languages, strict=True) if at == which]
        drawer = Drawer(rng, lexicon(language, seed))
        for order, (piece, size) in enumerate(zip(drawer.pieces(len(mine)), mine, strict=True)):
            report = f"{language}{number}-{order}"
            _put(made, rng, drawer, known[language], report, drawer.family(report, piece, size))
    _shuffle(made, rng)
    return made


def _large(seed: int, at: int, count: int, known: dict[str, list[Outlet]]) -> _Rows:
    """``count`` copies of the one large report, which is the same for every ``at``."""
    words = lexicon("ru", seed)
    drawer = Drawer(np.random.default_rng([seed, 3]), words)
    piece = drawer.pieces(1)[0]
    rng = np.random.default_rng([seed, 3, at])
    later = Drawer(rng, words)
    later.forms = drawer.forms
    family = later.family(LARGE, piece, count + (at > 0))
    made = _Rows()
    _put(made, rng, later, known["ru"], LARGE, family, skip=int(at > 0), part=at)
    return made


def _put(
    made: _Rows,
    rng: np.random.Generator,
    drawer: Drawer,
    known: list[Outlet],
    report: str,
    family: list[Witness],
    skip: int = 0,
    part: int = 0,
) -> None:
    """Append the documents of a family to the rows."""
    chosen = np.searchsorted(_large_and_small(len(known)), rng.random(len(family)))
    born = int(rng.integers(_MINUTES))
    after = np.sort(rng.exponential(1500, len(family)).astype(np.int64)).tolist()
    chances = rng.random((len(family), 3)).tolist()
    ids = [hashlib.sha256(f"{report}/{part}/{n}".encode()).hexdigest()[:32] for n in range(len(family))]
    for n in range(skip, len(family)):
        witness, outlet = family[n], known[int(chosen[n])]
        whence = None if witness.source is None else known[int(chosen[witness.source])]
        text, head = _page(drawer.text(witness), witness, outlet, whence, chances[n][0])
        stamp = born + after[n] if chances[n][1] > 0.066 else int(chances[n][2] * _MINUTES)
        dated = chances[n][1] < 0.857
        columns = made.columns
        columns["doc_id"].append(ids[n])
        columns["url"].append(f"https://{outlet.name}/{ids[n]}")
        columns["outlet"].append(outlet.name)
        columns["text"].append(text)
        columns["language"].append(drawer.language)
        columns["published"].append(_START + timedelta(minutes=stamp) if dated else None)
        if head:
            made.heads.append((ids[n], head))
        made.gold.append(
            {
                "id": ids[n],
                "lang": drawer.language,
                "comp": witness.carries,
                "kind": witness.kind,
                "source": None if witness.source is None else ids[witness.source],
            }
        )


def _large_and_small(count: int) -> npt.NDArray[np.float64]:
    """The running sum of outlets' shares: the largest has about one document in twenty."""
    shares = 1 / (np.arange(count) + 4.0) ** 0.9
    sums: npt.NDArray[np.float64] = np.cumsum(shares) / shares.sum()
    return sums


def _page(
    text: str, witness: Witness, outlet: Outlet, whence: Outlet | None, chance: float
) -> tuple[str, int]:
    """A text among its outlet's lines, and where it begins."""
    head = "\n".join(outlet.head)
    foot = list(outlet.foot)
    if witness.kind == "teaser":
        text = f"{text} {outlet.more}"
    elif whence and chance < 0.4:
        foot.insert(0, f"{outlet.source}: {whence.name}")
    start = len(head) + 1 if head else 0
    return "\n".join([*([head] if head else []), text, *foot]), start


def _shuffle(made: _Rows, rng: np.random.Generator) -> None:
    order = rng.permutation(len(made.gold)).tolist()
    made.columns = {name: [values[at] for at in order] for name, values in made.columns.items()}


def write(heap: Heap, folder: Path, gold: int = 0) -> dict[str, int]:
    """Write ``documents.parquet`` and ``regions.parquet`` (the lines at the heads of pages).

    ``gold.jsonl`` tells for the documents of the first ``gold`` blocks, and of no other, what they
    carry, as ``score.py reuse`` reads it; of the large family it tells nothing, and ``family.txt``
    has its ids. Returns the number of documents and characters.
    """
    folder.mkdir(parents=True, exist_ok=True)
    documents, regions = tables.schema(Document), tables.schema(Region)
    counted = {"documents": 0, "characters": 0}
    with (
        pq.ParquetWriter(folder / "documents.parquet", documents, compression="zstd") as texts,
        pq.ParquetWriter(folder / "regions.parquet", regions, compression="zstd") as heads,
        (folder / "gold.jsonl").open("w", encoding="utf-8") as told,
        (folder / "family.txt").open("w", encoding="utf-8") as copies,
    ):
        for number, made in enumerate(rows(heap)):
            texts.write_batch(_batch(made.columns, documents, len(made.gold)))
            spans: dict[str, list[Any]] = {
                "doc_id": [name for name, _ in made.heads],
                "start": [0] * len(made.heads),
                "stop": [stop for _, stop in made.heads],
                "kind": ["furniture"] * len(made.heads),
            }
            heads.write_batch(_batch(spans, regions, len(made.heads)))
            counted["documents"] += len(made.gold)
            counted["characters"] += sum(map(len, made.columns["text"]))
            if number < gold:
                told.writelines(json.dumps(row) + "\n" for row in made.gold if LARGE not in row["comp"])
            copies.writelines(f"{row['id']}\n" for row in made.gold if LARGE in row["comp"])
    return counted


_PLAIN: dict[str, Any] = {"capture_id": "", "maker": "invented@1", "withheld": None, "score": 1.0}


def _batch(columns: dict[str, list[Any]], schema: pa.Schema, count: int) -> pa.RecordBatch:
    """The columns given, and for every other its empty value."""
    arrays = []
    for column in schema:
        if column.name in columns:
            arrays.append(pa.array(columns[column.name], column.type))
        elif pa.types.is_list(column.type):
            arrays.append(pa.array([[]] * count, column.type))
        elif pa.types.is_integer(column.type) and column.name != "truncated_at":
            arrays.append(pa.array(np.zeros(count, np.int64)).cast(column.type))
        elif pa.types.is_boolean(column.type):
            arrays.append(pa.array([False] * count))
        else:
            arrays.append(pa.array([_PLAIN.get(column.name)] * count, column.type))
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
