"""An item of WordPress's export (WXR)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from letapis.model import Capture, Document, Residue, SetAside
from letapis.read.base import aside, document
from letapis.read.clock import clock
from letapis.read.fragment import plain
from letapis.read.published import Published, dates, published
from letapis.read.sections import Field, fields
from letapis.read.trace import extent, through
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/rss+xml"

_BLOCKS = "<!-- wp:"
"""What the block editor writes: then paragraphs have tags, and line breaks mean nothing."""
_NONE = frozenset(("uncategorized", "uncategorised", "bez-rubriki", "без-рубрики", "без-категорії"))
"""WordPress's name of the category of what has none."""
_ITEM = ("item", "entry")


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The document of each item: one each in what the container ``wxr`` cuts an export into.

    ``raw_start``, ``raw_stop`` and ``map`` count in the decoded payload. Comments are not read.

    >>> item = (
    ...     "<item><title>Quay shut</title><link>https://quay.example/1</link>"
    ...     "<content:encoded><![CDATA[<p>The quay is shut.</p>]]></content:encoded></item>"
    ... )
    >>> [found] = read(Capture("c1", "", "https://quay.example/1", MEDIA_TYPE), item.encode(), Settings())
    >>> found.title, found.text, item[found.raw_start : found.raw_stop]
    ('Quay shut', 'The quay is shut.', 'The quay is shut.')
    """
    decoded = decode(payload)
    for reason in decoded.damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri} ({decoded.encoding}): {reason.detail}")
    channel: list[Field] = []
    item: list[Field] = []
    authors: dict[str, str] = {}
    ordinal = 0
    for one in fields(decoded.text):
        if one.name in _ITEM:
            yield from _item(capture, channel, item, authors, ordinal)
            item, ordinal = [], ordinal + 1
        elif one.parent in _ITEM:
            item.append(one)
        elif one.name == "wp:author":
            authors[_said(channel, "wp:author_login")] = _said(channel, "wp:author_display_name")
            channel = [each for each in channel if each.parent != "wp:author"]
        elif one.parent in ("channel", "wp:author"):
            channel.append(one)
    if not ordinal:
        yield aside(capture, "no_items", f"{capture.uri} has no items of an RSS file")


def _item(
    capture: Capture, channel: Sequence[Field], item: Sequence[Field], authors: dict[str, str], ordinal: int
) -> Iterator[Document | SetAside]:
    when = _when(item)
    stated = _said(item, "pubDate")
    if stated and when is None:
        yield aside(capture, "bad_date", f"{capture.uri}: its date is {stated[:80]!r}, which is no date")
    content = _content(item)
    link = _said(item, "link")
    url = link if re.match(r"https?://", link) else None
    title = " ".join(plain(_said(item, "title")).text().split()) or None
    made = plain(content.text, breaks=_BLOCKS not in content.text)
    made.map = list(through(made.map, content.map))
    made.residue += _tags(item)
    found = made.fragment(url, title)
    creator = _said(item, "dc:creator")
    names = [authors.get(creator, creator)]
    start, stop = extent(found.map)
    yield document(
        capture,
        source_id=_said(item, "wp:post_id") or _said(item, "guid") or None,
        ordinal=ordinal,
        url=url,
        outlet=None if url else _said(channel, "title") or None,
        title=title or found.title,
        authors=tuple(name for name in names if name),
        section=_section(item),
        text=found.text,
        **dates(when, "item"),
        residue=found.residue,
        links=found.links,
        raw_start=start,
        raw_stop=stop,
        map=found.map,
    )


def _said(item: Sequence[Field], name: str) -> str:
    """The words of the first field of that name that has any."""
    return next((words for one in item if one.name == name and (words := one.text.strip())), "")


def _content(item: Sequence[Field]) -> Field:
    """The field that holds the text: the content, else the summary."""
    for name in ("content:encoded", "excerpt:encoded", "description"):
        for one in item:
            if one.name == name and one.text.strip():
                return one
    return Field("", "", "")


def _section(item: Sequence[Field]) -> str | None:
    """The first category, but for the one of what has none."""
    for one in item:
        if one.name == "category" and one.attribute("domain") in ("", "category"):
            if one.attribute("nicename").lower() in _NONE:
                continue
            if words := " ".join(one.text.split()):
                return words
    return None


def _tags(item: Sequence[Field]) -> list[Residue]:
    words = [
        " ".join(one.text.split())
        for one in item
        if one.name == "category" and one.attribute("domain") == "post_tag"
    ]
    return [Residue(", ".join(word for word in words if word), "tags")] if any(words) else []


def _when(item: Sequence[Field]) -> Published | None:
    """When an item was published: in UTC, with the offset of the site's own clock."""
    at = published(_said(item, "wp:post_date_gmt")) or published(_said(item, "pubDate"))
    local = published(_said(item, "wp:post_date"))
    if at is None:
        return local
    return clock(at.at, _naive(local)) if local else at


def _naive(stated: Published | None) -> datetime | None:
    return stated.at.replace(tzinfo=None) if stated else None
