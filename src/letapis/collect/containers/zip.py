"""ZIP files: each member is read as a file of a folder would be, ZIPs within at most two deep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from letapis.collect.base import Options
    from letapis.collect.container import File
    from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_BOOKS = (b"mimetypeapplication/", b"[Content_Types].xml", b"word/", b"xl/", b"ppt/")
"""What e-books and office documents begin with: a reader may take them whole."""


def claims(name: str, head: bytes) -> float:
    """A half of what begins as a ZIP does, unless it is an e-book or an office document.

    >>> claims("a.zip", b"PK\\x03\\x04" + bytes(40)), claims("a.txt", b"plain")
    (0.5, 0.0)
    """
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return 0.0
    return 0.0 if any(word in head[:120] for word in _BOOKS) else 0.5


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """What the members hold, each named ``archive.zip!/member``."""
    from letapis.collect.archives.unzip import seekable, unzip

    held = seekable(file, stream)
    try:
        yield from unzip(file, held, options, 1)
    finally:
        if held is not None:
            held.close()
