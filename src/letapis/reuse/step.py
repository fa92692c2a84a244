"""Shared passages and translations, as a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.engine.base import Map, Output, Step
from letapis.model import Document, Region, Reuse, Verdict
from letapis.reuse.columns import COLUMNS, MARKS

__all__ = ["VERSION", "step"]

VERSION = "4"
_MAKER = f"reuse@{VERSION}"
_ROW = tables.schema(Reuse)


def step(embedder: str = "") -> Step:
    """Reads ``documents``, ``regions`` and ``verdicts``, all of them; writes ``reuse``.

    Documents that share what they shared at the last run are not compared again. ``embedder`` names a
    model for translations (:mod:`letapis.reuse.embedders`); with another one all is done again.
    """
    shared = Map(
        "shared",
        "documents",
        _shared,
        _ROW,
        columns=COLUMNS,
        side={"regions": "regions", "before": "before_reuse", "kept": "kept", "verdicts": "verdicts"},
        whole=True,
        beside=(("marks", MARKS),),
    )
    translated = Map(
        "translated",
        "documents",
        partial(_translated, embedder=embedder),
        _ROW,
        side={"regions": "regions", "shared": "shared", "verdicts": "verdicts"},
        whole=True,
    )
    return Step(
        name="reuse",
        version=f"{VERSION}+{embedder}" if embedder else VERSION,
        reads=("documents", "regions", "verdicts"),
        stages=(shared, translated),
        outputs=(Output("reuse", "shared", ("translated",)),),
        keeps=("marks", MARKS),
    )


def _shared(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # opened here: what runs no step loads no kernels
    from letapis.reuse.compare import compare
    from letapis.reuse.index import index
    from letapis.reuse.verdict import about

    said, kept = list(tables.records(side["verdicts"], Verdict)), side["kept"]
    if said:  # what was said once may have changed their rows: they are compared anew
        kept = kept.filter(pc.invert(pc.is_in(kept["doc_id"], value_set=pa.array(about(said), pa.string()))))
    before = side["before"].filter(pc.not_equal(side["before"]["kind"], "translation"))
    columns = pa.schema([tables.schema(Document).field(name) for name in COLUMNS])
    # handed on unnamed: the texts are gathered once, and what they were gathered from is let go
    read = index(pa.Table.from_batches(batches, columns), side["regions"])
    found, known = compare(read, before, kept, maker=_MAKER)
    yield from _stated(found, said, frozenset(read.ids.to_pylist())) if said else found
    yield from known.to_batches()


def _stated(
    found: Iterable[pa.RecordBatch], said: list[Verdict], known: frozenset[str]
) -> Iterator[pa.RecordBatch]:
    """The rows as they are said to be. Those that only a person sees come with the translations."""
    from letapis.reuse.verdict import about, judged

    among = pa.array(about(said), pa.string())
    near: list[Reuse] = []
    for batch in found:
        mine = pc.and_(*(pc.is_in(batch[name], value_set=among) for name in ("earlier", "later")))
        near += tables.records(batch.filter(mine), Reuse)
        yield batch.filter(pc.invert(mine))
    yield tables.batch(judged(near, said, known, fresh=False), Reuse)


def _translated(
    batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table], embedder: str = ""
) -> Iterator[pa.RecordBatch]:
    from letapis.reuse import embedders
    from letapis.reuse.translate import translations
    from letapis.reuse.verdict import judged

    model = embedders.load(embedder) if embedder else None
    documents = [document for batch in batches for document in tables.records(batch, Document)]
    regions = list(tables.records(side["regions"], Region))
    said = list(tables.records(side["verdicts"], Verdict))
    shared = side["shared"]
    together = set(zip(shared["earlier"].to_pylist(), shared["later"].to_pylist(), strict=True))
    found = [
        replace(pair, maker=_MAKER)
        for pair in judged(
            translations(documents, regions, embedder=model), said, {one.doc_id for one in documents}
        )
        if not {(pair.earlier, pair.later), (pair.later, pair.earlier)} & together
    ]
    yield tables.batch(found, Reuse)
