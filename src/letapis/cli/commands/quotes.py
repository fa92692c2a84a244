"""``letapis quotes``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "published", "speaker", "speaker_name", "role", "kind", "cue", "text", "told_to", "outlet", "language",
    "pages", "outlets", "origins", "repaired", "at", "url",
)  # fmt: skip
_VARIANTS = 5
_IN = " " * 12


@click.command("quotes")
@chronicle_option()
@format_option
@click.option("--speaker", help="Who said it: a name, role or group, in any script and case.")
@click.option("--told", help="The outlet it was said to, by any of its names.")
@click.option("--about", help="Words that it has, or somebody or something that it names.")
@click.option("--kind", type=click.Choice(["direct", "mixed", "indirect"]), help="How it is quoted.")
@click.option("--language", help="The language it stands in, as uk.")
@click.option("--since", help="Published on this day, month or year or later, as 2021-03.")
@click.option("--until", help="Published on this day, month or year or earlier.")
@click.option("--all", "every", is_flag=True, help="Faint ones too, as in: announced a strike.")
@click.option("--reasons", is_flag=True, help="Say why each is taken for a quotation of its speaker.")
def command(
    chronicle: Path, shape: str, since: str | None, until: str | None, every: bool, reasons: bool,
    **wanted: Any,
) -> None:  # fmt: skip
    """List who said what, to whom: each quotation once, with how many pages and origins have it.

    Private persons have no entry: nobody is looked up without a public role found in the texts, and
    their names are not listed here; each line leads to the passage that has them.
    """
    from letapis.cli.output import print_rows
    from letapis.cli.text import many, note
    from letapis.publish.quotes import SURE, Wanted, holds, quotes
    from letapis.publish.when import period

    seen = view(chronicle)
    least = 0.0 if every else SURE
    found = quotes(seen, Wanted(**wanted, period=period(since, until), least=least))
    if shape == "table":
        for row in found.rows:
            click.echo(_told(row, reasons))
    else:
        print_rows(found.rows, _COLUMNS, shape)
    if not found.rows and not found.faint:
        note(f"no quotation is as asked; {holds(seen)}", shape)
    elif shape == "table":
        click.echo(many(len(found.rows), "quotation"))
    if found.faint:
        note(f"left out, since their score is below {SURE}: {found.faint:,} (--all lists them)", shape)
    if found.undated:
        note(f"left out, since their pages have no date: {found.undated:,}", shape)


def _told(row: dict[str, Any], reasons: bool) -> str:
    """One quotation in a few lines."""
    from letapis.cli.text import day, many, said, wrapped

    who = row["speaker"] or "nobody named"
    if row["speaker_name"] and row["speaker_name"] not in who:
        who += f" = {row['speaker_name']}"
    if row["role"] and row["role"].lower() not in who.lower():
        who += f", {row['role']}"
    told = f", to {row['told_to']}" if row["told_to"] else ""
    # the words alone of a direct quotation are the speaker's own
    marks = ("“", "”") if row["kind"] == "direct" else ("", "")
    counts = ", ".join(many(row[key], key[:-1]) for key in ("pages", "outlets", "origins"))
    lines = [
        wrapped(f"{who}{told} ({row['kind']})", f"{day(row['published'])}  ", _IN),
        wrapped(f"{marks[0]}{row['text']}{marks[1]}", _IN),
        wrapped(f"{row['outlet'] or 'unknown outlet'}, {row['at']}", _IN),
    ]
    if row["url"]:
        lines.append(_IN + row["url"])
    lines.append(_IN + counts)
    if row["repaired"]:
        lines.append(f"{_IN}a quotation mark was lost or stray and is made good")
    if reasons:
        lines.append(wrapped(said(row["reasons"]) or "no reasons are recorded", f"{_IN}because: "))
    lines += [_variant(row, one) for one in row["variants"][1 : _VARIANTS + 1]]
    more = len(row["variants"]) - _VARIANTS - 1
    return "\n".join([*lines, *([f"{_IN}and {more} more (--format jsonl has all)"] if more > 0 else []), ""])


def _variant(row: dict[str, Any], one: dict[str, Any]) -> str:
    """Another place of a quotation, with its words where they are others."""
    from letapis.cli.text import day, wrapped

    where = f"{one['outlet'] or 'unknown outlet'}, {day(one['published']).strip()}, {one['at']}"
    where += f" {one['url']}" if one["url"] else ""
    same = " ".join(one["text"].split()) == " ".join(row["text"].split())
    words = "" if same else f" [{one['language'] or '?'}, {one['kind']}] {one['text']}"
    return wrapped(f"{where}{words}", f"{_IN}also ", _IN + "     ")
