"""A piece of HTML that is one text: the content of an entry in a feed or an export."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from letapis.langs.base import words
from letapis.model import Residue
from letapis.read.plain import Fragment, Plain
from letapis.read.tags import Token, attributes, tokens

__all__ = ["Fragment", "fragment", "plain"]

_BLOCKS = words(
    """address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html img li main nav ol p pre section summary table
    tbody tfoot thead tr ul"""
)
"""Elements before and after which a line ends."""
_CELLS = frozenset(("td", "th"))
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_PIECE = re.compile(r"[ \t\r\n\f]++|&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z]\w{1,31});?|[^ \t\r\n\f&]++|&")
_OUT = (
    (
        "share",
        r"sharedaddy|share[-_]?(?:buttons?|links?|bar|box|this)|addtoany|a2a_kit|social[-_]share|jp-share",
    ),
    ("read_also", r"jp-relatedposts|related[-_]?(?:posts?|articles?|news|links?|content)|read[-_]also|yarpp"),
    ("subscribe", r"feedflare|newsletter|subscribe[-_]?(?:form|box|block)|wp-block-jetpack-subscriptions"),
    ("comment", r"comments?-(?:area|list|respond)|fb-comments|disqus_thread"),
    ("tags", r"(?:post|entry)-tags|tags?-links"),
    ("platform", r"instagram-media|tiktok-embed|fb-post|fb-video|vk_post|telegram-post"),
    (
        "credit",
        r"(?:photo|image|media|picture|foto|wp-(?:caption|media))[-_]?(?:credits?|copyright|source|author)",
    ),
    ("credit", r"credits?"),
)
_CLASS = tuple((kind, re.compile(rf"(?:^|\s)(?:{words})(?:$|\s)", re.IGNORECASE)) for kind, words in _OUT)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST = 100_000
"""Code points of mark-up beside the text that are kept in one residue."""


@dataclass(slots=True)
class _Page:
    """A fragment on the way to its text."""

    html: str
    breaks: bool
    plain: Plain = field(default_factory=Plain)
    gap: int | None = None
    """Where white space stood that is not written yet."""
    pre: int = 0


def fragment(
    html: str, base: str | None = None, *, title: str | None = None, breaks: bool = False
) -> Fragment:
    """The text of ``html`` as it would be read: no scripts, share buttons, shortcodes, feed footers.

    ``base`` is the address that relative links are taken from; a first line that only repeats
    ``title`` is left out. With ``breaks`` a line break in the mark-up is one in the text, as WordPress
    stores what was written in its old editor. Captions stay in the text, each a line. Nothing is
    raised, and no depth is too deep; time is linear.

    >>> page = '<p>The <a href="/b">bridge</a> is&nbsp;shut.</p><p>[gallery ids="1"]</p>'
    >>> found = fragment(page, "https://rechnik.example/")
    >>> found.text, found.links[0].href, found.text[found.links[0].start : found.links[0].stop]
    ('The bridge is shut.', 'https://rechnik.example/b', 'bridge')
    >>> [(residue.kind, residue.surface) for residue in found.residue]
    [('markup', '[gallery ids="1"]')]
    """
    return plain(html, breaks=breaks).fragment(base, title)


def plain(html: str, *, breaks: bool = False) -> Plain:
    """The same before it is cleaned, with the way back to ``html``.

    >>> plain("<b>Quay</b> shut<br>till May").text().splitlines()
    ['Quay shut', 'till May']
    """
    page = _Page(html, breaks)
    _walk(page)
    return page.plain


@dataclass(slots=True)
class _Beside:
    """An element that is not the text, and its words so far."""

    name: str
    kind: str
    depth: int = 1
    words: list[str] = field(default_factory=list)


def _walk(page: _Page) -> None:
    """Write the text of the page; gather its links, with their places, and what is not its text."""
    made = page.plain
    beside: _Beside | None = None
    anchor: tuple[str, int] | None = None
    for token in tokens(page.html):
        if beside is not None:
            if _left(beside, token, page.html):
                made.residue += _said(beside)
                beside = None
            continue
        if token.name == "":
            _text(page, token.start, token.stop)
            continue
        if token.name in ("!", "#raw"):
            continue
        if token.name == "a":
            if anchor is not None and made.size > anchor[1]:
                made.links.append((*anchor, made.size))
            href = "" if token.closing else attributes(token.inside).get("href", "").strip()
            anchor = (href, made.size) if href else None
        elif token.name == "pre":
            page.pre = max(0, page.pre + (-1 if token.closing else 1))
        if token.name in _BLOCKS:
            _break(page)
        elif token.name in _CELLS and not page.plain.line and page.gap is None:
            page.gap = token.start
        if not token.closing and (kind := _kind(token)):
            beside = _Beside(token.name, kind)
    if anchor is not None and made.size > anchor[1]:
        made.links.append((*anchor, made.size))
    if beside is not None:
        made.residue += _said(beside)


def _left(beside: _Beside, token: Token, html: str) -> bool:
    """Whether the token ends the element; its words are kept."""
    if token.name == "":
        beside.words.append(unescape(html[token.start : token.stop]))
    elif token.name == beside.name:
        beside.depth += -1 if token.closing else 1
    elif token.name in _BLOCKS:
        beside.words.append(" ")
    return beside.depth <= 0


def _said(beside: _Beside) -> list[Residue]:
    said = " ".join("".join(beside.words).split())[:_LONGEST]
    return [Residue(said, beside.kind)] if said else []


def _kind(token: Token) -> str | None:
    """What kind of residue an element is that says so itself; None where it is text."""
    if not token.inside.strip() or token.name in _VOID or token.inside.endswith("/"):
        return None
    given = attributes(token.inside)
    called = f"{given.get('class', '')} {given.get('id', '')}"
    for kind, pattern in _CLASS:
        if pattern.search(called):
            return kind
    if given.get("itemprop", "").lower() in ("copyrightholder", "credittext"):
        return "credit"
    if "hidden" in given or _HIDDEN.search(given.get("style", "")):
        return "markup"
    return None


def _break(page: _Page) -> None:
    page.plain.break_line()
    page.gap = None


def _text(page: _Page, start: int, stop: int) -> None:
    """Add a stretch of text: references read, runs of white space as one space."""
    made = page.plain
    for match in _PIECE.finditer(page.html, start, stop):
        piece = match[0]
        if piece[0] in " \t\r\n\f":
            if (page.breaks or page.pre) and ("\n" in piece or "\r" in piece):
                _break(page)
            elif not made.line and page.gap is None:
                page.gap = match.start()
            continue
        said = unescape(piece) if piece[0] == "&" else piece
        if not said:
            continue
        if page.gap is not None:
            made.add(" ", page.gap if page.html[page.gap].isspace() else None)
            page.gap = None
        made.add(said, match.start() if len(said) == len(piece) else None)
