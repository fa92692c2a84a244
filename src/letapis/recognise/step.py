"""Language, outlet and truncation of documents, and the site furniture in them, as stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pyarrow as pa

from letapis import langs, tables
from letapis.engine.base import Map, Output, Stage, Step
from letapis.langs.identify import identify
from letapis.model import Document, Region
from letapis.recognise.furniture import furniture
from letapis.recognise.publisher import publisher
from letapis.recognise.truncation import truncation

__all__ = ["VERSION", "recognise", "stages", "step"]

VERSION = "2"


def recognise(document: Document) -> Document:
    """The document with what it did not say itself: language, outlet, whether it breaks off.

    What its reader knew of its being cut (a feed's summary) stands, with what the text shows behind it.
    """
    code = document.language or identify(document.text)[0]
    cut, at, reasons = truncation(document.text, langs.get(code) if code else None, document.residue)
    if document.truncated:
        at = at if cut else document.truncated_at
        cut, reasons = True, (*document.truncated_reasons, *reasons)
    return replace(
        document,
        language=code,
        outlet=publisher(document.url or document.canonical_url, document.outlet),
        truncated=cut,
        truncated_at=at,
        truncated_reasons=reasons,
    )


def stages(source: str) -> tuple[Stage, ...]:
    """Reads ``source``, documents as they were read; gives ``recognised``."""
    return (Map("recognised", source, _recognise, tables.schema(Document)),)


def step() -> Step:
    """Reads ``documents``, all of them; writes ``regions``."""
    return Step(
        name="furniture",
        version=VERSION,
        reads=("documents",),
        stages=(Map("regions", "documents", _furniture, tables.schema(Region), whole=True),),
        outputs=(Output("regions", "regions"),),
    )


def _recognise(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield tables.batch(map(recognise, tables.records(batch, Document)), Document)


def _furniture(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    documents = [document for batch in batches for document in tables.records(batch, Document)]
    maker = f"furniture@{VERSION}"
    found = [replace(region, maker=maker) for region in furniture(documents)]
    yield tables.batch(sorted(found, key=lambda region: (region.doc_id, region.start)), Region)
