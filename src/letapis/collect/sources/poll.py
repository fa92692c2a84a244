"""What is new at an address since it was last asked: for ``letapis watch``, and ``--as poll``."""

from __future__ import annotations

from collections.abc import Iterator

from letapis.collect.base import Options
from letapis.model import Received, SetAside

__all__ = ["claims", "collect"]


def claims(source: str) -> float:
    """Nought: it is only ever named.

    >>> claims("https://rechnik.example/feed/")
    0.0
    """
    return 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """The new entries of a feed, the new pages of a sitemap, or a page where its words have changed.

    A host that asks to be left alone for more than a minute is not waited for.
    """
    from letapis.collect.feeds.memory import Memory
    from letapis.collect.feeds.schedule import patient
    from letapis.collect.feeds.visit import visit
    from letapis.collect.fetch.base import Fetcher
    from letapis.collect.state import told

    with (
        told(source),
        Fetcher(options.settings, sleep=patient) as fetcher,
        Memory(options.state, options.kept) as memory,
    ):
        yield from visit(source, fetcher, memory, options)
