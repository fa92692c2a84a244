"""What one document did with another's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["KINDS", "LOOSE", "Side", "kind"]

KINDS = ("teaser", "reprint", "extended", "partial", "excerpt", "quotation", "common_source")
"""The kinds, by number."""
LOOSE = tuple(map(KINDS.index, ("excerpt", "quotation")))
"""The numbers of those in which neither document carries the other."""

Numbers = npt.NDArray[np.int8]
_WHOLE = 0.5  # share of a document inside shared stretches that makes it carry the other
_TEASER = 100  # words of the longest teaser; feeds cut at 30 to 60
_START = 20  # words before the shared text that still are a heading or a dateline
_FRESH = 25  # words added in one place or more: a paragraph, more than a dateline or credit
_MOSTLY = 0.75  # share of the later document that, as a part of the other, is not an excerpt in it
_QUOTATION = 45  # words of the longest quotation: one or two sentences


@dataclass(frozen=True, slots=True)
class Side:
    """One document of each pair: own words, share of them inside shared stretches, words before.

    ``cut``: whether it is known to break off.
    """

    size: npt.NDArray[Any]
    reach: npt.NDArray[np.float64]
    lead: npt.NDArray[Any]
    cut: npt.NDArray[np.bool_]


def kind(earlier: Side, later: Side, stretches: npt.NDArray[Any], marked: npt.NDArray[np.bool_]) -> Numbers:
    """The kind of reuse of each pair, as its number in :data:`KINDS`.

    ``stretches`` counts each pair's; ``marked`` says whether quotation marks open in the later
    document right where the shared text starts. ``common_source`` is not told from one pair; see
    :func:`letapis.reuse.thirds.common`.

    >>> def sides(*seen: tuple[int, float, int]) -> Side:
    ...     size, reach, lead = map(np.array, zip(*seen))
    ...     return Side(size, reach, lead, np.zeros(len(seen), bool))
    >>> earlier = sides((300, 0.97, 0), (300, 0.1, 0), (300, 0.99, 0), (300, 0.4, 150))
    >>> later = sides((310, 0.95, 5), (31, 0.98, 0), (420, 0.7, 0), (130, 0.95, 0))
    >>> [KINDS[found] for found in kind(earlier, later, np.ones(4, int), np.zeros(4, bool))]
    ['reprint', 'teaser', 'extended', 'partial']
    >>> earlier, later = sides((300, 0.2, 70), (300, 0.06, 70)), sides((400, 0.15, 80), (400, 0.08, 80))
    >>> [KINDS[found] for found in kind(earlier, later, np.ones(2, int), np.ones(2, bool))]
    ['excerpt', 'quotation']
    """
    teaser, reprint, extended, partial, excerpt, quotation = map(np.int8, range(6))
    short = later.size <= _TEASER
    words = later.reach * later.size
    fresh, lost = later.size * (1 - later.reach), earlier.size * (1 - earlier.reach)
    both = (later.reach >= _WHOLE) & (earlier.reach >= _WHOLE)
    held = (later.reach >= _MOSTLY) | ((later.reach >= _WHOLE) & short)
    quoted = (words <= _QUOTATION) & (stretches == 1) & (marked | (words <= _QUOTATION / 2))
    cases = (
        (both & short & later.cut, teaser),
        (both & (fresh >= _FRESH) & (fresh > 2 * lost), extended),
        (both, reprint),
        (held & short & ((earlier.lead <= _START) | later.cut), teaser),
        (held, partial),
        ((earlier.reach >= _WHOLE) & (earlier.size > _TEASER), extended),
        (quoted, quotation),
    )
    return np.select([when for when, _ in cases], [what for _, what in cases], excerpt).astype(np.int8)
