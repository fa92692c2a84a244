"""One file, wherever it stands: in a folder, in a ZIP, on standard input."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from letapis.collect import rows
from letapis.collect.base import Options, aside, received
from letapis.collect.container import File, container
from letapis.collect.lines import Piece, break_of, slices
from letapis.collect.sniff import Kind, kind
from letapis.model import Received, SetAside

__all__ = ["Joined", "read"]

_HEAD = 64 * 1024


def read(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """The captures of one file, which is what its name and its first bytes show; ``stream`` need not seek.

    >>> import io
    >>> [found] = read(File("a.txt", "a.txt"), io.BytesIO(b"Plain words."), Options())
    >>> found.capture.uri, found.capture.format
    ('file:a.txt', 'heap')
    """
    head = stream.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        rest = stream.read(1)
        if not rest:
            yield aside("empty", f"{file.shown} has no text in it ({len(head)} bytes)")
            return
        head += rest
    joined: BinaryIO = Joined(head, stream)  # type: ignore[assignment]
    holder = container(file.name, head, options.format)
    if holder is not None:
        yield from holder.split(file, joined, options)
        return
    found = kind(file.name, head, options.format)
    if found is None:
        yield aside(
            "binary",
            f"{file.shown} is no text: it begins with the bytes {head[:8].hex(' ')}; "
            "if it is text all the same, say so with --as heap",
        )
        return
    if found.reader == "jsonl":
        yield from rows.collect(file.uri, file.shown, joined, break_of(head), options, file.changed)
    elif found.media_type == "text/plain":
        yield from _text(file, found, joined, break_of(head), options)
    else:
        yield from _page(file, found, joined, options)


def _page(file: File, found: Kind, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """A file that cannot be cut: all of its bytes, or none."""
    limit = options.settings.page_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield aside("too_large", f"{file.shown} has more than {limit:,} bytes; raise page_bytes to read it")
        return
    yield received(data, file.uri, found.media_type, found.reader, via="folder", date=file.changed)


def _text(
    file: File, found: Kind, stream: BinaryIO, mark: bytes, options: Options
) -> Iterator[Received | SetAside]:
    limit = options.settings.slice_bytes
    pieces = slices(stream, limit, mark)
    first = next(pieces)
    second = next(pieces, None)
    if second is None and first.data is not None:
        yield received(first.data, file.uri, found.media_type, found.reader, via="folder", date=file.changed)
        return
    for piece in chain([first], [second] if second else [], pieces):
        yield _piece(file, found, piece, limit)


def _piece(file: File, found: Kind, piece: Piece, limit: int) -> Received | SetAside:
    if piece.data is None:
        return aside(
            "line_too_long",
            f"line {piece.number} of {file.shown} has {piece.stop - piece.start:,} bytes, more than "
            f"{limit:,}; the lines around it were read; raise slice_bytes to read it too",
        )
    uri = f"{file.uri}#bytes={piece.start}-{piece.stop}"
    return received(piece.data, uri, found.media_type, found.reader, via="folder", date=file.changed)


class Joined:
    """A stream whose first bytes were read already.

    >>> import io
    >>> Joined(b"ab", io.BytesIO(b"cd")).read(3)
    b'abc'
    """

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, fewer only at the end; all that is left without a size."""
        taken = self._head if size < 0 else self._head[:size]
        self._head = self._head[len(taken) :]
        if len(taken) != size:
            taken += self._rest.read(-1 if size < 0 else size - len(taken))
        self._given += len(taken)
        return taken

    def tell(self) -> int:
        """Bytes that were read so far."""
        return self._given
