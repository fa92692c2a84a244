"""A text in which every outlet named is one character, so that credits are found by short patterns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from letapis import outlets
from letapis.text import fold

__all__ = ["HANDLE", "HOST", "MARK", "Masked", "Named", "mask"]

MARK = "\ue000"
"""Stands in a masked text for an outlet's name."""

_NEAR = 180
"""How far from a mark, in characters, the words that credit it may begin or end."""

_TLD = (
    "by|ua|ru|su|org|com|net|info|eu|io|media|pl|lt|lv|ee|de|uk|us|tv|online|news|press|fm|cz|fr|it|co|biz|kz"
    "|md|ge|az|am|me|live|site|pro|se|fi|no|at|ch|nl|be|es|ca|au|in|cn|jp|test|example|рф|бел|укр"
)
HOST = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:www\.)?([^\W_][\w-]{0,40}(?:\.[^\W_][\w-]{0,40}){0,3}"
    rf"\.(?:{_TLD}))(?![\w@-])(?-i:(?!\.[a-z\d]))(?:/[^\s»”\"')\],]{{0,200}})?",
    re.IGNORECASE,
)
HANDLE = re.compile(
    r"(?<![\w@/.])(?:@|(?:https?://)?t\.me/(?:s/)?)([a-z]\w{3,40})|(?:https?://)?t\.me/(?:s/)?(\w+)",
    re.IGNORECASE,
)
_MORE = re.compile(r"[ \u00a0][\w№&'’+-]{1,40}")
_WORDS = 4
"""The most words of a name of the corpus."""
_BROKEN = re.compile(r"(?<![\w@./-])([^\W\da-zа-яёіїєґў_])[ \u00a0]((?-i:[a-zа-яёіїєґў])\w{3,40})")
"""A name with a space after its first letter."""
_OPEN, _CLOSE = ("«", "“", "„", '"', "‘"), ("»", "”", "“", '"', "’")
_CAPITAL = re.compile(r"(?<![\w@./-])[^\W\da-zа-яёіїєґў_][\w-]{1,40}(?!\.\w)")


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet named at a place of the text, and what it was recognised by."""

    start: int
    stop: int
    outlet: str
    by: str
    damaged: bool = False
    weak: bool = False
    platform: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """The masked text and the way back.

    >>> masked = mask("He told Naviny.by so.", {})
    >>> masked.text.replace(MARK, "#"), masked.back(9), masked.at(8).outlet
    ('He told # so.', 17, 'Naviny.by')
    """

    source: str
    text: str
    places: tuple[int, ...]
    named: tuple[Named, ...]

    def back(self, position: int) -> int:
        """The place in the source of a place in the masked text."""
        i = bisect_right(self.places, position - 1) - 1
        return position if i < 0 else position - self.places[i] - 1 + self.named[i].stop

    def windows(self) -> list[tuple[int, int]]:
        """Stretches of the masked text around its marks, merged where they meet."""
        merged: list[tuple[int, int]] = []
        for place in self.places:
            start, stop = max(0, place - _NEAR), min(len(self.text), place + _NEAR)
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], stop)
            else:
                merged.append((start, stop))
        return merged

    def at(self, position: int) -> Named | None:
        """The outlet whose mark stands at a place of the masked text."""
        i = bisect_right(self.places, position) - 1
        return self.named[i] if i >= 0 and self.places[i] == position else None


def mask(text: str, known: Mapping[str, str]) -> Masked:
    """``text`` with a mark for each outlet of the registry, domain, and ``@handle`` in it.

    >>> [(one.outlet, one.by) for one in mask("Told naviny .by and x.example.", {}).named]
    [('Naviny.by', 'damaged name'), ('x.example', 'domain')]
    """
    found = _named(text, known)
    pieces, places, last, size = [], [], 0, 0
    for one in found:
        pieces += [text[last : one.start], MARK]
        size += one.start - last
        places.append(size)
        size += 1
        last = one.stop
    pieces.append(text[last:])
    return Masked(text, "".join(pieces), tuple(places), tuple(found))


def _named(text: str, known: Mapping[str, str]) -> list[Named]:
    found = []
    for hit, weak in outlets.scan(text):
        if hit.outlet.platform and text.startswith("-канал", hit.stop):
            continue  # "Telegram-канал X" names X; patterns know the word
        name = known.get(fold(hit.outlet.name), hit.outlet.name)
        by = "damaged name" if hit.damaged else "registry"
        found.append(Named(hit.start, hit.stop, name, by, hit.damaged, weak, hit.outlet.platform))
    if known:
        found += [one for match in _CAPITAL.finditer(text) if (one := _learnt(text, match, known))]
        found += [
            Named(m.start(), m.end(), known[name], "damaged name", damaged=True, weak=True)
            for m in _BROKEN.finditer(text)
            if (name := fold(m[1] + m[2])) in known
        ]
    if "." in text:
        found += [_host(match, known) for match in HOST.finditer(text)]
    if "@" in text or "t.me/" in text:
        found += [_handle(match, known) for match in HANDLE.finditer(text)]
    # a longer name beats a shorter one; the registry beats a mere shape
    found.sort(key=lambda one: (one.start, one.by == "domain" or one.by.startswith("name of"), -one.stop))
    kept: list[Named] = []
    for one in found:
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    return kept


def _learnt(text: str, match: re.Match[str], known: Mapping[str, str]) -> Named | None:
    """The name of the corpus that begins here, the longest; one word counts less outside quotation marks."""
    start, ends = match.start(), [match.end()]
    while len(ends) < _WORDS and (more := _MORE.match(text, ends[-1])):
        ends.append(more.end())
    for end in reversed(ends):
        name = known.get(fold(text[start:end].replace("\u00a0", " ")))
        if name is None or (end == match.end() and _within(text, match)):
            continue
        quoted = text[start - 1 : start] in _OPEN and text[end : end + 1] in _CLOSE
        weak = end == match.end() and not quoted
        return Named(start, end, name, "name of an outlet in the corpus", weak=weak)
    return None


def _handle(match: re.Match[str], known: Mapping[str, str]) -> Named:
    handle = "@" + (match[1] or match[2])
    return Named(match.start(), match.end(), known.get(fold(handle), handle), "handle")


def _within(text: str, match: re.Match[str]) -> bool:
    """Whether a name is part of a longer one: another capital of its script before or after it."""
    before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
    last = before[:-1].rpartition(" ")[2] if before[-1:] == " " else ""
    after = text[match.end() + 1 : match.end() + 2] if text[match.end() : match.end() + 1] == " " else ""
    script = match[0].isascii()
    return any(one[:1].isupper() and one.isascii() == script for one in (last.lstrip('«“„"('), after))


def _host(match: re.Match[str], known: Mapping[str, str]) -> Named:
    host = match[1].casefold()
    name = next((known[key] for key in (host, fold(host)) if key in known), host)
    stop = match.end() - (match[0][-1] in ".,;:!?")
    return Named(match.start(), stop, name, "domain")
