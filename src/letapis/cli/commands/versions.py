"""``letapis versions``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = ("url", "doc_id", "seen", "before", "kind", "was", "is", "at")
_FACTS = {
    "title": "title",
    "authors": "authors",
    "section": "section",
    "published_local": "date as printed",
    "published": "date",
    "truncated": "breaks off",
}


@click.command("versions")
@click.argument("url")
@chronicle_option()
@format_option
def command(url: str, chronicle: Path, shape: str) -> None:
    """Show what changed on the page at URL between its captures.

    What is said is what was observed: a sentence is present on one day and absent on another. Why, the
    captures do not tell.
    """
    from letapis.cli.output import print_rows
    from letapis.cli.text import many
    from letapis.errors import NotFound
    from letapis.publish.versions import versions

    found = versions(view(chronicle), url)
    if not found:
        raise NotFound(f"no document of {url} in {chronicle}; letapis show lists the documents there are")
    if shape != "table":
        print_rows(list(_rows(found)), _COLUMNS, shape)
        return
    texts = sum(not version.same for version in found if version.doc_id)
    click.echo(f"{found[0].url}\n{many(len(found), 'capture')}, {many(texts, 'version')}\n")
    before = None
    for version in found:
        _print(version, before)
        before = version if version.doc_id else before


def _rows(found: list[Any]) -> Any:
    """One row a change, and one for a capture without any."""
    before = None
    for version in found:
        shared = {
            "url": version.url,
            "doc_id": version.doc_id,
            "seen": version.seen,
            "before": before.doc_id if before else None,
        }
        none = f"http_{version.status}" if version.status else "same" if version.same else "first"
        for change in version.changes:
            yield shared | {"kind": change.kind, "was": change.before, "is": change.after, "at": change.at}
        if not version.changes:
            yield shared | {"kind": none, "was": None, "is": None, "at": None}
        before = version if version.doc_id else before


def _print(version: Any, before: Any) -> None:
    from letapis.cli.text import many, wrapped

    if version.status:
        click.echo(f"{_day(version.seen):16}  absent: the server answered {version.status}")
        return
    what = "as on the capture before" if version.same else version.title or "without a title"
    click.echo(f"{_day(version.seen):16}  {version.doc_id[:10]}  {many(version.words, 'word')}  {what}")
    if before is None:
        return
    now, then = _named(version), _named(before)
    for change in version.changes:
        if change.kind in _FACTS:
            said = f"{_FACTS[change.kind]}: {change.before or '–'} ({then}), {change.after or '–'} ({now})"
            lines = [said]
        elif change.kind == "absent":
            lines = [f"present: {then}, absent: {now}:", f"− {change.before}"]
        elif change.kind == "present":
            lines = [f"absent: {then}, present: {now}:", f"+ {change.after}"]
        elif change.kind == "moved":
            lines = ["stands in another place:", f"  {change.after}"]
        else:
            lines = [f"worded otherwise ({then} and {now}):", f"− {change.before}", f"+ {change.after}"]
        for at, line in enumerate(lines):
            click.echo(wrapped(line, " " * (4 if at == 0 else 6), " " * (6 if at == 0 else 8)))


def _day(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if when else "no time known"


def _named(version: Any) -> str:
    """How a change speaks of a capture: by its time, else by its document."""
    return _day(version.seen) if version.seen else f"capture {version.doc_id[:10]}"
