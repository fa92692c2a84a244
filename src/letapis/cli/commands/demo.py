"""``letapis demo``."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["command"]


@click.command("demo")
@click.option(
    "--to",
    "folder",
    default="demo/rechnik.chronicle",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Where to make the example chronicle.",
)
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Run the main job on the shipped example: an invented newsroom and its copiers.

    Everything in the example is invented, outlets and people included.
    """
    from letapis.cli.commands.add import command as add
    from letapis.cli.commands.restore import command as restore

    example = Path(__file__).parent.parent / "example"
    sources = [str(example / name) for name in ("heap.txt", "pages", "feed.jsonl")]
    folder.parent.mkdir(parents=True, exist_ok=True)
    click.echo("The example is invented: no outlet, person or event in it is real.\n")
    click.echo(f"$ letapis add heap.txt pages feed.jsonl --to {folder}")
    context.invoke(add, sources=tuple(sources), chronicle=folder, reader=None, no_build=False, workers=None)
    click.echo(f"\n$ letapis restore rechnik.example --chronicle {folder}")
    context.invoke(restore, outlet="rechnik.example", chronicle=folder, shape="table", folder=None)
