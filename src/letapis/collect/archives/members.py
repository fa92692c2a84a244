"""The members of a ZIP, each a stream: nothing is written to disk, and no name leads anywhere."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO

from letapis.text.control import printable

__all__ = ["FAILED", "Member", "Refusal", "Stream", "members", "opened"]

MOST = 200_000
"""Members that are looked at."""
_RATIO, _SMALL = 1000, 10 * 1024 * 1024
"""A member that unpacks to more than so many times its size, and more than so many bytes, is a bomb."""
FAILED = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged ZIP may raise."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a ZIP."""

    name: str
    """As it is shown and named: relative, with slashes, without ``..``."""
    info: zipfile.ZipInfo


@dataclass(frozen=True, slots=True)
class Refusal:
    """A member that is not read, and why."""

    name: str
    reason: str
    detail: str


def members(archive: zipfile.ZipFile) -> Iterator[Member | Refusal]:
    """The files of ``archive`` in the order of their names; folders are none.

    >>> import io
    >>> stream = io.BytesIO()
    >>> with zipfile.ZipFile(stream, "w") as made:
    ...     made.writestr("../../a.txt", "Plain words.")
    >>> [refused] = members(zipfile.ZipFile(stream))
    >>> refused.reason
    'path'
    """
    seen: set[str] = set()
    infos = archive.infolist()
    if len(infos) > MOST:
        yield Refusal("", "too_large", f"{len(infos):,} members, more than {MOST:,}; the first were read")
    for info in sorted(infos[:MOST], key=lambda info: info.filename):
        name = printable(info.filename.replace("\\", "/"), line=True)
        if name.endswith("/"):
            continue
        why = _why(name, info)
        if not why and name in seen:
            why = "duplicate", "two members have this name; the first was read"
        if why:
            yield Refusal(name, *why)
            continue
        seen.add(name)
        yield Member(name, info)


def _why(name: str, info: zipfile.ZipInfo) -> tuple[str, str] | None:
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or re.match(r"[A-Za-z]:", name) or not posixpath.basename(name):
        return "path", "its name leads out of the archive; it was not read"
    if info.flag_bits & 0x1:
        return "encrypted", "it is encrypted; unpack it with its password, then add the files"
    if (info.external_attr >> 28) == 0xA:
        return "link", "it is a symbolic link; it was not followed"
    if info.file_size > _SMALL and info.file_size > _RATIO * max(info.compress_size, 1):
        return "bomb", f"it unpacks from {info.compress_size:,} to {info.file_size:,} bytes; it was not read"
    return None


class Stream:
    """A member's bytes; what fails on the way is kept in ``fault`` and ends it.

    A wrong checksum is told at the end, behind the bytes: Python's own check would keep back the last of
    them, of a short member all.
    """

    def __init__(self, stream: IO[bytes], packed: int) -> None:
        self._stream = stream
        self._packed = packed
        self._size = 0
        self._said: int | None = getattr(stream, "_expected_crc", None)
        if self._said is not None:
            stream._expected_crc = None  # type: ignore[attr-defined]
        self._sum = 0
        self.fault = ""

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, fewer only at the end."""
        if self.fault:
            return b""
        try:
            data = self._stream.read(size)
        except FAILED as error:
            self.fault = f"it cannot be read further after {self._size:,} bytes: {str(error)[:200]}"
            return b""
        self._size += len(data)
        self._sum = zlib.crc32(data, self._sum)
        if (size < 0 or len(data) < size) and self._said not in (None, self._sum):
            self.fault = f"its checksum is not what the archive says; its {self._size:,} bytes were read"
        if self._size > _SMALL and self._size > _RATIO * max(self._packed, 1):
            self.fault = f"it unpacks from {self._packed:,} to more than {self._size:,} bytes"
            return b""
        return data


def opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO | str:
    """A member's stream, or why there is none."""
    try:
        return archive.open(info)  # type: ignore[return-value]
    except FAILED as error:
        return f"it cannot be opened: {str(error)[:200]}"
