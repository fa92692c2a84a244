"""Reports: what was published once, and the documents that carry it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from letapis.model import Citation, Document, Reason, Region, Report, Reuse, Witness
from letapis.stemma.credits import Credit, credits, owner
from letapis.stemma.descent import LOST, Reading, parents, readings, standard
from letapis.stemma.group import components
from letapis.stemma.members import Body, Member, members
from letapis.stemma.order import merged
from letapis.stemma.reasons import stretches, why
from letapis.stemma.shape import kind, survival
from letapis.stemma.told import cited
from letapis.stemma.units import classes, units
from letapis.text import content_id

__all__ = ["reports"]


@dataclass(frozen=True, slots=True)
class Family:
    """A report in the making."""

    members: tuple[Member, ...]
    outlet: str | None
    weight: float
    original: str | None
    read: dict[str, Reading]
    parent: dict[str, str]
    credits: dict[str, list[Credit]]
    language: str | None


def reports(
    documents: Sequence[Document],
    regions: Sequence[Region],
    reuse: Sequence[Reuse],
    citations: Sequence[Citation],
) -> list[Report]:
    """The reports that ``documents`` carry, each with its witnesses, their parents and reasons.

    A document may witness several; the rows come in such an order that the first row a document
    appears in is the report it mainly carries. The order of the input changes nothing, and
    documents that share no text with a report's witnesses, translate none of them and credit
    other outlets change nothing about it.

    >>> text = "Мост через реку закрыли в среду утром на ремонт. Его откроют весной."
    >>> a = Document("a", "c1", text=text, outlet="Ранак", language="ru")
    >>> b = Document("b", "c2", text=text + "\\nИсточник: Ранак", outlet="Хвіля", language="ru")
    >>> shared = Reuse("a", "b", "reprint")
    >>> credit = Citation("b", 69, 84, "Источник: Ранак", "Ранак", kind="published_by")
    >>> [report] = reports([a, b], [], [shared], [credit])
    >>> report.outlet, report.original, [(w.doc_id, w.kind, w.parent) for w in report.witnesses]
    ('Ранак', 'a', [('b', 'reprint', 'a')])
    """
    by_id = {document.doc_id: document for document in documents}
    marks: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        marks[region.doc_id].append(region)
    said: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in sorted(citations, key=lambda c: (c.start is None, c.start or 0, c.surface)):
        said[citation.doc_id].append(citation)
    found: list[Family] = []
    rows = sorted(reuse, key=lambda row: (row.earlier, row.later, row.kind))
    linked: defaultdict[str, list[Reuse]] = defaultdict(list)
    for row in rows:
        linked[row.later].append(row)
    for component in components(by_id, rows):
        found.extend(_families([by_id[d] for d in component], marks, said, linked))
    found = _translated(found, rows)
    made = [_report(family) for family in _ranked(found)]
    for family in found:
        made.extend(_cited(family))
    return made


def _families(
    documents: Sequence[Document],
    marks: defaultdict[str, list[Region]],
    said: defaultdict[str, list[Citation]],
    linked: defaultdict[str, list[Reuse]],
) -> list[Family]:
    given = {d.doc_id: credits(d, said[d.doc_id]) for d in documents}
    cut = {
        d.doc_id: units(d, marks[d.doc_id], [c.apart for c in given[d.doc_id] if c.apart])
        for d in documents
    }
    label = classes(cut)
    bodies = {
        d.doc_id: Body(d, tuple(cut[d.doc_id]), tuple(label[u] for u in cut[d.doc_id])) for d in documents
    }
    rows = [row for d in documents for row in linked[d.doc_id]]
    return [_family(group, given) for group in members(bodies, rows)]


def _family(group: Sequence[Member], given: dict[str, list[Credit]]) -> Family:
    mine = {member.doc_id: given[member.doc_id] for member in group}
    language = _language(group)
    held = Counter(s for found in mine.values() for s in {c.surface for c in found if c.apart is None})
    outlet, weight = owner((c for found in mine.values() for c in found), len(group), held)
    return _settled(tuple(group), mine, outlet, weight, language)


def _settled(
    group: tuple[Member, ...],
    mine: dict[str, list[Credit]],
    outlet: str | None,
    weight: float,
    language: str | None,
) -> Family:
    if len(group) == 1:
        return _single(group[0], mine, outlet, weight)
    rows = sorted(group, key=lambda m: (-m.words, m.foreign, m.doc_id))
    order = {number: i for i, number in enumerate(merged(m.labels for m in rows))}
    read = readings(group, standard(group, None), order)
    original = _original(group, outlet, mine, read)
    if original is not None:
        kept = next(m for m in group if m.doc_id == original)
        read = readings(group, standard(group, kept), order)
        outlet = outlet or kept.body.document.outlet
    parent = parents(group, read, original)
    return Family(group, outlet, weight, original, read, parent, mine, language)


def _single(member: Member, mine: dict[str, list[Credit]], outlet: str | None, weight: float) -> Family:
    """A document alone: its own outlet's report, unless a credit apart says whose it repeats."""
    document = member.body.document
    taken = any(c.weight >= 4.0 and c.outlet == outlet for c in mine[member.doc_id])
    read: dict[str, Reading] = {}
    if taken:
        return Family((member,), outlet, weight, None, read, {member.doc_id: LOST}, mine, document.language)
    return Family((member,), document.outlet, 0.0, member.doc_id, read, {}, mine, document.language)


