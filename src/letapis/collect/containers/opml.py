"""A list of feeds (OPML): each is fetched, where the list itself was named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from letapis.collect.base import Options, aside, received
from letapis.collect.container import File
from letapis.model import Received, SetAside

__all__ = ["claims", "split"]


def claims(name: str, head: bytes) -> float:
    """Near one for what begins as OPML does.

    >>> claims("feeds.opml", b'<?xml version="1.0"?><opml version="2.0"><head/>')
    0.9
    >>> claims("feeds.opml", b"<html>")
    0.0
    """
    from letapis.collect.feeds.opml import is_opml

    return 0.9 if is_opml(head) else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """The new entries of every feed of the list, in its order, and the list itself, kept unread.

    A list that was only found in a folder is kept, and nothing is fetched.
    """
    from letapis.collect.feeds.memory import Memory
    from letapis.collect.feeds.opml import MOST, feeds
    from letapis.collect.feeds.visit import visit
    from letapis.collect.fetch.base import Fetcher

    limit = options.settings.page_bytes
    data = stream.read(limit + 1)
    if len(data) > limit:
        yield aside("too_large", f"{file.shown} has more than {limit:,} bytes, more than a list of feeds has")
        return
    yield received(data, file.uri, "text/x-opml", "asset", via="opml", date=file.changed)
    listed = feeds(data)
    if not listed:
        yield aside("no_items", f"{file.shown} names no feeds (outlines with an xmlUrl)")
    if listed and not file.named:
        said = f"{file.shown} lists {len(listed):,} feeds; name the file itself to have them fetched"
        yield aside("not_fetched", said)
        return
    if len(listed) > MOST:
        yield aside("too_many", f"{file.shown} names {len(listed):,} feeds; the first {MOST:,} were taken")
    with Fetcher(options.settings) as fetcher, Memory(options.state, options.kept) as memory:
        for feed in listed[:MOST]:
            yield from visit(feed, fetcher, memory, options, discover=True)
