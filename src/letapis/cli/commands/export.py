"""``letapis export``."""

from __future__ import annotations

from pathlib import Path

import click

from letapis.cli.options import chronicle_option, view

__all__ = ["command"]


@click.command("export")
@click.argument("what")
@click.argument("argument", required=False, type=click.Path(path_type=Path))
@chronicle_option()
@click.option(
    "--to", "folder", required=True, type=click.Path(path_type=Path), help="The folder to write to."
)
@click.option("--history", is_flag=True, help="Past states as well as the present one.")
@click.option("--outlet", help="For `restored`: whose reports.")
def command(
    what: str, argument: Path | None, chronicle: Path, folder: Path, history: bool, outlet: str | None
) -> None:
    """Write the chronicle, named as ARGUMENT or with --chronicle, as WHAT: tables or restored."""
    from letapis import plugins
    from letapis.errors import UsageError
    from letapis.publish import archive

    known = plugins.names("letapis.publish.exports", "exports")
    if what not in known:
        raise UsageError(f"there is no export called {what}; there are {', '.join(known)}")
    seen = view(argument or chronicle)
    export = plugins.load("letapis.publish.exports", "exports", what, "export").export
    if what == "restored":
        if outlet is None:
            raise UsageError("letapis export restored needs --outlet NAME")
        files = export(seen, folder, archive.name(seen, outlet), history)
    else:
        files = export(seen, folder, history)
    click.echo(f"wrote {len(files)} files to {folder}")
