"""WACZ files: the archives in them are read, the ZIP is not unpacked to disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from letapis.collect.base import Options
    from letapis.collect.container import File
    from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MEMBERS = (b"datapackage.json", b"archive/", b"pages/pages.jsonl", b"indexes/")


def claims(name: str, head: bytes) -> float:
    """Sure of a ZIP that is named so, or whose first member is one that a WACZ has.

    >>> claims("a.wacz", b"PK\\x03\\x04"), claims("a.zip", b"PK\\x03\\x04")
    (1.0, 0.0)
    """
    if not head.startswith(_ZIP):
        return 0.6 if name.lower().endswith(".wacz") else 0.0
    if name.lower().endswith(".wacz"):
        return 1.0
    return 0.8 if head[30:].startswith(_MEMBERS) else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """The pages of its archives; what is not as ``datapackage.json`` says is told and read all the same."""
    from letapis.collect.archives.unzip import seekable
    from letapis.collect.archives.wacz import wacz

    held = seekable(file, stream)
    try:
        yield from wacz(file, held, options)
    finally:
        if held is not None:
            held.close()
