"""Progress of long work on standard error: what, how much is done, how fast, what remains."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from letapis.engine.base import Tick

__all__ = ["progress"]

_QUIET = 5.0
"""Seconds between lines where standard error is no terminal."""


@contextmanager
def progress() -> Iterator[Tick]:
    """A function to tell of progress; a bar on a terminal, a line now and then elsewhere."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
    )
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}
        begun: dict[str, float] = {}

        def tick(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=total or None, rate="")
                begun[name] = time.monotonic()
            rate = done / max(time.monotonic() - begun[name], 1e-6)
            bars.update(
                tasks[name], completed=done, total=total or None, rate=f"{rate:,.0f}/s" if done else ""
            )

        yield tick


def _lines() -> Tick:
    last = time.monotonic()
    begun: dict[str, float] = {}

    def tick(name: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        start = begun.setdefault(name, now)
        if now - last >= _QUIET:
            last = now
            rate = done / max(now - start, 1e-6)
            rest = (
                f" of {total:,}" + (f", {(total - done) / rate:,.0f} s remain" if done else "")
                if total
                else ""
            )
            print(f"letapis: {name} {done:,}{rest} ({rate:,.0f}/s)", file=sys.stderr, flush=True)

    return tick
