"""The lines of a page with what their elements are called, for what is only printed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ["BESIDE", "Line", "Shown", "lines"]


@dataclass(slots=True)
class Line:
    """Words between two tags; ``node`` is the element they stand in."""

    words: str
    node: Any

    def around(self) -> tuple[str, bool]:
        """Class and id of the elements around, and whether one is a list, an aside, comments or a foot."""
        names, beside, above = [], False, self.node
        for level in range(7):
            if above is None or above.tag in ("body", "article", "main", None):
                break
            get = above.attributes.get
            called = f"{get('class') or ''} {get('id') or ''}"[:200].lower()
            if level < 3:
                names.append(called)
            beside = beside or above.tag in _BESIDE or BESIDE.search(called) is not None
            above = above.parent
        return " ".join(names), beside


Shown = Callable[[], list[Line]]

MOST = 6_000
"""Lines that are looked at."""
_SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "svg", "select", "option", "textarea", "iframe", "head"]
)
BESIDE = re.compile(
    r"comments?\b|comment[-_]|commentlist|related|side-?bar|recommend|most-?read|popular|latest|\bfooter\b"
    r"|teaser|\bpromo|\breply|\brespond\b"
)
"""What elements are called that hold comments or links to other pages."""
_BESIDE = frozenset(["aside", "footer", "nav", "li"])


def lines(tree: Any) -> list[Line]:
    """The lines of the body in the order of the mark-up, at most :data:`MOST`.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> [line.words for line in lines(LexborHTMLParser("<p>Boats <b>run</b><script>no()</script>"))]
    ['Boats', 'run']
    """
    found: list[Line] = []
    body = tree.body
    if body is None:
        return found
    for node in body.traverse(include_text=True):
        if node.tag != "-text":
            continue
        words = (node.text_content or "")[:1000]
        if not words or words.isspace():
            continue
        holder = node.parent
        if holder is not None and holder.tag not in _SKIPPED:
            found.append(Line(" ".join(words.split()), holder))
            if len(found) >= MOST:
                break
    return found
