"""The reuse step on invented heaps of any size, against datasketch on rows of the same heap."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.invented.heap import Heap, write
from benchmarks.peers.method import Setting
from benchmarks.peers.worker import spent
from benchmarks.race import PEERS, Entry, race
from benchmarks.run import Figures, score

__all__ = ["scale"]

_SAMPLE = 10_000
_GOLD = 3  # blocks of 2,000 documents of which the pairs are scored
_DATASKETCH = Entry("datasketch", "datasketch", "datasketch", Setting(1, 0.5))


def scale(sizes: Iterable[int], family: int, data: Path) -> Figures:
    """What a document costs in heaps of each size, and in each with ``family`` copies of one report.

    datasketch is measured in the same run on the first 10,000 documents at most of each heap, on
    texts in memory; its figure is documents a CPU-second, which more documents do not raise. Ours
    goes from tables to tables. ``most.N.KiB_per_document`` is the peak of the process, less what it
    held before and less the texts' UTF-8. ``most.growth`` is the cost of a document in the largest
    heap over that in the smallest; ``linked`` the share of the large family that is paired within it.
    """
    figures: Figures = {}
    costs: list[float] = []
    for size in sorted(sizes):
        found = _one(Heap(size), data)
        costs.append(float(found["cpu_seconds"]) / size)
        figures |= _named(str(size), found)
        if family and family < size:
            found = _one(Heap(size, family), data)
            figures |= _named(f"{size}.family", found)
    if len(costs) > 1:
        figures["most.growth"] = costs[-1] / costs[0]
    return figures


def _named(name: str, found: Figures) -> Figures:
    """Figures by size; what should be small keeps its ``most.`` in front."""
    return {
        f"most.{name}.{key.removeprefix('most.')}" if key.startswith("most.") else f"{name}.{key}": value
        for key, value in found.items()
    }


def _one(heap: Heap, data: Path) -> Figures:
    with tempfile.TemporaryDirectory(prefix="letapis-scale-") as scratch:
        folder = Path(scratch)
        began = spent()
        counted = write(heap, folder, gold=_GOLD)
        made = spent() - began
        theirs = _datasketch(folder)
        ours = _run(folder)
        figures = _figures(heap.documents, ours)
        if heap.family:
            figures["linked"] = ours["linked"]
        figures |= {"characters_per_document": counted["characters"] / heap.documents, "heap_seconds": made}
        if theirs:
            figures["datasketch.documents_per_second"] = theirs
            figures["over.datasketch"] = float(figures["documents_per_second"]) / theirs
        gold = folder / "gold"
        gold.mkdir()
        (folder / "gold.jsonl").rename(gold / "documents.jsonl")
        if (data / "score.py").exists():
            figures |= score(data, "reuse", str(gold), folder / "tables")
    return figures


def _run(folder: Path) -> dict[str, Any]:
    environment = {**os.environ, "NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "benchmarks.step", str(folder)]
    root = Path(__file__).resolve().parents[1]
    printed = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=environment, cwd=root
    )
    found: dict[str, Any] = json.loads(printed.stdout.splitlines()[-1])
    return found


def _figures(documents: int, took: dict[str, Any]) -> Figures:
    return {
        "documents_per_second": documents / took["cpu"],
        "cpu_seconds": took["cpu"],
        "wall_seconds": took["wall"],
        "first_seconds": took["first"],
        "pairs_per_document": took["pairs"] / documents,
        "most.KiB_per_document": (took["peak"] - took["text"]) / 1024 / documents,
        "most.peak_MiB": took["peak"] / 2**20,
    }


def _datasketch(folder: Path) -> float | None:
    """Documents a CPU-second on the first rows; None where it is not installed."""
    if not PEERS.exists():
        return None
    batches = pq.ParquetFile(folder / "documents.parquet").iter_batches(_SAMPLE, columns=["text"])
    texts = next(iter(batches)).column(0).to_pylist()
    path = folder / "sample.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    return len(texts) / float(race([_DATASKETCH], path)["datasketch"]["cpu"])
