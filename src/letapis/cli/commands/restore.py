"""``letapis restore``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letapis.cli.options import chronicle_option, format_option, view

if TYPE_CHECKING:
    from letapis.publish.ledger import Ledger

__all__ = ["command"]

_COLUMNS = ("report_id", "title", "language", "survives", "complete", "witnesses", "credits", "passage")


@click.command("restore")
@click.argument("outlet")
@chronicle_option()
@format_option
@click.option("--to", "folder", type=click.Path(path_type=Path), help="The folder to write the archive to.")
@click.option(
    "--as",
    "forms",
    multiple=True,
    type=click.Choice(["markdown", "html", "jsonl", "wacz"]),
    help="A form to write the archive in; may be given more than once. Without it: all but wacz.",
)
def command(
    outlet: str, chronicle: Path, shape: str, folder: Path | None, forms: tuple[str, ...] = ()
) -> None:
    """Write the surviving archive of OUTLET, and list every report of it that the heap knows of.

    OUTLET is a name in any script, or a domain. The archive goes to --to, else into the chronicle's
    folder under restored/: as a web site that needs no server (start with index.html), as a page a
    report in Markdown with a ledger, as JSONL, and, when asked for with --as wacz, with the captures
    of all pages that carry its reports. ledger.json says what survives, what else is known to have
    existed and what is absent in this heap.
    """
    from letapis.cli.output import print_rows
    from letapis.publish import archive
    from letapis.publish.exports.restored import DEFAULT, many, write
    from letapis.publish.ledger import ledger

    seen = view(chronicle)
    name = archive.name(seen, outlet)
    book = ledger(seen, name)
    files = write(seen, folder or seen.chronicle.restored / _safe(name), book, forms or DEFAULT)
    if shape == "table":
        _tell(name, book)
        _carries(book.carried)
        _known(book)
        click.echo(f"wrote {many(len(files), 'file')} to {files[0].parent}: start with {files[0].name}")
        if not any(path.name == "captures.wacz" for path in files):
            click.echo("the captures of its witnesses are written with --as wacz")
    else:
        print_rows([row if shape == "jsonl" else _flat(row) for row in book.entries], _COLUMNS, shape)
        click.echo(f"wrote {many(len(files), 'file')} to {files[0].parent}", err=True)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    given = [credit for witness in row["witnesses"] for credit in witness["credits"]]
    return {
        **row,
        "witnesses": len(row["witnesses"]),
        "credits": "; ".join(dict.fromkeys(f"{c['kind']}: {c['surface']}" for c in given)),
        "passage": "; ".join(c["passage"] for c in given),
    }


def _tell(name: str, book: Ledger) -> None:
    from letapis.publish.exports.restored import many
    from letapis.publish.ledger import counts

    numbers, lone = counts(book.entries), book.lone
    click.echo(
        f"{name}: the heap knows of {many(numbers['origins'], 'report')} (independent origins), carried by "
        f"{many(numbers['pages'], 'page')} of {many(numbers['outlets'], 'outlet')}; "
        f"pages that name no outlet: {numbers['pages_without_outlet']}\n"
    )
    for row in book.entries:
        _one(row)
    if lone:
        click.echo(f"documents that name no outlet and are ascribed to none: {len(lone)}")
        for item in lone:
            click.echo(f"  {item['doc_id']}  {item['language'] or '?'}  {item['title'] or 'untitled'}")
        _suggest(lone)
        click.echo("")


def _carries(rows: list[dict[str, Any]]) -> None:
    """What documents of the outlet carry of others: its part in this heap where it is a copier."""
    from letapis.publish.exports.restored import many

    if rows:
        click.echo(f"its own pages carry {many(len(rows), 'report')} of others:")
        for row in rows:
            of = row["of"] or "nobody named"
            click.echo(f"  {row['kind']:<11} {row['doc_id']}  of {of}, report {row['report_id']}")
        click.echo("")


def _known(book: Ledger) -> None:
    """How much more is known to have existed; the ledger has it word for word."""
    from letapis.publish.exports.restored import many

    found = ((book.credits, "credit"), (book.addresses, "address"), (book.headings, "heading"))
    told = [many(len(rows), noun) for rows, noun in found if rows]
    if told:
        click.echo(f"known besides, its text absent in this heap: {', '.join(told)} (see the ledger)\n")


def _one(row: dict[str, Any]) -> None:
    from letapis.publish.exports.restored import many

    click.secho(row["heading"], bold=True)
    original = f"original {row['original']}" if row["original"] else "original lost"
    click.echo(f"  report {row['report_id']}, {row['language'] or 'language unclear'}; {original}")
    click.echo(f"  survives {_survives(row)}; complete: {row['complete']}")
    for witness in row["witnesses"]:
        outlet = witness["outlet"] or "outlet unknown"
        words = f"{many(witness['words'], 'word')}{_cut(witness)}"
        click.echo(f"  {witness['kind']:<11} {witness['doc_id']}  {outlet}, {words}")
        for credit in witness["credits"]:
            click.echo(f"    credited, {credit['kind']}: “{credit['surface']}”  {credit['passage']}")
    click.echo("")


def _survives(row: dict[str, Any]) -> str:
    words = {
        "whole": "whole, as far as can be told",
        "translated": "only in translation",
        "quoted": "only in quotation",
        "credited": "only in a credit",
    }
    if row["survives"] != "cut":
        return words.get(row["survives"], str(row["survives"]))
    last = row["text"].rstrip()[-60:].replace("\n", " ")
    return f"cut off after “…{last}”" if last else "cut off"


def _cut(witness: dict[str, Any]) -> str:
    return f", breaks off at character {witness['truncated_at']}" if witness["truncated"] else ""


def _suggest(lone: list[dict[str, Any]]) -> None:
    for alike in dict.fromkeys(item["alike"] for item in lone if item["alike"]):
        alikes = [item for item in lone if item["alike"] == alike]
        reasons = "; ".join(
            f"{r['feature']} {r['detail'] or format(r['value'], 'g')}" for r in alikes[0]["alike_reasons"]
        )
        click.echo(f"  a suggestion, not a finding: {len(alikes)} of them look alike ({reasons})")


def _safe(name: str) -> str:
    """A folder's name for an outlet; where it is not the outlet's own name, a hash keeps it apart."""
    from letapis.text import content_id

    plain = "".join(c if c.isalnum() or c in ".-" else "_" for c in name.lower()).strip(".") or "outlet"
    # file systems allow 255 bytes of a name
    safe = plain[:80].encode()[:240].decode(errors="ignore")
    return safe if safe == name.lower() else f"{safe}-{content_id(name)[:6]}"
