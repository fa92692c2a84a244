"""A text in which every outlet named is one character, so that credits are found by short patterns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from letapis import outlets
from letapis.attribute.dative import told
from letapis.outlets.host import hosts, opening
from letapis.text import fold
from letapis.text.stream import Stream, stream

__all__ = ["HANDLE", "MARK", "Known", "Masked", "Named", "first", "mask", "sites"]

MARK = "\ue000"
"""Stands in a masked text for an outlet's name."""

_TLD = (
    "by|ua|ru|su|org|com|net|info|eu|io|media|pl|lt|lv|ee|de|uk|us|tv|online|news|press|fm|cz|fr|it|co|biz|kz"
    "|md|ge|az|am|me|live|site|pro|se|fi|no|at|ch|nl|be|es|ca|au|in|cn|jp|test|example|рф|бел|укр"
)
_SITE = re.compile(rf".*\.(?:{_TLD})", re.IGNORECASE | re.DOTALL)
HANDLE = re.compile(r"(?<![\w@/.])@([a-z]\w{3,40})|(?:t\.me/(?:s/)?)(\w{2,40})", re.IGNORECASE)
_MORE = re.compile(r"[ \u00a0][\w№&'’+-]{1,40}")
_CHANNEL = re.compile(r"[-\s](?:канал|channel)", re.IGNORECASE)
_MEDIUM = re.compile(r"\s(?:television|tv|radio|news|magazine|newspaper)\b", re.IGNORECASE)
_WORDS = 4
"""The most words of a name of the corpus."""
_BROKEN = re.compile(r"(?<![\w@./-])([^\W\da-zа-яёіїєґў_])[ \u00a0]((?-i:[a-zа-яёіїєґў])\w{3,40})")
"""A name with a space after its first letter."""
_OPEN, _CLOSE = ("«", "“", "„", '"', "‘"), ("»", "”", "“", '"', "’")


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

    def at(self, position: int) -> Named | None:
        """The outlet whose mark stands at a place of the masked text."""
        i = bisect_right(self.places, position) - 1
        return self.named[i] if i >= 0 and self.places[i] == position else None


def mask(text: str, known: Mapping[str, str], tokens: Stream | None = None) -> Masked:
    """``text`` with a mark for each outlet of the registry, domain, and ``@handle`` in it.

    ``tokens`` are those of ``text``, where somebody has them already.

    >>> [(one.outlet, one.by) for one in mask("Told naviny .by and x.example.", {}).named]
    [('Naviny.by', 'damaged name'), ('x.example', 'domain')]
    """
    found = _named(text, known, stream(text) if tokens is None else tokens)
    pieces, places, last, size = [], [], 0, 0
    for one in found:
        pieces += [text[last : one.start], MARK]
        size += one.start - last
        places.append(size)
        size += 1
        last = one.stop
    pieces.append(text[last:])
    return Masked(text, "".join(pieces), tuple(places), tuple(found))


def sites(text: str) -> Iterator[re.Match[str]]:
    """Addresses in ``text`` under endings that sites have, as :func:`letapis.outlets.host.hosts` gives them.

    >>> [match["host"] for match in sites("See a.example and e.g.this, b.by.")]
    ['a.example', 'b.by']
    """
    return (match for match in hosts(text) if _SITE.fullmatch(match["host"]))


def _named(text: str, known: Mapping[str, str], tokens: Stream) -> list[Named]:
    found = []
    for hit, weak in outlets.scan(text, tokens):
        if hit.outlet.platform and _CHANNEL.match(text, hit.stop):
            continue  # "Telegram-канал X" names X; patterns know the word
        if weak and _within(text, hit.start, hit.stop) and not _beside(text, hit):
            continue  # "Life" in "Lakeside Life"
        name = known.get(fold(hit.outlet.name), hit.outlet.name)
        by = "damaged name" if hit.damaged else "registry"
        found.append(Named(hit.start, hit.stop, name, by, hit.damaged, weak, hit.outlet.platform))
    if known:
        found += _learnt(text, known, tokens)
    found += [_host(match, known) for match in sites(text)]
    if "@" in text or "t.me/" in text:
        found += [_handle(match, known) for match in HANDLE.finditer(text)]
    # a longer name beats a shorter one; the registry beats a mere shape
    found.sort(key=lambda one: (one.start, one.by == "domain" or one.by.startswith("name of"), -one.stop))
    kept: list[Named] = []
    for one in found:
        if not kept or one.start >= kept[-1].stop:
            kept.append(one)
    return kept


