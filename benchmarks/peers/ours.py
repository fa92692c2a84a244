"""Letapis itself: pairs with their passages, as records and, where there is one, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Row, Setting

__all__ = ["METHODS"]


def _prepare(rows: Sequence[Row]) -> tuple[list[Any], list[Any], dict[str, int]]:
    model: Any = import_module("letapis.model")
    documents = [
        model.Document(
            str(row["id"]),
            "",
            url=row.get("url"),
            outlet=row.get("outlet"),
            text=row["text"],
            language=row.get("language"),
            published=datetime.fromisoformat(row["published"]) if row.get("published") else None,
        )
        for row in rows
    ]
    regions = [model.Region(str(row["id"]), 0, row["head"], "furniture") for row in rows if row.get("head")]
    return documents, regions, {document.doc_id: n for n, document in enumerate(documents)}


def _records(prepared: Any, _setting: Setting) -> Any:
    return import_module("letapis.reuse.pairs").pairs(prepared[0], prepared[1])


def _columns(prepared: Any, _setting: Setting) -> Any:
    build = import_module("letapis.reuse.index").build
    candidates = import_module("letapis.reuse.candidates").candidates
    index = build(prepared[0], prepared[1])
    return import_module("letapis.reuse.rows").rows(index, candidates(index))


def _index(prepared: Any, _setting: Setting) -> Any:
    """Words, their hashes and places, and no pairs: what tokenising costs."""
    return import_module("letapis.reuse.index").build(prepared[0], prepared[1])


def _of_records(found: Any, prepared: Any) -> Iterable[tuple[int, int]]:
    numbers = prepared[2]
    return ((numbers[row.earlier], numbers[row.later]) for row in found)


def _of_columns(found: Any, prepared: Any) -> Iterable[tuple[int, int]]:
    numbers = prepared[2]
    sides = found["earlier"].to_pylist(), found["later"].to_pylist()
    return ((numbers[a], numbers[b]) for a, b in zip(*sides, strict=True))


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {
    "letapis": Method(_prepare, _records, _of_records, (Setting(),)),
    "letapis-table": Method(_prepare, _columns, _of_columns, (Setting(),)),
    "letapis-index": Method(_prepare, _index, _none, (Setting(),)),
}
