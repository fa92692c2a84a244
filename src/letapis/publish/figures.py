"""Figures: what was counted, and who gave the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from letapis.errors import NotFound
from letapis.publish.about import About
from letapis.publish.origins import Origins, bounds, place, short
from letapis.publish.persons import PRIVATE, Veil
from letapis.publish.view import Row, View
from letapis.publish.when import Period

__all__ = ["Counts", "Wanted", "figures", "holds", "told"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are wanted; what is None does not matter."""

    about: str | None = None
    """Words of the sentence, or a name in it."""
    unit: str | None = None
    """A unit or a currency."""
    language: str | None = None
    """ISO 639-1 code of the document."""
    period: Period = field(default_factory=Period)
    """When the document was published."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures, and how many were not judged since their documents have no date."""

    rows: list[Row]
    undated: int = 0


def figures(view: View, wanted: Wanted | None = None) -> Counts:
    """Figures whose sentence speaks of what is asked, by date.

    Each is a row of ``figures`` with its ``sentence``, ``outlet``, ``origin`` (the report its page
    mainly carries, else the page), ``published``, ``language``, ``url``, ``at``, and of the quotation
    or reported clause that it is part of ``speaker`` and ``role`` (None: the text itself reports it).

    Raises :class:`~letapis.errors.NotFound` where only the names of private persons are as asked.
    """
    wanted = wanted or Wanted()
    rows = _chosen(view, wanted)
    documents = view.index("documents", "doc_id")
    rows, undated = _when(view, rows, wanted.period)
    if wanted.about:
        rows = _about(view, rows, wanted.about)
    known = _Known(view)
    found = []
    for row in rows:
        page = documents[row["doc_id"]]
        text = page["text"]
        first, last = bounds(text, row["start"], row["stop"], short(page["language"]))
        found.append({**known.full(row), "sentence": " ".join(text[first:last].split())})
    return Counts(sorted(found, key=lambda row: (str(row["published"] or "9999"), row["at"])), undated)


def told(view: View) -> list[Row]:
    """Every figure that has a value, as :func:`figures` gives it, without its sentence."""
    known = _Known(view)
    return [known.full(row) for row in view.rows("figures") if row["low"] is not None]


def holds(view: View) -> str:
    """What a chronicle has in the way of figures, for somebody who asked and found none."""
    rows = view.rows("figures")
    if not rows:
        return "the chronicle has no figures" + ("" if view.rows("documents") else ": it has no documents")
    documents = view.index("documents", "doc_id")
    days = sorted(
        documents[doc_id]["published"]
        for doc_id in {row["doc_id"] for row in rows}
        if documents[doc_id]["published"]
    )
    span = f", {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d}" if days else ""
    units = Counter(row["currency"] or row["unit"] for row in rows if row["currency"] or row["unit"])
    some = ", ".join(f"{unit} ({count:,})" for unit, count in units.most_common(8))
    pages = len({row["doc_id"] for row in rows})
    return f"the chronicle has {len(rows):,} figures on {pages:,} pages{span}; in {some or 'no unit'}"


class _Known:
    """What stands around figures."""

    def __init__(self, view: View) -> None:
        self._view, self._origins, self._veil = view, Origins(view), Veil(view)
        self._documents = view.index("documents", "doc_id")
        self._entities = view.index("entities", "entity_id")
        self._quoted = {f"{row['doc_id']}:{row['start']}": row for row in view.rows("quotations")}
        self._speakers: dict[str, Row] = {}

    def full(self, row: Row) -> Row:
        document = self._documents[row["doc_id"]]
        return {
            **row,
            **self._speaker(row["said"]),
            "outlet": self._origins.outlet(row["doc_id"]),
            "origin": self._origins.of(row["doc_id"]),
            "carried": self._origins.carries(row["doc_id"]),
            "published": document["published"],
            "language": document["language"],
            "url": document["url"],
            "at": place(row),
        }

    def _speaker(self, said: str | None) -> Row:
        """Who says it, without the name of a private person."""
        if said is None or said not in self._quoted:
            return {"speaker": None, "role": None, "speaker_entity": None, "told_to": None, "quoted": None}
        if said not in self._speakers:
            one = self._quoted[said]
            entity = self._entities.get(one["speaker_entity"] or "", {})
            self._speakers[said] = {
                "speaker": entity.get("name") or self._veil.speaker(one),
                "role": entity.get("role"),
                "speaker_entity": one["speaker_entity"],
                "told_to": one["told_to"],
                "quoted": place(one),
            }
        return self._speakers[said]


def _chosen(view: View, wanted: Wanted) -> list[Row]:
    rows = view.rows("figures")
    if wanted.unit:
        unit = wanted.unit.strip().casefold()
        rows = [
            row
            for row in rows
            if unit in (str(row["unit"] or "").casefold(), str(row["currency"] or "").casefold())
        ]
    if wanted.language:
        documents = view.index("documents", "doc_id")
        rows = [row for row in rows if documents[row["doc_id"]]["language"] == wanted.language]
    return rows


def _when(view: View, rows: list[Row], period: Period) -> tuple[list[Row], int]:
    if period == Period():
        return rows, 0
    documents = view.index("documents", "doc_id")
    pages, undated = period.among(documents[doc_id] for doc_id in {row["doc_id"] for row in rows})
    here = {page["doc_id"] for page in pages}
    count = sum(documents[row["doc_id"]]["published"] is None for row in rows) if undated else 0
    return [row for row in rows if row["doc_id"] in here], count


def _about(view: View, rows: Iterable[Row], words: str) -> list[Row]:
    """Figures whose sentence speaks of what is asked; not those that do so by a private name alone."""
    asked, veil, documents = About.of(view, words), Veil(view), view.index("documents", "doc_id")
    pages: dict[str, list[Row]] = {}
    for row in rows:
        pages.setdefault(row["doc_id"], []).append(row)
    found, held = [], False
    for doc_id, those in pages.items():
        text = documents[doc_id]["text"]
        if not asked.likely(text):
            continue
        for row in those:
            first, last = bounds(text, row["start"], row["stop"], short(documents[doc_id]["language"]))
            if not asked.within(text[first:last]):
                continue
            if veil.spans(doc_id) and not asked.within(veil.covered(doc_id, first, last, text)):
                held = True
            else:
                found.append(row)
    if not found and held:
        raise NotFound(PRIVATE)
    return found
