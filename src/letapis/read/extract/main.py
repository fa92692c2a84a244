"""The article of a page, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from letapis.read.extract.record import Block, Extracted

if TYPE_CHECKING:
    from letapis.read.extract.parse import Page, Piece

__all__ = ["extract", "select"]

KEEP = 0.45
"""From this chance on a block is part of the article."""
FILL = 0.2
"""From this chance on a block is taken where it stands in a gap of the article, on the same shelf."""
_GAP = 8
"""Blocks from either side of such a gap."""
_BARE = 60
"""A page of at most so many blocks, none of them likely, is bare: its sentences are its text."""
_LONG, _WORDS = 80, 3
"""A block of a bare page is a sentence from so many code points, or with a final mark; spaces in it."""
_CLOSE = 12
"""Blocks from the article within which the words of what is left out are looked at."""
_HEAD = 400
"""Code points of the text after which a line that says the title is no longer above it."""
_FURNITURE = frozenset(("share", "subscribe", "tags", "cookie", "platform", "markup", "footer"))
"""Kinds of lines that are no part of an article, wherever they stand."""


def extract(raw: str | bytes, made: Any = None) -> Extracted:
    """The main text of a news page as blocks in reading order, and everything else with its kind.

    Bytes are decoded as :func:`letapis.text.decode.decode` tells; ``made`` is the page's
    :func:`~letapis.read.extract.parse.tree`, where there is one already. The page's title is not part of the
    text. Nothing is raised for any input: a page without an article has no blocks. Takes time and
    memory in proportion to the page; how deep its mark-up is nested is for the caller to bound.

    >>> said = "The bridge is shut until May, and boats run in its place. " * 5
    >>> article = f"<article><h1>Boats</h1><p>{said}</p><p>{said}</p></article>"
    >>> found = extract(f"<body><nav><a href='/'>Home</a></nav>{article}")
    >>> [block.text[:18] for block in found.blocks], [block.kind for block in found.residue]
    (['The bridge is shut', 'The bridge is shut'], ['menu', 'title'])
    """
    from letapis.read.extract.judge import judge
    from letapis.read.extract.parse import parse

    if isinstance(raw, bytes):
        from letapis.text.decode import decode

        raw = decode(raw).text
    page = parse(raw, made)
    return select(page, judge().chances(page).tolist()) if page.pieces else Extracted()


def select(page: Page, chances: Sequence[float]) -> Extracted:
    """The blocks whose chance is high enough, and the rest; titles and furniture are never taken.

    >>> from letapis.read.extract.parse import parse
    >>> found = select(parse("<p>Boats run.</p><p>Tumblr media</p><p>Nobody paid.</p>"), [0.9, 0.9, 0.1])
    >>> [block.text for block in found.blocks], [block.kind for block in found.residue]
    (['Boats run.'], ['platform', 'other'])
    """
    from letapis.read.extract.kinds import left, taken
    from letapis.read.furniture import kind

    titles = _titles(page.title, page.heading, page.metas.get("og:title", ""))
    chosen = _chosen(page, chances)
    kept = [number for number, wanted in enumerate(chosen) if wanted]
    first, last = (kept[0], kept[-1]) if kept else (0, -1)
    initials = {title[0] for title in titles}
    blocks, residue = [], []
    begun = 0
    for number, (piece, chance) in enumerate(zip(page.pieces, chances, strict=True)):
        wanted, text = chosen[number], piece.text
        titled = (text[0].casefold() in initials or not text[0].isalnum()) and _plain(text) in titles
        if titled and (not wanted or begun < _HEAD):
            said = "title"
        elif wanted and (line := kind(piece.text)) in _FURNITURE:
            said = str(line)
        elif wanted:
            begun += piece.size
            blocks.append(Block(piece.text, taken(page, piece), number, chance))
            continue
        else:
            said = left(page, piece, first - _CLOSE <= number <= last + _CLOSE)
        residue.append(Block(piece.text, said, number, chance))
    return Extracted(tuple(blocks), tuple(residue))


def _chosen(page: Page, chances: Sequence[float]) -> list[bool]:
    """Which blocks are taken: the likely ones, and what is not unlikely in a gap between them."""
    found = [chance >= KEEP for chance in chances]
    kept = [number for number, wanted in enumerate(found) if wanted]
    if not kept and len(page.pieces) <= _BARE:
        return [_prose(piece) for piece in page.pieces]
    shelf = [page.elements[piece.holder].parent for piece in page.pieces]
    for before, after in pairwise(kept):
        for number in range(before + 1, after):
            near = max(number - before, after - number) <= _GAP and shelf[number] in (
                shelf[before],
                shelf[after],
            )
            found[number] = near and chances[number] >= FILL
    return found


def _prose(piece: Piece) -> bool:
    """Whether a block reads as a sentence and leads nowhere."""
    text = piece.text.rstrip()
    spoken = text.endswith((*'.!?…:;»”")',)) or piece.size >= _LONG
    return spoken and text.count(" ") >= _WORDS and 2 * piece.linked < len(text)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum()) if len(text) < 500 else ""


def _titles(*texts: str) -> frozenset[str]:
    """The forms in which a page's title may stand above its text, also without the outlet's name."""
    found = set()
    for text in texts:
        found.add(_plain(text))
        for mark in (" | ", " - ", " – ", " — ", " :: ", " « ", " » "):
            head = text.rpartition(mark)[0]
            if len(head) > 20:
                found.add(_plain(head))
    found.discard("")
    return frozenset(found)
