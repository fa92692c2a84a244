"""The documents of a heap as columns, in an order that depends on nothing but the documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.model import Document, Region
from letapis.reuse.columns import COLUMNS
from letapis.text.kernel import kernel
from letapis.text.reader import digests, encode, gather, views
from letapis.text.shingle import Words, read

__all__ = ["COLUMNS", "UNDATED", "Index", "build", "index"]

Places = npt.NDArray[np.int64]
Offsets = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

UNDATED = np.iinfo(np.int64).max
_FURNITURE = ("menu", "share", "read_also", "subscribe", "tags", "cookie", "notice")
_MICROSECONDS = pa.timestamp("us", tz="UTC")
_SPAN = pa.schema({"doc_id": pa.string(), "start": pa.int64(), "stop": pa.int64()})
_BLOCK = 1 << 12  # records whose texts are encoded in one go: bounds the memory


@dataclass(frozen=True)
class Index:
    """Documents numbered through, the earliest dated first, and their words, numbered through.

    ``ids`` and ``texts`` are in the order of the numbers. ``published`` is in microseconds since
    1970, :data:`UNDATED` where it is not known. ``outlet`` is a place in ``outlets`` (folded names),
    -1 where it is not known. ``bare`` tells which documents were read with furniture taken off.
    ``own`` is false for words inside regions.
    """

    ids: pa.StringArray
    texts: pa.LargeStringArray
    published: Places
    outlet: npt.NDArray[np.int32]
    outlets: tuple[str, ...]
    truncated: Flags
    bare: Flags
    words: Words
    own: Flags

    def __len__(self) -> int:
        """How many documents there are."""
        return len(self.ids)

    def text(self, number: int) -> str:
        """The text of a document."""
        return str(self.texts[number])

    @cached_property
    def sizes(self) -> Places:
        """How many own words each document has."""
        return _sizes(self.own, self.words.bounds)

    def of(self, places: Places) -> Places:
        """The document of each word."""
        return np.searchsorted(self.words.bounds, places, side="right") - 1


def build(documents: Sequence[Document], regions: Sequence[Region]) -> Index:
    """The index of ``documents``, in which words inside ``regions`` are not their own.

    >>> found = build([Document("b", "", text="Two words"), Document("a", "", text="One")], [])
    >>> sorted(zip(found.ids.to_pylist(), found.sizes.tolist()))
    [('a', 1), ('b', 2)]
    """
    blocks = [documents[at : at + _BLOCK] for at in range(0, len(documents), _BLOCK)]
    held = [
        _Columns(
            pa.array([document.doc_id for document in documents], pa.string()),
            pa.chunked_array(
                [encode([document.text for document in block]) for block in blocks], pa.large_string()
            ),
            pa.array([document.published for document in documents], _MICROSECONDS),
            pa.array([document.outlet for document in documents], pa.string()),
            np.array([document.truncated for document in documents], bool),
            np.array([any(item.kind in _FURNITURE for item in d.residue) for d in documents], bool),
        )
    ]
    spans = {name: [getattr(region, name) for region in regions] for name in _SPAN.names}
    return _index(held, pa.table(spans, _SPAN))


def index(documents: pa.Table, regions: pa.Table) -> Index:
    """The same from rows of the tables ``documents`` (see :data:`COLUMNS`) and ``regions``.

    The texts are copied to one piece, unless they stand so; where nobody else holds ``documents``
    they are let go before the words are read.

    >>> from letapis import tables
    >>> rows = pa.Table.from_batches([tables.batch([Document("a", "", text="One")], Document)])
    >>> len(index(rows, tables.schema(Region).empty_table()))
    1
    """
    held = [
        _Columns(
            _one(documents["doc_id"]),
            documents["text"],
            _one(documents["published"]),
            _one(documents["outlet"]),
            _flags(documents["truncated"]),
            _bare(documents["residue"]),
        )
    ]
    del documents
    return _index(held, regions)


@dataclass(frozen=True)
class _Columns:
    """What an index is made of, in the order given."""

    ids: pa.StringArray
    texts: pa.ChunkedArray
    published: pa.TimestampArray
    outlet: pa.StringArray
    truncated: Flags
    bare: Flags


def _index(held: list[_Columns], regions: pa.Table) -> Index:
    """The index of the columns that ``held`` holds, which are taken out, so that their texts go."""
    columns = held.pop()
    stamps = columns.published.cast(_MICROSECONDS).cast(pa.int64())
    published = np.asarray(pc.fill_null(stamps, UNDATED))
    order = _order(published, columns)
    rows = pa.array(order)
    ids, names = columns.ids.take(rows), pc.utf8_lower(columns.outlet.take(rows)).dictionary_encode()
    truncated, bare = columns.truncated[order], columns.bare[order]
    texts = gather(columns.texts, order)
    del columns
    words = read(texts)
    own = _own(ids, words, regions)
    found = Index(
        ids,
        texts,
        published[order],
        np.asarray(pc.fill_null(names.indices, -1)).astype(np.int32),
        tuple(names.dictionary.to_pylist()),
        truncated,
        bare,
        words,
        own,
    )
    bare |= found.sizes < np.diff(words.bounds)
    return found


def _one(column: pa.ChunkedArray) -> pa.Array:
    joined = column.combine_chunks()
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined


def _flags(column: pa.ChunkedArray) -> Flags:
    return np.asarray(pc.fill_null(column, False)).astype(bool)


def _bare(residue: pa.ChunkedArray) -> Flags:
    """Which documents had furniture taken off when they were read."""
    found = np.zeros(len(residue), bool)
    done = 0
    for chunk in residue.chunks:
        kinds = pc.struct_field(pc.list_flatten(chunk), "kind")
        named = pc.is_in(kinds, value_set=pa.array(_FURNITURE, kinds.type))
        found[done + np.asarray(pc.list_parent_indices(chunk).filter(named))] = True
        done += len(chunk)
    return found


def _order(published: Places, columns: _Columns) -> Places:
    """By date; then by text, before the id: names do not change what is found."""
    empty = np.zeros(0, np.uint64)
    digest = np.concatenate([empty, *(digests(*views(chunk)) for chunk in columns.texts.chunks)])
    order = np.lexsort((digest, published))
    same = (np.diff(published[order]) == 0) & (np.diff(digest[order]) == 0)
    group = np.cumsum(np.append(0, ~same))[: len(order)]
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same)[: len(order)])
    rows = order[tied]
    rank = np.empty(len(rows), np.int64)
    rank[np.asarray(pc.sort_indices(columns.ids.take(pa.array(rows))))] = np.arange(len(rows))
    order[tied] = rows[np.lexsort((rank, group[tied]))]
    return order


def _own(ids: pa.StringArray, words: Words, regions: pa.Table) -> Flags:
    own = np.ones(len(words.forms), bool)
    numbers = tables.places(regions["doc_id"], ids)
    spans = [np.asarray(column).astype(np.int64) for column in (numbers, regions["start"], regions["stop"])]
    _disown(own, (words.starts, words.stops, words.bounds), (spans[0], spans[1], spans[2]))
    return own


@kernel
def _disown(own: Flags, words: tuple[Offsets, Offsets, Places], spans: tuple[Places, Places, Places]) -> None:
    """Marks the words that overlap a span of their text as not own; a text of -1 is none."""
    (starts, stops, bounds), (numbers, begins, ends) = words, spans
    for k in range(len(numbers)):
        if numbers[k] >= 0:
            low, high = bounds[numbers[k]], bounds[numbers[k] + 1]
            last = high
            while low < last:  # the first word that stops after the span begins
                middle = (low + last) // 2
                if stops[middle] <= begins[k]:
                    low = middle + 1
                else:
                    last = middle
            while low < high and starts[low] < ends[k]:
                own[low] = False
                low += 1


@kernel
def _sizes(own: Flags, bounds: Places) -> Places:
    found = np.zeros(len(bounds) - 1, np.int64)
    for number in range(len(found)):
        for word in range(bounds[number], bounds[number + 1]):
            found[number] += own[word]
    return found
