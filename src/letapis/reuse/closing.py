"""Stretches that are but the last lines of two pages."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.reuse.stretch import Stretches

__all__ = ["closing"]

Places = npt.NDArray[np.int64]

_LINES = 100  # words from the end of a document within which last lines stand
_AFTER, _BEFORE = 3, 10  # own words after them at most, before them at least
_ABOVE = 0.35  # share of the document's own words that stands before them, at least
_MARKS = "\n.!?…"


def closing(index: Index, found: Stretches, counted: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which runs belong to a stretch that is the last lines of both documents, and no more.

    That is what furniture looks like where too few documents carry it for statistics to tell. Where
    either document was read with its furniture taken off (residue, regions), its last lines are its own.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> texts = ["Мост праз раку Сулу адкрылі ўчора зранку і адразу ўвечары зачынілі"]
    >>> texts += ["Тралейбус сышоў з лініі на гары і доўга там прастаяў без току"]
    >>> index = build([Document(t, "", text=t + ".\\nПішыце нам лісты штодня") for t in texts], [])
    >>> place, run = np.array([12]), np.array([4])
    >>> found = Stretches(np.array([1]), place, np.array([27]), run, np.array([0]), run)
    >>> closing(index, found, index.own).tolist()
    [True]
    """
    if not len(found.stretch):
        return np.zeros(0, bool)
    bounds = index.words.bounds
    heads = np.flatnonzero(np.append(True, found.stretch[1:] != found.stretch[:-1]))
    before = np.zeros(len(counted) + 1, np.int32)
    np.cumsum(counted, out=before[1:])
    last = np.ones(len(heads), bool)
    numbers = divmod(found.pair[heads], max(1, len(index)))
    firsts = []
    for text, starts in zip(numbers, (found.a, found.b), strict=True):
        first = np.minimum.reduceat(starts, heads)
        stop = np.maximum.reduceat(starts + found.length, heads)
        begin, end = bounds[text], bounds[text + 1]
        last &= (before[end] - before[stop] <= _AFTER) & (end - first <= _LINES) & ~index.bare[text]
        above = before[first] - before[begin]
        last &= above >= np.maximum(_BEFORE, _ABOVE * (before[end] - before[begin]))
        firsts.append(first)
    for k in np.flatnonzero(last).tolist():
        sides = zip(numbers, firsts, strict=True)
        last[k] = all(_line(index, int(text[k]), int(first[k])) for text, first in sides)
    return np.repeat(last, np.diff(np.append(heads, len(found.stretch))))


def _line(index: Index, number: int, place: int) -> bool:
    """Whether a word stands at the start of a line or sentence, or a word or two after it."""
    text, start = index.text(number), int(index.words.starts[place])
    return any(mark in text[max(0, start - 16) : start] for mark in _MARKS)
