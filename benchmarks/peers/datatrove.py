"""datatrove: the stages of its MinHash deduplication; two documents of one cluster are a pair."""

from __future__ import annotations

import shutil
import struct
import tempfile
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.peers.method import Method, Row, Setting, clusters, sweep

__all__ = ["METHODS"]

_SHAPES = {
    0.13: (56, 2),
    0.3: (37, 3),
    0.43: (28, 4),
    0.55: (20, 5),
    0.64: (16, 6),
    0.72: (14, 8),
    0.8: (11, 11),
    0.84: (9, 13),
}
"""Threshold → buckets and hashes in each, (1 / buckets) ** (1 / hashes); 0.72 is its default."""


def _prepare(rows: Sequence[Row]) -> list[Any]:
    make: Any = import_module("datatrove.data").Document
    return [make(text=row["text"], id=str(number)) for number, row in enumerate(rows)]


def _tokenizer() -> Any:
    """Words split at blanks: its own tokenizers for these languages want models from the network."""
    base: Any = import_module("datatrove.utils.word_tokenizers").WordTokenizer

    def words(_self: Any, text: str) -> list[str]:
        return text.split()

    names = ("word_tokenize", "sent_tokenize", "span_tokenize")
    made: Any = type("Blanks", (base,), dict.fromkeys(names, words))
    return made()


def _find(prepared: list[Any], setting: Setting) -> list[tuple[int, int]]:
    import_module("loguru").logger.disable("datatrove")
    stages: Any = import_module("datatrove.pipeline.dedup.minhash")
    buckets, hashes = _SHAPES[setting.threshold]
    config = stages.MinhashConfig(n_grams=setting.gram, num_buckets=buckets, hashes_per_bucket=hashes)
    place = Path(tempfile.mkdtemp(prefix="letapis-datatrove-"))
    try:
        names = [str(place / name) for name in ("signatures", "buckets", "clusters")]
        signed = stages.MinhashDedupSignature(names[0], config, language=_tokenizer())
        signed.run(iter(prepared), rank=0, world_size=1)
        for rank in range(buckets):
            joined = stages.MinhashDedupBuckets(names[0], names[1], config=config)
            joined.run(None, rank=rank, world_size=buckets)
        grouped = stages.MinhashDedupCluster(names[1], names[2], config=config, save_cluster_id=True)
        grouped.run(None, 0, 1)
        told = place / "clusters" / "000000.clusters"
        found = told.read_bytes() if told.exists() else b""
    finally:
        shutil.rmtree(place)
    return list(struct.iter_unpack("<2I", found))


def _pairs(found: list[tuple[int, int]], _prepared: Any) -> Iterable[tuple[int, int]]:
    return clusters(found)


METHODS = {"datatrove": Method(_prepare, _find, _pairs, sweep(thresholds=tuple(_SHAPES)))}
