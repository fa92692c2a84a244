"""Parts of a heap that have nothing to do with each other, and what each of them rests on.

Documents that no reuse, direct or through others, and no verdict links are of different parts: what is
inferred in one says nothing of the other. A part's *basis* is a number that follows from all that its
inference sees, so a part whose basis is as it was at the last run need not be inferred again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.text.component import components
from letapis.text.digest import digests

__all__ = ["Parts", "parts"]

Places = npt.NDArray[np.int64]
_UNSEEN = ("capture_id", "map", "raw_start", "raw_stop", "maker")
"""Columns of findings and documents that say nothing about a report."""


@dataclass(frozen=True)
class Parts:
    """For each document, and each row of the other tables, the number of its part; and each part's basis.

    ``of`` names tables; a row that is about no document of the heap has -1. Parts are numbered by
    their first document.
    """

    documents: Places
    of: Mapping[str, Places]
    bases: npt.NDArray[np.uint64]


def parts(documents: pa.Table, side: Mapping[str, pa.Table]) -> Parts:
    """The parts of a heap.

    ``side`` has the tables ``regions``, ``citations``, ``reuse`` and ``verdicts``.

    >>> from letapis.model import Citation, Document, Region, Reuse, Verdict
    >>> def rows(kind, *found): return pa.Table.from_batches([tables.batch(found, kind)])
    >>> heap = rows(Document, *(Document(name, "", text=name) for name in "abc"))
    >>> side = {"regions": rows(Region), "verdicts": rows(Verdict), "citations": rows(Citation)}
    >>> found = parts(heap, side | {"reuse": rows(Reuse, Reuse("c", "a", "reprint"))})
    >>> found.documents.tolist(), found.of["reuse"].tolist()
    ([0, 1, 0], [0])
    >>> alone = parts(heap, side | {"reuse": rows(Reuse)})
    >>> bool(alone.bases[1] == found.bases[1]), bool(alone.bases[0] == found.bases[0])
    (True, False)
    """
    ids = pc.cast(documents["doc_id"], pa.string()).combine_chunks()
    ids = ids.chunk(0) if isinstance(ids, pa.ChunkedArray) else ids
    links = [
        (tables.places(side["reuse"]["earlier"], ids), tables.places(side["reuse"]["later"], ids)),
        _verdicts(ids, side),
    ]
    a, b = (np.concatenate([link[k] for link in links]) for k in (0, 1))
    there = (a >= 0) & (b >= 0)
    label = components(len(ids), a[there], b[there])
    number = np.unique(label, return_inverse=True)[1].reshape(-1).astype(np.int64)
    numbers = np.append(number, -1)
    about = {
        "regions": tables.places(side["regions"]["doc_id"], ids),
        "citations": tables.places(side["citations"]["doc_id"], ids),
        "reuse": np.where((links[0][0] >= 0) & (links[0][1] >= 0), links[0][0], -1),
        "verdicts": tables.places(_firsts(side["verdicts"]), ids),
    }
    of = {name: numbers[at] for name, at in about.items()}
    bases = np.zeros(int(number.max(initial=-1)) + 1, np.uint64)
    np.add.at(bases, number, _digests(documents))
    for name, where in of.items():
        salted = _digests(side[name]) * np.uint64(2 * len(name) + 1)
        np.add.at(bases, where[where >= 0], salted[where >= 0])
    return Parts(number, of, bases)


def _firsts(verdicts: pa.Table) -> pa.Array:
    """The first document that each verdict is about."""
    return pa.array([docs[0] if docs else None for docs in verdicts["docs"].to_pylist()], pa.string())


def _digests(rows: pa.Table) -> npt.NDArray[np.uint64]:
    return digests(rows.select([name for name in rows.column_names if name not in _UNSEEN]))


def _verdicts(ids: pa.Array, side: Mapping[str, pa.Table]) -> tuple[Places, Places]:
    """The documents that verdicts link, in pairs: the first that a verdict is about with each other."""
    pairs: list[tuple[Any, Any]] = [
        (docs[0], other) for docs in side["verdicts"]["docs"].to_pylist() if docs for other in docs[1:]
    ]
    one, two = (pa.chunked_array([[pair[k] for pair in pairs]], pa.string()) for k in (0, 1))
    return tables.places(one, ids), tables.places(two, ids)
