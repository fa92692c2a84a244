"""The rows of ``reuse`` for a heap of which a part was compared before."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from letapis import tables
from letapis.reuse.candidates import CROWD, candidates, ground
from letapis.reuse.changes import changed, marks, partners
from letapis.reuse.columns import MARKS
from letapis.reuse.index import Index
from letapis.reuse.rows import batches, rows

__all__ = ["MARKS", "compare"]

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

_MANY = 0.5  # share of documents from which on it is quicker to compare all


def compare(
    index: Index, before: pa.Table, known: pa.Table, crowd: int = CROWD, maker: str = ""
) -> tuple[Iterator[pa.RecordBatch], pa.Table]:
    """The rows for all pairs of ``index``, sorted, a batch at a time, and the marks for the next run.

    ``before`` are rows of an earlier run of the same version and ``known`` the marks it left, both
    may be empty. The rows are those of a run from the beginning: documents whose marks are as they were
    are not compared again, and what their new partners change about their other rows is brought in.

    >>> from letapis.model import Document, Reuse
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> heap = [Document("a", "", text=story), Document("b", "", text="Учора " + story)]
    >>> none = tables.schema(Reuse).empty_table()
    >>> found, known = compare(build(heap, []), none, MARKS.empty_table())
    >>> first = pa.Table.from_batches(found)
    >>> heap.append(Document("c", "", text="Раней паведамлялі: " + story))
    >>> again = pa.Table.from_batches(compare(build(heap, []), first, known)[0])
    >>> again.equals(pa.Table.from_batches(compare(build(heap, []), none, MARKS.empty_table())[0]))
    True
    """
    on = ground(index)
    now = marks(index, on, crowd)
    state = pa.Table.from_arrays([index.ids, pa.array(now)], schema=MARKS)
    fresh = changed(index, now, known)
    if fresh.mean() > _MANY if len(index) else True:
        return batches(index, candidates(index, crowd, on), maker), state
    a, b = _numbers(index, before)
    there = (a >= 0) & (b >= 0)
    old = a[there], b[there]
    new = candidates(index, crowd, on, fresh)
    stale = partners(len(index), fresh, (new.a, new.b), old)
    wide = partners(len(index), stale, (new.a, new.b), old)
    made = rows(index, candidates(index, crowd, on, wide), maker)
    one, two = _numbers(index, made)
    made = made.filter(pa.array(stale[one] | stale[two]))
    kept = there & ~(stale[a] | stale[b])
    found = pa.concat_tables([before.filter(pa.array(kept)), made])
    found = found.sort_by([("earlier", "ascending"), ("later", "ascending")])
    return iter(found.combine_chunks().to_batches()), state


def _numbers(index: Index, found: pa.Table) -> tuple[Places, Places]:
    """The documents of each row, -1 where the heap has it no longer."""
    return tables.places(found["earlier"], index.ids), tables.places(found["later"], index.ids)
