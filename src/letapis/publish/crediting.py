"""Who credits whom, and who has the words of another without a credit that was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from letapis.publish import archive
from letapis.publish.origins import Origins, place
from letapis.publish.view import Row, View

__all__ = ["UNKNOWN", "outlet", "outlets", "takings", "ties"]

_TAKEN = frozenset({"reprint", "teaser", "excerpt", "extended", "translation"})
"""Kinds of witness that carry another's text; a quotation alone is no taking."""
UNKNOWN = "unknown outlets"
"""What stands for the outlets of pages of which nobody says whose they are."""


def outlets(view: View) -> list[Row]:
    """One row for every outlet that publishes here or is credited: most pages first.

    ``pages`` and ``origins`` are its own documents and the reports that are its own; ``credited_by``
    and ``credits`` count outlets; ``taken`` are pages of others that carry its text and
    ``taken_uncredited`` those in which no credit to it was found; ``takes`` and ``takes_uncredited``
    the same of its own pages with texts of others. A credit that was lost with its hyperlink counts
    as not found: these are observations and no verdicts.
    """
    given, found_takings = _ties(view), takings(view)
    origins = Origins(view)
    own = {(origins.outlet(doc_id), origins.page(doc_id)) for doc_id in view.index("documents", "doc_id")}
    pages = Counter(outlet for outlet, _ in own if outlet)
    reports = Counter(row["outlet"] for row in view.rows("reports") if row["outlet"])
    names = {*pages, *reports, *(name for tie in given for name in tie)}
    names |= {row[side] for row in found_takings for side in ("of", "by")}
    crediting, credited = Counter(who for who, _ in given), Counter(whom for _, whom in given)
    of, by = _pages(found_takings, "of"), _pages(found_takings, "by")
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
    return sorted(
        found, key=lambda row: (row["outlet"] == UNKNOWN, -row["pages"], -row["credited_by"], row["outlet"])
    )


def _pages(takings: Sequence[Row], side: str) -> dict[str, dict[str, bool]]:
    """By the outlet on one side: the pages, and whether each gives a credit."""
    found: dict[str, dict[str, bool]] = {}
    for row in takings:
        pages = found.setdefault(row[side], {})
        # a page may carry two reports; it is counted as credited where it credits both
        pages[row["doc_id"]] = row["credited"] and pages.get(row["doc_id"], True)
    return found


def outlet(view: View, asked: str) -> Row:
    """What one outlet credits and takes, and who credits it and takes from it, with every place.

    Raises :class:`~letapis.errors.NotFound` for an outlet that the chronicle does not know.
    """
    name = archive.name(view, asked)
    summary = next((row for row in outlets(view) if row["outlet"] == name), {"outlet": name})
    given, taken = ties(view), takings(view)
    return {
        **summary,
        "credited": [tie for tie in given if tie["credited"] == name],
        "crediting": [tie for tie in given if tie["outlet"] == name],
        "taken_by": [row for row in taken if row["of"] == name],
        "taken_from": [row for row in taken if row["by"] == name],
    }


def ties(view: View) -> list[Row]:
    """Who credits whom: one row for each two outlets, those with most pages first.

    ``outlet`` gives the credit, to ``credited``; ``pages`` that do, ``origins`` (copies of one report
    are one), the ``kinds`` of credit with their counts, and ``places``: the words, their passage, the
    page's date and address. An outlet's own name on its own page is no credit.
    """
    origins, documents = Origins(view), view.index("documents", "doc_id")
    found = []
    for (who, whom), rows in _ties(view).items():
        counts = origins.count(row["doc_id"] for row in rows)
        found.append(
            {
                "outlet": who,
                "credited": whom,
                "pages": counts["pages"],
                "origins": counts["origins"],
                "kinds": [
                    {"kind": kind, "count": count}
                    for kind, count in Counter(row["kind"] for row in rows).most_common()
                ],
                "places": [
                    {
                        "at": place(row),
                        "kind": row["kind"],
                        "surface": row["surface"],
                        "published": documents[row["doc_id"]]["published"],
                        "url": documents[row["doc_id"]]["url"],
                        "reasons": row["reasons"],
                    }
                    for row in rows
                ],
            }
        )
    return sorted(found, key=lambda row: (-row["pages"], row["outlet"], row["credited"]))


def _ties(view: View) -> dict[tuple[str, str], list[Row]]:
    """Citations by who gives the credit and to whom; an outlet's own name on its own page left out."""
    origins, names = Origins(view), archive.learnt(view)
    found: dict[tuple[str, str], list[Row]] = {}
    for row in view.rows("citations"):
        who, whom = origins.outlet(row["doc_id"]), archive.named(names, row["outlet"])
        if whom and not row["lost"] and not row["self"] and who != whom:
            found.setdefault((who or UNKNOWN, whom), []).append(row)
    return found


def takings(view: View) -> list[Row]:
    """Pages that carry the text of another outlet's report (``of``, ``by``), and whether they credit it.

    ``credited`` is whether a credit to that outlet by name was found on the page, and ``credit_at``
    where; ``lost_credit`` whether a credit there has lost its name, as with a hyperlink. A page whose
    ``by`` is unknown may be the outlet's own.
    """
    origins, names = Origins(view), archive.learnt(view)
    documents, given = view.index("documents", "doc_id"), view.groups("citations", "doc_id")
    found = []
    for report in view.rows("reports"):
        for witness in report["witnesses"] or ():
            doc_id, by = witness["doc_id"], origins.outlet(witness["doc_id"])
            if not report["outlet"] or by == report["outlet"] or witness["kind"] not in _TAKEN:
                continue
            rows = given.get(doc_id, ())
            named = [
                row
                for row in rows
                if not row["lost"] and archive.named(names, row["outlet"]) == report["outlet"]
            ]
            found.append(
                {
                    "doc_id": doc_id,
                    "report_id": report["report_id"],
                    "of": report["outlet"],
                    "by": by or UNKNOWN,
                    "kind": witness["kind"],
                    "credited": bool(named),
                    "credit_at": place(named[0]) if named else None,
                    "lost_credit": any(row["lost"] for row in rows),
                    "title": documents[doc_id]["title"],
                    "published": documents[doc_id]["published"],
                    "url": documents[doc_id]["url"],
                    "score": report["score"],
                    "reasons": witness["reasons"],
                }
            )
    return sorted(found, key=lambda row: (row["of"], row["by"], str(row["published"]), row["doc_id"]))
