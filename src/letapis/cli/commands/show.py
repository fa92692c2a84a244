"""``letapis show``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command", "passage_of"]

_FACTS = (
    "doc_id", "title", "outlet", "language", "published_local", "published_basis", "url", "canonical_url",
    "authors", "words", "truncated", "truncated_at", "withheld", "capture_id", "raw_start", "raw_stop",
)  # fmt: skip


@click.command("show")
@click.argument("document", required=False, default="")
@chronicle_option()
@format_option
@click.option("--raw", is_flag=True, help="Print the stretch of the record that the document was read from.")
@click.option("--proof", is_flag=True, help="Print the text with everything found marked under its lines.")
def command(document: str, chronicle: Path, shape: str, raw: bool, proof: bool) -> None:
    """Show one DOCUMENT with all that was found in it, or list all documents.

    DOCUMENT is an id or the beginning of one, with a passage if wanted: 3f9a#c=120-340.
    """
    from letapis.cli.output import print_rows
    from letapis.text.control import printable

    seen = view(chronicle)
    if not document:
        columns = ("doc_id", "language", "outlet", "published", "words", "truncated", "title")
        rows = seen.rows("documents")
        if shape == "table":
            rows = [row if row["title"] else {**row, "title": _opening(row)} for row in rows]
        print_rows(rows, columns, shape)
        return
    prefix, _, passage = document.removesuffix("#residue").partition("#c=")
    row = seen.document(prefix)
    if raw:
        click.echo(printable(seen.raw(row)))
    elif proof:
        _proof(seen, row)
    elif document.endswith("#residue"):
        for item in row["residue"]:
            click.echo(printable(f"left out, {item['kind']}: {item['surface']}"))
    elif passage:
        start, stop = passage_of(passage, len(row["text"]))
        click.echo(row["text"][start:stop])
    elif shape == "table":
        _tell(seen, row)
    else:
        print_rows([row | _found(seen, row["doc_id"])], (*_FACTS, "text"), shape)


_SHEET = 100
"""Places that a proof sheet is wide, at most."""
_TEXT = ("citations", "quotations", "figures", "dates", "mentions")
"""Tables of findings that stand in a text."""


def _proof(seen: Any, row: Any) -> None:
    """Print the text with everything found in it, and what was found in what is no part of the text."""
    from letapis.cli.text import day, many, note, width, wrapped
    from letapis.publish.proof import LEGEND, marks, proof

    doc_id = row["doc_id"]
    if row["withheld"]:
        note(f"{doc_id} is withheld: {row['withheld']}", "table")
        return
    names = seen.index("entities", "entity_id")
    found = {table: seen.groups(table, "doc_id").get(doc_id, []) for table in (*_TEXT, "regions")}
    roles = {
        (one["start"], one["stop"]): one["role"] for one in seen.groups("spots", "doc_id").get(doc_id, ())
    }
    here = {one["start"]: one["speaker_name"] for one in seen.groups("quoted", "doc_id").get(doc_id, ())}
    found["mentions"] = [
        {
            **one,
            "name": names.get(one["entity_id"], {}).get("name"),
            "role": roles.get((one["start"], one["stop"])),
        }
        for one in found["mentions"]
    ]
    # whom a pronoun stands for is told by the text alone, also where nobody has an entry
    found["quotations"] = [
        {**one, "speaker_name": one["speaker_name"] or here.get(one["start"])} for one in found["quotations"]
    ]
    counts = ", ".join(many(len(found[table]), table[:-1]) for table in _TEXT)
    click.echo(wrapped(f"{row['title'] or '(no title)'} · {row['outlet'] or 'unknown outlet'}, {doc_id}"))
    click.echo(
        wrapped(f"{day(row['published']).strip()} · {row['language'] or 'language unclear'} · {counts}")
    )
    if row["url"]:
        click.echo(row["url"])
    click.echo(wrapped(LEGEND) + "\n")
    click.echo(proof(row["text"], marks(found), min(width(), _SHEET)))
    for one in (one for table in _TEXT for one in found[table] if one["start"] is None):
        words = f"{one['kind']}: {one['outlet'] or 'its outlet is lost'}, “{one['surface']}”"
        click.echo(wrapped(words, "in what was left out of the text: "))


def _opening(row: Any) -> str:
    """What to show for a document without a title: how its text begins, or that it is withheld."""
    return "(withheld)" if row["withheld"] else f"“{' '.join(row['text'].split()[:14])}…”"


def passage_of(words: str, length: int) -> tuple[int, int]:
    """The two numbers of a passage; raises UsageError where it is not one of the text."""
    from letapis.errors import UsageError

    start, _, stop = words.partition("-")
    if not (start.isdecimal() and stop.isdecimal() and int(start) <= int(stop) <= length):
        raise UsageError(
            f"#c={words} is no passage of a text of {length} characters; it looks like #c=120-340"
        )
    return int(start), int(stop)


def _found(seen: Any, doc_id: str) -> dict[str, Any]:
    from letapis.publish.archive import members

    pairs = [r for r in seen.rows("reuse") if doc_id in (r["earlier"], r["later"])]
    return {
        **{table: seen.groups(table, "doc_id").get(doc_id, []) for table in _TEXT},
        "regions": [r for r in seen.rows("regions") if r["doc_id"] == doc_id],
        "reuse": pairs,
        "reports": [r["report_id"] for r in seen.rows("reports") if doc_id in members(r)],
        "verdicts": [r for r in seen.rows("verdicts") if doc_id in r["docs"]],
    }


def _tell(seen: Any, row: Any) -> None:
    from letapis.publish.judging import told

    found = _found(seen, row["doc_id"])
    for name in _FACTS:
        if row[name] not in (None, "", []):
            click.echo(f"{name.replace('_', ' '):>16}  {row[name]}")
    for reason in row["truncated_reasons"]:
        click.echo(f"{'':>16}  because: {reason['feature']} {reason['value']:g} {reason['detail']}".rstrip())
    click.echo(f"\n{row['text']}\n")
    for item in row["residue"]:
        click.echo(f"left out, {item['kind']}: {item['surface']}")
    for item in found["citations"]:
        at = f"#c={item['start']}-{item['stop']}" if item["start"] is not None else "in what was left out"
        lost = " (its name is lost)" if item["lost"] else ""
        click.echo(f"credits {item['outlet'] or 'an outlet'}{lost}, {item['kind']}: “{item['surface']}” {at}")
    for table in _TEXT[1:]:
        if found[table]:
            click.echo(f"{len(found[table])} {table}: letapis show {row['doc_id']} --proof")
    for item in found["regions"]:
        words = row["text"][item["start"] : item["stop"]]
        click.echo(f"{item['kind']} #c={item['start']}-{item['stop']}: {words[:80]}")
    for item in found["reuse"]:
        later = item["later"] == row["doc_id"]
        other, way = (item["earlier"], "of") if later else (item["later"], "seen in")
        share = item["share_later" if later else "share_earlier"]
        how = f"{share:.0%} of its words, in {len(item['passages'])} passages"
        if item["kind"] == "translation":
            how = "; ".join(f"{r['feature']} alike: {r['detail']}" for r in item["reasons"])
        click.echo(f"{item['kind']} {way} {other}: {how}")
    for item in found["verdicts"]:
        click.echo(told(item))
    for report_id in found["reports"]:
        click.echo(f"witness of report {report_id}: letapis report {report_id}")
