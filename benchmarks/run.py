"""One measurement: add, export, score, as a user would, in processes of their own."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

__all__ = ["TASKS", "Figures", "measure", "score"]

Figures = dict[str, float | int | str]

TASKS: dict[str, tuple[str, str, str, bool]] = {
    "heap": ("stemma", "heap.txt", "heap", False),
    "stemma": ("stemma", "documents.jsonl", "stemma", False),
    "reuse": ("reuse", "documents.jsonl", "reuse", False),
    "reuse-without-outlets": ("reuse", "documents.jsonl", "reuse", True),
    "seed": ("seed", "documents.jsonl", "findings", False),
    "translation": ("translation", "documents.jsonl", "translation", False),
    "quotations": ("quotations", "documents.jsonl", "findings", False),
    "mentions": ("mentions", "documents.jsonl", "mentions", False),
    "annotated": ("annotated", "documents.jsonl", "findings mentions", False),
    "later": ("annotated/later", "documents.jsonl", "findings mentions", False),
}
"""Task → folder, input, what ``score.py`` calls it, whether the rows' outlets are taken away."""

_ANNOTATED = Path(__file__).parent / "annotated"
"""Invented news in four languages with everything in it annotated: a folder a language."""

_AT_MOST = ("foreign_sentences_in_restorations", "words_beyond_the_report")


def measure(task: str, data: Path) -> Figures:
    """The figures of a task: what the scorer prints, documents a second, peak memory in MiB.

    A figure that should be small is named ``most.…``.
    """
    folder, name, scored, bare = TASKS[task]
    with tempfile.TemporaryDirectory(prefix="letapis-bench-") as scratch:
        place = Path(scratch)
        if folder.startswith("annotated"):
            folder = str(_gathered(_ANNOTATED.parent / folder, place / "annotated"))
        source = _without_outlets(data / folder / name, place) if bare else data / folder / name
        began = time.perf_counter()
        _run(["add", str(source), "--to", str(place / "c")])
        seconds = time.perf_counter() - began
        _run(["export", "tables", str(place / "c"), "--to", str(place / "t")])
        figures: Figures = {}
        for one in scored.split():
            figures |= score(data, one, folder, place / "t")
        rows = sum(1 for _ in (place / "t" / "documents.jsonl").open("rb"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {**figures, "documents": rows, "documents_per_second": rows / seconds, "most.peak_MiB": peak}


def _gathered(folder: Path, place: Path) -> Path:
    """The documents and the gold of all languages of ``folder``, in one folder."""
    place.mkdir()
    for name in ("documents.jsonl", "gold.jsonl"):
        parts = [path.read_text("utf-8").rstrip("\n") for path in sorted(folder.glob(f"??/{name}"))]
        (place / name).write_text("\n".join(parts) + "\n", "utf-8")
    return place


def _run(arguments: list[str]) -> None:
    environment = {**os.environ, "LETAPIS_CHRONICLE": "", "PYTHONUTF8": "1"}
    subprocess.run(
        [sys.executable, "-m", "letapis", *arguments], check=True, env=environment, stdout=subprocess.DEVNULL
    )


def _without_outlets(source: Path, place: Path) -> Path:
    """The same rows with their outlets removed, as if nobody knew who publishes."""
    target = place / "documents.jsonl"
    with source.open(encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out:
        for line in rows:
            row = json.loads(line)
            row.pop("outlet", None)
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return target


def score(data: Path, scored: str, folder: str, tables: Path) -> Figures:
    """What ``score.py`` prints of exported tables, by name."""
    command = [sys.executable, str(data / "score.py"), scored, str(data / folder), str(tables)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: Figures = {}
    for line in printed.splitlines():
        three = re.match(r"(\S+) P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", line)
        if three:
            for letter, value in zip(("P", "R", "F1"), three.groups()[1:], strict=True):
                figures[f"{three[1]}.{letter}"] = float(value)
            continue
        name, _, value = line.partition(" ")
        figures[f"most.{name}" if name in _AT_MOST else name] = float(value)
    return figures
