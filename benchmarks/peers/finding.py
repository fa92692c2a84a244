"""Letapis itself: everything that is found in a text, and parts of it beside their peers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Row, Setting

__all__ = ["METHODS"]


def _prepare(rows: Sequence[Row]) -> list[tuple[Any, Any]]:
    """Documents with the records of their languages."""
    model: Any = import_module("letapis.model")
    langs: Any = import_module("letapis.langs")
    return [
        (
            model.Document(row["id"], "", text=row["text"], language=row["language"]),
            langs.get(row["language"]),
        )
        for row in rows
    ]


def _everything(prepared: list[tuple[Any, Any]], _setting: Setting) -> list[Any]:
    """Credits, quotations, names with their roles, figures and dates, as the steps find them."""
    cite = import_module("letapis.attribute.citations").citations
    quote = import_module("letapis.attribute.quotations").quotations
    sift = import_module("letapis.link.sift").sift
    return [
        (
            cite(document, language, {}),
            quote(document, language),
            sift(document.text, language, document.doc_id),
        )
        for document, language in prepared
    ]


def _names(prepared: list[tuple[Any, Any]], _setting: Setting) -> list[Any]:
    spots = import_module("letapis.link.spots").spots
    return [spots(document.text, language, document.doc_id) for document, language in prepared]


def _dates(prepared: list[tuple[Any, Any]], _setting: Setting) -> list[Any]:
    dates = import_module("letapis.link.dates").dates
    stream = import_module("letapis.text.stream").stream
    return [dates(stream(document.text, language.abbreviations), language) for document, language in prepared]


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {
    "letapis": Method(_prepare, _everything, _none, (Setting(),)),
    "letapis-names": Method(_prepare, _names, _none, (Setting(),)),
    "letapis-dates": Method(_prepare, _dates, _none, (Setting(),)),
}
