"""Sitemaps: XML, indexes, news sitemaps, plain text, and feeds that serve as one (sitemaps.org)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from letapis.collect.crawling import normal
from letapis.collect.crawling.take import root
from letapis.collect.fetch import address
from letapis.collect.fetch.base import Fetched, Fetcher
from letapis.collect.fetch.errors import FetchError

__all__ = ["Entry", "Problem", "entries", "places", "walk"]

MOST_FILES = 1000
"""Sitemaps that are fetched in one run."""
MOST_DEPTH = 4
"""How deep indexes may lead to indexes; the protocol knows one."""
MOST_ENTRIES = 50_000
"""Addresses in one sitemap, as the protocol has it."""

_BLOCK = 64 * 1024
_ENTITY = 40
_STRAY = re.compile(rb"&(?!#?\w{1,31};)")
_HOLDERS = frozenset({"url", "sitemap", "item", "entry"})
_DATES = ("lastmod", "publication_date", "updated", "pubdate", "published", "date")


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that a sitemap names."""

    url: str
    changed: str = ""
    """When it last changed, as said; empty where nothing is."""
    index: bool = False
    """Whether it is a sitemap itself."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A sitemap that was not read, or not to its end."""

    url: str
    error: FetchError


def entries(content: bytes, base: str, limit: int) -> Iterator[Entry]:
    """The addresses of one sitemap, of at most ``limit`` bytes unpacked; what breaks off, as far as it goes.

    Raises FetchError (bad_response) where it is none.

    >>> text = b"<urlset><url><loc>https://a.example/x </loc><lastmod>2024-05-01</lastmod></url></urlset>"
    >>> list(entries(text, "https://a.example/sitemap.xml", 10_000))
    [Entry(url='https://a.example/x', changed='2024-05-01', index=False)]
    """
    head = next(_plain(content, limit), b"").lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        if root(head) not in ("urlset", "sitemapindex", "rss", "feed", "rdf"):
            raise FetchError("bad_response", f"{base} is no sitemap: its first element is {root(head)!r}")
        found = _marked(_plain(content, limit), base)
    else:
        found = _listed(_plain(content, limit), base)
    return islice(found, MOST_ENTRIES)


def walk(fetcher: Fetcher, starts: list[str], first: Fetched | None = None) -> Iterator[Entry | Problem]:
    """The pages of sitemaps and of those that they lead to, every sitemap once.

    ``first`` is the answer to the first of ``starts``, where it is there already.
    """
    waiting = [(start, 1) for start in starts]
    seen: set[str] = set()
    while waiting:
        url, depth = waiting.pop(0)
        if url in seen:
            continue
        if len(seen) >= MOST_FILES:
            many = FetchError(
                "too_large", f"more than {MOST_FILES:,} sitemaps; {url} and what is behind it was left"
            )
            yield Problem(url, many)
            return
        seen.add(url)
        try:
            found, first = first or fetcher.get(url, cut=True), None
            if found.status != 200:
                raise FetchError(f"http_{found.status}", f"{url} answered {found.status}")
            foreign, number = 0, 0
            for entry in entries(found.content, found.url, fetcher.settings.fetch_bytes):
                number += 1
                if not entry.index:
                    yield entry
                elif not normal.akin(entry.url, found.url):
                    foreign += 1
                elif depth < MOST_DEPTH and len(waiting) < MOST_FILES:
                    waiting.append((entry.url, depth + 1))
            if broken := _broken(found.content, number):
                yield Problem(url, FetchError("cut", f"{url} {broken}"))
            if foreign:  # sitemaps.org: those of an index are of its own site
                raise FetchError(
                    "out_of_scope", f"{url} names {foreign:,} sitemaps of other sites; they were left"
                )
        except FetchError as error:
            yield Problem(url, error)


def _broken(content: bytes, number: int) -> str:
    """What is wrong with a sitemap that was read as far as it goes; empty where nothing is."""
    if not number:
        return "names no address that could be read"
    open_ended = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"</" not in content[-200:]
    return f"breaks off behind {number:,} addresses, which were taken" if open_ended else ""


