"""Reports, their trees and their restored texts, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Citation, Document, Region, Report, Restoration, Reuse, Suggestion
from letapis.stemma.reports import reports
from letapis.stemma.restore import restore
from letapis.stemma.suggest import suggest

__all__ = ["VERSION", "step"]

VERSION = "1"
_MAKER = f"stemma@{VERSION}"
_SCHEMA = pa.schema(
    [
        ("report", pa.struct(list(tables.schema(Report)))),
        ("restoration", pa.struct(list(tables.schema(Restoration)))),
        ("suggestion", pa.struct(list(tables.schema(Suggestion)))),
    ]
)


def step() -> Step:
    """Reads all findings; writes ``reports``, ``restorations`` and ``suggestions``."""
    side = {"regions": "regions", "reuse": "reuse", "citations": "citations"}
    split = "SELECT {0}.* FROM stemma WHERE {0} IS NOT NULL"
    return Step(
        name="stemma",
        version=VERSION,
        reads=("documents", "regions", "reuse", "citations"),
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
    documents = [document for batch in batches for document in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    reuse = list(tables.records(side["reuse"], Reuse))
    cited = list(tables.records(side["citations"], Citation))
    rows = []
    for report in sorted(reports(documents, regions, reuse, cited), key=lambda report: report.report_id):
        restored = restore(report, documents, regions, reuse)
        rows.append({"report": tables.row(replace(report, maker=_MAKER))})
        rows.append({"restoration": tables.row(replace(restored, maker=_MAKER))})
    suggested = sorted(suggest(documents, cited, reuse), key=lambda found: found.suggestion_id)
    rows += [{"suggestion": tables.row(replace(found, maker=_MAKER))} for found in suggested]
    yield pa.RecordBatch.from_pylist(rows, schema=_SCHEMA)
