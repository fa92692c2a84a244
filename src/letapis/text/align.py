"""Equal stretches of two or of many texts: seeds, and the runs that they join up to.

A *seed* is a place in one text and a place in another at which the same shingle starts. Seeds on
one diagonal, one after another, are a *run*: words that are equal in the same order. Sorting seeds
by diagonal finds the runs of all pairs of texts in one go.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from letapis.text.shingle import Words, shingles

__all__ = ["Runs", "align", "join", "runs"]

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Runs:
    """Stretches of equal words: ``length`` words from ``a`` and as many from ``b``.

    Words are numbered through all texts; ``a`` lies before ``b``. In order of ``b - a``, then of
    ``a``.
    """

    a: Places
    b: Places
    length: Places


def join(hashes: npt.NDArray[np.uint64], places: Places, texts: Places, crowd: int) -> tuple[Places, Places]:
    """Pairs of places in different texts that carry the same hash.

    ``texts`` holds the number of the text of each place, rising. A text counts once for each hash,
    with its first place. A hash in up to ``crowd`` texts pairs all of them; one in more pairs each
    with the first, so that nothing frequent is lost and the pairs stay as many as the places.

    >>> hashes = np.array([7, 8, 7, 7, 8], np.uint64)
    >>> a, b = join(hashes, np.arange(5), np.array([0, 0, 1, 2, 2]), crowd=2)
    >>> sorted(zip(a.tolist(), b.tolist()))
    [(0, 2), (0, 3), (1, 4)]
    """
    order = np.argsort(hashes, kind="stable")
    found, place, text = hashes[order], places[order], texts[order]
    fresh = np.ones(len(found), bool)
    fresh[1:] = (found[1:] != found[:-1]) | (text[1:] != text[:-1])
    found, place = found[fresh], place[fresh]
    heads = np.flatnonzero(np.append(True, found[1:] != found[:-1])) if len(found) else np.zeros(0, np.int64)
    sizes = np.diff(np.append(heads, len(found)))
    left = np.repeat(heads + sizes, sizes) - np.arange(len(found))
    many = np.repeat(sizes > crowd, sizes)
    first = np.repeat(heads, sizes)
    spokes = np.flatnonzero(many & (first != np.arange(len(found))))
    a, b = [place[first[spokes]]], [place[spokes]]
    rows = np.flatnonzero(~many & (left > 1))
    step = 1
    while len(rows):
        a.append(place[rows])
        b.append(place[rows + step])
        step += 1
        rows = rows[left[rows] > step]
    return np.concatenate(a), np.concatenate(b)


def runs(a: Places, b: Places, length: int) -> Runs:
    """Runs that seeds of ``length`` words join up to, the longest possible.

    >>> found = runs(np.array([0, 1, 7, 2]), np.array([10, 11, 12, 12]), 3)
    >>> list(zip(found.a.tolist(), found.b.tolist(), found.length.tolist()))
    [(7, 12, 3), (0, 10, 5)]
    """
    if not len(a):
        none = np.zeros(0, np.int64)
        return Runs(none, none, none)
    # diagonal above, place below: one number a seed, so that one plain sort brings runs together
    packed = np.sort((b - a) << 32 | a)
    new = np.flatnonzero(np.append(True, np.diff(packed) != 1))
    size = np.diff(np.append(new, len(packed))) + length - 1
    start = packed[new] & 0xFFFFFFFF
    return Runs(start, start + (packed[new] >> 32), size)


def align(a: Words, b: Words, length: int = 3) -> Runs:
    """Runs of equal words of two texts, each given as :func:`letapis.text.shingle.read` gives it.

    ``a`` and ``b`` of the result number the words of each text from 0.

    >>> from letapis.text.shingle import read
    >>> found = align(read(["На мосту собралось двести жителей"]), read(["Вчера на мосту собралось сто"]))
    >>> found.a.tolist(), found.b.tolist(), found.length.tolist()
    ([0], [1], [3])
    """
    size = len(a.forms)
    forms = np.concatenate([a.forms, b.forms])
    bounds = np.array([0, size, len(forms)])
    hashes, places = shingles(forms, bounds, length)
    left, right = join(hashes, places, (places >= size).astype(np.int64), 2)
    found = runs(left, right, length)
    return Runs(found.a, found.b - size, found.length)
