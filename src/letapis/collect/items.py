"""Items of an RSS file of any length, cut out one at a time, byte for byte as they stand there.

No entity is ever expanded, since nothing is parsed: what is in a comment or a CDATA section is passed
over, and a file that declares a document type is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

__all__ = ["Item", "items"]

_BLOCK = 1 << 20
_MARK = re.compile(rb"<!--|<!\[CDATA\[|<item(?=[\s>])|</item\s{0,8}>|<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_LONGEST = 16
"""Bytes of the longest mark."""


@dataclass(frozen=True, slots=True)
class Item:
    """What was met in the file."""

    kind: Literal["head", "item", "long", "cut", "declared"]
    """What stands before the first item; an item; one of more bytes than the limit; one in which the
    file ends; the declaration of a document type or entity, at which reading stopped."""
    start: int
    """Offset of its first byte in the file."""
    stop: int
    data: bytes = b""
    """All of a head or an item, nothing of the others."""


class _Window:
    """The bytes of a stream that are held: from ``begin``, where it is kept, else from ``cursor``."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self.held = b""
        self.base = 0
        self.begin: int | None = 0
        """Where in ``held`` what is being read begins; None where it is no longer kept."""
        self.cursor = 0

    def more(self) -> bool:
        block = self._stream.read(_BLOCK)
        if not block:
            return False
        if self.begin is not None and self.cursor - self.begin > self._limit:
            self.begin = None
        keep = self.cursor if self.begin is None else self.begin
        self.held = self.held[keep:] + block
        self.base += keep
        self.cursor -= keep
        self.begin = None if self.begin is None else 0
        return True

    def find(self, mark: bytes) -> bool:
        """Go on behind the next ``mark``; False where the file ends before it."""
        while (found := self.held.find(mark, self.cursor)) < 0:
            self.cursor = max(self.cursor, len(self.held) - len(mark) + 1)
            if not self.more():
                return False
        self.cursor = found + len(mark)
        return True

    def next(self) -> re.Match[bytes] | None:
        """The next mark of structure."""
        while (match := _MARK.search(self.held, self.cursor)) is None:
            self.cursor = max(self.cursor, len(self.held) - _LONGEST)
            if not self.more():
                return None
        return match

    def taken(self, stop: int) -> bytes | None:
        """What is being read, up to ``stop``; None where it was too long to keep."""
        if self.begin is None or stop - self.begin > self._limit:
            return None
        return self.held[self.begin : stop]


def items(stream: BinaryIO, limit: int) -> Iterator[Item]:
    """The head of an RSS file and its items, each of at most ``limit`` bytes, in the order of the file.

    At most ``limit`` bytes and one read block are held. An item that is never closed ends where the
    next one begins.

    >>> import io
    >>> file = io.BytesIO(b"<rss><channel><item><title>A</title></item><item>")
    >>> [(item.kind, item.data) for item in items(file, 100)]
    [('head', b'<rss><channel>'), ('item', b'<item><title>A</title></item>'), ('cut', b'')]
    """
    window = _Window(stream, limit)
    start, reading = 0, "head"
    while (match := window.next()) is not None:
        mark = match[0].lower()
        if mark in (b"<!--", b"<![cdata["):
            window.cursor = match.end()
            if not window.find(b"-->" if mark == b"<!--" else b"]]>"):
                break
            continue
        if mark in (b"<!doctype", b"<!entity"):
            yield Item("declared", window.base + match.start(), window.base + match.end())
            return
        opening = mark == b"<item"
        stop = match.start() if opening else match.end()
        if (reading == "head" and opening) or reading == "item":
            data = window.taken(stop)
            kind: Literal["head", "item", "long"] = "long" if data is None else "item"
            if reading == "head" and data is not None:
                kind = "head"
            yield Item(kind, start, window.base + stop, data or b"")
        start, reading = window.base + match.start(), "item" if opening else "between"
        window.cursor = match.end()
        window.begin = match.start() if opening else None
    end = window.base + len(window.held)
    if reading == "head":
        yield Item("head", 0, end, window.taken(len(window.held)) or b"")
    elif reading == "item":
        yield Item("cut", start, end)
