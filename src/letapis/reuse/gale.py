"""Sentence alignment by dynamic programming over length and shared keys.

After W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora",
Computational Linguistics 19 (1993) 75-102: sentences are matched one to one, one to two, two to one
or two to two, and what a match costs rests on how lengths of translations vary. Here a match is
worth the logarithm of how much likelier two sentences are as translations than as strangers, from
their lengths and from the numbers, names and cognates they share, and the alignment is local
(T. F. Smith and M. S. Waterman, 1981): it begins and ends where the documents begin and cease to
be translations of one another.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from letapis.reuse.bilingual import Heap
from letapis.reuse.cognates import kept

__all__ = ["FEATURES", "align", "weigh"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

_SPREAD = 6.8
"""Variance of a translation's length for each character translated (Gale and Church, 1993)."""
_FREE = 2.0
"""News is translated more freely than the parliament's debates that gave the variance."""
_STRANGERS = 0.8
"""Standard deviation of the log ratio of the lengths of two sentences that have nothing in common."""
_LONGEST = 2.0
_SHORTEST = -4.0
_PAIR = -3.0
"""Log odds of a one-two match to a one-one match (.045 to .89 in Gale and Church)."""
_TWO = -4.4
"""Log odds of a two-two match (.011 to .89)."""
FEATURES = 10
"""Value, tempered value, cover of a, cover of b, matches, ratio of lengths, keys told, keys due,
density, order."""
_OPEN = -2.0
_SKIP = -0.5


_DAMP = 0.6
"""Keys of one word and words of one phrase are not independent: their sum is worth so much of itself."""
_TEMPER = 10.0
"""A match worth more than this adds to a document's value as a logarithm: one rare sentence is not all."""


def weigh(a: Numbers, b: Numbers, heap: Heap) -> Reals:
    """Align every pair of documents (by number): a row of :data:`FEATURES` each.

    Value and tempered value are in nats; then the share of a's and of b's text inside matches, how
    many matches, the ratio of a's length to b's, the information of the keys that matches have on
    both sides beside what translations would have, the share that is matched of the text from the
    first match to the last, and the share of all shared keys' worth that stands in matches.

    >>> from letapis.model import Document
    >>> from letapis.reuse.bilingual import heap
    >>> one = Document("a", "", text="Клара Норман, 412 рублей. Потом пошёл снег.", language="ru")
    >>> two = Document("b", "", text="Clara Norman, 412 roubles.", language="en")
    >>> [row] = weigh(np.array([0]), np.array([1]), heap([one, two], []))
    >>> bool(row[0] > 5), row[2:5].round(1).tolist()
    (True, [0.6, 1.0, 1.0])
    """
    found: Reals = _weigh(a, b, _columns(heap))
    return found


def align(a: int, b: int, heap: Heap) -> Numbers:
    """Matches of two documents: rows (sentence of a, stop, sentence of b, stop, hundredths of a nat).

    >>> from letapis.model import Document
    >>> from letapis.reuse.bilingual import heap
    >>> one = Document("a", "", text="Пришла Клара Норман. Осталось 412 рублей.", language="ru")
    >>> two = Document("b", "", text="It rains. Clara Norman came. 412 roubles remain.", language="en")
    >>> align(0, 1, heap([one, two], []))[:, :4].tolist()
    [[0, 1, 1, 2], [1, 2, 2, 3]]
    """
    rows: Numbers = _pair(a, b, _columns(heap))[1]
    return rows


def _columns(heap: Heap) -> tuple[npt.NDArray[np.generic], ...]:
    """What the kernels read, in one tuple."""
    return (
        heap.first, heap.length, heap.head, heap.key, heap.kind, heap.sentence, heap.language,
        heap.log_chance, kept(heap.languages),
    )  # fmt: skip


