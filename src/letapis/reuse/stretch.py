"""Runs that lie close together in both documents, and those that are but a page's last lines."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.text.align import Runs

__all__ = ["closing", "stretches"]

Places = npt.NDArray[np.int64]

_NEAR = 20  # words between runs, and shift of the diagonal, within one stretch
_LINES = 100  # words from the end of a document within which last lines stand
_AFTER, _BEFORE = 3, 10  # own words after them at most, before them at least
_ABOVE = 0.35  # share of the document's own words that stands before them, at least
_MARKS = "\n.!?…"
_FURNITURE = frozenset({"menu", "share", "read_also", "subscribe", "tags", "cookie", "notice"})


def stretches(pair: Places, found: Runs) -> Places:
    """The number of each run's stretch; runs are in order of their pair, then of ``a``.

    >>> found = Runs(np.array([0, 8, 90]), np.array([5, 13, 95]), np.array([5, 3, 4]))
    >>> stretches(np.array([1, 1, 1]), found).tolist()
    [0, 0, 1]
    """
    if not len(pair):
        return pair
    far = pair[1:] != pair[:-1]
    far |= found.a[1:] - found.a[:-1] - found.length[:-1] > _NEAR
    far |= np.abs(np.diff(found.b - found.a)) > _NEAR
    return np.append(0, np.cumsum(far))


def closing(index: Index, found: Runs, stretch: Places, own: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which runs belong to a stretch that is the last lines of both documents, and no more.

    That is what furniture looks like where too few documents carry it for statistics to tell. Where
    either document was read with its furniture taken off (residue, regions), its last lines are its own.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> from letapis.text.align import align
    >>> texts = ["Мост праз раку Сулу адкрылі ўчора зранку і адразу ўвечары зачынілі"]
    >>> texts += ["Тралейбус сышоў з лініі на гары і доўга там прастаяў без току"]
    >>> index = build([Document(t, "", text=t + ".\\nПішыце нам лісты штодня") for t in texts], [])
    >>> found = Runs(np.array([11]), np.array([27]), np.array([4]))
    >>> closing(index, found, np.array([0]), index.own).tolist()
    [True]
    """
    if not len(stretch):
        return np.zeros(0, bool)
    heads = np.flatnonzero(np.append(True, stretch[1:] != stretch[:-1]))
    counted = np.append(0, np.cumsum(own))
    last = np.ones(len(heads), bool)
    bare = _bare(index)
    firsts = []
    for starts in (found.a, found.b):
        first = np.minimum.reduceat(starts, heads)
        stop = np.maximum.reduceat(starts + found.length, heads)
        text = index.text[first]
        begin, end = index.words.bounds[text], index.words.bounds[text + 1]
        last &= (counted[end] - counted[stop] <= _AFTER) & (end - first <= _LINES) & ~bare[text]
        before = counted[first] - counted[begin]
        last &= before >= np.maximum(_BEFORE, _ABOVE * (counted[end] - counted[begin]))
        firsts.append(first)
    for k in np.flatnonzero(last).tolist():
        last[k] = all(_line(index, int(first[k])) for first in firsts)
    return np.repeat(last, np.diff(np.append(heads, len(stretch))))


def _bare(index: Index) -> npt.NDArray[np.bool_]:
    """Which documents had furniture that is known already and stands in no passage."""
    read = [any(item.kind in _FURNITURE for item in document.residue) for document in index.documents]
    return np.array(read, bool) | (np.diff(index.words.bounds) > index.sizes)


def _line(index: Index, place: int) -> bool:
    """Whether a word stands at the start of a line or sentence, or a word or two after it."""
    text, start = index.documents[index.text[place]].text, int(index.words.starts[place])
    return any(mark in text[max(0, start - 16) : start] for mark in _MARKS)
