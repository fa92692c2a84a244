"""Long faults: a line of 2 GB. Kills are in ``tests/cli/test_kill.py``; ``make bench`` runs fifty."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

__all__ = ["long_line"]

_PROBE = """
import resource, sys
from letapis.cli.entry import run
try:
    run(["add", sys.argv[1], "--to", sys.argv[2], "--workers", "1"])
finally:
    print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, file=sys.stderr)
"""


def long_line(size: int = 2 * 1024**3) -> dict[str, float | int | str]:
    """Add a heap in the middle of which stands a line of ``size`` bytes: memory, time, what was read."""
    good = (
        "Bridge closed\nThe bridge at Old Mill is closed until Monday, the town said. It will be painted.\n\n"
    )
    with tempfile.TemporaryDirectory(prefix="letapis-bench-") as scratch:
        path = Path(scratch) / "heap.txt"
        with path.open("wb") as stream:
            stream.write(good.encode())
            for _ in range(size // 1024**2):
                stream.write(b"a" * 1024**2)
            stream.write(f"\n\n{good}".encode())
        began = time.perf_counter()
        command = [sys.executable, "-c", _PROBE, str(path), str(Path(scratch) / "c")]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stderr
        seconds = time.perf_counter() - began
    peak = float(next(line for line in said.splitlines() if line.startswith("peak")).split()[1])
    return {
        "bytes": size,
        "seconds": seconds,
        "most.peak_MiB": peak,
        "set_aside": int("line_too_long" in said),
    }
