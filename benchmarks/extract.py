"""Main text of real pages: Letapis beside every single extractor, in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction.pages import Page, pages
from benchmarks.peers.extractors import OURS, THEIRS
from benchmarks.race import PEERS
from benchmarks.run import Figures, score

__all__ = ["extract"]


def extract(data: Path) -> Figures:
    """F1 of the text by set and over all pages, and pages a CPU-second, of Letapis and of its peers.

    Scored by ``score.py extract``. Each tool runs in a process of its own on the same decoded pages;
    tools of the peers' environment are left out where ``make peers`` has not made it.
    """
    found: Figures = {}
    held = list(pages(data))
    tools = [*OURS, *(THEIRS if PEERS.exists() else ())]
    with tempfile.TemporaryDirectory(prefix="letapis-extract-") as scratch:
        place = Path(scratch)
        source = place / "pages.jsonl"
        with source.open("w", encoding="utf-8") as out:
            for page in held:
                row = {"url": page.url, "html": page.html, "language": page.language}
                out.write(json.dumps(row) + "\n")
        for tool in tools:
            if texts := _read(tool, source, place / f"{tool}.jsonl", found):
                found |= _scored(tool, held, texts, data, place)
    peers = [name for name in tools if name != "letapis" and f"{name}.all.F1" in found]
    if "letapis.all.F1" in found and peers:
        best = max(float(found[f"{name}.all.F1"]) for name in peers)
        found["letapis.F1.over.best"] = float(found["letapis.all.F1"]) - best
        theirs = float(found["trafilatura.pages_per_second"])
        found["letapis.speed.over.trafilatura"] = float(found["letapis.pages_per_second"]) / theirs
    return found


def _read(tool: str, source: Path, target: Path, found: Figures) -> list[str]:
    """The tool's texts; none where its environment lacks it."""
    python = sys.executable if tool in OURS else str(PEERS)
    command = [python, "-W", "ignore", "-m", "benchmarks.peers.extractors", tool, str(source), str(target)]
    environment = {**os.environ, "PYTHONUTF8": "1", "NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if run.returncode:
        print(f"{tool}: {run.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return []
    with target.open(encoding="utf-8") as lines:
        texts: list[str] = [json.loads(line) for line in lines]
    spent = json.loads(run.stdout.strip().splitlines()[-1])["cpu"]
    found[f"{tool}.pages_per_second"] = len(texts) / spent
    return texts


def _scored(tool: str, held: Sequence[Page], texts: Sequence[str], data: Path, place: Path) -> Figures:
    """Precision, recall and F1 by set, and averaged over all pages."""
    found: Figures = {}
    sums = {"P": 0.0, "R": 0.0}
    for name in sorted({page.name for page in held}):
        tables = place / tool / name
        tables.mkdir(parents=True)
        with (tables / "documents.jsonl").open("w", encoding="utf-8") as out:
            for number, (page, text) in enumerate(zip(held, texts, strict=True)):
                if page.name == name:
                    out.write(json.dumps({"doc_id": str(number), "url": page.url, "text": text}) + "\n")
        figures = score(data, "extract", f"extract_{name}", tables)
        found[f"{tool}.{name}.F1"] = figures["text.F1"]
        many = sum(page.name == name for page in held)
        for letter in sums:
            sums[letter] += float(figures[f"text.{letter}"]) * many
    p, r = (value / max(1, len(held)) for value in sums.values())
    return found | {f"{tool}.all.F1": 2 * p * r / (p + r) if p + r else 0.0}


if __name__ == "__main__":
    for name, value in extract(Path(os.environ.get("LETAPIS_BENCH", "../shared/bench"))).items():
        print(f"  {name:<44} {value:.3f}" if isinstance(value, float) else f"  {name:<44} {value}")
