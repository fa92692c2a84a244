"""``letapis outlets``."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "outlet", "pages", "origins", "credited_by", "credits", "taken", "taken_uncredited", "takes",
    "takes_uncredited",
)  # fmt: skip
_CREDITS = ("outlet", "credited", "kind", "surface", "published", "at", "url")
_TAKEN = (
    "of", "by", "kind", "credited", "credit_at", "lost_credit", "published", "title", "doc_id", "report_id",
    "url",
)  # fmt: skip
_WIDE, _SOME = 118, 3
_LEGEND = (
    "pages and origins: its own here, and reports that are its own. credited by, credits: outlets. taken: "
    "pages of others with its text; takes: its pages with texts of others. uncredited: no credit by name "
    "was found on the page, and no more."
)


@click.command("outlets")
@click.argument("outlet", required=False, default="")
@chronicle_option()
@format_option
@click.option("--credits", "side", flag_value="credits", help="Who credits whom, in which words.")
@click.option("--taken", "side", flag_value="taken", help="Pages with another's text, credited or not.")
def command(outlet: str, chronicle: Path, shape: str, side: str | None) -> None:
    """List who credits whom, and whose text stands where with no credit found; or one OUTLET in full.

    OUTLET is a name in any script, or a domain. "Uncredited" says that no credit by name was found
    on the page, and no more: a credit may have been lost with its hyperlink.
    """
    from letapis.cli.output import print_rows
    from letapis.cli.text import note, wrapped
    from letapis.publish import crediting

    seen = view(chronicle)
    if side:
        _side(seen, outlet, side, shape)
        return
    if outlet:
        row = crediting.outlet(seen, outlet)
        if shape == "table":
            _tell(row)
        else:
            print_rows([row], _COLUMNS, shape)
        return
    rows = crediting.outlets(seen)
    if shape != "table":
        print_rows(rows, _COLUMNS, shape)
    elif rows and _width() >= _WIDE:
        print_rows(rows, _COLUMNS, shape)
        click.echo(wrapped(_LEGEND))
    else:
        for row in rows:
            click.echo(_lines(row))
    if not rows:
        note(f"no outlet is named here: the chronicle has {len(seen.rows('documents')):,} documents", shape)


def _width() -> int:
    from letapis.cli.output import console

    return int(console().width)


def _side(seen: Any, outlet: str, side: str, shape: str) -> None:
    """Print the credits or the pages with others' texts, of all outlets or of one."""
    from letapis.cli.output import print_rows
    from letapis.cli.text import note
    from letapis.publish import archive, crediting

    name = archive.name(seen, outlet) if outlet else None
    if side == "taken":
        rows = [row for row in crediting.takings(seen) if name in (None, row["of"], row["by"])]
    else:
        rows = [row for row in crediting.ties(seen) if name in (None, row["outlet"], row["credited"])]
    if shape == "table":
        for row in rows:
            for line in _taking(row, f"{row['of']}'s text on {row['by']}") if side == "taken" else _tie(row):
                click.echo(line)
    elif side == "credits" and shape == "csv":
        print_rows([{**row, **one} for row in rows for one in row["places"]], _CREDITS, shape)
    else:
        print_rows(rows, _TAKEN, shape)
    if not rows:
        what = "credit between outlets" if side == "credits" else "page with another outlet's text"
        note(
            f"no {what} is found; the chronicle has {len(seen.rows('citations')):,} citations and "
            f"{len(seen.rows('reports')):,} reports on {len(seen.rows('documents')):,} pages",
            shape,
        )


def _lines(row: dict[str, Any]) -> str:
    """The counts of an outlet where the terminal is too narrow for a table."""
    from letapis.cli.text import many, wrapped

    reports = many(row["origins"], "report of its own", "reports of its own")
    return "\n".join(
        [
            wrapped(f"{row['outlet']}: {many(row['pages'], 'page')} here, {reports}"),
            f"  credited by {many(row['credited_by'], 'outlet')}, credits {row['credits']:,}",
            _uncredited(f"its text is on {many(row['taken'], 'page')} of others", row["taken_uncredited"]),
            _uncredited(f"has others' text on {many(row['takes'], 'page')}", row["takes_uncredited"]),
        ]
    )


def _uncredited(pages: str, count: int) -> str:
    return f"  {pages}; on {count:,} of them no credit is found"


def _tell(row: dict[str, Any]) -> None:
    from letapis.cli.text import many

    click.echo(_lines(row) if "pages" in row else row["outlet"])
    for heading, ties in (("credited by", row["credited"]), ("credits", row["crediting"])):
        click.echo(f"\n{heading} {many(len(ties), 'outlet')}")
        for tie in ties:
            for line in _tie(tie, tie["outlet"] if heading == "credited by" else tie["credited"]):
                click.echo(indent(line, "  "))
    for heading, takings, side in (
        ("its text stands on", row["taken_by"], "by"),
        ("it has the text of others on", row["taken_from"], "of"),
    ):
        click.echo(f"\n{heading} {many(len({one['doc_id'] for one in takings}), 'page')}")
        for one in takings:
            for line in _taking(one, one[side]):
                click.echo(indent(line, "  "))


def _tie(row: dict[str, Any], other: str = "") -> list[str]:
    from letapis.cli.text import day, many, wrapped

    kinds = ", ".join(f"{kind['kind']} {kind['count']}" for kind in row["kinds"])
    counts = f"{many(row['pages'], 'page')}, {many(row['origins'], 'origin')}"
    lines = [wrapped(f"{other or row['outlet'] + ' credits ' + row['credited']}: {counts} ({kinds})")]
    for one in row["places"][:_SOME]:
        lines.append(wrapped(f"“{one['surface']}” {one['at']}", f"  {day(one['published'])}  ", " " * 14))
        if one["url"]:
            lines.append(" " * 14 + one["url"])
    more = len(row["places"]) - _SOME
    return [*lines, *([f"  and {more} more (--format jsonl has all)"] if more > 0 else [])]


def _taking(row: dict[str, Any], heading: str) -> list[str]:
    from letapis.cli.text import day, wrapped

    credit = f"credited, {row['credit_at']}" if row["credited"] else "no credit found"
    if row["lost_credit"] and not row["credited"]:
        credit += " (a credit there has lost its name)"
    words = f"{heading}: {row['kind']}, {credit} · page {row['doc_id']} · report {row['report_id']}"
    lines = [wrapped(words, f"{day(row['published'])}  ", " " * 14)]
    return [*lines, *([" " * 14 + row["url"]] if row["url"] else [])]
