"""``letapis judge``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = ("verdict_id", "state", "says", "subject", "other", "value", "by", "at", "note", "superseded_by",
            "withdrawn_at", "withdrawn_by", "withdrawn_note")  # fmt: skip
_WORDS = (
    "same-report", "different-reports", "parent", "not-parent", "no-reuse", "kind", "outlet", "original",
    "lost", "confirm", "refute",
)  # fmt: skip
_SHOWN = 40
_TABLES = ("reports", "reuse", "suggestions")


@click.command("judge")
@click.argument("verdict", required=False, type=click.Choice(_WORDS), metavar="[VERDICT]")
@click.argument("words", nargs=-1)
@chronicle_option()
@format_option
@click.option("--note", help="Why; kept and shown with all that rests on the verdict.")
@click.option("--by", help="Who says it (environment: LETAPIS_BY; letapis.toml: by).")
@click.option("--list", "listed", is_flag=True, help="List all verdicts, those that no longer stand too.")
@click.option("--withdraw", type=int, metavar="ID", help="Withdraw a verdict. It stays on record.")
@click.option("--no-build", is_flag=True, help="Only record it; the next build takes it up.")
@click.option("--workers", type=int, help="Processes that work side by side (environment: LETAPIS_WORKERS).")
def command(
    verdict: str | None,
    words: tuple[str, ...],
    chronicle: Path,
    shape: str,
    note: str | None,
    by: str | None,
    listed: bool,
    withdraw: int | None,
    no_build: bool,
    workers: int | None,
) -> None:
    """Say what is so. A VERDICT outweighs what is inferred, now and after every later build.

    \b
    same-report A B: both documents carry one report;
    different-reports A B: they do not;
    parent A B: B was taken from A;
    not-parent A B: it was not;
    no-reuse A B: what they share is no reuse (a form, a slogan);
    kind A B KIND: how B uses A (reprint, teaser, excerpt, …);
    outlet REPORT NAME: whose report it is;
    original REPORT DOCUMENT: which document is its original;
    lost REPORT: its original is none of the documents;
    confirm FINDING: a credit (3f9a#c=120-340) or a suggestion is right;
    refute FINDING: it is wrong.

    Documents, reports and suggestions are named by the beginning of their ids; a REPORT also by a
    document that mainly carries it. A later verdict on the same matter supersedes an earlier one;
    nothing is ever overwritten. What changed is printed.
    """
    from letapis.store.chronicle import Chronicle

    if listed:
        _list(chronicle, shape, words or verdict, withdraw)
        return
    _check(verdict, note, withdraw)
    opened = Chronicle.open(chronicle, workers=workers, by=by)
    with opened.writing():
        before = _rows(opened) if not no_build else {}
        if withdraw is not None:
            _withdraw(opened, withdraw, str(note).strip(), opened.settings.by or None)
        else:
            _judge(opened, str(verdict), words, str(note).strip(), opened.settings.by or None)
        if no_build:
            click.echo("recorded; letapis build takes it up")
        else:
            _apply(opened, before)


def _check(verdict: str | None, note: str | None, withdraw: int | None) -> None:
    from letapis.errors import UsageError

    if (verdict is None) == (withdraw is None):
        raise UsageError("give one verdict, or --withdraw ID, or --list; letapis judge --help shows all")
    if not (note or "").strip():
        raise UsageError("say why with --note; it is kept and shown with all that rests on the verdict")


def _list(chronicle: Path, shape: str, more: Any, withdraw: int | None) -> None:
    from letapis.cli.output import print_rows
    from letapis.errors import UsageError

    if more or withdraw is not None:
        raise UsageError("--list takes no verdict; give one or the other")
    rows = view(chronicle).rows("verdicts")
    if shape == "table":
        rows = [{**row, "state": _state(row), "says": row["says"].replace("_", " ")} for row in rows]
    print_rows(rows, _COLUMNS if shape == "csv" else _COLUMNS[:9], shape)


def _state(row: dict[str, Any]) -> str:
    return f"superseded by {row['superseded_by']}" if row["superseded_by"] else str(row["state"])


def _rows(opened: Any) -> dict[str, list[dict[str, Any]]]:
    from letapis.publish.view import View

    seen = View(opened)
    return {table: seen.rows(table) for table in _TABLES}


def _apply(opened: Any, before: dict[str, list[dict[str, Any]]]) -> None:
    """Run what is stale and say what came of it."""
    from letapis import pipeline
    from letapis.cli.progress import progress
    from letapis.publish.changes import changes

    with progress() as tick:
        pipeline.build(opened, tick)
    found = changes(before, _rows(opened))
    for line in found[:_SHOWN]:
        click.echo(line)
    if len(found) > _SHOWN:
        click.echo(f"… and {len(found) - _SHOWN} changes more")
    if not found:
        click.echo("nothing else changed: what was inferred says the same, or is not touched by it")


def _withdraw(opened: Any, number: int, note: str, by: str | None) -> None:
    from letapis.publish.view import View

    said, again = opened.desk.withdraw(number, note, by)
    mask = View(opened).mask
    click.echo(f"verdict {number} is withdrawn: {mask.text(said.sentence)}")
    for one in again:
        click.echo(f"verdict {one.verdict_id} stands again: {mask.text(one.sentence)}")


def _judge(opened: Any, verdict: str, words: Sequence[str], note: str, by: str | None) -> None:
    from letapis.publish.judging import verdict_of
    from letapis.publish.view import View

    seen = View(opened)
    made, over = opened.desk.judge(verdict_of(seen, verdict, words, note, by))
    click.echo(f"verdict {made.verdict_id}: {seen.mask.text(made.sentence)}")
    for one in over:
        click.echo(f"supersedes verdict {one.verdict_id}: {seen.mask.text(one.sentence)}")
