"""Documents a second, in memory, on one thread: ours with passages, others without."""

from __future__ import annotations

import json
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.invented.heap import Heap, rows
from benchmarks.peers.method import Setting
from benchmarks.race import PEERS, Entry, race
from benchmarks.run import Figures

__all__ = ["DOCUMENTS", "speed", "write_rows"]

DOCUMENTS = 4_280
"""As many as in the measurement that DESIGN.md reports."""
_OURS = {"letapis": "pairs with passages, as records", "letapis-index": "words and places, no pairs"}
_THEIRS = {
    "datasketch": Entry("datasketch", "datasketch", "datasketch", Setting(1, 0.5)),
    "datasketch-3": Entry("datasketch-3", "datasketch", "datasketch", Setting(3, 0.3)),
    "datasketch-1": Entry("datasketch-1", "datasketch", "datasketch-1", Setting(1, 0.5)),
    "rensa": Entry("rensa", "rensa", "rensa", Setting(1, 0.3)),
    "rensa-3": Entry("rensa-3", "rensa", "rensa", Setting(3, 0.3)),
    "rensa-rho-flags": Entry("rensa-rho-flags", "rensa", "rensa-rho-flags", Setting(1, 0.5)),
}
"""At the setting of their best F1; with three words to a gram; datasketch's old way; rensa's flags."""


def speed(documents: int = DOCUMENTS, rounds: int = 5) -> Figures:
    """CPU-seconds and documents a second of each, interleaved; ours against theirs.

    ``X.first_seconds`` is what the first run on a few documents took: ours compiles there.
    ``bound`` reads the same texts once and keeps winnowed hashes of three words in a row: what no
    tool can be faster than by much.
    """
    ours = [Entry(name, "ours", name, Setting()) for name in _OURS]
    ours.append(Entry("bound", "bound", "bound", Setting()))
    if find_spec("letapis.reuse.rows"):
        ours.append(Entry("letapis-table", "ours", "letapis-table", Setting()))
    with tempfile.TemporaryDirectory(prefix="letapis-speed-") as scratch:
        path = Path(scratch) / "rows.jsonl"
        characters = write_rows(Heap(documents), path)
        costs = race([*ours, *(_THEIRS.values() if PEERS.exists() else ())], path, rounds)
    return _figures(costs, documents, characters)


def _figures(costs: dict[str, dict[str, Any]], documents: int, characters: int) -> Figures:
    figures: Figures = {"documents": documents, "characters_per_document": characters / documents}
    for name, cost in costs.items():
        figures[f"{name}.documents_per_second"] = documents / cost["cpu"]
        figures[f"{name}.cpu_seconds"] = cost["cpu"]
        figures[f"{name}.first_seconds"] = cost["first"]
        figures[f"most.{name}.KiB_per_document"] = cost["MiB"] * 1024 / documents
    for mine in ("letapis", "letapis-table"):
        for theirs in ("bound", *_THEIRS):
            if mine in costs and theirs in costs:
                figures[f"{mine}.over.{theirs}"] = costs[theirs]["cpu"] / costs[mine]["cpu"]
    return figures


def write_rows(heap: Heap, path: Path) -> int:
    """Write an invented heap as rows of JSON; the number of characters in its texts."""
    characters = 0
    with path.open("w", encoding="utf-8") as out:
        for block in rows(heap):
            heads = dict(block.heads)
            columns = block.columns
            for n, name in enumerate(columns["doc_id"]):
                stamp = columns["published"][n]
                row = {key: columns[key][n] for key in ("url", "outlet", "text", "language")}
                row |= {"id": name, "published": stamp.isoformat() if stamp else None}
                row["head"] = heads.get(name, 0)
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                characters += len(row["text"])
    return characters
