"""Restoration: the text of a report put together from its witnesses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from letapis.model import Document, Gap, Reason, Region, Report, Restoration, Reuse, Segment, Span
from letapis.stemma.collate import Piece, Version, collate
from letapis.stemma.fused import parted
from letapis.stemma.order import merged
from letapis.stemma.reasons import spans
from letapis.stemma.spelling import spelling
from letapis.stemma.units import Unit, classes, units

__all__ = ["restorations", "restore"]

_DOTS = ("…", "...")
_OPEN = (",", ";", ":", "—", "–", "(")
"""No text ends in these."""
_MIXED = frozenset({"extended", "excerpt"})


@dataclass(frozen=True, slots=True)
class _Source:
    """A witness, or the original, with its units of this report."""

    document: Document
    kind: str
    parent: str | None
    units: tuple[Unit, ...]

    @property
    def words(self) -> int:
        return sum(unit.words for unit in self.units)


def restore(
    report: Report, documents: Sequence[Document], regions: Sequence[Region], reuse: Sequence[Reuse]
) -> Restoration:
    """The text of ``report``: heading first, then its sentences in order, with their sources.

    Every segment's stretch of the restored text is equal to its stretch of the witness; only
    white space stands between segments, and a heading that no witness has in its text. Furniture,
    credit lines and paragraphs that a reposter added stay out. A gap says where something is
    missing. ``documents`` need not hold more than the witnesses and the original.

    >>> from letapis.model import Witness
    >>> page = Document("a", "c", text="Мост закрыт\\nЕго закрыли в среду утром…", language="ru")
    >>> lost = Report("r", "Ранак", None, None, (Witness("a", "teaser", None),), language="ru")
    >>> made = restore(lost, [page], [], [])
    >>> made.text, made.complete, made.gaps[0].kind
    ('Мост закрыт\\nЕго закрыли в среду утром', 'no', 'end')
    """
    del reuse  # passages are what the stretches of the witnesses were made from
    every = _sources(report, documents, regions)
    own = [s for s in every if s.document.language in (None, report.language)]
    foreign = [s for s in every if s.document.language not in (None, report.language)]
    sources = own if any(s.units for s in own) else every
    ranked = sorted(sources, key=lambda s: _rank(s, report))
    pieces, text_of = _pieces(ranked, report), {s.document.doc_id: s.document for s in every}
    head = _heading(ranked, pieces)
    pieces, cut = _trimmed(pieces, text_of)
    text, segments = _written(head, pieces, text_of)
    gaps, complete, reasons = _gaps(report, ranked, text, cut)
    if foreign and sources is every and text:
        reasons.append(Reason("translation", float(len(foreign)), "only a translation survives"))
    voices = max((segment.agreement for segment in segments), default=1)
    mean = sum(s.agreement for s in segments) / (len(segments) * voices) if segments else 0.0
    return Restoration(report.report_id, text, segments, gaps, complete, "", round(mean, 3), tuple(reasons))


def _sources(report: Report, documents: Iterable[Document], regions: Iterable[Region]) -> list[_Source]:
    rows = {witness.doc_id: witness for witness in report.witnesses}
    marks: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        if region.doc_id in rows or region.doc_id == report.original:
            marks[region.doc_id].append(region)
    found = []
    for document in sorted(documents, key=lambda d: d.doc_id):
        if document.doc_id == report.original:
            where, kind, parent = spans(report.reasons), "original", None
        elif document.doc_id in rows:
            row = rows[document.doc_id]
            where, kind, parent = spans(row.reasons), row.kind, row.parent
            if not where and kind == "quotation":
                continue
        else:
            continue
        kept = units(document, marks[document.doc_id], _outside(where, len(document.text)))
        found.append(_Source(document, kind, parent, tuple(kept)))
    texts = {source.document.doc_id: source.document.text for source in found}
    cut = parted({source.document.doc_id: source.units for source in found}, texts)
    return [replace(source, units=tuple(cut[source.document.doc_id])) for source in found]


def _outside(where: Sequence[Span], length: int) -> list[Span]:
    """What is left of a document without the stretches; nothing where no stretch is known."""
    if not where:
        return []
    starts = [0, *(span.stop for span in where)]
    stops = [*(span.start for span in where), length]
    return [Span(a, b) for a, b in zip(starts, stops, strict=True) if a < b]


def _rank(source: _Source, report: Report) -> tuple[object, ...]:
    """The best witness first: the original, then the fullest, unmixed before mixed."""
    mixed = source.kind in _MIXED
    other = source.document.language != report.language
    words = source.words * (0.9 if mixed else 1.0)
    return source.document.doc_id != report.original, other, -words, source.document.doc_id


def _pieces(ranked: Sequence[_Source], report: Report) -> list[Piece]:
    """The restored sentences in order, each in pieces; a break between sentences is no piece."""
    bodies = {s.document.doc_id: s.units for s in ranked if s.units}
    label = classes(bodies)
    by_class: defaultdict[int, list[tuple[int, _Source, list[Unit]]]] = defaultdict(list)
    for rank, source in enumerate(ranked):
        mine: defaultdict[int, list[Unit]] = defaultdict(list)
        for unit in source.units:
            mine[label[unit]].append(unit)
        for number, held in mine.items():
            by_class[number].append((rank, source, held))
    known = spelling(
        Counter(form for _, _, held in rows for form in {form for unit in held for form in unit.forms})
        for rows in by_class.values()
    )
    whole = [s for s in ranked if s.document.doc_id == report.original and not s.document.truncated]
    # what copies have beyond an original that is whole is their own
    order = merged([label[u] for u in s.units] for s in whole or ranked)
    found: list[Piece] = []
    for number in order:
        held_by = {source.document.doc_id for _, source, _ in by_class[number]}
        versions = []
        for rank, source, held in by_class[number]:
            run = _run(held)
            doc = source.document
            voice = source.parent not in held_by
            versions.append(Version.cut(doc.doc_id, doc.text, run[0].start, run[-1].stop, voice, rank))
        first = versions[0]
        if first.doc_id == report.original and len(first.tokens) >= 0.9 * max(
            len(v.tokens) for v in versions
        ):
            agreed = sum(v.forms == first.forms and v.voice for v in versions)
            found.append(Piece(first.doc_id, first.start, first.stop, agreed))
        else:
            found.extend(collate(versions, known))
    return found


def _run(held: Sequence[Unit]) -> Sequence[Unit]:
    """The first of ``held`` and what follows it closely: one sentence that was split in two."""
    run = [held[0]]
    for unit in held[1:]:
        if unit.start - run[-1].stop > 2:
            break
        run.append(unit)
    return run


def _heading(ranked: Sequence[_Source], pieces: Sequence[Piece]) -> str:
    """A heading that stands in no witness's text, only in its title."""
    if not pieces:
        return ""
    for source in ranked:
        title = source.document.title
        if source.kind not in ("excerpt", "quotation") and title:
            if title.strip() in source.document.text[: len(title) + 200]:
                return ""
            return title.strip() if source.document.doc_id == pieces[0].doc_id else ""
    return ""


