"""Lines for reading in a terminal: wrapped to its width, with what follows set in under the first."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Any

import click

from letapis.cli.output import wide
from letapis.text.control import printable

__all__ = ["day", "many", "note", "number", "said", "value", "width", "wrapped"]

_LEAST = 40
_ENOUGH = 12


def wrapped(words: str, first: str = "", rest: str | None = None) -> str:
    """``words`` on one or more lines as wide as the terminal; ``first`` opens the first, ``rest`` the others.

    An address or a passage is never broken.
    """
    again = " " * len(first) if rest is None else rest
    return textwrap.fill(
        printable(" ".join(words.split())),
        max(_LEAST, width()),
        initial_indent=first,
        subsequent_indent=again,
        break_long_words=False,
        break_on_hyphens=False,
    )


def width() -> int:
    """Columns of the terminal; where there is none ``COLUMNS``, else 120."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else wide()


def many(count: int, what: str, more: str = "") -> str:
    """A count with its noun.

    >>> many(1, "page"), many(1200, "entity", "entities")
    ('1 page', '1,200 entities')
    """
    return f"{count:,} {what if count == 1 else more or what + 's'}"


def day(at: Any) -> str:
    """A time as a day, ten places wide."""
    return f"{at:%Y-%m-%d}" if at else "no date   "


def number(given: float | None) -> str:
    """A value in full, thousands parted.

    >>> number(4800000000.0), number(6.4), number(None)
    ('4,800,000,000', '6.4', '?')
    """
    if given is None:
        return "?"
    return f"{int(given):,}" if given == int(given) else f"{given:,.{_ENOUGH}g}"


def value(row: dict[str, Any]) -> str:
    """The value or range of a figure with its qualifier.

    >>> value({"low": 12.0, "high": 13.0, "qualifier": "about"})
    'about 12–13'
    """
    low, high = number(row["low"]), number(row["high"])
    plain = low if low == high or row["high"] is None else f"{low}–{high}"
    return plain if row["qualifier"] in ("exact", None) else f"{row['qualifier']} {plain}"


def said(reasons: Sequence[dict[str, Any]]) -> str:
    """Reasons in one line.

    >>> said([{"feature": "cue", "detail": "said"}, {"feature": "lost_mark", "detail": ""}])
    'cue: said; lost mark'
    """
    parts = (
        f"{one['feature'].replace('_', ' ')}: {one['detail']}".removesuffix(": ") for one in reasons or ()
    )
    return "; ".join(dict.fromkeys(parts))


def note(words: str, shape: str) -> None:
    """A remark on what is printed: below a table, and beside rows for programs."""
    click.echo(wrapped(words) if shape == "table" else f"letapis: {words}", err=shape != "table")
