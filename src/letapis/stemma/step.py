"""Reports, their trees and their restored texts, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Alias, Document, Report, Restoration, Suggestion

__all__ = ["VERSION", "step"]

VERSION = "7"
_MAKER = f"stemma@{VERSION}"
_READS = ("regions", "reuse", "citations", "publishers", "verdicts")
# aliases first: they follow from the reports that are still there when they are written
_WRITES = {"aliases": Alias, "reports": Report, "restorations": Restoration, "suggestions": Suggestion}
_KEPT = ("before_reports", "before_restorations", "last_reports", "last_aliases", "kept")
_FOUND = pa.schema([(name, pa.struct(list(tables.schema(row)))) for name, row in _WRITES.items()])
_BASES = pa.schema([("basis", pa.uint64()), ("report_id", pa.string())])


def step() -> Step:
    """Reads all findings; writes ``reports``, ``restorations``, ``suggestions`` and ``aliases``.

    Parts of the heap that rest on what they rested on at the last run are not inferred again.
    """
    split = "SELECT {0}.* FROM stemma WHERE {0} IS NOT NULL"
    stemma = Map(
        "stemma",
        "documents",
        _stemma,
        _FOUND,
        side={name: name for name in (*_READS, *_KEPT)},
        whole=True,
        beside=(("bases", _BASES),),
    )
    return Step(
        name="stemma",
        version=VERSION,
        reads=("documents", *_READS),
        stages=(stemma, *(Rel(name, ("stemma",), split.format(name)) for name in _WRITES)),
        outputs=tuple(Output(name, name, shared=name == "aliases") for name in _WRITES),
        keeps=("bases", _BASES),
    )


def _stemma(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # opened here: what runs no step loads no kernels
    from letapis.stemma.renew import renew

    found = renew(pa.Table.from_batches(batches, tables.schema(Document)), side, _MAKER)
    for name, rows in found.rows.items():
        for batch in rows.to_batches():
            yield _as(name, batch)
    yield from found.bases.to_batches()


def _as(name: str, batch: pa.RecordBatch) -> pa.RecordBatch:
    """The rows as one column of structs, every other column null."""
    columns: list[Any] = [
        pa.StructArray.from_arrays(batch.columns, fields=list(field.type))
        if field.name == name
        else pa.nulls(batch.num_rows, field.type)
        for field in _FOUND
    ]
    return pa.RecordBatch.from_arrays(columns, schema=_FOUND)
