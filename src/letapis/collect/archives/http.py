"""The HTTP message in a record's block: its head made fit for replay, its body without transfer coding."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Message", "message", "unchunked"]

_HEAD = 256 * 1024
_STATUS = re.compile(rb"(?:HTTP/\d(?:\.\d)?|ICY)[ \t]+(\d{3})\b", re.IGNORECASE)
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n|\Z")
_SIZE = re.compile(rb"(?:\r?\n)?[ \t]*([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_FRAMING = frozenset({b"transfer-encoding", b"trailer"})


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP response as it stands in a record."""

    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case."""
    head: bytes
    """Status line and headers, up to and with the blank line; what spoke of framing that was undone is
    renamed."""
    body: bytes
    """Without transfer coding; still content-encoded."""
    stored: bytes
    """The body as it stands in the record."""
    fault: str = ""

    def header(self, name: str) -> str:
        """The last value of a header, empty where there is none."""
        return next((value for key, value in reversed(self.headers) if key == name), "")

    @property
    def encoding(self) -> str:
        """Its content encodings, in the order in which they were applied."""
        return ", ".join(value for key, value in self.headers if key == "content-encoding")


def message(block: bytes) -> Message | None:
    """The response in ``block``; None where there is none.

    >>> found = message(b"HTTP/1.1 200 OK\\nTransfer-Encoding: chunked\\n\\n4\\r\\nquay\\r\\n0\\r\\n\\r\\n")
    >>> found.head.decode().split("\\r\\n")
    ['HTTP/1.1 200 OK', 'X-Archive-Orig-Transfer-Encoding: chunked', 'Content-Length: 4', '', '']
    >>> found.body
    b'quay'
    """
    first = _STATUS.match(block)
    blank = _BLANK.search(block, 0, _HEAD)
    if first is None or blank is None:
        return None
    lines = [line.rstrip(b"\r") for line in block[: blank.start()].split(b"\n")]
    body = stored = block[blank.end() :]
    pairs = _pairs(lines[1:])
    fault = ""
    coded = any(name.lower() == b"transfer-encoding" and b"chunked" in value.lower() for name, value in pairs)
    if coded:
        body, fault = unchunked(stored)
    elif (said := _length(pairs)) is not None and said > len(body):
        fault = f"its HTTP head says {said:,} bytes, {len(body):,} are there"
    head = block[: blank.end()]
    if coded or not head.endswith(b"\r\n\r\n") or b"\n" in head.replace(b"\r\n", b""):
        head = _head(lines[0], pairs, len(body) if coded else None)
    headers = tuple((n.decode("latin-1").lower(), v.decode("latin-1")) for n, v in pairs)
    return Message(int(first[1]), headers, head, body, stored, fault)


def unchunked(data: bytes) -> tuple[bytes, str]:
    """A chunked body put together, and what is wrong with it; as it is where it never was chunked.

    >>> unchunked(b"4\\r\\nquay\\r\\n0\\r\\n\\r\\n"), unchunked(b"<html>")
    ((b'quay', ''), (b'<html>', ''))
    >>> unchunked(b"4\\r\\nquay\\r\\n9\\r\\nsid")
    (b'quaysid', 'its chunked body breaks off')
    """
    out: list[bytes] = []
    at = 0
    while found := _SIZE.match(data, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(out), ""
        out.append(data[found.end() : found.end() + size])
        at = found.end() + size
        if at > len(data):
            if len(out) == 1:
                break  # a first word that happens to look like a number
            return b"".join(out), "its chunked body breaks off"
    if not out or (len(out) == 1 and at > len(data)):
        return data, ""
    return b"".join(out), "its chunked body breaks off"


def _pairs(lines: list[bytes]) -> list[tuple[bytes, bytes]]:
    pairs: list[tuple[bytes, bytes]] = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if line[:1] in (b" ", b"\t") and pairs:
            pairs[-1] = pairs[-1][0], pairs[-1][1] + b" " + line.strip()
        elif colon and name.strip():
            pairs.append((name.strip(), value.strip()))
    return pairs


def _length(pairs: list[tuple[bytes, bytes]]) -> int | None:
    said = [value for name, value in pairs if name.lower() == b"content-length"]
    return int(said[-1]) if said and said[-1].isdigit() and len(said[-1]) < 19 else None


def _head(first: bytes, pairs: list[tuple[bytes, bytes]], size: int | None) -> bytes:
    """As letapis.collect.fetch.wire writes the head of a body whose transfer coding was undone."""
    lines = [first]
    for name, value in pairs:
        framing = size is not None and (name.lower() in _FRAMING or name.lower() == b"content-length")
        lines.append((b"X-Archive-Orig-" if framing else b"") + name + b": " + value)
    if size is not None:
        lines.append(b"Content-Length: %d" % size)
    return b"\r\n".join([*lines, b"", b""])
