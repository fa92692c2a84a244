"""One tool in a process of its own, told over its standard input what to do.

``python -m benchmarks.peers.worker MODULE METHOD ROWS.jsonl`` reads the rows and says how many
CPU-seconds a first run on a few of them took. Then, for each line it is given, like
``{"gram": 3, "threshold": 0.5, "out": null}``, it finds pairs and says what that took.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from benchmarks.peers.method import Method, Setting

__all__ = ["main", "mark", "peak", "resident", "spent"]

_FEW = 64  # rows of the run that imports, compiles and fills caches


def main() -> None:
    """Serve until standard input ends."""
    said = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a tool prints does not mix with what we say
    module, name, rows = sys.argv[1:4]
    method: Method = import_module(f"benchmarks.peers.{module}").METHODS[name]
    with Path(rows).open(encoding="utf-8") as stream:
        known = [json.loads(line) for line in stream]
    few = method.prepare(known[:_FEW])
    first = _run(method, few, method.settings[0], None)["cpu"]
    prepared = method.prepare(known)
    del known, few
    _say(said, {"first": first})
    for line in sys.stdin:
        asked = json.loads(line)
        _say(said, _run(method, prepared, Setting(asked["gram"], asked["threshold"]), asked.get("out")))


def _run(method: Method, prepared: Any, setting: Setting, out: str | None) -> dict[str, float]:
    gc.collect()
    before, began, wall = mark(), spent(), time.perf_counter()
    found = method.find(prepared, setting)
    cpu, seconds, most = spent() - began, time.perf_counter() - wall, peak()
    count = 0
    if out:
        with Path(out).open("w", encoding="utf-8") as stream:
            for a, b in method.pairs(found, prepared):
                stream.write(f"{a} {b}\n")
                count += 1
    return {"cpu": cpu, "wall": seconds, "MiB": max(0.0, (most - before) / 2**20), "pairs": count}


def _say(stream: IO[str], what: dict[str, Any]) -> None:
    print(json.dumps(what), file=stream, flush=True)


def spent() -> float:
    """CPU-seconds of this process and of those that it has ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def mark() -> int:
    """Forget the peak so far, where the system can; resident bytes now."""
    with contextlib.suppress(OSError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")
    return resident()


def resident() -> int:
    """Bytes of memory this process holds now."""
    return _status("VmRSS:")


def peak() -> int:
    """The most bytes of memory that this process has held."""
    return _status("VmHWM:")


def _status(name: str) -> int:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))


if __name__ == "__main__":
    main()
