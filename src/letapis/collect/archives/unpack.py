"""An archive's bytes unpacked: gzip member by member, Zstandard, or as they are.

In an archive each gzip member holds whole records, so a damaged member costs no other: the next one
that begins a record is searched for (WARC 1.1, annex D).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO

__all__ = ["Chunk", "begins", "chunks"]

_BLOCK = 64 * 1024
_HELD = 32 * 1024 * 1024
"""A member that unpacks to no more than this comes in one chunk."""
_WINDOW = 4 * 1024 * 1024
"""Packed bytes of a member that are kept to be searched where it turns out to be damaged."""
_RATIO, _BOMB = 200, 256 * 1024 * 1024
"""A member that unpacks to so many bytes at such a ratio is left for the next."""
_MAGIC = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
_STARTS = re.compile(rb"WARC/\d|filedesc://|[a-z][a-z0-9+.-]*:\S+ \S+ \d{14} ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Unpacked bytes, and where their member starts."""

    data: bytes
    at: int
    """Offset in the file of the gzip member; of the bytes themselves where nothing is packed."""
    inner: int = 0
    """Offset of the first byte within the unpacked member."""
    start: bool = False
    """Whether a gzip member starts here, and a record with it."""
    fault: str = ""
    """What is wrong with the packing after these bytes."""


def begins(data: bytes) -> bool:
    """Whether unpacked bytes begin as a record does.

    >>> begins(b"WARC/1.1\\r\\n"), begins(b"<html>")
    (True, False)
    """
    return _STARTS.match(data) is not None


def chunks(stream: BinaryIO, base: int = 0) -> Iterator[Chunk]:
    """What ``stream``, which stands at byte ``base`` of its file, holds when unpacked.

    >>> import gzip, io
    >>> two = gzip.compress(b"WARC/1.1 one") + gzip.compress(b"WARC/1.1 two")
    >>> [(chunk.data, chunk.at) for chunk in chunks(io.BytesIO(two))]
    [(b'WARC/1.1 one', 0), (b'WARC/1.1 two', 32)]
    """
    head = stream.read(_BLOCK)
    if head.startswith(b"\x1f\x8b"):
        yield from _Members(head, stream, base).chunks()
    elif head.startswith(_ZSTD):
        yield from _zstd(head, stream)
    else:
        at = base
        while head:
            yield Chunk(head, at)
            at += len(head)
            head = stream.read(16 * _BLOCK)


def _zstd(head: bytes, stream: BinaryIO) -> Iterator[Chunk]:
    from fastwarc.stream_io import ZstdReader

    from letapis.collect.file import Joined

    joined: Any = Joined(head, stream)
    packed, inner = ZstdReader(joined), 0
    while True:
        try:
            data = packed.read(_BLOCK)
        except (OSError, ValueError, RuntimeError) as error:
            yield Chunk(b"", 0, inner, fault=f"Zstandard cannot be unpacked further: {error}")
            return
        if not data:
            return
        yield Chunk(bytes(data), 0, inner, not inner)
        inner += len(data)


class _Members:
    """The gzip members of a stream. ``held`` are packed bytes that were read and not used, from ``base``."""

    def __init__(self, held: bytes, stream: BinaryIO, base: int) -> None:
        self.held = held
        self.base = base
        self._stream = stream
        self._ended = False

    def more(self) -> bool:
        block = b"" if self._ended else self._stream.read(_BLOCK)
        self._ended = not block
        self.held += block
        return bool(block)

    def chunks(self) -> Iterator[Chunk]:
        while self.held or self.more():
            if len(self.held) < 4 and self.more():
                continue
            if self.held.startswith(b"\x1f\x8b"):
                yield from self._member()
                continue
            plain = len(self.held) - len(self.held.lstrip(b"\x00\r\n"))
            here, skipped = self.base, self._search(0)
            if skipped > plain:
                yield Chunk(b"", here, fault=f"{skipped:,} bytes between gzip members are no archive")

    def _use(self, count: int) -> None:
        self.held = self.held[count:]
        self.base += count

    def _search(self, begin: int) -> int:
        """Move on to the next member that begins a record; the number of bytes passed over."""
        first = self.base
        while True:
            for found in _MAGIC.finditer(self.held, begin):
                if len(self.held) - found.start() < 4096 and not self._ended:
                    break
                if _opens(self.held[found.start() : found.start() + 4096]):
                    self._use(found.start())
                    return self.base - first
            keep = max(0, len(self.held) - 4096)
            if self._ended:
                self._use(len(self.held))
                return self.base - first
            begin = max(0, begin - keep)
            self._use(keep)
            self.more()

    def _member(self) -> Iterator[Chunk]:
        """One member: in one chunk where it is not large."""
        start, packed = self.base, zlib.decompressobj(31)
        kept: list[bytes] = []
        past: list[bytes] = []  # packed bytes of this member that were used
        used = size = given = 0
        while not packed.eof:
            if not self.held and not self.more():
                # what a damaged member swallowed may hold whole ones
                yield from self._broken(start, past, kept, given, "the file ends within a gzip member")
                return
            try:
                data = packed.decompress(self.held, _HELD // 8)
            except zlib.error as error:
                yield from self._broken(start, past, kept, given, str(error))
                return
            left = len(packed.unconsumed_tail) + len(packed.unused_data)
            took = len(self.held) - left
            past.append(self.held[:took])
            self._use(took)
            used += took
            size += len(data)
            kept.append(data)
            while used > _WINDOW and len(past) > 1 and used - len(past[0]) > _WINDOW:
                past.pop(0)
                used = sum(map(len, past))
            if size - given > _HELD:
                yield Chunk(b"".join(kept), start, given, not given)
                given, kept = size, []
            if size > _BOMB and size > _RATIO * (self.base - start):
                self._search(0)
                fault = f"a gzip member unpacks to more than {size:,} bytes"
                yield Chunk(b"".join(kept), start, given, not given, fault)
                return
        if kept:
            yield Chunk(b"".join(kept), start, given, not given)

    def _broken(
        self, start: int, past: list[bytes], kept: list[bytes], given: int, why: str
    ) -> Iterator[Chunk]:
        """What a damaged member holds; reading goes on at the next one, which may stand within it."""
        used = b"".join(past)
        whole = len(used) == self.base - start
        self.held, self.base = used + self.held, self.base - len(used)
        keep = self.held
        gone = self._search(1)
        data = _partly(keep[:gone]) if whole and not given else b"".join(kept)
        fault = f"a gzip member is damaged ({why.removeprefix('Error ')})"
        yield Chunk(data, start, given, not given, fault)


def _opens(packed: bytes) -> bool:
    """Whether a gzip member begins here, and a record in it."""
    try:
        return begins(zlib.decompressobj(31).decompress(packed, 256))
    except zlib.error:
        return False


def _partly(packed: bytes) -> bytes:
    """All that a damaged member gives, to the byte at which unpacking fails."""
    out, state = bytearray(), zlib.decompressobj(31)
    for at in range(0, len(packed), 4096):
        before = state.copy()
        try:
            out += state.decompress(packed[at : at + 4096])
        except zlib.error:
            with suppress(zlib.error):
                for byte in range(at, min(at + 4096, len(packed))):
                    out += before.decompress(packed[byte : byte + 1])
            break
        if state.eof or len(out) > _HELD:
            break
    return bytes(out)
