"""What a block is: of the article, and of what stands around it."""

from __future__ import annotations

import re

from letapis.read.extract.frame import LONG
from letapis.read.extract.names import KINDS, kinds
from letapis.read.extract.parse import Page, Piece
from letapis.read.furniture import kind as line_kind

__all__ = ["left", "taken"]

_NAMES = tuple(KINDS)
_BY_NAME = {
    "comment": "comment",
    "cookie": "cookie",
    "share": "share",
    "subscribe": "subscribe",
    "tags": "tags",
    "read_also": "read_also",
    "caption": "caption",
    "byline": "byline",
    "menu": "menu",
    "header": "menu",
    "footer": "footer",
    "form": "menu",
    "advert": "notice",
}
"""What is said of a block that is left out by a name of an element around it, the first that fits."""
_BY_TAG = {
    "nav": "menu",
    "footer": "footer",
    "header": "menu",
    "figcaption": "caption",
    "figure": "caption",
    "button": "menu",
    "label": "menu",
    "form": "menu",
    "aside": "read_also",
    "time": "byline",
    "address": "byline",
}
_BITS = tuple((1 << _NAMES.index(name), said) for name, said in _BY_NAME.items())
_SHORT = frozenset(("tags", "share", "byline"))
"""Kinds whose blocks are labels: blogs name the whole article after its tags and its author."""
_LABEL = 120
_STAMP = re.compile(
    r"\b\d{1,2}[:.]\d\d\b.*(?:19|20)\d\d|(?:19|20)\d\d.*\b\d{1,2}:\d\d\b|^\W*\d{1,2}:\d\d\W*$"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEVELS = 5
"""How far up names are looked at: what is called "comments" ten levels up is the page."""


def taken(page: Page, piece: Piece) -> str:
    """What a block of the article is: paragraph, heading, item, quote, caption, cell or code.

    >>> from letapis.read.extract.parse import parse
    >>> page = parse("<h2>Boats</h2><p>Boats run.</p><ul><li>Nobody paid.</ul>")
    >>> [taken(page, piece) for piece in page.pieces]
    ['heading', 'paragraph', 'item']
    """
    elements = page.elements
    tags: list[str] = []
    at = piece.element
    while at >= 0 and len(tags) < 8:
        tags.append(elements[at].tag)
        if elements[at].tag in ("article", "body", "main", "section"):
            break
        at = elements[at].parent
    around = set(tags)
    if not _HEADINGS.isdisjoint(around):
        return "heading"
    if "figcaption" in around or "figure" in around:
        return "caption"
    if "blockquote" in around:
        return "quote"
    if "pre" in around:
        return "code"
    holder = elements[piece.holder].tag
    if holder in ("td", "th") and piece.size < LONG:
        return "cell"
    if "li" in tags[:4] or holder in ("dd", "dt"):
        return "item"
    if piece.bold * 10 > 9 * len(piece.text) and piece.size < LONG and piece.text[-1] not in ".!?…:;,":
        return "heading"
    return "paragraph"


def left(page: Page, piece: Piece, close: bool) -> str:
    """What a block is that is left out; its words are looked at where it stands ``close`` to the article.

    >>> from letapis.read.extract.parse import parse
    >>> page = parse("<nav>Home</nav><div class='comments'><p>It came late.</p></div><p>Tumblr media</p>")
    >>> [left(page, piece, True) for piece in page.pieces]
    ['menu', 'comment', 'platform']
    """
    if close and (found := line_kind(piece.text)):
        return found
    if piece.size <= _LABEL and _STAMP.search(piece.text):
        return "byline"
    elements = page.elements
    at = piece.element
    for _ in range(_LEVELS):
        if at < 0:
            break
        element = elements[at]
        if element.names and (bits := kinds(element.names)):
            for bit, said in _BITS:
                if bits & bit and (piece.size <= _LABEL or said not in _SHORT):
                    return said
        if element.tag in _BY_TAG:
            return _BY_TAG[element.tag]
        at = element.parent
    if piece.linked * 2 > len(piece.text):
        return "menu" if piece.size < 40 else "read_also"
    return "other"
