"""The one way to look into a chronicle: its rows, with what is withheld left out.

Commands, pages, answers and exports read through a :class:`View` and never from the store, so that
what is withheld is withheld everywhere, in what exists and in what will be added.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from letapis import tables
from letapis.errors import NotFound, UsageError
from letapis.publish.mask import Mask, blot
from letapis.store.chronicle import Chronicle

__all__ = ["Row", "View"]

Row = dict[str, Any]

_BLANK = ("url", "canonical_url", "title", "source_id", "published_local")
_FINDINGS = frozenset({"citations", "quotations", "figures", "dates", "mentions"})
_IDS = frozenset(
    {
        "doc_id",
        "capture_id",
        "report_id",
        "original",
        "earlier",
        "later",
        "suggestion_id",
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

    @cached_property
    def mask(self) -> Mask:
        """What is withheld, as it was when the view was first asked."""
        withheld = self.chronicle.desk.withheld()
        texts: dict[str, tuple[str, ...]] = {}
        if any(item.kind in ("document", "entity") for item in withheld):
            for row in self.chronicle.tables.read("documents").to_pylist():
                texts[row["doc_id"]] = (row["text"] or "", row["title"] or "", *_residue(row))
        return Mask(withheld, texts)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in a fixed order, as plain values."""
        if table not in self._kept:
            if table not in tables.TABLES:
                raise NotFound(f"no table is called {table}; there are {', '.join(sorted(tables.TABLES))}")
            found = self.chronicle.tables.read(table).to_pylist()
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
                if shown is not None:
                    seen.setdefault(repr(shown), {**shown, "_version": version})
        return list(seen.values())

    def index(self, table: str, key: str) -> dict[str, Row]:
        """The rows of a table by one of its columns."""
        return {row[key]: row for row in self.rows(table)}

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
        from letapis.text.decode import decode

        capture = self.index("captures", "capture_id")[document["capture_id"]]
        text = decode(self.chronicle.archive(capture["file"], capture["offset"])).text
        return self.mask.text(text[document["raw_start"] : document["raw_stop"]] if _plain(capture) else text)

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

    def _show(self, table: str, row: Row) -> Row | None:
        mask = self.mask
        if mask.empty:
            return row
        hidden = row.get("doc_id") in mask.documents
        if hidden and table in _FINDINGS:
            return None
        shown = {name: value if name in _IDS else mask.value(value) for name, value in row.items()}
        if table == "documents" and hidden:
            return _emptied(shown, mask.documents[row["doc_id"]])
        if table == "restorations":
            spans = [(s["start"], s["stop"]) for s in row["segments"] if s["doc_id"] in mask.documents]
            shown["text"] = blot(shown["text"], spans)
            shown["gaps"] = shown["gaps"] + [
                {"at": start, "kind": "withheld", "detail": "from a withheld document"} for start, _ in spans
            ]
        if table in ("captures", "set_aside") and row["capture_id"] in self._captures:
            blank = "uri" if table == "captures" else "detail"
            shown[blank] = "withheld"
        return shown

    @cached_property
    def _captures(self) -> frozenset[str]:
        """Captures that a withheld document was read from."""
        return frozenset(
            row["capture_id"]
            for row in self.chronicle.tables.read("documents").to_pylist()
            if row["doc_id"] in self.mask.documents
        )


def _emptied(row: Row, reason: str) -> Row:
    for name in _BLANK:
        row[name] = None
    for name in ("authors", "residue", "links", "map", "truncated_reasons"):
        row[name] = []
    return {**row, "text": "", "words": 0, "withheld": reason}


def _residue(row: Row) -> Iterable[str]:
    return (item["surface"] for item in row["residue"] or ())


def _plain(capture: Row) -> bool:
    return capture["format"] in ("heap", "text")


def _sortable(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if isinstance(value, int | float) else str(value or ""))
