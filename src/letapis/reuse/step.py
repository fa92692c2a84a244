"""Shared passages and translations, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Document, Region, Reuse

__all__ = ["VERSION", "step"]

VERSION = "3"
_MAKER = f"reuse@{VERSION}"
_ROW = tables.schema(Reuse)
_MARK = pa.schema([("doc_id", pa.string()), ("mark", pa.uint64())])
_FOUND = pa.schema([("reuse", pa.struct(list(_ROW))), ("mark", pa.struct(list(_MARK)))])


def step() -> Step:
    """Reads ``documents`` and ``regions``, all of them; writes ``reuse``.

    Documents that share what they shared at the last run are not compared again.
    """
    return Step(
        name="reuse",
        version=VERSION,
        reads=("documents", "regions"),
        stages=(
            Map(
                "compared",
                "documents",
                _compared,
                _FOUND,
                side={"regions": "regions", "before": "before_reuse", "kept": "kept"},
                whole=True,
            ),
            Rel("shared", ("compared",), "SELECT reuse.* FROM compared WHERE reuse IS NOT NULL"),
            Rel("marks", ("compared",), "SELECT mark.* FROM compared WHERE mark IS NOT NULL"),
            Map("translated", "documents", _translated, _ROW, side={"regions": "regions"}, whole=True),
            Rel("reuse", ("shared", "translated"), _BOTH),
        ),
        outputs=(Output("reuse", "reuse"),),
        keeps=("marks", _MARK),
    )


_BOTH = """
SELECT * FROM shared
UNION ALL
SELECT translated.* FROM translated
LEFT JOIN shared AS same ON translated.earlier = same.earlier AND translated.later = same.later
LEFT JOIN shared AS turned ON translated.earlier = turned.later AND translated.later = turned.earlier
WHERE same.earlier IS NULL AND turned.earlier IS NULL
ORDER BY earlier, later
"""


def _compared(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    from letapis.reuse.compare import compare
    from letapis.reuse.index import COLUMNS, index

    before = side["before"].filter(pa.compute.not_equal(side["before"]["kind"], "translation"))
    # handed on unnamed: the texts are gathered once, and what they were gathered from is let go
    read = index(pa.Table.from_batches(batches, tables.schema(Document)).select(COLUMNS), side["regions"])
    found, known = compare(read, before, side["kept"], maker=_MAKER)
    yield from _as("reuse", found)
    yield from _as("mark", known)


def _as(name: str, found: pa.Table) -> Iterator[pa.RecordBatch]:
    """The rows as one column of structs, every other column null."""
    for batch in found.to_batches():
        columns = {
            field.name: pa.StructArray.from_arrays(batch.columns, fields=list(field.type))
            if field.name == name
            else pa.nulls(batch.num_rows, field.type)
            for field in _FOUND
        }
        yield pa.RecordBatch.from_arrays(list(columns.values()), schema=_FOUND)


def _translated(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    from dataclasses import replace

    from letapis.reuse.translate import translations

    documents = [document for batch in batches for document in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    found = [replace(pair, maker=_MAKER) for pair in translations(documents, regions)]
    yield tables.batch(found, Reuse)
