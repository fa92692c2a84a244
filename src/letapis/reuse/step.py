"""Shared passages and translations, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Map, Output, Step
from letapis.model import Document, Region, Reuse
from letapis.reuse.pairs import pairs
from letapis.reuse.translate import translations

__all__ = ["VERSION", "step"]

VERSION = "2"
_MAKER = f"reuse@{VERSION}"


def step() -> Step:
    """Reads ``documents`` and ``regions``, all of them; writes ``reuse``."""
    return Step(
        name="reuse",
        version=VERSION,
        reads=("documents", "regions"),
        stages=(
            Map("reuse", "documents", _reuse, tables.schema(Reuse), side={"regions": "regions"}, whole=True),
        ),
        outputs=(Output("reuse", "reuse"),),
    )


def _reuse(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    documents = [document for batch in batches for document in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    shared = pairs(documents, regions)
    together = {frozenset((pair.earlier, pair.later)) for pair in shared}
    translated = translations(documents, regions)
    found = shared + [pair for pair in translated if frozenset((pair.earlier, pair.later)) not in together]
    made = [replace(pair, maker=_MAKER) for pair in found]
    yield tables.batch(sorted(made, key=lambda pair: (pair.earlier, pair.later)), Reuse)
