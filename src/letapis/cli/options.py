"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from letapis.publish.view import View

__all__ = ["chronicle_option", "format_option", "view"]

Command = TypeVar("Command", bound=Callable[..., Any])

_DEFAULT = "letapis.chronicle"


def chronicle_option(*names: str) -> Callable[[Command], Command]:
    """The option that names the chronicle, under other names as well."""
    return click.option(
        "--chronicle",
        "-c",
        *names,
        "chronicle",
        envvar="LETAPIS_CHRONICLE",
        default=_DEFAULT,
        show_default=True,
        type=click.Path(path_type=Path),
        help="The chronicle's folder (environment: LETAPIS_CHRONICLE).",
    )


def format_option(command: Command) -> Command:
    """The option that says how rows are printed."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(["table", "jsonl", "csv"]),
        default="table",
        show_default=True,
        help="How to print: a table for people, or rows for programs.",
    )(command)


def view(chronicle: Path) -> View:
    """What may be seen of the chronicle in a folder."""
    from letapis.publish.view import View
    from letapis.store.chronicle import Chronicle

    return View(Chronicle.open(chronicle))
