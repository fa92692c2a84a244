"""The fields of an RSS item, as text, with the way back to the record.

Tolerant where a parser is not: a bare ``&``, a control character or an unknown entity costs nothing.
No entity but those of HTML is known, so none can be a bomb, and nothing is ever fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from letapis.model import Anchor
from letapis.read.plain import Plain

__all__ = ["Field", "fields"]

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<section>.*?)(?:\]\]>|\Z)|<[?!][^<>]*>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z_][\w:.-]*+)(?P<inside>[^<>]*)>",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|\w{1,32});")
_ATTRIBUTE = re.compile(r"([\w:.-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")


@dataclass(slots=True)
class Field:
    """An element that holds text."""

    name: str
    """With its prefix, as written (``dc:creator``)."""
    parent: str
    inside: str
    """Its attributes, as written."""
    made: Plain = field(default_factory=Plain)

    @property
    def text(self) -> str:
        """What it holds: sections as they stand, elsewhere references read."""
        return self.made.text()

    @property
    def map(self) -> tuple[Anchor, ...]:
        """From ``text`` to the record."""
        return tuple(self.made.map)

    def attribute(self, name: str) -> str:
        """The value of an attribute; nothing where there is none."""
        pairs = ((key, double or single) for key, double, single in _ATTRIBUTE.findall(self.inside))
        return next((unescape(value) for key, value in pairs if key == name), "")


def fields(record: str) -> Iterator[Field]:
    """The elements of ``record`` in the order in which they end; those never closed, at its end.

    >>> record = "<item><title>Quay &amp; ferry</title><description><![CDATA[<p>Shut.]]></description></item>"
    >>> [(one.name, one.text, one.parent) for one in fields(record)][:2]
    [('title', 'Quay & ferry', 'item'), ('description', '<p>Shut.', 'item')]
    """
    stack: list[Field] = []
    at = 0
    for match in _TOKEN.finditer(record):
        if stack and match.start() > at:
            _read(stack[-1].made, record, at, match.start())
        at = match.end()
        if match["section"] is not None:
            if stack:
                stack[-1].made.add(match["section"], match.start("section"))
        elif match["name"] is None:
            continue
        elif match["close"]:
            # one that closes nothing means nothing; one further out closes what is in it
            depth = next((n for n in range(1, min(len(stack), 8) + 1) if stack[-n].name == match["name"]), 0)
            for _ in range(depth):
                yield stack.pop()
        elif not match["inside"].endswith("/"):
            stack.append(Field(match["name"], stack[-1].name if stack else "", match["inside"]))
    if stack and at < len(record):
        _read(stack[-1].made, record, at, len(record))
    while stack:
        yield stack.pop()


def _read(made: Plain, record: str, start: int, stop: int) -> None:
    """Add a stretch outside of sections: references read, the rest as it stands."""
    for match in _ENTITY.finditer(record, start, stop):
        if match.start() > start:
            made.add(record[start : match.start()], start)
        made.add(unescape(match[0]))
        start = match.end()
    if stop > start:
        made.add(record[start:stop], start)
