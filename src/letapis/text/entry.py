"""What one entry of a feed in XML says, whichever of the formats it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from letapis.text.feed import Child, attribute, children, words

__all__ = ["Content", "Entry", "entry"]

_OPEN = re.compile(r"<(?:([\w.-]+):)?[\w.-]+((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+|[^<>]*+)>")
_BESIDE = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_MARKUP = re.compile(r"</?[A-Za-z]")
_TAG = re.compile(r"<[^<>]{0,4000}>")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SAME = frozenset(("atom", "atom03", "a10", "rss", "rss1", "default"))
"""Prefixes that stand for the format itself."""
_CONTENT = ("content:encoded", "encoded", "content", "yandex:full-text", "full-text", "xhtml:body", "body")
_OPEN_ENDED = ("description",)
_SUMMARY = ("summary", "excerpt:encoded", "media:description", "itunes:summary", "dc:description")
_MORE = 1.5
"""How many times as many words a description must have to be taken in the place of the content."""
_DEEP = ("media:group", "media:content")


@dataclass(frozen=True, slots=True)
class Content:
    """The field of an entry that says most of it."""

    child: Child
    html: str
    """What it says: references read, or as it stands where it is mark-up itself."""
    raw: bool
    """Whether ``html`` stands in the feed as it is, from ``child.inner`` to ``child.stop``."""
    summary: bool | None
    """Whether the feed means it for a summary; None where the format leaves that open."""


class Entry:
    """An entry, read as far as one asks."""

    def __init__(self, feed: str, inside: str, kids: list[tuple[str, Child]]) -> None:
        self.feed = feed
        self.inside = inside
        self.kids = kids

    def all(self, *names: str) -> Iterator[Child]:
        """The elements of the first of ``names`` that there are any of, then of the next."""
        for wanted in names:
            yield from (child for name, child in self.kids if name == wanted)

    def text(self, child: Child) -> str:
        """The words of an element, its ends trimmed."""
        return words(self.feed, child.inner, child.stop).strip()

    def said(self, *names: str) -> str:
        """The words of the first of the elements ``names`` that has any; nothing where none has."""
        return next((said for child in self.all(*names) if (said := self.text(child))), "")

    @cached_property
    def link(self) -> str:
        """The address of the page, as given; empty where there is none."""
        if said := self.said("feedburner:origlink"):
            return said
        for child in self.all("link"):
            href, rel = attribute(child.inside, "href"), attribute(child.inside, "rel").lower()
            if href and rel in ("", "alternate"):
                return href.strip()
            if not href and (said := _line(self.text(child))):
                return said
        for child in self.all("guid"):
            said = _line(self.text(child))
            if attribute(child.inside, "ispermalink").lower() != "false" and _WEB.match(said):
                return said
        about = attribute(self.inside, "rdf:about") or self.said("id")
        return about if _WEB.match(about) else ""

    @cached_property
    def key(self) -> str:
        """What the feed knows it by; empty where it gives it no id."""
        return self.said("guid", "id", "dc:identifier") or attribute(self.inside, "rdf:about")

    @cached_property
    def content(self) -> Content | None:
        """The content, else the description or summary where that says far more."""
        best: Content | None = None
        most = 0
        for names, summary in ((_CONTENT, False), (_OPEN_ENDED, None), (_SUMMARY, True)):
            for child in self.all(*names):
                if attribute(child.inside, "src"):
                    continue
                found = self._content(child, summary)
                number = len(_TAG.sub(" ", found.html).split())
                if number > (most if best is None or best.summary is summary else most * _MORE):
                    best, most = found, number
        return best

    def _content(self, child: Child, summary: bool | None) -> Content:
        stretch = self.feed[child.inner : child.stop]
        if _MARKUP.search(_BESIDE.sub("", stretch)):
            return Content(child, stretch, True, summary)
        return Content(child, words(self.feed, child.inner, child.stop), False, summary)


def entry(feed: str, start: int, stop: int) -> Entry:
    """The entry that stands from ``start`` to ``stop`` in ``feed``.

    >>> item = "<item><title>Quay</title><link>https://quay.example/1</link><guid>7</guid></item>"
    >>> found = entry(item, 0, len(item))
    >>> found.said("title"), found.link, found.key, found.content
    ('Quay', 'https://quay.example/1', '7', None)
    """
    opening = _OPEN.match(feed, start, stop)
    own, inside = (opening[1] or "").lower() if opening else "", opening[2] if opening else ""
    kids: list[tuple[str, Child]] = []
    for child in children(feed, opening.end() if opening else start, stop):
        kids.append((_name(child.name, own), child))
        if kids[-1][0] in _DEEP:
            kids += [(one.name, one) for one in children(feed, child.inner, child.stop)]
    return Entry(feed, inside, kids)


def _name(name: str, own: str) -> str:
    prefix, _, local = name.rpartition(":")
    return local if prefix and (prefix == own or prefix in _SAME) else name


def _line(said: str) -> str:
    return said.split("\n", 1)[0].strip() if len(said) < 8000 else ""