@njit(cache=True, nogil=True)
def _gains(a, b, columns, worth, lost_a, lost_b):  # type: ignore[no-untyped-def]  # numba
    """Fill ``worth`` with what shared keys say for two sentences, ``lost_*`` with what absence says."""
    _, _, head, keys, kind, sentence, language, log_chance, kept = columns
    log_a, log_b = log_chance[language[a]], log_chance[language[b]]
    kept_ab, kept_ba = kept[language[a], language[b]], kept[language[b], language[a]]
    i, i_end, j, j_end = head[a], head[a + 1], head[b], head[b + 1]
    for at in range(i, i_end):
        lost_a[sentence[at]] += math.log(1 - kept_ab[kind[at]]) / 2
    for at in range(j, j_end):
        lost_b[sentence[at]] += math.log(1 - kept_ba[kind[at]]) / 2
    while i < i_end and j < j_end:
        if keys[i] < keys[j]:
            i += 1
        elif keys[i] > keys[j]:
            j += 1
        else:
            key = keys[i]
            i_stop, j_stop = _after(keys, i, i_end, key), _after(keys, j, j_end, key)
            for p in range(i, i_stop):
                ab = kept_ab[kind[p]]
                for q in range(j, j_stop):
                    ba = kept_ba[kind[q]]
                    gain = math.log(ab / (1 - ab)) + math.log(ba / (1 - ba)) - log_a[key] - log_b[key]
                    if gain > 0:
                        worth[sentence[p], sentence[q]] += gain / 2
            i, j = i_stop, j_stop


@njit(cache=True, nogil=True)
def _after(keys, at, end, key):  # type: ignore[no-untyped-def]  # numba
    while at < end and keys[at] == key:
        at += 1
    return at


@njit(cache=True, nogil=True)
def _length(a, b):  # type: ignore[no-untyped-def]  # numba
    """Log odds that lengths ``a`` and ``b`` are those of translations."""
    mean = (a + b) / 2
    spread = math.sqrt(_SPREAD * _FREE * mean)
    off = (b - a) / spread
    ratio = math.log(b / a) / _STRANGERS
    odds = (ratio * ratio - off * off) / 2 + math.log(mean * _STRANGERS / spread)
    return min(_LONGEST, max(_SHORTEST, odds))


@njit(cache=True, nogil=True)
def _chain(worth, lost_a, lost_b, length_a, length_b):  # type: ignore[no-untyped-def]  # numba
    """The best chain of matches: its value, and rows (a, a_stop, b, b_stop, value in hundredths)."""
    n, m = worth.shape
    best = np.zeros((n + 1, m + 1))
    idle = np.full((n + 1, m + 1), -1e9)
    step = np.zeros((n + 1, m + 1), np.int8)
    way = np.zeros((n + 1, m + 1), np.int8)
    top, top_i, top_j = 0.0, 0, 0
    for i in range(n + 1):
        for j in range(m + 1):
            value, came = 0.0, 0
            if i and j:
                for p in range(1, 3):
                    if p > i:
                        break
                    for q in range(1, 3):
                        if q > j:
                            break
                        here = best[i - p, j - q] + _match(
                            worth, lost_a, lost_b, length_a, length_b, i, j, p, q
                        )
                        if here > value:
                            value, came = here, p * 3 + q
            if i:
                from_best, from_idle = best[i - 1, j] + _OPEN + _SKIP, idle[i - 1, j] + _SKIP
                idle[i, j], way[i, j] = (from_best, 1) if from_best >= from_idle else (from_idle, 2)
            if j:
                from_best, from_idle = best[i, j - 1] + _OPEN + _SKIP, idle[i, j - 1] + _SKIP
                if max(from_best, from_idle) > idle[i, j]:
                    idle[i, j], way[i, j] = (from_best, 3) if from_best >= from_idle else (from_idle, 4)
            if idle[i, j] > value:
                value, came = idle[i, j], 1
            best[i, j], step[i, j] = value, came
            if value > top:
                top, top_i, top_j = value, i, j
    return top, _trace(best, step, way, top_i, top_j)


@njit(cache=True, nogil=True)
def _match(worth, lost_a, lost_b, length_a, length_b, i, j, p, q):  # type: ignore[no-untyped-def]  # numba
    shared, long_a, long_b = 0.0, 0.0, 0.0
    for x in range(i - p, i):
        shared += lost_a[x]
        long_a += length_a[x]
        for y in range(j - q, j):
            shared += worth[x, y]
    for y in range(j - q, j):
        shared += lost_b[y]
        long_b += length_b[y]
    prior = 0.0 if p == 1 and q == 1 else (_TWO if p == q else _PAIR)
    return shared * _DAMP + _length(long_a, long_b) + prior


@njit(cache=True, nogil=True)
def _trace(best, step, way, i, j):  # type: ignore[no-untyped-def]  # numba
    rows = np.zeros((i + j + 1, 5), np.int64)
    count = 0
    while best[i, j] > 0:
        came = step[i, j]
        if came > 1:
            p, q = came // 3, came % 3
            rows[count] = i - p, i, j - q, j, int(100 * (best[i, j] - best[i - p, j - q]))
            count += 1
            i, j = i - p, j - q
            continue
        while True:
            back = way[i, j]
            if back <= 2:
                i -= 1
            else:
                j -= 1
            if back == 1 or back == 3:
                break
    return rows[:count][::-1]


