"""Who credits whom, and who has the words of another without a credit that was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from letapis.publish import archive
from letapis.publish.origins import Origins, place
from letapis.publish.view import Row, View

__all__ = ["outlet", "outlets"]

_TAKEN = frozenset({"reprint", "teaser", "excerpt", "extended", "translation"})
"""Kinds of witness that carry another's text; a quotation alone is no taking."""


def outlets(view: View) -> list[Row]:
    """One row for every outlet that publishes here or is credited: most pages first.

    ``pages`` and ``origins`` are its own documents and the reports that are its own; ``credited_by``
    and ``credits`` count outlets; ``taken`` are pages of others that carry its text and
    ``taken_uncredited`` those in which no credit to it was found; ``takes`` and ``takes_uncredited``
    the same of its own pages with texts of others. A credit that was lost with its hyperlink counts
    as not found: these are observations and no verdicts.
    """
    ties = _ties(view)
    takings = _takings(view)
    pages = Counter(filter(None, map(Origins(view).outlet, view.index("documents", "doc_id"))))
    reports = Counter(row["outlet"] for row in view.rows("reports") if row["outlet"])
    names = {*pages, *reports, *(name for tie in ties for name in tie), *(row["of"] for row in takings)}
    crediting, credited = Counter(who for who, _ in ties), Counter(whom for _, whom in ties)
    of, by = _pages(takings, "of"), _pages(takings, "by")
    found = []
    for name in names:
        taken, takes = of.get(name, {}), by.get(name, {})
        found.append(
            {
                "outlet": name,
                "pages": pages[name],
                "origins": reports[name],
                "credited_by": credited[name],
                "credits": crediting[name],
                "taken": len(taken),
                "taken_uncredited": sum(not credited for credited in taken.values()),
                "takes": len(takes),
                "takes_uncredited": sum(not credited for credited in takes.values()),
            }
        )
    return sorted(found, key=lambda row: (-row["pages"], -row["credited_by"], row["outlet"]))


def _pages(takings: Sequence[Row], side: str) -> dict[str, dict[str, bool]]:
    """By the outlet on one side: the pages, and whether each gives a credit."""
    found: dict[str, dict[str, bool]] = {}
    for row in takings:
        found.setdefault(row[side], {})[row["doc_id"]] = row["credited"]
    return found


def outlet(view: View, asked: str) -> Row:
    """What one outlet credits and takes, and who credits it and takes from it, with every place.

    Raises :class:`~letapis.errors.NotFound` for an outlet that the chronicle does not know.
    """
    name = archive.name(view, asked)
    summary = next((row for row in outlets(view) if row["outlet"] == name), {"outlet": name})
    ties, takings = _ties(view), _takings(view)
    return {
        **summary,
        "credited": [_tie(who, rows) for (who, whom), rows in sorted(ties.items()) if whom == name],
        "crediting": [_tie(whom, rows) for (who, whom), rows in sorted(ties.items()) if who == name],
        "taken_by": [row for row in takings if row["of"] == name],
        "taken_from": [row for row in takings if row["by"] == name],
    }


def _tie(other: str, rows: list[Row]) -> Row:
    kinds = Counter(row["kind"] for row in rows)
    return {
        "outlet": other,
        "pages": len({row["doc_id"] for row in rows}),
        "kinds": [{"kind": kind, "count": count} for kind, count in kinds.most_common()],
        "places": [{"at": place(row), "kind": row["kind"], "surface": row["surface"]} for row in rows],
    }


def _ties(view: View) -> dict[tuple[str, str], list[Row]]:
    """Citations by who gives the credit and to whom; an outlet's own name on its own page left out."""
    origins, names = Origins(view), archive.learnt(view)
    found: dict[tuple[str, str], list[Row]] = {}
    for row in view.rows("citations"):
        who, whom = origins.outlet(row["doc_id"]), archive.named(names, row["outlet"])
        if whom and not row["lost"] and not row["self"] and who != whom:
            found.setdefault((who or "unknown outlets", whom), []).append(row)
    return found


def _takings(view: View) -> list[Row]:
    """Pages that carry the text of another outlet's report, and whether they credit it."""
    origins, names = Origins(view), archive.learnt(view)
    credited = _credited(view, names)
    documents = view.index("documents", "doc_id")
    found = []
    for report in view.rows("reports"):
        for witness in report["witnesses"] or ():
            by = origins.outlet(witness["doc_id"])
            if not report["outlet"] or by == report["outlet"] or witness["kind"] not in _TAKEN:
                continue
            found.append(
                {
                    "doc_id": witness["doc_id"],
                    "report_id": report["report_id"],
                    "of": report["outlet"],
                    "by": by or "unknown outlets",
                    "kind": witness["kind"],
                    "credited": report["outlet"] in credited.get(witness["doc_id"], ()),
                    "lost_credit": any(
                        row["lost"] for row in view.groups("citations", "doc_id").get(witness["doc_id"], ())
                    ),
                    "published": documents[witness["doc_id"]]["published"],
                    "url": documents[witness["doc_id"]]["url"],
                }
            )
    return sorted(found, key=lambda row: (row["of"], row["by"], str(row["published"]), row["doc_id"]))


def _credited(view: View, names: Mapping[str, str]) -> dict[str, set[str]]:
    """The outlets that each document credits by name."""
    found: dict[str, set[str]] = {}
    for row in view.rows("citations"):
        name = archive.named(names, row["outlet"])
        if name and not row["lost"]:
            found.setdefault(row["doc_id"], set()).add(name)
    return found
