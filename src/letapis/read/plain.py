"""A text put together from pieces of a record, with its links, and then cleaned as any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Anchor, Link, Residue
from letapis.read.clean import Cleaned, clean
from letapis.read.trace import forward, shift, through
from letapis.text import fold

__all__ = ["Fragment", "Plain"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text and what stood beside it."""

    text: str
    """Paragraphs, headings, items and captions, each a line."""
    links: tuple[Link, ...] = ()
    """With the place of their words in ``text``, where they stand in it."""
    residue: tuple[Residue, ...] = ()
    credits: tuple[str, ...] = ()
    """What elements that call themselves a credit say of a picture; in ``residue`` as well."""
    map: tuple[Anchor, ...] = ()
    """From ``text`` to the record, as far as its letters stand there."""
    title: str | None = None
    """The first line where it is like a heading; it stays in the text as well."""
    language: str | None = None
    """ISO 639-1, as it seemed."""


@dataclass(slots=True)
class Plain:
    """A text as it grows, and the way back to its record.

    >>> plain = Plain()
    >>> plain.add("The ferry waits.", 40)
    >>> plain.break_line()
    >>> plain.add("It is late.", 70)
    >>> plain.links.append(("/more", 17, 28))
    >>> made = plain.fragment("https://rechnik.example/")
    >>> made.text, made.map[0].raw_start, made.links[0].href
    ('The ferry waits.\\nIt is late.', 40, 'https://rechnik.example/more')
    """

    parts: list[str] = field(default_factory=list)
    size: int = 0
    map: list[Anchor] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)
    """(address, first code point, code point after the last)"""
    residue: list[Residue] = field(default_factory=list)
    line: bool = True
    """Whether a line begins here."""

    def add(self, words: str, at: int | None = None) -> None:
        """Words, and where they stand in the record letter by letter; None where they do not."""
        if at is not None and words:
            last = self.map[-1] if self.map else None
            if last is not None and last.raw_stop == at and last.stop == self.size:
                self.map[-1] = Anchor(last.start, last.stop + len(words), last.raw_start, at + len(words))
            else:
                self.map.append(Anchor(self.size, self.size + len(words), at, at + len(words)))
        self.parts.append(words)
        self.size += len(words)
        self.line = words.endswith("\n") if words else self.line

    def add_placed(self, words: str, anchors: Sequence[Anchor]) -> None:
        """Words of which ``anchors`` tell where they stand in the record."""
        for one in anchors:
            start, stop = self.size + one.start, self.size + one.stop
            self.map.append(Anchor(start, stop, one.raw_start, one.raw_stop))
        self.parts.append(words)
        self.size += len(words)
        self.line = words.endswith("\n") if words else self.line

    def append(self, other: Plain, by: int = 0) -> None:
        """Another text, with its links and residue; its record stands ``by`` code points further on."""
        start = self.size
        self.residue += other.residue
        self.links += [(href, start + a, start + b) for href, a, b in other.links]
        self.add_placed(other.text(), shift(other.map, by))

    def break_line(self) -> None:
        """Begin a line, unless one begins here."""
        if not self.line:
            self.add("\n")

    def text(self) -> str:
        """All of it, not yet cleaned."""
        if len(self.parts) > 1:
            self.parts = ["".join(self.parts)]
        return self.parts[0] if self.parts else ""

    def fragment(
        self, base: str | None = None, title: str | None = None, stop: int | None = None
    ) -> Fragment:
        """The cleaned text up to ``stop``; a first line that only repeats ``title`` is left out.

        ``base`` is the address that relative links are taken from.
        """
        text = self.text()
        residue = list(self.residue)
        start = _titled(text, title)
        if start:
            residue.insert(0, Residue(text[:start].strip(), "duplicate_title"))
        code, _ = identify(text)
        end = self.size if stop is None else max(start, stop)
        cleaned = clean(text, start, end, langs.get(code) if code else None)
        return Fragment(
            cleaned.text,
            tuple(_link(cleaned, text, base, *link) for link in self.links),
            (*cleaned.residue, *residue),
            tuple(one.surface for one in residue if one.kind == "credit"),
            through(cleaned.map, self.map),
            cleaned.title,
            code,
        )


def _titled(plain: str, title: str | None) -> int:
    """Where the text begins behind a first line that only repeats the title; 0 where none does."""
    first, line, _ = plain.partition("\n")
    if title and line and fold(" ".join(first.split())) == fold(" ".join(title.split())):
        return len(first) + 1
    return 0


def _link(cleaned: Cleaned, plain: str, base: str | None, href: str, start: int, stop: int) -> Link:
    """A link of the plain text as one of the cleaned; without a place where its words were left out."""
    try:
        address = urljoin(base, href) if base else href
    except ValueError:
        address = href
    place = forward(cleaned.map, start, stop)
    if place is not None:
        a, b = place
        while a < b and cleaned.text[a].isspace():
            a += 1
        while b > a and cleaned.text[b - 1].isspace():
            b -= 1
        if a < b:
            return Link(address, cleaned.text[a:b], a, b)
    return Link(address, " ".join(plain[start:stop].split()))
