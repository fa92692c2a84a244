"""``letapis add``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option

__all__ = ["command"]

_SHOWN = 10
_BOUNDS = frozenset({"max_pages", "out_of_scope", "requisite", "robots", "trap"})
"""What a crawl sets aside because it keeps within its bounds: no failure."""


@click.command("add")
@click.argument("sources", nargs=-1, required=True)
@chronicle_option("--to")
@click.option("--as", "kind", help="Take all of it for: a format (heap, html …) or a source (crawl, feed …).")
@click.option("--no-build", is_flag=True, help="Stop after reading; run the other steps with: letapis build.")
@click.option("--workers", type=int, help="Processes that work side by side (environment: LETAPIS_WORKERS).")
@click.option("--max-pages", type=int, help="Most pages that are fetched of one site.")
@click.option("--delay-ms", type=int, help="Milliseconds between two requests to one host.")
@click.option("--no-pages", is_flag=True, help="Leave out the pages of feed entries that are summaries.")
@click.option("--no-requisites", is_flag=True, help="Leave out the pictures and styles of fetched pages.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses too.")
def command(
    sources: tuple[str, ...], chronicle: Path, kind: str | None, no_build: bool, **flags: Any
) -> None:
    """Add SOURCES (files, folders, addresses, - for standard input) to a chronicle and run every step.

    What is there already changes nothing; what cannot be read is set aside with its reason. A
    stopped run goes on where it was when the same command is given again. A chronicle within a
    folder is passed over. An address is a page, a feed or a sitemap, whichever comes; --as crawl
    takes the whole site, --as cdx what web archives have of it.
    """
    from letapis import pipeline
    from letapis.cli.progress import progress
    from letapis.publish.view import View
    from letapis.store.chronicle import Chronicle

    reader, taker = _kind(kind)
    there = _there(sources, taker)
    if not there:
        raise SystemExit(1)
    flags["feed_pages"] = False if flags.pop("no_pages") else None
    flags["requisites"] = False if flags.pop("no_requisites") else None
    flags["allow_private"] = flags["allow_private"] or None
    opened = Chronicle.create(chronicle, **flags)
    with opened.writing(), progress() as tick:
        before = _asides(View(opened))
        added = pipeline.add(opened, there, tick, reader, taker)
        ran = pipeline.build(opened, tick, upto=pipeline.READING if no_build else None)
    _summary(opened, added, ran, before)
    failed = any(aside.reason not in _BOUNDS for aside in added.set_aside)
    if len(there) < len(sources) or (failed and not added.new and not added.known):
        raise SystemExit(1)


def _kind(kind: str | None) -> tuple[str | None, str | None]:
    """The reader or container, and the source part, that ``--as`` names.

    Raises UsageError where there is neither.
    """
    from letapis.errors import UsageError
    from letapis.plugins import names

    if kind is None:
        return None, None
    readers = {*names("letapis.read.formats", "formats"), *names("letapis.collect.containers", "containers")}
    takers = names("letapis.collect.sources", "sources")
    if kind not in readers and kind not in takers:
        there = ", ".join(sorted(readers.union(takers)))
        raise UsageError(f"--as {kind}: there is no such format or source; there are {there}")
    return kind if kind in readers else None, kind if kind in takers else None


def _there(sources: tuple[str, ...], taker: str | None) -> list[str]:
    """The sources that exist; of the others it is said that they do not.

    With ``taker`` it is for that part to say. Raises UsageError where one is a chronicle.
    """
    from letapis.collect.base import missing, shown
    from letapis.collect.sources.folder import is_chronicle
    from letapis.errors import UsageError

    there = []
    for source in sources:
        why = missing(source) if taker is None else None
        if why is not None:
            click.echo(f"letapis: {why}", err=True)
        elif source != "-" and is_chronicle(source):
            raise UsageError(
                f"{shown(source)} is a chronicle, not a source; name the heap, folder or rows to read"
            )
        else:
            there.append(source)
    return there


def _asides(view: Any) -> set[tuple[str, str]]:
    return {(row["reason"], row["detail"]) for row in view.rows("set_aside")}


def _summary(opened: Any, added: Any, ran: list[str], before: set[tuple[str, str]]) -> None:
    from letapis.publish.view import View

    view = View(opened)
    read = opened.tables.rows("documents")
    click.echo(
        f"{opened.folder}: {added.new} captures new, {added.known} known; "
        f"{read} documents, {opened.tables.rows('reports')} reports; "
        f"{opened.tables.rows('set_aside')} set aside"
    )
    if not ran:
        click.echo("nothing was stale; the chronicle is as it was")
    notes = [f"{reason}: {detail}" for reason, detail in sorted(_asides(view) - before)]
    if added.set_aside and not notes:
        click.echo("what cannot be read was set aside before: see the set_aside table", err=True)
    for note in notes[:_SHOWN]:
        click.echo(f"set aside, {note}", err=True)
    if len(notes) > _SHOWN:
        click.echo(f"set aside, {len(notes) - _SHOWN} more: see the set_aside table", err=True)
