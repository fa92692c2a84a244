"""Whom a post was taken over from, where the line that says so stands beside its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from letapis import outlets
from letapis.attribute.again import Hit
from letapis.attribute.slot import Slot
from letapis.text import fold

__all__ = ["reposted"]

_SCORE = 0.9
_LINE = re.compile(
    r"\W{0,8}(?:forwarded|reblogged|reposted|переслано|пераслана|репост|рэпост)\s+(?:from|via|из|от|с|від|із|зі|з|ад|са)"
    r"\s*:?\s*[^\w@\n]{0,8}(?P<name>[\w@][^\n]{1,80}?)[^\w\n)»”\"]{0,8}",
    re.IGNORECASE,
)


def reposted(line: str, known: Mapping[str, str]) -> Hit | None:
    """The credit in a line like "Forwarded from X", whatever X is called; None for any other line.

    Only for what a reader has set apart as a credit: of a sentence it would take too much.

    >>> reposted("Forwarded from mill on the river", {}).slot.outlet
    'mill on the river'
    >>> reposted("Seen from the river", {}) is None
    True
    """
    match = _LINE.fullmatch(line.strip("\n"))
    if match is None:
        return None
    name = match["name"]
    outlet = outlets.by_handle(name.removeprefix("@")) or outlets.by_name(name)
    shown = outlet.name if outlet else name
    slot = Slot(
        known.get(fold(shown), shown), "registry" if outlet else "place in a footer", 0.95 if outlet else 0.8
    )
    start, stop = match.span("name")
    return Hit(match.start(), stop, start, stop, slot, "repost_footer", line[: match.start("name")], _SCORE)
