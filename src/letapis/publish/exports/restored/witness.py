"""The page of a witness: its text with the passages that are pointed to, and where it came from."""

from __future__ import annotations

from letapis.publish.exports.restored.marked import Mark, marked, rules
from letapis.publish.exports.restored.markup import Html, away, tag
from letapis.publish.exports.restored.site import Site, day, reasons, table, tongue
from letapis.publish.view import Row

__all__ = ["page"]

_KINDS = {
    "used": "taken into a restored text",
    "held": "has the same words",
    "reading": "reads otherwise",
    "credit": "credits the outlet",
    "given": "names a page of the outlet",
}
_CLIP = 90


def page(site: Site, row: Row, reports: list[tuple[Row, Row]]) -> str:
    """The page of one document; ``reports`` are those of the outlet that it carries, each with how."""
    title = row["title"] or " ".join(row["text"].split()[:9]) or "Untitled"
    marks = site.marks.get(row["doc_id"], {})
    shown = [mark for mark in marks if mark.stop <= len(row["text"])]
    body = Html.of(
        tag("p", f"Document {row['doc_id']} · as read; what is pointed to is marked", class_="kick"),
        tag("h1", title, dir="auto", lang=row["language"]),
        _facts(row),
        _carries(reports),
        _text(row, shown),
        _passages(row, marks, shown),
        _residue(row),
        _links(row),
        _evidence(site, row),
    )
    return site.frame(title, body, extra=rules(shown))


def _facts(row: Row) -> Html:
    facts = [
        tag("span", "outlet ", tag("b", tag("bdi", row["outlet"] or "unknown"))),
        tag("span", "published ", tag("b", row["published_local"] or day(row["published"]))),
        tag("span", tag("b", tongue(row["language"]))),
        tag("span", tag("b", row["words"]), " words"),
    ]
    if row["authors"]:
        facts.append(tag("span", "by ", tag("b", tag("bdi", ", ".join(row["authors"])))))
    addresses = dict.fromkeys(a for a in (row["url"], row["canonical_url"]) if a)
    shown = [tag("span", "address ", tag("span", away(a), class_="url")) for a in addresses]
    return tag("p", *facts, *shown, class_="facts")


def _carries(reports: list[tuple[Row, Row]]) -> Html | None:
    items = []
    for report, witness in reports:
        link = tag("a", tag("bdi", report["heading"]), href=f"../reports/{report['report_id']}.html")
        items.append(tag("li", f"{witness['kind']} of ", link))
    return tag("ul", *items, class_="plain") if items else None


def _text(row: Row, marks: list[Mark]) -> Html:
    if row["withheld"]:
        return tag("p", f"This document is withheld: {row['withheld']}.", class_="gap")
    notes = []
    if row["truncated"]:
        at = row["truncated_at"]
        note = tag("span", "The text breaks off here, as far as can be told.", class_="gap", lang="en")
        notes.append((len(row["text"]) if at is None else at, note))
    body = marked(row["text"], marks, notes)
    why = tag(
        "details", tag("summary", "Why it is taken for cut or whole"), reasons(row["truncated_reasons"])
    )
    return Html.of(tag("div", body, class_="text raw", lang=row["language"], dir="auto"), why)


def _passages(row: Row, marks: dict[Mark, dict[Html, None]], shown: list[Mark]) -> Html | None:
    rows = []
    for mark in sorted(shown, key=lambda m: (m.start, m.stop, m.kind)):
        words = " ".join(row["text"][mark.start : mark.stop].split())
        clipped = words if len(words) <= _CLIP else f"{words[:_CLIP]}…"
        sources = [part for source in marks[mark] for part in (", ", source)][1:]
        link = tag("a", f"{mark.start}–{mark.stop}", href=f"#{mark.id}")
        kind = _KINDS.get(mark.kind, mark.kind)
        rows.append((None, (link, tag("bdi", clipped), kind, Html.of(*sources))))
    if not rows:
        return None
    heads = ("characters", "words", "what of it", "from")
    region = table("Passages", heads, rows)
    return Html.of(tag("h2", "Passages that are pointed to"), region)


def _residue(row: Row) -> Html | None:
    items = [
        tag("li", tag("q", tag("bdi", item["surface"])), f" {item['kind'].replace('_', ' ')}")
        for item in row["residue"] or ()
    ]
    if not items:
        return None
    small = tag("small", "on the page and not part of the news text")
    return Html.of(tag("h2", "Left out ", small, id="residue"), tag("ul", *items, class_="why"))


def _links(row: Row) -> Html | None:
    items = [
        tag(
            "li", tag("bdi", link["text"] or "no words"), " → ", tag("span", away(link["href"]), class_="url")
        )
        for link in row["links"] or ()
    ]
    return Html.of(tag("h2", "Links", id="links"), tag("ul", *items, class_="why")) if items else None


def _evidence(site: Site, row: Row) -> Html:
    capture = site.view.index("captures", "capture_id").get(row["capture_id"])
    facts = [tag("li", "in the chronicle: ", tag("code", f"letapis show {row['doc_id']} --raw"))]
    if capture is not None and not row["withheld"]:
        received = day(capture["fetched_at"], "a file, not fetched from the network")
        facts += [
            tag("li", "received as ", tag("bdi", capture["uri"]), f", {capture['media_type']}; {received}"),
            tag("li", "SHA-256 of the bytes: ", tag("code", capture["payload_sha256"])),
            tag("li", f"characters {row['raw_start']} to {row['raw_stop']} of that record"),
        ]
    return Html.of(tag("h2", "Evidence"), tag("ul", *facts, class_="why"))
