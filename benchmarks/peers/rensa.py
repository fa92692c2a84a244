"""rensa: R-MinHash with its LSH, C-MinHash, and its rho sketch, which gives flags and no pairs."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, clusters, grams, sweep, texts

__all__ = ["METHODS", "bands"]

PERMUTATIONS, SEED = 128, 42


def bands(threshold: float) -> int:
    """Bands whose S-curve is steepest nearest the threshold: (1 / bands) ** (bands / permutations).

    >>> bands(0.5), bands(0.8)
    (32, 8)
    """
    choices = [1, 2, 4, 8, 16, 32, 64, 128]
    return min(choices, key=lambda bands: abs((1 / bands) ** (bands / PERMUTATIONS) - threshold))


def _sets(prepared: list[str], setting: Setting) -> list[list[str]]:
    return [grams(text, setting.gram) for text in prepared]


def _rminhash(prepared: list[str], setting: Setting) -> list[list[int]]:
    library: Any = import_module("rensa")
    sketches = library.RMinHash.from_token_sets(_sets(prepared, setting), PERMUTATIONS, SEED)
    index = library.RMinHashLSH(setting.threshold, PERMUTATIONS, bands(setting.threshold))
    index.insert_many(sketches)
    found: list[list[int]] = index.query_all(sketches)
    return found


def _cminhash(prepared: list[str], setting: Setting) -> list[list[int]]:
    """The keys that its deduplicator has kept and holds each document for a copy of."""
    library: Any = import_module("rensa")
    sketches = library.CMinHash.from_token_sets(_sets(prepared, setting), PERMUTATIONS, SEED)
    index = library.CMinHashDeduplicator(setting.threshold, PERMUTATIONS, SEED)
    found = []
    for number, sketch in enumerate(sketches):
        found.append([int(key) for key in index.get_duplicates(sketch)])
        index.add(str(number), sketch)
    return found


def _rho(prepared: list[str], setting: Setting) -> list[bool]:
    """Whether each document has a near copy; not which."""
    library: Any = import_module("rensa")
    matrix = library.RMinHash.digest_matrix_from_token_sets_rho(_sets(prepared, setting), PERMUTATIONS, SEED)
    index = library.RMinHashLSH(setting.threshold, PERMUTATIONS, bands(setting.threshold))
    flags: list[bool] = index.query_duplicate_flags_matrix_one_shot(matrix)
    return flags


def _each(found: list[list[int]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return ((int(at), number) for number, others in enumerate(found) for at in others if at != number)


def _grouped(found: list[list[int]], prepared: Any) -> Iterable[tuple[int, int]]:
    """A document goes with the first that was kept and that it is a copy of."""
    return clusters((number, min(others, default=number)) for number, others in enumerate(found))


def _none(_found: Any, _prepared: Any) -> Iterable[tuple[int, int]]:
    return ()


METHODS = {
    "rensa": Method(texts, _rminhash, _each, sweep()),
    "rensa-cminhash": Method(texts, _cminhash, _grouped, sweep()),
    "rensa-rho-flags": Method(texts, _rho, _none, (Setting(1, 0.5), Setting(3, 0.5))),
}
