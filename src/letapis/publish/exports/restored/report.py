"""The page of a report: its tree, its text with every passage traced, its witnesses, its reasons."""

from __future__ import annotations

from bisect import bisect_right

from letapis.model import Span
from letapis.publish.exports.restored.apparatus import Collation, apparatus, collation
from letapis.publish.exports.restored.markup import Html, away, tag
from letapis.publish.exports.restored.site import Site, day, reasons, siglum, table, tongue
from letapis.publish.exports.restored.tree import others, picture
from letapis.publish.exports.restored.words import noun
from letapis.publish.ledger import SURVIVES, counts
from letapis.publish.view import Row
from letapis.text import count

__all__ = ["page"]

_ADDRESSES = 40
_SIGLA = 8
"""Letters behind a passage; of more, their number."""
_HOLDS = 0.6
"""The share of a passage that a witness must have word for word to be named beside it."""

_LEGEND = (
    ("original", "● original, the larger"),
    ("reprint", "● reprint"),
    ("teaser", "◐ teaser: the beginning"),
    ("excerpt", "■ excerpt inside another text"),
    ("extended", "▲ extended"),
    ("translation", "◆ translation"),
    ("quotation", "❙❙ quotation"),
)


def page(site: Site, row: Row) -> str:
    """The whole page of a report."""
    sigla = {w["doc_id"]: siglum(i) for i, w in enumerate(row["witnesses"])}
    seen = collation(site.view, row, sigla)
    columns = tag(
        "div",
        tag("section", *_text(site, row, seen)),
        tag("aside", tag("h2", "Apparatus"), *apparatus(site, row, seen)),
        class_="cols",
    )
    body = Html.of(
        _head(site, row),
        _tree(row, sigla),
        columns,
        _witnesses(site, row, sigla),
        tag("h2", "Reasons ", tag("small", "why these pages are one report, and whose it is")),
        reasons(row["reasons"]),
        _addresses(site, row),
        _twins(site, row),
    )
    return site.frame(row["heading"], body)


def _head(site: Site, row: Row) -> Html:
    numbers = counts([row])
    at, basis = site.ledger.dates[row["report_id"]]
    credited = sum(bool(w["credits"]) for w in row["witnesses"])
    facts = [
        ("published", f"{day(at, 'date unknown')}", f"({basis})"),
        ("", f"{numbers['pages']}", noun(numbers["pages"], "page")),
        ("", f"{numbers['outlets']}", noun(numbers["outlets"], "outlet")),
        ("", "1", "independent origin"),
        ("without an outlet's name", f"{numbers['pages_without_outlet']}", ""),
        ("credited by", f"{credited}", f"of {numbers['pages']}"),
        ("language", tongue(row["language"]), ""),
        ("survives", SURVIVES.get(row["survives"], row["survives"]), ""),
        ("complete", row["complete"], ""),
    ]
    mark = tag("span", "original lost", class_="tag") if row["original"] is None else None
    kick = tag(
        "p", f"Report {row['report_id']} · ", tag("bdi", row["outlet"] or "no outlet named"), " ", mark
    )
    shown = [tag("span", f"{a} " if a else None, tag("b", b), f" {c}" if c else None) for a, b, c in facts]
    return Html.of(
        tag("div", kick, class_="kick"),
        tag("h1", row["heading"], dir="auto", lang=row["language"] if row["title"] else None),
        tag("p", *shown, class_="facts"),
    )


def _tree(row: Row, sigla: dict[str, str]) -> Html:
    kinds = {w["kind"] for w in row["witnesses"]}
    legend = [tag("span", words, class_=f"l-{kind}") for kind, words in _LEGEND if kind in kinds]
    if row["original"] is None:
        legend.append(tag("span", "◌ lost original", class_="l-lost"))
    if any(others(w) for w in row["witnesses"]):
        legend.append(tag("span", "- - also taken from"))
    legend.append(tag("span", "time runs to the right and is not to scale"))
    drawn = tag("div", picture(row, sigla), class_="scroll", tabindex="0", role="region", aria_label="Stemma")
    small = tag("small", "who took it from whom · ", tag("a", "as a table", href="#witnesses"))
    return Html.of(tag("h2", "Stemma ", small), tag("figure", drawn, tag("figcaption", *legend)))


