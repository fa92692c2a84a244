"""Reads what is huge in a process of its own, which may take so much memory and time and no more.

``python -m tests.contract.child READER MEBIBYTES SECONDS WHAT`` ends with exit code 0 where everything holds.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.contract import checks
from tests.fixtures.broken import good, zoo

__all__ = ["bounded", "main"]

ROOT = Path(__file__).resolve().parents[2]
HUGE = bool(os.environ.get("LETAPIS_HUGE"))
"""Whether sizes are those of the contract; a tenth of them shows as well what grows with their square."""
VAST, WIDE = (10_000_000, 5_000_000) if HUGE else (400_000, 1_000_000)


def inputs(reader: str, what: str) -> Iterator[tuple[str, bytes]]:
    """What is huge: ``vast`` are many of the smallest records, ``wide`` is one record."""
    if what == "vast" and (said := zoo.vast().get(reader)) is not None:
        first, one, last = said
        yield "the smallest record", first + one * (VAST // len(one)) + last
    for name, data in zoo.wide(WIDE) if what == "wide" else ():
        if zoo.suits(reader, name):
            yield name, data


def bounded(reader: str, mebibytes: int, seconds: int, what: str) -> dict[str, list[str]]:
    """What a child finds: reasons by input. Raises AssertionError where it does not end well."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.contract.child", reader, str(mebibytes), str(seconds), what],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, f"{reader}: exit code {done.returncode}\n{done.stderr[-3000:]}"
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def main() -> None:
    """The child."""
    reader, mebibytes, seconds, what = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    checks.taken(reader, good.formats()[reader])  # loads what it needs, which the bound is not about
    given = list(inputs(reader, what))
    size = resource.getpagesize()
    now = int(Path("/proc/self/statm").read_text().split()[0]) * size
    resource.setrlimit(resource.RLIMIT_AS, (now + mebibytes * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    found = {}
    for name, data in given:
        began = time.process_time()
        items = checks.taken(reader, data)
        assert items or reader == "asset", f"{reader}: nothing of {name}"
        found[name] = sorted({getattr(item, "reason", "document") for item in items})
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name}: {found[name]} {time.process_time() - began:.1f} s, {peak} MiB", file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
