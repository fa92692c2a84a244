"""ZIP and WACZ files read member by member."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any, BinaryIO

from letapis.collect import file as files
from letapis.collect.archives.members import Member, Stream, members, opened
from letapis.collect.archives.spool import MOST, spool
from letapis.collect.base import Options, aside
from letapis.collect.container import File
from letapis.model import Received, SetAside

__all__ = ["DEEPEST", "entries", "seekable", "unzip"]

DEEPEST = 2
"""ZIPs within one another that are opened."""
_NESTED = 256 * 1024 * 1024
_ROWS = 50
_TAIL = 65_557
"""Bytes in which the end of a ZIP's list of members stands."""
_DIRECTORY = 64 * 1024 * 1024
"""Bytes of the longest list of members that is read."""
_KEPT = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def seekable(file: File, stream: BinaryIO) -> Any:
    """The file itself, or a temporary copy of what comes on standard input; None where that is too long."""
    return file.path.open("rb") if file.path is not None else spool(stream)


def unzip(file: File, held: Any, options: Options, depth: int) -> Iterator[Received | SetAside]:
    """What the members hold, each read as a file of a folder would be."""
    given = options.format
    if given == "zip":
        options = replace(options, format=None)
    anything = False
    for member in entries(file, held):
        if isinstance(member, SetAside):
            anything = True
            yield member
            continue
        archive, entry = member
        if any(part in entry.name for part in _KEPT):
            continue
        anything = True
        yield from _member(file, archive, entry, options, depth)
    if not anything:
        yield aside("empty", f"{file.shown}: its list of members has no file in it")


def _vast(held: Any) -> bool:
    """Whether the list of members is too long to be read into memory."""
    held.seek(0, 2)
    held.seek(max(0, held.tell() - _TAIL))
    tail = held.read(_TAIL)
    held.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    return at >= 0 and int.from_bytes(tail[at + 12 : at + 16], "little") > _DIRECTORY


def entries(file: File, held: Any) -> Iterator[tuple[zipfile.ZipFile, Member] | SetAside]:
    """The members that can be read, with their archive; the others are said, the first fifty by name."""
    if held is None:
        yield aside("too_large", f"{file.shown} has more than {MOST:,} bytes, or the disk has no room for it")
        return
    try:
        if _vast(held):
            yield aside("too_large", f"{file.shown} lists too many members; unpack it, then add the folder")
            return
        archive = zipfile.ZipFile(held)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        yield aside(
            "damaged",
            f"{file.shown} is no whole ZIP ({str(error)[:200]}); unpack what is left of it and add that",
        )
        return
    refused = 0
    with archive:
        for found in members(archive):
            if isinstance(found, Member):
                yield archive, found
                continue
            refused += 1
            if refused <= _ROWS:
                yield aside(found.reason, f"{file.shown}, member {found.name[:200]}: {found.detail}")
    if refused > _ROWS:
        yield aside("not_read", f"{file.shown}: {refused - _ROWS:,} more members were not read")


def inside(file: File, member: Member) -> File:
    """The member as a file of its own."""
    when = None
    return File(
        f"{file.name}!/{member.name}", f"{file.shown}!/{member.name}", when or file.changed, named=False
    )


def again(file: File, member: Member) -> Callable[[], BinaryIO] | None:
    """What opens the member anew, to seek in it; None where the ZIP is not a file of its own."""
    path = file.path
    if path is None:
        return None

    def reopen() -> BinaryIO:
        with zipfile.ZipFile(path) as archive:
            return archive.open(member.info.filename)  # type: ignore[return-value]

    return reopen


def _member(
    file: File, archive: zipfile.ZipFile, member: Member, options: Options, depth: int
) -> Iterator[Received | SetAside]:
    within = inside(file, member)
    raw = opened(archive, member.info)
    if isinstance(raw, str):
        yield aside("damaged", f"{within.shown}: {raw}")
        return
    with closing(raw):
        stream: Any = Stream(raw, member.info.compress_size)
        head = stream.read(4)
        joined: Any = files.Joined(head, stream)
        if head == b"PK\x03\x04":
            yield from _nested(within, joined, options, depth)
        else:
            yield from files.read(within, joined, options)
        if stream.fault:
            yield aside("damaged", f"{within.shown}: {stream.fault}")


def _nested(file: File, stream: Any, options: Options, depth: int) -> Iterator[Received | SetAside]:
    """A ZIP, or what else begins like one, within a ZIP."""
    from letapis.collect.container import container

    held: Any = spool(stream, _NESTED)
    if held is None:
        yield aside("too_large", f"{file.shown} has more than {_NESTED:,} bytes; unpack it, then add it")
        return
    with held:
        head = held.read(64 * 1024)
        held.seek(0)
        part = container(file.name, head, None)
        name = part.__name__.rsplit(".", 1)[-1] if part else ""
        if name == "zip" and depth >= DEEPEST:
            yield aside("too_deep", f"{file.shown} is a ZIP more than {DEEPEST} deep; unpack it, then add it")
        elif name == "zip":
            yield from unzip(file, held, options, depth + 1)
        else:
            yield from files.read(file, held, options)
