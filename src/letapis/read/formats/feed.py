"""Entries of a feed: RSS, RDF, Atom and JSON Feed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit

from letapis.model import Capture, Document, Link, Reason, Residue, SetAside
from letapis.read.base import aside, document
from letapis.read.fragment import plain
from letapis.read.metadata.phrase import moment
from letapis.read.plain import Plain
from letapis.read.published import Published, dates, published
from letapis.read.sections import fields
from letapis.read.trace import shift, through
from letapis.settings import Settings
from letapis.text.entry import Content, Entry, entry
from letapis.text.feed import attribute, children, decoded, entries, words
from letapis.text.teaser import teaser

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/rss+xml"

_DATES = (
    *("pubdate", "published", "dc:date", "dcterms:created", "dcterms:issued", "issued", "created", "date"),
    *("prism:publicationdate", "dc:created"),
)
_CHANGES = ("updated", "modified", "dcterms:modified", "lastbuilddate")
_MAIL = re.compile(r"^\s*\S+@\S+\s*\(([^()]{1,200})\)\s*$")
_LONGEST = 20_000
"""Characters of a title that are read."""
_AHEAD = timedelta(days=2)
"""A date further ahead of the fetch than any clock or time zone explains is no date of publication."""
_BASE = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF|rdf)\b([^<>]{0,4000})>")
_WEB = ("http://", "https://")


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The document of each entry, of a whole feed or of one entry cut out of it.

    A text is ``truncated`` where the feed gives a summary only. ``raw_start``, ``raw_stop`` and ``map``
    count in the decoded payload; of a JSON Feed in the value of the entry's content.

    >>> item = (
    ...     "<rss><channel><item><title>Quay shut</title><link>https://quay.example/1</link>"
    ...     "<description>The quay is shut until May.</description></item></channel></rss>"
    ... )
    >>> capture = Capture("c1", "", "https://quay.example/1", MEDIA_TYPE, format="feed")
    >>> [found] = read(capture, item.encode(), Settings())
    >>> found.title, found.text, found.truncated, found.truncated_reasons[0].feature
    ('Quay shut', 'The quay is shut until May.', True, 'feed_summary')
    """
    given = decoded(payload, capture.media_type)
    for reason in given.damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri} ({given.encoding}): {reason.detail}")
    text = given.text.lstrip("\ufeff")
    seen: set[str] = set()
    for item in _json(capture, text) if text.lstrip()[:1] == "{" else _xml(capture, given.text):
        if isinstance(item, Document) and item.doc_id in seen:
            detail = f"{capture.uri}: entry {item.ordinal + 1} says what one before it says"
            yield aside(capture, "twice", detail)
            continue
        if isinstance(item, Document):
            seen.add(item.doc_id)
        yield item


# -- XML


def _xml(capture: Capture, feed: str) -> Iterator[Document | SetAside]:
    pieces = list(entries(feed))
    found = [piece for piece in pieces if piece.kind in ("entry", "cut")]
    if any(piece.kind == "entities" for piece in pieces):
        yield aside(capture, "entities", f"{capture.uri} declares entities of its own; they stand as written")
    if not found:
        yield aside(capture, "no_items", f"{capture.uri} has no entries of a feed")
        return
    head = feed[: found[0].start]
    opening = _BASE.search(head)
    base = _joined(capture.uri, attribute(opening[1], "xml:base") if opening else "")
    for number, piece in enumerate(found):
        one = entry(feed, piece.start, piece.stop)
        address = _alone(capture) if len(found) == 1 else None
        yield from _entry(capture, one, head, base, address, number, piece.start)


