"""Who said what: in each document by itself, and then in all of them, as steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from letapis import langs, tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Citation, Document, Quotation

__all__ = ["QUOTE", "TELL", "quote", "tell"]

QUOTE, TELL = "4", "3"
"""Versions of the two steps."""
_COLUMNS = ("doc_id", "capture_id", "title", "text", "language", "residue", "raw_start", "map")
_CREDITS = "SELECT * FROM citations WHERE kind = 'told_to' AND outlet IS NOT NULL AND start IS NOT NULL"
# texts only of the pages where somebody told an outlet something
_PAGES = (
    "SELECT d.doc_id, d.language, d.published, d.outlet,"
    " CASE WHEN c.doc_id IS NULL THEN NULL ELSE d.text END AS text FROM documents d LEFT JOIN"
    " (SELECT DISTINCT doc_id FROM credits) c ON d.doc_id = c.doc_id"
)
_NAMED = (
    "SELECT q.doc_id, q.start, m.start AS at, m.stop, m.kind, m.entity_id, e.name, d.language FROM quoted q"
    " JOIN documents d ON q.doc_id = d.doc_id"
    " JOIN mentions m ON q.doc_id = m.doc_id AND m.entity_id IS NOT NULL AND ((m.start >= q.speaker_start AND"
    " m.stop <= q.speaker_stop) OR m.surface = q.speaker_name) JOIN entities e ON m.entity_id = e.entity_id"
)
_FORMS = (
    "SELECT m.entity_id, d.language, s.base, COUNT(*) AS count FROM mentions m JOIN spots s ON"
    " m.doc_id = s.doc_id AND m.start = s.start AND m.stop = s.stop JOIN documents d ON m.doc_id = d.doc_id"
    " JOIN (SELECT DISTINCT entity_id FROM named) n ON m.entity_id = n.entity_id"
    " WHERE s.base IS NOT NULL GROUP BY m.entity_id, d.language, s.base"
)
_MOST = 0.6
"""Share of the words for a speaker that the name of a body or place must make up to be the speaker."""


def quote() -> Step:
    """Reads each document once; writes ``quoted``: what its own text says of who said what."""
    return Step(
        name="quoted",
        version=QUOTE,
        reads=("documents",),
        stages=(Map("quoted", "documents", _quote, tables.schema(Quotation), columns=_COLUMNS),),
        outputs=(Output("quoted", "quoted"),),
        per="doc_id",
    )


def tell() -> Step:
    """Reads ``quoted`` and what is known of the heap; writes ``quotations``.

    Each with the outlet it was said to, whom the words for its speaker name, and what it is a variant
    of. What stands in furniture is no quotation.
    """
    return Step(
        name="quotations",
        version=TELL,
        reads=("quoted", "documents", "regions", "citations", "mentions", "entities", "spots"),
        stages=(
            Rel("credits", ("citations",), _CREDITS),
            Rel("pages", ("documents", "credits"), _PAGES),
            Rel("named", ("quoted", "documents", "mentions", "entities"), _NAMED),
            Rel("forms", ("mentions", "spots", "documents", "named"), _FORMS),
            Rel(
                "furniture", ("regions",), "SELECT doc_id, start, stop FROM regions WHERE kind = 'furniture'"
            ),
            Map(
                "quotations",
                "quoted",
                _tell,
                tables.schema(Quotation),
                side={name: name for name in ("credits", "pages", "named", "forms", "furniture")},
                whole=True,
            ),
        ),
        outputs=(Output("quotations", "quotations"),),
    )


def _quote(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # opened here: what quotes nothing loads no dictionaries
    from letapis.attribute.quotations import quotations
    from letapis.attribute.speech.lost import lost, shifted

    maker = f"quoted@{QUOTE}"
    for batch in batches:
        found: list[Quotation] = []
        for document in tables.records(batch, Document):
            gone, language = lost(document), langs.get(document.language)
            if gone is None:
                said = quotations(document, language)
            else:
                whole = f"{document.text[: gone.at]}{gone.words}{document.text[gone.at :]}"
                said = shifted(quotations(replace(document, text=whole), language), gone)
            found += (replace(one, maker=maker) for one in said)
        yield tables.batch(found, Quotation)


def _tell(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    from letapis.attribute.told import told
    from letapis.attribute.variants import Origin, variants

    pages = {row["doc_id"]: row for row in side["pages"].to_pylist()}
    given = _grouped(tables.records(side["credits"], Citation))
    spans = _grouped(side["furniture"].to_pylist())
    found: list[Quotation] = []
    for doc_id, said in _grouped(one for b in batches for one in tables.records(b, Quotation)).items():
        kept = [one for one in said if not _furniture(one, spans.get(doc_id, ()))]
        if doc_id in given and kept:
            kept = told(kept, given[doc_id], pages[doc_id]["text"])
        found += (replace(one, referent=one.speaker_name) for one in kept)
    known = _speakers(_worded(side["named"].to_pylist(), side["forms"].to_pylist()), found)
    found = [replace(one, **known.get((one.doc_id, one.start), {})) for one in found]
    origins = {name: Origin(row["language"], row["published"], row["outlet"]) for name, row in pages.items()}
    rows = [replace(one, maker=f"quotations@{TELL}") for one in variants(found, origins)]
    yield tables.batch(rows, Quotation)


def _grouped(rows: Iterable[Any]) -> dict[str, list[Any]]:
    """Rows or records by their document, in order."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row["doc_id"] if isinstance(row, dict) else row.doc_id].append(row)
    return found


def _furniture(one: Quotation, spans: Sequence[Mapping[str, Any]]) -> bool:
    return any(span["start"] <= one.start and one.stop <= span["stop"] for span in spans)


def _worded(
    named: Sequence[Mapping[str, Any]], forms: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The same, each name as texts in the document's language have it, where any does.

    A reader of a Ukrainian page is not told a speaker's name in Latin letters. Of several forms it is
    the entity's own name, else the fullest, then the commonest.
    """
    best: dict[tuple[str, str | None], tuple[int, int, str]] = {}
    for row in forms:
        key = row["entity_id"], row["language"]
        best[key] = max(best.get(key, (0, 0, "")), (len(row["base"].split()), row["count"], row["base"]))
    there = {(row["entity_id"], row["language"], row["base"]) for row in forms}
    return [
        row
        if (row["entity_id"], row["language"], row["name"]) in there
        or (row["entity_id"], row["language"]) not in best
        else {**row, "name": best[row["entity_id"], row["language"]][2]}
        for row in named
    ]


def _speakers(
    named: Sequence[Mapping[str, Any]], said: Sequence[Quotation]
) -> dict[tuple[str, int], dict[str, Any]]:
    """Whom the words for each speaker name: a person among them, or a body or place that is all of them.

    "A spokesman for the ministry" names no entity: the ministry is not the one who speaks.
    """
    at: defaultdict[tuple[str, int], list[Mapping[str, Any]]] = defaultdict(list)
    for row in named:
        at[row["doc_id"], row["start"]].append(row)
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for one in said:
        rows = at.get((one.doc_id, one.start), ())
        size = max(1, (one.speaker_stop or 0) - (one.speaker_start or 0))
        people = [row for row in rows if row["kind"] == "person"]
        bodies = [row for row in rows if row["stop"] - row["at"] >= _MOST * size]
        for row in (people or bodies)[:1]:
            found[one.doc_id, one.start] = {"speaker_entity": row["entity_id"], "speaker_name": row["name"]}
    return found
