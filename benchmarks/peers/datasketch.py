"""datasketch: MinHash with LSH, and its LSH Ensemble, which looks for containment."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from benchmarks.peers.method import Method, Setting, grams, sweep, texts

__all__ = ["METHODS"]

PERMUTATIONS = 128
_CONTAINED = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def _sketches(prepared: list[str], setting: Setting, **how: Any) -> list[Any]:
    """One call for all, which its page gives as the fast way; xxhash instead of its default SHA-1."""
    library: Any = import_module("datasketch")
    how = how or {"hashfunc": import_module("xxhash").xxh32_intdigest}
    encoded = ([gram.encode() for gram in grams(text, setting.gram)] for text in prepared)
    made: list[Any] = library.MinHash.bulk(encoded, num_perm=PERMUTATIONS, **how)
    return made


def _lsh(prepared: list[str], setting: Setting, **how: Any) -> list[tuple[int, int]]:
    """Each sketch asks those before it and joins them."""
    library: Any = import_module("datasketch")
    index = library.MinHashLSH(threshold=setting.threshold, num_perm=PERMUTATIONS)
    found = []
    for number, sketch in enumerate(_sketches(prepared, setting, **how)):
        found += [(other, number) for other in index.query(sketch)]
        index.insert(number, sketch, check_duplication=False)
    return found


def _before(prepared: list[str], setting: Setting) -> list[tuple[int, int]]:
    """As versions before 2 did it by default: their permutations, SHA-1."""
    return _lsh(prepared, setting, scheme="legacy")


def _verified(prepared: list[str], setting: Setting) -> list[tuple[int, int]]:
    """The same, and what LSH proposes is kept where the sketches say that it is as alike as asked."""
    library: Any = import_module("datasketch")
    index = library.MinHashLSH(threshold=setting.threshold, num_perm=PERMUTATIONS)
    sketches = _sketches(prepared, setting)
    found = []
    for number, sketch in enumerate(sketches):
        near = index.query(sketch)
        found += [(at, number) for at in near if sketches[at].jaccard(sketch) >= setting.threshold]
        index.insert(number, sketch, check_duplication=False)
    return found


def _ensemble(prepared: list[str], setting: Setting) -> list[tuple[int, int]]:
    library: Any = import_module("datasketch")
    index = library.MinHashLSHEnsemble(threshold=setting.threshold, num_perm=PERMUTATIONS, num_part=16)
    sizes = [len(set(grams(text, setting.gram))) for text in prepared]
    sketches = _sketches(prepared, setting)
    index.index(
        (n, sketch, size) for n, (sketch, size) in enumerate(zip(sketches, sizes, strict=True)) if size
    )
    found: set[tuple[int, int]] = set()
    for number, (sketch, size) in enumerate(zip(sketches, sizes, strict=True)):
        if size:
            found.update(
                (min(at, number), max(at, number)) for at in index.query(sketch, size) if at != number
            )
    return sorted(found)


def _same(found: list[tuple[int, int]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return found


METHODS = {
    "datasketch": Method(texts, _lsh, _same, sweep()),
    "datasketch-1": Method(texts, _before, _same, sweep()),
    "datasketch-verified": Method(texts, _verified, _same, sweep()),
    "datasketch-ensemble": Method(texts, _ensemble, _same, sweep(thresholds=_CONTAINED)),
}