def _language(group: Iterable[Member]) -> str | None:
    counts: Counter[str] = Counter()
    for member in group:
        if member.body.document.language:
            counts[member.body.document.language] += 1
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _original(
    group: Sequence[Member], outlet: str | None, mine: dict[str, list[Credit]], read: dict[str, Reading]
) -> str | None:
    """The document that is the original itself, if it is among the members."""
    most = max(m.words for m in group)
    if outlet is not None:
        own = [m for m in group if m.body.document.outlet == outlet and m.words >= 0.8 * most]
    else:
        full = max(len(r.held) for r in read.values())
        own = [
            m
            for m in group
            if not m.foreign
            and m.words >= 0.95 * most
            and len(read[m.doc_id].held) >= full - 1
            and not m.body.ellipsis
            and not any(c.weight >= 1.0 for c in mine[m.doc_id])
        ]
    if not own:
        return None
    best = min(own, key=lambda m: (len(read[m.doc_id].slips), *_when(m), -m.words, m.doc_id))
    return best.doc_id


def _when(member: Member) -> tuple[bool, str]:
    date = member.body.document.published
    return date is None, str(date or "")


def _ranked(found: Iterable[Family]) -> list[Family]:
    """Families in such an order that each document comes first in the one it mainly carries.

    It mainly carries the report it holds whole; else the one that stands inside the other text;
    else the one it credits or holds most of.
    """
    families = sorted(found, key=lambda f: min(m.doc_id for m in f.members))
    most = [max(m.words for m in family.members) for family in families]
    places: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for i, family in enumerate(families):
        for m in family.members:
            whole = m.words >= 0.8 * most[i] and len(family.members) > 1
            credited = any(c.outlet == family.outlet and c.weight >= 1 for c in family.credits[m.doc_id])
            rank = 4.0 * credited + 3.0 * (m.doc_id == family.original) + 2.0 * whole + 1.5 * (m.lead > 0)
            places[m.doc_id].append((rank + m.words / (m.words + m.foreign + 1), i))
    score: Counter[int] = Counter()
    for ranks in places.values():
        if len(ranks) > 1:
            first = max(ranks)[1]
            score.update({i: (1 if i == first else -1) for _, i in ranks})
    return [families[i] for i in sorted(range(len(families)), key=lambda i: (-score[i], i))]


def _translated(found: list[Family], rows: Iterable[Reuse]) -> list[Family]:
    """Families in other languages join the one that they translate."""
    del rows
    return found


def _report(family: Family) -> Report:
    by_id = {m.doc_id: m for m in family.members}
    kinds = {d: kind(by_id[d], p and by_id[p], family.read, family.language) for d, p in family.parent.items()}
    witnesses = tuple(
        Witness(d, kinds[d], p or None, why(by_id[d], by_id.get(p), family.read, family.credits[d]))
        for d, p in sorted(family.parent.items())
    )
    founder = family.original or min(family.members, key=lambda m: (*_when(m), m.doc_id)).doc_id
    best = _best(family)
    reasons: list[Reason] = []
    if family.weight:
        reasons.append(Reason("credits", family.weight, f"credited to {family.outlet}"))
    if family.original is not None:
        reasons.extend(stretches(by_id[family.original]))
    return Report(
        report_id=content_id("report", founder, family.outlet),
        outlet=family.outlet,
        title=_title(best),
        original=family.original,
        witnesses=witnesses,
        language=family.language,
        survives=survival(family.members),
        score=1.0 if family.original or len(family.members) == 1 else 0.8,
        reasons=tuple(reasons),
    )


def _best(family: Family) -> Member:
    """The member that keeps most of the report, least mixed and least altered."""
    if family.original is not None:
        return next(m for m in family.members if m.doc_id == family.original)

    def rank(m: Member) -> tuple[object, ...]:
        slips = len(family.read[m.doc_id].slips) if m.doc_id in family.read else 0
        first = family.read[m.doc_id].first if m.doc_id in family.read else 0
        return first > 0, m.lead > 0, slips - m.words / 20, m.foreign, m.doc_id

    own = [m for m in family.members if m.body.document.language == family.language]
    return min(own or family.members, key=rank)


def _title(member: Member) -> str | None:
    document = member.body.document
    if document.title and not member.lead:
        return document.title
    if not member.units:
        return document.title
    first = member.units[0]
    return document.text[first.start : first.stop].split("\n", 1)[0][:300]


def _cited(family: Family) -> list[Report]:
    """Reports known only because a document that stands alone credits their outlets."""
    if len(family.members) > 1:
        return []
    return [replace(row) for row in cited(family.members[0], family.credits, family.outlet)]
