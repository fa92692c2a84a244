"""A document put together from what a page's article says, what the page says of itself, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Capture, Document, Link, Residue
from letapis.read.around import around, broken, dated
from letapis.read.base import document
from letapis.read.clean import clean
from letapis.read.extract import extract
from letapis.read.extract.parse import tree
from letapis.read.furniture import lead
from letapis.read.held import body
from letapis.read.metadata import Metadata, links, metadata
from letapis.read.place import place
from letapis.read.published import dates
from letapis.read.settle import settled
from letapis.text import fold, tokens

__all__ = ["assemble"]

_LITTLE = 600
"""A page that shows fewer code points than this may hold the article in its linked data alone."""
_TEASER, _SCANT = 1_500, 0.25
"""A page that shows no more than this, and this share of that text, shows its beginning."""
_ENOUGH = 120
"""Code points of the shortest text that is taken from linked data."""


def assemble(capture: Capture, page: str) -> Document | None:
    """The article of the mark-up ``page`` as a document; None where there is none.

    Its text has one line a block, without the heading, and ``map`` leads to the mark-up as far as the
    words stand there. What the page prints around the article is ``residue`` where its kind is known.

    >>> capture = Capture("c1", "", "https://rechnik.example/1", "text/html", format="html")
    >>> said = "The bridge is shut until May, and boats run in its place. " * 5
    >>> found = assemble(capture, f"<title>Boats</title><article><h1>Boats</h1><p>{said}</p></article>")
    >>> found.title, found.text[:18], found.url
    ('Boats', 'The bridge is shut', 'https://rechnik.example/1')
    """
    made = tree(page)
    article = settled(extract(page, made), page)
    drawn = _fuller(article.text, page)
    if not drawn:
        return None
    address = capture.uri if capture.uri.startswith(("http://", "https://")) else None
    said = metadata(made, address or "", capture.fetched_at)
    told = identify(drawn)[0]
    code = told or said.language
    cleaned = clean(drawn, 0, len(drawn), langs.get(code) if code else None)
    title = said.title or cleaned.title
    text, edges = _edged(_untitled(cleaned.text, title), said.authors)
    own = cleaned.residue if broken(text) else tuple(map(_elsewhere, cleaned.residue))
    rest = (*own, *edges, *around(article, title, said.authors))
    found = place(text, page)
    return document(
        capture,
        url=address,
        canonical_url=said.canonical,
        outlet=None if address or said.canonical else said.site,
        title=title,
        authors=said.authors,
        section=said.section,
        text=text,
        language=None if told else said.language,
        **dates(said.date, said.date.basis if said.date else None),
        residue=(*rest, *_credits(rest, said)),
        links=_links(made, address, text),
        raw_start=found.start,
        raw_stop=found.stop,
        map=found.anchors,
    )


def _untitled(text: str, title: str | None) -> str:
    """From mark-up the heading is no part of the text."""
    first, _, rest = text.partition("\n")
    same = bool(title) and _words(first) == _words(title or "")
    return rest if same and rest else text


def _words(line: str) -> list[str]:
    return [token.form for token in tokens(line)]


def _fuller(shown: str, page: str) -> str:
    """The text that a page shows; that of its linked data where it shows none, or a small part of it."""
    if len(shown) > _TEASER or "articleBody" not in page:
        return shown
    held = body(page)
    if len(held) < _ENOUGH:
        return shown
    inside = fold(shown[:60]) in fold(held[:400])
    if len(shown) < _LITTLE and (not inside or len(held) > 2 * len(shown)):
        return held
    return held if inside and len(shown) < _SCANT * len(held) else shown


def _elsewhere(one: Residue) -> Residue:
    """Words that lead on from a whole text lead to other articles."""
    return replace(one, kind="menu") if one.kind == "link" and lead(one.surface) else one


def _edged(text: str, authors: Sequence[str]) -> tuple[str, list[Residue]]:
    """The text without lines at its two ends that are nothing but an author's name or a date, and these."""
    lines, names = text.split("\n"), {fold(name) for name in authors}
    found = []
    for at in (0, -1):
        while len(lines) > 1 and (fold(lines[at]).rstrip(".") in names or dated(lines[at].strip())):
            found.append(Residue(lines.pop(at), "byline"))
    return "\n".join(lines), found


def _credits(rest: Sequence[Residue], said: Metadata) -> list[Residue]:
    """Credits of pictures that the page states and that do not stand in the residue yet."""
    there = {fold(one.surface) for one in rest if one.kind == "credit"}
    new = dict.fromkeys(line for line in said.image_credits if fold(line) not in there)
    return [Residue(line, "credit") for line in new if not any(fold(line) in one for one in there)]


def _links(page: Any, address: str | None, text: str) -> tuple[Link, ...]:
    """The links whose words stand in the text, in order, each at its words."""
    placed, at = [], 0
    for link in links(page, address or "", text):
        start = text.find(link.text, at)
        if start < 0:
            start = text.find(link.text)
        if start >= 0:
            placed.append(Link(link.href, link.text, start, start + len(link.text)))
            at = max(at, start + len(link.text))
    return tuple(placed)
