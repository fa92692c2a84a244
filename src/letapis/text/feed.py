"""The parts of a feed in XML (RSS, RDF, Atom), found without a parser: byte for byte as they stand.

No tree is built, so nothing can be nested too deep; no entity is expanded, so none can be a bomb; and
what no parser would accept (a bare ``&``, a section that is never closed, an end that is missing) costs
the entry that it stands in, not the others. Time is linear in the length of the feed.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from letapis.text.decode import Decoded, decode

__all__ = ["Child", "Piece", "attribute", "children", "decoded", "entries", "words"]

_MARK = re.compile(
    r"<!--|<!\[CDATA\[|<!DOCTYPE|<(?P<close>/?)(?P<name>(?:[A-Za-z_][\w.-]{0,40}:)?(?:item|entry))(?=[\s>/])",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"<!--|<!\[CDATA\[|<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*+)"
    r"(?:(?P<inside>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>|(?P<rest>[^<>]*+)>)"
)
_KNOWN = re.compile(
    r"<(?:[a-z0-9]{1,20}:)?(?:title|link|guid|id|pubdate|description|summary|content|encoded|creator|author"
    r"|category|date|published|updated|enclosure|source|comments|thumbnail|group)(?=[\s>/])",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"<(?:item|entry)[\s>]", re.IGNORECASE)
_PART = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:.-]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"^[^<]{0,200}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_WESTERN = frozenset(("iso8859-1", "cp1252", "ascii", "latin-1"))
_TAG = 8000
"""Characters of the longest tag of an entry."""
_LOST = 12
"""Names of elements never closed after which no more is looked for their ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry of a feed, or a declaration that it should not have."""

    kind: Literal["entry", "cut", "entities", "stray"]
    """An entry; one in which the feed ends; a document type that declares entities; the end of an entry
    that never began."""
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Child:
    """An element directly in another."""

    name: str
    """In lower case, with its prefix (``dc:creator``)."""
    inside: str
    """Its attributes, as written."""
    start: int
    inner: int
    """Where its content begins."""
    stop: int
    """Where its content ends."""
    end: int


def entries(feed: str) -> Iterator[Piece]:
    """The entries (``item`` or ``entry``) of ``feed``, in order.

    One that is never closed ends where the next begins, and a section or comment that is never closed
    ends with its entry.

    >>> feed = "<rss><item><title>A</title></item><item><title><![CDATA[B</title></item><item>C"
    >>> [(piece.kind, feed[piece.start : piece.stop]) for piece in entries(feed)][1:]
    [('entry', '<item><title><![CDATA[B</title></item>'), ('cut', '<item>C')]
    """
    at, start = 0, -1
    called = ""
    ended: set[str] = set()
    while match := _MARK.search(feed, at):
        at = match.end()
        if match["name"] is None:
            at, bad = _passed(feed, match, called, ended)
            if bad:
                yield Piece("entities", match.start(), at)
            continue
        if called and match["name"].lower() != called:
            continue
        called = match["name"].lower()
        close = feed.find(">", at, at + _TAG) + 1
        if match["close"]:
            at = close or at
            yield Piece("entry", start, at) if start >= 0 else Piece("stray", match.start(), at)
            start = -1
            continue
        if start >= 0:
            yield Piece("entry", start, match.start())
        start = match.start()
        if close and feed[close - 2] == "/":
            yield Piece("entry", start, close)
            start, at = -1, close
    if start >= 0:
        yield Piece("cut", start, len(feed))


def _passed(feed: str, match: re.Match[str], called: str, ended: set[str]) -> tuple[int, bool]:
    """Where what is no element ends, and whether it declares entities.

    ``ended`` holds the ends that are not found any more, so that none is looked for twice.
    """
    mark, at = match[0].upper(), match.end()
    if mark == "<!DOCTYPE":
        if mark in ended:
            return at, False
        ended.add(mark)  # there is one at most
        stop = _doctype(feed, at)
        return stop, "<!ENTITY" in feed[at:stop]
    if mark != "<!--" and not called and "head" in ended:
        return at, False
    closing = "-->" if mark == "<!--" else "]]>"
    end = -1 if closing in ended else feed.find(closing, at)
    if end < 0:
        ended.add(closing)
    if mark == "<!--":
        return (end + 3 if end >= 0 else at), False
    stop = _section(feed, at, end, called)
    if stop == at:
        ended.add("head")  # sections before the entries are not looked at any more
    return stop, False


def _doctype(feed: str, at: int) -> int:
    """Where the declaration of a document type ends."""
    close, inside = feed.find(">", at), feed.find("[", at)
    if 0 <= inside < close:
        ended = re.compile(r"\]\s*>").search(feed, inside)
        return ended.end() if ended else inside + 1
    return close + 1 if close >= 0 else at


def _section(feed: str, at: int, end: int, called: str) -> int:
    """Where a CDATA section ends; one that runs over the border of two entries was never closed."""
    stop = end if end >= 0 else len(feed)
    if called:
        name = re.escape(called)
        border = rf"</{name}\s*+>\s*+(?:<{name}[\s>/]|</(?:channel|feed|rdf:rdf)\b|\Z)"
        if found := re.compile(border, re.IGNORECASE).search(feed, at, stop):
            return found.start()
    elif end < 0 or _BEGIN.search(feed, at, stop):
        return at  # in the head of the feed, never closed: the entries are behind it
    return end + 3 if end >= 0 else len(feed)


def children(feed: str, start: int, stop: int) -> list[Child]:
    """The elements that stand directly in the stretch ``start`` to ``stop``.

    One that is never closed ends where the next element that feeds have begins.

    >>> entry = "<title>Quay<link>https://quay.example/</link><media:group><title>x</title></media:group>"
    >>> [(one.name, entry[one.inner : one.stop]) for one in children(entry, 0, len(entry))][:2]
    [('title', 'Quay'), ('link', 'https://quay.example/')]
    """
    found: list[Child] = []
    lost: set[str] = set()
    at = start
    while match := _TOKEN.search(feed, at, stop):
        at = match.end()
        if match["name"] is None:
            at = _behind(feed, match[0], at, stop, lost)
        elif not match["close"]:
            found.append(_child(feed, match, stop, lost))
            at = found[-1].end
    return found


def _child(feed: str, match: re.Match[str], stop: int, lost: set[str]) -> Child:
    name = match["name"].lower()
    inside = match["inside"] if match["inside"] is not None else match["rest"]
    begin, at = match.start(), match.end()
    if inside.endswith("/"):
        return Child(name, inside[:-1], begin, at, at, at)
    if name not in lost and len(lost) < _LOST:
        depth = 1
        while token := _TOKEN.search(feed, at, stop):
            at = token.end()
            if token["name"] is None:
                at = _behind(feed, token[0], at, stop, lost)
            elif token["name"].lower() == name and not (token["inside"] or "").endswith("/"):
                depth += -1 if token["close"] else 1
                if not depth:
                    return Child(name, inside, begin, match.end(), token.start(), at)
        lost.add(name)
    following = _KNOWN.search(feed, match.end(), stop)
    end = following.start() if following else stop
    return Child(name, inside, begin, match.end(), end, end)


def _behind(feed: str, opening: str, at: int, stop: int, lost: set[str]) -> int:
    """Behind the end of a comment or section; one that has none counts for nothing."""
    mark = "-->" if opening == "<!--" else "]]>"
    end = -1 if mark in lost else feed.find(mark, at, stop)
    if end < 0:
        lost.add(mark)
        return at
    return end + 3


def words(feed: str, start: int, stop: int) -> str:
    """What an element without elements in it says: sections as they stand, elsewhere references read.

    Entities that HTML does not know stay as they are written.

    >>> words("Quay &amp; <![CDATA[ferry &amp; &lol;]]>", 0, 40)
    'Quay & ferry &amp; &lol;'
    """
    said, at = [], start
    for match in _PART.finditer(feed, start, stop):
        said += [unescape(feed[at : match.start()]), match[1] or ""]
        at = match.end()
    return "".join([*said, unescape(feed[at:stop])])


def attribute(inside: str, name: str) -> str:
    """The value of an attribute; nothing where there is none.

    >>> attribute(" rel='alternate' href='/a?b=1&amp;c=2'", "href")
    '/a?b=1&c=2'
    """
    pairs = ((key, double or single) for key, double, single in _ATTRIBUTE.findall(inside))
    return next((unescape(value) for key, value in pairs if key.lower() == name), "")


def decoded(data: bytes, media_type: str = "") -> Decoded:
    """The text of a feed. What is UTF-8 is read as such whatever it claims; else its claim is tried.

    The claims are the charset of ``media_type`` (HTTP), then that of the XML declaration; one of a
    Western encoding, which fits any bytes, is believed only where the text looks Western.

    >>> decoded('<?xml version="1.0" encoding="windows-1251"?><rss>Мост'.encode("cp1251")).encoding
    'cp1251'
    >>> decoded('<?xml version="1.0" encoding="windows-1251"?><rss>Мост'.encode()).encoding
    'utf-8'
    """
    try:
        if b"\0" not in data[:400] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        said, stated = _CHARSET.search(media_type), _DECLARED.match(data)
        claims = [said[1] if said else "", stated[1].decode() if stated else ""]
        for claim in filter(None, claims):
            if (found := _claimed(data, claim)) is not None:
                return found
    return decode(data)


def _claimed(data: bytes, claim: str) -> Decoded | None:
    try:
        name = codecs.lookup(claim).name
        if name in ("utf-8", "utf-8-sig") or name.startswith(("utf-16", "utf-32", "utf-7")):
            return None
        text = data.decode("cp1252" if name in _WESTERN else name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    if name in _WESTERN and _odd(text[:65536]):
        return None
    return Decoded(text, "cp1252" if name in _WESTERN else name)


def _odd(text: str) -> bool:
    """Whether the words are made of accented letters, as Cyrillic is that is read as Western."""
    beyond = sum(c > "\x7f" and c.isalpha() for c in text)
    runs = len(re.findall(r"[À-ÿ]{3,}", text))
    return runs * 12 > beyond > 20 or (beyond > 0 and runs * 3 > beyond)
