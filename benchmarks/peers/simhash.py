"""simhash: fingerprints of 64 bits; the threshold is the number of bits that may differ."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, grams, sweep, texts

__all__ = ["METHODS"]


def _find(prepared: list[str], setting: Setting) -> list[list[str]]:
    library: Any = import_module("simhash")
    hashes = [(str(n), library.Simhash(grams(text, setting.gram))) for n, text in enumerate(prepared)]
    index = library.SimhashIndex(hashes, k=int(setting.threshold))
    return [index.get_near_dups(value) for _, value in hashes]


def _each(found: list[list[str]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return ((int(at), number) for number, others in enumerate(found) for at in others if int(at) != number)


METHODS = {"simhash": Method(texts, _find, _each, sweep(thresholds=(2, 4, 6, 8, 10, 12, 14, 16)))}
