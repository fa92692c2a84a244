"""The ``letapis`` command: finds its commands, and turns errors into messages and exit codes."""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import sys
from pathlib import Path

import click

from letapis import __version__

__all__ = ["command_names", "letapis", "run"]

_EXAMPLES = """\b
Examples:
  letapis add heap.txt pages/ feed.jsonl --to my.chronicle
  letapis restore naviny.by --chronicle my.chronicle
  letapis show 3f9a --chronicle my.chronicle
"""


def command_names() -> tuple[str, ...]:
    """The commands there are: the modules of ``letapis.cli.commands``.

    >>> "restore" in command_names()
    True
    """
    from letapis.cli import commands

    return tuple(sorted(info.name for info in pkgutil.iter_modules(commands.__path__)))


class _Commands(click.Group):
    """A group whose commands are imported when they are called, so that ``--help`` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(command_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in command_names():
            return None
        command = importlib.import_module(f"letapis.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="letapis")
def letapis() -> None:
    """Write the chronicle of a heap of news: what was published, what survives, who repeated it."""


def run(arguments: list[str] | None = None) -> None:
    """Run a command line; ends the process with 0, or 1 (it failed) or 2 (it was put wrongly)."""
    _streams()
    try:
        letapis.main(args=arguments, prog_name="letapis", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; run the same command again and it goes on from there")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        from letapis.cli.failure import explain

        known = explain(error)
        if known is None:
            raise
        _say(str(known))
        sys.exit(known.exit_code)


def _streams() -> None:
    """Make both outputs safe to print to: a terminal may lack our letters, and either may be closed."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _say(words: str) -> None:
    click.echo(f"letapis: {words}", err=True)
