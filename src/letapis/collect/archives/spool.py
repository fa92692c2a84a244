"""A stream that cannot be read twice, written to a temporary file of bounded size."""

from __future__ import annotations

import shutil
import tempfile
from typing import IO, BinaryIO

__all__ = ["MOST", "spool"]

MOST = 64 * 1024**3
"""Bytes that are written at most."""
_FREE = 1024**3
_MEMORY = 16 * 1024 * 1024
_BLOCK = 1 << 20


def spool(stream: BinaryIO, most: int = MOST) -> IO[bytes] | None:
    """A seekable copy, removed when it is closed; None where it would be longer than ``most`` bytes.

    Nor is the last GiB of the disk filled with it.

    >>> import io
    >>> spool(io.BytesIO(b"abc")).read(), spool(io.BytesIO(b"abc"), 2)
    (b'abc', None)
    """
    held = tempfile.SpooledTemporaryFile(max_size=_MEMORY)  # noqa: SIM115 - the caller closes it
    size = 0
    while block := stream.read(_BLOCK):
        size += len(block)
        short = size % (64 * _BLOCK) < _BLOCK and shutil.disk_usage(tempfile.gettempdir()).free < _FREE
        if size > most or short:
            held.close()
            return None
        held.write(block)
    held.seek(0)
    return held
