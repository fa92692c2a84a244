"""Seeds extended to runs: words that are equal, one after another, in two documents.

A seed in up to ``crowd`` documents links all of them; one in more links each with the earliest of the
family that most of them are of, so that nothing frequent is lost and the work stays in proportion to
the text. Within a family of four crowds sixteen are a crowd: what fewer share tells copies of
copies. A run is found once,
from its first linked seed: a seed whose run holds another one before it is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.families import chief
from letapis.reuse.index import Index
from letapis.reuse.seeds import Seeds, document
from letapis.reuse.stock import KEPT, Stock
from letapis.text.kernel import kernel

__all__ = ["Linked", "extend", "hub", "worth"]

Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]
Flags = npt.NDArray[np.bool_]
_WORDS = 3  # words of a run, at least: fewer are seeds that only look alike by their hash
_PHRASE = 12  # letters of a run that are worth nothing
_LEAST = 10  # worth of a pair's runs, half of what makes a pair; what short runs add comes later
_LARGE, _KIN = 4, 16  # in a family of so many crowds, so many are still all linked by a seed they share
_FEW = 48  # runs of a pair that are put in order by insertion
_SEED, _FIRST = 1, 2  # a kept seed starts here; in a crowd, here is the one that all are linked with
_COUNTED = 4  # the word counts


@dataclass(frozen=True)
class Linked:
    """Runs of ``length`` words from ``a`` and as many from ``b``, in order of their pair, then of ``a``.

    ``pair`` is the number of the first document times the number of documents, plus that of the
    second. The first document has the smaller number.
    """

    pair: Places
    a: Places
    b: Places
    length: npt.NDArray[np.int32]


def extend(index: Index, found: Seeds, told: Stock, crowd: int, wanted: Flags | None = None) -> Linked:
    """All runs around kept seeds, as long as possible without furniture.

    With ``wanted``, a flag a document, only the runs of pairs of which either document is wanted.

    >>> from letapis.model import Document
    >>> from letapis.reuse.families import families
    >>> from letapis.reuse.index import build
    >>> from letapis.reuse.seeds import seeds
    >>> from letapis.reuse.stock import stock
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> index = build([Document(t, "", text=t) for t in (story, "Учора: " + story)], [])
    >>> found = seeds(index)
    >>> extend(index, found, stock(index, found, families(index, found)), 256).length.tolist()
    [9]
    """
    words = index.words
    state = np.where(told.counted, _COUNTED, 0).astype(np.uint8)
    places, texts, heads = _kept(
        found.places,
        found.heads,
        words.bounds,
        found.blocks,
        told.seed,
        (told.family, told.kin),
        crowd,
        state,
    )
    every = np.ones(len(index), np.bool_) if wanted is None else wanted
    pair, runs, length = _runs(places, texts, heads, every, words.forms, words.bounds, state)
    order = np.argsort(pair)
    order = order[_enough(pair, order, runs, length, words.starts, words.stops, told.phrase)]
    pair, runs, length = pair[order], runs[order], length[order]
    _sort(pair, runs, length)
    return Linked(pair, runs[:, 0].copy(), runs[:, 1].copy(), length)


@kernel
def hub(
    places: Array, low: int, high: int, family: tuple[Array, Array], crowd: int, bounds: Array, blocks: Array
) -> Any:
    """Of the places from ``low`` to ``high`` the one that all are linked with, and how many are no crowd.

    ``family`` has the family of each document, and how many that has.

    >>> place, blocks, bounds = np.array([0, 2, 3, 5]), np.zeros(1, np.int32), np.array([0, 2, 3, 5, 8])
    >>> hub(place, 0, 4, (np.array([0, 1, 1, 1]), np.array([1, 3, 3, 3])), 2, bounds, blocks)
    (1, 2)
    """
    if high - low <= min(_KIN, crowd):
        return low, crowd
    row = chief(places, low, high, family[0], bounds, blocks)[0]
    large = family[1][document(places[row], bounds, blocks)] > _LARGE * crowd
    return row, min(_KIN, crowd) if large else crowd


@kernel
def _kept(
    places: Array,
    heads: Array,
    bounds: Array,
    blocks: Array,
    seed: Array,
    family: tuple[Array, Array],
    crowd: int,
    state: Array,
) -> Any:
    """The kept places of groups, their documents, and what left neighbours will be asked about.

    Of a crowd, the place that all others are linked with comes first.
    """
    kept = np.empty(len(places), places.dtype)
    texts = np.empty(len(places), np.int32)
    starts = np.empty(len(heads), np.int64)
    size, groups = 0, 0
    for group in range(len(heads) - 1):
        begin = size
        for row in range(heads[group], heads[group + 1]):
            if seed[places[row]] == KEPT:
                kept[size] = places[row]
                texts[size] = document(places[row], bounds, blocks)
                size += 1
        if size - begin < 2:
            size = begin
            continue
        starts[groups] = begin
        groups += 1
        row, most = hub(kept, begin, size, family, crowd, bounds, blocks)
        if size - begin > most:
            kept[begin], kept[row] = kept[row], kept[begin]
            texts[begin], texts[row] = texts[row], texts[begin]
        for row in range(begin, size):
            state[kept[row]] |= _SEED | (_FIRST if row == begin or size - begin <= most else 0)
    starts[groups] = size
    return kept[:size].copy(), texts[:size].copy(), starts[: groups + 1].copy()


@kernel
def _runs(
    places: Array,
    texts: Array,
    heads: Array,
    wanted: Array,
    forms: Array,
    bounds: Array,
    state: Array,
) -> Any:
    """The pair, the two places and the length of every run."""
    total, many = 0, len(bounds) - 1
    pair, length = np.empty(1024, np.int64), np.empty(1024, np.int32)
    runs = np.empty((1024, 2), np.int64)
    for group in range(len(heads) - 1):
        low, high = heads[group], heads[group + 1]
        if _within(places, texts, low, high, forms, bounds, state):
            continue
        hubs = high - 1 if state[places[high - 1]] & _FIRST else low + 1
        for one in range(low, hubs):
            a, first = np.int64(places[one]), np.int64(texts[one])
            asked = wanted[first]
            for two in range(one + 1, high):
                b, second = np.int64(places[two]), np.int64(texts[two])
                if not (asked or wanted[second]):
                    continue
                left, number = a, first
                if second < first:
                    left, number, b, second = b, second, a, first
                back = _back(left, b, bounds[number], bounds[second], forms, state)
                if back < 0:
                    continue
                ends = bounds[number + 1], bounds[second + 1]
                size = back + _on(left, b, ends[0], ends[1], forms, state)
                if size < _WORDS:
                    continue
                if total == len(pair):
                    pair, length = _longer(pair), _longer(length)
                    more = np.empty((2 * total, 2), np.int64)
                    more[:total] = runs
                    runs = more
                pair[total], length[total] = number * many + second, size
                runs[total, 0], runs[total, 1] = left - back, b - back
                total += 1
    return pair[:total].copy(), runs[:total].copy(), length[:total].copy()


@kernel
def _enough(
    pair: Array, order: Array, runs: Array, length: Array, starts: Array, stops: Array, phrase: Array
) -> Any:
    """Which runs are of pairs that may come to something, with short runs around them."""
    kept = np.zeros(len(order), np.bool_)
    low = 0
    while low < len(order):
        high, together = low, 0
        while high < len(order) and pair[order[high]] == pair[order[low]]:
            row = order[high]
            together += worth(runs[row, 0], length[row], starts, stops, phrase)
            high += 1
        kept[low:high] = together >= _LEAST
        low = high
    return kept


@kernel
def worth(place: int, size: int, starts: Array, stops: Array, phrase: Array) -> Any:
    """What a run is worth: its letters outside stock phrases, beyond the first twelve.

    >>> starts, phrase = np.arange(0, 30, 10), np.array([False, False, True])
    >>> worth(0, 3, starts, starts + 8, phrase)
    4
    """
    letters = -_PHRASE
    for at in range(place, place + size):
        if not phrase[at]:
            letters += stops[at] - starts[at]
    return max(0, letters)


@kernel
def _longer(values: Array) -> Any:
    more = np.empty(2 * len(values), values.dtype)
    more[: len(values)] = values
    return more


@kernel
def _within(
    places: Array, texts: Array, low: int, high: int, forms: Array, bounds: Array, state: Array
) -> Any:
    """Whether before each place of a group stands one and the same word, in a seed that links them all."""
    linked = _SEED | _FIRST | _COUNTED
    word = forms[max(places[low] - 1, 0)]
    for row in range(low, high):
        place = places[row] - 1
        if place < bounds[texts[row]] or forms[place] != word or state[place] & linked != linked:
            return False
    return True


@kernel
def _back(a: Any, b: Any, low: int, high: int, forms: Array, state: Array) -> Any:
    """How many equal words stand before both places; -1 where a seed among them is linked too."""
    back = 0
    while a - back > low and b - back > high:
        one, two = a - back - 1, b - back - 1
        both = state[one] & state[two]
        if not both & _COUNTED or forms[one] != forms[two]:
            break
        if both & _SEED and (state[one] | state[two]) & _FIRST:
            return -1
        back += 1
    return back


@kernel
def _on(a: Any, b: Any, stop: int, end: int, forms: Array, state: Array) -> Any:
    """How many equal words there are from both places on."""
    size = 0
    while a + size < stop and b + size < end:
        if not state[a + size] & state[b + size] & _COUNTED or forms[a + size] != forms[b + size]:
            break
        size += 1
    return size


@kernel
def _sort(pair: Array, runs: Array, length: Array) -> Any:
    """Bring the runs of each pair into order: few by insertion, many by sorting."""
    low = 0
    while low < len(pair):
        high = low
        while high < len(pair) and pair[high] == pair[low]:
            high += 1
        if high - low > _FEW:
            order = low + np.argsort(runs[low:high, 0], kind="mergesort")
            runs[low:high], length[low:high] = runs[order], length[order]
        for row in range(low + 1, high):
            a, b, size = runs[row, 0], runs[row, 1], length[row]
            at = row - 1
            while at >= low and (runs[at, 0] > a or (runs[at, 0] == a and runs[at, 1] > b)):
                runs[at + 1, 0], runs[at + 1, 1], length[at + 1] = runs[at, 0], runs[at, 1], length[at]
                at -= 1
            runs[at + 1, 0], runs[at + 1, 1], length[at + 1] = a, b, size
        low = high
