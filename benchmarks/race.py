"""Tools side by side: a process each, the same rows, round after round, one at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.peers.method import Setting

__all__ = ["PEERS", "Entry", "Worker", "race", "start"]

PEERS = Path(__file__).resolve().parents[1] / ".venv-peers" / "bin" / "python"
"""The interpreter that has the other tools; ``make peers`` sets it up."""
_ONE = ("OMP", "OPENBLAS", "MKL", "RAYON", "NUMBA", "NUMEXPR", "VECLIB_MAXIMUM", "TOKENIZERS")


@dataclass(frozen=True)
class Entry:
    """A tool with the setting it runs at; ours run in this environment, all others in theirs."""

    name: str
    module: str
    method: str
    setting: Setting

    @property
    def python(self) -> str:
        return sys.executable if self.module in ("ours", "bound", "finding") else str(PEERS)


class Worker:
    """A process that runs one tool on request.

    ``first`` is how many CPU-seconds a run on a few rows took: importing, compiling, filling caches.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.first = self._hear()["first"]

    def run(self, setting: Setting, out: Path | None = None) -> dict[str, float]:
        """What one run took: CPU-seconds, seconds, MiB beyond what it held before, pairs."""
        asked = {"gram": setting.gram, "threshold": setting.threshold, "out": str(out) if out else None}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return self._hear()

    def _hear(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{' '.join(map(str, self._process.args))} ended without an answer")  # type: ignore[arg-type]
        found: dict[str, float] = json.loads(line)
        return found


@contextmanager
def start(entry: Entry, rows: Path) -> Iterator[Worker]:
    """The entry's process, with one thread, the rows in its memory."""
    environment = {**os.environ, **{f"{name}_NUM_THREADS": "1" for name in _ONE}, "HF_HUB_OFFLINE": "1"}
    environment["TOKENIZERS_PARALLELISM"] = "false"
    command = [entry.python, "-m", "benchmarks.peers.worker", entry.module, entry.method, str(rows)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        cwd=Path(__file__).resolve().parents[1],
    ) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()


def race(entries: Sequence[Entry], rows: Path, rounds: int = 3) -> dict[str, dict[str, Any]]:
    """CPU-seconds and seconds, medians over interleaved rounds; the most MiB; what the first run took."""
    with ExitStack() as stack:
        workers = [stack.enter_context(start(entry, rows)) for entry in entries]
        runs: list[list[dict[str, float]]] = [[] for _ in entries]
        for _ in range(rounds):
            for took, entry, worker in zip(runs, entries, workers, strict=True):
                took.append(worker.run(entry.setting))
    found = {}
    for entry, took, worker in zip(entries, runs, workers, strict=True):
        middle = {key: median(run[key] for run in took) for key in ("cpu", "wall")}
        most = max(run["MiB"] for run in took)
        found[entry.name] = {**middle, "MiB": most, "first": worker.first}
    return found
