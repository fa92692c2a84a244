"""A page of a public Telegram channel on the web (``t.me/s/…``): each message on it is a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from letapis.model import Capture, Document, Residue, SetAside
from letapis.read.base import aside, document
from letapis.read.channel import bold, closing, outlet
from letapis.read.fragment import plain
from letapis.read.plain import Plain
from letapis.read.published import dates, published
from letapis.read.trace import extent
from letapis.read.widget import Message, messages
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["MEDIA_TYPE", "SNIFF", "claims", "read"]

MEDIA_TYPE = "text/html"
SNIFF = re.compile(rb"<div\b[^<>]{0,200}?\bclass=[\"']?tgme_widget_message[\s\"'>]", re.IGNORECASE)
"""Stands in the first messages of such a page, and in no page that only embeds one by its script."""

_BOLD = re.compile(r"\s*(?:<(?:b|strong)\b[^<>]*>.*?</(?:b|strong)>\s*)+", re.IGNORECASE | re.DOTALL)
_OPENING = 3000
"""Code points of mark-up in which a first line in bold is looked for."""


def claims(name: str, head: bytes) -> float:
    """How sure it is, 0 to 1, that the file ``name`` that begins with ``head`` is such a page.

    >>> claims("quay.html", b'<div class="tgme_widget_message js-widget_message" data-post="quay/1">')
    0.95
    >>> claims("quay.html", b"<p>The class tgme_widget_message</p>")
    0.0
    """
    return 0.95 if SNIFF.search(head) else 0.0


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The messages of the page that have words, each with its own address and time.

    ``raw_start``, ``raw_stop`` and ``map`` count in the decoded page. Views and reactions are not
    read; whom a message was forwarded from is residue of kind ``credit``, a link's preview ``link``,
    the message that it answers ``read_also``, and what else stands around it ``platform``.

    >>> page = (
    ...     '<div class="tgme_widget_message" data-post="quaynews/5">'
    ...     '<div class="tgme_widget_message_text">The quay is shut.</div>'
    ...     '<time datetime="2031-05-03T10:00:00+00:00">10:00</time></div>'
    ... )
    >>> [found] = read(Capture("c1", "", "https://t.me/s/quaynews", MEDIA_TYPE), page.encode(), Settings())
    >>> found.url, found.text, found.published.hour
    ('https://t.me/quaynews/5', 'The quay is shut.', 10)
    """
    decoded = decode(payload)
    for reason in decoded.damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri} ({decoded.encoding}): {reason.detail}")
    page = decoded.text
    place, found = messages(page)
    title = _words(page, *place) if place else ""
    left_out: Counter[str] = Counter()
    ordinal = 0
    for message in found:
        if message.service:
            left_out["of the service"] += 1
            continue
        made = _document(capture, page, title, message, ordinal)
        if made.words:
            ordinal += 1
            yield made
            if message.time and made.published is None:
                stated = message.time[:80]
                yield aside(capture, "bad_date", f"{made.url or capture.uri}: its date is {stated!r}")
        else:
            left_out["without words"] += 1
    if left_out:
        said = " and ".join(f"{count} {what}" for what, count in sorted(left_out.items()))
        yield aside(capture, "no_text", f"{capture.uri}: of {len(found)} messages, {said} were not read")
    elif not found:
        yield aside(capture, "no_text", f"{capture.uri} has no messages of a channel on it")


def _document(capture: Capture, page: str, title: str, message: Message, ordinal: int) -> Document:
    text = Plain()
    for kind, start, stop in message.parts:
        if kind == "text":
            text.break_line()
            text.append(plain(page[start:stop]), start)
    said = {kind: _words(page, a, b) for kind, a, b in message.parts if kind in ("owner", "author")}
    name = said.get("owner") or title
    end, residue = closing(text, name, message.handle)
    text.residue += [*_beside(page, message), *residue]
    known = {href for href, _, _ in text.links}
    beside = dict.fromkeys(href for href, _ in message.links if href not in known and _leads(href, message))
    text.links += [(href, text.size, text.size) for href in beside]
    made = text.fragment("https://t.me/", stop=end)
    when = published(message.time)
    first = next((start for kind, start, _ in message.parts if kind == "text"), message.start)
    opening = _BOLD.match(page[first : first + _OPENING])
    start, stop = extent(made.map, message.start)
    return document(
        capture,
        source_id=message.number or None,
        ordinal=ordinal,
        url=f"https://t.me/{message.handle}/{message.number}" if message.handle else None,
        outlet=outlet(name, message.handle),
        title=bold(made, plain(opening[0]).text() if opening else "") or made.title,
        authors=tuple(name for name in (said.get("author", ""),) if name),
        text=made.text,
        **dates(when, "message"),
        residue=made.residue,
        links=made.links,
        raw_start=start,
        raw_stop=stop,
        map=made.map,
    )


def _beside(page: str, message: Message) -> list[Residue]:
    """What the page shows of a message beside its text."""
    found = []
    for kind, start, stop in message.parts:
        if kind not in ("text", "owner", "author"):
            words = _words(page, start, stop)
            if any(c.isalnum() for c in words):
                found.append(Residue(words, kind))
    return found


def _leads(href: str, message: Message) -> bool:
    """Whether an address beside the text leads away from the message and its channel."""
    own = f"https://t.me/{message.handle}".lower()
    there = href.lower().split("?")[0].replace("t.me/s/", "t.me/").rstrip("/")
    return href.startswith("http") and there != own and there != f"{own}/{message.number}"


def _words(page: str, start: int, stop: int) -> str:
    return " ".join(plain(page[start:stop]).text().split())