@njit(cache=True, nogil=True)
def _pair(a, b, columns):  # type: ignore[no-untyped-def]  # numba
    """The best chain of two documents of a heap."""
    first, length = columns[0], columns[1]
    n, m = first[a + 1] - first[a], first[b + 1] - first[b]
    worth, lost_a, lost_b = np.zeros((n, m)), np.zeros(n), np.zeros(m)
    _gains(a, b, columns, worth, lost_a, lost_b)
    return _chain(worth, lost_a, lost_b, length[first[a] : first[a + 1]], length[first[b] : first[b + 1]])


@njit(cache=True, nogil=True)
def _weigh(pairs_a, pairs_b, columns):  # type: ignore[no-untyped-def]  # numba
    found = np.zeros((len(pairs_a), FEATURES))
    for at in range(len(pairs_a)):
        a, b = pairs_a[at], pairs_b[at]
        value, rows = _pair(a, b, columns)
        _describe(a, b, value, rows, columns, found[at])
    return found


@njit(cache=True, nogil=True)
def _describe(a, b, value, rows, columns, found):  # type: ignore[no-untyped-def]  # numba
    """Fill one row of features."""
    first, length = columns[0], columns[1]
    of_a, of_b = length[first[a] : first[a + 1]], length[first[b] : first[b + 1]]
    in_a, in_b, tempered = 0.0, 0.0, 0.0
    for row in rows:
        here = row[4] / 100
        tempered += _TEMPER * math.log(1 + here / _TEMPER) if here > 0 else here
        in_a += of_a[row[0] : row[1]].sum()
        in_b += of_b[row[2] : row[3]].sum()
    found[0], found[1], found[4] = value, max(tempered, 0.0), len(rows)
    found[2], found[3] = in_a / max(of_a.sum(), 1.0), in_b / max(of_b.sum(), 1.0)
    found[5] = of_a.sum() / max(of_b.sum(), 1.0)
    found[6], found[7], found[9] = _told(a, b, rows, columns)
    if len(rows):
        span_a, span_b = of_a[rows[0, 0] : rows[-1, 1]].sum(), of_b[rows[0, 2] : rows[-1, 3]].sum()
        found[8] = min(in_a / span_a, in_b / span_b)


@njit(cache=True, nogil=True)
def _told(a, b, rows, columns):  # type: ignore[no-untyped-def]  # numba
    """Information of the keys that matches have on both sides, and how much translations would have."""
    first, _, head, key, kind, sentence, language, log_chance, kept = columns
    at_a = np.full(first[a + 1] - first[a], -1)
    at_b = np.full(first[b + 1] - first[b], -1)
    for number in range(len(rows)):
        at_a[rows[number, 0] : rows[number, 1]] = number
        at_b[rows[number, 2] : rows[number, 3]] = number
    got, due, placed, shared = 0.0, 0.0, 0.0, 0.0
    i, i_end, j, j_end = head[a], head[a + 1], head[b], head[b + 1]
    ab, ba = kept[language[a], language[b]], kept[language[b], language[a]]
    log_a, log_b = log_chance[language[a]], log_chance[language[b]]
    while i < i_end or j < j_end:
        now = key[i] if j >= j_end or (i < i_end and key[i] <= key[j]) else key[j]
        i_stop, j_stop = _after(key, i, i_end, now), _after(key, j, j_end, now)
        worth, met = -log_a[now] - log_b[now], False
        for p in range(i, i_stop):
            if at_a[sentence[p]] >= 0:
                due -= ab[kind[p]] * log_b[now]
                if _meets(at_a[sentence[p]], at_b, sentence[j:j_stop]):
                    got -= log_b[now]
                    met = True
        for q in range(j, j_stop):
            if at_b[sentence[q]] >= 0:
                due -= ba[kind[q]] * log_a[now]
                if _meets(at_b[sentence[q]], at_a, sentence[i:i_stop]):
                    got -= log_a[now]
        if i_stop > i and j_stop > j:
            shared += worth
            placed += worth if met else 0.0
        i, j = i_stop, j_stop
    return got / 2, due / 2, placed / max(shared, 1.0)


@njit(cache=True, nogil=True)
def _meets(match, other, sentences):  # type: ignore[no-untyped-def]  # numba
    """Whether one of the other document's sentences is in this match."""
    met = False
    for sentence in sentences:
        met = met or other[sentence] == match
    return met
