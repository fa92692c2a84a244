"""Which documents a heap that has grown must compare anew.

What a document shares follows from its seeds, from what each of them is (text, phrase, furniture) and
from who else carries them. All of it is put into one number a document: its *mark*. Two documents whose
marks are the same as at the last run share what they shared then, so their row is still true.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from letapis import tables
from letapis.reuse.candidates import Ground
from letapis.reuse.extend import hub
from letapis.reuse.index import Index
from letapis.reuse.seeds import document
from letapis.reuse.stock import KEPT
from letapis.text.digest import mix
from letapis.text.kernel import kernel
from letapis.text.reader import digests, encode, views

__all__ = ["changed", "marks", "partners"]

Marks = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Array = npt.NDArray[Any]

_MIX = np.uint64(0x9E3779B97F4A7C15)


def marks(index: Index, on: Ground, crowd: int) -> Marks:
    """For each document a number that stays the same while what it shares does.

    >>> from letapis.model import Document
    >>> from letapis.reuse.candidates import ground
    >>> from letapis.reuse.index import build
    >>> def marked(*texts: str) -> dict[str, int]:
    ...     index = build([Document(text[:4], "", text=text) for text in texts], [])
    ...     return dict(zip(index.ids.to_pylist(), marks(index, ground(index), 256).tolist()))
    >>> story, rain = "Жыхары вёскі збудавалі драўляны мост", "Дождж ішоў увесь тыдзень, і ўсё."
    >>> before, after = marked(story, rain), marked(story, rain, "Учора жыхары вёскі збудавалі мост")
    >>> before["Дожд"] == after["Дожд"], before["Жыха"] == after["Жыха"]
    (True, False)
    """
    names = digests(*views(index.ids))
    outlets = np.append(digests(*views(encode(index.outlets))), np.uint64(0))
    found = names + outlets[index.outlet] * _MIX
    found ^= index.published.astype(np.uint64) * _MIX
    found += index.truncated.astype(np.uint64) + np.uint64(2) * index.bare.astype(np.uint64)
    _gather(
        on.seeds.places,
        on.seeds.heads,
        on.seeds.blocks,
        index.words.bounds,
        on.stock.seed,
        (on.stock.family, on.stock.kin),
        names,
        crowd,
        found,
    )
    _plain(index.words.bounds, on.stock.seed, on.stock.counted, found)
    return found


def changed(index: Index, now: Marks, before: pa.Table) -> Flags:
    """Which documents have another mark than in ``before`` (columns ``doc_id``, ``mark``).

    >>> from letapis.model import Document
    >>> from letapis.reuse.index import build
    >>> index = build([Document("a", "", text="Адзін"), Document("b", "", text="Два")], [])
    >>> before = pa.table({"doc_id": ["b", "a"], "mark": pa.array([5, 6], pa.uint64())})
    >>> now = np.where(np.array(index.ids.to_pylist()) == "a", 6, 7).astype(np.uint64)
    >>> [index.ids[k].as_py() for k in np.flatnonzero(changed(index, now, before)).tolist()]
    ['b']
    """
    known = tables.places(index.ids, before["doc_id"].combine_chunks())
    old = np.append(before["mark"].to_numpy().astype(np.uint64), np.uint64(0))
    return np.asarray((known < 0) | (old[known] != now))


def partners(size: int, flags: Flags, *pairs: tuple[Places, Places]) -> Flags:
    """The flagged documents, and those that ``pairs`` link with one of them.

    >>> partners(4, np.array([True, False, False, False]), (np.array([1, 2]), np.array([0, 3]))).tolist()
    [True, True, False, False]
    """
    found = flags.copy()
    for a, b in pairs:
        found[a[flags[b]]] = True
        found[b[flags[a]]] = True
    return found


@kernel
def _gather(
    places: Array,
    heads: Array,
    blocks: Array,
    bounds: Array,
    seed: Array,
    family: tuple[Array, Array],
    names: Array,
    crowd: int,
    found: Array,
) -> None:
    """Add to each document's mark, for each seed that it keeps, who else does, and who is linked with all."""
    own = np.empty(len(places), np.int64)
    for group in range(len(heads) - 1):
        low, high = heads[group], heads[group + 1]
        together, kept = np.uint64(0), 0
        for row in range(low, high):
            if seed[places[row]] == KEPT:
                together += mix(names[document(places[row], bounds, blocks)] ^ np.uint64(7))
                own[kept] = places[row]
                kept += 1
        row, most = hub(own, 0, kept, family, crowd, bounds, blocks)
        if kept > most:
            together ^= mix(names[document(own[row], bounds, blocks)] ^ np.uint64(most))
        for row in range(low, high):
            place = places[row]
            text = document(place, bounds, blocks)
            if seed[place] == KEPT and kept > 1:
                found[text] += mix(np.uint64(place - bounds[text]) ^ together)


@kernel
def _plain(bounds: Array, seed: Array, counted: Array, found: Array) -> None:
    """Add to each document's mark which of its words are stock, or not its own."""
    for text in range(len(bounds) - 1):
        for place in range(bounds[text], bounds[text + 1]):
            if seed[place] > KEPT or not counted[place]:
                what = np.uint64(seed[place] if seed[place] > KEPT else 9)
                found[text] += mix(np.uint64(place - bounds[text]) ^ what)
