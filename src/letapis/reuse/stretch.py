"""Stretches: runs that lie close together in both documents, and the short runs around them.

Seeds find runs of twenty letters. Beside such a run shorter ones count as well, down to three words:
what an editor left between two changes. They are looked for between the runs of a stretch and up to
twenty words before and after it, so that the work stays in proportion to what is shared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.extend import Linked, worth
from letapis.reuse.index import Index
from letapis.reuse.stock import Stock
from letapis.text.kernel import kernel

__all__ = ["Stretches", "stretches"]

Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]

_NEAR = 20  # words between runs, and shift of the diagonal, within one stretch
_WORDS = 3
_ROOM = 512  # short runs that are kept between two runs or beside one
_NOISE = 8  # worth of a stretch below which it is a phrase


@dataclass(frozen=True)
class Stretches:
    """Runs as in :class:`letapis.reuse.extend.Linked`, with the number of their stretch and their worth.

    Worth is letters outside stock phrases, beyond the first twelve: long words are rare words
    (Zipf's law of abbreviation), and, unlike document frequency, letters do not change when
    unrelated documents are added.
    """

    pair: Places
    a: Places
    b: Places
    length: Places
    stretch: Places
    worth: Places


def stretches(index: Index, found: Linked, told: Stock) -> Stretches:
    """The runs of ``found`` and short ones near them, in stretches that are more than a phrase.

    >>> from letapis.model import Document
    >>> from letapis.reuse.extend import extend
    >>> from letapis.reuse.families import families
    >>> from letapis.reuse.index import build
    >>> from letapis.reuse.seeds import seeds
    >>> from letapis.reuse.stock import stock
    >>> one = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу мост і назвалі"
    >>> two = "Жыхары вёскі Паддубкі будуюць праз раку Сулу мост і назвалі"
    >>> index = build([Document(t, "", text=t) for t in (one, two)], [])
    >>> found = seeds(index)
    >>> told = stock(index, found, families(index, found))
    >>> made = stretches(index, extend(index, found, told, 256), told)
    >>> made.length.tolist(), made.stretch.tolist()
    ([3, 6], [0, 0])
    """
    words = index.words
    text = (words.forms, words.starts, words.stops, words.bounds, told.counted, told.phrase)
    rows = _stretches(found.pair, found.a, found.b, found.length, *text)
    pair, a, b, length, stretch, worth = rows
    return Stretches(pair, a, b, length, stretch, worth)


@kernel
def _stretches(
    pair: Array,
    a: Array,
    b: Array,
    length: Array,
    forms: Array,
    starts: Array,
    stops: Array,
    bounds: Array,
    counted: Array,
    phrase: Array,
) -> Any:
    texts = len(bounds) - 1
    rows = np.empty((6, max(16, 2 * len(pair))), np.int64)
    small = np.empty((2 * _ROOM, 3), np.int64)
    total, head, many = 0, 0, 0
    for row in range(len(pair)):
        first, second = pair[row] // texts, pair[row] % texts
        new = row == 0 or pair[row] != pair[row - 1] or not _near(a, b, length, row)
        if new:
            count = _before(a[row], b[row], bounds[first], bounds[second], forms, counted, small)
        else:
            low, under = a[row - 1] + length[row - 1], b[row - 1] + length[row - 1]
            gap = low, a[row], under, b[row]
            count = _between(low, a[row], under, b[row], gap, forms, counted, small, 0)
        _ordered(small, count)
        small[count, 0], small[count, 1], small[count, 2] = a[row], b[row], length[row]
        rows = _put(rows, total, pair[row], small, count + 1)
        total += count + 1
        if row + 1 < len(pair) and pair[row + 1] == pair[row] and _near(a, b, length, row + 1):
            continue
        ends = bounds[first + 1], bounds[second + 1]
        count = _after(a[row] + length[row], b[row] + length[row], ends[0], ends[1], forms, counted, small)
        _ordered(small, count)
        rows = _put(rows, total, pair[row], small, count)
        total += count
        if _weigh(rows, head, total, starts, stops, phrase) < _NOISE:
            total = head
            continue
        rows[4, head:total] = many
        many += 1
        head = total
    return rows[:, :total]


@kernel
def _put(rows: Array, total: int, pair: int, small: Array, count: int) -> Any:
    """Write short runs from row ``total`` on, in a larger array where there is no room."""
    if total + count > rows.shape[1]:
        wide = np.empty((6, 2 * rows.shape[1] + count), np.int64)
        wide[:, :total] = rows[:, :total]
        rows = wide
    for k in range(count):
        rows[0, total + k] = pair
        rows[1, total + k], rows[2, total + k], rows[3, total + k] = small[k, 0], small[k, 1], small[k, 2]
    return rows


@kernel
def _near(a: Array, b: Array, length: Array, row: int) -> Any:
    """Whether a run lies close to the one before it, in both documents."""
    gap = a[row] - a[row - 1] - length[row - 1]
    return gap <= _NEAR and abs((b[row] - a[row]) - (b[row - 1] - a[row - 1])) <= _NEAR


@kernel
def _between(
    low: int,
    high: int,
    under: int,
    over: int,
    bounds: tuple[int, int, int, int],
    forms: Array,
    counted: Array,
    small: Array,
    count: int,
) -> Any:
    """Add to ``small`` the runs of three words and more in a window; how many there are then.

    They reach beyond the window as far as ``bounds``: begin and end of the one text, then of the other.
    """
    # a run of three words holds one of every three places, so no other place is asked
    for one in range(low, high, _WORDS):
        if not counted[one]:
            continue
        form = forms[one]
        for two in range(under, over):
            if forms[two] != form or not counted[two]:
                continue
            size, back = 1, 0
            while one + size < bounds[1] and two + size < bounds[3]:
                if not _same(one + size, two + size, forms, counted):
                    break
                size += 1
            while one - back > bounds[0] and two - back > bounds[2]:
                if not _same(one - back - 1, two - back - 1, forms, counted):
                    break
                back += 1
            # found before, from an earlier place within the window
            again = back >= _WORDS and one - _WORDS >= low and two - _WORDS >= under
            if not again and size + back >= _WORDS and count < _ROOM:
                small[count, 0], small[count, 1], small[count, 2] = one - back, two - back, size + back
                count += 1
    return count


@kernel
def _ordered(small: Array, total: int) -> None:
    """Bring runs into order of their places (insertion)."""
    for row in range(1, total):
        x, y, size = small[row, 0], small[row, 1], small[row, 2]
        at = row - 1
        while at >= 0 and (small[at, 0] > x or (small[at, 0] == x and small[at, 1] > y)):
            small[at + 1] = small[at]
            at -= 1
        small[at + 1, 0], small[at + 1, 1], small[at + 1, 2] = x, y, size


@kernel
def _same(one: int, two: int, forms: Array, counted: Array) -> Any:
    return forms[one] == forms[two] and counted[one] and counted[two]


@kernel
def _before(a: Any, b: Any, begin: int, start: int, forms: Array, counted: Array, small: Array) -> Any:
    """Short runs up to twenty words before a stretch, and before those."""
    total = 0
    while total < _ROOM // 2:
        low, under, within = max(begin, a - _NEAR), max(start, b - _NEAR), (begin, a, start, b)
        count = _between(low, a, under, b, within, forms, counted, small, total)
        if count == total:
            break
        for k in range(total, count):
            a, b = min(a, small[k, 0]), min(b, small[k, 1])
        total = count
    return total


@kernel
def _after(a: Any, b: Any, end: int, close: int, forms: Array, counted: Array, small: Array) -> Any:
    """Short runs up to twenty words after a stretch, and after those."""
    total = 0
    while total < _ROOM // 2:
        high, over, within = min(end, a + _NEAR), min(close, b + _NEAR), (a, end, b, close)
        count = _between(a, high, b, over, within, forms, counted, small, total)
        if count == total:
            break
        for k in range(total, count):
            a, b = max(a, small[k, 0] + small[k, 2]), max(b, small[k, 1] + small[k, 2])
        total = count
    return total


@kernel
def _weigh(rows: Array, head: int, total: int, starts: Array, stops: Array, phrase: Array) -> Any:
    """Write what each run of a stretch is worth; what they are worth together."""
    together = 0
    for row in range(head, total):
        rows[5, row] = worth(rows[1, row], rows[3, row], starts, stops, phrase)
        together += rows[5, row]
    return together
