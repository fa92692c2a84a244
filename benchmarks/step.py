"""The reuse step in a process of its own, from tables to tables, as the pipeline runs it.

``python -m benchmarks.step FOLDER`` takes ``documents.parquet`` and ``regions.parquet`` of an
invented heap, puts them into a chronicle, runs the step, and prints what that took as JSON.
Translations, where the step looks for them, are left out: datasketch does not look for them.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.invented.heap import Heap, write
from benchmarks.peers.worker import mark, peak, spent
from letapis.engine.embedded import Embedded
from letapis.engine.run import run
from letapis.reuse import step as reuse
from letapis.store.chronicle import Chronicle

__all__ = ["main"]

_FEW = 300


def main() -> None:
    """Measure, and leave the pairs of documents that have gold in ``FOLDER/tables``."""
    folder = Path(sys.argv[1])
    vars(reuse)["_translated"] = lambda _batches, _side, embedder: iter(())
    with tempfile.TemporaryDirectory(prefix="letapis-step-") as scratch:
        place = Path(scratch)
        write(Heap(_FEW), place / "few")
        began = spent()
        _step(_filled(place / "few.chronicle", place / "few"))
        first = spent() - began
        chronicle = _filled(place / "c.chronicle", folder)
        text = _bytes(folder / "documents.parquet")
        pa.default_memory_pool().release_unused()
        with contextlib.suppress(OSError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)
        before, cpu, wall = mark(), spent(), time.perf_counter()
        _step(chronicle)
        took = {"cpu": spent() - cpu, "wall": time.perf_counter() - wall, "first": first}
        most = peak() - before
        told = _told(chronicle, folder)
    print(json.dumps({**took, "peak": most, "text": text, **told}))


def _filled(place: Path, folder: Path) -> Chronicle:
    """A chronicle, for one worker, with the heap's documents and regions."""
    chronicle = Chronicle.create(place, workers=1)
    for name in ("documents", "regions"):
        source = pq.ParquetFile(folder / f"{name}.parquet")
        batches = source.iter_batches(batch_size=2000)
        reader = pa.RecordBatchReader.from_batches(chronicle.tables.schema(name), batches)
        chronicle.tables.append(name, reader)
    return chronicle


def _step(chronicle: Chronicle) -> None:
    engine = Embedded(chronicle.settings)
    try:
        run(reuse.step(), chronicle.tables, engine, chronicle.work, lambda *_: None, 8)
    finally:
        engine.close()


def _bytes(path: Path) -> int:
    return sum(
        int(pc.sum(pc.binary_length(batch.column(0))).as_py() or 0)
        for batch in pq.ParquetFile(path).iter_batches(columns=["text"])
    )


def _told(chronicle: Chronicle, folder: Path) -> dict[str, float]:
    """Write what the scorer reads, of documents with gold.

    Gives the number of all pairs, and the share of the large family that is in any pair with
    another of it.
    """
    family = frozenset((folder / "family.txt").read_text("utf-8").split())
    linked: set[str] = set()
    wanted = {json.loads(line)["id"] for line in (folder / "gold.jsonl").open(encoding="utf-8")}
    place = folder / "tables"
    place.mkdir(exist_ok=True)
    with (place / "documents.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"doc_id": name, "url": name}) + "\n" for name in sorted(wanted))
    count = 0
    with (place / "reuse.jsonl").open("w", encoding="utf-8") as out:
        for row in _rows(chronicle.tables.files("reuse")):
            count += 1
            if family.issuperset((row["earlier"], row["later"])):
                linked.update((row["earlier"], row["later"]))
            if row["earlier"] in wanted and row["later"] in wanted:
                out.write(json.dumps(row) + "\n")
    return {"pairs": count, "linked": len(linked) / max(1, len(family))}


def _rows(files: list[str]) -> Iterator[dict[str, str]]:
    for file in files:
        for batch in pq.ParquetFile(file).iter_batches(columns=["earlier", "later", "kind"]):
            yield from batch.to_pylist()


if __name__ == "__main__":
    main()
