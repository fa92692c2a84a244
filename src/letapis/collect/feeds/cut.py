"""A feed cut into its entries: each a small feed of its own, byte for byte as the entry stood there."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from letapis.collect.fetch import address
from letapis.collect.fetch.errors import FetchError
from letapis.collect.objects import Path, Take, parts
from letapis.text.entry import Entry, entry
from letapis.text.feed import attribute, children, decoded, entries, words
from letapis.text.teaser import teaser

__all__ = ["MOST", "Item", "Problem", "cut", "is_feed", "minutes"]

MOST = 20_000
"""Entries that are taken of one feed."""

_XML = re.compile(
    rb"<(?:rss[\s>]|rdf:RDF[\s>]|(?:[a-z0-9]{1,12}:)?feed\s[^>]{0,2000}?(?:atom|purl\.org))", re.IGNORECASE
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_JSON = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_ROOT = re.compile(rb"<((?:[\w.-]{1,40}:)?(?:rss|RDF|feed))((?:[\s][^<>]{0,8000})?)>", re.IGNORECASE)
_VOLATILE = re.compile(
    rb"<(slash:comments|thr:total|comments|wfw:commentRss|media:starRating|media:statistics|post-views|views)"
    rb"(?=[\s/>])[^<>]{0,2000}>(?:[^<]{0,300}</\1\s*>)?",
    re.IGNORECASE,
)
"""Counters: an entry that was only commented upon is the same entry."""
_PERIOD = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_TAKEN: dict[Path, Take] = {(): "enter", ("items",): "enter", ("items", "*"): "value"}


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed."""

    uri: str
    """Its link, else the address of the feed with ``#entry=`` and what the feed knows it by."""
    link: str | None
    """The address of its page, where it names one."""
    payload: bytes
    media_type: str
    digest: str
    """Of the entry as it stands but for counters and white space, hex."""
    short: str
    """Why the entry is not the whole text; empty where it may be."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a feed that was not taken."""

    reason: str
    detail: str


def is_feed(head: bytes) -> bool:
    """Whether bytes begin a feed; words of a server's before it are looked past.

    >>> is_feed(b"<br>Warning: x<?xml version='1.0'?><rss version='2.0'>"), is_feed(b"<html><rss>")
    (True, False)
    """
    start = head[:16384].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:1] == b"{":
        return bool(_JSON.search(start))
    found, page = _XML.search(start), _HTML.search(start)
    return found is not None and not (page is not None and page.start() < found.start())


def cut(content: bytes, media_type: str, base: str, limit: int) -> Iterator[Item | Problem]:
    """The entries of the feed at ``base``, in its order, each of at most ``limit`` bytes.

    >>> feed = b"<rss><channel><item><link>/1</link><title>Quay</title></item></channel></rss>"
    >>> [found] = cut(feed, "", "https://quay.example/feed", 1000)
    >>> found.uri, found.short
    ('https://quay.example/1', 'the entry has no text')
    >>> found.payload.splitlines()[1]
    b'<rss><channel><item><link>/1</link><title>Quay</title></item></channel></rss>'
    """
    if content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        yield from _json(content, base, limit)
    else:
        yield from _xml(content, media_type, base, limit)


def minutes(content: bytes) -> int | None:
    """The minutes that a feed asks to be left alone for (``ttl``, ``sy:updatePeriod``); None: it does not.

    >>> minutes(b"<rss><sy:updatePeriod> daily </sy:updatePeriod><item>"), minutes(b"<rss><ttl>60</ttl>")
    (1440, 60)
    """
    head = content[:16384].decode("latin-1")
    head = head[: next((piece.start for piece in entries(head)), len(head))]
    said = dict(re.findall(r"<(ttl|sy:updatePeriod|sy:updateFrequency)>\s*(\w{1,12})\s*<", head))
    ttl = said.get("ttl", "")
    if ttl.isascii() and ttl.isdigit() and int(ttl):
        return int(ttl[:6])
    period = _PERIOD.get(said.get("sy:updatePeriod", "").lower())
    often = said.get("sy:updateFrequency", "1")
    return period // max(1, int(often[:6])) if period and often.isascii() and often.isdigit() else None


