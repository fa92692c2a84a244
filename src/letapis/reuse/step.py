"""Shared passages and translations, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.engine.base import Map, Output, Step
from letapis.model import Document, Region, Reuse

__all__ = ["VERSION", "step"]

VERSION = "3"
_MAKER = f"reuse@{VERSION}"
_ROW = tables.schema(Reuse)
_SEEN = ("doc_id", "text", "outlet", "published", "truncated", "residue")
_MARKS = pa.schema([("doc_id", pa.string()), ("mark", pa.uint64())])


def step() -> Step:
    """Reads ``documents`` and ``regions``, all of them; writes ``reuse``.

    Documents that share what they shared at the last run are not compared again.
    """
    shared = Map(
        "shared",
        "documents",
        _shared,
        _ROW,
        columns=_SEEN,
        side={"regions": "regions", "before": "before_reuse", "kept": "kept"},
        whole=True,
        beside=("marks", _MARKS),
    )
    translated = Map(
        "translated",
        "documents",
        _translated,
        _ROW,
        side={"regions": "regions", "shared": "shared"},
        whole=True,
    )
    return Step(
        name="reuse",
        version=VERSION,
        reads=("documents", "regions"),
        stages=(shared, translated),
        outputs=(Output("reuse", "shared", ("translated",)),),
        keeps=("marks", _MARKS),
    )


def _shared(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # opened here: what runs no step loads no kernels
    from letapis.reuse.compare import compare
    from letapis.reuse.index import index

    before = side["before"].filter(pc.not_equal(side["before"]["kind"], "translation"))
    columns = pa.schema([tables.schema(Document).field(name) for name in _SEEN])
    # handed on unnamed: the texts are gathered once, and what they were gathered from is let go
    read = index(pa.Table.from_batches(batches, columns), side["regions"])
    found, known = compare(read, before, side["kept"], maker=_MAKER)
    yield from found
    yield from known.to_batches()


def _translated(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    from letapis.reuse.translate import translations

    documents = [document for batch in batches for document in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    shared = side["shared"]
    together = set(zip(shared["earlier"].to_pylist(), shared["later"].to_pylist(), strict=True))
    found = [
        replace(pair, maker=_MAKER)
        for pair in translations(documents, regions)
        if not {(pair.earlier, pair.later), (pair.later, pair.earlier)} & together
    ]
    yield tables.batch(found, Reuse)
