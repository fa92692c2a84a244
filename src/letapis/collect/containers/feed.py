"""A saved feed: every entry a capture, and the file itself. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from letapis.collect.base import Options, aside, received
from letapis.collect.container import File
from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_WXR = re.compile(rb"wordpress\.org/export/")


def claims(name: str, head: bytes) -> float:
    """Near one for bytes that begin a feed, whatever the file is called.

    >>> claims("a.xml", b'<?xml version="1.0"?><rss version="2.0"><channel>')
    0.8
    >>> claims("a.html", b"<!DOCTYPE html><html><rss>")
    0.0
    """
    from letapis.collect.feeds.cut import is_feed

    return 0.8 if is_feed(head) and not _WXR.search(head[:4096]) else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """A capture for every entry, then one of the file as it is, kept unread."""
    from letapis.collect.feeds.cut import Problem
    from letapis.collect.feeds.visit import captures

    limit = options.settings.fetch_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        data = data[:limit]
        yield aside(
            "too_large",
            f"{file.shown} has more than {limit:,} bytes; what stands behind was left; raise fetch_bytes",
        )
    number = 0
    for one in captures(data, "", file.uri, options.settings.page_bytes, file.changed, local=True):
        if isinstance(one, Problem):
            yield aside(one.reason, f"{file.shown} {one.detail}")
            continue
        number += 1
        yield one[1]
    if not number:
        yield aside("no_items", f"{file.shown} is a feed without entries")
        return
    yield received(data, file.uri, "application/xml", "asset", via="feed", date=file.changed)
