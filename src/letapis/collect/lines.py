"""Long files in pieces: whole lines, never more than a given number of bytes in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

__all__ = ["Piece", "break_of", "lines", "slices"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes ``start`` to ``stop`` of a file; ``data`` is None for a line that was too long to keep."""

    start: int
    stop: int
    number: int
    """Line number of its first line, from 1."""
    data: bytes | None


def break_of(head: bytes) -> bytes:
    """The bytes of a line break in the encoding that ``head`` shows.

    >>> break_of(b"\\xff\\xfea\\x00"), break_of(b"abc")
    (b'\\n\\x00', b'\\n')
    """
    if head.startswith(b"\xff\xfe"):
        return b"\n\x00"
    if head.startswith(b"\xfe\xff"):
        return b"\x00\n"
    return b"\n"


def lines(stream: BinaryIO, limit: int, mark: bytes = b"\n") -> Iterator[Piece]:
    """The lines of ``stream``, each with its break; one longer than ``limit`` bytes has no data.

    At most ``limit`` bytes and one read block are held at a time.

    >>> import io
    >>> [(p.number, p.data) for p in lines(io.BytesIO(b"ab\\nlonger\\nc"), 4)]
    [(1, b'ab\\n'), (2, None), (3, b'c')]
    """
    held, at, number, dropped = b"", 0, 1, 0
    while block := stream.read(min(limit, 1 << 20)):
        held += block
        begin = 0
        while (found := _find(held, mark, begin, at + dropped)) >= 0:
            stop = found + len(mark)
            size = dropped + stop - begin
            data = held[begin:stop] if size <= limit and not dropped else None
            yield Piece(at, at + size, number, data)
            at, number, dropped, begin = at + size, number + 1, 0, stop
        held = held[begin:]
        if len(held) > limit or dropped:
            keep = len(mark) - 1
            dropped += len(held) - keep
            held = held[len(held) - keep :]
    if held or dropped:
        size = dropped + len(held)
        yield Piece(at, at + size, number, held if not dropped and size <= limit else None)


def _find(held: bytes, mark: bytes, begin: int, at: int) -> int:
    """Where ``mark`` stands in ``held`` from ``begin``, on a whole character of its encoding."""
    found = held.find(mark, begin)
    while found >= 0 and len(mark) > 1 and (at + found - begin) % len(mark):
        found = held.find(mark, found + 1)
    return found


def slices(stream: BinaryIO, limit: int, mark: bytes = b"\n") -> Iterator[Piece]:
    """The file in pieces of whole lines of at most ``limit`` bytes; too long lines have no data.

    A piece ends early after a blank line in its last quarter, where a document is unlikely to be
    cut in two.

    >>> import io
    >>> [p.data for p in slices(io.BytesIO(b"a\\nb\\nc\\n"), 4)]
    [b'a\\nb\\n', b'c\\n']
    """
    held: list[bytes] = []
    start = size = 0
    number = 1
    for piece in lines(stream, limit, mark):
        length = piece.stop - piece.start
        blank = piece.data is not None and not piece.data.strip(b"\r\n\x00 \t")
        if held and (piece.data is None or size + length > limit or (blank and size > limit * 3 // 4)):
            yield Piece(start, piece.start, number, b"".join(held))
            held, size = [], 0
        if piece.data is None:
            yield piece
            continue
        if not held:
            start, number = piece.start, piece.number
        held.append(piece.data)
        size += length
    if held:
        yield Piece(start, start + size, number, b"".join(held))
