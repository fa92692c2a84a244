"""``letapis watch``."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option

__all__ = ["command"]

_LEAST = 60.0
"""Seconds: no address is asked more often, but on one's own machine (--allow-private)."""
_LOCKED = 30.0
"""Seconds until a chronicle that another process writes to is tried again."""


@click.command("watch")
@click.argument("sources", nargs=-1, required=True)
@chronicle_option("--to")
@click.option(
    "--every", default="15m", show_default=True, help="Shortest time between two rounds: 15m, 2h, 1d."
)
@click.option("--once", is_flag=True, help="Ask everything once and end, as a timer would have it.")
@click.option("--no-pages", is_flag=True, help="Leave out the pages of entries that are summaries.")
@click.option("--workers", type=int, help="Processes that work side by side (environment: LETAPIS_WORKERS).")
@click.option("--max-pages", type=int, help="Most pages that are fetched for one source in a round.")
@click.option("--delay-ms", type=int, help="Milliseconds between two requests to one host.")
@click.option("--no-requisites", is_flag=True, help="Leave out the pictures and styles of fetched pages.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
def command(sources: tuple[str, ...], chronicle: Path, every: str, once: bool, **flags: Any) -> None:
    """Ask SOURCES (addresses of feeds, sitemaps and pages, OPML files) for what is new, again and again.

    Each round adds what is new to the chronicle and runs every step; between rounds others may write to
    it. What brings nothing is asked less often, what fails later and later. Ctrl-C ends it after the
    present round; the same command goes on from there.
    """
    from letapis.collect.feeds.schedule import seconds
    from letapis.collect.watching import Watch, addresses
    from letapis.errors import UsageError
    from letapis.store.chronicle import Chronicle

    pause = seconds(every)
    if pause < _LEAST and not flags["allow_private"]:
        raise UsageError(f"--every {every}: no address is asked more often than every minute; say 1m or more")
    addresses(sources)
    flags["requisites"] = False if flags.pop("no_requisites") else None
    flags["feed_pages"] = False if flags.pop("no_pages") else None
    flags["allow_private"] = flags["allow_private"] or None
    opened = Chronicle.create(chronicle, **flags)
    watch = Watch(opened.folder / "sources", pause)
    with _stopping() as stop:
        if once:
            rows = _round(opened, watch, watch.due(addresses(sources), once=True), build=True)
            raise SystemExit(1 if rows and all(row.failures for row in rows) else 0)
        _rounds(opened, watch, sources, stop)
    click.echo("stopped; the same command goes on from here", err=True)


def _rounds(opened: Any, watch: Any, sources: tuple[str, ...], stop: threading.Event) -> None:
    """Round after round until ``stop`` is set. Lists of feeds are read anew before each."""
    from letapis.collect.watching import addresses
    from letapis.errors import Locked, UsageError

    watched, build = addresses(sources), True
    while not stop.is_set():
        try:
            watched = addresses(sources)
        except UsageError as error:
            _say(f"{error}; what was watched before still is")
        due = watch.due(watched)
        try:
            if due:
                _round(opened, watch, due, build=build)
                build = False
        except Locked as error:
            _say(f"{error}; it is tried again in {_LOCKED:.0f} s")
            stop.wait(_LOCKED)
            continue
        left = watch.wait(watched)
        _say(f"next round in {_shown(left)}")
        stop.wait(left + 0.01)


def _round(opened: Any, watch: Any, due: list[str], *, build: bool) -> list[Any]:
    """One round: what is due is asked, what came is kept and worked on; then the hold is let go.

    With ``build`` every step is run even where nothing came: a round before may have been killed.
    """
    from letapis import pipeline
    from letapis.cli.progress import progress
    from letapis.collect.watching import told

    if not due:
        _say("nothing is due: what there is failed and is put off")
        return []
    with opened.writing(), progress() as tick:
        try:
            added = pipeline.add(opened, due, tick, None, "poll")
        finally:
            rows = watch.settle(due)
        if build or added.new:
            pipeline.build(opened, tick)
    _say(told(rows))
    return list(rows)


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set; a second Ctrl-C stops at once, as ever."""
    stop = threading.Event()

    def asked(number: int, frame: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _say("it ends after this round; Ctrl-C again ends it now")

    before = {sign: signal.signal(sign, asked) for sign in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def _shown(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min"


def _say(words: str) -> None:
    click.echo(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}Z {words}", err=True)
