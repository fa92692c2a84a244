"""One person, organisation, place or outlet: its names, roles, mentions and words."""

from __future__ import annotations

from collections import Counter

from letapis.publish.origins import Origins, place, sentence, short
from letapis.publish.persons import Persons
from letapis.publish.privacy import same
from letapis.publish.view import Row, View

__all__ = ["entity", "holds"]

_APART = 20
"""Others of a like name that are listed."""


def entity(view: View, asked: str) -> list[Row]:
    """What the chronicle has on everybody and everything that is called so.

    A row is one of ``entities`` with how it was ``found``, how many ``pages``, ``outlets`` and
    ``origins`` name it, its ``languages`` (mentions by language), the ``first`` and ``last`` day, its
    ``roles`` (each with count and the sentences that say so), ``mentions`` (each with its place),
    ``quotations``, and ``apart``: others of a like name that stay apart, with why. Names that may be
    one and are not joined surely stand in rows of their own.

    Raises :class:`~letapis.errors.NotFound` as :meth:`~letapis.publish.persons.Persons.find` does.
    """
    persons = Persons(view)
    origins = Origins(view)
    found = persons.find(asked)
    near = {row["entity_id"]: row for rows in persons.alike(asked) for row in rows}
    return [_entry(view, origins, row, list(near.values())) for row in found]


def holds(view: View) -> str:
    """What a chronicle has in the way of entities, for somebody who asked and found none."""
    rows = view.rows("entities")
    if not rows:
        return "the chronicle has no entities" + ("" if view.rows("documents") else ": it has no documents")
    kinds = Counter(row["kind"] for row in rows)
    often = sorted(rows, key=lambda row: (-_count(row), row["entity_id"]))[:8]
    counts = ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common())
    names = ", ".join(f"{row['name']} ({_count(row):,})" for row in often)
    return f"the chronicle has entries for {counts}; named most: {names}"


def _entry(view: View, origins: Origins, row: Row, near: list[Row]) -> Row:
    documents = view.index("documents", "doc_id")
    named = view.groups("mentions", "entity_id").get(row["entity_id"], [])
    days = sorted(day for one in named if (day := documents[one["doc_id"]]["published"]))
    languages = Counter(documents[one["doc_id"]]["language"] for one in named)
    mentions = [
        {
            "at": place(one),
            "surface": one["surface"],
            "outlet": origins.outlet(one["doc_id"]),
            "published": documents[one["doc_id"]]["published"],
            "language": documents[one["doc_id"]]["language"],
            "url": documents[one["doc_id"]]["url"],
            "score": one["score"],
            "reasons": one["reasons"],
        }
        for one in named
    ]
    mentions.sort(key=lambda one: (str(one["published"] or "9999"), one["at"]))
    return {
        **row,
        **origins.count(one["doc_id"] for one in named),
        "languages": dict(languages.most_common()),
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "roles": _roles(view, origins, row, named),
        "mentions": mentions,
        "quotations": _quotations(view, origins, row),
        "apart": [_apart(row, other) for other in near if other["entity_id"] != row["entity_id"]][:_APART],
    }


def _roles(view: View, origins: Origins, row: Row, named: list[Row]) -> list[Row]:
    """The public roles that texts give, those given most often first, with the sentences that do."""
    if row["kind"] != "person":
        return []
    documents, spots = view.index("documents", "doc_id"), view.groups("spots", "doc_id")
    groups: dict[str, list[tuple[str, Row]]] = {}
    pages = {one["doc_id"] for one in named}
    given = {
        (spot["doc_id"], spot["start"], spot["stop"]): spot["role"]
        for doc_id in pages
        for spot in spots.get(doc_id, ())
        if spot["role"]
    }
    for one in named:
        role = given.get((one["doc_id"], one["start"], one["stop"]))
        if role:
            groups.setdefault(" ".join(same(role)), []).append((role, one))
    found = []
    for members in groups.values():
        members.sort(
            key=lambda pair: (str(documents[pair[1]["doc_id"]]["published"] or "9999"), place(pair[1]))
        )
        ids = {one["doc_id"] for _, one in members}
        days = [day for doc_id in ids if (day := documents[doc_id]["published"])]
        found.append(
            {
                "role": Counter(role for role, _ in members).most_common(1)[0][0],
                "count": len(members),
                **origins.count(ids),
                "first": min(days, default=None),
                "last": max(days, default=None),
                "says_so": [_says(view, origins, one) for _, one in members[:5]],
            }
        )
    return sorted(found, key=lambda one: (-one["pages"], one["role"]))


def _when(view: View, one: Row) -> tuple[str, str]:
    return str(view.index("documents", "doc_id")[one["doc_id"]]["published"] or "9999"), place(one)


def _says(view: View, origins: Origins, one: Row) -> Row:
    document = view.index("documents", "doc_id")[one["doc_id"]]
    return {
        "at": place(one),
        "sentence": sentence(document["text"], one["start"], one["stop"], short(document["language"])),
        "outlet": origins.outlet(one["doc_id"]),
        "published": document["published"],
        "url": document["url"],
    }


def _quotations(view: View, origins: Origins, row: Row) -> list[Row]:
    """What it said, each once, by date."""
    documents = view.index("documents", "doc_id")
    groups: dict[str, list[Row]] = {}
    for one in view.groups("quotations", "speaker_entity").get(row["entity_id"], ()):
        groups.setdefault(one["variant_of"] or f"{one['doc_id']}:{one['start']}", []).append(one)
    found = []
    for members in groups.values():
        members = sorted(members, key=lambda one: _when(view, one))
        first = members[0]
        document = documents[first["doc_id"]]
        found.append(
            {
                "at": place(first),
                "text": first["text"],
                "kind": first["kind"],
                "told_to": next((one["told_to"] for one in members if one["told_to"]), None),
                "outlet": origins.outlet(first["doc_id"]),
                "published": document["published"],
                "language": document["language"],
                "url": document["url"],
                **origins.count(one["doc_id"] for one in members),
                "also": [place(one) for one in members[1:]],
            }
        )
    return sorted(found, key=lambda one: (str(one["published"] or "9999"), one["at"]))


def _apart(row: Row, other: Row) -> Row:
    """Another of a like name, and what speaks for keeping the two apart or is not enough to join them."""
    why = []
    if row["kind"] != other["kind"]:
        why.append({"feature": "kind", "value": 1.0, "detail": f"{row['kind']}, and {other['kind']}"})
    mine, yours = (max(_words(one), key=len) for one in (row, other))
    if len(mine) > 1 and len(yours) > 1 and not (set(mine) & set(yours) >= set(mine[:1])):
        why.append({"feature": "given_name", "value": 1.0, "detail": f"{row['name']}, and {other['name']}"})
    if row["role"] and other["role"] and same(row["role"]) != same(other["role"]):
        why.append({"feature": "role", "value": 1.0, "detail": f"{row['role']}, and {other['role']}"})
    unsure = [reason for reason in other["reasons"] or () if reason["feature"] in ("ambiguous", "surname")]
    why += unsure[:2]
    if not why:
        why.append({"feature": "nothing_joins", "value": 0.0, "detail": "no text names it by both names"})
    return {
        "entity_id": other["entity_id"],
        "kind": other["kind"],
        "name": other["name"],
        "role": other["role"],
        "count": _count(other),
        "reasons": why,
    }


def _words(row: Row) -> list[list[str]]:
    return [same(name["form"]) for name in row["names"] or ()] or [same(row["name"])]


def _count(row: Row) -> int:
    return sum(name["count"] for name in row["names"] or ())
