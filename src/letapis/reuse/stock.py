"""Text that unrelated documents share: site furniture and stock phrases.

Nothing is asked about outlets. Documents are first put into families by what the *front halves* of
their texts share, since furniture gathers at the end. A shingle that several families carry is
then not theirs: among the last lines of documents three families are enough, elsewhere five. (A
quotation that two articles took from a third has three carriers too, but they stand anywhere.)
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.text.align import join, runs

__all__ = ["families", "stock"]

Places = npt.NDArray[np.int64]

_CROWD = 32  # families need one link to each member, not all
_KIN = 0.2  # share of the shorter front half that makes two documents of one family
_KIN_WORDS = 6
_TAIL = 150  # words from the end of a document within which furniture is looked for
_GAP = 15  # words of a document's own (tags, a date) that may stand within its furniture
_TAIL_FAMILIES, _FAMILIES = 3, 5
_LONG = 12  # a stretch of as many shingles, away from the end, is a quotation, not a phrase
_MANY = 12  # families that make even such a stretch stock


def stock(
    index: Index, hashes: npt.NDArray[np.uint64], places: Places
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which of the shingles are furniture, and which are stock phrases.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> from letapis.text.shingle import shingles
    >>> stories = ["Мост праз раку Сулу адкрылі ўчора", "Тралейбус сышоў з лініі на гары"]
    >>> stories += ["Рыбакі злавілі вялікага сома ў возеры"]
    >>> documents = [Document(s, "", text=s + ". Пішыце нам лісты штодня") for s in stories]
    >>> index = build(documents, [])
    >>> furniture, phrases = stock(index, *shingles(index.words.forms, index.words.bounds))
    >>> int(furniture.sum()), int(phrases.sum())
    (6, 0)
    """
    if not len(hashes):
        return np.zeros(0, bool), np.zeros(0, bool)
    texts = index.text[places]
    family = families(index, hashes, places)
    number = np.unique(hashes, return_inverse=True)[1].reshape(-1)
    size = len(index.documents)
    carriers = np.sort(number * size + family[texts])
    carriers = carriers[np.append(True, np.diff(carriers) != 0)]
    carried = np.bincount(carriers // size)[number]
    at_end = _last(index, places, carried >= _TAIL_FAMILIES)
    tail = (np.bincount(number, at_end) / np.bincount(number))[number] >= 0.6
    phrase = (carried >= _FAMILIES) & ~tail
    phrase &= ~_long(phrase, places) | (carried >= _MANY)
    return tail & (carried >= _TAIL_FAMILIES), phrase


def _last(index: Index, places: Places, shared: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the ``shared`` shingles have little but others of their like behind them."""
    result = np.zeros(len(places), bool)
    at = places[shared]
    if not len(at):
        return result
    texts = index.text[at]
    end = index.words.bounds[texts + 1]
    onward = np.append(at[1:], end[-1:])
    final = np.append(texts[1:] != texts[:-1], True)
    onward[final] = end[final]
    broken = (onward - at > _GAP).astype(np.int64)
    # breaks from each place to the end of its document: those up to there, less those before
    total = np.cumsum(broken)
    behind = total[np.searchsorted(texts, texts, side="right") - 1] - total + broken
    result[shared] = (behind == 0) & (end - at <= _TAIL)
    return result


def families(index: Index, hashes: npt.NDArray[np.uint64], places: Places) -> Places:
    """For each document the number of the first of its family.

    Two documents are of one family when the front halves of their texts share enough.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> from letapis.text.shingle import shingles
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы драўляны мост і назвалі яго"
    >>> texts = [story + " Бабіным", "Дождж ішоў увесь тыдзень", story]
    >>> index = build([Document(str(n), "", text=text) for n, text in enumerate(texts)], [])
    >>> families(index, *shingles(index.words.forms, index.words.bounds)).tolist()
    [0, 1, 1]
    """
    half = (np.diff(index.words.bounds) + 1) // 2
    until = index.words.bounds[:-1] + half
    texts = index.text[places]
    front = places < until[texts]
    found = runs(*join(hashes[front], places[front], texts[front], _CROWD), 3)
    size = len(half)
    pair, where = np.unique(index.text[found.a] * size + index.text[found.b], return_inverse=True)
    shared = np.bincount(where.reshape(-1), found.length, len(pair))
    a, b = pair // size, pair % size
    kin = shared >= np.maximum(_KIN_WORDS, _KIN * np.minimum(half[a], half[b]))
    return _components(size, a[kin], b[kin])


def _components(size: int, a: Places, b: Places) -> Places:
    """Connected components: labels sink to the smallest, halving paths as they go."""
    label = np.arange(size)
    while True:
        low = np.minimum(label[a], label[b])
        new = label.copy()
        np.minimum.at(new, a, low)
        np.minimum.at(new, b, low)
        np.minimum.at(new, label[a], low)
        np.minimum.at(new, label[b], low)
        new = new[new]
        if (new == label).all():
            return label
        label = new


def _long(flag: npt.NDArray[np.bool_], places: Places) -> npt.NDArray[np.bool_]:
    """Which flagged shingles stand in a row of at least ``_LONG``."""
    result = np.zeros(len(flag), bool)
    at = np.flatnonzero(flag)
    if not len(at):
        return result
    breaks = np.flatnonzero(np.diff(places[at]) != 1) + 1
    for start, stop in pairwise([0, *breaks.tolist(), len(at)]):
        if stop - start >= _LONG:
            result[at[start:stop]] = True
    return result
