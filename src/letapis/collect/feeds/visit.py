"""One round over one address: a feed, a sitemap or a page, of which only what is new is given."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any
from urllib.parse import urljoin

from letapis.collect.base import Options, aside, received, shown
from letapis.collect.crawling import requisites, take
from letapis.collect.crawling.links import leads
from letapis.collect.crawling.scan import charset, tags
from letapis.collect.feeds.cut import Item, Problem, cut, is_feed, minutes
from letapis.collect.feeds.memory import Memory
from letapis.collect.feeds.schedule import Busy
from letapis.collect.fetch import address, record
from letapis.collect.fetch.base import Fetched, Fetcher
from letapis.collect.fetch.errors import FetchError
from letapis.collect.fetch.pace import seconds
from letapis.model import Received, SetAside

__all__ = ["captures", "visit"]

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/html;q=0.8,"
    "*/*;q=0.7"
)
_PASSING = frozenset({"unreachable", "too_slow", "bad_response"})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be others before long."""


def captures(
    content: bytes, media_type: str, base: str, limit: int, at: datetime | None, *, local: bool = False
) -> Iterator[tuple[Item, Received] | Problem]:
    """The entries of a feed as captures that are not stored yet.

    A capture's id follows from its bytes and address alone: the same entry has the same id in every
    copy of the feed. With ``local`` it was not fetched, and ``at`` is when the file was changed.
    """
    for item in cut(content, media_type, base, limit):
        if isinstance(item, Problem):
            yield item
            continue
        made = received(item.payload, item.uri, item.media_type, "feed", via="feed", date=at)
        yield item, made if local else replace(made, capture=replace(made.capture, fetched_at=at))


def visit(
    source: str,
    fetcher: Fetcher,
    memory: Memory,
    options: Options,
    *,
    found: Fetched | None = None,
    discover: bool = False,
) -> Iterator[Received | SetAside]:
    """What is new at ``source`` since it was last asked.

    ``found`` is what it gave, where it was fetched already. With ``discover`` a page that names a feed
    stands for that feed. What came of it is noted in ``memory`` (``said``, ``new``, ``failures``).
    """
    if options.format == "feed":
        options = replace(options, format=None)
    try:
        at = address.clean(source)
    except FetchError as error:
        yield aside(error.reason, f"{shown(source[:200])}: {error.detail[:400]}")
        return
    limit = options.settings.fetch_bytes
    handed = found is not None
    if found is None:
        try:
            asked = {"Accept": _ACCEPT} | memory.conditions(at)
            found = fetcher.get(at, asked, limit=limit, cut=True)
        except FetchError as error:
            _failed(memory, at, error.reason, error.pause if isinstance(error, Busy) else None)
            yield record.aside(at, error)
            return
    round_ = _Round(at, fetcher, memory, options, handed=handed)
    if found.status == 304 and memory.conditions(at):
        yield from round_.unchanged(found)
    elif found.status != 200:
        yield from round_.refused(found)
    else:
        yield from round_.answered(found, limit, discover=discover)


def _failed(memory: Memory, at: str, said: str, hold: float | None = None) -> None:
    failures = memory.asked(at).failures + 1
    memory.note(at, asked=time.time(), failures=failures, said=said, new=0, hold=hold)


