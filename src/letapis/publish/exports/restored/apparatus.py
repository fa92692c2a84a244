"""The apparatus of a report: other readings, where each passage is from, what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from letapis.model import Span
from letapis.publish.exports.restored.markup import Html, tag
from letapis.publish.exports.restored.site import Site
from letapis.publish.variants import Beside, beside
from letapis.publish.view import Row, View
from letapis.text import fold

__all__ = ["Collation", "apparatus", "collation"]

_WITNESSES = 24
"""Witnesses that are laid beside the text: those it was taken from, then the fullest."""
_READINGS = 120
_LEFT_OUT = 40


@dataclass(frozen=True)
class Collation:
    """A restored text with its witnesses laid beside it."""

    sigla: dict[str, str]
    besides: dict[str, Beside]
    texts: dict[str, str]


def collation(view: View, row: Row, sigla: dict[str, str]) -> Collation:
    """The witnesses of a report beside its text; those in another language cannot be laid so."""
    documents = view.index("documents", "doc_id")
    tongues = {segment["language"] for segment in row["segments"]}
    used = {segment["doc_id"] for segment in row["segments"]}
    fit = [w for w in row["witnesses"] if w["language"] in tongues and not w["withheld"]]
    fit = sorted(fit, key=lambda w: (w["doc_id"] not in used, -w["words"], w["doc_id"]))[:_WITNESSES]
    chosen = {w["doc_id"] for w in fit}
    ids = [w["doc_id"] for w in row["witnesses"] if w["doc_id"] in chosen] if row["text"] else []
    texts = {doc_id: documents[doc_id]["text"] for doc_id in ids}
    return Collation(sigla, dict(zip(ids, beside(row["text"], list(texts.values())), strict=True)), texts)


def apparatus(site: Site, row: Row, seen: Collation) -> list[Html]:
    """Readings in the order of the text, then the sources, then what was left out."""
    parts = [_readings(site, row, seen), _sources(site, row, seen), _left_out(site, row, seen)]
    return [part for part in parts if part is not None]


def _readings(site: Site, row: Row, seen: Collation) -> Html | None:
    found: dict[Span, dict[str, list[tuple[str, Span]]]] = {}
    for doc_id, beside_it in seen.besides.items():
        for base, other in beside_it.variants:
            word = fold(other.cut(seen.texts[doc_id]))
            found.setdefault(base, {}).setdefault(word, []).append((doc_id, other))
    items: list[Html] = []
    spans = sorted(found, key=lambda span: (span.start, span.stop))
    for span in spans[:_READINGS]:
        items += _reading(site, row, seen, span, found[span])
    if not items:
        alone = "One witness has the text: there is nothing to lay beside it."
        alike = "Where witnesses have the same passage they read alike."
        return tag("p", alike if len(seen.besides) > 1 else alone, class_="mute app")
    if len(spans) > _READINGS:
        items.append(tag("dt", f"and {len(spans) - _READINGS} places more"))
    return tag("dl", *items, class_="app")


def _reading(
    site: Site, row: Row, seen: Collation, span: Span, others: dict[str, list[tuple[str, Span]]]
) -> list[Html]:
    """One place: the words taken with who has them, then the other words with who has those."""
    text = row["text"]
    lemma = span.cut(text)
    have = [
        seen.sigla[doc_id]
        for doc_id, beside_it in seen.besides.items()
        if lemma and beside_it.within(span)[0] == len(lemma)
    ]
    voices = next((s["agreement"] for s in row["segments"] if s["start"] <= span.start < s["stop"]), None)
    before = " ".join(text[max(0, span.start - 40) : span.start].split()[-2:])
    head = tag("bdi", f"“{lemma}”") if lemma else Html.of("nothing after ", tag("bdi", f"“{before}”"))
    told = [tag("b", " ".join(have) or "—")]
    if voices is not None:
        told.append(Html.of(f", {voices} independent branch{'es' if voices != 1 else ''}"))
    lines = [tag("dd", "taken: ", *told)]
    back = tag("a", "reading", href=f"../reports/{row['report_id']}.html#text")
    for held in others.values():
        doc_id, other = held[0]
        words = other.cut(seen.texts[doc_id])
        letters = []
        for one, where in held:
            if where.start < where.stop:
                href = site.point(one, where.start, where.stop, "reading", back)
            else:
                href = f"documents/{one}.html"
            letters += [" ", tag("a", seen.sigla[one], href=f"../{href}")]
        lines.append(tag("dd", tag("q", tag("bdi", words)) if words else "lacking", *letters))
    return [tag("dt", head), *lines]


def _sources(site: Site, row: Row, seen: Collation) -> Html | None:
    items = []
    back = tag("a", "restored text", href=f"../reports/{row['report_id']}.html#text")
    for s in row["segments"]:
        href = site.point(s["doc_id"], s["d_start"], s["d_stop"], "used", back)
        letter = seen.sigla.get(s["doc_id"], "?")
        link = tag("a", f"{letter} {s['d_start']}–{s['d_stop']}", href=f"../{href}")
        voices = f"{s['agreement']} independent branch{'es' if s['agreement'] != 1 else ''}"
        items.append(tag("li", f"{s['start']}–{s['stop']} from ", link, f", {voices}"))
    if not items:
        return None
    many = f"{len(items)} passage{'s' if len(items) != 1 else ''}, by characters"
    return tag("details", tag("summary", f"Sources: {many}"), tag("ol", *items), class_="app")


def _left_out(site: Site, row: Row, seen: Collation) -> Html | None:
    documents = site.view.index("documents", "doc_id")
    found: dict[tuple[str, str], list[str]] = {}
    for doc_id, letter in seen.sigla.items():
        for item in documents[doc_id]["residue"] or ():
            held = found.setdefault((item["surface"], item["kind"]), [])
            if letter not in held:
                held.append(letter)
    items = [
        tag("li", tag("q", tag("bdi", surface)), f" {kind.replace('_', ' ')}, {' '.join(held[:9])}")
        for (surface, kind), held in list(found.items())[:_LEFT_OUT]
    ]
    if len(found) > _LEFT_OUT:
        items.append(tag("li", f"and {len(found) - _LEFT_OUT} lines more"))
    if not items:
        return None
    return tag("details", tag("summary", "Left out: the copies' own lines"), tag("ul", *items), class_="app")
