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
from letapis.text.shingle import Words, read

__all__ = ["COLUMNS", "UNDATED", "Index", "build", "index"]

Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

COLUMNS = ("doc_id", "text", "outlet", "published", "truncated", "residue")
"""What is read of ``documents``."""
UNDATED = np.iinfo(np.int64).max
_FURNITURE = ("menu", "share", "read_also", "subscribe", "tags", "cookie", "notice")


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
        owned = np.zeros(len(self.own) + 1, np.int64)
        np.cumsum(self.own, out=owned[1:])
        return owned[self.words.bounds[1:]] - owned[self.words.bounds[:-1]]

    def of(self, places: Places) -> Places:
        """The document of each word."""
        return np.searchsorted(self.words.bounds, places, side="right") - 1


def build(documents: Sequence[Document], regions: Sequence[Region]) -> Index:
    """The index of ``documents``, in which words inside ``regions`` are not their own.

    >>> found = build([Document("b", "", text="Two words"), Document("a", "", text="One")], [])
    >>> sorted(zip(found.ids.to_pylist(), found.sizes.tolist()))
    [('a', 1), ('b', 2)]
    """
    rows = pa.Table.from_batches([tables.batch(documents, Document)]).select(COLUMNS)
    return index(rows, pa.Table.from_batches([tables.batch(regions, Region)]))


def index(documents: pa.Table, regions: pa.Table) -> Index:
    """The same from rows of the tables ``documents`` (see :data:`COLUMNS`) and ``regions``.

    >>> rows = pa.Table.from_batches([tables.batch([Document("a", "", text="One")], Document)])
    >>> len(index(rows, tables.schema(Region).empty_table()))
    1
    """
    documents = documents.select(COLUMNS).combine_chunks()
    stamps = documents["published"].cast(pa.timestamp("us", tz="UTC")).cast(pa.int64())
    published = pc.fill_null(stamps, UNDATED).to_numpy()
    texts = _one(documents["text"].cast(pa.large_string()))
    order = _order(published, texts, documents["doc_id"])
    texts = texts.take(pa.array(order))
    ids = _one(documents["doc_id"]).take(pa.array(order))
    words = read(texts.to_pylist())
    names = pc.utf8_lower(documents["outlet"]).dictionary_encode().combine_chunks()
    names = names.chunk(0) if isinstance(names, pa.ChunkedArray) else names
    own = _own(ids, words, regions)
    bare = np.array([_read(kinds) for kinds in documents["residue"].to_pylist()], bool)[order]
    owned = np.add.reduceat(np.append(own, False), words.bounds[:-1]) if len(ids) else np.zeros(0)
    return Index(
        ids,
        texts,
        published[order],
        pc.fill_null(names.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)[order],
        tuple(names.dictionary.to_pylist()),
        documents["truncated"].to_numpy().astype(bool)[order],
        bare | (np.diff(words.bounds) > owned),
        words,
        own,
    )


def _one(column: pa.ChunkedArray) -> pa.Array:
    joined = column.combine_chunks()
    return joined.chunk(0) if isinstance(joined, pa.ChunkedArray) else joined


def _read(residue: list[dict[str, str]] | None) -> bool:
    return any(item["kind"] in _FURNITURE for item in residue or ())


def _order(published: Places, texts: pa.LargeStringArray, ids: pa.ChunkedArray) -> Places:
    # by text before id: names do not change what is found
    rows = list(zip(published.tolist(), texts.to_pylist(), ids.to_pylist(), strict=True))
    return np.array(sorted(range(len(rows)), key=rows.__getitem__), np.int64)


def _own(ids: pa.StringArray, words: Words, regions: pa.Table) -> Flags:
    own = np.ones(len(words.forms), bool)
    number = pc.index_in(regions["doc_id"], value_set=ids).to_pylist()
    spans = zip(number, regions["start"].to_pylist(), regions["stop"].to_pylist(), strict=True)
    for document, start, stop in spans:
        if document is not None:
            low, high = words.bounds[document], words.bounds[document + 1]
            first = low + np.searchsorted(words.stops[low:high], start, side="right")
            last = low + np.searchsorted(words.starts[low:high], stop)
            own[first:last] = False
    return own
