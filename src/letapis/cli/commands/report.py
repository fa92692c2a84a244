"""``letapis report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from letapis.cli.options import chronicle_option, format_option, view

if TYPE_CHECKING:
    from letapis.publish.view import View

__all__ = ["command"]


@click.command("report")
@click.argument("report", required=False, default="")
@chronicle_option()
@format_option
def command(report: str, chronicle: Path, shape: str) -> None:
    """Show one REPORT: its witnesses, its restored text and its apparatus; or list all reports.

    REPORT is an id or the beginning of one.
    """
    from letapis.cli.output import print_rows
    from letapis.publish import archive
    from letapis.publish.exports.restored import page
    from letapis.publish.origins import Origins

    seen = view(chronicle)
    if not report:
        origins = Origins(seen)
        rows = [dict(r, pages=origins.count(archive.members(r))["pages"]) for r in seen.rows("reports")]
        print_rows(rows, ("report_id", "outlet", "language", "survives", "pages", "original", "title"), shape)
        return
    row = archive.entry(seen, seen.report(report))
    if shape == "table":
        click.echo(page(row))
        _verdicts(seen, {witness["doc_id"] for witness in row["witnesses"]})
    elif shape == "jsonl":
        print_rows([row], (), shape)
    else:
        columns = (
            "doc_id",
            "kind",
            "parent",
            "outlet",
            "published",
            "language",
            "words",
            "truncated",
            "url",
            "title",
        )
        print_rows(row["witnesses"], columns, shape)


def _verdicts(seen: View, members: set[str]) -> None:
    """What people have said of a report's documents."""
    from letapis.publish.judging import told

    for row in seen.rows("verdicts"):
        if members.intersection(row["docs"]) and row["state"] == "stands":
            click.echo(told(row))
