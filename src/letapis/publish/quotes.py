"""Who said what, to whom: quotations, each once, with its variants and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from letapis.errors import NotFound
from letapis.publish import archive
from letapis.publish.about import About
from letapis.publish.origins import Origins, place
from letapis.publish.persons import PRIVATE, Persons, Veil
from letapis.publish.view import Row, View
from letapis.publish.when import Period

__all__ = ["SURE", "Found", "Wanted", "holds", "quotes"]

SURE = 0.55
"""The score from which on a quotation is listed, unless all are asked for: what somebody spoke of in
a noun phrase ("announced a new roof") stays below it."""


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
    period: Period = field(default_factory=Period)
    """When the document was published."""
    least: float = SURE
    """The score of a quotation that is listed, at least; 0 for all."""


@dataclass(frozen=True, slots=True)
class Found:
    """Quotations, how many were not judged since their documents have no date, how many are faint."""

    rows: list[Row]
    undated: int = 0
    faint: int = 0
    """How many of those that are wanted have a lower score."""


def quotes(view: View, wanted: Wanted) -> Found:
    """The quotations that are wanted, by date; each once, with its ``variants``.

    A row is that of the earliest variant with ``outlet``, ``published``, ``language`` and ``url`` of
    its document, ``role`` of its speaker, ``at`` (doc_id#c=start-stop), and how many ``pages``,
    ``outlets`` and independent ``origins`` have it. ``variants`` lists all places, its own first;
    ``asked`` says of each whether it is itself as wanted, or only another form of one that is.
    The words for a speaker lack the name of a private person. One whose wanted forms all have a
    score below ``wanted.least`` is left out, and counted in ``faint``.

    Raises :class:`~letapis.errors.NotFound` for an outlet that the chronicle does not know and for a
    speaker or subject that is only known as a private person.
    """
    chosen, undated = _chosen(view, wanted)
    origins, veil = Origins(view), Veil(view)
    groups: dict[str, list[Row]] = {}
    wished: set[str] = set()
    for row in view.rows("quotations"):
        own = f"{row['doc_id']}:{row['start']}"
        groups.setdefault(row["variant_of"] or own, []).append(row)
        if (row["doc_id"], row["start"], row["stop"]) in chosen:
            wished.add(row["variant_of"] or own)
    sure = [name for name in wished if _score(groups[name], chosen) >= wanted.least]
    found = [_entry(view, origins, veil, groups[name], chosen) for name in sure]
    found.sort(key=lambda row: (str(row["published"] or "9999"), row["at"]))
    return Found(found, undated, len(wished) - len(sure))


def _score(members: Sequence[Row], chosen: set[tuple[str, int, int]]) -> float:
    """The best score of those of its forms that are wanted."""
    wanted = (row for row in members if (row["doc_id"], row["start"], row["stop"]) in chosen)
    return max((float(row["score"]) for row in wanted), default=0.0)


def holds(view: View) -> str:
    """What a chronicle has in the way of quotations, for somebody who asked and found none."""
    rows = view.rows("quotations")
    if not rows:
        return "the chronicle has no quotations" + ("" if view.rows("documents") else ": it has no documents")
    documents = view.index("documents", "doc_id")
    pages = [documents[doc_id] for doc_id in {row["doc_id"] for row in rows}]
    days = sorted(page["published"] for page in pages if page["published"])
    span = f", {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d}" if days else ""
    tongues = Counter(page["language"] or "unclear" for page in pages)
    languages = ", ".join(name for name, _ in tongues.most_common())
    entities = view.index("entities", "entity_id")
    said = Counter(row["speaker_entity"] for row in rows if row["speaker_entity"] in entities)
    names = ", ".join(f"{entities[one]['name']} ({count})" for one, count in said.most_common(8))
    return (
        f"the chronicle has {len(rows):,} quotations on {len(pages):,} pages{span}; languages: {languages}; "
        f"quoted most: {names or 'nobody with a public role'}"
    )


def _chosen(view: View, wanted: Wanted) -> tuple[set[tuple[str, int, int]], int]:
    """The quotations that fulfil every wish, by document and place; and how many have no date."""
    rows: list[Row] = list(view.rows("quotations"))
    documents = view.index("documents", "doc_id")
    if wanted.kind:
        rows = [row for row in rows if row["kind"] == wanted.kind]
    if wanted.language:
        rows = [row for row in rows if documents[row["doc_id"]]["language"] == wanted.language]
    if wanted.told:
        outlet = archive.name(view, wanted.told)
        names = archive.learnt(view)
        rows = [row for row in rows if archive.named(names, row["told_to"]) == outlet]
    if wanted.speaker:
        rows = Persons(view).said_by(rows, wanted.speaker)
    if wanted.about:
        rows = _about(view, rows, wanted.about)
    pages, undated = wanted.period.among(documents[doc_id] for doc_id in {row["doc_id"] for row in rows})
    if wanted.period != Period():
        here = {page["doc_id"] for page in pages}
        undated = sum(documents[row["doc_id"]]["published"] is None for row in rows) if undated else 0
        rows = [row for row in rows if row["doc_id"] in here]
    return {(row["doc_id"], row["start"], row["stop"]) for row in rows}, undated


def _about(view: View, rows: Iterable[Row], words: str) -> list[Row]:
    """Quotations that speak of what is asked; not those that do so by a private person's name alone."""
    asked, veil, documents = About.of(view, words), Veil(view), view.index("documents", "doc_id")
    found, held = [], False
    for row in rows:
        if not asked.likely(row["text"]) or not asked.within(row["text"]):
            continue
        text = documents[row["doc_id"]]["text"]
        if not veil.spans(row["doc_id"]) or asked.within(
            veil.covered(row["doc_id"], row["start"], row["stop"], text)
        ):
            found.append(row)
        else:
            held = True
    if not found and held:
        raise NotFound(PRIVATE)
    return found


def _entry(
    view: View, origins: Origins, veil: Veil, members: Sequence[Row], chosen: set[tuple[str, int, int]]
) -> Row:
    documents = view.index("documents", "doc_id")

    def order(row: Row) -> tuple[bool, str, str, int]:
        when = documents[row["doc_id"]]["published"]
        return when is None, str(when), row["doc_id"], row["start"]

    members = sorted(members, key=order)
    first = members[0]
    document = documents[first["doc_id"]]
    entity = view.index("entities", "entity_id").get(first["speaker_entity"] or "", {})
    return {
        **first,
        **_speaker(view, veil, first),
        "told_to": next((row["told_to"] for row in members if row["told_to"]), None),
        "role": entity.get("role"),
        "outlet": origins.outlet(first["doc_id"]),
        "published": document["published"],
        "language": document["language"],
        "url": document["url"],
        "at": place(first),
        **origins.count(row["doc_id"] for row in members),
        "variants": [
            {
                **_variant(view, origins, veil, row),
                "asked": (row["doc_id"], row["start"], row["stop"]) in chosen,
            }
            for row in members
        ],
    }


def _speaker(view: View, veil: Veil, row: Row) -> Row:
    """The speaker as a list may show it."""
    shown = row["speaker_entity"] is not None or view.chronicle.settings.include_private
    told = row["reasons"] or []
    if not shown and veil.hidden(row):
        # what a reason observed may be the name
        told = [one if one["detail"] == row["cue"] else {**one, "detail": ""} for one in told]
    return {
        "speaker": veil.speaker(row),
        "speaker_name": row["speaker_name"] if shown else None,
        "reasons": told,
    }


def _variant(view: View, origins: Origins, veil: Veil, row: Row) -> Row:
    document = view.index("documents", "doc_id")[row["doc_id"]]
    return {
        "at": place(row),
        "text": row["text"],
        "kind": row["kind"],
        "speaker": veil.speaker(row),
        "told_to": row["told_to"],
        "outlet": origins.outlet(row["doc_id"]),
        "language": document["language"],
        "published": document["published"],
        "url": document["url"],
    }
