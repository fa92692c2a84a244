"""A text beside its witnesses: what each shares of it word for word, and where it reads otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

import numpy as np

from letapis.model import Span
from letapis.text.align import align
from letapis.text.shingle import Words, read

__all__ = ["Beside", "beside"]

_SHORT = 8
"""Words on either side up to which a difference is a reading, and not another passage."""
_RUNS = 400
"""Runs of equal words that are looked at, the longest: a page has few, a hostile one very many."""

Pair = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a witness has of a text: pairs of stretches, the first of the text, the second of the witness."""

    shared: list[Pair]
    """Equal, word for word."""
    variants: list[Pair]
    """Different, between two shared ones; one side may be empty, never both."""

    def within(self, span: Span) -> tuple[int, Span | None]:
        """How many code points of a stretch of the text are shared, and where the witness has them."""
        first = bisect_right(self.shared, span.start, key=lambda pair: pair[0].stop)
        met = list(takewhile(lambda pair: pair[0].start < span.stop, islice(self.shared, first, None)))
        size = sum(min(a.stop, span.stop) - max(a.start, span.start) for a, _ in met)
        return size, Span(met[0][1].start, met[-1][1].stop) if met else None


def beside(text: str, witnesses: Sequence[str]) -> list[Beside]:
    """Each of ``witnesses`` beside ``text``.

    Shared are runs of three equal words or more that lie in the same order in both; what stands
    between two of them and is short is a reading. Punctuation and capitals are no reading.

    >>> text = "Some 450 barges are waiting below the town since Friday"
    >>> other = "Old news. Some 450 barges are waiting under the town since Friday"
    >>> [(a.cut(text), b.cut(other)) for a, b in beside(text, [other])[0].variants]
    [('below', 'under')]
    """
    words = read([text, *witnesses])
    base = _one(words, 0)
    return [_beside(base, _one(words, k)) for k in range(1, len(witnesses) + 1)]


def _one(words: Words, k: int) -> Words:
    here = slice(int(words.bounds[k]), int(words.bounds[k + 1]))
    return Words(words.forms[here], words.starts[here], words.stops[here], words.bounds[:0])


def _beside(left: Words, right: Words) -> Beside:
    kept = _grown(left, right, _kept(left, right))
    shared = [(_span(left, a, a + size), _span(right, b, b + size)) for a, b, size in kept]
    found: list[Pair] = []
    for (a, b, size), (a_next, b_next, _) in pairwise(kept):
        if 0 < max(a_next - a - size, b_next - b - size) <= _SHORT:
            found.append((_span(left, a + size, a_next), _span(right, b + size, b_next)))
    return Beside(shared, found)


def _kept(left: Words, right: Words) -> list[tuple[int, int, int]]:
    """Runs of equal words that lie in the same order in both texts, the longest first served."""
    runs = align(left, right)
    order = np.argsort(-runs.length, kind="stable")[:_RUNS]
    kept: list[tuple[int, int, int]] = []
    for i in order:
        a, b, size = int(runs.a[i]), int(runs.b[i]), int(runs.length[i])
        if all((a + size <= x and b + size <= y) or (x + n <= a and y + n <= b) for x, y, n in kept):
            kept.append((a, b, size))
    return sorted(kept)


def _grown(left: Words, right: Words, kept: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The runs made longer by the equal words beside them; those that then touch are one.

    A run is found by words that occur once; what is said twice joins the run beside it.
    """
    grown: list[tuple[int, int, int]] = []
    ends = [(a, b) for a, b, _ in kept[1:]] + [(len(left.forms), len(right.forms))]
    # of no runs there is still the end of the texts
    for (a, b, size), (a_end, b_end) in zip(kept, ends, strict=False):
        a_low, b_low = (grown[-1][0] + grown[-1][2], grown[-1][1] + grown[-1][2]) if grown else (0, 0)
        while a > a_low and b > b_low and left.forms[a - 1] == right.forms[b - 1]:
            a, b, size = a - 1, b - 1, size + 1
        while a + size < a_end and b + size < b_end and left.forms[a + size] == right.forms[b + size]:
            size += 1
        if grown and (a, b) == (a_low, b_low):
            size += grown[-1][2]
            a, b, _ = grown.pop()
        grown.append((a, b, size))
    return grown


def _span(words: Words, first: int, stop: int) -> Span:
    """The words from ``first`` to ``stop`` as code points; without any, the place behind the one before."""
    if first < stop:
        return Span(int(words.starts[first]), int(words.stops[stop - 1]))
    at = int(words.stops[first - 1])
    return Span(at, at)
