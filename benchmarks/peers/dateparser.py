"""dateparser: the dates in a text, by its ``search_dates``."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, texts

__all__ = ["METHODS"]


def _dates(prepared: list[str], _setting: Setting) -> list[int]:
    """How many dates each text has; the language is given, so that it need not try them all."""
    search: Any = import_module("dateparser.search").search_dates
    return [len(search(text, languages=["ru"]) or ()) for text in prepared]


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {"dateparser": Method(texts, _dates, _none, (Setting(),))}
