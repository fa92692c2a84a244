"""The bytes behind the documents, where nothing that is withheld can be read in them."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote

from letapis.publish.view import Row, View
from letapis.text.decode import decode

__all__ = ["Evidence", "evidence"]

_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|%[0-9a-fA-F]{2}")
_TEXT = ("text/", "application/json", "application/xhtml", "application/xml", "application/x-ndjson")

Evidence = tuple[Row, bytes | None, str]
"""A capture's row, its WARC record as it was stored, or None and the reason why it is left out."""


def evidence(view: View, capture_ids: list[str]) -> Iterator[Evidence]:
    """The records of captures, whole gzip members byte for byte, in the order of their ids.

    A capture is left out, with the reason, where something in it is withheld, or could be and
    cannot be looked for; bytes that no longer have their digest are left out as damaged.
    """
    stored = {row["capture_id"]: row for row in view.chronicle.tables.read("captures").to_pylist()}
    held: dict[str, list[str]] = {}
    for row in view.rows("documents"):
        held.setdefault(row["capture_id"], []).append(row["doc_id"])
    for capture_id in sorted(set(capture_ids) & set(stored)):
        row = stored[capture_id]
        payload = view.chronicle.archive(row["file"], row["offset"])
        shown = view.index("captures", "capture_id")[capture_id]
        if hashlib.sha256(payload).hexdigest() != row["payload_sha256"]:
            yield shown, None, "its bytes no longer have the digest that they were stored with"
        elif _withheld(view, row, held.get(capture_id, []), payload):
            yield shown, None, "it holds something that is withheld"
        else:
            with (view.chronicle.archive.folder / row["file"]).open("rb") as stream:
                stream.seek(row["offset"])
                yield shown, stream.read(row["length"]), ""


def _withheld(view: View, row: Row, documents: list[str], payload: bytes) -> bool:
    mask = view.mask
    if mask.empty:
        return False
    if any(doc_id in mask.documents or doc_id in mask.spans for doc_id in documents):
        return True
    if view.index("captures", "capture_id")[row["capture_id"]]["uri"] != row["uri"]:
        return True
    if not row["media_type"].startswith(_TEXT):
        return True
    text = decode(payload).text
    return any(mask.value(form) != form for form in _forms(text))


def _forms(text: str) -> Iterator[str]:
    """The text as it stands, and as a reader of its mark-up or its escapes would see it."""
    yield text
    bare = html.unescape(_TAG.sub("", text))
    yield bare
    yield html.unescape(_TAG.sub(" ", text))
    if _ESCAPE.search(bare):
        plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), bare)
        yield unquote(plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    try:
        yield json.dumps(json.loads(text.removeprefix("\ufeff")), ensure_ascii=False)
    except ValueError:
        return