def places(named: list[str], seed: str) -> list[str]:
    """Where the sitemaps of a site are: those named in its robots.txt, else the usual place.

    >>> places(["/news.xml"], "https://a.example/x"), places([], "https://a.example/x")
    (['https://a.example/news.xml'], ['https://a.example/sitemap.xml'])
    """
    found = []
    for name in named or ["/sitemap.xml"]:
        try:
            found.append(address.clean(name, seed))
        except FetchError:
            continue
    return list(dict.fromkeys(found))


def _plain(content: bytes, limit: int) -> Iterator[bytes]:
    """Blocks of a sitemap, unpacked where it is gzip, up to ``limit`` bytes in all."""
    if not content.startswith(b"\x1f\x8b"):
        for at in range(0, min(len(content), limit), _BLOCK):
            yield content[at : min(at + _BLOCK, limit)]
        return
    packed, size = zlib.decompressobj(31), 0
    rest = content
    try:
        while rest and size < limit and not packed.eof:
            block = packed.decompress(rest, min(_BLOCK, limit - size))
            rest = packed.unconsumed_tail
            size += len(block)
            yield block
    except zlib.error:
        return


def _marked(blocks: Iterator[bytes], base: str) -> Iterator[Entry]:
    """XML, an element at a time; nothing that was read stays in memory, no entity of its own is expanded."""
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    told: dict[str, str] = {}
    for block in _mended(blocks):
        try:
            parser.feed(block)
        except etree.XMLSyntaxError:
            return
        for event, element in parser.read_events():
            tag = element.tag
            name = tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
            if event == "start":
                told = {} if name in _HOLDERS else told
                continue
            if name not in _HOLDERS:
                text = (element.text or "").strip()
                if name == "link" and not text:
                    text = element.get("href", "") if element.get("rel", "alternate") == "alternate" else ""
                if text and len(text) < 8000:
                    told.setdefault(name, text)
            else:
                entry, told = _entry(told, name, base), {}
                if entry is not None:
                    yield entry
            parent = element.getparent()
            if (parent is not None and parent.getparent() is None) or name in _HOLDERS:
                _forget(element)


def _mended(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """With every ``&`` that begins no entity escaped: the commonest fault of sitemaps."""
    rest = b""
    for block in blocks:
        block = rest + block
        cut = block.rfind(b"&", len(block) - _ENTITY)
        block, rest = (block[:cut], block[cut:]) if cut >= 0 else (block, b"")
        yield _STRAY.sub(b"&amp;", block)
    yield _STRAY.sub(b"&amp;", rest)


def _forget(element: object) -> None:
    """Frees an element that was read, and those before it."""
    element.clear()  # type: ignore[attr-defined]
    while element.getprevious() is not None:  # type: ignore[attr-defined]
        parent = element.getparent()  # type: ignore[attr-defined]
        del parent[0]


def _entry(told: dict[str, str], name: str, base: str) -> Entry | None:
    where = told.get("loc") or told.get("link") or ""
    changed = next((told[date] for date in _DATES if date in told), "")
    return _made(where, changed, base, index=name == "sitemap")


def _listed(blocks: Iterator[bytes], base: str) -> Iterator[Entry]:
    """A text with an address a line."""
    rest = b""
    for block in blocks:
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            entry = _made(line.decode("utf-8-sig", "replace"), "", base)
            if entry is not None:
                yield entry
        rest = rest[-8000:]
    entry = _made(rest.decode("utf-8-sig", "replace"), "", base)
    if entry is not None:
        yield entry


def _made(where: str, changed: str, base: str, *, index: bool = False) -> Entry | None:
    where = where.strip().replace("&amp;", "&")  # escaped twice, or within CDATA
    if not where[:8].lower().startswith(("http://", "https://")):
        return None
    try:
        return Entry(address.clean(where, base), changed[:40], index)
    except FetchError:
        return None
