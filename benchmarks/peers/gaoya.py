"""gaoya: an index of MinHashes in Rust that splits texts itself."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, sweep, texts

__all__ = ["METHODS"]

HASHES = 128


def _find(prepared: list[str], setting: Setting) -> list[list[int]]:
    library: Any = import_module("gaoya.minhash")
    index = library.MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=setting.threshold,
        num_bands=None,
        band_size=None,
        num_hashes=HASHES,
        analyzer="word",
        lowercase=True,
        ngram_range=(setting.gram, setting.gram),
        id_container="vec",
    )
    found = []
    for number, text in enumerate(prepared):
        found.append(index.query(text))
        index.insert_document(number, text)
    return found


def _each(found: list[list[int]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return ((int(at), number) for number, others in enumerate(found) for at in others)


METHODS = {"gaoya": Method(texts, _find, _each, sweep())}
