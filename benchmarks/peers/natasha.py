"""natasha: names in Russian texts, and nothing else of what it can do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, texts

__all__ = ["METHODS"]


@cache
def _tagger() -> tuple[Any, Any, Any]:
    library: Any = import_module("natasha")
    return library.Doc, library.Segmenter(), library.NewsNERTagger(library.NewsEmbedding())


def _names(prepared: list[str], _setting: Setting) -> list[int]:
    """How many names each text has."""
    make, segmenter, tagger = _tagger()
    found = []
    for text in prepared:
        document = make(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        found.append(len(document.spans))
    return found


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {"natasha": Method(texts, _names, _none, (Setting(),))}
