"""Schemas follow the records; rows come back as they went in."""

from __future__ import annotations

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from letapis import model, tables

# the columns of DESIGN.md §4: more may come, none may go
CONTRACT = {
    "captures": "capture_id payload_sha256 uri media_type fetched_at via file offset length http_status",
    "documents": "doc_id capture_id source_id ordinal url canonical_url outlet title authors text language "
    "published published_local published_precision published_basis truncated truncated_at residue links "
    "words raw_start raw_stop map",
    "regions": "doc_id start stop kind reasons",
    "set_aside": "capture_id doc_id step reason detail",
    "reuse": "earlier later kind passages share_earlier share_later ordered_by reasons",
    "citations": "doc_id start stop surface outlet outlet_start outlet_stop kind lost self reasons",
    "quotations": "doc_id start stop text kind speaker speaker_start speaker_stop speaker_entity "
    "speaker_name cue told_to repaired variant_of",
    "figures": "doc_id start stop surface low high unit currency qualifier counted per",
    "dates": "doc_id start stop surface value basis",
    "mentions": "doc_id start stop surface kind entity_id",
    "entities": "entity_id kind name role names",
    "reports": "report_id outlet title original witnesses reasons",
    "restorations": "report_id text segments gaps complete",
    "stories": "story_id title titles language first_seen last_seen pages outlets origins",
    "story_documents": "story_id doc_id",
    "story_links": "a b score reasons",
    "moments": "moment_id story_id when place kind says origins",
    "aliases": "old_id new_id reason at",
}


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_the_columns_of_the_contract(name: str) -> None:
    have = tables.schema(tables.TABLES[name]).names
    assert set(CONTRACT[name].split()) <= set(have)


@pytest.mark.parametrize(
    "name", sorted(set(tables.TABLES) - {"captures", "set_aside", "aliases", "verdicts"})
)
def test_every_finding_names_its_maker_and_score(name: str) -> None:
    names = tables.schema(tables.TABLES[name]).names
    assert "maker" in names
    assert name == "documents" or {"score", "reasons"} <= set(names)


def test_there_and_back() -> None:
    document = model.Document(
        doc_id="d", capture_id="c", authors=("A", "B"), text="Words.",
        published=datetime(2021, 3, 3, 7, tzinfo=UTC), truncated=True, truncated_at=6,
        residue=(model.Residue("Share", "share"),), map=(model.Anchor(0, 6, 4, 10),),
        truncated_reasons=(model.Reason("ellipsis", 1.0, "…"),),
    )  # fmt: skip
    batch = tables.batch([document, document], model.Document)
    assert list(tables.records(batch, model.Document)) == [document, document]
    assert next(iter(tables.records(pa.Table.from_batches([batch]), model.Document))) == document


def test_columns_that_a_record_lacks_are_left_out() -> None:
    table = pa.table({"start": [1], "stop": [2], "new": ["x"]})
    assert list(tables.records(table, model.Span)) == [model.Span(1, 2)]


def test_reasons_have_the_shape_of_the_contract() -> None:
    assert tables.schema(model.Reason).names == ["feature", "value", "detail"]
    assert tables.schema(model.Report).field("reasons").type.value_type.field("value").type == pa.float64()
