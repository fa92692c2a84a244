"""The messages of a channel's web page, as places on it: what Telegram's widget shows of each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from letapis.langs.base import words
from letapis.read.tags import Token, attributes, tokens

__all__ = ["Message", "messages"]

_VOID = words("area base br col embed hr img input link meta param source track wbr")
_POST = re.compile(r"([a-zA-Z]\w{3,31})/(\d{1,12})", re.ASCII)
_PARTS = {
    "tgme_widget_message_text": "text",
    "tgme_widget_message_poll_question": "text",
    "tgme_widget_message_owner_name": "owner",
    "tgme_widget_message_from_author": "author",
    "tgme_widget_message_forwarded_from": "credit",
    "tgme_widget_message_reply": "read_also",
    "tgme_widget_message_link_preview": "link",
    "tgme_widget_message_views": "",
    "tgme_widget_message_meta": "",
    "tgme_widget_message_info": "",
    "tgme_widget_message_reactions": "",
    "tgme_widget_message_user": "",
    "message_video_duration": "",
    "tgme_widget_message_voice_duration": "",
    "tgme_widget_message_roundvideo_duration": "",
    "tgme_channel_info_header_title": "title",
    "tgme_header_title": "title",
}
"""What an element is by its class: of a part without a name nothing is read but its time."""


@dataclass(slots=True)
class Message:
    """A message as places on the page."""

    handle: str
    """Of the channel; empty where the page does not say."""
    number: str
    service: bool
    start: int
    stop: int = 0
    parts: list[tuple[str, int, int]] = field(default_factory=list)
    """(kind, start, stop), none in another: text, owner, author, credit, link, read_also, platform."""
    time: str = ""
    """As stated: ISO 8601 with its offset."""
    links: list[tuple[str, int]] = field(default_factory=list)
    """Addresses in parts that are not its text, and where they stand."""


@dataclass(slots=True)
class _Element:
    """One that is not closed yet."""

    name: str
    start: int
    part: str | None = None
    message: Message | None = None


@dataclass(slots=True)
class _Page:
    """What is open, and what was found."""

    stack: list[_Element] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    here: list[Message] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    """Parts that are open, the outermost first."""
    found: list[Message] = field(default_factory=list)
    title: tuple[int, int] | None = None


def messages(html: str) -> tuple[tuple[int, int] | None, list[Message]]:
    """Where the channel's title stands, and its messages, in order. One pass; no depth is too deep.

    >>> page = '<div class="tgme_widget_message" data-post=quay/5><p class="tgme_widget_message_text">Shut'
    >>> _, [message] = messages(page)
    >>> message.handle, message.number, [(kind, page[a:b]) for kind, a, b in message.parts]
    ('quay', '5', [('text', 'Shut')])
    """
    page = _Page()
    for token in tokens(html):
        if token.name in ("!", "#raw"):
            continue
        if token.name == "":
            if page.here and not page.held and html[token.start : token.stop].strip():
                page.here[-1].parts.append(("platform", token.start, token.stop))
        elif not token.closing:
            _open(page, token)
        elif page.names[token.name]:
            while _close(page, token.start) != token.name:
                pass
    while page.stack:
        _close(page, len(html))
    return page.title, page.found


def _open(page: _Page, token: Token) -> None:
    given = attributes(token.inside) if token.inside else {}
    called = given.get("class", "").split()
    element = _Element(token.name, token.stop)
    if "tgme_widget_message" in called and not page.held:
        post = _POST.match(given.get("data-post", ""))
        element.message = Message(
            post[1] if post else "", post[2] if post else "", "service_message" in called, token.start
        )
        page.here.append(element.message)
        page.found.append(element.message)
    part = next((_PARTS[name] for name in called if name in _PARTS), None)
    if page.here and token.name == "time" and given.get("datetime"):
        page.here[-1].time = given["datetime"]
        part = ""
    void = token.name in _VOID or token.inside.endswith("/")
    if part is not None and not void and (page.here or part == "title"):
        element.part = part
        page.held.append(part)
    if page.here and page.held and page.held[0] != "text" and given.get("href"):
        page.here[-1].links.append((given["href"].strip(), token.stop))
    if not void:
        page.stack.append(element)
        page.names[token.name] += 1


def _close(page: _Page, at: int) -> str:
    """End the innermost element at ``at``; its name."""
    last = page.stack.pop()
    page.names[last.name] -= 1
    if last.part is not None:
        page.held.pop()
        if last.part == "title" and not page.here:
            page.title = page.title or (last.start, at)
        elif last.part and not any(page.held) and page.here:
            page.here[-1].parts.append((last.part, last.start, at))
    if last.message is not None:
        last.message.stop = at
        page.here.remove(last.message)
    return last.name
