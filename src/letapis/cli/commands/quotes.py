"""``letapis quotes``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "published", "speaker_name", "role", "kind", "text", "told_to", "outlet", "language",
    "pages", "outlets", "origins", "at", "url",
)  # fmt: skip


@click.command("quotes")
@chronicle_option()
@format_option
@click.option("--speaker", help="Who said it: a name or a role, in any script and case.")
@click.option("--told", help="The outlet it was said to, by any of its names.")
@click.option("--about", help="Words that it has, or somebody or something that it names.")
@click.option("--kind", type=click.Choice(["direct", "mixed", "indirect"]), help="How it is quoted.")
@click.option("--language", help="The language it stands in, as uk.")
def command(chronicle: Path, shape: str, **wanted: Any) -> None:
    """List who said what, to whom: each quotation once, with how many pages and origins have it.

    Private persons have no entry: only people with a public role found in the texts are looked up.
    """
    from letapis.cli.output import print_rows
    from letapis.publish.quotes import Wanted, quotes

    rows = quotes(view(chronicle), Wanted(**wanted))
    if shape == "table":
        for row in rows:
            click.echo(_told(row))
        click.echo(f"{len(rows)} quotation{'' if len(rows) == 1 else 's'}")
    else:
        print_rows(rows, _COLUMNS, shape)


def _told(row: dict[str, Any]) -> str:
    """One quotation in a few lines."""
    who = row["speaker"] or "nobody named"
    if row["speaker_name"] and row["speaker_name"] not in who:
        who += f" ({row['speaker_name']})"
    when = f"{row['published']:%Y-%m-%d}" if row["published"] else "no date"
    told = f", told {row['told_to']}" if row["told_to"] else ""
    marks = ("“", "”") if row["kind"] == "direct" else ("", "")
    lines = [
        f"{when}  {who}{told} ({row['kind']})",
        f"            {marks[0]}{' '.join(row['text'].split())}{marks[1]}",
    ]
    counts = ", ".join(_many(row[key], key[:-1]) for key in ("pages", "outlets", "origins"))
    lines.append(f"            {row['outlet'] or 'unknown outlet'}: {row['at']} · {counts}")
    lines += [
        f"            also {one['outlet'] or 'unknown outlet'}: {one['at']}" for one in row["variants"][1:6]
    ]
    more = len(row["variants"]) - 6
    return "\n".join([*lines, *([f"            and {more} more"] if more > 0 else []), ""])


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