def _trimmed(pieces: list[Piece], docs: Mapping[str, Document]) -> tuple[list[Piece], bool]:
    """The pieces without the dots that the last one ends in, and whether there were any."""
    if not pieces:
        return pieces, False
    last = pieces[-1]
    part = docs[last.doc_id].text[last.start : last.stop]
    bare = part.rstrip()
    while bare.endswith(_DOTS):
        bare = bare.removesuffix("…").removesuffix("...").rstrip()
    if bare == part.rstrip():
        return pieces, False
    kept = [*pieces[:-1], Piece(last.doc_id, last.start, last.start + len(bare), last.agreement)]
    return [p for p in kept if p.stop > p.start], True


def _written(
    head: str, pieces: Sequence[Piece], docs: Mapping[str, Document]
) -> tuple[str, tuple[Segment, ...]]:
    """The text, and one segment for every stretch taken from one witness."""
    out: list[str] = [head] if head else []
    at = len(head)
    segments: list[Segment] = []
    for i, piece in enumerate(pieces):
        document = docs[piece.doc_id]
        gap = _between(pieces[i - 1], piece, docs) if i else ("\n" if head else "")
        last = segments[-1] if segments else None
        part = document.text[piece.start : piece.stop]
        if last and last.doc_id == piece.doc_id and document.text[last.d_stop : piece.start] == gap:
            out.append(gap + part)
            at += len(gap) + len(part)
            low = min(last.agreement, piece.agreement)
            segments[-1] = Segment(last.start, at, last.doc_id, last.d_start, piece.stop, last.language, low)
            continue
        out.append(gap + part)
        start = at + len(gap)
        at = start + len(part)
        segments.append(
            Segment(start, at, piece.doc_id, piece.start, piece.stop, document.language, piece.agreement)
        )
    return "".join(out), tuple(segments)


