"""What a page says about itself and where it leads."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from letapis.collect.crawling.scan import charset, tags, words
from letapis.collect.fetch import address
from letapis.collect.fetch.base import Fetched
from letapis.collect.fetch.errors import FetchError

__all__ = ["Leads", "leads"]

_MOST = 5000
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_ONWARD = re.compile(r"url\s*=\s*['\"]?([^'\"\s]+)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class Leads:
    """The links of a page, and what it says to robots."""

    links: tuple[str, ...] = ()
    """Addresses that it leads to, each once; none where it asks robots not to follow them."""
    amp: tuple[str, ...] = ()
    """Addresses that it says are other forms of itself."""
    canonical: str | None = None
    """The address that it calls its own."""
    title: str = ""
    """Its title, runs of white space as one blank."""
    likeness: str = ""
    """Hash of the set of its words: the pages of an endless calendar have few of them."""
    quiet: bool = False
    """Whether it asks robots not to follow its links."""


def leads(found: Fetched) -> Leads:
    r"""What ``found``, a page, says.

    >>> from datetime import UTC, datetime
    >>> from letapis.model import Exchange
    >>> page = b'<link rel=canonical href="/q"><a href="b#c">b</a><a href=d rel=nofollow>d</a>'
    >>> now = datetime.now(UTC)
    >>> made = leads(Fetched("", "https://a.example/q?x", 200, (), page, page, Exchange(b""), now))
    >>> made.links, made.canonical
    (('https://a.example/b',), 'https://a.example/q')
    """
    page = found.content.decode(charset(found.content, found.media_type), "replace")
    base, canonical = found.url, ""
    links: list[str] = []
    amp: list[str] = []
    quiet = _quiet(found.header("x-robots-tag") or "")
    for name, given in tags(page):
        href, rel = given.get("href", ""), given.get("rel", "").lower().split()
        if name == "base" and href:
            base = _resolved(href, base) or base
        elif name in ("a", "area") and href and "nofollow" not in rel and len(links) < _MOST:
            links.append(_resolved(href, base))
        elif name == "meta":
            quiet = quiet or _robots(given)
            links.append(_resolved(_refresh(given), base))
        elif name == "link" and "canonical" in rel:
            canonical = canonical or _resolved(href, base)
        elif name == "link" and "amphtml" in rel:
            amp.append(_resolved(href, base))
        elif name == "link" and ("next" in rel or "prev" in rel):
            links.append(_resolved(href, base))
    title = _TITLE.search(page)
    return Leads(
        () if quiet else tuple(one for one in dict.fromkeys(links) if one),
        tuple(one for one in amp if one),
        canonical or None,
        " ".join(title[1].split()) if title else "",
        _likeness(page[:_SAMPLE]),
        quiet,
    )


def _likeness(page: str) -> str:
    seen = " ".join(sorted(set(_LETTERS.findall(words(page)))))
    return hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:16]


def _robots(given: dict[str, str]) -> bool:
    return given.get("name", "").lower() in ("robots", "letapis") and _quiet(given.get("content", ""))


def _refresh(given: dict[str, str]) -> str:
    """Where a page sends its reader on."""
    if given.get("http-equiv", "").lower() != "refresh":
        return ""
    found = _ONWARD.search(given.get("content", ""))
    return found[1] if found else ""


def _quiet(said: str) -> bool:
    """Whether a robots tag asks not to follow links.

    What is said to other robots by name (``otherbot: nofollow``) is passed over.
    """
    words = [part.strip() for part in said.lower().split(",")]
    return any(word in ("nofollow", "none", "letapis: nofollow", "letapis: none") for word in words)


def _resolved(href: str, base: str) -> str:
    if href.startswith(("javascript:", "mailto:", "tel:", "data:", "#")):
        return ""
    try:
        return address.clean(href, base)
    except FetchError:
        return ""
