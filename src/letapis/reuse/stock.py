"""Text that unrelated documents share: site furniture and stock phrases.

Nothing is asked about outlets. A seed that several families carry (see
:mod:`letapis.reuse.families`) is not theirs: among the last lines of documents three families are
enough, elsewhere five. (A quotation that two articles took from a third has three carriers too, but
they stand anywhere.)
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.families import chief
from letapis.reuse.index import Index
from letapis.reuse.seeds import Seeds, document, span
from letapis.text.kernel import kernel

__all__ = ["FURNITURE", "KEPT", "PHRASE", "Stock", "stock"]

Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]
Marks = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]

_TAIL = 150  # words from the end of a document within which furniture is looked for
_GAP = 15  # words of a document's own (tags, a date) that may stand within its furniture
_TAIL_FAMILIES, _FAMILIES = 3, 5
_LONG = 12  # a stretch of as many seeds, away from the end, is a quotation, not a phrase
_MANY = 12  # families that make even such a stretch stock
_MOST = 255
_OWN = 0.25  # share of a family that carries what is its own; furniture may have made it a family
_CHIEF, _CHIEFS = 0.6, 8  # share of its carriers, and how many, that make a seed one family's own

KEPT, PHRASE, FURNITURE = 1, 2, 3
"""What a seed is: text of its documents, a stock phrase, or site furniture."""


class Stock:
    """What is stock: per word of the index, as a start of a seed and as a word.

    ``seed``: :data:`KEPT`, :data:`PHRASE` or :data:`FURNITURE` where a word starts a recurring
    seed, else 0. ``phrase`` and ``counted``: whether the word stands in a stock phrase, and whether
    it counts at all, standing in no region nor in furniture.
    ``family`` and ``kin``: the family of each document, and how many documents that has.
    """

    __slots__ = ("counted", "family", "kin", "phrase", "seed")

    def __init__(self, seed: Marks, phrase: Flags, counted: Flags, family: Places, kin: Places) -> None:
        self.seed, self.phrase, self.counted, self.family = seed, phrase, counted, family
        self.kin = kin


def stock(index: Index, found: Seeds, family: Places) -> Stock:
    """Which words of ``index`` are stock, by how many families carry the seeds they stand in.

    >>> from letapis.model import Document
    >>> from letapis.reuse.families import families
    >>> from letapis.reuse.index import build
    >>> from letapis.reuse.seeds import seeds
    >>> stories = ["Мост праз раку Сулу адкрылі ўчора", "Тралейбус сышоў з лініі на гары"]
    >>> stories += ["Рыбакі злавілі вялікага сома ў возеры"]
    >>> documents = [Document(s, "", text=s + ". Пішыце нам лісты штодня") for s in stories]
    >>> index = build(documents, [])
    >>> found = seeds(index)
    >>> told = stock(index, found, families(index, found))
    >>> int((told.seed == FURNITURE).sum()), int((~told.counted).sum())
    (3, 12)
    """
    words = index.words
    places, heads = found.places, found.heads
    carried = np.zeros(len(words.forms), np.uint8)
    kin = np.bincount(family, minlength=len(family))[family]
    _carry(places, heads, found.blocks, words.bounds, family, kin, carried)
    last = np.zeros(len(words.forms), np.bool_)
    text = (words.bounds, words.starts, words.stops, index.own)
    _last(*text, carried, last)
    seed = np.zeros(len(words.forms), np.uint8)
    _mark(places, heads, carried, last, seed)
    _spare(words.bounds, carried, seed)
    phrase = np.zeros(len(words.forms), np.bool_)
    counted = index.own.copy()
    _cover(*text, seed, phrase, counted)
    return Stock(seed, phrase, counted, family, kin)


@kernel
def _carry(
    places: Array, heads: Array, blocks: Array, bounds: Array, family: Array, kin: Array, carried: Array
) -> Any:
    """How many families carry each place's seed, 255 at most.

    One, where most of its carriers are of one family: what others quote of a report that has many
    copies is still the report's.
    """
    seen = np.full(len(family), -1, np.int64)
    for group in range(len(heads) - 1):
        many = 0
        for row in range(heads[group], heads[group + 1]):
            mine = family[document(places[row], bounds, blocks)]
            if seen[mine] != group:
                seen[mine] = group
                many += 1
        if many >= _TAIL_FAMILIES:
            size = heads[group + 1] - heads[group]
            row, own = chief(places, heads[group], heads[group + 1], family, bounds, blocks)
            large = kin[document(places[row], bounds, blocks)]
            if own >= _CHIEFS and own >= max(_CHIEF * size, _OWN * large):
                many = 1
        for row in range(heads[group], heads[group + 1]):
            carried[places[row]] = min(many, _MOST)


@kernel
def _last(bounds: Array, starts: Array, stops: Array, own: Array, carried: Array, last: Array) -> Any:
    """Which places have little but seeds of several families behind them."""
    for text in range(len(bounds) - 1):
        stop = bounds[text + 1]
        behind = stop
        for place in range(stop - 1, max(bounds[text], stop - _TAIL) - 1, -1):
            if carried[place] >= _TAIL_FAMILIES:
                size = span(place, stop, starts, stops, own)
                if behind - place - size + 3 > _GAP:
                    break
                behind = place
                last[place] = True


@kernel
def _mark(places: Array, heads: Array, carried: Array, last: Array, seed: Array) -> Any:
    for group in range(len(heads) - 1):
        low, high = heads[group], heads[group + 1]
        many = carried[places[low]]
        ends = 0
        for row in range(low, high):
            ends += last[places[row]]
        mark = KEPT
        if many >= _TAIL_FAMILIES and ends >= 0.6 * (high - low):
            mark = FURNITURE
        elif many >= _FAMILIES:
            mark = PHRASE
        for row in range(low, high):
            seed[places[row]] = mark


@kernel
def _spare(bounds: Array, carried: Array, seed: Array) -> Any:
    """Long stretches of phrases are quotations, unless a great many carry them."""
    for text in range(len(bounds) - 1):
        place, stop = bounds[text], bounds[text + 1]
        while place < stop:
            if seed[place] != PHRASE:
                place += 1
                continue
            begin = place
            while place < stop and seed[place] == PHRASE:
                place += 1
            if place - begin >= _LONG:
                for at in range(begin, place):
                    if carried[at] < _MANY:
                        seed[at] = KEPT


@kernel
def _cover(
    bounds: Array, starts: Array, stops: Array, own: Array, seed: Array, phrase: Array, counted: Array
) -> Any:
    for text in range(len(bounds) - 1):
        stop = bounds[text + 1]
        for place in range(bounds[text], stop):
            if seed[place] > KEPT:
                size = span(place, stop, starts, stops, own)
                for at in range(place, place + size):
                    if seed[place] == FURNITURE:
                        counted[at] = False
                    else:
                        phrase[at] = True
