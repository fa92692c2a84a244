"""Feeds (RSS, Atom, JSON Feed): every entry a capture, and the page of one that is no whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letapis.collect.base import Options
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.fetch.base import Fetched, Fetcher

__all__ = ["claims", "collect", "fetched"]

_NAME = re.compile(
    r"https?://[^?#]*/(?:(?:feed|rss|atom|feeds)/?|[^/?#]*(?:feed|rss|atom|index)[^/?#]*\.(?:xml|json|rdf)"
    r"|[^/?#]*\.(?:rss|atom|rdf))(?:\?[^#]*)?(?:#.*)?",
    re.IGNORECASE,
)


def claims(source: str) -> float:
    """More than half for an address that is called as feeds are; what it is, its bytes say.

    >>> claims("https://rechnik.example/feed/"), claims("https://rechnik.example/rss.xml")
    (0.6, 0.6)
    >>> claims("https://rechnik.example/feeding-time")
    0.0
    """
    return 0.6 if _NAME.fullmatch(source[:4000]) else 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """The new entries of the feed at ``source``; of the address of a site, those of the feed it names.

    What was taken before is not asked for again (ETag, Last-Modified), and a round that was stopped
    goes on where it was.
    """
    from letapis.collect.feeds.memory import Memory
    from letapis.collect.feeds.visit import visit
    from letapis.collect.fetch.base import Fetcher
    from letapis.collect.state import told

    with (
        told(source),
        Fetcher(options.settings) as fetcher,
        Memory(options.state, options.kept) as memory,
    ):
        yield from visit(source, fetcher, memory, options, discover=True)


def fetched(found: Fetched, fetcher: Fetcher, options: Options) -> Iterator[Received | SetAside]:
    """The same for a feed that was fetched already."""
    from letapis.collect.feeds.memory import Memory
    from letapis.collect.feeds.visit import visit
    from letapis.collect.state import told

    with told(found.url), Memory(options.state, options.kept) as memory:
        yield from visit(found.url, fetcher, memory, options, found=found)
