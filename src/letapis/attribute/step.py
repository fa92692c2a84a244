"""What outlets are called, and the credits to them, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from letapis import langs, tables
from letapis.attribute.citations import citations
from letapis.attribute.publishers import known, publishers
from letapis.engine.base import Map, Output, Step
from letapis.model import Citation, Document, Publisher

__all__ = ["VERSION", "step"]

VERSION = "2"
_MAKER = f"attribute@{VERSION}"


def step() -> Step:
    """Reads ``documents``; writes ``publishers`` and ``citations``.

    What outlets are called in this very heap is learnt first: the forms are a side table, and
    citations carry the names that the forms stand for.
    """
    return Step(
        name="attribute",
        version=VERSION,
        reads=("documents",),
        stages=(
            Map("publishers", "documents", _publishers, tables.schema(Publisher), whole=True),
            Map("citations", "documents", _citations, tables.schema(Citation), side={"known": "publishers"}),
        ),
        outputs=(Output("publishers", "publishers"), Output("citations", "citations")),
    )


def _publishers(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    documents = [document for batch in batches for document in tables.records(batch, Document)]
    yield tables.batch([replace(row, maker=_MAKER) for row in publishers(documents)], Publisher)


def _citations(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    names = known(tables.records(side["known"], Publisher))
    for batch in batches:
        found = [
            replace(citation, maker=_MAKER)
            for document in tables.records(batch, Document)
            for citation in citations(
                document, langs.get(document.language) if document.language else None, names
            )
        ]
        yield tables.batch(found, Citation)
