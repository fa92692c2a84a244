"""Whether what a feed gives of an entry is only the beginning, or a summary, of it."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["teaser"]

_TAG = re.compile(r"<[^<>]{0,4000}>")
_MORE = re.compile(r"class\s*=\s*[\"'][^\"']{0,200}\b(?:more-link|read-?more)\b", re.IGNORECASE)
_END = re.compile(r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.|\+\d{1,9} chars)\s?\]|\(\s?(?:…|\.\.\.)\s?\))\s*[→»›]?\s*$")
_BREAK = re.compile(r"</p\s*>|<p[\s>]|<br\b|\n\s*\n|</li\s*>|<h\d", re.IGNORECASE)
_LONG, _PARTED = 150, 60
"""Words from which a description is taken to be the text itself: in one paragraph, and in several."""
_SEEN = 40_000


def teaser(html: str, *, summary: bool | None) -> str:
    """Why ``html`` is not all of its entry; nothing where it may be.

    ``summary`` says what the feed means the field for: True for a summary, False for the content, None
    where the format leaves it open (the ``description`` of RSS).

    >>> teaser("<p>The quay is shut.</p>", summary=False)
    ''
    >>> teaser("<p>The quay is shut. [&#8230;]</p>", summary=False)
    'it ends in an ellipsis'
    >>> teaser("The quay is shut.", summary=None)
    'the description has 4 words'
    """
    if summary:
        return "the feed gives it as a summary"
    head, tail = html[:_SEEN], html[-2000:]
    said = " ".join(unescape(_TAG.sub(" ", tail)).split())
    if _END.search(said[-40:]):
        return "it ends in an ellipsis"
    if _MORE.search(tail):
        return "a link leads to the rest"
    if summary is None:
        number = len(unescape(_TAG.sub(" ", head)).split())
        if number < (_PARTED if len(_BREAK.findall(head)) >= 4 else _LONG):
            return f"the description has {number} words"
    return ""
