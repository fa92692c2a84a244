"""Credits to outlets, as a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

import pyarrow as pa

from letapis import langs, tables
from letapis.attribute.citations import citations
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Citation, Document
from letapis.text import fold

__all__ = ["VERSION", "step"]

VERSION = "1"
_MAKER = f"attribute@{VERSION}"


def step() -> Step:
    """Reads ``documents``; writes ``citations``.

    Outlets that publish in this very heap are known by name, so the names are a side table.
    """
    known = (
        "SELECT outlet, url FROM (SELECT outlet, min(url) AS url FROM documents"
        " WHERE outlet IS NOT NULL GROUP BY outlet) AS t ORDER BY outlet"
    )
    return Step(
        name="attribute",
        version=VERSION,
        reads=("documents",),
        stages=(
            Rel("publishers", ("documents",), known),
            Map("citations", "documents", _citations, tables.schema(Citation), side={"known": "publishers"}),
        ),
        outputs=(Output("citations", "citations"),),
    )


def known(rows: list[dict[str, str | None]]) -> dict[str, str]:
    """Folded names and domains of the outlets that publish in a heap, and how documents name them.

    >>> known([{"outlet": "Port-Info", "url": "https://www.port-info.example/1"}])
    {'port-info': 'Port-Info', 'port-info.example': 'Port-Info'}
    """
    found: dict[str, str] = {}
    for row in rows:
        outlet = row["outlet"] or ""
        found.setdefault(fold(outlet), outlet)
        parts = urlsplit(row["url"] or "")
        if parts.scheme in ("http", "https") and parts.hostname:
            found.setdefault(fold(parts.hostname.removeprefix("www.")), outlet)
    return found


def _citations(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    names = known(side["known"].to_pylist())
    for batch in batches:
        found = [
            replace(citation, maker=_MAKER)
            for document in tables.records(batch, Document)
            for citation in citations(
                document, langs.get(document.language) if document.language else None, names
            )
        ]
        yield tables.batch(found, Citation)
