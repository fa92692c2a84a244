"""Who said what, to whom: quotations, each once, with its variants and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from letapis.publish import archive
from letapis.publish.about import About
from letapis.publish.origins import Origins, place
from letapis.publish.persons import Persons
from letapis.publish.view import Row, View

__all__ = ["Wanted", "quotes"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotations are wanted; what is None does not matter."""

    speaker: str | None = None
    """Name or role, in any script and case."""
    told: str | None = None
    """Outlet that it was said to, by any of its names."""
    about: str | None = None
    """Words of the quotation, or a name in it."""
    kind: str | None = None
    """direct, mixed or indirect."""
    language: str | None = None
    """ISO 639-1 code of the document."""


def quotes(view: View, wanted: Wanted) -> list[Row]:
    """The quotations that are wanted, by date; each once, with its ``variants``.

    A row is that of the earliest variant with ``outlet``, ``published``, ``language`` and ``url`` of
    its document, ``role`` of its speaker, ``at`` (doc_id#c=start-stop), and how many ``pages``,
    ``outlets`` and independent ``origins`` have it. ``variants`` lists all places, its own first.

    Raises :class:`~letapis.errors.NotFound` for an outlet that the chronicle does not know and for a
    speaker that is only known as a private person.
    """
    chosen = _chosen(view, wanted)
    origins = Origins(view)
    groups: dict[str, list[Row]] = {}
    for row in view.rows("quotations"):
        own = f"{row['doc_id']}:{row['start']}"
        groups.setdefault(row["variant_of"] or own, []).append(row)
    found = [
        _entry(view, origins, members)
        for members in groups.values()
        if any((row["doc_id"], row["start"], row["stop"]) in chosen for row in members)
    ]
    return sorted(found, key=lambda row: (str(row["published"] or "9999"), row["at"]))


def _chosen(view: View, wanted: Wanted) -> set[tuple[str, int, int]]:
    """The quotations that fulfil every wish, by document and place."""
    rows: Iterable[Row] = view.rows("quotations")
    if wanted.kind:
        rows = [row for row in rows if row["kind"] == wanted.kind]
    if wanted.language:
        documents = view.index("documents", "doc_id")
        rows = [row for row in rows if documents[row["doc_id"]]["language"] == wanted.language]
    if wanted.told:
        outlet = archive.name(view, wanted.told)
        names = archive.learnt(view)
        rows = [row for row in rows if archive.named(names, row["told_to"]) == outlet]
    if wanted.speaker:
        rows = Persons(view).said_by(rows, wanted.speaker)
    if wanted.about:
        asked = About.of(view, wanted.about)
        rows = [row for row in rows if asked.within(row["text"])]
    return {(row["doc_id"], row["start"], row["stop"]) for row in rows}


def _entry(view: View, origins: Origins, members: Sequence[Row]) -> Row:
    documents = view.index("documents", "doc_id")

    def order(row: Row) -> tuple[bool, str, str, int]:
        when = documents[row["doc_id"]]["published"]
        return when is None, str(when), row["doc_id"], row["start"]

    members = sorted(members, key=order)
    first = members[0]
    document = documents[first["doc_id"]]
    entity = view.index("entities", "entity_id").get(first["speaker_entity"] or "", {})
    told = next((row["told_to"] for row in members if row["told_to"]), None)
    return {
        **first,
        "told_to": told,
        "role": entity.get("role"),
        "outlet": origins.outlet(first["doc_id"]),
        "published": document["published"],
        "language": document["language"],
        "url": document["url"],
        "at": place(first),
        **origins.count(row["doc_id"] for row in members),
        "variants": [_variant(origins, documents[row["doc_id"]], row) for row in members],
    }


def _variant(origins: Origins, document: Row, row: Row) -> Row:
    return {
        "at": place(row),
        "text": row["text"],
        "kind": row["kind"],
        "speaker": row["speaker"],
        "told_to": row["told_to"],
        "outlet": origins.outlet(row["doc_id"]),
        "language": document["language"],
        "published": document["published"],
        "url": document["url"],
    }
