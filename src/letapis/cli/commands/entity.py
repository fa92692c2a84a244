"""``letapis entity``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "entity_id", "kind", "name", "role", "surface", "language", "outlet", "published", "at", "url",
)  # fmt: skip
"""Of CSV: a line for each mention."""
_MANY, _FEW = 12, 3
_SCRIPTS = {"Cyrl": "Cyrillic", "Latn": "Latin"}
_IN = "              "


@click.command("entity")
@click.argument("name")
@chronicle_option()
@format_option
@click.option("--all", "everything", is_flag=True, help="Every mention, quotation, name and reason.")
def command(name: str, chronicle: Path, shape: str, everything: bool) -> None:
    """Show what is called NAME, in any script and case: its forms, roles, mentions and words.

    What may be one and is not surely so is shown apart. Private persons have no entry: only people
    with a public role found in the texts have one.
    """
    from letapis.cli.output import print_rows
    from letapis.cli.text import note
    from letapis.errors import NotFound
    from letapis.publish.entity import entity, holds
    from letapis.publish.persons import PRIVATE

    seen = view(chronicle)
    try:
        rows = entity(seen, name)
    except NotFound as error:
        # why it is not found, and what there is
        told = str(error) if str(error) == PRIVATE else f"{error}; {holds(seen)}"
        raise NotFound(told) from None
    if shape != "table":
        mentions = [{**row, **one} for row in rows for one in row["mentions"]]
        print_rows(mentions if shape == "csv" else rows, _COLUMNS, shape)
        return
    many = 1 << 30 if everything else _MANY
    for row in rows:
        _tell(row, many)
    if len(rows) > 1:
        note(f"{len(rows)} entries are called so and are not joined; {rows[0]['found']}", shape)


def _tell(row: dict[str, Any], limit: int) -> None:
    from letapis.cli.text import day, many, wrapped

    role = f", {row['role']}" if row["role"] else ""
    click.echo(wrapped(f"{row['name']} ({row['kind']}{role}) {row['entity_id']}"))
    if row["found"] != "as written":
        click.echo(f"  found {row['found']}")
    counts = ", ".join(many(row[key], key[:-1]) for key in ("pages", "outlets", "origins"))
    span = f", {day(row['first'])} to {day(row['last'])}" if row["first"] else ", no dates"
    click.echo(f"  named on {counts}{span}")
    _names(row, limit)
    _roles(row, limit)
    _list(row, limit)
    for reason in row["reasons"][:limit]:
        words = f"{reason['feature'].replace('_', ' ')} {reason['detail']}"
        click.echo(wrapped(words, "  joined by: ", "    "))
    if len(row["reasons"]) > limit:
        click.echo(f"  and {len(row['reasons']) - limit} more reasons (--all)")
    for other in row["apart"]:
        why = "; ".join(f"{one['feature'].replace('_', ' ')}: {one['detail']}" for one in other["reasons"])
        role = f", {other['role']}" if other["role"] else ""
        words = f"{other['name']} ({other['kind']}{role}) {other['entity_id']}: {why}"
        click.echo(wrapped(words, "  apart from: ", "    "))
    click.echo("")


def _names(row: dict[str, Any], limit: int) -> None:
    from letapis.cli.text import wrapped

    forms: dict[tuple[str, str], list[str]] = {}
    for form in row["names"]:
        key = (form["language"] or "language unclear", _SCRIPTS.get(form["script"], form["script"]))
        forms.setdefault(key, []).append(f"{form['form']} ({form['count']})")
    for (language, script), names in sorted(forms.items()):
        more = f", and {len(names) - limit} more (--all)" if len(names) > limit else ""
        click.echo(wrapped(f"{', '.join(names[:limit])}{more}", f"  {language}, {script}: ", "    "))


def _roles(row: dict[str, Any], limit: int) -> None:
    from letapis.cli.text import day, many, wrapped

    for role in row["roles"][:limit]:
        counts = ", ".join(many(role[key], key[:-1]) for key in ("pages", "outlets", "origins"))
        click.echo(wrapped(f"{role['role']}: {counts}", "  role: ", "    "))
        for one in role["says_so"][: _FEW if limit == _MANY else limit]:
            click.echo(
                wrapped(f"{one['sentence']} {one['at']}", f"    {day(one['published'])}  ", _IN + "  ")
            )


def _list(row: dict[str, Any], limit: int) -> None:
    """Mentions and quotations, with where they stand."""
    from letapis.cli.text import day, many, wrapped

    if row["quotations"]:
        click.echo(f"  said, {many(len(row['quotations']), 'quotation')}:")
    for one in row["quotations"][:limit]:
        marks = ("“", "”") if one["kind"] == "direct" else ("", "")
        told = f" to {one['told_to']}" if one["told_to"] else ""
        counts = f"{many(one['pages'], 'page')}, {many(one['origins'], 'origin')}"
        words = f"{marks[0]}{one['text']}{marks[1]}{told} ({one['kind']}; {counts}) {one['at']}"
        click.echo(wrapped(words, f"    {day(one['published'])}  ", _IN + "  "))
        if one["url"]:
            click.echo(f"{_IN}  {one['url']}")
    if len(row["quotations"]) > limit:
        click.echo(f"    and {len(row['quotations']) - limit:,} more (--all)")
    click.echo(f"  {many(len(row['mentions']), 'mention')}:")
    for one in row["mentions"][:limit]:
        where = f"{one['surface']} · {one['outlet'] or 'unknown outlet'}, {one['at']}"
        click.echo(wrapped(where, f"    {day(one['published'])}  ", _IN + "  "))
        if one["url"]:
            click.echo(f"{_IN}  {one['url']}")
    if len(row["mentions"]) > limit:
        click.echo(f"    and {len(row['mentions']) - limit:,} more (--all)")
