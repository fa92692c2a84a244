"""Every table as ``<table>.jsonl``: the contract that other programs read."""

from __future__ import annotations

from pathlib import Path

from letapis import tables
from letapis.publish.json import line
from letapis.publish.view import View

__all__ = ["export"]


def export(view: View, folder: Path, history: bool = False) -> list[Path]:
    """Write each table to ``folder``; the files written. With ``history`` earlier states as well.

    UTF-8, one object a row, rows in a fixed order. A row of an earlier state has the number of the
    commit that it was first in as ``_version``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in sorted(tables.TABLES):
        path = folder / f"{name}.jsonl"
        temporary = path.with_suffix(".tmp")
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            for row in view.history(name) if history else view.rows(name):
                stream.write(line(row) + "\n")
        temporary.replace(path)
        written.append(path)
    return written