def _text(site: Site, row: Row, seen: Collation) -> list[Html]:
    """The restored text by paragraphs, each passage with the witnesses that have it."""
    small = tag("small", "a letter opens its witness at the passage")
    head = tag("h2", "Restored text ", small, id="text")
    text, at = row["text"], 0
    gaps = sorted(row["gaps"], key=lambda gap: gap["at"])
    if not text:
        told = [_gap(gap) for gap in gaps]
        return [head, tag("p", "No text of it survives in this heap.", class_="mute"), *told]
    parts: list[Html] = []
    heading = row["survives"] != "quoted" and "\n" in text
    for number, line in enumerate(text.split("\n")):
        stop = at + len(line)
        here = [gap for gap in gaps if gap["at"] <= stop]
        gaps = gaps[len(here) :]
        before = [_gap(gap) for gap in here if gap["at"] == 0]
        inside = sorted(
            [*_pieces(row, at, stop), *((gap["at"], stop, gap) for gap in here if 0 < gap["at"] < stop)],
            key=lambda piece: piece[0],
        )
        made = [_gap(p) if "detail" in p else _piece(site, row, seen, a, b, p) for a, b, p in inside]
        foreign = {p["language"] for _, _, p in inside if _stands_in(row, p)}
        stand = [_stand(row, seen, inside)] if foreign else []
        name = " ".join(
            n for n, is_so in (("first", heading and number == 0), ("stand", bool(foreign))) if is_so
        )
        parts += before
        if made:
            parts.append(tag("p", *stand, *made, class_=name or None))
        parts += [_gap(gap) for gap in here if gap["at"] >= stop and gap["at"] > 0]
        at = stop + 1
    parts += [_gap(gap) for gap in gaps]
    return [head, tag("div", *parts, class_="text", lang=row["language"])]


def _pieces(row: Row, start: int, stop: int) -> list[tuple[int, int, Row]]:
    """A line of the text cut where its source changes; what no segment covers has none."""
    found: list[tuple[int, int, Row]] = []
    at = start
    first = bisect_right(row["segments"], start, key=lambda segment: int(segment["stop"]))
    for segment in row["segments"][first:]:
        if segment["start"] >= stop:
            break
        a, b = max(start, segment["start"]), min(stop, segment["stop"])
        if a < b:
            if row["text"][at:a].strip():
                found.append((at, a, {"doc_id": None, "language": None}))
            elif at < a and found:
                a = at  # white space between two segments goes with the second
            found.append((a, b, segment))
            at = b
    if row["text"][at:stop].strip():
        found.append((at, stop, {"doc_id": None, "language": None}))
    return found


def _piece(site: Site, row: Row, seen: Collation, start: int, stop: int, segment: Row) -> Html:
    words = row["text"][start:stop]
    if segment["doc_id"] is None:
        note = "this heading stands in no text, only as the title of a witness"
        return tag("span", words, class_="bare", title=note, dir="auto")
    own = max(start, segment["start"])
    shift = segment["d_start"] - segment["start"]
    back = tag("a", "restored text", href=f"../reports/{row['report_id']}.html#text")
    href = site.point(segment["doc_id"], own + shift, stop + shift, "used", back)
    site.point(segment["doc_id"], segment["d_start"], segment["d_stop"], "used", back)
    letters = [_letter(seen.sigla.get(segment["doc_id"], "?"), href, "source")]
    more = 0
    if count(words) > 3:
        span = Span(own, stop)
        for doc_id, beside in seen.besides.items():
            size, where = beside.within(span)
            if doc_id == segment["doc_id"] or where is None or size < _HOLDS * (stop - own):
                continue
            if len(letters) < _SIGLA:
                other = site.point(doc_id, where.start, where.stop, "held", back)
                letters.append(_letter(seen.sigla[doc_id], other, None))
            else:
                more += 1
    lang = segment["language"] if segment["language"] != row["language"] else None
    sig = tag("span", *letters, f" +{more}" if more else None, class_="sig")
    return Html.of(tag("span", words, lang=lang, dir="auto"), sig)


def _letter(letters: str, href: str, kind: str | None) -> Html:
    return tag("a", letters, href=f"../{href}", class_=kind, aria_label=f"witness {letters}, at this passage")


def _stands_in(row: Row, segment: Row) -> bool:
    language = segment.get("language")
    return bool(language and row["language"] and language != row["language"])


def _stand(row: Row, seen: Collation, inside: list[tuple[int, int, Row]]) -> Html:
    segment = next(p for _, _, p in inside if _stands_in(row, p))
    letter = seen.sigla.get(segment["doc_id"], "?")
    words = f"Translation: stands in from witness {letter}, {tongue(segment['language'])}"
    return tag("span", words, class_="note", lang="en")


