"""Writes the reference pages that follow from the code: tables.md and commands.md.

Run ``make reference`` after a column or a command has changed; a house test compares.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

__all__ = ["commands", "tables", "write"]

HERE = Path(__file__).parent
NOTE = "<!-- Written by docs/reference/generate.py from the code: change it there. -->\n"
PLAIN = {str: "text", int: "integer", float: "number", bool: "truth", bytes: "bytes", datetime: "time, UTC"}

TABLES_HEAD = f"""\
# Tables

{NOTE}
What every table of a chronicle holds, and what `letapis export tables` writes: one file a table,
`<table>.jsonl`, one object a row, every column present, null as `null`, times in ISO 8601 with Z.
Offsets are code points of a document's text, stops excluded. A column marked *may be null* is null
where the thing is not known.
"""

COMMANDS_HEAD = f"""\
# Commands

{NOTE}
Each line below is what the command itself says with `--help`. The chronicle is `--to` or `--chronicle`,
else `LETAPIS_CHRONICLE`, else `./letapis.chronicle`. Exit codes: 0 done, 1 something could not be done,
2 the command was put wrongly.
"""


def tables() -> str:
    """The page of every table with its columns."""
    from letapis.tables import TABLES

    parts = [TABLES_HEAD]
    for name, record in sorted(TABLES.items()):
        parts += [f"## `{name}`\n", f"{_summary(record)}\n", _columns(record)]
        parts += [f"Each of `{column}` has:\n\n{_columns(inner)}" for column, inner in _structs(record)]
    return "\n".join(parts)


def commands(group: click.Group) -> str:
    """The page of every command with its arguments and options."""
    parts = [COMMANDS_HEAD]
    context = click.Context(group, info_name="letapis")
    for path, command, inner in _walk(group, context):
        usage = " ".join(command.collect_usage_pieces(inner))
        parts.append(
            f"## `{path}`\n\n{_paragraphs(command.help)}\n\n```\n{inner.command_path} {usage}\n```\n"
        )
        records = (item.get_help_record(inner) for item in command.get_params(inner))
        options = [record for record in records if record and record[1] and "--help" not in record[0]]
        if options:
            rows = [f"| `{_cell(form)}` | {_cell(text)} |" for form, text in options]
            parts.append("\n".join(["| option | what it does |", "|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def write() -> list[Path]:
    """The pages, written; those that changed."""
    from letapis.cli.entry import letapis

    pages = {HERE / "tables.md": tables(), HERE / "commands.md": commands(letapis)}
    changed = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    for path in changed:
        path.write_text(pages[path], "utf-8")
    return changed


def _walk(group: click.Group, context: click.Context) -> Iterator[tuple[str, click.Command, click.Context]]:
    for name in sorted(group.list_commands(context)):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield inner.command_path, command, inner
        if isinstance(command, click.Group):
            yield from _walk(command, inner)


def _paragraphs(text: str | None) -> str:
    """Help as click shows it: marks of its own removed, paragraphs on one line each."""
    blocks = (text or "").replace("\b\n", "").split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks)


def _columns(record: Any) -> str:
    hints = typing.get_type_hints(record)
    rows = [
        f"| `{field.name}` | {_kind(hints[field.name])} | {_cell(field.metadata.get('doc', ''))} |"
        for field in fields(record)
    ]
    return "\n".join(["| column | kind | what it means |", "|---|---|---|", *rows]) + "\n"


def _structs(record: Any) -> Iterator[tuple[str, Any]]:
    hints = typing.get_type_hints(record)
    for field in fields(record):
        inner = _bare(hints[field.name])[0]
        if typing.get_origin(inner) is tuple:
            inner = typing.get_args(inner)[0]
        if is_dataclass(inner):
            yield field.name, inner


def _kind(annotation: Any) -> str:
    bare, empty = _bare(annotation)
    if typing.get_origin(bare) is tuple:
        name = f"list of {_kind(typing.get_args(bare)[0])}"
    elif is_dataclass(bare):
        name = typing.cast("type", bare).__name__.lower()
    else:
        name = PLAIN[bare]
    return f"{name}, *may be null*" if empty else name


def _bare(annotation: Any) -> tuple[Any, bool]:
    """An annotation without its None, and whether it had one."""
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        inner = [part for part in typing.get_args(annotation) if part is not type(None)]
        return inner[0], True
    return annotation, False


def _summary(record: type) -> str:
    return " ".join((record.__doc__ or "").split("\n\n")[0].split())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    for page in write():
        print(page.relative_to(Path.cwd()) if page.is_relative_to(Path.cwd()) else page, file=sys.stderr)
