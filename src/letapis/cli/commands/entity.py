"""``letapis entity``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = ("entity_id", "kind", "name", "role", "pages", "outlets", "origins")
_MANY = 12


@click.command("entity")
@click.argument("name")
@chronicle_option()
@format_option
def command(name: str, chronicle: Path, shape: str) -> None:
    """Show what is called NAME, in any script: its forms, roles, mentions and words.

    Private persons have no entry here: only people with a public role found in the texts have one.
    """
    from letapis.cli.output import print_rows
    from letapis.publish.entity import entity

    rows = entity(view(chronicle), name)
    if shape != "table":
        print_rows(rows, _COLUMNS, shape)
        return
    for row in rows:
        _tell(row)


def _tell(row: dict[str, Any]) -> None:
    role = f", {row['role']}" if row["role"] else ""
    click.echo(f"{row['name']} ({row['kind']}{role}) {row['entity_id']}")
    click.echo(
        f"  named on {row['pages']} pages of {row['outlets']} outlets, {row['origins']} independent origins"
    )
    forms: dict[str, list[str]] = {}
    for form in row["names"]:
        forms.setdefault(form["language"] or "language unclear", []).append(
            f"{form['form']} ({form['count']})"
        )
    for language in sorted(forms):
        click.echo(f"  {language}: {', '.join(forms[language][:_MANY])}")
    for reason in row["reasons"][:_MANY]:
        click.echo(f"  because: {reason['feature']} {reason['detail']}".rstrip())
    for mention in row["mentions"][:_MANY]:
        click.echo(f"  {mention['at']}  {mention['sentence']}")
    if len(row["mentions"]) > _MANY:
        click.echo(f"  and {len(row['mentions']) - _MANY} more mentions (--format jsonl has all)")
    for one in row["quotations"][:_MANY]:
        click.echo(f"  said, {one['at']}: {' '.join(one['text'].split())}")
    click.echo("")