# -- XML


def _xml(content: bytes, media_type: str, base: str, limit: int) -> Iterator[Item | Problem]:
    given = decoded(content, media_type)
    name = given.encoding
    if name.startswith(("utf-16", "utf-32")):  # not to be cut byte by byte
        content, name = given.text.lstrip("\ufeff").encode("utf-8", "replace"), "utf-8"
    feed = content.decode("latin-1")  # a character a byte
    frame: _Frame | None = None
    number = lost = 0
    for piece in entries(feed):
        if piece.kind == "entities":
            yield Problem("entities", "declares entities of its own; they are left as written")
            continue
        if piece.kind == "stray":
            lost += 1
            if lost == 1:
                yield Problem("damaged", f"has the end of an entry that never began, at byte {piece.start:,}")
            continue
        frame = frame or _Frame(content[: piece.start], name, base)
        number += 1
        if number > MOST:
            yield Problem("too_many", f"has more than {MOST:,} entries; the first of them were taken")
            return
        size = piece.stop - piece.start
        if size > limit:
            yield Problem("too_large", f"entry {number} has {size:,} bytes, more than {limit:,}")
            continue
        if piece.kind == "cut":
            yield Problem("cut_off", f"breaks off after {piece.stop:,} bytes, in entry {number}")
        yield frame.item(content[piece.start : piece.stop])


class _Frame:
    """What stands around the entries of one feed."""

    def __init__(self, head: bytes, encoding: str, base: str) -> None:
        self.encoding = "" if encoding == "mixed" else encoding
        self.base = base
        root = _ROOT.search(head)
        self.root = root[1] if root else b"rss"
        self.opening = root[0] if root else b"<rss>"
        self.title, link, here = self._channel(head, root.end() if root else 0)
        own = attribute(root[2].decode("latin-1"), "xml:base") if root else ""
        self.from_ = (here if base.startswith("file:") else "", own or link)
        """What relative links are taken from, outermost first; a saved feed may say where it was."""
        self.atom = self.root.rpartition(b":")[2].lower() == b"feed"
        self.rdf = self.root.rpartition(b":")[2].lower() == b"rdf"

    def _channel(self, head: bytes, at: int) -> tuple[bytes, str, str]:
        """The title and address of the site, and the feed's own address."""
        inner = head[at:].decode("latin-1")
        start = re.compile(r"\s*<channel\b[^>]{0,2000}>", re.IGNORECASE).match(inner)
        title, link, here = b"", "", ""
        for child in children(inner, start.end() if start else 0, len(inner)):
            called = child.name.rpartition(":")[2]
            if called == "title" and not title:
                title = inner[child.start : child.end].encode("latin-1")
            elif called == "link" and attribute(child.inside, "rel").lower() == "self":
                here = here or attribute(child.inside, "href")
            elif child.name == "link" and not link:
                link = words(inner, child.inner, child.stop).strip()
        return title[:2000], link, here

    def item(self, raw: bytes) -> Item:
        """One entry."""
        text = raw.decode(self.encoding, "replace") if self.encoding else decoded(raw).text
        one = entry(text, 0, len(text))
        link = self._link(one)
        content = one.content
        short = "the entry has no text"
        if content is not None and content.html.strip():
            short = teaser(content.html, summary=content.summary)
        charset = self.encoding or "utf-8"
        kind = "application/atom+xml" if self.atom else "application/rss+xml"
        key = one.key or one.link or hashlib.sha256(_plain(raw)).hexdigest()[:20]
        return Item(
            link + _part(one.link) if link else _numbered(self.base, key),
            link,
            self._around(raw, named=link is None),
            f"{kind}; charset={charset}" if self.encoding else kind,
            hashlib.sha256(_plain(raw)).hexdigest(),
            short,
        )

    def _link(self, one: Entry) -> str | None:
        if not one.link:
            return None
        own = attribute(one.inside, "xml:base")
        try:
            from_ = self.base
            for further in (*self.from_, own):
                from_ = address.clean(further, from_) if further else from_
        except FetchError:
            from_ = self.base
        return _address(one.link, from_)

    def _around(self, raw: bytes, *, named: bool) -> bytes:
        """A small feed of one entry; with the feed's title where the entry has no address."""
        declared = (
            f'<?xml version="1.0" encoding="{self.encoding}"?>' if self.encoding else '<?xml version="1.0"?>'
        )
        title = self.title if named else b""
        front, behind = (b"", b"") if self.atom or self.rdf else (b"<channel>", b"</channel>")
        if self.rdf and title:
            title = b"<channel>%b</channel>" % title
        return b"".join(
            (declared.encode(), b"\n", self.opening, front, title, raw, behind, b"</", self.root, b">\n")
        )