def _entry(
    capture: Capture, one: Entry, head: str, base: str, address: str | None, number: int, place: int
) -> Iterator[Document | SetAside]:
    here = _joined(base, attribute(one.inside, "xml:base"))
    link = address or _web(_joined(here, one.link) if one.link else "")
    content = one.content
    when, basis, wrong = _when(capture, one.said(*_DATES), one.said(*_CHANGES))
    if wrong:
        yield wrong
    named = [said for child in one.all("media:credit") if (said := one.text(child))]
    sections = [said for child in one.all("category", "dc:subject") if (said := _category(one, child))]
    made = _made(one, content) if content else Plain()
    made.residue += _beside(sections, named)
    html = content.html if content else ""
    yield _document(
        capture,
        made,
        _joined(link or here, attribute(content.child.inside, "xml:base") if content else ""),
        _title(one.said("title", "media:title", "dc:title")),
        _short(html, content.summary if content else None),
        place=place,
        source_id=one.key or None,
        ordinal=number,
        url=link,
        outlet=None if link else _outlet(one, head),
        authors=_authors(one),
        section=sections[0] if sections else None,
        when=when,
        basis=basis,
        enclosures=[attribute(child.inside, "url") for child in one.all("enclosure", "media:content")],
    )


def _made(one: Entry, content: Content) -> Plain:
    """The text of the content, with the way back to the feed."""
    child = content.child
    lined = attribute(child.inside, "type").lower() in ("text", "text/plain") or "<" not in content.html
    if content.raw:
        made = plain(content.html, breaks=lined)
        made.map = list(shift(made.map, child.inner))
        return made
    made = plain(content.html, breaks=lined)
    source = list(fields(one.feed[child.start : child.stop]))
    if source and source[-1].text == content.html:
        made.map = list(through(made.map, shift(source[-1].map, child.start)))
    else:
        made.map = []
    return made


def _category(one: Entry, child: Any) -> str:
    said = one.text(child) or attribute(child.inside, "label") or attribute(child.inside, "term")
    return " ".join(said.split())


def _authors(one: Entry) -> tuple[str, ...]:
    names = []
    for child in one.all("dc:creator", "author", "itunes:author"):
        inner = children(one.feed, child.inner, child.stop)
        own = next((kid for kid in inner if kid.name.rpartition(":")[2] == "name"), None)
        said = words(one.feed, own.inner, own.stop) if own else "" if inner else one.text(child)
        name = _MAIL.sub(r"\1", " ".join(said.split()))
        if name and "@" not in name:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _outlet(one: Entry, head: str) -> str | None:
    """The name of the feed itself, where the entry has no address that tells whose it is."""
    for opening in ("<channel", "<feed", "<rdf:rdf", "<atom:feed"):
        at = head.lower().rfind(opening)
        start = head.find(">", at) + 1 if at >= 0 else 0
        if start:
            inner = children(head, start, len(head))
            found = (kid for kid in inner if kid.name.rpartition(":")[2] == "title")
            title = next((_title(words(head, kid.inner, kid.stop)) for kid in found), None)
            if title:
                return title
    return None


# -- JSON


def _json(capture: Capture, text: str) -> Iterator[Document | SetAside]:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield aside(capture, "bad_json", f"{capture.uri} is not JSON: {error}; it begins {text[:60]!r}")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        yield aside(capture, "no_items", f"{capture.uri} has no entries of a feed")
        return
    for number, item in enumerate(items):
        if not isinstance(item, dict):
            yield aside(
                capture, "bad_row", f"{capture.uri}: entry {number + 1} is a {type(item).__name__}, no object"
            )
            continue
        yield from _item(capture, feed, item, number, alone=len(items) == 1)


