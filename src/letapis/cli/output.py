"""How rows are printed: a table for people, JSONL or CSV for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import Any

import click

from letapis.publish.json import line

__all__ = ["console", "print_rows"]


def console() -> Any:
    """A terminal on standard output that never colours a pipe."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def print_rows(rows: Sequence[dict[str, Any]], columns: Sequence[str], shape: str, title: str = "") -> None:
    """Print ``rows``: all of each row as JSONL, the ``columns`` of each as CSV or as a table."""
    if shape == "jsonl":
        for row in rows:
            click.echo(line(row))
    elif shape == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    else:
        _table(rows, columns, title)


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str], title: str) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    console().print(table)


def _cell(value: Any) -> str:
    """A value as one cell; a leading sign that a spreadsheet would run as a formula is quoted."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return line(value)
    if isinstance(value, float):
        return f"{value:.2f}"
    text = str(value)
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _number(text) else text


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
