"""What is taken from a page: blocks of text, and what each of them is."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Extracted"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page that stands by itself: a paragraph, a heading, a menu entry.

    ``kind`` of a block of the article: paragraph, heading, item, quote, caption, cell or code. Of one
    that is not: what :class:`letapis.model.Residue` names, or title, caption or other. ``order`` is
    its place among all blocks of the page, from 0: blocks stand in the mark-up in that order. ``score``
    is how likely the block is part of the article, 0 to 1.
    """

    text: str
    kind: str
    order: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article of a page, and all the rest of the page's words, each in reading order."""

    blocks: tuple[Block, ...] = ()
    residue: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The article as lines, one a block.

        >>> Extracted((Block("Boats run.", "paragraph", 4), Block("Nobody paid.", "paragraph", 5))).text
        'Boats run.\\nNobody paid.'
        """
        return "\n".join(block.text for block in self.blocks)
