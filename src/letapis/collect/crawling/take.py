"""What was fetched, taken for what it is: a page, a feed, a sitemap, an archive, or nothing to read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from types import ModuleType
from urllib.parse import urlsplit

from letapis import plugins
from letapis.collect import sniff
from letapis.collect.base import MAKER, Options
from letapis.collect.container import File, container
from letapis.collect.fetch import record
from letapis.collect.fetch.base import Fetched, Fetcher
from letapis.collect.fetch.errors import FetchError
from letapis.model import Received, SetAside
from letapis.text.control import printable

__all__ = ["failed", "kind", "redirects", "root", "take"]

_ELEMENT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_JSON_FEED = re.compile(rb'\s*\{[^}]{0,4000}"version"\s*:\s*"https://jsonfeed\.org/', re.DOTALL)
_SITEMAPS, _FEEDS = ("urlset", "sitemapindex"), ("rss", "feed", "rdf")
_PAGES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")


def root(head: bytes) -> str:
    """The first element of an XML or HTML text, without its prefix, lower case; empty where there is none.

    >>> root(b'<?xml version="1.0"?><!-- <rss> --><s:urlset xmlns:s="x">')
    'urlset'
    """
    at = 0
    while True:
        at = next((i for i in range(at, len(head)) if head[i] not in b" \t\r\n"), len(head))
        if head.startswith(b"<?", at):
            at = _behind(head, b"?>", at)
        elif head.startswith(b"<!--", at):
            at = _behind(head, b"-->", at)
        elif head[at : at + 9].upper() == b"<!DOCTYPE":
            inside = head.find(b"[", at)
            close = head.find(b">", at)
            at = _behind(head, b"]", inside) if 0 <= inside < close else at
            at = _behind(head, b">", at)
        else:
            found = _ELEMENT.match(head, at)
            return found[1].decode("ascii", "replace").lower() if found else ""


def _behind(head: bytes, mark: bytes, at: int) -> int:
    stop = head.find(mark, at)
    return stop + len(mark) if stop >= 0 else len(head)


def kind(found: Fetched) -> str:
    """What came: html, text, feed, sitemap, archive, or nothing that is read (an empty word).

    Feeds and sitemaps are known by their first element, whatever the server calls them.
    """
    head = found.content[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"\x1f\x8b"):
        return "sitemap" if _packed(found.content) else "archive" if _holder(found) else ""
    first = root(head)
    if first in _SITEMAPS:
        return "sitemap"
    if first in _FEEDS or _JSON_FEED.match(head):
        return "feed"
    said = found.media_type.partition(";")[0].strip()
    if said in _PAGES:
        return "html"
    if _holder(found):
        return "archive"
    guess = sniff.kind("", found.content[:65536])
    if guess is None or said.startswith(("image/", "audio/", "video/", "font/")):
        return ""
    if guess.reader == "html":
        return "html"
    return "text" if said in ("", "text/plain", "text/markdown") else ""


def take(found: Fetched, fetcher: Fetcher, options: Options, *, via: str) -> Iterator[Received | SetAside]:
    """The captures of one answer: the page itself, or what the part brings that is for its kind."""
    if found.status != 200:
        yield from failed(found, via)
        return
    if not found.content.strip():
        yield record.aside(found.url, FetchError("empty", f"{found.url} answered with no text at all"))
        return
    if options.format is not None:
        yield record.capture(found, options.format, via=via)
        return
    what = kind(found)
    if what in ("html", "text"):
        yield record.capture(found, what, via=via)
    elif what in ("feed", "sitemap") and (part := _part(what)) is not None:
        if hasattr(part, "fetched"):
            yield from part.fetched(found, fetcher, options)
        else:
            yield from part.collect(found.url, options)
    elif what == "archive" and (holder := _holder(found)) is not None:
        file = File(found.url, found.url, found.at, named=False)
        yield from holder.split(file, io.BytesIO(found.content), options)
    else:
        yield from _unread(found, via, "no_page", f"is {found.media_type or 'of no stated type'}, no page")


def failed(found: Fetched, via: str) -> Iterator[Received | SetAside]:
    """An answer that is an error: kept as evidence of the day, not read."""
    yield from _unread(found, via, f"http_{found.status}", f"answered {found.status} on {found.at:%Y-%m-%d}")


def redirects(found: Fetched, via: str) -> Iterator[Received]:
    """The redirects before an answer, kept so that the address asked for can be replayed."""
    for hop in found.redirects:
        yield record.capture(hop, "asset", via=via)


def _unread(found: Fetched, via: str, reason: str, what: str) -> Iterator[Received | SetAside]:
    made = record.capture(found, "asset", via=via)
    yield made
    detail = printable(f"{found.url} {what}; its bytes are kept", line=True)
    yield SetAside(made.capture.capture_id, None, MAKER, reason, detail)


def _part(name: str) -> ModuleType | None:
    package, group = "letapis.collect.sources", "sources"
    return plugins.load(package, group, name, "collect") if name in plugins.names(package, group) else None


def _holder(found: Fetched) -> ModuleType | None:
    """The container part that claims the bytes: a web archive behind an address, say."""
    return container(urlsplit(found.url).path, found.content[:65536])


def _packed(content: bytes) -> bool:
    """Whether gzip bytes hold a sitemap: its first element says so."""
    import zlib

    try:
        head = zlib.decompressobj(31).decompress(content[:65536], 8192)
    except zlib.error:
        return False
    return root(head) in _SITEMAPS
