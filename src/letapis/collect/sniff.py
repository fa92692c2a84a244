"""What a file is, by its name and its first bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letapis.text.decode import binary

__all__ = ["Kind", "kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A reader's name and the media type of its bytes."""

    reader: str
    media_type: str


_TYPES = {
    "heap": "text/plain",
    "text": "text/plain",
    "html": "text/html",
    "jsonl": "application/json",
}
_BY_ENDING = {
    ".txt": "heap",
    ".text": "heap",
    ".md": "heap",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ROW = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')


def kind(name: str, head: bytes, reader: str | None = None) -> Kind | None:
    """What the file ``name`` that begins with ``head`` is; None where it is no text.

    ``reader`` overrides the guess. The bytes beat the ending where they speak clearly.

    >>> kind("a.txt", b"Headline\\nText.")
    Kind(reader='heap', media_type='text/plain')
    >>> kind("a.txt", b"<!DOCTYPE html><html>").reader
    'html'
    >>> kind("photo.txt", b"\\xff\\xd8\\xff\\xe0\\x00\\x10JFIF") is None
    True
    """
    if reader is not None:
        return Kind(reader, _TYPES.get(reader, "application/octet-stream"))
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf")
    found = _BY_ENDING.get(ending)
    # a row of NULs among the rows is that row's fault, not the file's
    if binary(head) and not (found == "jsonl" and _ROW.match(plain)):
        return None
    if _HTML.search(plain[:1024]):
        found = "html"
    elif found in (None, "heap") and _ROW.match(plain):
        found = "jsonl"
    found = found or "heap"
    return Kind(found, _TYPES[found])
