"""Arrow schemas derived from the records: what every table of a chronicle holds.

The records say what there is; this module turns them into schemas, and rows into records and back.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from letapis import model

__all__ = ["KEYS", "TABLES", "batch", "places", "records", "row", "schema", "type_of"]

Record = TypeVar("Record")

TABLES: dict[str, type] = {
    "aliases": model.Alias,
    "amounts": model.Figure,
    "captures": model.Capture,
    "citations": model.Citation,
    "dates": model.Date,
    "documents": model.Document,
    "entities": model.Entity,
    "figures": model.Figure,
    "mentions": model.Mention,
    "quoted": model.Quotation,
    "spots": model.Spot,
    "moments": model.Moment,
    "publishers": model.Publisher,
    "quotations": model.Quotation,
    "regions": model.Region,
    "reports": model.Report,
    "restorations": model.Restoration,
    "reuse": model.Reuse,
    "set_aside": model.SetAside,
    "stories": model.Story,
    "story_documents": model.StoryDocument,
    "story_links": model.StoryLink,
    "suggestions": model.Suggestion,
    "verdicts": model.Verdict,
}
"""Every table of the contract, by name, with the record that is one row of it.

``amounts``, ``spots`` and ``quoted`` are what a text alone shows; ``figures``, ``mentions`` and
``quotations`` are the same when all texts have been read.
"""

KEYS: dict[str, tuple[str, ...]] = {
    "aliases": ("old_id", "new_id"),
    "captures": ("capture_id",),
    "documents": ("doc_id",),
    "entities": ("entity_id",),
    "moments": ("moment_id",),
    "publishers": ("form",),
    "reports": ("rank", "report_id"),
    "restorations": ("report_id",),
    "reuse": ("earlier", "later"),
    "set_aside": ("step", "capture_id", "doc_id", "reason", "detail"),
    "stories": ("story_id",),
    "story_documents": ("story_id", "doc_id"),
    "story_links": ("a", "b"),
    "suggestions": ("suggestion_id",),
    "verdicts": ("verdict_id",),
}
"""The columns a table is sorted by; findings in a text are sorted by doc_id and start."""

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    bytes: pa.binary(),
    datetime: pa.timestamp("us", tz="UTC"),
}


def type_of(annotation: Any) -> tuple[pa.DataType, bool]:
    """The Arrow type of a field's annotation, and whether it may be null.

    >>> type_of(tuple[str, ...])[0] == pa.list_(pa.string()), type_of(int | None)
    (True, (DataType(int64), True))
    """
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        inner = [part for part in typing.get_args(annotation) if part is not type(None)]
        return type_of(inner[0])[0], True
    if typing.get_origin(annotation) is tuple:
        element = type_of(typing.get_args(annotation)[0])[0]
        return pa.list_(pa.field("element", element, True)), False
    if is_dataclass(annotation):
        return pa.struct(list(schema(annotation))), False
    return _PLAIN[annotation], False


def schema(record: Any) -> pa.Schema:
    """The Arrow schema of a record: a field each, in order, with its meaning as metadata.

    Columns are nullable throughout, so that a table can gain columns without being rewritten;
    which ones may be null is the record's word.

    >>> schema(model.Span).names
    ['start', 'stop']
    >>> schema(model.Span).field("stop").metadata[b"comment"].decode()
    'code point after the last'
    """
    if record not in _SCHEMAS:
        hints = typing.get_type_hints(record)
        _SCHEMAS[record] = pa.schema(
            [
                pa.field(f.name, type_of(hints[f.name])[0], True, {"comment": f.metadata.get("doc", "")})
                for f in fields(record)
            ]
        )
    return _SCHEMAS[record]


def row(record: Any) -> dict[str, Any]:
    """A record as plain dicts, lists and values.

    >>> row(model.Reason("containment", 0.5))
    {'feature': 'containment', 'value': 0.5, 'detail': ''}
    """
    return {name: _plain(getattr(record, name)) for name in schema(type(record)).names}


def batch(rows: Iterable[Any], record: type[Any]) -> pa.RecordBatch:
    """Records of one kind as one Arrow batch.

    >>> batch([model.Span(1, 2)], model.Span).num_rows
    1
    """
    return pa.RecordBatch.from_pylist([row(item) for item in rows], schema=schema(record))


def records(source: pa.RecordBatch | pa.Table, record: type[Record]) -> Iterator[Record]:
    """The rows of a batch or table as records; columns that the record lacks are left out.

    >>> list(records(batch([model.Span(1, 2)], model.Span), model.Span))
    [Span(start=1, stop=2)]
    """
    build = _builder(record)
    for item in source.to_pylist():
        yield build(item)


def places(names: pa.Array | pa.ChunkedArray, ids: pa.Array) -> Any:
    """Where in ``ids`` each of ``names`` stands, as an int64 array; -1 where it does not.

    >>> places(pa.array(["b", "x", None]), pa.array(["a", "b"])).tolist()
    [1, -1, -1]
    """
    found = pc.index_in(names.cast(ids.type), value_set=ids)
    return pc.fill_null(found, -1).cast(pa.int64()).to_numpy(zero_copy_only=False)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return row(value)
    return value


def _builder(record: Any) -> Any:
    """A function from a row to a record, made once per kind of record."""
    if record in _BUILDERS:
        return _BUILDERS[record]
    hints = typing.get_type_hints(record)
    makers = [(f.name, _maker(hints[f.name])) for f in fields(record)]

    def build(item: dict[str, Any]) -> Any:
        return record(
            **{
                name: value if make is None or value is None else make(value)
                for name, make in makers
                if (value := item.get(name, _ABSENT)) is not _ABSENT
            }
        )

    _BUILDERS[record] = build
    return build


_ABSENT = object()
_SCHEMAS: dict[Any, Any] = {}
_BUILDERS: dict[Any, Any] = {}


def _maker(annotation: Any) -> Any:
    if typing.get_origin(annotation) is tuple:
        inner = _maker(typing.get_args(annotation)[0])
        return tuple if inner is None else lambda values: tuple(map(inner, values))
    if is_dataclass(annotation):
        return _builder(annotation)
    return None
