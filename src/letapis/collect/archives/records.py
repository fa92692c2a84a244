"""Records out of unpacked bytes, framed by what is there and not only by what they say of themselves.

A record's ``Content-Length`` is believed where another record, or the end, stands behind it. Where not,
the record ends before the next one that can be seen, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from letapis.collect.archives.unpack import Chunk, begins

__all__ = ["Gap", "Record", "records"]

_HEAD = 256 * 1024
"""Bytes of the longest head of a record."""
_MARK = re.compile(rb"(WARC/[01]\.\d{1,2}\r?\n(?i:WARC-|Content-)[A-Za-z-]{1,40}:)")
_VERSION = re.compile(rb"WARC/\d{1,2}\.\d{1,3}[ \t]*\r?\n")
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_ARC = re.compile(
    rb"([a-z][a-z0-9+.-]*:\S{0,8000}) (\S{1,60}) (\d{8,14}) (\S{1,200})(?: \S+){0,5} (\d{1,18})\r?\n", re.I
)
_NEWLINES = b"\r\n"
_BREAKS = re.compile(rb"[\r\n]*+")


@dataclass(frozen=True, slots=True)
class Record:
    """One record, its block cut where it is longer than the limit."""

    fields: dict[str, str]
    """Its named fields; names in lower case, the first of two."""
    block: bytes
    at: int
    """Offset in the file of the record, or of the gzip member that it is in."""
    inner: int
    """Its offset within that member, unpacked."""
    size: int
    """Bytes of the whole block, as far as known."""
    faults: tuple[tuple[str, str], ...] = ()
    """What is wrong with it: one word, and a few more."""

    @property
    def kind(self) -> str:
        """The WARC-Type, lower case."""
        return self.fields.get("warc-type", "").strip().lower()

    @property
    def whole(self) -> bool:
        """Whether all of its block is here."""
        return len(self.block) >= self.size


@dataclass(frozen=True, slots=True)
class Gap:
    """Bytes that are no record."""

    at: int
    reason: str
    detail: str


def records(chunks: Iterable[Chunk], limit: int) -> Iterator[Record | Gap]:
    """The records of an archive in their order; of a block at most ``limit`` bytes are kept.

    >>> said = b"WARC/1.1\\r\\nWARC-Type: resource\\r\\nContent-Length: 99\\r\\n\\r\\nAll.\\r\\n\\r\\n"
    >>> [first, last] = records([Chunk(said + said, 0)], 1000)
    >>> first.block, first.faults
    (b'All.', (('wrong_length', 'says 99 bytes, 4 are there'),))
    """
    window = _Window(chunks)
    while window.ready():
        gap = window.garbage()
        if gap is not None:
            yield gap
        elif window.has:
            yield _record(window, limit)


@dataclass(slots=True)
class _Window:
    """Unpacked bytes that were not used yet: ``data`` from ``pos`` on."""

    source: Iterable[Chunk]
    data: bytes = b""
    pos: int = 0
    at: int = 0
    inner: int = 0
    """Offset of ``data`` within its member."""
    plain: bool = True
    faults: list[tuple[int, str]] = field(default_factory=list)
    _next: Chunk | None = None
    _chunks: Iterator[Chunk] | None = None
    _over: bool = False

    @property
    def has(self) -> bool:
        return self.pos < len(self.data)

    def place(self) -> tuple[int, int]:
        """Where the next byte is: of what is not packed its offset in the file."""
        inner = self.inner + self.pos
        return (self.at + inner, 0) if self.plain else (self.at, inner)

    def more(self, *, over: bool = False) -> bool:
        """Read on; not past the start of a member that begins a record, unless ``over``."""
        chunk = self._take(over)
        if chunk is None:
            return False
        rest = self.data[self.pos :]
        if chunk.data and not rest:
            self.plain = self.plain and not (chunk.start or chunk.inner)
            self.at, self.inner = chunk.at, chunk.inner
        elif chunk.data:
            self.inner += self.pos
        if chunk.data:
            self.data, self.pos = rest + chunk.data if rest else chunk.data, 0
        return True

    def _take(self, over: bool = False) -> Chunk | None:
        if self._chunks is None:
            self._chunks = iter(self.source)
        if self._next is None and not self._over:
            self._next = next(self._chunks, None)
            self._over = self._next is None
        chunk = self._next
        if chunk is None or (chunk.start and not over and begins(chunk.data.lstrip(_NEWLINES))):
            return None
        self._next = None
        if chunk.fault:
            self.faults.append((chunk.at, chunk.fault))
        return chunk

    def ready(self) -> bool:
        """Whether anything is left; blank lines are passed over."""
        while True:
            lines = _BREAKS.match(self.data, self.pos)
            self.pos = lines.end() if lines else self.pos
            if self.has or self.faults:
                return True
            if not self.more(over=True):
                return bool(self.faults)

    def garbage(self) -> Gap | None:
        """What stands before the next record and is none; None where a record begins."""
        if self.faults and not self.has:
            at, fault = self.faults.pop(0)
            return Gap(at, "damaged", fault)
        if not _BLANK.search(self.data, self.pos, self.pos + _HEAD):
            self.need(_HEAD)
        if _VERSION.match(self.data, self.pos) and _BLANK.search(self.data, self.pos, self.pos + _HEAD):
            return None
        if _ARC.match(self.data, self.pos):
            return None
        # where no head ends in so many bytes, none of those that begin there is worth a look of its own
        ends = _BLANK.search(self.data, self.pos, self.pos + _HEAD)
        place, passed = self.place(), self.skip(1 if ends else _HEAD // 2)
        return Gap(place[0], "garbage", f"{passed:,} bytes are no record")

    def need(self, size: int) -> None:
        """At least ``size`` bytes, or all that there are before the next member."""
        if not self.has and not self.more():
            return
        there, parts = len(self.data) - self.pos, []
        while there < size and (chunk := self._take()) is not None:
            parts.append(chunk.data)
            there += len(chunk.data)
        if parts:
            self.inner += self.pos
            self.data, self.pos = b"".join([self.data[self.pos :], *parts]), 0

    def skip(self, first: int = 0, most: int | None = None) -> int:
        """Move on to the next record that can be seen; the number of bytes passed over."""
        passed, begin = 0, self.pos + first
        while True:
            found = _MARK.search(self.data, begin)
            if found and (most is None or passed + found.start(1) - self.pos <= most):
                passed += found.start(1) - self.pos
                self.pos = found.start(1)
                return passed
            left = len(self.data) - self.pos
            if most is not None and passed + left >= most:
                self.pos += most - passed
                return most
            keep = min(left, 128)
            passed += left - keep
            self.pos = len(self.data) - keep
            begin = self.pos
            if not self.more():
                self.pos = len(self.data)
                return passed + keep
            begin = self.pos


def _record(window: _Window, limit: int) -> Record:
    at, inner = window.place()
    fields = _fields(window)
    faults: list[tuple[str, str]] = []
    said = fields.get("content-length", "").strip()
    length = int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None
    window.need(min(limit, length if length is not None else limit) + 4)
    begin = window.pos
    there = len(window.data) - begin
    if length is not None and length > limit and there > limit:
        near = _MARK.search(window.data, begin, begin + limit)
        block = window.data[begin : near.start(1) if near else begin + limit]
        size = window.skip(most=length)
        if size < length:
            faults.append(("wrong_length", f"says {length:,} bytes, {size:,} are there"))
        return Record(fields, block[:size], at, inner, size, (*faults, *_packing(window)))
    stop = _stop(window, begin, length)
    block = window.data[begin:stop]
    window.pos = stop
    if length is None:
        block = _bare(block)
        faults.append(("wrong_length", f"gives its length as {said[:40]!r}, {len(block):,} bytes are there"))
    elif stop - begin != length:
        if len(block) > length or not _broken_off(window, block):
            block = _bare(block)
        if len(block) != length:
            faults.append(("wrong_length", f"says {length:,} bytes, {len(block):,} are there"))
    return Record(fields, block, at, inner, len(block), (*faults, *_packing(window)))


def _broken_off(window: _Window, block: bytes) -> bool:
    """Whether the bytes break off rather than end as a record does."""
    return not window.has and not block.endswith(b"\r\n\r\n")


def _packing(window: _Window) -> list[tuple[str, str]]:
    found = [("damaged", fault) for _, fault in window.faults]
    window.faults.clear()
    return found


def _stop(window: _Window, begin: int, length: int | None) -> int:
    """Where the block ends: where it says, if a record or the end follows there, else where it must."""
    data = window.data
    if length is not None and begin + length <= len(data):
        after = begin + length
        if data[after : after + 4] in (b"", b"\r\n\r\n") or _follows(data, after):
            return after
    found = _MARK.search(data, begin)
    return found.start(1) if found else len(data)


def _follows(data: bytes, after: int) -> bool:
    """Whether nothing but line breaks stands between ``after`` and the next record or the end."""
    at = after
    while at < len(data) and data[at] in _NEWLINES and at - after < 64:
        at += 1
    return at >= len(data) or data.startswith(b"WARC/", at) or _ARC.match(data, at) is not None


def _bare(block: bytes) -> bytes:
    """Without the two line breaks with which a record ends."""
    for ending in (b"\r\n\r\n", b"\n\n"):
        if block.endswith(ending):
            return block.removesuffix(ending)
    return block


def _fields(window: _Window) -> dict[str, str]:
    """The named fields, read and passed over."""
    data, begin = window.data, window.pos
    arc = _ARC.match(data, begin)
    if arc and not _VERSION.match(data, begin):
        window.pos = arc.end()
        return _arc(arc)
    blank = _BLANK.search(data, begin)
    stop, window.pos = (blank.start(), blank.end()) if blank else (len(data), len(data))
    fields: dict[str, str] = {}
    name = ""
    for line in data[begin:stop].split(b"\n")[1:]:
        text = line.rstrip(b"\r").decode("utf-8", "replace")
        if text[:1] in (" ", "\t") and name in fields:
            fields[name] += " " + text.strip()
            continue
        key, colon, value = text.partition(":")
        name = key.strip().lower()
        if colon:
            fields.setdefault(name, value.strip())
    return fields


def _arc(found: re.Match[bytes]) -> dict[str, str]:
    """The line before an ARC record, as the fields of a WARC record."""
    uri, address, date, kind, length = (part.decode("utf-8", "replace") for part in found.groups())
    return {
        "warc-type": "warcinfo" if uri.lower().startswith("filedesc:") else "response",
        "warc-target-uri": uri,
        "warc-ip-address": address,
        "warc-date": date,
        "content-type": "application/http; msgtype=response" if uri.lower().startswith("http") else kind,
        "content-length": length,
    }
