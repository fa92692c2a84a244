"""Families: documents whose front halves share text, whoever published them.

Furniture gathers at the end of pages, so what two front halves have in common is reporting. Each
carrier of a seed is compared with the first that has it and with the one before it, not with all:
enough to join a family up, and in proportion to the text.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.reuse.index import Index
from letapis.reuse.seeds import Seeds, document
from letapis.text.component import components
from letapis.text.kernel import kernel

__all__ = ["chief", "families"]

Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]

_KIN = 0.2  # share of the shorter front half that makes two documents of one family
_KIN_WORDS = 6
_SPAN = 3  # words by which shared stretches are longer than the seeds in them are many
_CHUNK = 1 << 22  # links that are counted in one go: bounds the memory


def families(index: Index, found: Seeds) -> Places:
    """For each document the number of the first of its family.

    Two documents are of one family when the front halves of their texts share a fifth of the
    shorter half, and at least six words.

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> from letapis.reuse.seeds import seeds
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы драўляны мост і назвалі яго"
    >>> index = build([Document(t, "", text=t) for t in (story + " Бабіным", "Дождж ішоў", story)], [])
    >>> len(set(families(index, seeds(index)).tolist()))
    2
    """
    bounds = index.words.bounds
    half = (np.diff(bounds) + 1) // 2
    keys, counts = np.zeros(0, np.int64), np.zeros(0, np.int64)
    group, groups = 0, len(found.heads) - 1
    buffer = np.empty(_CHUNK, np.int64)
    while group < groups:
        group, size = _links(found.places, found.heads, found.blocks, bounds, half, group, buffer)
        keys, counts = _add(keys, counts, buffer[:size])
    a, b = keys // max(1, len(half)), keys % max(1, len(half))
    shared = counts + _SPAN
    kin = shared >= np.maximum(_KIN_WORDS, _KIN * np.minimum(half[a], half[b]))
    return components(len(half), a[kin], b[kin])


def _add(keys: Places, counts: Places, fresh: Places) -> tuple[Places, Places]:
    """Sorted keys and how often each occurred, those of ``fresh`` included."""
    fresh = np.sort(fresh)
    heads = np.flatnonzero(np.append(True, fresh[1:] != fresh[:-1])) if len(fresh) else np.zeros(0, np.int64)
    many = np.diff(np.append(heads, len(fresh)))
    if not len(keys):
        return fresh[heads], many
    joined, where = np.unique(np.concatenate([keys, fresh[heads]]), return_inverse=True)
    total = np.bincount(where.reshape(-1), np.concatenate([counts, many]), len(joined))
    return joined, total.astype(np.int64)


@kernel
def chief(places: Array, low: int, high: int, family: Array, bounds: Array, blocks: Array) -> Any:
    """Of the places from ``low`` to ``high`` the first of the family that has most, and how many it has.

    ``low`` and 0 where no family has more than half (R. S. Boyer, J. S. Moore, *MJRTY: a fast majority
    vote algorithm*, 1981).

    >>> place, blocks = np.array([0, 2, 3, 5]), np.zeros(1, np.int32)
    >>> chief(place, 0, 4, np.array([0, 1, 1, 1]), np.array([0, 2, 3, 5, 8]), blocks)
    (1, 3)
    """
    leader, lead = -1, 0
    for row in range(low, high):
        kin = family[document(places[row], bounds, blocks)]
        if lead == 0:
            leader = kin
        lead += 1 if kin == leader else -1
    first, many = low, 0
    for row in range(high - 1, low - 1, -1):
        if family[document(places[row], bounds, blocks)] == leader:
            first = row
            many += 1
    return (first, many) if 2 * many > high - low else (low, 0)


@kernel
def _links(
    places: Array, heads: Array, blocks: Array, bounds: Array, half: Array, group: int, buffer: Array
) -> Any:
    """Fill ``buffer`` with pairs of documents, from ``group`` on; the next group, pairs written."""
    size, texts = 0, len(half)
    while group < len(heads) - 1:
        low, high = heads[group], heads[group + 1]
        if 2 * (high - low) > len(buffer) - size:
            if size:
                break
            high = low + len(buffer) // 2  # a seed that millions carry: its first carriers do
        first, last = -1, -1
        for row in range(low, high):
            text = document(places[row], bounds, blocks)
            if places[row] - bounds[text] >= half[text]:
                continue
            if first >= 0:
                buffer[size] = first * texts + text
                size += 1
                if last != first:
                    buffer[size] = last * texts + text
                    size += 1
            else:
                first = text
            last = text
        group += 1
    return group, size
