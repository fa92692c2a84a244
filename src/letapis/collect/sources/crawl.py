"""A whole site (``--as crawl``), or the part of it beneath a path: every page once, politely.

The address given marks the scope: its host (with or without ``www.``) beneath its folder. The run may be
killed at any moment and goes on when the same command is given again; once it is at its end, the same
command looks for what is new and what has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from letapis.collect.base import Options, aside, shown
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.crawling.frontier import Frontier
    from letapis.collect.crawling.scope import Scope
    from letapis.collect.fetch.base import Fetcher

__all__ = ["claims", "collect"]


def claims(source: str) -> float:
    """Never by itself: an address is a page unless ``--as crawl`` says that it stands for its site.

    >>> claims("https://rechnik.example/")
    0.0
    """
    return 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """Every page of the site of ``source``, and what could not be had of it."""
    from letapis.collect.crawling.frontier import Frontier
    from letapis.collect.crawling.scope import Scope
    from letapis.collect.crawling.visit import Visit
    from letapis.collect.fetch import address
    from letapis.collect.fetch.base import Fetcher, FetchError
    from letapis.collect.state import told

    try:
        seed = address.clean(source)
    except FetchError as error:
        yield aside(error.reason, f"{shown(source)}: {error.detail}; a crawl begins at an address")
        return
    name = "crawl-" + hashlib.sha256(seed.encode()).hexdigest()[:20]
    with (
        told(seed),
        Frontier(options.state, name, options.kept, again=True) as frontier,
        Fetcher(options.settings) as fetcher,
    ):
        if frontier.resumed:
            fetcher.hold(seed)
        bounds = Scope.of(seed)
        for home in frontier.homes():
            bounds = bounds.wider(home)
        if not frontier.seeded:
            yield from _seeds(seed, fetcher, frontier, bounds)
            frontier.seed_done()
        yield from Visit(fetcher, frontier, bounds, options, via="crawl", follow=True).pages()


def _seeds(seed: str, fetcher: Fetcher, frontier: Frontier, bounds: Scope) -> Iterator[SetAside]:
    """The address itself, and what the sitemaps of the site name."""
    from letapis.collect.crawling import normal, scope, seeds, sitemaps

    frontier.add([(normal.key(seed), seed, 0, scope.pattern(seed))])
    named = list(fetcher.sitemaps(seed))
    found = sitemaps.walk(fetcher, sitemaps.places(named, seed))
    if named:
        yield from seeds.plant(found, frontier, bounds)
    else:  # nobody said that there is one
        yield from seeds.plant((e for e in found if isinstance(e, sitemaps.Entry)), frontier, bounds)
