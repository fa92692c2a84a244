"""The one way to look into a chronicle: its rows, with what is withheld left out.

Commands, pages, answers and exports read through a :class:`View` and never from the store, so that
what is withheld is withheld everywhere, in what exists and in what will be added.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from letapis import tables
from letapis.errors import NotFound, UsageError
from letapis.publish import hide, privacy
from letapis.publish.mask import Mask
from letapis.store.chronicle import Chronicle
from letapis.store.desk import Withheld

__all__ = ["Row", "View"]

Row = dict[str, Any]

_FINDINGS = frozenset(
    {"amounts", "citations", "dates", "figures", "mentions", "quotations", "quoted", "regions", "spots"}
)
_JOINED = frozenset({"mentions", "quotations", "spots"})
"""Tables whose rows may name an entity."""
_IDS = frozenset(
    {
        "doc_id",
        "capture_id",
        "report_id",
        "original",
        "earlier",
        "later",
        "suggestion_id",
        "subject",
        "other",
        "docs",
        "story_id",
        "a",
        "b",
    }
)


class View:
    """A chronicle as anyone may see it."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.chronicle = chronicle
        self._kept: dict[str, list[Row]] = {}
        self._indexes: dict[tuple[str, str], dict[str, Row]] = {}
        self._groups: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._texts: dict[str, str] | None = None

    @cached_property
    def mask(self) -> Mask:
        """What is withheld, as it was when the view was first asked."""
        withheld = self.chronicle.desk.withheld()
        if not withheld:
            return Mask([], {})
        rows = self.chronicle.tables.read("documents").to_pylist()
        texts = {row["doc_id"]: (row["text"] or "", row["title"] or "", *_residue(row)) for row in rows}
        return Mask(withheld, texts, _documents(withheld, rows))

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in a fixed order, as plain values."""
        if table not in self._kept:
            if table not in tables.TABLES:
                raise NotFound(f"no table is called {table}; there are {', '.join(sorted(tables.TABLES))}")
            found = self._read(table)
            order = tables.KEYS.get(table, ("doc_id", "start", "stop"))
            found.sort(key=lambda row: tuple(_sortable(row.get(name)) for name in order))
            self._kept[table] = [row for row in (self._show(table, r) for r in found) if row is not None]
        return self._kept[table]

    def history(self, table: str) -> list[Row]:
        """The rows of all states of a table, each once, with the number of its first state.

        What is withheld now is withheld in the past states too.
        """
        seen: dict[str, Row] = {}
        for version in range(self.chronicle.tables.version(table) + 1):
            for row in self.chronicle.tables.read(table, version).to_pylist():
                shown = self._show(table, row)
                if table == "entities" and shown is not None and shown["entity_id"] not in self._entities:
                    # it has no entry now; what it was called then would make one of the past
                    continue
                if shown is not None:
                    seen.setdefault(repr(shown), {**shown, "_version": version})
        return list(seen.values())

    def index(self, table: str, key: str) -> dict[str, Row]:
        """The rows of a table by one of its columns, made once a view."""
        if (table, key) not in self._indexes:
            self._indexes[table, key] = {row[key]: row for row in self.rows(table)}
        return self._indexes[table, key]

    def groups(self, table: str, key: str) -> dict[str, list[Row]]:
        """The rows of a table that have each value of one of its columns, made once a view."""
        if (table, key) not in self._groups:
            found: dict[str, list[Row]] = {}
            for row in self.rows(table):
                found.setdefault(row[key], []).append(row)
            self._groups[table, key] = found
        return self._groups[table, key]

    def document(self, prefix: str) -> Row:
        """The document whose id begins with ``prefix``."""
        return self._one("documents", "doc_id", prefix, "document")

    def report(self, prefix: str) -> Row:
        """The report whose id begins with ``prefix``."""
        return self._one("reports", "report_id", prefix, "report")

    def raw(self, document: Row) -> str:
        """The document's stretch of the record it was read from, with what is withheld blotted out.

        Raises :class:`~letapis.errors.NotFound` for a withheld document: its bytes stay as evidence
        in the chronicle and are not shown.
        """
        if document["withheld"]:
            raise NotFound(
                f"{document['doc_id']} is withheld: {document['withheld']}; its bytes are kept, not shown"
            )
        capture = self.index("captures", "capture_id")[document["capture_id"]]
        payload = self.chronicle.archive(capture["file"], capture["offset"])
        return hide.record(payload, capture["format"], document, self.mask)

    def _one(self, table: str, key: str, prefix: str, what: str) -> Row:
        if not prefix:
            raise UsageError(f"name a {what} by its id or the beginning of it")
        found = [row for row in self.rows(table) if row[key].startswith(prefix)]
        if len(found) == 1:
            return found[0]
        where = self.chronicle.folder
        if not found:
            raise NotFound(f"no {what} in {where} has an id that begins with {prefix}")
        some = ", ".join(row[key] for row in found[:4])
        raise NotFound(f"{len(found)} {what}s in {where} begin with {prefix}: {some} …; give more of the id")

    def _read(self, table: str) -> list[Row]:
        if table == "entities":
            return list(self._entities.values())
        return self._verdicts() if table == "verdicts" else self.chronicle.tables.read(table).to_pylist()

    @cached_property
    def _entities(self) -> dict[str, Row]:
        """The entities that have an entry, by id: as the mentions that are shown have them."""
        rows = self.chronicle.tables.read("entities").to_pylist()
        if not self.mask.empty:
            forms, roles = self._shown_names()
            made = (
                privacy.entity(row, self.mask, forms[row["entity_id"]], roles[row["entity_id"]])
                for row in rows
            )
            rows = [row for row in made if row is not None]
        everybody = self.chronicle.settings.include_private
        return {row["entity_id"]: row for row in rows if everybody or privacy.public(row)}

    def _shown_names(self) -> tuple[dict[str, Counter[str]], dict[str, dict[str, str | None]]]:
        """By entity: the forms of its name that are shown, and the roles that are, by their stems."""
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        roles: dict[str, dict[str, str | None]] = defaultdict(dict)
        named: dict[tuple[str, int, int], str] = {}
        for row in self.chronicle.tables.read("mentions").to_pylist():
            place = (row["doc_id"], row["start"], row["stop"])
            hidden = row["doc_id"] in self.mask.documents or self.mask.overlap(*place)
            if row["entity_id"] and not hidden:
                forms[row["entity_id"]][row["surface"]] += 1
                named[place] = row["entity_id"]
        for row in self.chronicle.tables.read("spots").to_pylist():
            known = named.get((row["doc_id"], row["start"], row["stop"]))
            if known and row["role"]:
                roles[known].setdefault(" ".join(privacy.same(row["role"])), row["role"])
        return forms, roles

    @cached_property
    def _places(self) -> frozenset[tuple[str, int, int]]:
        """Where the names stand that have an entry."""
        return frozenset(
            (row["doc_id"], row["start"], row["stop"]) for row in self.rows("mentions") if row["entity_id"]
        )

    def _verdicts(self) -> list[Row]:
        """What stands on the desk now, also where no step has taken it up yet."""
        said = self.chronicle.desk.verdicts()
        known = set(self.chronicle.tables.read("documents")["doc_id"].to_pylist()) if said else set()
        rows = [tables.row(verdict) for verdict in said]
        for row in rows:
            if row["state"] == "stands" and not known.issuperset(row["docs"]):
                row["state"] = "idle"
        return rows

    def _show(self, table: str, row: Row) -> Row | None:
        shown = self._open(table, row)
        if shown is None or table not in _JOINED:
            return shown
        places = self._places if table == "spots" else ()
        if table == "quotations" and row["doc_id"] in self.mask.spans:
            shown = hide.speaker(shown, self._said(row["doc_id"]))
        return privacy.apart(table, shown, self._entities, places)

    def _open(self, table: str, row: Row) -> Row | None:
        """The row with what is withheld left out; None where all of it is."""
        mask = self.mask
        if mask.empty:
            return row
        if row.get("doc_id") in mask.documents and table in _FINDINGS:
            return None
        shown = {name: value if name in _IDS else mask.value(value) for name, value in row.items()}
        if table == "documents":
            return hide.document(row, shown, mask)
        if table == "restorations":
            return hide.restoration(row, shown, mask)
        if table == "reports":
            return hide.report(row, shown, mask, self._said)
        if table in ("captures", "set_aside") and row["capture_id"] in self._captures:
            shown["uri" if table == "captures" else "detail"] = "withheld"
        if table == "verdicts":
            return hide.verdict(row, shown, mask)
        return hide.finding(row, shown, mask)

    def _said(self, doc_id: str) -> str:
        """The words of a document that may be shown, folded, with single spaces around them."""
        if self._texts is None:
            self._texts = {
                row["doc_id"]: hide.folded(f"{row['title'] or ''} {row['text']}")
                for row in self.rows("documents")
            }
        return self._texts.get(doc_id, "")

    @cached_property
    def _captures(self) -> frozenset[str]:
        """Captures that a withheld document was read from."""
        return frozenset(
            row["capture_id"]
            for row in self.chronicle.tables.read("documents").to_pylist()
            if row["doc_id"] in self.mask.documents
        )


def _documents(withheld: Sequence[Withheld], rows: Sequence[Row]) -> dict[str, str]:
    """The documents that are withheld: those named, and those with the same address or the same text."""
    reasons = {item.target: item.reason for item in withheld if item.kind == "document"}
    named = [row for row in rows if row["doc_id"] in reasons]
    alike = {row["url"]: reasons[row["doc_id"]] for row in named if row["url"]}
    same = {row["text"]: reasons[row["doc_id"]] for row in named if row["text"]}
    for row in rows:
        reason = alike.get(row["url"]) or same.get(row["text"])
        if reason:
            reasons.setdefault(row["doc_id"], reason)
    return reasons


def _residue(row: Row) -> Iterable[str]:
    return (item["surface"] for item in row["residue"] or ())


def _sortable(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if isinstance(value, int | float) else str(value or ""))
