"""The ledger of an outlet: what survives of it, what is known to have existed, what is absent here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from letapis.publish import archive, known
from letapis.publish.months import calendar, dated
from letapis.publish.origins import page
from letapis.publish.view import Row, View

__all__ = ["SURVIVES", "Ledger", "counts", "ledger"]

SURVIVES = {
    "whole": "whole, as far as can be told",
    "cut": "cut off",
    "translated": "only in translation",
    "quoted": "only quoted",
    "credited": "only credited",
}
"""What is left of a report, in words."""


@dataclass(frozen=True)
class Ledger:
    """All that the heap knows of an outlet, with what it does not have."""

    outlet: str
    """The outlet's name as it may be shown."""
    entries: list[Row]
    """Its reports, as :func:`letapis.publish.archive.entries` gives them."""
    dates: dict[str, tuple[datetime | None, str]]
    """When each report came out, by its id, and on what that rests."""
    addresses: list[Row]
    """Addresses of pages of which no document is here."""
    credits: list[Row]
    """Sentences that credit it where no text of its own survives."""
    headings: list[Row]
    """Headings its own pages point to."""
    months: list[Row]
    """The calendar: months with reports, and runs of months with none in this heap."""
    numbering: list[Row]
    """How its addresses are numbered."""
    carried: list[Row]
    """What its own pages carry of others."""
    lone: list[Row]
    """Documents that name no outlet and are ascribed to none."""

    @property
    def documents(self) -> list[str]:
        """Every document that the ledger points into, in the order of the reports."""
        ids = [witness["doc_id"] for row in self.entries for witness in row["witnesses"]]
        known_by = (*self.addresses, *self.credits, *self.headings)
        ids += [said["doc_id"] for row in known_by for said in row["said_by"]]
        ids += [row["doc_id"] for row in (*self.carried, *self.lone)]
        return list(dict.fromkeys(ids))

    def row(self) -> Row:
        """The ledger as one row: for programs, and as ``ledger.json`` in the archive."""
        return {
            "outlet": self.outlet,
            "counts": counts(self.entries),
            "survives": [self._line(row) for row in self.entries],
            "known": {"credits": self.credits, "addresses": self.addresses, "headings": self.headings},
            "absent": {"months": self.months, "numbering": self.numbering},
            "carried": self.carried,
            "unattributed": self.lone,
        }

    def _line(self, row: Row) -> Row:
        at, basis = self.dates[row["report_id"]]
        kept = ("report_id", "heading", "title", "language", "survives", "complete", "original")
        return {
            **{key: row[key] for key in kept},
            "published": at,
            "published_basis": basis,
            "counts": counts([row]),
            "documents": [witness["doc_id"] for witness in row["witnesses"]],
        }


def counts(entries: list[Row]) -> Row:
    """Pages, outlets and independent origins, apart; and pages that name no outlet.

    A report is one origin, however many pages carry it.

    >>> pages = [{"doc_id": "a", "outlet": "Bierah"}, {"doc_id": "b", "outlet": None}]
    >>> counts([{"witnesses": pages}])
    {'origins': 1, 'pages': 2, 'outlets': 1, 'pages_without_outlet': 1}
    """
    pages = {
        page({"canonical_url": None, "url": None, **w}): w["outlet"]
        for row in entries
        for w in row["witnesses"]
    }
    return {
        "origins": len(entries),
        "pages": len(pages),
        "outlets": len({outlet for outlet in pages.values() if outlet}),
        "pages_without_outlet": sum(outlet is None for outlet in pages.values()),
    }


def ledger(view: View, outlet: str) -> Ledger:
    """The ledger of ``outlet``, which is a name as :func:`letapis.publish.archive.name` gives it."""
    entries = archive.entries(view, outlet)
    dates = {row["report_id"]: dated(row["witnesses"]) for row in entries}
    given = known.addresses(view, outlet, entries)
    own = known.hosts(view, outlet)
    here = [
        row[name]
        for row in view.rows("documents")
        for name in ("url", "canonical_url")
        if row[name] and known.belongs(row[name], own)
    ]
    return Ledger(
        outlet=view.mask.text(outlet),
        entries=entries,
        dates=dates,
        addresses=given,
        credits=known.credit_lines(view, outlet, entries),
        headings=known.headings(view, outlet, entries),
        months=calendar(at for at, _ in dates.values() if at is not None),
        numbering=known.numbering([*dict.fromkeys(here), *(row["address"] for row in given)]),
        carried=archive.carried(view, outlet),
        lone=archive.unattributed(view),
    )
