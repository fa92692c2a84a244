"""Mark-up that would cost a parser more than its length."""

from __future__ import annotations

import re

__all__ = ["trimmed"]

LONGEST = 100_000
"""Code points of the longest tag that is given to the parser as it is."""
_MOST = 5_000
"""Attributes of one tag above which a tag that long loses them all."""
_NAME = re.compile(r"<[a-zA-Z][\w:-]{0,60}")


def trimmed(raw: str) -> str:
    """The page, without the attributes of tags that have thousands of them.

    A parser compares each attribute of a tag with all before it: 40,000 in one tag take lexbor 2.3 s,
    300,000 more than ten minutes.

    >>> trimmed("<p " + "a=1 " * 60_000 + ">Boats run.")
    '<p>Boats run.'
    """
    if len(raw) <= LONGEST:
        return raw
    parts = raw.split(">")
    for at, part in enumerate(parts):
        if len(part) > LONGEST:
            opens = part.rfind("<")
            name = _NAME.match(part, opens) if opens >= 0 else None
            many = max(part.count("=", max(0, opens)), part.count(" ", max(0, opens)))
            if name and many > _MOST and len(part) - opens > LONGEST:
                parts[at] = part[: name.end()]
    return ">".join(parts)
