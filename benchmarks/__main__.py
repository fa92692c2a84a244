"""Runs ``letapis add`` on data with gold, exports, scores, and prints what came of it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.compare import peers
from benchmarks.crawl import crawl
from benchmarks.extract import extract
from benchmarks.faults import long_line
from benchmarks.floors import below
from benchmarks.fuzz import fuzz
from benchmarks.metadata import measure as metadata
from benchmarks.pace import pace
from benchmarks.pages.measure import measure as pages
from benchmarks.run import TASKS, Figures, measure
from benchmarks.scale import scale
from benchmarks.speed import speed
from benchmarks.warc import archive

__all__ = ["main"]

_LARGE = ("peers", "speed", "scale", "pace", "extract", "metadata", "warc", "crawl", "fuzz")
"""Tasks that want the other tools (``make peers``) or time, and are not of ``all``."""


def main() -> int:
    """Measure the tasks named on the command line; 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", nargs="+", choices=[*TASKS, "pages", "long-line", *_LARGE, "all"])
    parser.add_argument(
        "--data", type=Path, help="folder with the data (else LETAPIS_BENCH, else ../shared/bench)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object a task")
    parser.add_argument(
        "--check", action="store_true", help="fail where a figure is below benchmarks/floors.toml"
    )
    parser.add_argument(
        "--documents", type=int, nargs="+", default=[25_000], help="scale: sizes of invented heaps"
    )
    parser.add_argument(
        "--family", type=int, default=0, help="scale: measure each heap again with so many copies of a report"
    )
    parser.add_argument("--seconds", type=int, default=60, help="fuzz: how long")
    parser.add_argument("--seed", type=int, default=0, help="fuzz: another seed tries other files")
    parser.add_argument("--only", default="", help="fuzz: one reader, or one container as in_zip")
    parser.add_argument("--small", action="store_true", help="warc, crawl: a small archive, a small site")
    chosen = parser.parse_args()
    data = chosen.data or Path(os.environ.get("LETAPIS_BENCH", "../shared/bench"))
    if not data.is_dir() and chosen.task != ["fuzz"]:
        print(f"no data at {data}; name its folder with --data", file=sys.stderr)
        return 2
    failed = False
    for task in [*TASKS, "pages", "long-line"] if "all" in chosen.task else chosen.task:
        figures = _measure(task, data, chosen)
        if chosen.json:
            print(json.dumps({"task": task, **figures}, ensure_ascii=False))
        else:
            print(f"\n{task}")
            for name, value in figures.items():
                print(f"  {name:<44} {value:.3f}" if isinstance(value, float) else f"  {name:<44} {value}")
        for line in below(task, figures) if chosen.check else ():
            failed = True
            print(f"BELOW ITS FLOOR: {task} {line}", file=sys.stderr)
    return int(failed)


def _measure(task: str, data: Path, chosen: argparse.Namespace) -> Figures:
    if task == "long-line":
        return long_line()
    if task == "pages":
        return pages("looked_at", lambda page: page.number % 2 == 1) | pages(
            "test", lambda page: page.number % 2 == 0
        )
    calls: dict[str, Callable[[], Figures]] = {
        "peers": lambda: peers(data),
        "speed": speed,
        "pace": lambda: pace(data),
        "extract": lambda: extract(data),
        "metadata": lambda: dict(metadata(data)),
        "warc": lambda: archive(chosen.small),
        "crawl": lambda: crawl(*(200, 2) if chosen.small else (5000, 5)),
        "fuzz": lambda: fuzz(chosen.seconds, chosen.seed, chosen.only),
        "scale": lambda: scale(chosen.documents, chosen.family, data),
    }
    return calls[task]() if task in calls else measure(task, data)


if __name__ == "__main__":
    sys.exit(main())