def _between(a: Piece, b: Piece, docs: Mapping[str, Document]) -> str:
    """The white space between two pieces: as it is in the witness they share, else as either has it."""
    before, after = (
        docs[a.doc_id].text[a.stop : a.stop + 3],
        docs[b.doc_id].text[max(0, b.start - 3) : b.start],
    )
    if a.doc_id == b.doc_id and a.stop <= b.start:
        between = docs[a.doc_id].text[a.stop : b.start]
        if not between.strip() and len(between) < 4:
            return between
    left = before[: len(before) - len(before.lstrip())]
    right = after[len(after.rstrip()) :]
    if before and not left and not right and before[0].isalnum() is False and after[-1:].isalnum():
        return ""
    if "\n" in left + right:
        return "\n"
    return left[:1] or right[:1]


def _gaps(
    report: Report, ranked: Sequence[_Source], text: str, cut: bool
) -> tuple[tuple[Gap, ...], str, list[Reason]]:
    if not text:
        reason = Reason("credited", 1.0, "no words of it survive")
        return (Gap(0, "end", "known by credit alone"),), "no", [reason]
    kinds = {source.kind for source in ranked if source.units}
    if kinds == {"quotation"}:
        gaps = (Gap(0, "start", "only quoted"), Gap(len(text), "end", "only quoted"))
        return gaps, "no", [Reason("quoted", float(len(ranked)), "only what others quote survives")]
    best = ranked[0]
    stop = text.rstrip()[-1:]
    broken = cut or (len(best.units) > 1 and (stop.isalnum() or stop in _OPEN))
    broken = broken or ("original" in kinds and best.kind == "original" and best.document.truncated)
    ends = all(s.document.truncated for s in ranked if s.kind not in _MIXED) and "original" not in kinds
    if broken or (ends and kinds - _MIXED):
        why = "every witness in its language breaks off" if ends else "the last words are cut"
        return (Gap(len(text), "end", why),), "no", [Reason("cut", 1.0, why)]
    if "original" in kinds:
        return (), "yes", [Reason("original", 1.0, "the original itself survives")]
    if kinds <= _MIXED:
        return (), "unknown", [Reason("mixed", 1.0, "only found together with other text")]
    agreed = sum(s.words >= 0.95 * best.words and s.parent is None for s in ranked)
    if agreed >= 2:
        return (), "yes", [Reason("agreement", float(agreed), "independent witnesses end at the same place")]
    return (), "unknown", [Reason("alone", 1.0, "one witness goes this far; nothing says whether it is all")]


def restorations(
    reports: Iterable[Report],
    documents: Iterable[Document],
    regions: Iterable[Region],
    reuse: Sequence[Reuse] = (),
) -> Iterator[Restoration]:
    """Every report's restoration, in the order of ``reports``; each looks at its own witnesses only.

    >>> page = Document("a", "c", text="Мост закрыт", language="ru")
    >>> [made.text for made in restorations([Report("r", None, None, "a")], [page], [])]
    ['Мост закрыт']
    """
    by_id = {document.doc_id: document for document in documents}
    marks: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        marks[region.doc_id].append(region)
    for report in reports:
        ids = {witness.doc_id for witness in report.witnesses} | {report.original}
        mine = [by_id[doc_id] for doc_id in sorted(i for i in ids if i in by_id)]
        yield restore(report, mine, [r for d in mine for r in marks[d.doc_id]], reuse)
