"""A post of a Tumblr blog, in the forms that its API gives (version 2): legacy types and blocks (NPF)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from letapis import outlets
from letapis.model import Capture, Document, Link, Residue, SetAside
from letapis.read.base import aside, document
from letapis.read.blocks import blocks
from letapis.read.fragment import plain
from letapis.read.plain import Plain
from letapis.read.published import Published, dates, published
from letapis.read.trace import extent, through
from letapis.read.values import BadJSON, Said, anchors, number, said, values
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/json"

_HTML = ("question", "text", "body", "caption", "description", "answer", "source")
"""Keys of the legacy types whose values are HTML, in the order in which a page shows them."""
_REBLOGGED = "Reblogged from"
"""As Tumblr says it above a post."""
_ABOVE = re.compile(
    r"(?:<p>)?\s*<a\b[^<>]*\bclass=[\"']?tumblr_blog\b[^<>]*>([^<>]{1,80})</a>\s*:\s*(?:</p>)?", re.IGNORECASE
)
"""The line above what was reblogged, which names its blog."""
_HOST = re.compile(r"https?://(?:www\.)?tumblr\.com(?:/|$)", re.IGNORECASE)


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The document of each post: one each in what the container ``tumblr`` cuts a file into.

    ``raw_start``, ``raw_stop`` and ``map`` count in the decoded payload. Of a reblog the text is what
    the page shows, with what was reblogged; from whom is residue of kind ``credit``. Who asked a
    question is not read, nor are notes.

    >>> post = '{"id": 5, "post_url": "https://quay.example/5", "body": "<p>The quay is shut.</p>"}'
    >>> [found] = read(Capture("c1", "", "file:a", MEDIA_TYPE), f'{{"posts": [{post}]}}'.encode(), Settings())
    >>> found.text, found.url, found.source_id
    ('The quay is shut.', 'https://quay.example/5', '5')
    """
    record = decode(payload).text
    try:
        export = values(record, limits.page_depth)
    except BadJSON as error:
        yield aside(capture, "bad_json", f"{capture.uri} is not JSON: {error}; it begins {payload[:60]!r}")
        return
    if isinstance(export, dict) and isinstance(export.get("response"), dict):
        export = export["response"]
    posts = export.get("posts") if isinstance(export, dict) else None
    if not isinstance(posts, list):
        yield aside(capture, "bad_export", f"{capture.uri} has no list of posts")
        return
    for ordinal, post in enumerate(posts):
        if isinstance(post, dict):
            yield from _post(capture, export, post, ordinal)
        else:
            yield aside(capture, "bad_post", f"{capture.uri}: post {ordinal} is no object")


def _post(
    capture: Capture, export: dict[str, Any], post: dict[str, Any], ordinal: int
) -> Iterator[Document | SetAside]:
    when = _when(post)
    stated = said(post, "timestamp", "date")
    if stated and when is None:
        yield aside(capture, "bad_date", f"{capture.uri}: its date is {stated[:80]!r}, which is no date")
    made = Plain()
    heading = blocks(made, post) if isinstance(post.get("content"), list) else _legacy(made, post)
    made.residue = list(dict.fromkeys((*made.residue, *_reblogged(post), *_tags(post))))
    url = said(post, "post_url", "url") if said(post, "type") != "link" else said(post, "post_url")
    url = url if re.match(r"https?://", url) else ""
    found = made.fragment(url or None, heading)
    start, stop = extent(found.map)
    yield document(
        capture,
        source_id=said(post, "id_string", "id") or None,
        ordinal=ordinal,
        url=url or None,
        outlet=_outlet(export, post, url),
        title=heading or found.title,
        text=found.text,
        **dates(when, "post"),
        residue=found.residue,
        links=(*found.links, *_link(post)),
        raw_start=start,
        raw_stop=stop,
        map=found.map,
    )


def _legacy(made: Plain, post: dict[str, Any]) -> str | None:
    """Write the words of a post of a legacy type; its title."""
    for key in _HTML:
        if key == "body" and said(post, "type") == "chat":
            _lines(made, post.get("body"))
        else:
            _html(made, post.get(key))
    photos = post.get("photos")
    for photo in photos if isinstance(photos, list) and len(photos) > 1 else ():
        _html(made, photo.get("caption") if isinstance(photo, dict) else None)
    publisher = said(post, "publisher")
    if publisher:
        made.residue.append(Residue(publisher, "link"))
    title = " ".join(plain(said(post, "title")).text().split())
    return title or None


def _html(made: Plain, value: Any) -> None:
    if isinstance(value, Said) and value.strip():
        names = _ABOVE.findall(value)
        made.residue += [Residue(f"{_REBLOGGED} {name.strip()}", "credit") for name in dict.fromkeys(names)]
        # as long as it was, so that places hold
        part = plain(_ABOVE.sub(lambda match: " " * len(match[0]), value) if names else value)
        part.map = list(through(part.map, anchors(value)))
        made.break_line()
        made.append(part)


def _lines(made: Plain, value: Any) -> None:
    if isinstance(value, Said) and value.strip():
        made.break_line()
        made.add_placed(value, anchors(value))


def _reblogged(post: dict[str, Any]) -> list[Residue]:
    """From whom a post was taken over: the blog it came by, and the one that wrote it."""
    names = [said(post, "reblogged_from_name"), said(post, "reblogged_root_name")]
    trail = post.get("trail")
    for one in trail if isinstance(trail, list) else ():
        blog = one.get("blog") if isinstance(one, dict) else None
        names.append(said(blog, "name") or said(one, "broken_blog_name"))
    own = said(post, "blog_name")
    seen = dict.fromkeys(str(name) for name in names if name and name != own)
    return [Residue(f"{_REBLOGGED} {name}", "credit") for name in seen]


def _link(post: dict[str, Any]) -> list[Link]:
    """What a post of type link is about."""
    address = said(post, "url")
    if said(post, "type") != "link" or not re.match(r"https?://", address):
        return []
    return [Link(address, " ".join(plain(said(post, "title")).text().split()))]


def _tags(post: dict[str, Any]) -> list[Residue]:
    tags = post.get("tags")
    words = (
        [str(tag) for tag in tags if isinstance(tag, str) and tag.strip()] if isinstance(tags, list) else []
    )
    return [Residue(", ".join(words), "tags")] if words else []


def _outlet(export: dict[str, Any], post: dict[str, Any], url: str) -> str | None:
    """The blog's title where ``outlets/`` knows it; its address where the post's does not tell."""
    blog = post.get("blog") if isinstance(post.get("blog"), dict) else export.get("blog")
    title = said(blog, "title")
    if title and (known := outlets.by_name(title)):
        return known.name
    name = said(post, "blog_name") or said(blog, "name")
    if name and (not url or _HOST.match(url)):
        return f"{name}.tumblr.com" if "." not in name else name
    return None


def _when(post: dict[str, Any]) -> Published | None:
    seconds = number(post.get("timestamp"))
    if seconds is not None:
        try:
            at = datetime.fromtimestamp(seconds, UTC)
        except (OverflowError, OSError, ValueError):
            return published(said(post, "date"))
        return Published(at, said(post, "date") or at.isoformat(), "second")
    return published(said(post, "date"))
