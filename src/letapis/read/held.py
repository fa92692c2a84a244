"""The text of an article that a page holds in its linked data and does not show."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice

from letapis.read.metadata.jsonld import entries, nodes

__all__ = ["body"]

_SCRIPT = re.compile(r"<script[^<>]{0,300}application/ld\+json[^<>]{0,300}>", re.IGNORECASE)
_MOST = 50
"""Scripts of one page that are looked at."""
_BREAK = re.compile(r"<(?:/p|br|/div|/li|/h[1-6])\b[^<>]{0,100}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!][^<>]{0,600}>", re.IGNORECASE)
_BLANK = re.compile(r"\s*[\r\n]\s*")


def body(page: str) -> str:
    """The longest ``articleBody`` of a page, a line a paragraph, without mark-up; "" where there is none.

    >>> body('<script type="application/ld+json">{"articleBody": "<p>Boats run.</p><p>No fee.</p>"}</script>')
    'Boats run.\\nNo fee.'
    """
    found = nodes(_scripts(page))
    stated = [one for node in found for one in entries(node.get("articleBody")) if isinstance(one, str)]
    longest = max(stated, key=len, default="")
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", html.unescape(longest))))
    return _BLANK.sub("\n", plain).strip()


def _scripts(page: str) -> Iterator[str]:
    for match in islice(_SCRIPT.finditer(page), _MOST):
        stop = page.find("</", match.end())
        while stop >= 0 and page[stop : stop + 8].lower() != "</script":
            stop = page.find("</", stop + 2)
        if stop < 0:
            return
        yield page[match.end() : stop]
