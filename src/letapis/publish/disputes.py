"""Counts of the same thing for which different values are given, the values side by side."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import combinations

from letapis.publish.alike import Link, groups, source
from letapis.publish.context import Context, Reader
from letapis.publish.figures import Counts, Wanted, figures, told
from letapis.publish.origins import page, sentence, short
from letapis.publish.range import Range, clash
from letapis.publish.view import Row, View

__all__ = ["disputed"]

_MANY = 120
"""Different values of one count that are compared with each other."""
_REASONS = 12


def disputed(view: View, wanted: Wanted | None = None) -> Counts:
    """Counts of the same thing of which not all values can be true; at least one figure is as wanted.

    A row has what is ``counted``, in what (``measure``, ``per``), the ``names`` that its sentences
    share, ``kind`` and ``values``, those first that were published first. ``kind`` is ``copy`` where
    pages of one report read otherwise, ``revised`` where one speaker gives another value later, and
    else ``disputed``. Each value has ``low``, ``high``, ``qualifier``, how many ``pages``,
    ``outlets`` and independent ``origins`` give it, whether it ``clashes`` with another, and its
    ``places``: who says it or that the text reports it, outlet, date, address, passage and sentence.
    Values are never averaged, and none is called right. ``reasons`` say why they are taken to count
    the same thing: see :mod:`letapis.publish.alike`.
    """
    rows = told(view)
    documents: dict[str, list[Row]] = {}
    for row in rows:
        documents.setdefault(row["doc_id"], []).append(row)
    reader = Reader(view)
    contexts = [reader.read(row, documents[row["doc_id"]]) for row in rows]
    asked: Container[str] | None = None
    undated = 0
    if wanted is not None and wanted != Wanted():
        counts = figures(view, wanted)
        asked, undated = {row["at"] for row in counts.rows}, counts.undated
    found = []
    for numbers, links in groups(rows, contexts, len(view.rows("documents"))):
        if asked is None or any(rows[n]["at"] in asked for n in numbers):
            made = _row(view, [rows[n] for n in numbers], [contexts[n] for n in numbers], links)
            found += [made] if made else []
    found.sort(key=_first)
    return Counts(found, undated)


def _first(row: Row) -> tuple[str, str]:
    value = row["values"][0]
    return str(value["published"] or "9999"), value["places"][0]["at"]


def _row(view: View, rows: Sequence[Row], contexts: Sequence[Context], links: Sequence[Link]) -> Row | None:
    """One dispute; None where all the values can be true at once."""
    values: dict[tuple[float, float, str], list[Row]] = {}
    for row in sorted(rows, key=_time):
        values.setdefault((row["low"], row["high"], row["qualifier"]), []).append(row)
    ranges = [(key, Range.of(those[0])) for key, those in values.items()][:_MANY]
    pairs = [(a, b) for (a, one), (b, other) in combinations(ranges, 2) if clash(one, other)]
    if not pairs:
        return None
    clashing = {key for pair in pairs for key in pair}
    entities = view.index("entities", "entity_id")
    names = frozenset[str]().union(*(one.names for one in contexts))
    shared = [name for name in sorted(names) if sum(name in one.names for one in contexts) > 1]
    first = next((one for one in contexts if one.thing), contexts[0])
    return {
        "kind": _kind(pairs, values),
        "counted": next((row["counted"] for row in rows if row["counted"]), None),
        "thing": first.thing or None,
        "measure": first.measure[0] or None,
        "per": first.measure[1] or None,
        "names": [entities[name]["name"] for name in shared if name in entities],
        "values": [_value(view, those, key in clashing) for key, those in values.items()],
        "reasons": _reasons(links, entities, first, rows),
    }


def _kind(pairs: Sequence[tuple[object, object]], values: dict[tuple[float, float, str], list[Row]]) -> str:
    """Whether copies differ, one speaker gave another value later, or sources are at odds."""
    sides = [(values[a], values[b]) for a, b in pairs]  # type: ignore[index]
    pages = [({row["doc_id"] for row in one}, {row["doc_id"] for row in other}) for one, other in sides]
    origins = {row["origin"] for one, other in sides for row in (*one, *other)}
    if len(origins) == 1 and not any(one & other for one, other in pages):
        return "copy"
    speakers = [{source(row) for row in one} | {source(row) for row in other} for one, other in sides]
    if all(len(found) == 1 and "" not in found for found in speakers):
        return "revised"
    return "disputed"


def _value(view: View, rows: Sequence[Row], clashes: bool) -> Row:
    first = rows[0]
    documents = view.index("documents", "doc_id")
    places = [
        {
            "speaker": row["speaker"],
            "role": row["role"],
            "reported": row["said"] is None,
            "outlet": row["outlet"],
            "published": row["published"],
            "language": row["language"],
            "at": row["at"],
            "url": row["url"],
            "surface": row["surface"],
            "sentence": sentence(
                documents[row["doc_id"]]["text"], row["start"], row["stop"], short(row["language"])
            ),
        }
        for row in rows
    ]
    return {
        "low": first["low"],
        "high": first["high"],
        "qualifier": first["qualifier"],
        "clashes": clashes,
        "published": min((row["published"] for row in rows if row["published"]), default=None),
        "pages": len({page(documents[row["doc_id"]]) for row in rows}),
        "outlets": len({row["outlet"] for row in rows}),
        "origins": len({row["origin"] for row in rows}),
        "places": places,
    }


def _reasons(
    links: Sequence[Link], entities: dict[str, Row], first: Context, rows: Sequence[Row]
) -> list[Row]:
    """What speaks for it that all count the same thing, each once."""
    found: list[Row] = []
    measure = " per ".join(part for part in first.measure if part)
    if measure:
        found.append({"feature": "measure", "value": 1.0, "detail": measure})
    if first.thing:
        found.append({"feature": "thing", "value": 1.0, "detail": first.thing})
    days = [row["published"] for row in rows if row["published"]]
    if days:
        span = (max(days) - min(days)).days
        found.append({"feature": "days_apart", "value": float(span), "detail": str(span)})
    for link in sorted(links, key=lambda one: (-one.score, one.first)):
        detail = link.detail
        if link.feature == "names":
            detail = ", ".join(entities[name]["name"] for name in detail.split() if name in entities)
        reason = {"feature": link.feature, "value": round(link.score, 2), "detail": detail}
        if reason not in found and len(found) < _REASONS:
            found.append(reason)
    return found


def _time(row: Row) -> tuple[bool, str, str, int]:
    return row["published"] is None, str(row["published"]), row["doc_id"], row["start"]
