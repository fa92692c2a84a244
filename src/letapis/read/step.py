"""Captures to documents, as a stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Opener, Rel, Stage
from letapis.model import Capture, Document, SetAside
from letapis.read.base import VERSION, read
from letapis.settings import Settings

__all__ = ["SCHEMA", "VERSION", "stages"]

SCHEMA = pa.schema(
    [
        ("capture_id", pa.string()),
        ("document", pa.struct(list(tables.schema(Document)))),
        ("aside", pa.struct(list(tables.schema(SetAside)))),
    ]
)
_MOST = 256
"""Rows of a written batch: bounds what is held of long documents."""


def stages(opener: Opener, limits: Settings) -> tuple[Stage, ...]:
    """Reads ``captures``; gives ``read`` (documents not yet recognised) and ``unread`` (set aside)."""
    return (
        Map("captured", "captures", partial(_read, opener=opener, limits=limits), SCHEMA),
        Rel("read", ("captured",), "SELECT document.* FROM captured WHERE document IS NOT NULL"),
        Rel("unread", ("captured",), "SELECT aside.* FROM captured WHERE aside IS NOT NULL"),
    )


def _read(
    batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table], opener: Opener, limits: Settings
) -> Iterator[pa.RecordBatch]:
    rows = []
    for batch in batches:
        for capture in tables.records(batch, Capture):
            for item in read(capture, opener(capture.file, capture.offset), limits):
                key = "document" if isinstance(item, Document) else "aside"
                rows.append({"capture_id": capture.capture_id, key: tables.row(item)})
                if len(rows) >= _MOST:
                    yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
                    rows = []
    yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
