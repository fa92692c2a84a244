"""Candidates as rows of the table ``reuse``: ordered, named by kind, with passages and reasons.

All is done on columns, a slice of the pairs at a time, so that what is kept of a pair until its row is
made is a handful of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.model import Reuse
from letapis.reuse.candidates import Candidates
from letapis.reuse.direction import FEATURES
from letapis.reuse.index import Index
from letapis.reuse.kind import KINDS
from letapis.reuse.order import Order, Seen, order, seen, slices
from letapis.text.kernel import kernel

__all__ = ["batches", "rows"]

Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int8]
Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]
_DOUBT = 13  # worth that halves the doubt in a pair
_NAMES = ("shared_words", "order", *FEATURES)
_SAY = ("how sure the order is", *FEATURES.values())


def rows(index: Index, found: Candidates, maker: str = "") -> pa.Table:
    """The rows of the table ``reuse`` for all pairs of ``found``, by earlier, then later.

    Passages are in order of the later document. A row's first reason is how many words of the later
    document recur, its second how sure the order is; the votes on the order follow, strongest first.

    >>> from letapis.model import Document
    >>> from letapis.reuse.candidates import candidates
    >>> from letapis.reuse.index import build
    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу драўляны мост"
    >>> index = build([Document("a", "", text=story), Document("b", "", text="Учора " + story)], [])
    >>> found = rows(index, candidates(index)).to_pylist()
    >>> [(row["earlier"], row["later"], row["kind"], row["share_later"]) for row in found]
    [('b', 'a', 'reprint', 1.0)]
    >>> found[0]["passages"]
    [{'e_start': 6, 'e_stop': 66, 'l_start': 0, 'l_stop': 60}]
    """
    return pa.Table.from_batches(batches(index, found, maker), tables.schema(Reuse))


def batches(index: Index, found: Candidates, maker: str = "") -> Iterator[pa.RecordBatch]:
    """The same rows a batch at a time, each made when it is asked for.

    A pair takes some 100 bytes until then, its row about 50 for each passage and reason.

    >>> from letapis.reuse.candidates import candidates
    >>> from letapis.reuse.index import build
    >>> list(batches(index := build([], []), candidates(index)))
    []
    """
    schema = tables.schema(Reuse)
    pairs = seen(index, found)
    known = order(pairs)
    for part in slices(_sorted(index, known)):
        turned = known.turned[part]
        one, two = pairs.look.take(part).share
        columns = {
            "earlier": index.ids.take(pa.array(known.earlier[part])),
            "later": index.ids.take(pa.array(known.later[part])),
            "kind": pa.array(KINDS).take(pa.array(known.kind[part])),
            "passages": _passages(index, found, part, turned, schema.field("passages").type),
            "share_earlier": pa.array(np.round(np.where(turned, two, one), 4)),
            "share_later": pa.array(np.round(np.where(turned, one, two), 4)),
            "ordered_by": pa.array([*FEATURES, "nothing"]).take(pa.array(known.most[part])),
            "maker": pa.repeat(maker, len(part)),
            "score": pa.array(np.round(1 - np.exp2(-found.best[part] / _DOUBT), 3)),
            "reasons": _reasons(pairs, known, part, schema.field("reasons").type),
        }
        yield pa.RecordBatch.from_arrays([columns[name] for name in schema.names], schema=schema)


def _sorted(index: Index, known: Order) -> Places:
    """The pairs by earlier, then later."""
    rank = np.empty(len(index), np.int64)
    rank[pc.sort_indices(index.ids).to_numpy()] = np.arange(len(index))
    return np.argsort(rank[known.earlier] * len(index) + rank[known.later])


def _passages(index: Index, found: Candidates, part: Places, turned: Flags, kind: pa.ListType) -> pa.Array:
    """The passages of each pair, code points in the earlier and in the later document."""
    counts = found.bounds[part + 1] - found.bounds[part]
    at = np.append(0, np.cumsum(counts))
    out = np.empty((4, at[-1]), np.int64)
    runs = found.runs.a, found.runs.b, found.runs.length
    mixed = _spans(runs, found.bounds, part, turned, (index.words.starts, index.words.stops), at, out)
    if mixed.any():
        many = np.repeat(mixed, counts)
        chosen = out[:, many]
        rows = np.repeat(np.arange(len(part)), counts)[many]
        out[:, many] = chosen[:, np.lexsort((chosen[0], chosen[2], rows))]
    return _lists(at, [pa.array(column) for column in out], kind)


def _reasons(pairs: Seen, known: Order, part: Places, kind: pa.ListType) -> pa.Array:
    """The reasons of each pair."""
    found = pairs.votes(part)
    values = np.round(found * (1.0 - 2.0 * known.turned[part, None]), 2)
    at = np.append(0, np.cumsum((found != 0).sum(axis=1) + 2))
    feature, value = np.empty(at[-1], np.int8), np.empty(at[-1])
    _ranked(found, values + 0.0, at, feature, value)  # no negative zeros
    value[at[:-1]], value[at[:-1] + 1] = known.words[part], np.round(known.sure[part], 3)
    counts, number = np.unique(pairs.look.stretches[part], return_inverse=True)
    say = pa.array([*_SAY, *(f"{count} stretches" for count in counts.tolist())])
    detail = feature.astype(np.int64) - 1
    detail[at[:-1]] = number + len(_SAY)
    columns = [pa.array(_NAMES).take(pa.array(feature)), pa.array(value), say.take(pa.array(detail))]
    return _lists(at, columns, kind)


def _lists(at: Places, columns: list[pa.Array], kind: pa.ListType) -> pa.Array:
    items = pa.StructArray.from_arrays(columns, fields=list(kind.value_type))
    return pa.ListArray.from_arrays(pa.array(at.astype(np.int32)), items, type=kind)


@kernel
def _spans(
    runs: tuple[Places, Places, Places],
    bounds: Places,
    part: Places,
    turned: Flags,
    points: tuple[Any, Any],
    at: Places,
    out: Places,
) -> Flags:
    """Code points of runs, the earlier document first; which pairs are not in order of the later."""
    a, b, length = runs
    starts, stops = points
    mixed = np.zeros(len(part), np.bool_)
    for k in range(len(part)):
        one, two = (b, a) if turned[k] else (a, b)
        shift = at[k] - bounds[part[k]]
        for run in range(bounds[part[k]], bounds[part[k] + 1]):
            to, last = run + shift, length[run] - 1
            out[0, to], out[1, to] = starts[one[run]], stops[one[run] + last]
            out[2, to], out[3, to] = starts[two[run]], stops[two[run] + last]
            if to > at[k] and (
                out[2, to] < out[2, to - 1] or (out[2, to] == out[2, to - 1] and out[0, to] < out[0, to - 1])
            ):
                mixed[k] = True
    return mixed


@kernel
def _ranked(found: Shares, values: npt.NDArray[Any], at: Places, feature: Numbers, value: Shares) -> None:
    """Fill in features and values of the votes, the strongest first, after two reasons left free."""
    for k in range(len(found)):
        feature[at[k]], feature[at[k] + 1] = 0, 1
        begin, size = at[k] + 2, 0
        for column in range(found.shape[1]):
            if found[k, column] == 0:
                continue
            to = begin + size
            while to > begin and abs(found[k, feature[to - 1] - 2]) < abs(found[k, column]):
                feature[to], value[to] = feature[to - 1], value[to - 1]
                to -= 1
            feature[to], value[to] = column + 2, values[k, column]
            size += 1
