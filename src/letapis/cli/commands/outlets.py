"""``letapis outlets``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]

_COLUMNS = (
    "outlet", "pages", "origins", "credited_by", "credits", "taken", "taken_uncredited", "takes",
    "takes_uncredited",
)  # fmt: skip


@click.command("outlets")
@click.argument("outlet", required=False, default="")
@chronicle_option()
@format_option
def command(outlet: str, chronicle: Path, shape: str) -> None:
    """List who credits whom, and whose text stands where with no credit found; or one OUTLET in full.

    OUTLET is a name in any script, or a domain. "Uncredited" says that no credit by name was found
    on the page, and no more.
    """
    from letapis.cli.output import print_rows
    from letapis.publish import crediting

    seen = view(chronicle)
    if not outlet:
        print_rows(crediting.outlets(seen), _COLUMNS, shape)
        return
    row = crediting.outlet(seen, outlet)
    if shape == "table":
        _tell(row)
    elif shape == "jsonl":
        print_rows([row], (), shape)
    else:
        columns = ("of", "by", "kind", "credited", "lost_credit", "published", "doc_id", "report_id", "url")
        print_rows([*row["taken_by"], *row["taken_from"]], columns, shape)


def _tell(row: dict[str, Any]) -> None:
    click.echo(f"{row['outlet']}: {row.get('pages', 0)} pages, {row.get('origins', 0)} reports of its own")
    for heading, ties in (("credited by", row["credited"]), ("credits", row["crediting"])):
        click.echo(f"\n{heading} {len(ties)} outlet{'' if len(ties) == 1 else 's'}")
        for tie in ties:
            kinds = ", ".join(f"{kind['kind']} {kind['count']}" for kind in tie["kinds"])
            click.echo(f"  {tie['outlet']}: {kinds}")
            for one in tie["places"][:3]:
                click.echo(f"    “{' '.join(one['surface'].split())}” {one['at']}")
    for heading, takings, side in (
        ("its text stands on", row["taken_by"], "by"),
        ("it has the text of others on", row["taken_from"], "of"),
    ):
        click.echo(f"\n{heading} {len(takings)} page{'' if len(takings) == 1 else 's'}")
        for one in takings:
            credit = "credited" if one["credited"] else "no credit found"
            if one["lost_credit"] and not one["credited"]:
                credit += " (a credit has lost its name)"
            click.echo(
                f"  {one[side]}: {one['kind']}, {credit} · {one['doc_id']} · report {one['report_id']}"
            )
