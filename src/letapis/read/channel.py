"""What posts of a channel have in common: their outlet, their first words in bold, their closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from letapis import outlets
from letapis.model import Residue
from letapis.read import furniture
from letapis.read.plain import Fragment, Plain
from letapis.text import fold

__all__ = ["bold", "closing", "handle_of", "outlet"]

_LONGEST = 220
"""Code points of the longest heading, as in a heap."""
_CLOSING = 160
"""Code points of the longest closing line."""
_MOST = 4
"""Closing lines that are looked at."""
_FEW = 4
"""Words that may stand beside a link to the channel."""
_SIGNS = re.compile(r"^[^\w#@«\"]+|[^\w»\")]+$")
"""What is no word at either end of a line: pictures, arrows, strokes."""
_TELEGRAM = re.compile(r"(?:https?:)?//(?:www\.)?(?:t|telegram)\.(?:me|dog)/(.*)", re.IGNORECASE)
_SOCIAL = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)?(?:youtube\.com|youtu\.be|instagram\.com|facebook\.com|fb\.com|fb\.me|twitter\.com"
    r"|x\.com|vk\.com|ok\.ru|tiktok\.com|viber\.com|invite\.viber\.com|whatsapp\.com|chat\.whatsapp\.com"
    r"|threads\.net|patreon\.com|boosty\.to|rumble\.com|zen\.yandex\.ru|dzen\.ru)(?:/.*)?",
    re.IGNORECASE,
)


def handle_of(href: str) -> str | None:
    """The channel that an address on Telegram leads to; None for invitations and other addresses.

    >>> handle_of("https://t.me/s/QuayNews/17"), handle_of("https://t.me/+aBcD"), handle_of("https://quay.example/")
    ('QuayNews', None, None)
    """
    match = _TELEGRAM.fullmatch(href.strip())
    parts = [part for part in match[1].split("?")[0].split("/") if part and part != "s"] if match else []
    return parts[0] if parts and re.fullmatch(r"[a-zA-Z]\w{3,31}", parts[0], re.ASCII) else None


def outlet(name: str, handle: str) -> str | None:
    """What says best who publishes: None where ``outlets/`` knows the handle, which the address has.

    The name of a channel is often dressed with signs; they are left out where ``outlets/`` knows the
    rest.

    >>> outlet("⚓ Naviny.by ⚓", ""), outlet("Quay News ⚓", "quaynews")
    ('Naviny.by', 'Quay News ⚓')
    """
    name = " ".join(name.split())
    if handle and (known := outlets.by_handle(handle)):
        return known.name
    bare = " ".join(re.sub(r"[^\w\s.,:!?&'’()+@/-]", " ", name).split())
    if bare and bare != name and not outlets.by_name(name) and (known := outlets.by_name(bare)):
        return known.name
    return name or (f"t.me/{handle}" if handle else None)


def bold(made: Fragment, opening: str) -> str | None:
    """The first line of a text as its title, where ``opening``, its first words in bold, is all of it.

    >>> bold(Fragment("Ferry sails\\nIt has new seats."), "Ferry sails")
    'Ferry sails'
    """
    first, line, _ = made.text.partition("\n")
    if not line or len(first) > _LONGEST:
        return None
    words = fold(" ".join(opening.split()))
    head = fold(" ".join(first.split()))
    return first if head and words.startswith(head) and any(c.isalpha() for c in head) else None


def closing(plain: Plain, name: str, handle: str) -> tuple[int, list[Residue]]:
    """Where a post ends before its closing lines, and what they are.

    A closing line asks to subscribe or share, or is nothing but links to the channel itself, to its
    other accounts (``subscribe``) or to other channels (``link``).

    >>> plain = Plain()
    >>> plain.add("The ferry waits.\\nQuay News | Our videos")
    >>> plain.links += [("https://t.me/quaynews", 17, 26), ("https://youtube.com/@quay", 29, 39)]
    >>> closing(plain, "Quay News", "quaynews")
    (16, [Residue(surface='Quay News | Our videos', kind='subscribe')])
    """
    text = plain.text()
    stop, found = len(text), list[Residue]()
    for _ in range(_MOST):
        end = len(text[:stop].rstrip()) if stop < 100_000 else stop
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if not start or not line or len(line) > _CLOSING:
            break
        spans = [link for link in plain.links if link[1] < end and link[2] > start]
        kind = _kind(line, start, spans, name, handle)
        if kind is None:
            break
        found.append(Residue(line.strip(), kind))
        stop = len(text[:start].rstrip())
    return (stop if found else len(text)), found[::-1]


def _kind(line: str, start: int, spans: Sequence[tuple[str, int, int]], name: str, handle: str) -> str | None:
    """What a line that says nothing but where to find the channel is; None for any other.

    Beside a link to the channel a few words more may stand ("Read us: …").
    """
    known = furniture.kind(_SIGNS.sub("", line))
    if known in ("share", "subscribe"):
        return known
    outside = list(line)
    for _, a, b in spans:
        for at in range(max(0, a - start), min(len(line), b - start)):
            outside[at] = " "
    words = sum(any(c.isalnum() for c in word) for word in "".join(outside).split())
    ours = [_own(href, line[max(0, a - start) : b - start], name, handle) for href, a, b in spans]
    if spans and all(ours) and (not words or (words <= _FEW and _channel(spans))):
        return "subscribe"
    others = [href for (href, _, _), own in zip(spans, ours, strict=True) if not own]
    return "link" if spans and not words and all(handle_of(href) for href in others) else None


def _channel(spans: Sequence[tuple[str, int, int]]) -> bool:
    return any(_TELEGRAM.fullmatch(href) for href, _, _ in spans)


def _own(href: str, words: str, name: str, handle: str) -> bool:
    """Whether a link leads to the channel itself, invites to it, or leads to an account elsewhere."""
    if _SOCIAL.fullmatch(href):
        return True
    there = handle_of(href)
    if there is None:
        return _TELEGRAM.fullmatch(href) is not None
    if handle:
        return there.lower() == handle.lower()
    return bool(name) and fold(" ".join(words.split())) == fold(" ".join(name.split()))
