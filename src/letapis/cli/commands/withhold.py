"""``letapis withhold``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from letapis.cli.options import chronicle_option, format_option, view

__all__ = ["command"]


@click.command("withhold")
@click.argument("target", required=False)
@chronicle_option()
@format_option
@click.option("--reason", help="Why; shown in place of what is withheld.")
@click.option("--lift", is_flag=True, help="Show TARGET again. That it was withheld stays on record.")
def command(target: str | None, chronicle: Path, shape: str, reason: str | None, lift: bool) -> None:
    """Withhold TARGET everywhere: in every command, page, answer, export and restored text.

    TARGET is a document (its id), a stretch of one (3f9a#c=120-340), an entity (its id) or a name
    (name:Alena Vyaz). A stretch and a name are withheld wherever their words recur. The bytes stay
    as evidence in the chronicle. Without TARGET: what is withheld.
    """
    from letapis.cli.output import print_rows
    from letapis.errors import NotFound, UsageError
    from letapis.publish.exports.restored import refresh

    seen = view(chronicle)
    desk = seen.chronicle.desk
    if target is None:
        rows = [
            {
                "id": w.id,
                "kind": w.kind,
                "target": _target(w),
                "reason": w.reason,
                "at": w.at,
                "lifted_at": w.lifted_at,
            }
            for w in desk.withheld(lifted=True)
        ]
        print_rows(rows, ("id", "kind", "target", "reason", "at", "lifted_at"), shape)
        return
    if not (reason or "").strip():
        raise UsageError("say why with --reason; it is shown in place of what is withheld")
    if lift:
        number = int(target.removeprefix("#")) if target.removeprefix("#").isdecimal() else None
        known = {w.id: w.target for w in desk.withheld()}
        if desk.lift(known.get(number, target) if number else target, str(reason)) == 0:
            raise NotFound(f"{target} is not withheld; letapis withhold lists what is")
        refresh(view(chronicle))
        click.echo(f"{target} is shown again")
        return
    kind, name, place = _place(seen, target)
    if desk.withhold(kind, name, str(reason), **place):
        click.echo(f"withheld the {kind} from every command, page and export; its bytes stay as evidence")
        again = refresh(view(chronicle))
        if again:
            what = "archive" if again == 1 else "archives"
            click.echo(f"wrote {again} restored {what} inside the chronicle anew")
        click.echo("what was exported to other folders before still has it: export again, and remove the old")
        _copies(view(chronicle), place.get("doc_id") if kind == "document" else None)
    else:
        click.echo(f"the {kind} was withheld already")


def _copies(seen: Any, doc_id: str | None) -> None:
    """Other documents that carry the words of a withheld one, for the person to decide about."""
    pairs = [row for row in seen.rows("reuse") if doc_id in (row["earlier"], row["later"])] if doc_id else []
    others = [row["later"] if row["earlier"] == doc_id else row["earlier"] for row in pairs]
    if others:
        click.echo(
            f"{len(others)} other documents share words with it and are shown; withhold them too if need be:"
        )
        for other in others:
            click.echo(f"  {other}")


def _target(item: Any) -> str:
    """A name must not be shown by the very list that withholds it."""
    return item.target if item.kind != "entity" or not item.words else f"#{item.id}"


def _place(seen: Any, target: str) -> tuple[str, str, dict[str, Any]]:
    from letapis.errors import UsageError
    from letapis.langs import languages
    from letapis.text import count, tokens

    if target.startswith("name:"):
        name = target.removeprefix("name:").strip()
        if sum(len(token.form) for token in tokens(name)) < 3:
            raise UsageError(f"{target}: a name of at least three letters is needed")
        if all(any(token.form in tongue.function for tongue in languages()) for token in tokens(name)):
            raise UsageError(f"{target}: that is no name but a word of every text; give the whole name")
        return "entity", target, {"words": name}
    prefix, _, passage = target.partition("#c=")
    entities = [row for row in seen.rows("entities") if prefix and row["entity_id"].startswith(prefix)]
    if len(entities) == 1 and not passage:
        forms = [name["form"] for name in entities[0]["names"]] or [entities[0]["name"]]
        return "entity", entities[0]["entity_id"], {"words": "\n".join(forms)}
    row = seen.document(prefix)
    if not passage:
        return "document", row["doc_id"], {"doc_id": row["doc_id"]}
    from letapis.cli.commands.show import passage_of

    start, stop = passage_of(passage, len(row["text"]))
    words = row["text"][start:stop]
    if count(words) == 0 or sum(c.isalnum() for c in words) < 4:
        raise UsageError(f"{target} holds fewer than four letters, too few to be found again; widen it")
    place = {"doc_id": row["doc_id"], "start": start, "stop": stop, "words": words}
    return "span", f"{row['doc_id']}#c={start}-{stop}", place
