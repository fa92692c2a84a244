"""How rows are printed: a table for people, JSONL or CSV for programs."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click

from letapis.publish.json import line

__all__ = ["console", "print_rows", "wide"]

_IDS = frozenset({"doc_id", "report_id", "original", "parent", "subject", "other"})
_LONG = frozenset({"title", "reason", "credits", "passage", "url", "note"})
_NARROW, _LEAST, _GAP = 24, 12, 3
_ENOUGH = 10
"""Hex digits of an id that are shown: one in a million million pairs would be alike."""


def console() -> Any:
    """A terminal on standard output that never colours a pipe."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else wide())


def wide() -> int:
    """Columns to print where standard output is no terminal: ``COLUMNS``, else 120."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) > 0 else 120


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
    cells = [[_short(column, row.get(column)) for column in columns] for row in rows]
    names = [column.replace("_", " ") for column in columns]
    screen = console()
    widths = _widths(columns, [names, *cells], screen.width)
    # a line that is too long is folded by the terminal; an id that is cut short is of no use
    screen.width = max(screen.width, sum(widths) + _GAP * len(columns))
    for name, width in zip(names, widths, strict=True):
        table.add_column(name, no_wrap=True, overflow="ellipsis", width=width)
    for row_cells in cells:
        table.add_row(*map(Text, row_cells))
    screen.print(table)


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """Widths of the columns: the short ones as they need, the long ones what is left of ``room``.

    Never less than a heading needs, so that together they may need more than ``room``.
    """
    wanted = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    widths = [
        width if column in _LONG else min(width, _NARROW)
        for column, width in zip(columns, wanted, strict=True)
    ]
    long = [place for place, column in enumerate(columns) if column in _LONG]
    left = room - _GAP * len(columns) - sum(w for place, w in enumerate(widths) if place not in long)
    for place in long:
        widths[place] = min(widths[place], max(_LEAST, len(cells[0][place]), left // len(long)))
    return widths


def _short(column: str, value: Any) -> str:
    """A cell for reading: an id by its beginning, which every command takes; one line; yes or nothing."""
    if column in _IDS:
        return str(value or "")[:_ENOUGH]
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return " ".join(_cell(value).split())


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
