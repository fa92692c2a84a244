"""A message of a Telegram channel, as Telegram Desktop exports it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from letapis.model import Capture, Document, Residue, SetAside
from letapis.read.base import aside, document
from letapis.read.channel import bold, closing, outlet
from letapis.read.clock import clock
from letapis.read.plain import Plain
from letapis.read.published import Published, dates, published
from letapis.read.trace import extent
from letapis.read.values import BadJSON, Said, anchors, number, said, values
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "application/json"

_CHANNELS = ("public_channel", "private_channel")
_FORWARDED = "Forwarded from"
"""As Telegram says it above a message."""
_HREF = {"mention": "https://t.me/", "email": "mailto:", "link": "", "text_link": ""}


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The documents of an export's messages: one each, of those that have words.

    Reads what the container ``telegram`` cuts an export into: the head of a channel and one message.
    ``raw_start``, ``raw_stop`` and ``map`` count in the decoded payload. Links, hidden ones too, have
    the place of their words. Whom a message was forwarded from is residue of kind ``credit``, unless
    it is known to be a person. Chats that are no channels are not read.

    >>> capture = Capture("c1", "", "https://t.me/quaynews/5", MEDIA_TYPE, format="telegram")
    >>> message = '{"id": 5, "type": "message", "date_unixtime": "1935568800", "text": "The quay is shut."}'
    >>> export = f'{{"name": "Quay News", "type": "public_channel", "id": 7, "messages": [{message}]}}'
    >>> [found] = read(capture, export.encode(), Settings())
    >>> found.outlet, found.text, found.published.isoformat()
    ('Quay News', 'The quay is shut.', '2031-05-03T10:00:00+00:00')
    """
    record = decode(payload).text
    try:
        export = values(record, limits.page_depth)
    except BadJSON as error:
        yield aside(capture, "bad_json", f"{capture.uri} is not JSON: {error}; it begins {payload[:60]!r}")
        return
    messages = export.get("messages") if isinstance(export, dict) else None
    if not isinstance(messages, list):
        yield aside(capture, "bad_export", f"{capture.uri} has no list of messages")
        return
    if said(export, "type") not in _CHANNELS:
        yield aside(capture, "private", f"{capture.uri} is of a chat that is no channel, and was not read")
        return
    for ordinal, message in enumerate(messages):
        if isinstance(message, dict):
            yield from _message(capture, export, message, ordinal)
        else:
            yield aside(capture, "bad_message", f"{capture.uri}: message {ordinal} is no object")


def _message(
    capture: Capture, export: dict[str, Any], message: dict[str, Any], ordinal: int
) -> Iterator[Document | SetAside]:
    if message.get("type") == "service":
        yield aside(capture, "service", f"{capture.uri} is a message of the service, not of the channel")
        return
    when = _when(message)
    stated = said(message, "date_unixtime", "date")
    if stated and when is None:
        yield aside(capture, "bad_date", f"{capture.uri}: its date is {stated[:80]!r}, which is no date")
    plain = Plain()
    first = _text(plain, message)
    name, handle = said(export, "name"), said(export, "username").removeprefix("@")
    stop, residue = closing(plain, name, handle)
    plain.residue += [*_forwarded(message), *residue]
    made = plain.fragment(stop=stop)
    url = capture.uri if capture.uri.startswith("https://t.me/") else None
    start, end = extent(made.map)
    yield document(
        capture,
        source_id=said(message, "id") or None,
        ordinal=ordinal,
        url=url,
        outlet=outlet(name, handle),
        title=bold(made, first) or made.title,
        authors=_authors(message),
        text=made.text,
        **dates(when, "message"),
        residue=made.residue,
        links=made.links,
        raw_start=start,
        raw_stop=end,
        map=made.map,
    )


def _text(plain: Plain, message: dict[str, Any]) -> str:
    """Write the words of a message, and of its poll; what stands first in bold, or nothing."""
    pieces = _pieces(message.get("text"))
    if not any(c.isalnum() for words, _, _ in pieces for c in words):
        pieces = _pieces(message.get("text_entities"))
    for words, _, href in pieces:
        start = plain.size
        plain.add_placed(words, anchors(words) if isinstance(words, Said) else ())
        if href:
            plain.links.append((href, start, plain.size))
    poll = message.get("poll")
    if isinstance(poll, dict):
        plain.break_line()
        for words, _, _ in _pieces(poll.get("question")):
            plain.add_placed(words, anchors(words) if isinstance(words, Said) else ())
        answers = poll.get("answers")
        for answer in answers if isinstance(answers, list) else ():
            choice = "".join(words for words, _, _ in _pieces(_of(answer, "text")))
            if choice.strip():
                plain.residue.append(Residue(choice.strip(), "platform"))
    opening = ""
    for words, kind, _ in pieces:
        if kind != "bold" and words.strip():
            break
        opening += words
    return opening


def _pieces(text: Any) -> list[tuple[str, str, str]]:
    """(words, kind, address) of each piece of a text, which is a string, a piece, or a list of both."""
    found: list[tuple[str, str, str]] = []
    for one in text if isinstance(text, list) else [text]:
        if isinstance(one, str):
            found.append((one, "plain", ""))
        words = _of(one, "text")
        if isinstance(words, str):
            kind = said(one, "type")
            front = _HREF.get(kind)
            href = said(one, "href") or (words.strip().removeprefix("@") if front is not None else "")
            if front == "" and href and "://" not in href:
                front = "http://"
            found.append((words, kind, f"{front}{href}" if front is not None and href else ""))
    return found


def _of(row: Any, key: str) -> Any:
    return row.get(key) if isinstance(row, dict) else None


def _forwarded(message: dict[str, Any]) -> list[Residue]:
    """Whom a message was forwarded from: a channel is a source, a person is nobody's business."""
    name = said(message, "forwarded_from", "saved_from").strip()
    if not name or said(message, "forwarded_from_id").startswith("user"):
        return []
    return [Residue(f"{_FORWARDED} {name}", "credit")]


def _authors(message: dict[str, Any]) -> tuple[str, ...]:
    """Who signed a post of a channel; what a person wrote under their own account has no author here."""
    sender = said(message, "from_id")
    name = said(message, "author").strip()
    return (name,) if name and (not sender or sender.startswith("channel")) else ()


def _when(message: dict[str, Any]) -> Published | None:
    """When a message was sent; the local time has the offset that follows from both times stated."""
    local = published(said(message, "date"))
    seconds = number(message.get("date_unixtime"))
    if seconds is None:
        return local
    try:
        at = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return local
    return clock(at, local.at.replace(tzinfo=None) if local else None)
