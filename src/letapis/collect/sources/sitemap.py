"""Sitemaps: the pages that a site itself names, new and changed ones only when it is added again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from letapis.collect.base import Options, aside, shown
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.crawling.sitemaps import Entry, Problem
    from letapis.collect.fetch.base import Fetched, Fetcher

__all__ = ["claims", "collect", "fetched"]

_NAME = re.compile(r"https?://[^?#]*/[^/?#]*sitemap[^/?#]*\.(xml|txt)(\.gz)?(\?[^#]*)?(#.*)?", re.IGNORECASE)


def claims(source: str) -> float:
    """More than half for an address whose file is called a sitemap.

    >>> claims("https://rechnik.example/news-sitemap.xml.gz"), claims("https://rechnik.example/sitemap")
    (0.7, 0.0)
    """
    return 0.7 if _NAME.fullmatch(source[:4000]) else 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """The pages that a sitemap names (an address, a site's own, or a file), new or changed ones.

    For the bare address of a site its robots.txt says where they are.
    """
    from letapis.collect.crawling import sitemaps
    from letapis.collect.fetch import address
    from letapis.collect.fetch.base import Fetcher, FetchError

    with Fetcher(options.settings) as fetcher:
        if not source[:8].lower().startswith(("http://", "https://")):
            yield from _pages(source, _file(source, fetcher, options), fetcher, options, everywhere=True)
            return
        try:
            at = address.clean(source)
        except FetchError as error:
            yield aside(error.reason, f"{shown(source)}: {error.detail}")
            return
        bare = urlsplit(at).path == "/"
        starts = sitemaps.places(list(fetcher.sitemaps(at)), at) if bare else [at]
        yield from _pages(at, sitemaps.walk(fetcher, starts), fetcher, options)


def fetched(found: Fetched, fetcher: Fetcher, options: Options) -> Iterator[Received | SetAside]:
    """The same for a sitemap that was fetched already."""
    from letapis.collect.crawling import sitemaps

    yield from _pages(found.url, sitemaps.walk(fetcher, [found.url], found), fetcher, options)


def _pages(
    source: str,
    named: Iterator[Entry | Problem],
    fetcher: Fetcher,
    options: Options,
    *,
    everywhere: bool = False,
) -> Iterator[Received | SetAside]:
    from letapis.collect.crawling import normal, seeds
    from letapis.collect.crawling.frontier import Frontier
    from letapis.collect.crawling.scope import Scope
    from letapis.collect.crawling.visit import Visit
    from letapis.collect.state import told

    name = "sitemap-" + hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:20]
    bounds = Scope(frozenset() if everywhere else frozenset({normal.site(source)}), everywhere=everywhere)
    with told(source), Frontier(options.state, name, options.kept, again=False) as frontier:
        if frontier.resumed and not everywhere:
            fetcher.hold(source)
        if not frontier.seeded:
            yield from seeds.plant(named, frontier, bounds)
            frontier.seed_done()
        yield from Visit(fetcher, frontier, bounds, options, via="sitemap", follow=False).pages()


def _file(source: str, fetcher: Fetcher, options: Options) -> Iterator[Entry | Problem]:
    """The addresses of a sitemap that is a file, and of those that it leads to."""
    from letapis.collect.crawling import sitemaps
    from letapis.collect.fetch.errors import FetchError

    most = options.settings.fetch_bytes
    try:
        with Path(source).open("rb") as stream:
            content = stream.read(most + 1)
        found = list(sitemaps.entries(content[:most], shown(source), most))
        yield from (entry for entry in found if not entry.index)
        yield from sitemaps.walk(fetcher, [entry.url for entry in found if entry.index])
        if len(content) > most:
            cut = FetchError(
                "too_large", f"more than {most:,} bytes; the rest was left; raise fetch_bytes to read it"
            )
            yield sitemaps.Problem(shown(source), cut)
    except (OSError, ValueError) as error:
        said = FetchError("unreadable", f"{shown(source)}: {getattr(error, 'strerror', None) or error}")
        yield sitemaps.Problem(shown(source), said)
    except FetchError as error:
        yield sitemaps.Problem(shown(source), error)
