"""WARC (and ARC) files: a capture for every page in them.

The format is ISO 28500 (https://iipc.github.io/warc-specifications/).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from letapis.collect.archives.unpack import begins

if TYPE_CHECKING:
    from letapis.collect.base import Options
    from letapis.collect.container import File
    from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")


def claims(name: str, head: bytes) -> float:
    """Sure of what begins as an archive does, packed or not; and, by its name, of one whose head is damaged.

    >>> claims("a", b"WARC/1.0\\r\\nWARC-Type: warcinfo\\r\\n"), claims("a.gz", b"plain")
    (1.0, 0.0)
    """
    named = name.lower().endswith(_ENDINGS)
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 256)
        except zlib.error:
            head = b""
    elif head.startswith(_ZSTD):
        return 0.9 if named else 0.0
    if begins(head):
        return 1.0 if head[:5] == b"WARC/" or named or head.startswith(b"filedesc:") else 0.0
    return 0.6 if named else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """The pages of an archive in their order; last, in one row, what in it is none."""
    from letapis.collect.archives.reading import Reading, shared

    yield from Reading(file, options, shared(options)).read(stream)
