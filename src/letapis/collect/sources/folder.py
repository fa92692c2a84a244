"""Files, folders and standard input."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from letapis.collect import rows
from letapis.collect.base import Options, aside, received, shown
from letapis.collect.container import File, container
from letapis.collect.lines import Piece, break_of, slices
from letapis.collect.sniff import Kind, kind
from letapis.errors import UsageError
from letapis.model import Received, SetAside

__all__ = ["claims", "collect", "is_chronicle"]

_HEAD = 64 * 1024


def claims(source: str) -> float:
    """One for ``-``, unless standard input is closed, and for what exists on disk.

    >>> claims("-"), claims("https://rechnik.example/")
    (1.0, 0.0)
    """
    if source in ("", "-"):
        return float(source == "-" and sys.stdin is not None)
    try:
        Path(source).stat()
    except PermissionError:
        return 1.0  # it may well exist: that it cannot be read is said of it later
    except (OSError, ValueError):
        return 0.0
    return 1.0


def is_chronicle(folder: str | os.PathLike[str]) -> bool:
    """Whether ``folder`` is a chronicle: its ``letapis.toml`` has a table ``[chronicle]``.

    >>> is_chronicle("nowhere")
    False
    """
    try:
        text = Path(folder, "letapis.toml").read_text("utf-8", "replace")
    except (OSError, ValueError):
        return False
    try:
        return "chronicle" in tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # damaged; what is around it is a chronicle all the same
        return any(line.strip() == "[chronicle]" for line in text.splitlines())


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """Every regular file of ``source``, in the order of their names; what cannot be read is said.

    A chronicle within a folder is passed over: what is in it was read before. Raises
    :class:`~letapis.errors.UsageError` where ``source`` is a chronicle itself.
    """
    if source == "-":
        yield from _stream(File("stdin", "standard input"), sys.stdin.buffer, options)
        return
    root = Path(source)
    if is_chronicle(root):
        raise UsageError(
            f"{shown(root)} is a chronicle, not a source; name what it was made from, or use it with -c"
        )
    for path, name in _walk(root):
        if isinstance(path, SetAside):
            yield path
            continue
        try:
            info = path.stat()
            if not stat.S_ISREG(info.st_mode):
                yield aside("not_a_file", f"{shown(path)} is a device, pipe or socket; it was not opened")
                continue
            with path.open("rb") as stream:
                changed = datetime.fromtimestamp(int(info.st_mtime), UTC)
                yield from _stream(File(name, shown(path), changed, path), stream, options)
        except OSError as error:
            yield _unreadable(path, error)


def _unreadable(path: Path, error: OSError) -> SetAside:
    what = error.strerror or str(error)
    if isinstance(error, PermissionError):
        what += "; give yourself the right to read it, then add it again"
    elif isinstance(error, FileNotFoundError) and path.is_symlink():
        what = f"a link to {shown(path.readlink())}, which does not exist"
    return aside("unreadable", f"{shown(path)}: {what}")


def _walk(root: Path) -> Iterator[tuple[Path | SetAside, str]]:
    if not os.path.isdir(root):  # noqa: PTH112 - unlike Path.is_dir it never raises
        yield root, root.name
        return
    failed: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not is_chronicle(Path(folder, name)))
        while failed:
            error = failed.pop()
            yield _unreadable(Path(error.filename or folder), error), ""
        for file in sorted(files):
            path = Path(folder) / file
            yield path, path.relative_to(root).as_posix()
    for error in failed:
        yield _unreadable(Path(error.filename or root), error), ""


def _stream(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    head = stream.read(_HEAD)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        rest = stream.read(1)
        if not rest:
            yield aside("empty", f"{file.shown} has no text in it ({len(head)} bytes)")
            return
        head += rest
    joined: BinaryIO = _Joined(head, stream)  # type: ignore[assignment]
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


class _Joined:
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, fewer only at the end; all that is left without a size."""
        if size < 0:
            taken, self._head = self._head, b""
            return taken + self._rest.read()
        taken, self._head = self._head[:size], self._head[size:]
        return taken if len(taken) == size else taken + self._rest.read(size - len(taken))
