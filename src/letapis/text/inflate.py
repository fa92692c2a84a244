"""Packed bytes unpacked, never past a limit."""

from __future__ import annotations

import zlib

__all__ = ["TooLong", "inflate"]

_GZIP, _ZLIB, _RAW = 31, 15, -15
_BLOCK = 64 * 1024


class TooLong(ValueError):
    """What was packed is longer than the limit."""


def inflate(data: bytes, encoding: str, limit: int) -> bytes:
    """``data`` without its HTTP content encodings, of at most ``limit`` bytes.

    ``encoding`` is the value of a ``Content-Encoding`` header: any of gzip, x-gzip, deflate, br and
    identity, several with commas in the order in which they were applied. What breaks off is given as
    far as it goes. Raises :class:`TooLong` where there would be more, and ValueError where the bytes
    are not so encoded or the encoding is unknown.

    >>> import gzip
    >>> inflate(gzip.compress(b"quay"), "gzip", 100)
    b'quay'
    >>> inflate(gzip.compress(bytes(10_000)), "gzip", 100)
    Traceback (most recent call last):
    letapis.text.inflate.TooLong: more than 100 bytes when unpacked
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("gzip", "x-gzip"):
            data = _zlib(data, _GZIP, limit)
        elif name == "deflate":
            data = _deflate(data, limit)
        elif name == "br":
            data = _brotli(data, limit)
        elif name not in ("", "identity"):
            raise ValueError(f"content encoding {name[:40]!r} is not known")
    if len(data) > limit:
        raise TooLong(f"more than {limit:,} bytes when unpacked")
    return data


def _deflate(data: bytes, limit: int) -> bytes:
    """RFC 9110 means zlib's form; some servers send the bare one."""
    try:
        return _zlib(data, _ZLIB, limit)
    except TooLong:
        raise
    except ValueError:
        return _zlib(data, _RAW, limit)


def _zlib(data: bytes, bits: int, limit: int) -> bytes:
    out = bytearray()
    while data:
        packed = zlib.decompressobj(bits)
        try:
            out += packed.decompress(data, limit + 1 - len(out))
        except zlib.error as error:
            if out:  # rubbish behind a whole member
                break
            raise ValueError(f"not so packed: {error}") from error
        if len(out) > limit:
            raise TooLong(f"more than {limit:,} bytes when unpacked")
        if not packed.eof or bits != _GZIP:
            break
        data = packed.unused_data
    return bytes(out)


def _brotli(data: bytes, limit: int) -> bytes:
    import brotli

    packed, out = brotli.Decompressor(), bytearray()
    try:
        for at in range(0, len(data), _BLOCK):
            out += packed.process(data[at : at + _BLOCK], output_buffer_limit=limit + 1 - len(out))
            while not packed.can_accept_more_data() and len(out) <= limit:
                out += packed.process(b"", output_buffer_limit=limit + 1 - len(out))
            if len(out) > limit:
                raise TooLong(f"more than {limit:,} bytes when unpacked")
    except brotli.error as error:
        if not out:
            raise ValueError(f"not so packed: {error}") from error
    return bytes(out)
