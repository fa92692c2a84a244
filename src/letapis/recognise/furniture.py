"""Lines that a site puts on its pages and that are not the text's own reporting.

Known in two ways. What a line says: each language lists patterns. Where it recurs: on other pages of
the same outlet, or, where outlets are not known, at the edge of many documents that have nothing
else in common. A line that recurs because documents are copies of each other is no furniture: then
the rest of the text recurs with it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from letapis import langs
from letapis.model import Document, Reason, Region, Span
from letapis.recognise.lines import habits, lines

__all__ = ["furniture"]

_PAGES = 3
"""A line on fewer pages of an outlet is not counted (DESIGN.md, section 5, read)."""
_EDGE_SHARE, _INNER_SHARE = 0.05, 0.3
"""The share of an outlet's pages that a line must stand on: at the edge of the text, inside it."""
_MANY, _MANY_SHARE = 8, 0.002
"""The documents, and the share of all, that a line must stand on where no outlet says anything."""
_EDGE = 4
"""A line is at the edge among this many last lines. The first line of a text is its heading, which
copies share when little else of them is the same."""
_MOSTLY = 0.8
_LONGEST = 1000
"""A longer line is text."""
_SAMPLE = 24
"""So many of the documents that a line stands in are compared."""
_COPIES = 0.15
"""Texts that share this much of the shorter one's 4-word shingles have a source in common."""
_APART = 0.15
"""The share of the compared texts that must have nothing else in common."""
_LEAST = 5
"""A text with fewer shingles between its edges is not compared."""
_TITLES = frozenset({"menu", "markup", "share", "platform", "cookie"})
"""What the first line of a text may be; a first line that looks otherwise like furniture is a heading."""
_REGION = {"credit": "credit", "footer": "credit", "comment": "comment"}
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Recurring:
    """One line and where it stands."""

    places: list[tuple[int, int]] = field(default_factory=list)
    """(index of the document, index of the line)"""
    edge: int = 0


@dataclass(slots=True)
class _Page:
    """One document as spans and keys of its lines."""

    document: Document
    spans: list[Span]
    keys: list[str]
    inner: set[int] | None = None
    """Shingles of its middle, once somebody asked for them."""


def furniture(documents: Sequence[Document]) -> list[Region]:
    """The regions of ``documents`` that are site furniture, in order of documents and places.

    Each region is one line, or the feed footer at the end of one. Time grows with the
    number of lines.

    >>> def page(words: str) -> Document:
    ...     text = f"{words}\\n{words} {words[::-1]} {words}.\\nLit by the harbour lamp."
    ...     return Document(words, "c", text=text, language="en", outlet="Harbour Post")
    >>> pages = [page("old bridge shut"), page("new ferry late"), page("big fair soon")]
    >>> furniture(pages)[0].reasons[0].detail
    'on 3 of 3 pages of Harbour Post'
    """
    pages = [_page(document) for document in documents]
    found: dict[tuple[int, int], tuple[str, Span, list[Reason]]] = {}
    for index, page in enumerate(pages):
        for number, kind, span, reason in _said(page):
            found[index, number] = (kind, span, [reason])
    for index, number, reasons in _recurring(pages):
        kind, span, before = found.get((index, number), ("furniture", pages[index].spans[number], []))
        found[index, number] = (kind, span, [*reasons, *before])
    return [
        Region(pages[index].document.doc_id, span.start, span.stop, kind, "", _score(reasons), tuple(reasons))
        for (index, _), (kind, span, reasons) in sorted(found.items(), key=lambda item: item[0])
    ]


def _score(reasons: Sequence[Reason]) -> float:
    return max(reason.value for reason in reasons if reason.feature in _SURE)


_SURE = frozenset({"pattern", "unrelated"})
"""Reasons whose value is a belief; that of the others is a count."""


def _page(document: Document) -> _Page:
    spans = [span for span in lines(document.text) if span.stop - span.start <= _LONGEST]
    return _Page(document, spans, [_key(span.cut(document.text)) for span in spans])


def _key(line: str) -> str:
    """A line as it is compared: case, spacing and numbers do not count."""
    return " ".join(_DIGITS.sub("0", line.casefold()).split())


