"""The feeds that an OPML file lists, however its outlines are nested (http://opml.org/spec2.opml)."""

from __future__ import annotations

import re
from html import unescape

from letapis.collect.crawling.take import root
from letapis.text.feed import decoded

__all__ = ["MOST", "feeds", "is_opml"]

MOST = 5000
"""Feeds that are taken of one list."""

_OUTLINE = re.compile(r"<!--|<outline\b((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+|[^<>]*+)>", re.IGNORECASE)
_ADDRESS = re.compile(r"\bxmlurl\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)


def is_opml(head: bytes) -> bool:
    """Whether bytes begin an OPML file.

    >>> is_opml(b'<?xml version="1.0"?>\\n<opml version="1.1">'), is_opml(b"<rss>")
    (True, False)
    """
    return root(head[:8192].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")) == "opml"


def feeds(data: bytes) -> list[str]:
    """The addresses of the feeds, each once, in the order of the list.

    >>> feeds(b'<opml><outline text="Quay"><outline xmlUrl="feed://quay.example/rss?a=1&amp;b"/></outline>')
    ['http://quay.example/rss?a=1&b']
    """
    text = decoded(data).text
    found: dict[str, None] = {}
    at = 0
    comments = True
    while match := _OUTLINE.search(text, at):
        at = match.end()
        if match[1] is None:
            end = text.find("-->", at) if comments else -1
            comments = end >= 0
            at = end + 3 if comments else at
        elif address := _ADDRESS.search(match[1]):
            said = unescape(address[1] or address[2] or "").strip()
            if said:
                found[re.sub(r"^feed:(?://)?(?=https?:)|^feed:(?=//)", _scheme, said)] = None
    return list(found)


def _scheme(match: re.Match[str]) -> str:
    return "http:" if match[0] == "feed:" else ""
