"""The command line: one file a command in ``commands/``, opened only when it is called."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run ``letapis`` with the arguments of the process."""
    from letapis.cli.entry import run

    run()