def _gap(gap: Row) -> Html:
    words = {"start": "The beginning is absent", "end": "The rest is absent", "middle": "Something is absent"}
    told = words.get(gap["kind"], "Withheld" if gap["kind"] == "withheld" else f"Gap ({gap['kind']})")
    return tag("span", f"{told}: {gap['detail']}.", class_="gap", lang="en")


def _witnesses(site: Site, row: Row, sigla: dict[str, str]) -> Html:
    heads = ("", "outlet", "kind", "taken from", "date", "of the report", "credit", "why")
    total = max(1, count(row["text"]))
    rows = [(f"w={w['doc_id']}", _witness(site, row, w, sigla, total)) for w in row["witnesses"]]
    small = tag("small", "every row opens its page")
    return Html.of(tag("h2", "Witnesses ", small, id="witnesses"), table("Witnesses", heads, rows))


def _witness(site: Site, row: Row, witness: Row, sigla: dict[str, str], total: int) -> list[object]:
    doc_id, parent = witness["doc_id"], witness["parent"]
    site.marks.setdefault(doc_id, {})
    lost = "" if witness["kind"] == "original" else "the lost original"
    also = [sigla.get(other, other) for other in others(witness)]
    more = f", also from {', '.join(also)}" if also else ""
    cut = f", breaks off at character {witness['truncated_at']}" if witness["truncated"] else ""
    given = [_credit(site, row, credit) for credit in witness["credits"]]
    if witness["withheld"]:
        given = [tag("span", f"withheld: {witness['withheld']}", class_="mute")]
    return [
        tag("a", sigla[doc_id], href=f"../documents/{doc_id}.html"),
        Html.of(tag("bdi", witness["outlet"] or "outlet unknown"), *_address(witness)),
        f"{witness['kind']}{cut}",
        f"{sigla.get(parent, parent) if parent else lost}{more}",
        day(witness["published"]),
        _share(witness, total),
        Html.of(*given) if given else tag("span", "none seen", class_="mute"),
        tag("details", tag("summary", "reasons"), reasons(_why(witness))),
    ]


def _share(witness: Row, total: int) -> Html:
    """How much of the restored text a witness holds, in words."""
    held = next((r["value"] for r in witness["reasons"] or () if r["feature"] == "words"), 0)
    if not held:
        return tag("span", f"{witness['words']} words in all")
    share = min(100, round(100 * held / total))
    return tag(
        "span", tag("span", class_="bar", style=f"width:{share * 0.6:.0f}px"), f" {share} %", class_="share"
    )


def _why(witness: Row) -> list[Row]:
    return [*(witness["reasons"] or ()), *(witness["truncated_reasons"] or ())]


def _address(witness: Row) -> list[Html]:
    address = witness["url"] or witness["canonical_url"]
    return [tag("br"), tag("small", away(address), class_="url")] if address else []


def _credit(site: Site, row: Row, credit: Row) -> Html:
    back = tag("a", "credit", href=f"../reports/{row['report_id']}.html#witnesses")
    href = site.place(credit["passage"], "credit", back)
    quoted = tag("q", tag("bdi", credit["surface"]))
    return tag("div", tag("a", quoted, href=f"../{href}"), f" {credit['kind'].replace('_', ' ')}")


def _addresses(site: Site, row: Row) -> Html | None:
    """Pages of the outlet that the witnesses lead to: one of them may be where the report stood."""
    here = {w["doc_id"] for w in row["witnesses"]}
    back = tag("a", "address", href=f"../reports/{row['report_id']}.html#addresses")
    items = []
    for found in site.addresses.get(row["report_id"], [])[:_ADDRESSES]:
        said = [item for item in found["said_by"] if item["doc_id"] in here][:_SIGLA]
        links = [tag("a", "there", href=f"../{site.place(item['passage'], 'given', back)}") for item in said]
        given = [part for link in links for part in (", ", link)][1:]
        items.append(tag("li", tag("span", away(found["address"]), class_="url"), " given ", *given))
    if not items:
        return None
    small = tag("small", "that its witnesses give and no document here has: it may have stood at one of them")
    return Html.of(tag("h2", "Addresses ", small, id="addresses"), tag("ul", *items, class_="why"))


def _twins(site: Site, row: Row) -> Html | None:
    twins = []
    if "markdown" in site.twins:
        twins.append(tag("a", "Markdown", href=f"../{row['report_id']}.md"))
    if "jsonl" in site.twins:
        twins.append(tag("a", "all reports as JSONL", href="../reports.jsonl"))
    joined = [part for twin in twins for part in (" · ", twin)][1:]
    return tag("p", "The same as ", *joined, class_="kick") if twins else None
