"""Rows of an index of captures: CDX, CDXJ, and what servers give as JSON.

The forms are those of https://iipc.github.io/warc-specifications/specifications/cdx-format/cdx-2015/,
of pywb, and of the Wayback CDX server
(https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Row", "Unread", "keyed", "looks", "rows"]

_LETTERS = {
    "N": "urlkey",
    "A": "urlkey",
    "b": "timestamp",
    "a": "original",
    "m": "mimetype",
    "s": "statuscode",
    "k": "digest",
    "c": "digest",
}
_BY_COUNT = {
    6: "urlkey timestamp original mimetype statuscode digest",
    7: "urlkey timestamp original mimetype statuscode digest length",
    9: "urlkey timestamp original mimetype statuscode digest redirect offset filename",
    10: "urlkey timestamp original mimetype statuscode digest redirect robots offset filename",
    11: "urlkey timestamp original mimetype statuscode digest redirect robots length offset filename",
}
_NAMES = {"url": "original", "mime": "mimetype", "status": "statuscode"}
_STAMP = re.compile(r"[0-9]{4,17}")
_LONGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One capture that an archive lists."""

    key: str
    """What its address is sorted by; the same for http and https, with and without www."""
    timestamp: str
    """Fourteen digits."""
    original: str
    mime: str = ""
    status: str = ""
    """Three digits, or ``-`` where the index does not say."""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that is no row."""

    line: str


def looks(head: bytes) -> bool:
    """Whether a file begins as an index of captures does.

    >>> looks(b" CDX N b a m s k r M S V g"), looks(b'example,rechnik)/ 20190102030405 {"url": "x"}')
    (True, True)
    >>> looks(b"Plain words of 2019.")
    False
    """
    if head.startswith((b" CDX ", b"CDX ", b"!OpenWayback-CDXJ", b"!meta {")):
        return True
    first = head.lstrip(b"\xef\xbb\xbf \r\n").split(b"\n", 1)[0].split()
    if len(first) < 3 or not re.fullmatch(rb"[0-9]{14}", first[1]):
        return False
    return first[2].startswith(b"{") or (
        len(first) >= 6 and re.match(rb"[a-z]+:|/|[a-z0-9]", first[2]) is not None
    )


def rows(lines: Iterable[bytes], columns: str = "") -> Iterator[Row | Unread | str]:
    """The rows of a listing; a resumption key, where there is one, comes last as a string.

    ``columns`` names those of bare lines, with commas, where the listing was asked for so (``fl``).

    >>> [row] = rows([b"example,rechnik)/ 20190102030405 http://rechnik.example/ text/html 200 ABC 12"])
    >>> row.original, row.status
    ('http://rechnik.example/', '200')
    >>> said = b'[["timestamp", "original"], ["2019", "http://rechnik.example/"], [], ["next+1"]]'
    >>> [(found, key)] = [list(rows([said]))]
    >>> found.key, key
    ('rechnik.example/', 'next+1')
    """
    names = columns.split(",") if columns else []
    blank = False
    for raw in lines:
        line = raw[:_LONGEST].decode("utf-8", "replace").strip("\ufeff \t\r\n")
        if not line:
            blank = True
        elif blank and " " not in line and "{" not in line and "[" not in line:
            yield line
        elif line.startswith(("CDX ", "!")):
            names = [_LETTERS.get(letter, letter) for letter in line.split()[1:]] if line[0] == "C" else names
        elif line.startswith("["):
            yield from _arrays(raw)
        elif line in ("]", ","):
            continue
        else:
            yield _row(line, names) or Unread(line[:200])


def _row(line: str, names: list[str]) -> Row | None:
    brace = line.find("{")
    if brace == 0 or (brace > 0 and len(line[:brace].split()) == 2):
        try:
            said: Any = json.loads(line[brace:].rstrip(","))
        except (ValueError, RecursionError):
            return None
        if not isinstance(said, dict):
            return None
        before = line[:brace].split()
        if before:
            said = {"urlkey": before[0], "timestamp": before[1], **said}
        return _made({_NAMES.get(key, key): str(value) for key, value in said.items()})
    parts = line.split(" ")
    columns = names if len(names) == len(parts) else _BY_COUNT.get(len(parts), "").split()
    return _made(dict(zip(columns, parts, strict=True))) if columns else None


def _arrays(raw: bytes) -> Iterator[Row | Unread | str]:
    """The Wayback server's JSON: an array of arrays, the first of them the names."""
    text = raw.decode("utf-8", "replace")
    try:
        table: Any = json.loads(text)
    except (ValueError, RecursionError):
        yield from _broken(text)
        return
    yield from _table(table if isinstance(table, list) else [])


def _table(table: list[Any]) -> Iterator[Row | Unread | str]:
    names: list[str] = []
    blank = False
    for cells in table:
        if not isinstance(cells, list):
            yield Unread(str(cells)[:200])
        elif not cells:
            blank = True
        elif blank and len(cells) == 1:
            yield str(cells[0])
        elif not names:
            names = [_NAMES.get(str(cell), str(cell)) for cell in cells]
        else:
            row = _made(dict(zip(names, map(str, cells), strict=True))) if len(cells) == len(names) else None
            yield row or Unread(str(cells)[:200])


def _broken(text: str) -> Iterator[Row | Unread | str]:
    """An array of arrays that breaks off: as many rows as are whole."""
    table, decoder = [], json.JSONDecoder()
    at = text.find("[") + 1
    while (at := text.find("[", at)) >= 0:
        try:
            cells, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        table.append(cells)
    yield from _table(table)
    yield Unread(text[-100:])


def _made(said: dict[str, str]) -> Row | None:
    stamp, original = said.get("timestamp", ""), said.get("original", "")
    if not _STAMP.fullmatch(stamp) or not original.strip() or not original.isprintable():
        return None
    stamp = (stamp[:14] + "00000101000000"[len(stamp[:14]) :])[:14]
    digest = said.get("digest", "").strip()
    digest = "" if digest == "-" else digest.removeprefix("sha1:")
    status = said.get("statuscode", "").strip() or "-"
    key = said.get("urlkey") or keyed(original)
    return Row(key, stamp, original.strip(), said.get("mimetype", "").lower(), status, digest)


def keyed(address: str) -> str:
    """What addresses of one page have in common: neither scheme nor ``www.``, port 80 nor fragment.

    >>> keyed("https://www.Rechnik.example:443/A?b#c")
    'rechnik.example/A?b'
    """
    rest = address.split("://", 1)[-1].split("#", 1)[0]
    host, slash, path = rest.partition("/")
    host = re.sub(r":(?:80|443)$", "", host.lower()).removeprefix("www.")
    return f"{host}{slash or '/'}{path}"
