"""Reports, their trees and their restored texts, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Citation, Document, Publisher, Region, Report, Restoration, Reuse, Suggestion
from letapis.stemma.reports import reports
from letapis.stemma.restore import restorations
from letapis.stemma.suggest import suggest
from letapis.text import fold

__all__ = ["VERSION", "step"]

VERSION = "4"
_MAKER = f"stemma@{VERSION}"
_Record = TypeVar("_Record", Document, Citation)
_SCHEMA = pa.schema(
    [
        ("report", pa.struct(list(tables.schema(Report)))),
        ("restoration", pa.struct(list(tables.schema(Restoration)))),
        ("suggestion", pa.struct(list(tables.schema(Suggestion)))),
    ]
)


def step() -> Step:
    """Reads all findings; writes ``reports``, ``restorations`` and ``suggestions``."""
    side = {"regions": "regions", "reuse": "reuse", "citations": "citations", "publishers": "publishers"}
    split = "SELECT {0}.* FROM stemma WHERE {0} IS NOT NULL"
    return Step(
        name="stemma",
        version=VERSION,
        reads=("documents", "regions", "reuse", "citations", "publishers"),
        stages=(
            Map("stemma", "documents", _stemma, _SCHEMA, side=side, whole=True),
            Rel("reports", ("stemma",), split.format("report")),
            Rel("restorations", ("stemma",), split.format("restoration")),
            Rel("suggestions", ("stemma",), split.format("suggestion")),
        ),
        outputs=(
            Output("reports", "reports"),
            Output("restorations", "restorations"),
            Output("suggestions", "suggestions"),
        ),
    )


def _stemma(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # a report belongs to one outlet, whichever of its names its witnesses use
    names = {fold(row.form): row.outlet for row in tables.records(side["publishers"], Publisher)}
    documents = [_named(one, names) for batch in batches for one in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    reuse = list(tables.records(side["reuse"], Reuse))
    cited = [_named(one, names) for one in tables.records(side["citations"], Citation)]
    rows = []
    # reports() gives a document's main report before the others it is a witness of; the rank keeps that
    found = reports(documents, regions, reuse, cited)
    for rank, (report, restored) in enumerate(
        zip(found, restorations(found, documents, regions, reuse), strict=True)
    ):
        rows.append({"report": tables.row(replace(report, rank=rank, maker=_MAKER))})
        rows.append({"restoration": tables.row(replace(restored, maker=_MAKER))})
    suggested = sorted(suggest(documents, cited, reuse), key=lambda alike: alike.suggestion_id)
    rows += [{"suggestion": tables.row(replace(alike, maker=_MAKER))} for alike in suggested]
    yield pa.RecordBatch.from_pylist(rows, schema=_SCHEMA)


def _named(record: _Record, names: Mapping[str, str]) -> _Record:
    """A document or citation under its outlet's one name; the table keeps what was read."""
    return replace(record, outlet=names.get(fold(record.outlet), record.outlet)) if record.outlet else record
