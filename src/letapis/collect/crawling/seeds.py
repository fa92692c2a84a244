"""What sitemaps name becomes known to a frontier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from letapis.collect.base import aside
from letapis.collect.crawling import normal, scope
from letapis.collect.crawling.frontier import Frontier
from letapis.collect.crawling.sitemaps import Entry, Problem
from letapis.collect.fetch import record
from letapis.model import SetAside

__all__ = ["plant"]

MOST = 500_000
"""Addresses of sitemaps that are taken note of in one run."""

_BATCH = 1000


def plant(
    found: Iterable[Entry | Problem], frontier: Frontier, bounds: scope.Scope, depth: int = 1
) -> Iterator[SetAside]:
    """Every address in scope is known from now on, with when it changed; what went wrong is told."""
    taken, outside, example = 0, 0, ""
    stream = iter(found)
    while batch := list(islice(stream, _BATCH)):
        with frontier.change():
            for entry in batch:
                if isinstance(entry, Problem):
                    continue
                if bounds.holds(entry.url):
                    key = normal.key(entry.url)
                    frontier.add([(key, entry.url, depth, scope.pattern(entry.url))])
                    frontier.named(key, entry.changed)
                    taken += 1
                else:
                    outside, example = outside + 1, example or entry.url
        yield from (record.aside(item.url, item.error) for item in batch if isinstance(item, Problem))
        if taken >= MOST:
            yield aside("too_large", f"more than {MOST:,} addresses in the sitemaps; the others were left")
            break
    if outside:
        yield aside(
            "out_of_scope",
            f"{outside:,} addresses of the sitemaps are of other sites or no pages: {example} …",
        )
