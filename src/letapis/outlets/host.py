"""Addresses of sites in a text: found from their dots, so that a text without them costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["hosts", "opening"]

_DOT = re.compile(r"\.(?=[^\W_])")
_HOST = re.compile(
    r"(?:www\.)?(?P<host>(?:[^\W_][\w-]{0,60}\.){1,4}[^\W\d_]{2,12})(?![\w@-])(?:/[^\s»”\"')\],]{0,300})?",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"https?://$", re.IGNORECASE)
_INNER = frozenset("_-.")
_LONGEST = 250
"""Characters; a longer run of letters and dots is no address."""


def hosts(text: str) -> Iterator[re.Match[str]]:
    """Addresses in ``text``, as matches with a group ``host``; the scheme stands before the match.

    What has the form of an address counts, whether there is such a site or not; e-mail does not.

    >>> [(match["host"], match[0]) for match in hosts("See https://www.a.example/1. Mail b@c.example. Etc.")]
    [('a.example', 'www.a.example/1.')]
    """
    done = 0
    for dot in _DOT.finditer(text):
        at = dot.start()
        if at < done:
            continue
        low, start = max(done, at - _LONGEST), at
        while start > low and (text[start - 1].isalnum() or text[start - 1] in _INNER):
            start -= 1
        done = at + 1
        if start == at or (start and (text[start - 1].isalnum() or text[start - 1] in "_-.@")):
            continue
        match = _HOST.match(text, start)
        if match:
            yield match
            done = match.end()


def opening(text: str, start: int) -> int:
    """Where an address that a match shows at ``start`` begins with its scheme.

    >>> opening("https://a.example", 8), opening("a.example", 0)
    (0, 0)
    """
    scheme = _SCHEME.search(text, max(0, start - 8), start)
    return scheme.start() if scheme else start
