"""``letapis build``."""

from __future__ import annotations

from pathlib import Path

import click

from letapis.cli.options import chronicle_option

__all__ = ["command"]


@click.command("build")
@chronicle_option()
@click.option("--all", "everything", is_flag=True, help="Run every step again, not only what is stale.")
@click.option("--workers", type=int, help="Processes that work side by side (environment: LETAPIS_WORKERS).")
def command(chronicle: Path, everything: bool, workers: int | None) -> None:
    """Run the steps whose input or version has changed."""
    from letapis import pipeline
    from letapis.cli.progress import progress
    from letapis.store.chronicle import Chronicle

    opened = Chronicle.open(chronicle, workers=workers)
    with opened.writing(), progress() as tick:
        ran = pipeline.build(opened, tick, everything=everything)
    click.echo(f"ran {', '.join(ran)}" if ran else "nothing was stale; the chronicle is as it was")
