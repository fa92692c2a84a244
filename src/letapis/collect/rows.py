"""JSONL: one capture a row, so that a grown file keeps its old ids."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO
from urllib.parse import quote

from letapis.collect.base import Options, aside, received
from letapis.collect.lines import lines
from letapis.model import Received, SetAside

__all__ = ["address", "collect"]


def collect(
    uri: str, path: str, stream: BinaryIO, mark: bytes, options: Options, changed: datetime | None
) -> Iterator[Received | SetAside]:
    """A capture for every row that is not blank; what is in the row is not judged here."""
    limit = options.settings.slice_bytes
    for piece in lines(stream, limit, mark):
        if piece.data is None:
            size = piece.stop - piece.start
            yield aside(
                "line_too_long",
                f"line {piece.number} of {path} has {size:,} bytes, more than {limit:,}; the other rows were "
                "read; raise slice_bytes to read it too",
            )
        elif piece.data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
            data = piece.data.removesuffix(b"\n").removesuffix(b"\r") if mark == b"\n" else piece.data
            where = address(data, uri, piece.number)
            yield received(data, where, "application/json", "jsonl", via="rows", date=changed)


def address(data: bytes, uri: str, number: int) -> str:
    """Where a row came from: its own address, else its id in the file, else its line.

    >>> address(b'{"url": "https://rechnik.example/1 2"}', "file:a.jsonl", 7)
    'https://rechnik.example/1%202'
    >>> address(b'{"id": 5}', "file:a.jsonl", 7), address(b"{", "file:a.jsonl", 7)
    ('file:a.jsonl#id=5', 'file:a.jsonl#line=7')
    """
    try:
        row: Any = json.loads(data)
    except (ValueError, RecursionError):
        row = None
    if isinstance(row, dict):
        if isinstance(row.get("url"), str) and row["url"].strip():
            return quote(row["url"].strip(), safe=":/?#[]@!$&'()*+,;=%-_.~", errors="surrogatepass")
        if isinstance(row.get("id"), str | int):
            return f"{uri}#id={quote(str(row['id']), safe='-_.~', errors='surrogatepass')}"
    return f"{uri}#line={number}"
