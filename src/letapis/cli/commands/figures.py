"""``letapis figures``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "published", "low", "high", "qualifier", "currency", "unit", "counted", "per", "reported", "speaker",
    "role", "told_to", "outlet", "language", "surface", "sentence", "at", "url",
)  # fmt: skip
_DISPUTED = (
    "dispute", "kind", "counted", "thing", "measure", "per", "names", "low", "high", "qualifier", "clashes",
    "pages", "outlets", "origins", "reported", "speaker", "role", "outlet", "published", "language",
    "sentence", "at", "url",
)  # fmt: skip
_PLACES, _SOME = 4, 6
"""Places of a value, and reasons, that are printed for reading."""
_IN = " " * 12
_KINDS = {
    "copy": "pages of one report read otherwise",
    "revised": "given anew by the same speaker",
    "disputed": "given otherwise by others",
}


@click.command("figures")
@chronicle_option()
@format_option
@click.option("--about", help="Words of the sentence, or somebody or something that it names.")
@click.option("--unit", help="A unit or a currency, as people, km or BYN.")
@click.option("--language", help="The language it stands in, as uk.")
@click.option("--since", help="Published on this day, month or year or later, as 2021-03.")
@click.option("--until", help="Published on this day, month or year or earlier.")
@click.option(
    "--disputed", is_flag=True, help="Only counts for which different values are given, side by side."
)
@click.option("--reasons", is_flag=True, help="Say why each is taken for a figure, or for the same count.")
def command(
    chronicle: Path,
    shape: str,
    since: str | None,
    until: str | None,
    disputed: bool,
    reasons: bool,
    **asked: Any,
) -> None:
    """List the figures that the texts give, with who gave them; values are never averaged.

    With --disputed, different values for what is taken to be one count stand side by side, with the
    reasons for taking it so. That is an observation: none of the values is called right.
    """
    from letapis.cli.output import print_rows
    from letapis.cli.text import many, note
    from letapis.publish import figures
    from letapis.publish.when import period

    seen = view(chronicle)
    wanted = figures.Wanted(**asked, period=period(since, until))
    if disputed:
        from letapis.publish.disputes import disputed as find

        found = find(seen, wanted)
        _disputes(found.rows, shape)
        none = f"no count is found for which different values are given; {figures.holds(seen)}"
    else:
        found = figures.figures(seen, wanted)
        rows = [{**row, "reported": row["said"] is None} for row in found.rows]
        if shape == "table":
            for row in rows:
                click.echo(_line(row, reasons))
        else:
            print_rows(rows, _COLUMNS, shape)
        none = f"no figure is as asked; {figures.holds(seen)}"
    if not found.rows:
        note(none, shape)
    elif shape == "table":
        click.echo(many(len(found.rows), "disputed count" if disputed else "figure"))
    if found.undated:
        note(f"left out, since their pages have no date: {found.undated:,}", shape)


def _line(row: dict[str, Any], reasons: bool) -> str:
    from letapis.cli.text import day, said, value, wrapped

    measure = row["currency"] or row["unit"] or ""
    parts = (
        value(row),
        "" if measure == "people" and row["counted"] else measure,
        row["counted"] or "",
        f"per {row['per']}" if row["per"] else "",
    )
    lines = [
        wrapped(f"{' '.join(filter(None, parts))} · {_who(row)}", f"{day(row['published'])}  ", _IN),
        wrapped(f"{row['outlet'] or 'unknown outlet'}, {row['at']}", _IN),
    ]
    if row["url"]:
        lines.append(_IN + row["url"])
    lines.append(wrapped(row["sentence"], _IN))
    if reasons:
        lines.append(wrapped(said(row["reasons"]) or "no reasons are recorded", f"{_IN}because: "))
    return "\n".join([*lines, ""])


def _who(row: dict[str, Any]) -> str:
    if row["reported"]:
        return "reported by the text"
    known = not row["role"] or row["role"].lower() in (row["speaker"] or "").lower()
    role = "" if known else f", {row['role']}"
    told = f", to {row['told_to']}" if row.get("told_to") else ""
    return f"said by {row['speaker'] or 'nobody named'}{role}{told}"


def _disputes(rows: list[dict[str, Any]], shape: str) -> None:
    from letapis.cli.output import print_rows

    if shape == "table":
        for row in rows:
            click.echo(_dispute(row))
    elif shape == "csv":
        # one line for each place, so that a spreadsheet can sort them
        flat = [
            {**row, **value, **place, "dispute": number}
            for number, row in enumerate(rows, 1)
            for value in row["values"]
            for place in value["places"]
        ]
        print_rows([{**one, "outlets": one["outlets"]} for one in flat], _DISPUTED, shape)
    else:
        print_rows(rows, (), shape)


def _dispute(row: dict[str, Any]) -> str:
    from letapis.cli.text import said, wrapped

    what = [row["thing"] or "", row["counted"] or "", "" if row["counted"] else row["measure"] or ""]
    per = f"per {row['per']}" if row["per"] else ""
    names = f" ({', '.join(row['names'][:4])})" if row["names"] else ""
    head = f"{', '.join(filter(None, what))} {per}".strip()
    lines = [wrapped(f"{head}{names}: {len(row['values'])} values, {_KINDS[row['kind']]}")]
    lines.append(wrapped(said(row["reasons"][:_SOME]), "  taken for one count: ", "    "))
    return "\n".join([*lines, *map(_value, row["values"]), ""])


def _value(row: dict[str, Any]) -> str:
    from letapis.cli.text import day, many, value, wrapped

    counts = ", ".join(many(row[key], key[:-1]) for key in ("pages", "outlets", "origins"))
    lines = [f"  {value(row)}: {counts}" + ("" if row["clashes"] else "; agrees with the others")]
    for place in row["places"][:_PLACES]:
        where = f"{_who(place)} · {place['outlet'] or 'unknown outlet'}, {place['at']}"
        lines.append(wrapped(where, f"    {day(place['published'])}  ", " " * 16))
        if place["url"]:
            lines.append(" " * 16 + place["url"])
    lines.append(wrapped(row["places"][0]["sentence"], " " * 16))
    more = len(row["places"]) - _PLACES
    return "\n".join([*lines, *([f"    and {more} more (--format jsonl has all)"] if more > 0 else [])])
