"""Blocks of a page that an extractor put on the wrong side, where the words around them tell."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from itertools import pairwise

from letapis.read import furniture
from letapis.read.extract import Block, Extracted
from letapis.text import fold

__all__ = ["settled"]

_LIKELY = 0.25
"""A block that was left out with a lower chance is not taken back."""
_SAYS = 60
"""Code points of the shortest block that says something."""
_UNDER = 5
"""Blocks under the title in which the only paragraph of a page is looked for."""
_HOPE, _TOLD = 0.15, 60
"""Least chance and code points of such a paragraph."""
_PARTED = 0.7
"""The share of remarks that stand apart from each other: between them are names, dates, buttons."""


def settled(article: Extracted, page: str = "") -> Extracted:
    """The article without the next one, without the readers' comments, and with the end of a teaser.

    A page that goes on with the next article when one scrolls has each in an ``article`` of its own
    with an ``h1`` of its own. Where remarks are longer than the article, they may be taken for it.
    They stand behind a line that announces them, each apart from the next; paragraphs of an article
    stand together.

    >>> said = "The bridge is shut until May, and boats run in its place, for a fee."
    >>> rest = (Block(said, "other", 0, 0.4), Block("Comments (2)", "other", 1), Block("Ann", "other", 2),
    ...     Block("Reply", "other", 4), Block("Reply", "other", 6))
    >>> blocks = (Block("It was about time, I say.", "paragraph", 3), Block("Who pays?", "paragraph", 5))
    >>> [block.text[:10] for block in settled(Extracted(blocks, rest)).blocks]
    ['The bridge']
    """
    return _ended(_unremarked(_single(_least(article), page)))


def _least(article: Extracted) -> Extracted:
    """A page with a title and nothing taken for its text: the likeliest paragraph right under the title."""
    under = [block.order for block in article.residue if block.kind == "title"]
    if article.blocks or not under:
        return article
    near = [b for b in article.residue if 0 < b.order - max(under) <= _UNDER and b.kind == "other"]
    likely = max(near, key=lambda block: block.score, default=None)
    if likely is None or likely.score < _HOPE or len(likely.text) < _TOLD or furniture.kind(likely.text):
        return article
    return _parted(article, [replace(likely, kind="paragraph")], [])


def _single(article: Extracted, page: str) -> Extracted:
    """Without the articles behind the first."""
    headings = {fold(text) for text in _headings(page)[1:]} if article.blocks else set()
    if not headings:
        return article
    begun, at = 0, -1
    taken = {block.order for block in article.blocks}
    for block in sorted((*article.blocks, *article.residue), key=lambda block: block.order):
        if begun >= _SAYS and fold(block.text) in headings:
            at = block.order
            break
        begun += len(block.text) if block.order in taken else 0
    if at < 0:
        return article
    every = (*article.blocks, *(block for block in article.residue if block.order == at))
    behind = [replace(block, kind="read_also") for block in every if block.order >= at]
    return _parted(article, [block for block in article.blocks if block.order < at], behind)


def _headings(page: str) -> list[str]:
    """The first ``h1`` of each ``article`` of a page that has one."""
    found = (_H1.search(part) for part in _ARTICLE.split(page, _MOST)[1:])
    return [" ".join(html.unescape(_TAG.sub(" ", one[1])).split()) for one in found if one]


_ARTICLE = re.compile(r"<article\b", re.IGNORECASE)
_H1 = re.compile(r"<h1\b[^<>]{0,500}>(.{1,600}?)</h1", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,500}>")
_MOST = 100
"""Articles of one page that are looked at."""


def _unremarked(article: Extracted) -> Extracted:
    heading = next((b.order for b in article.residue if furniture.kind(b.text) == "comment"), None)
    if heading is None:
        return article
    behind = [block for block in article.blocks if block.order > heading]
    orders = {block.order for block in behind}
    apart = sum(order - 1 not in orders for order in orders)
    if len(behind) < 2 or apart < _PARTED * len(behind):
        return article
    before = [block for block in article.blocks if block.order < heading]
    top = max((b.order for b in article.residue if b.kind == "title" and b.order < heading), default=-1)
    back = [b for b in article.residue if top < b.order < heading and _possible(b) and len(b.text) >= _SAYS]
    if not before and not back:
        return article
    taken = [*before, *(replace(block, kind="paragraph") for block in back)]
    return _parted(article, taken, [replace(block, kind="comment") for block in behind])


def _ended(article: Extracted) -> Extracted:
    """With the last line of a teaser: one that breaks off right before the words that lead to the rest."""
    if not article.blocks:
        return article
    last = article.blocks[-1].order
    rest = sorted(article.residue, key=lambda block: block.order)
    for block, after in pairwise(rest):
        if block.order <= last or not _possible(block) or furniture.kind(block.text):
            continue
        if furniture.lead(after.text) and block.text.count(" ") > 3:
            return _parted(article, [*article.blocks, replace(block, kind="paragraph")], [])
        break
    return article


def _possible(block: Block) -> bool:
    return block.kind == "other" and block.score >= _LIKELY


def _parted(article: Extracted, taken: list[Block], left: list[Block]) -> Extracted:
    """The same page with other blocks taken, both sides in the order of the page."""
    orders = {block.order for block in taken} | {block.order for block in left}
    rest = [block for block in article.residue if block.order not in orders] + left
    return Extracted(
        tuple(sorted(taken, key=lambda block: block.order)),
        tuple(sorted(rest, key=lambda block: block.order)),
    )