def _beside(text: str, hit: outlets.Found) -> bool:
    """Whether a name beside another capital is an outlet's after all: "Life magazine", "said Mill to X"."""
    return bool(_MEDIUM.match(text, hit.stop)) or told(text[hit.start : hit.stop], hit.outlet.name)


def first(known: Mapping[str, str]) -> frozenset[str]:
    """The folded words that names of the corpus begin with.

    >>> sorted(first({"мост и река": "Мост и река", "порт-инфо": "Порт-Инфо"}))
    ['мост', 'порт-инфо']
    """
    if isinstance(known, Known):
        return known.first
    return _first(known)


def _first(known: Mapping[str, str]) -> frozenset[str]:
    return frozenset(key.split(" ", 1)[0] for key in known)


class Known(dict[str, str]):
    """Folded form → outlet, with the words that the forms begin with at hand; not to be changed.

    >>> Known({"мост и река": "Мост и река"}).first
    frozenset({'мост'})
    """

    @cached_property
    def first(self) -> frozenset[str]:
        """The folded words that its forms begin with."""
        return _first(self)


def _learnt(text: str, known: Mapping[str, str], tokens: Stream) -> Iterator[Named]:
    begins, words = first(known), tokens.words
    for number in [number for number, form in enumerate(tokens.folds) if form in begins]:
        if not words[number][0].islower() and (one := _longest(text, tokens, number, known)):
            yield one
    for number in [number for number, word in enumerate(words) if len(word) == 1 and word.isalpha()]:
        match = _BROKEN.match(text, tokens.starts[number])
        if match and (name := fold(match[1] + match[2])) in known:
            yield Named(match.start(), match.end(), known[name], "damaged name", damaged=True, weak=True)


def _longest(text: str, tokens: Stream, number: int, known: Mapping[str, str]) -> Named | None:
    """The name of the corpus that begins here, the longest; one word counts less outside quotation marks."""
    start, ends = tokens.starts[number], [tokens.stops[number]]
    if text[start - 1 : start] in ("@", ".", "/") or (
        text[ends[0] : ends[0] + 1] == "." and text[ends[0] + 1 : ends[0] + 2].isalnum()
    ):
        return None
    while len(ends) < _WORDS and (more := _MORE.match(text, ends[-1])):
        ends.append(more.end())
    for end in reversed(ends):
        name = known.get(fold(text[start:end].replace("\u00a0", " ")))
        if name is None or (end == ends[0] and _within(text, start, end)):
            continue
        quoted = text[start - 1 : start] in _OPEN and text[end : end + 1] in _CLOSE
        return Named(start, end, name, "name of an outlet in the corpus", weak=end == ends[0] and not quoted)
    return None


def _within(text: str, start: int, stop: int) -> bool:
    """Whether a name is part of a longer one: another capital of its script before or after it."""
    before = text[max(0, start - 40) : start].rpartition("\n")[2]
    last = before[:-1].rpartition(" ")[2] if before[-1:] == " " else ""
    after = text[stop + 1 : stop + 2] if text[stop : stop + 1] == " " else ""
    script = text[start:stop].isascii()
    if last[-1:] in (",", ".", ":", ";", "!", "?", ")"):
        last = ""
    return any(one[:1].isupper() and one.isascii() == script for one in (last.lstrip('«“„"('), after))


def _host(match: re.Match[str], known: Mapping[str, str]) -> Named:
    host = match["host"].casefold()
    name = next((known[key] for key in (host, fold(host)) if key in known), host)
    stop = match.end() - (match[0][-1] in ".,;:!?")
    return Named(opening(match.string, match.start()), stop, name, "domain")


def _handle(match: re.Match[str], known: Mapping[str, str]) -> Named:
    handle = "@" + (match[1] or match[2])
    start = opening(match.string, match.start())
    return Named(start, match.end(), known.get(fold(handle), handle), "handle")
