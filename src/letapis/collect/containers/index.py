"""Indexes of archives (CDX, CDXJ) among other files: they list pages and hold none."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from letapis.collect.archives.cdx import looks

if TYPE_CHECKING:
    from letapis.collect.base import Options
    from letapis.collect.container import File
    from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_ENDINGS = (".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz", ".idx")


def claims(name: str, head: bytes) -> float:
    """Nearly sure of a listing that is named as one.

    >>> claims("index.cdxj", b'example,rechnik)/ 20190102030405 {"url": "x"}'), claims("a.cdx", b"Words.")
    (0.9, 0.0)
    """
    if not name.lower().endswith(_ENDINGS):
        return 0.0
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 64 * 1024)
        except zlib.error:
            return 0.0
    return 0.9 if looks(head) else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """No capture; where the pages are to be had is said."""
    from letapis.collect.base import aside

    yield aside(
        "index",
        f"{file.shown} lists pages of an archive and holds none; add the archive, or give this file by "
        "itself to fetch what it lists",
    )
