"""Digests as WARC writes them: an algorithm, a colon, and the value in base 32 or base 16."""

from __future__ import annotations

import base64
import binascii
import hashlib

__all__ = ["matches", "normal"]

_SIZES = {"md5": 16, "sha1": 20, "sha256": 32, "sha512": 64}


def normal(digest: str) -> tuple[str, bytes] | None:
    """Algorithm and value; None for what we cannot check.

    >>> normal("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")[1].hex()
    'da39a3ee5e6b4b0d3255bfef95601890afd80709'
    >>> normal("crc32:00000000") is None
    True
    """
    name, _, value = digest.strip().partition(":")
    name = name.lower().replace("-", "")
    size = _SIZES.get(name)
    if size is None:
        return None
    try:
        data = bytes.fromhex(value) if len(value) == 2 * size else base64.b32decode(value.upper())
    except (ValueError, binascii.Error):
        return None
    return (name, data) if len(data) == size else None


def matches(digest: str, *bodies: bytes) -> bool | None:
    """Whether any of ``bodies`` has this digest; None where that cannot be told.

    Writers of archives differ in whether a payload is taken with its transfer and content codings.

    >>> matches("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", b"quay", b"")
    True
    """
    wanted = normal(digest)
    if wanted is None:
        return None
    return any(hashlib.new(wanted[0], body, usedforsecurity=False).digest() == wanted[1] for body in bodies)