def _said(page: _Page) -> Iterator[tuple[int, str, Span, Reason]]:
    """Lines that say what they are."""
    code = page.document.language
    found = habits(langs.get(code) if code else None)
    text = page.document.text
    for number, span in enumerate(page.spans):
        line = span.cut(text)
        kind = found.kind(line)
        if kind and (number or kind in _TITLES):
            yield number, _REGION.get(kind, "furniture"), span, Reason("pattern", 0.9, kind)
        elif number >= max(1, len(page.spans) - 2 * _EDGE) and (at := found.footer(line)) is not None:
            yield number, "credit", Span(span.start + at, span.stop), Reason("pattern", 0.9, "footer")


def _recurring(pages: Sequence[_Page]) -> Iterator[tuple[int, int, list[Reason]]]:
    """Lines that recur on pages that have little else in common."""
    total = Counter(page.document.outlet for page in pages if page.document.outlet)
    for line in _count(pages).values():
        if len(line.places) >= _PAGES:
            edge = line.edge >= _MOSTLY * len(line.places)
            many = edge and len(line.places) >= max(_MANY, _MANY_SHARE * len(pages))
            reasons = _claim(pages, line.places, "documents", len(pages), "") if many else []
            if reasons:
                yield from ((index, number, reasons) for index, number in line.places)
            else:
                yield from _by_outlet(pages, line.places, _EDGE_SHARE if edge else _INNER_SHARE, total)


def _by_outlet(
    pages: Sequence[_Page], places: Sequence[tuple[int, int]], share: float, total: Mapping[str, int]
) -> Iterator[tuple[int, int, list[Reason]]]:
    """The same, outlet by outlet."""
    by_outlet: dict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for place in places:
        by_outlet[pages[place[0]].document.outlet].append(place)
    for outlet, own in by_outlet.items():
        if outlet and len(own) >= max(_PAGES, share * total[outlet]):
            reasons = _claim(pages, own, "outlet_pages", total[outlet], outlet)
            if reasons:
                yield from ((index, number, reasons) for index, number in own)


def _count(pages: Sequence[_Page]) -> dict[str, _Recurring]:
    table: dict[str, _Recurring] = defaultdict(_Recurring)
    for index, page in enumerate(pages):
        seen: set[str] = set()
        for number, key in enumerate(page.keys):
            line = table[key]
            line.places.append((index, number))
            if key not in seen:
                line.edge += number >= max(1, len(page.keys) - _EDGE)
                seen.add(key)
    return table


def _claim(
    pages: Sequence[_Page], places: Sequence[tuple[int, int]], feature: str, total: int, outlet: str
) -> list[Reason]:
    """Why the line at ``places`` is furniture; nothing where those texts are copies of each other."""
    among = sorted({index for index, _ in places})
    if len(among) < _PAGES:
        return []
    index, number = places[0]
    apart, asked = _apart([pages[other] for other in among], pages[index].keys[number])
    if apart < max(_PAGES, _APART * asked):
        return []
    where = f"on {len(among)} of {total} pages{' of ' + outlet if outlet else ''}"
    sure = round(1 - 0.5 / math.sqrt(apart), 3)
    detail = f"{apart} of {asked} compared texts have nothing else in common"
    return [Reason(feature, float(len(among)), where), Reason("unrelated", sure, detail)]


def _apart(pages: Sequence[_Page], key: str) -> tuple[int, int]:
    """How many of a sample of ``pages`` share no more than this line, and how many were compared."""
    own = _shingles(key.split())
    chosen: list[set[int]] = []
    asked = 0
    for page in pages[:: max(1, len(pages) // _SAMPLE)][:_SAMPLE]:
        inner = _inner(page) - own
        if len(inner) >= _LEAST:
            asked += 1
            if not any(len(inner & other) >= _COPIES * min(len(inner), len(other)) for other in chosen):
                chosen.append(inner)
    return len(chosen), asked


def _inner(page: _Page) -> set[int]:
    """Shingles of the lines that are not at the edge, where other furniture stands."""
    if page.inner is None:
        tail = min(_EDGE, len(page.keys) // 2)
        body = page.keys[1 : len(page.keys) - tail] or page.keys[:1]
        page.inner = _shingles([word for key in body for word in key.split()])
    return page.inner


def _shingles(words: Sequence[str]) -> set[int]:
    return {hash(shingle) for shingle in zip(words, words[1:], words[2:], words[3:], strict=False)}
