"""What outlets are called, and the credits to them, as a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from letapis import langs, tables
from letapis.attribute.changes import KEPT, changed, read, same, table
from letapis.attribute.citations import citations
from letapis.attribute.evidence import Evidence, evidence, stamp
from letapis.attribute.publishers import known, named
from letapis.engine.base import Map, Output, Step
from letapis.model import Citation, Document, Publisher

__all__ = ["VERSION", "step"]

VERSION = "6"
_MAKER = f"attribute@{VERSION}"
_COLUMNS = ("doc_id", "capture_id", "url", "canonical_url", "outlet", "language", "text", "residue", "links")


def step() -> Step:
    """Reads ``documents``; writes ``publishers`` and ``citations``.

    What outlets are called in this very heap is learnt first: the forms are a side table, and
    citations carry the names that the forms stand for. What each document says of outlets' names is
    kept; at the next run a document is looked at again only where it, or a name that may stand in
    it, is another. The tables are those that a run over everything would write.
    """
    return Step(
        name="attribute",
        version=VERSION,
        reads=("documents",),
        stages=(
            Map(
                "publishers",
                "documents",
                _publishers,
                tables.schema(Publisher),
                columns=_COLUMNS,
                side={"kept": "kept"},
                whole=True,
                beside=(("evidence", KEPT),),
            ),
            Map(
                "citations",
                "documents",
                _citations,
                tables.schema(Citation),
                columns=_COLUMNS,
                side={
                    "known": "publishers",
                    "evidence": "evidence",
                    "kept": "kept",
                    "named": "before_publishers",
                    "cited": "before_citations",
                },
            ),
        ),
        outputs=(Output("publishers", "publishers"), Output("citations", "citations")),
        keeps=("evidence", KEPT),
    )


def _publishers(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    kept = read(side["kept"])
    held: list[pa.RecordBatch] = []
    found: list[Evidence] = []
    for batch in batches:
        held.append(batch)
        rows = [_evidence(document, kept) for document in tables.records(batch, Document)]
        found += rows
        yield table(rows)
    yield tables.batch([replace(row, maker=_MAKER) for row in named(found, _Held(held))], Publisher)


def _evidence(document: Document, kept: Mapping[str, Evidence]) -> Evidence:
    before = kept.get(document.doc_id)
    return before if before and before.stamp == stamp(document) else evidence(document)


class _Held:
    """Gives documents by their ids out of batches."""

    def __init__(self, batches: Sequence[pa.RecordBatch]) -> None:
        self._batches = batches
        ids = (batch["doc_id"].to_pylist() for batch in batches)
        self._places = {one: (n, at) for n, some in enumerate(ids) for at, one in enumerate(some)}

    def __call__(self, ids: Sequence[str]) -> Iterable[Document]:
        for one in ids:
            number, at = self._places[one]
            yield from tables.records(self._batches[number].slice(at, 1), Document)


def _citations(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    names = known(tables.records(side["known"], Publisher))
    before = known(tables.records(side["named"], Publisher))
    done = same(side["kept"], side["evidence"], side["cited"], changed(before, names))
    stood = pa.array(sorted(done), pa.string())
    for batch in batches:
        kept = pc.is_in(batch["doc_id"], value_set=stood)
        found = [
            replace(citation, maker=_MAKER)
            for document in tables.records(batch.filter(pc.invert(kept)), Document)
            for citation in citations(
                document, langs.get(document.language) if document.language else None, names
            )
        ]
        yield tables.batch(found, Citation)
        mine = pc.is_in(side["cited"]["doc_id"], value_set=batch["doc_id"].filter(kept))
        yield from side["cited"].filter(mine).to_batches()
