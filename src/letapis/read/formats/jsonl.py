"""One row of JSONL: the keys of the contract become columns, the others stay with the capture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Capture, Document, SetAside
from letapis.read.base import aside, document
from letapis.read.clean import clean
from letapis.read.published import dates, published
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["ENDINGS", "MEDIA_TYPE", "read"]

ENDINGS = (".jsonl", ".ndjson")
MEDIA_TYPE = "application/json"


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The row's document. ``raw_start`` and ``raw_stop`` count in the value of its ``text``.

    >>> capture = Capture("c1", "", "file:a.jsonl#line=1", MEDIA_TYPE, format="jsonl")
    >>> [found] = read(capture, b'{"id": 7, "text": "The bridge is shut."}', Settings())
    >>> found.source_id, found.text, found.raw_stop
    ('7', 'The bridge is shut.', 19)
    >>> [bad] = read(capture, b'{"id": 7', Settings())
    >>> bad.reason
    'bad_json'
    """
    decoded = decode(payload)
    try:
        row = json.loads(decoded.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield aside(capture, "bad_json", f"{capture.uri} is not JSON: {error}; it begins {payload[:60]!r}")
        return
    if not isinstance(row, dict):
        yield aside(
            capture, "bad_row", f"{capture.uri} is a {type(row).__name__}; a row is an object with text"
        )
        return
    text = row.get("text")
    if not isinstance(text, str):
        found = ", ".join(sorted(map(str, row))[:12]) or "nothing"
        yield aside(capture, "bad_row", f"{capture.uri} has no text (a string); it has the keys {found}")
        return
    stated = row.get("published")
    when = published(stated) if stated is not None else None
    if stated not in (None, "") and when is None:
        yield aside(
            capture, "bad_date", f"{capture.uri}: published is {str(stated)[:80]!r}, not an ISO 8601 date"
        )
    yield _document(capture, row, text, when)


def _document(capture: Capture, row: dict[str, Any], text: str, when: Any) -> Document:
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    given = _text(row, "language")
    language = given if given in langs.codes() else identify(text)[0]
    cleaned = clean(text, 0, len(text), langs.get(language) if language else None)
    return document(
        capture,
        source_id=_text(row, "id"),
        url=_text(row, "url"),
        outlet=_text(row, "outlet"),
        title=_text(row, "title") or cleaned.title,
        text=cleaned.text,
        language=given if given and len(given) == 2 and given.isalpha() else None,
        **dates(when, "row"),
        residue=cleaned.residue,
        raw_stop=len(text),
        map=cleaned.map,
    )


def _text(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip() or None
