"""The pages of a frontier, fetched one after another until none waits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from letapis.collect.base import MAKER, Options, aside
from letapis.collect.crawling import normal, requisites, scope, take
from letapis.collect.crawling.frontier import Frontier, Page
from letapis.collect.crawling.links import Leads, leads
from letapis.collect.fetch import record
from letapis.collect.fetch.base import Fetched, Fetcher
from letapis.collect.fetch.errors import FetchError
from letapis.model import Received, SetAside
from letapis.text.control import printable

__all__ = ["MOST_KNOWN", "Visit"]

MOST_KNOWN = 1_000_000
"""Addresses of a site that links are noted of; what is linked beyond is left."""

_MOST_FAILURES = 10
"""Failures in a row after which a site is left alone for now."""
_DULL_FROM, _DULL_SHARE = 100, 0.1
"""A form of address of which so many pages have so few different words leads nowhere new."""
_MANY = ("robots", "trap", "out_of_scope")
"""Reasons that hold for many pages of a site: told once, with their number."""
_FAILURES = frozenset({"unreachable", "too_slow", "bad_response", "http_429", "http_503"})


class Visit:
    """One run over one site."""

    def __init__(
        self,
        fetcher: Fetcher,
        frontier: Frontier,
        bounds: scope.Scope,
        options: Options,
        *,
        via: str,
        follow: bool,
    ) -> None:
        self._fetcher = fetcher
        self._frontier = frontier
        self._scope = bounds
        self._options = options
        self._via = via
        self._follow = follow
        self._most = min(options.settings.fetch_bytes, options.settings.page_bytes)
        self._fetched = frontier.fetched()
        self._failures = 0
        self._year = datetime.now(UTC).year

    def pages(self) -> Iterator[Received | SetAside]:
        """The captures of all pages that wait, and of those found on the way."""
        frontier, most = self._frontier, self._options.settings.max_pages
        for reason, detail, capture in frontier.asides(*_MANY) if frontier.resumed else ():
            yield SetAside(capture, None, MAKER, reason, detail)
        for key, url, needs in frontier.needs():
            yield from self._requisites(key, url, needs)
        while (page := frontier.next()) is not None:
            if self._fetched >= most:
                frontier.pause()
                left = frontier.waiting()
                yield aside(
                    "max_pages",
                    f"{page.url} and {left - 1:,} more were left; give the same command again to go on",
                )
                return
            if self._failures >= _MOST_FAILURES:
                yield aside(
                    "unreachable",
                    f"{page.url} and {frontier.waiting() - 1:,} more were left: the site failed "
                    f"{self._failures} times in a row; give the same command again later and it goes on",
                )
                return
            yield from self._one(page)
            if frontier.waits(page.key):  # whatever became of it: nothing is asked for without end
                frontier.done(page.key, fetched=False)
        frontier.end()
        if frontier.known >= MOST_KNOWN:
            yield aside(
                "too_large", f"the site has more than {MOST_KNOWN:,} addresses; some of them were left"
            )
        for reason in _MANY:
            number, first = frontier.counted(reason)
            if number:
                yield aside(reason, f"{first}; {number:,} such in all" if number > 1 else first)

    def add(self, urls: Iterable[str], depth: int) -> None:
        """Addresses that are in scope become known, as long as there are not too many of them."""
        if self._frontier.known >= MOST_KNOWN:
            return
        self._frontier.add(
            (normal.key(url), url, depth, scope.pattern(url)) for url in urls if self._scope.holds(url)
        )

    # -- one page

    def _one(self, page: Page, *, deep: bool = True) -> Iterator[Received | SetAside]:
        why = self._trap(page) if page.form else ""
        if why:
            self._frontier.done(page.key, _said("trap", f"{page.url} was left: {why}"), fetched=False)
            return
        try:
            found = self._fetcher.get(
                page.url, _conditions(page), limit=self._most, until=lambda url: self._left(page, url)
            )
            target = found.target
        except FetchError as error:
            yield from self._failed(page, error)
            return
        self._fetched += 1
        self._failures = self._failures + 1 if f"http_{found.status}" in _FAILURES else 0
        if found.status == 304 and _conditions(page):
            self._frontier.done(page.key)
            return
        hops = found.redirects + ((found,) if target is not None else ())
        for hop in hops:
            if self._frontier.beside(hop.url) is None:
                made = record.capture(hop, "asset", via=self._via)
                self._frontier.give(hop.url, made.capture.capture_id)
                yield made
        if hops and (target is not None or normal.key(found.url) != page.key):
            self._moved(page, self._frontier.beside(hops[-1].url), target or found.url)
        if target is None:
            yield from self._take(self._named(found.url, page), found, deep)

    def _trap(self, page: Page) -> str:
        """Why a page that only links lead to is left; empty where it is not."""
        number, different = self._frontier.form(page.form)
        if number >= _DULL_FROM and different < number * _DULL_SHARE:
            return f"{number} pages of this form have only {different} different texts"
        return scope.trap(page.url, self._year)

    def _failed(self, page: Page, error: FetchError) -> Iterator[SetAside]:
        made = record.aside(page.url, error)
        tried = error.reason in _FAILURES
        self._frontier.done(page.key, _said(error.reason, made.detail), fetched=tried)
        self._fetched += tried
        self._failures += tried
        if error.reason not in _MANY:
            yield made

    def _left(self, page: Page, url: str) -> bool:
        """Whether a redirect need not be followed: out of the site, or to what was dealt with already."""
        if page.depth == 0 and normal.akin(page.url, url):
            self._scope = self._scope.wider(url)
            self._frontier.home(url)
        key = normal.key(url)
        return not self._scope.holds(url) or (key != page.key and not self._frontier.waits(key))

    def _moved(self, page: Page, capture: str | None, url: str) -> None:
        """A page redirects to another: all there is of it is the capture of that."""
        columns: dict[str, str | None] = {"capture": capture}
        if not self._scope.holds(url):
            columns |= _said("out_of_scope", f"{page.url} redirects to {url}, another site")
        self._frontier.done(page.key, columns, fetched=False)

    def _named(self, url: str, page: Page) -> Page:
        """The page at ``url``, to which ``page`` led."""
        key, form = normal.key(url), scope.pattern(url)
        if key == page.key:
            return page
        self._frontier.add([(key, url, page.depth, form)])
        return self._frontier.page(key) or Page(key, url, page.depth, form)

    def _take(self, page: Page, found: Fetched, deep: bool) -> Iterator[Received | SetAside]:
        """What became of an answer: noted first, given then."""
        kind = take.kind(found) if found.status == 200 else ""
        said = leads(found) if kind == "html" else Leads()
        copy = False
        if kind == "html" and deep and said.canonical:
            yield from self._canonical(page, said.canonical)
            if not self._frontier.waits(page.key):
                return  # its own address redirected back to it
            copy = self._same(page, said)
        reader = "asset" if copy or not kind else (self._options.format or kind)
        if kind not in ("html", "text", ""):
            reader = "asset"
        made = record.capture(found, reader, via=self._via)
        lost = None if kind in ("html", "text") else _unread(found, made.capture.capture_id)
        needs = self._needs(found) if kind == "html" and not copy else []
        same = made.capture.payload_sha256 == page.digest
        columns: dict[str, str | None] = {
            "etag": found.header("etag"),
            "modified": found.header("last-modified"),
            "likeness": said.likeness or None,
            "title": said.title or None,
            "reason": lost.reason if lost else None,
            "detail": lost.detail if lost else None,
        }
        if not same:
            columns |= {"capture": made.capture.capture_id, "digest": made.capture.payload_sha256}
            columns["needs"] = json.dumps(needs) if needs else None
        with self._frontier.change():
            self._frontier.done(page.key, columns)
            if self._follow:
                self.add(said.links, page.depth + 1)
            self._known(page, said.amp)
        if said.likeness and page.form:
            self._frontier.seen(page.form, said.likeness)
        if not same:
            yield made
            if lost:
                yield lost
            yield from self._requisites(page.key, found.url, needs)

    def _canonical(self, page: Page, url: str) -> Iterator[Received | SetAside]:
        """The page that this one calls its own address, fetched first where it still waits."""
        key = normal.key(url)
        if key == page.key or not self._scope.holds(url) or not self._frontier.waits(key):
            return
        if self._fetched >= self._options.settings.max_pages:
            return
        self._frontier.add([(key, url, page.depth, scope.pattern(url))])
        own = self._frontier.page(key)
        if own is not None:
            yield from self._one(own, deep=False)

    def _same(self, page: Page, said: Leads) -> bool:
        """Whether the page is another form of the one that it calls its own.

        A site may call its home page the address of every page by mistake: the titles must agree.
        """
        key = normal.key(said.canonical or page.url)
        return key != page.key and bool(said.title) and self._frontier.title(key) == said.title

    def _known(self, page: Page, amp: tuple[str, ...]) -> None:
        """AMP forms of a page need not be fetched."""
        for url in amp:
            key = normal.key(url)
            if key != page.key and self._scope.holds(url) and normal.core(url) == normal.core(page.url):
                self._frontier.add([(key, url, page.depth, scope.pattern(url))])
                if self._frontier.waits(key):
                    self._frontier.done(key, fetched=False)

    def _needs(self, found: Fetched) -> list[str]:
        return requisites.needed(found) if self._options.settings.requisites else []

    def _brought(self, url: str) -> bool:
        return self._frontier.beside(url) is not None

    def _requisites(self, key: str, url: str, needs: list[str]) -> Iterator[Received | SetAside]:
        if not needs:
            return
        if self._options.settings.requisites:
            yield from requisites.bring(self._fetcher, url, needs, self._brought, self._frontier.give)
        self._frontier.met(key)


def _said(reason: str, detail: str) -> dict[str, str | None]:
    return {"reason": reason, "detail": detail}


def _conditions(page: Page) -> dict[str, str]:
    """What makes a server say that a page is as it was (RFC 9110, 13.1)."""
    if page.digest is None:
        return {}
    given = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
    return {name: value for name, value in given.items() if value}


def _unread(found: Fetched, capture_id: str) -> SetAside:
    """That an answer is kept and not read, and why."""
    if found.status != 200:
        reason, what = f"http_{found.status}", f"answered {found.status} on {found.at:%Y-%m-%d}"
    else:
        reason, what = "no_page", f"is {found.media_type or 'of no stated type'}, no page"
    return SetAside(
        capture_id, None, MAKER, reason, printable(f"{found.url} {what}; its bytes are kept", line=True)
    )