class _Round:
    """What is done with one answer."""

    def __init__(
        self, at: str, fetcher: Fetcher, memory: Memory, options: Options, *, handed: bool = False
    ) -> None:
        self.handed = handed
        """Whether who fetched it gave the redirects before it already."""
        self.at = at
        self.fetcher = fetcher
        self.memory = memory
        self.options = options
        self.given = ""
        """The last capture that was handed over."""

    def _give(self, item: Received) -> Received:
        self.given = item.capture.capture_id
        return item

    def _well(self, said: str, new: int, **columns: Any) -> None:
        self.memory.note(self.at, asked=time.time(), failures=0, said=said, new=new, **columns)

    def unchanged(self, found: Fetched) -> Iterator[Received | SetAside]:
        """The server says that nothing is new."""
        self.memory.still(self.at, found.at.isoformat(), self.memory.last(self.at))
        yield from self._pages()
        self._well("unchanged", 0)

    def refused(self, found: Fetched) -> Iterator[Received | SetAside]:
        """An answer that is an error: kept the first time, then only said."""
        said = f"http_{found.status}"
        before = self.memory.asked(self.at)
        if before.failures and before.said == said:
            yield aside(said, f"{found.url} answered {found.status} again, when it was asked for what is new")
        else:
            yield from take.failed(found, "feed")
        _failed(self.memory, self.at, said, seconds(found.header("retry-after")))

    def answered(self, found: Fetched, limit: int, *, discover: bool) -> Iterator[Received | SetAside]:
        """Something came: what it is decides."""
        kind = "feed" if is_feed(found.content) else take.kind(found)
        if len(found.body) >= limit:
            cut_off = FetchError(
                "too_large", f"{found.url}: more than {limit:,} bytes; what stands behind was left"
            )
            yield record.aside(found.url, cut_off)
            if kind != "feed":
                _failed(self.memory, self.at, "too_large")
                return
        if kind != "feed" and self.memory.asked(self.at).kind == "feed":
            yield from self._no_feed(found)
            return
        self.memory.note(self.at, etag=None, modified=None)
        if kind == "feed":
            yield from self._feed(found)
        elif kind == "sitemap":
            number = 0
            for item in take.take(found, self.fetcher, self.options, via="feed"):
                number += isinstance(item, Received) and item.capture.format != "asset"
                yield item
            self._well("sitemap", number, kind="sitemap")
        elif kind == "html" and discover and (feed := _named(found)):
            yield aside("feed_named", f"{found.url} is a page; its feed {feed} is taken in its place")
            yield from visit(feed, self.fetcher, self.memory, self.options)
        else:
            yield from self._page(found, kind)

    def _no_feed(self, found: Fetched) -> Iterator[Received | SetAside]:
        """What was a feed gives something else: a notice, or who is asking is to prove to be human."""
        what = found.media_type or "of no stated type"
        if self.memory.asked(self.at).said != "no_feed":
            yield record.capture(found, "asset", via="feed")
        yield aside("no_feed", f"{found.url} was a feed and is {what} now; it was not read")
        _failed(self.memory, self.at, "no_feed")

    # -- a feed

    def _feed(self, found: Fetched) -> Iterator[Received | SetAside]:
        now, new, total = found.at.isoformat(), 0, 0
        limit = self.options.settings.page_bytes
        for one in captures(found.content, found.media_type, found.url, limit, found.at):
            if isinstance(one, Problem):
                yield aside(one.reason, f"{found.url} {one.detail}")
                continue
            total += 1
            item, made = one
            if self.memory.known(self.at, item.digest):
                self.memory.seen(self.at, item.digest, item.uri, "", now)
                continue
            new += 1
            if new == 1:
                if not self.handed:
                    yield from take.redirects(found, "feed")
                yield self._give(record.capture(found, "asset", via="feed"))
            yield self._give(made)
            self.memory.given(self.given)
            self.memory.seen(self.at, item.digest, item.uri, made.capture.capture_id, now)
            if item.short and item.link and item.link != found.url:
                self.memory.want(self.at, item.link, item.digest)
        if not total:
            yield aside("no_items", f"{found.url} is a feed without entries")
        columns = self._validators(found)
        if self.given:
            columns["capture"] = self.given
        self.memory.note(self.at, **columns)
        yield from self._pages()
        self._well("feed", new, kind="feed", least=_least(found))

    def _validators(self, found: Fetched) -> dict[str, Any]:
        return {"etag": found.header("etag"), "modified": found.header("last-modified")}

    # -- the pages of its entries

    def _pages(self) -> Iterator[Received | SetAside]:
        """The pages of entries that are no whole texts."""
        if not self.options.settings.feed_pages:
            return
        wanted: dict[str, list[str]] = {}
        for url, digest in self.memory.wanted(self.at):
            wanted.setdefault(url, []).append(digest)
        most = self.options.settings.max_pages
        for url, digests in list(wanted.items())[:most]:
            yield from self._entry_page(url, digests)
        if len(wanted) > most:
            yield aside(
                "max_pages",
                f"{self.at}: {len(wanted) - most:,} pages of entries were left for the next round; raise "
                "--max-pages to fetch more at a time",
            )

    def _entry_page(self, url: str, digests: list[str]) -> Iterator[Received | SetAside]:
        try:
            found = self.fetcher.get(url)
        except FetchError as error:
            self.memory.failed(url, digests, lasting=error.reason not in _PASSING)
            yield record.aside(url, error)
            return
        yield from take.redirects(found, "feed")
        kind = take.kind(found) if found.status == 200 else ""
        if kind not in ("html", "text"):
            self.memory.failed(url, digests, lasting=found.status not in _BUSY)
            yield from self._no_page(found)
            return
        made = record.capture(found, self.options.format or kind, via="feed")
        yield made
        self.memory.fetched(url, digests, made.capture.capture_id)
        if kind == "html" and self.options.settings.requisites:
            yield from self._requisites(found)

    def _no_page(self, found: Fetched) -> Iterator[Received | SetAside]:
        if found.status != 200:
            yield from take.failed(found, "feed")
            return
        yield record.capture(found, "asset", via="feed")
        what = found.media_type or "of no stated type"
        yield aside("no_page", f"{found.url} is {what}, no page, though an entry names it as its page")

    def _requisites(self, found: Fetched) -> Iterator[Received | SetAside]:
        needed = requisites.needed(found)
        yield from requisites.bring(
            self.fetcher, found.url, needed, self.memory.asset, self.memory.note_asset
        )

    # -- a single page

    def _page(self, found: Fetched, kind: str) -> Iterator[Received | SetAside]:
        """A page: nothing of it where its words are as they were when it was last kept."""
        before = self.memory.asked(self.at)
        likeness = leads(found).likeness if kind == "html" else ""
        likeness = likeness or hashlib.sha256(found.content).hexdigest()[:16]
        kept = before.capture is not None and self.memory.whole(self.at)
        if likeness == before.likeness and kept:
            self._well("unchanged", 0, kind="page", **self._validators(found))
            return
        new = 0
        for item in chain(
            take.redirects(found, "feed"), take.take(found, self.fetcher, self.options, via="feed")
        ):
            if isinstance(item, Received):
                new += item.capture.format != "asset"
                self._give(item)
            yield item
        columns = self._validators(found) | {"likeness": likeness, "capture": self.given or None}
        self.memory.note(self.at, **columns)
        if kind == "html" and self.options.settings.requisites:
            yield from self._requisites(found)
        self._well("page", new, kind="page")


def _least(found: Fetched) -> float | None:
    """Seconds for which a feed says that it need not be asked again."""
    age = re.search(r"max-age\s*=\s*\"?(\d{1,9})", found.header("cache-control") or "")
    said = [60.0 * (minutes(found.content) or 0), float(age[1]) if age else 0.0]
    return max(said) or None


def _named(found: Fetched) -> str | None:
    """The first feed that a page names, other than of its comments."""
    page = found.content[: 512 * 1024].decode(charset(found.content, found.media_type), "replace")
    for name, given in tags(page):
        if name != "link" or given.get("type", "").lower().partition(";")[0].strip() not in _FEEDS:
            continue
        if "alternate" in given.get("rel", "").lower().split() and "comment" not in given.get("href", ""):
            try:
                return address.clean(urljoin(found.url, given.get("href", "")))
            except (FetchError, ValueError):
                continue
    return None