def _plain(raw: bytes) -> bytes:
    return b" ".join(_VOLATILE.sub(b"", raw).split())


# -- JSON


def _json(content: bytes, base: str, limit: int) -> Iterator[Item | Problem]:
    said: dict[str, Any] = {}
    number, lost = 0, False
    for part in parts(io.BytesIO(content), _take, limit):
        if part.kind == "value" and part.path == ("items", "*"):
            number += 1
            if number > MOST:
                yield Problem("too_many", f"has more than {MOST:,} entries; the first of them were taken")
                return
            yield _item(part.data, said, base)
        elif part.kind == "value" and len(part.path) == 1 and part.path != ("items",):
            said[part.path[0]] = _loaded(part.data)
        elif part.kind == "value":
            yield Problem("bad_json", f"has {part.data[:40]!r} where its entries should stand")
        elif part.kind == "stray" and not lost:
            lost = True
            yield Problem("damaged", f"has what can stand nowhere at byte {part.start:,}: {part.data[:40]!r}")
        elif part.kind in ("cut", "long"):
            reason = "cut_off" if part.kind == "cut" else "too_large"
            what = "breaks off" if part.kind == "cut" else f"an entry has more than {limit:,} bytes"
            yield Problem(reason, f"{what} (byte {part.start:,} to {part.stop:,})")


def _take(path: Path) -> Take:
    if len(path) == 1 and path[0] in ("title", "home_page_url", "feed_url"):
        return "value"
    return _TAKEN.get(path, "pass")


def _item(raw: bytes, said: dict[str, Any], base: str) -> Item:
    row = _loaded(raw)
    row = row if isinstance(row, dict) else {}
    given = row.get("url") or row.get("external_url")
    here = said.get("feed_url") or said.get("home_page_url")
    from_ = here if base.startswith("file:") and isinstance(here, str) else base
    link = _address(given, from_) if isinstance(given, str) and given.strip() else None
    key = str(row.get("id") or hashlib.sha256(raw).hexdigest()[:20])[:2000]
    head = {"version": "https://jsonfeed.org/version/1.1"}
    if link is None and isinstance(said.get("title"), str):
        head["title"] = said["title"]
    front = json.dumps(head)[:-1].encode()
    full = row.get("content_html") or row.get("content_text")
    short = "the entry has no text"
    if isinstance(full, str) and full.strip():
        short = teaser(full, summary=False)
    elif isinstance(row.get("summary"), str):
        short = teaser(row["summary"], summary=True)
    return Item(
        link + _part(str(given)) if link else _numbered(base, key),
        link,
        front + b', "items": [' + raw + b"]}\n",
        "application/feed+json",
        hashlib.sha256(b" ".join(raw.split())).hexdigest(),
        short,
    )


def _loaded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


# -- addresses


def _address(link: str, base: str) -> str | None:
    try:
        return address.clean(link, base)
    except FetchError:
        return None


def _part(link: str) -> str:
    """The part of a page that a link leads to, as those of a live page do; a counter of visits is none."""
    part = link.strip().partition("#")[2]
    return "#" + quote(part, safe="-_.~!/%", errors="replace") if part and "=" not in part else ""


def _numbered(base: str, key: str) -> str:
    return f"{base}#entry={quote(key[:500], safe='-_.~', errors='replace')}"
