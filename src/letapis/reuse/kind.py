"""What one document did with another's text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Side", "kind"]

_WHOLE = 0.5  # share of a document inside shared stretches that makes it carry the other
_TEASER = 100  # words of the longest teaser; feeds cut at 30 to 60
_START = 20  # words before the shared text that still are a heading or a dateline
_FRESH = 25  # words added in one place or more: a paragraph, more than a dateline or credit
_MOSTLY = 0.75  # share of the later document that, as a part of the other, is not an excerpt in it
_QUOTATION = 45  # words of the longest quotation: one or two sentences


@dataclass(frozen=True, slots=True)
class Side:
    """One document of a pair: own words, share of them inside shared stretches, words before."""

    size: int
    reach: float
    lead: int
    marked: bool = False
    """Whether quotation marks open right where the shared text starts."""
    cut: bool = False
    """Whether it is known to break off."""


def kind(earlier: Side, later: Side, stretches: int = 1) -> str:
    """The kind of reuse, as :class:`letapis.model.Reuse` names them.

    ``common_source`` is not told from one pair; see :func:`letapis.reuse.pairs.pairs`.

    >>> kind(Side(300, 0.97, 0), Side(310, 0.95, 5))
    'reprint'
    >>> kind(Side(300, 0.1, 0), Side(31, 0.98, 0))
    'teaser'
    >>> kind(Side(300, 0.99, 0), Side(420, 0.7, 0))
    'extended'
    >>> kind(Side(300, 0.2, 70), Side(400, 0.15, 80))
    'excerpt'
    >>> kind(Side(300, 0.06, 70), Side(400, 0.05, 80, marked=True))
    'quotation'
    >>> kind(Side(300, 0.4, 150), Side(130, 0.95, 0))
    'partial'
    """
    short = later.size <= _TEASER
    if later.reach >= _WHOLE and earlier.reach >= _WHOLE:
        if short and later.cut:
            return "teaser"
        fresh, lost = later.size * (1 - later.reach), earlier.size * (1 - earlier.reach)
        return "extended" if fresh >= _FRESH and fresh > 2 * lost else "reprint"
    if later.reach >= _MOSTLY or (later.reach >= _WHOLE and short):
        return "teaser" if short and (earlier.lead <= _START or later.cut) else "partial"
    if earlier.reach >= _WHOLE and earlier.size > _TEASER:
        return "extended"
    words = later.reach * later.size
    if words <= _QUOTATION and stretches == 1 and (later.marked or words <= _QUOTATION / 2):
        return "quotation"
    return "excerpt"
