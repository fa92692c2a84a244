"""The ledger as the first page of the site: what survives, what is known of, what is absent here."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.publish.exports.restored.markup import Html, away, tag
from letapis.publish.exports.restored.site import Site, day, reasons, table, tongue
from letapis.publish.exports.restored.words import noun
from letapis.publish.ledger import SURVIVES, counts
from letapis.publish.view import Row

__all__ = ["page"]

_NOT_ALL = "A report without a date stands in no month."


def page(site: Site) -> str:
    """The first page: counts, calendar, the three lists, and what is ascribed to nobody."""
    book = site.ledger
    body = Html.of(
        tag("p", "Ledger of an outlet, as far as one heap knows it", class_="kick"),
        tag("h1", book.outlet, dir="auto"),
        _facts(site),
        _calendar(site),
        _survives(site),
        _known(site),
        _numbering(site),
        _carried(site),
        _lone(site),
        _twins(site),
    )
    return site.frame(f"Ledger of {book.outlet}", body, root="")


def _facts(site: Site) -> Html:
    numbers = counts(site.ledger.entries)
    known = len(site.ledger.addresses) + len(site.ledger.credits) + len(site.ledger.headings)
    kinds = [row["survives"] for row in site.ledger.entries]
    cells = [
        (numbers["origins"], "report", "independent origins: however many copies, a report is one"),
        (numbers["pages"], "page", "carrying them"),
        (
            numbers["outlets"],
            "outlet",
            f"named as publishing those; pages that name none: {numbers['pages_without_outlet']}",
        ),
        (known, "further trace", "credits, addresses and headings without a text"),
    ]
    cards = [tag("div", tag("b", a), tag("span", noun(a, b)), tag("small", c)) for a, b, c in cells]
    said = "; ".join(f"{kinds.count(kind)} {words}" for kind, words in SURVIVES.items() if kind in kinds)
    return Html.of(
        tag("div", *cards, class_="cards"), tag("p", f"Of the reports survive: {said}." if said else None)
    )


def _calendar(site: Site) -> Html:
    months = site.ledger.months
    undated = sum(at is None for at, _ in site.ledger.dates.values())
    most = max((row["reports"] for row in months), default=1)
    items = []
    for row in months:
        when = row["from"] if row["from"] == row["to"] else f"{row['from']} to {row['to']}"
        if row["reports"]:
            bar = tag("span", class_="bar", style=f"width:{max(4, 80 * row['reports'] / most):.0f}px")
            items.append(tag("li", tag("span", when, class_="when"), bar, f" {row['reports']}"))
        else:
            items.append(tag("li", tag("span", when, class_="when"), "none in this heap", class_="none"))
    if undated:
        items.append(tag("li", tag("span", "without a date", class_="when"), f"{undated}"))
    small = tag("small", f"reports by month of publication. {_NOT_ALL}")
    return Html.of(tag("h2", "Calendar ", small), tag("ol", *items, class_="months"))


def _survives(site: Site) -> Html:
    heads = ("report", "published", "language", "survives", "complete", "pages#", "outlets#", "credited by#")
    rows = []
    for row in site.ledger.entries:
        numbers = counts([row])
        at, basis = site.ledger.dates[row["report_id"]]
        when = Html.of(day(at, "unknown"), " ", tag("small", basis, class_="mute"))
        cells = (
            tag("a", tag("bdi", row["heading"]), href=f"reports/{row['report_id']}.html"),
            when,
            tongue(row["language"]),
            tag("span", SURVIVES.get(row["survives"], row["survives"]), class_=f"s-{row['survives']}"),
            row["complete"],
            numbers["pages"],
            numbers["outlets"],
            sum(bool(w["credits"]) for w in row["witnesses"]),
        )
        rows.append((None, cells))
    small = tag("small", "every report the heap knows of, with what is left of it")
    return Html.of(tag("h2", "What survives ", small), table("Reports", heads, rows))


def _known(site: Site) -> Html:
    """Traces of what existed: a sentence, an address or a heading, and who says so."""
    book = site.ledger
    headings = {row["report_id"]: row["heading"] for row in book.entries}
    rows = []
    lists: Sequence[tuple[str, list[Row]]] = (
        ("credit", book.credits),
        ("address", book.addresses),
        ("heading", book.headings),
    )
    for kind, found in lists:
        for row in found:
            what = tag("bdi", row["title"] or row["said_by"][0]["words"] or "no words")
            address = tag("div", away(row["address"]), class_="url") if row["address"] else None
            said = [_said(site, item) for item in row["said_by"][:6]]
            if len(row["said_by"]) > 6:
                said.append(tag("div", f"and {len(row['said_by']) - 6} more"))
            links = [_report(report_id, headings[report_id]) for report_id in row["reports"]]
            rows.append((None, (kind, Html.of(what, address), Html.of(*said), Html.of(*links))))
    small = tag("small", "credited, linked to or named; its text is absent in this heap")
    head = tag("h2", "Known to have existed ", small)
    if not rows:
        return Html.of(head, tag("p", "No such trace beside the reports above.", class_="mute"))
    return Html.of(head, table("Traces", ("trace", "words", "who says so", "on a page that carries"), rows))


def _said(site: Site, item: Row) -> Html:
    href = site.place(item["passage"], "given", tag("a", "ledger", href="../index.html"))
    own = " (the outlet itself)" if item["own"] else ""
    return tag("div", tag("a", tag("bdi", item["outlet"] or "outlet unknown"), href=href), own)


def _report(report_id: str, heading: str) -> Html:
    return tag("div", tag("a", tag("bdi", heading), href=f"reports/{report_id}.html"))


def _numbering(site: Site) -> Html | None:
    keys = ("low", "high", "here", "absent")
    rows = [
        (None, (tag("bdi", row["form"], class_="url"), *(row[key] for key in keys)))
        for row in site.ledger.numbering
    ]
    if not rows:
        return None
    small = tag("small", "an observation: a number that is absent in this heap may never have been used")
    heads = ("form of the address", "lowest#", "highest#", "known here#", "absent in this heap#")
    return Html.of(tag("h2", "Numbers in its addresses ", small), table("Numbers", heads, rows))


def _carried(site: Site) -> Html | None:
    items = []
    for row in site.ledger.carried:
        site.marks.setdefault(row["doc_id"], {})
        link = tag("a", row["doc_id"], href=f"documents/{row['doc_id']}.html")
        items.append(tag("li", f"{row['kind']} of ", tag("bdi", row["of"] or "nobody named"), ": ", link))
    if not items:
        return None
    small = tag("small", "what its own pages carry, credited or not")
    return Html.of(tag("h2", "Reports of others ", small), tag("ul", *items, class_="why"))


def _lone(site: Site) -> Html | None:
    rows = site.ledger.lone
    if not rows:
        return None
    items = []
    for row in rows:
        link = tag("a", tag("bdi", row["title"] or "untitled"), href=f"documents/{row['doc_id']}.html")
        alike = f" (suggestion {row['alike']})" if row["alike"] else ""
        items.append(tag("li", link, alike))
    told = []
    for alike in dict.fromkeys(row["alike"] for row in rows if row["alike"]):
        found = next(row["alike_reasons"] for row in rows if row["alike"] == alike)
        words = f"Suggestion {alike}, which is no finding: these documents look alike."
        told += [tag("p", words), reasons(found)]
    small = tag("small", "documents of the heap that name no outlet; they are ascribed to none")
    return Html.of(tag("h2", "Unattributed ", small), tag("ul", *items, class_="why"), *told)


def _twins(site: Site) -> Html:
    names = {"markdown": "ledger.md", "jsonl": "reports.jsonl", "wacz": "captures.wacz"}
    links = [tag("a", names[form], href=names[form]) for form in sorted(site.twins & set(names))]
    links.append(tag("a", "ledger.json", href="ledger.json"))
    return tag(
        "p", "The same for programs: ", *[x for link in links for x in (" · ", link)][1:], class_="kick"
    )
