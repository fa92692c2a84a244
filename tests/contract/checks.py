"""What holds of whatever a reader or a container gives, whatever it was given."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, cast
from urllib.parse import quote

import pyarrow as pa

from letapis import tables
from letapis.collect import file
from letapis.collect.base import Options
from letapis.collect.container import File
from letapis.model import Capture, Document, Received, SetAside
from letapis.read.base import read
from letapis.read.step import SCHEMA
from letapis.settings import Settings
from letapis.text import content_id, count
from letapis.text.control import printable

__all__ = ["SMALL", "collected", "documents", "opened", "records", "taken"]

SMALL = Settings(page_seconds=30, page_memory=600)
"""Generous in time, since what is under test is not how fast the machine is."""
_REASON = re.compile(r"[a-z][a-z0-9_]{1,39}")
_LONGEST = 20_000
"""Code points of the longest message: an address may be long."""


def taken(
    reader: str, payload: bytes, limits: Settings = SMALL, **given: object
) -> list[Document | SetAside]:
    """What the reader makes of a payload, each item as it must be."""
    digest = hashlib.sha256(payload).hexdigest()
    fields: dict[str, object] = {"uri": "file:odd.bin", "media_type": "", "format": reader, **given}
    capture = Capture(content_id(digest, str(fields["uri"])), digest, **fields)  # type: ignore[arg-type]
    return opened(capture, payload, limits)


def opened(capture: Capture, payload: bytes, limits: Settings = SMALL) -> list[Document | SetAside]:
    """The same for a capture."""
    items = list(read(capture, payload, limits))
    found = [item for item in items if isinstance(item, Document)]
    for item in items:
        if isinstance(item, Document):
            _document(item, capture, payload)
        else:
            assert isinstance(item, SetAside), item
            _aside(item, capture.uri)
            assert item.capture_id == capture.capture_id
    assert len({document.doc_id for document in found}) == len(found), "two documents have one id"
    rows = [
        {"capture_id": "", ("document" if isinstance(item, Document) else "aside"): tables.row(item)}
        for item in items
    ]
    assert pa.RecordBatch.from_pylist(rows, schema=SCHEMA).num_rows == len(items)
    return items


def documents(items: list[Document | SetAside]) -> list[Document]:
    """Those of the items that are documents."""
    return [item for item in items if isinstance(item, Document)]


def records(
    name: str, data: bytes | BinaryIO, options: Options | None = None, path: Path | None = None
) -> list[Received | SetAside]:
    """What a file of that name gives, each item as it must be."""
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    changed = datetime(2021, 3, 3, tzinfo=UTC)
    items = list(file.read(File(name, name, changed, path), stream, options or Options(SMALL)))
    for item in items:
        if isinstance(item, SetAside):
            _aside(item, name)
        else:
            _received(item)
    for one, other in pairwise(sorted(collected(items), key=lambda item: item.capture.capture_id)):
        if one.capture.capture_id == other.capture.capture_id:  # what stands there twice is kept once
            assert (one.payload, one.capture.uri) == (other.payload, other.capture.uri)
    return items


def collected(items: list[Received | SetAside]) -> list[Received]:
    """Those of the items that are captures."""
    return [item for item in items if isinstance(item, Received)]


def _received(item: Received) -> None:
    capture = item.capture
    assert isinstance(item, Received)
    assert capture.payload_sha256 == hashlib.sha256(item.payload).hexdigest()
    fetched = [capture.fetched_at.isoformat()] if capture.fetched_at else []
    assert capture.capture_id == content_id(capture.payload_sha256, capture.uri, *fetched)
    assert item.date.tzinfo is not None
    for words in (capture.uri, capture.media_type, capture.format, capture.via):
        assert printable(words, line=True) == words
        words.encode("utf-8")
    assert capture.uri and capture.format and capture.via
    if item.exchange is not None:
        assert item.exchange.head.endswith(b"\r\n\r\n")


def _aside(item: SetAside, source: str) -> None:
    assert _REASON.fullmatch(item.reason), item
    named = (printable(source, line=True)[:60], quote(source, safe="/-_.~")[:60], "https://", "http://")
    # what is no address has no other name than itself
    assert item.reason == "bad_address" or any(name in item.detail for name in named), f"names none: {item}"
    assert len(item.detail) < _LONGEST
    assert printable(item.detail, line=True) == item.detail
    item.detail.encode("utf-8")


def _document(document: Document, capture: Capture, payload: bytes) -> None:
    text = document.text
    assert document.capture_id == capture.capture_id
    assert document.words == count(text) > 0
    assert document.doc_id == content_id(capture.capture_id, document.raw_start, text)
    assert document.ordinal >= 0
    for words in _strings(document):
        words.encode("utf-8")
    lines = (document.source_id, document.url, document.canonical_url, document.outlet, document.title)
    for line in [*lines, document.section, *document.authors]:
        assert line is None or (printable(line, line=True) == line and line.strip()), line
    assert document.language is None or re.fullmatch(r"[a-z]{2}", document.language)
    assert document.published is None or document.published.tzinfo is not None
    dated = (document.published_precision, document.published_basis)
    assert all(dated) if document.published else not document.published_precision
    assert document.truncated_at is None or 0 <= document.truncated_at <= len(text)
    assert 0 <= document.raw_start <= document.raw_stop <= len(payload)
    _anchors(document)
    for link in document.links:
        assert (link.start is None) == (link.stop is None)
        if link.start is not None and link.stop is not None:
            assert 0 <= link.start <= link.stop <= len(text)


def _anchors(document: Document) -> None:
    at = -1
    for anchor in document.map:
        assert at <= anchor.start <= anchor.stop <= len(document.text), anchor
        assert document.raw_start <= anchor.raw_start <= anchor.raw_stop <= document.raw_stop, anchor
        at = anchor.stop


def _strings(document: Document) -> Iterator[str]:
    yield document.text
    for name in ("url", "canonical_url", "outlet", "title", "section", "published_local", "source_id"):
        yield cast("str | None", getattr(document, name)) or ""
    yield from document.authors
    for residue in document.residue:
        yield residue.surface
        assert re.fullmatch("[a-z_]+", residue.kind)
    for link in document.links:
        yield link.href
        yield link.text
