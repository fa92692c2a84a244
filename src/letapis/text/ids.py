"""Ids: hex strings of a content hash, the same on every machine."""

from __future__ import annotations

import hashlib

__all__ = ["content_id"]


def content_id(*parts: str | int | None) -> str:
    """Twenty hex digits (80 bits) that stand for ``parts``.

    Parts are length-prefixed, so that no two lists of parts run together. Eighty bits keep the
    chance of a collision below one in a million for a thousand million ids (birthday bound).

    >>> content_id("a", 1)
    '...'
    >>> content_id("ab", "c") == content_id("a", "bc")
    False
    >>> content_id(None) == content_id("")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:20]