def _item(
    capture: Capture, feed: dict[str, Any], item: dict[str, Any], number: int, *, alone: bool
) -> Iterator[Document | SetAside]:
    html, lined, summary = _field(item)
    when, basis, wrong = _when(capture, _str(item, "date_published"), _str(item, "date_modified"))
    if wrong:
        yield wrong
    link = (_alone(capture) if alone else None) or _web(
        _joined(capture.uri, _str(item, "url") or _str(item, "external_url"))
    )
    tags = item.get("tags")
    sections = (
        [" ".join(tag.split()) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    )
    made = plain(html, breaks=lined)
    made.residue += _beside([tag for tag in sections if tag], [])
    given = item.get("attachments")
    attachments = given if isinstance(given, list) else []
    yield _document(
        capture,
        made,
        link or capture.uri,
        _title(_str(item, "title")),
        _short(html, summary),
        source_id=_str(item, "id") or None,
        ordinal=number,
        url=link,
        outlet=None if link else _title(_str(feed, "title")),
        authors=_people(item),
        section=next(filter(None, sections), None),
        when=when,
        basis=basis,
        enclosures=[_str(one, "url") for one in attachments if isinstance(one, dict)],
    )


def _field(item: dict[str, Any]) -> tuple[str, bool, bool]:
    """The field that holds most, whether its line breaks count, and whether it is a summary."""
    for key, lined, summary in (
        ("content_html", False, False),
        ("content_text", True, False),
        ("summary", True, True),
    ):
        if (said := _str(item, key)).strip():
            return said, lined, summary
    return "", False, False


def _people(item: dict[str, Any]) -> tuple[str, ...]:
    given = item.get("authors")
    people = given if isinstance(given, list) else [item.get("author")]
    names = (" ".join(_str(one, "name").split()) for one in people if isinstance(one, dict))
    return tuple(name for name in dict.fromkeys(names) if name)


def _str(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


# -- both


def _document(
    capture: Capture,
    made: Plain,
    base: str,
    title: str | None,
    short: str,
    *,
    place: int = 0,
    when: Published | None,
    basis: str,
    enclosures: Sequence[str],
    **columns: Any,
) -> Document:
    found = made.fragment(base, title)
    if not found.text.strip() and title:
        # a ticker: the headline is all the feed gives
        made, short = Plain(residue=list(found.residue)), "the feed gives a title only"
        made.add(title)
        found = made.fragment(base)
    links = [Link(href, "") for one in enclosures if (href := _web(_joined(base, one.strip())))]
    start = found.map[0].raw_start if found.map else place
    reasons = (Reason("feed_summary", 0.8, short),) if short and found.text.strip() else ()
    return document(
        capture,
        title=title or found.title,
        text=found.text,
        **dates(when, basis),
        truncated=bool(reasons),
        truncated_at=len(found.text) if reasons else None,
        truncated_reasons=reasons,
        residue=found.residue,
        links=(*found.links, *links),
        raw_start=start,
        raw_stop=found.map[-1].raw_stop if found.map else start,
        map=found.map,
        **columns,
    )


def _short(html: str, summary: bool | None) -> str:
    return teaser(html, summary=summary) if html.strip() else ""


def _beside(sections: Sequence[str], named: Sequence[str]) -> list[Residue]:
    tags = ", ".join(dict.fromkeys(sections[1:]))
    return [Residue(one, "credit") for one in named] + ([Residue(tags, "tags")] if tags else [])


def _title(said: str) -> str | None:
    return " ".join(plain(said[:_LONGEST]).text().split()) or None


def _when(capture: Capture, stated: str, changed: str) -> tuple[Published | None, str, SetAside | None]:
    """When the entry was published, where that was found, and what was wrong with what it says."""
    wrong = None
    for said, basis in ((stated, "feed"), (changed, "feed_updated")):
        when = (published(said) or moment(said)) if said else None
        if when is not None and not (capture.fetched_at and when.at - capture.fetched_at > _AHEAD):
            return when, basis, wrong
        if said and wrong is None:
            why = "which is no date" if when is None else "after it was fetched"
            wrong = aside(capture, "bad_date", f"{capture.uri}: its date is {said[:80]!r}, {why}")
    return None, "", wrong


def _alone(capture: Capture) -> str | None:
    """The address of a capture of one entry: the collector knew what its link is relative to."""
    return _web(capture.uri) if capture.via == "feed" and "#entry=" not in capture.uri else None


def _web(address: str) -> str | None:
    return address if address[:8].lower().startswith(_WEB) else None


def _joined(base: str, href: str) -> str:
    if not href:
        return base
    try:
        joined = urljoin(base, href.strip())
        urlsplit(joined)
    except ValueError:
        return base
    return joined
