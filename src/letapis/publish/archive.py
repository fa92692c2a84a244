"""What survives of an outlet: every report the heap knows of, with its evidence and its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from letapis import outlets
from letapis.errors import NotFound
from letapis.publish.view import Row, View
from letapis.text import fold

__all__ = ["carried", "entries", "entry", "learnt", "members", "name", "named", "unattributed"]

_CREDITS = frozenset({"told_to", "reported_by", "published_by", "joint", "image_credit", "repost_footer"})
_LONG = 80


def name(view: View, asked: str) -> str:
    """The outlet as the chronicle names it, from a name in any script, a domain or an address.

    Raises :class:`~letapis.errors.NotFound`, with the outlets there are, where it has none such.
    """
    known = Counter(
        row["outlet"]
        for table in ("reports", "citations", "documents")
        for row in view.rows(table)
        if row["outlet"] and not row.get("lost")
    )
    host = asked.split("//")[-1].split("/")[0].lower().removeprefix("www.")
    found = outlets.by_domain(host) or outlets.by_name(asked)
    names = learnt(view)
    # as given; as the chronicle learnt it (any script, case form, domain); as outlets/ knows it
    ways = (asked, names.get(fold(asked.strip('«»“”„" '))), names.get(fold(host)), host)
    for way in (*ways, found.name if found else None):
        for outlet in sorted(known) if way else ():
            if fold(outlet) == fold(str(way)):
                return str(names.get(fold(outlet), outlet))
    some = ", ".join(_clip(outlet) for outlet, _ in known.most_common(12)) or "no outlet at all"
    raise NotFound(f"the chronicle knows nothing of “{_clip(asked)}”; it knows of {some}")


def learnt(view: View) -> dict[str, str]:
    """Every folded form that names an outlet in this heap, and the outlet's one name."""
    return {fold(row["form"]): row["outlet"] for row in view.rows("publishers")}


def carried(view: View, outlet: str) -> list[Row]:
    """Documents of ``outlet`` that carry reports of others: what it took, credited or not."""
    names = learnt(view)
    documents = view.index("documents", "doc_id")
    rows = []
    for report in view.rows("reports"):
        for witness in report["witnesses"] or ():
            mine = named(names, documents[witness["doc_id"]]["outlet"])
            if report["outlet"] != outlet and mine == outlet:
                rows.append({**witness, "report_id": report["report_id"], "of": report["outlet"]})
    return rows


def entries(view: View, outlet: str) -> list[Row]:
    """One row for every report of ``outlet``, by title, with all that :func:`entry` gives."""
    names = learnt(view)
    rows = [entry(view, report, names) for report in view.rows("reports") if report["outlet"] == outlet]
    order = {"whole": 0, "cut": 1, "translated": 2, "quoted": 3, "credited": 4}
    return sorted(rows, key=lambda row: (order.get(row["survives"], 9), row["title"] or "", row["report_id"]))


def entry(view: View, report: Row, names: Mapping[str, str] | None = None) -> Row:
    """A report with its witnesses, its credits word for word, and its restored text.

    ``witnesses`` has the original first where it survives; each has ``credits``: the kind of credit,
    its words, and the place where they stand (``passage``: doc_id#c=start-stop). ``names`` is what
    :func:`learnt` gives, where it is at hand: outlets are called by their one name.
    """
    names = learnt(view) if names is None else names
    restored = view.index("restorations", "report_id").get(report["report_id"], {})
    carriers: list[Row] = []
    if report["original"]:
        carriers.append({"doc_id": report["original"], "kind": "original", "parent": None, "reasons": []})
    carriers += report["witnesses"] or []
    return {
        "report_id": report["report_id"],
        "outlet": report["outlet"],
        "title": report["title"],
        "heading": report["title"] or _heading(view, carriers),
        "language": report["language"],
        "survives": report["survives"],
        "original": report["original"],
        "score": report["score"],
        "reasons": report["reasons"],
        "witnesses": [_witness(view, member, report["outlet"], names) for member in carriers],
        "text": restored.get("text", ""),
        "complete": restored.get("complete", "unknown"),
        "segments": restored.get("segments") or [],
        "gaps": restored.get("gaps") or [],
    }


def unattributed(view: View) -> list[Row]:
    """Documents that name no outlet and have none, and the suggestions about them."""
    documents = view.index("documents", "doc_id")
    named = {row["doc_id"] for row in view.rows("citations") if row["outlet"] and not row["lost"]}
    named |= {doc_id for row in view.rows("reports") if row["outlet"] for doc_id in members(row)}
    lone = [
        doc_id
        for report in view.rows("reports")
        if report["outlet"] is None
        for doc_id in members(report)
        if doc_id not in named and not documents[doc_id]["outlet"]
    ]
    alike = {doc_id: row for row in view.rows("suggestions") for doc_id in row["doc_ids"]}
    return [
        {
            "doc_id": doc_id,
            "title": documents[doc_id]["title"],
            "language": documents[doc_id]["language"],
            "truncated": documents[doc_id]["truncated"],
            "alike": alike[doc_id]["suggestion_id"] if doc_id in alike else None,
            "alike_reasons": alike[doc_id]["reasons"] if doc_id in alike else [],
        }
        for doc_id in dict.fromkeys(lone)
        if doc_id in documents
    ]


def named(names: Mapping[str, str], given: str | None) -> str | None:
    """An outlet by its one name, from a name that a document gives and what :func:`learnt` gives.

    >>> named({"zatoka.example": "Zatoka"}, "zatoka.example"), named({}, None)
    ('Zatoka', None)
    """
    return names.get(fold(given), given) if given else None


def members(report: Row) -> list[str]:
    """The documents of a report, its original first."""
    original = [report["original"]] if report["original"] else []
    return original + [witness["doc_id"] for witness in report["witnesses"] or []]


def _witness(view: View, member: Row, outlet: str | None, names: Mapping[str, str]) -> Row:
    document = view.index("documents", "doc_id")[member["doc_id"]]
    given = [
        _credit(row)
        for row in view.groups("citations", "doc_id").get(member["doc_id"], ())
        if _speaks(row, outlet)
    ]
    return {
        # a witness may have further fields, such as the other copies it was put together from
        **member,
        "outlet": named(names, document["outlet"]),
        "url": document["url"],
        "canonical_url": document["canonical_url"],
        "title": document["title"],
        "language": document["language"],
        "published": document["published"],
        "published_local": document["published_local"],
        "published_precision": document["published_precision"],
        "words": document["words"],
        "truncated": document["truncated"],
        "truncated_at": document["truncated_at"],
        "truncated_reasons": document["truncated_reasons"],
        "withheld": document["withheld"],
        "credits": given,
    }


def _clip(words: str) -> str:
    """On one line, and short enough for an error."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONG else f"{plain[:_LONG]}…"


def _heading(view: View, carriers: list[Row]) -> str:
    """What to call a report whose own title nobody gives: where it is known from."""
    documents = view.index("documents", "doc_id")
    for member in carriers[:1]:
        document = documents[member["doc_id"]]
        words = document["title"] or " ".join(document["text"].split()[:9]) + "…"
        return f"title unknown, known from “{words}”"
    return "title unknown"


def _speaks(citation: Row, outlet: str | None) -> bool:
    return citation["outlet"] == outlet and citation["kind"] in _CREDITS and not citation["self"]


def _credit(citation: Row) -> Row:
    at = citation["start"]
    place = f"#c={at}-{citation['stop']}" if at is not None else "#residue"
    return {
        "kind": citation["kind"],
        "surface": citation["surface"],
        "passage": citation["doc_id"] + place,
        "reasons": citation["reasons"],
    }
