"""FastSketchLSH: a fast similarity sketch with LSH, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, grams, sweep, texts
from benchmarks.peers.rensa import bands

__all__ = ["METHODS"]

SIZE, SEED = 128, 42


def _find(prepared: list[str], setting: Setting) -> list[list[int]]:
    library: Any = import_module("FastSketchLSH")
    sets = [grams(text, setting.gram) for text in prepared]
    sketches = library.FastSimilaritySketch(SIZE, SEED).batch(sets, num_threads=1)
    index = library.LSH(SIZE, bands(setting.threshold), num_threads=1)
    index.insert(sketches)
    found: list[list[int]] = index.query(sketches)
    return found


def _each(found: list[list[int]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return ((int(at), number) for number, others in enumerate(found) for at in others if int(at) < number)


METHODS = {"fastsketch": Method(texts, _find, _each, sweep())}
