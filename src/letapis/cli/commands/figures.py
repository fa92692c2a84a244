"""``letapis figures``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "published", "low", "high", "qualifier", "currency", "unit", "counted", "per", "speaker", "outlet",
    "language", "at", "sentence",
)  # fmt: skip
_DISPUTED = ("counted", "measure", "per", "shared", "values")


@click.command("figures")
@chronicle_option()
@format_option
@click.option("--about", help="Words of the sentence, or somebody or something that it names.")
@click.option("--unit", help="A unit or a currency, as people, km or BYN.")
@click.option(
    "--disputed", is_flag=True, help="Only counts for which different values are given, side by side."
)
def command(chronicle: Path, shape: str, about: str | None, unit: str | None, disputed: bool) -> None:
    """List the figures that the texts give, with who gave them; values are never averaged."""
    from letapis.cli.output import print_rows
    from letapis.publish import figures

    seen = view(chronicle)
    rows = figures.figures(seen, about, unit)
    if disputed:
        disputes = figures.disputed(seen, rows)
        if shape == "table":
            click.echo("\n".join(map(_dispute, disputes)) or "no count for which different values are given")
        else:
            print_rows(disputes, _DISPUTED, shape)
        return
    if shape == "table":
        for row in rows:
            click.echo(_line(row))
        click.echo(f"{len(rows)} figure{'' if len(rows) == 1 else 's'}")
    else:
        print_rows(rows, _COLUMNS, shape)


def _line(row: dict[str, Any]) -> str:
    who = f"said by {row['speaker'] or 'somebody unnamed'}" if row["said"] else "reported"
    when = f"{row['published']:%Y-%m-%d}" if row["published"] else "no date   "
    measure = row["currency"] or row["unit"] or ""
    counted = f" {row['counted']}" if row["counted"] and row["counted"] != measure else ""
    per = f" per {row['per']}" if row["per"] else ""
    value = f"{_value(row)} {measure}{counted}{per}".strip()
    where = f"{row['outlet'] or 'unknown outlet'}: {row['at']}"
    return f"{when}  {value}, {who}\n            {where}\n            {row['sentence']}\n"


def _dispute(row: dict[str, Any]) -> str:
    what = " ".join(
        filter(None, (row["counted"] or row["measure"], f"per {row['per']}" if row["per"] else ""))
    )
    where = f" ({', '.join(row['shared'][:4])})" if row["shared"] else ""
    lines = [f"{what}{where}: {len(row['values'])} values"]
    for value in row["values"]:
        who = ", ".join(value["speakers"][:3]) or "reported, nobody named"
        when = f"{value['published']:%Y-%m-%d}" if value["published"] else "no date"
        origins = f"{value['origins']} origin{'' if value['origins'] == 1 else 's'}"
        pages = f"{value['pages']} page{'' if value['pages'] == 1 else 's'}"
        lines.append(
            f"  {_value(value):>14}  {who} · {', '.join(value['outlets'][:3])} · {when} · {pages}, {origins}"
        )
        lines.append(f"  {'':>14}  {', '.join(value['places'][:3])}")
    return "\n".join([*lines, ""])


def _value(row: dict[str, Any]) -> str:
    low, high = (f"{value:,.10g}" if value is not None else "?" for value in (row["low"], row["high"]))
    value = low if low == high else f"{low}–{high}"
    return value if row["qualifier"] == "exact" else f"{row['qualifier']} {value}"
