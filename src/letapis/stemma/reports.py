"""Reports: what was published once, and the documents that carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from letapis.model import Citation, Document, Reason, Region, Report, Reuse, Witness
from letapis.stemma.body import bodies
from letapis.stemma.credits import credited
from letapis.stemma.family import Family, family, when
from letapis.stemma.foreign import translated
from letapis.stemma.group import components
from letapis.stemma.main import mainly
from letapis.stemma.members import Member, members
from letapis.stemma.reasons import beside, stretches, why
from letapis.stemma.regroup import regrouped
from letapis.stemma.second import Second
from letapis.stemma.shape import kind, survival
from letapis.stemma.stated import assembled, loosened
from letapis.stemma.told import cited
from letapis.stemma.verdict import FREE, STATED, Rulings
from letapis.text import content_id

__all__ = ["reports"]


def reports(
    documents: Sequence[Document],
    regions: Sequence[Region],
    reuse: Sequence[Reuse],
    citations: Sequence[Citation],
    rules: Rulings = FREE,
) -> list[Report]:
    """The reports that ``documents`` carry, each with its witnesses, their parents and reasons.

    A document may witness several; the rows come in such an order that the first row a document
    appears in is the report it mainly carries. The order of the input changes nothing, and
    documents that share no text with a report's witnesses, translate none of them and credit
    other outlets change nothing about it. ``rules`` is what people have said: it outweighs all else.

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
    citations = rules.credits(citations) if rules else citations
    for citation in sorted(citations, key=lambda c: (c.start is None, c.start or 0, c.surface)):
        said[citation.doc_id].append(citation)
    found: list[Family] = []
    rows = sorted(rules.rows(reuse) if rules else reuse, key=lambda row: (row.earlier, row.later, row.kind))
    linked: defaultdict[str, list[Reuse]] = defaultdict(list)
    for row in rows:
        linked[row.later].append(row)
    for component in components(by_id, rows):
        found.extend(_families([by_id[d] for d in component], marks, said, linked, rules.among(component)))
    found = translated(found, rows, rules)
    if rules:
        found = assembled(found, rules)
    made = [_report(each, rules) for each in _ranked(found)]
    for each in found:
        copies = [m for m in each.members if m.doc_id != each.original or len(each.members) == 1]
        known = cited(copies, each.credits, each.outlet)
        made.extend([rules.reasons(row, frozenset()) for row in known] if rules else known)
    return made


def _families(
    documents: Sequence[Document],
    marks: defaultdict[str, list[Region]],
    said: defaultdict[str, list[Citation]],
    linked: defaultdict[str, list[Reuse]],
    rules: Rulings,
) -> list[Family]:
    given = {d.doc_id: credited(d, said[d.doc_id]) for d in documents}
    apart = {doc_id: [c.apart for c in found if c.apart] for doc_id, found in given.items()}
    read = bodies(documents, marks, apart)
    rows = [row for d in documents for row in linked[d.doc_id]]
    groups = members(read, rows)
    main = mainly(groups, given)
    if rules:
        groups = regrouped(groups, main, rules)
        main = mainly(groups, given)
    return [family(i, group, given, main, rules) for i, group in enumerate(groups)]


def _ranked(found: Iterable[Family]) -> list[Family]:
    """Families in such an order that each document comes first in the one it mainly carries."""
    families = sorted(found, key=lambda f: min(m.doc_id for m in f.members))
    score = [sum(1 if m.doc_id in f.main else -1 for m in f.members) / len(f.members) for f in families]
    return [families[i] for i in sorted(range(len(families)), key=lambda i: (-score[i], i))]


def _report(made: Family, rules: Rulings) -> Report:
    by_id = {m.doc_id: m for m in made.members}
    kinds = {d: kind(by_id[d], by_id.get(p), made.read, made.language) for d, p in made.parent.items()}
    kinds.update(dict.fromkeys(made.loose & kinds.keys(), "quotation"))
    witnesses = tuple(
        Witness(
            d,
            kinds[d],
            p or None,
            why(by_id[d], by_id.get(p), made.read, made.credits[d], d in made.main)
            + beside(made.second.get(d)),
            _also(made.second.get(d)),
        )
        for d, p in sorted(made.parent.items())
    )
    best = _best(made)
    reasons: list[Reason] = []
    if 0 < made.weight < STATED:
        reasons.append(Reason("credits", made.weight, f"credited to {made.outlet}"))
    if made.original is not None:
        reasons.extend(stretches(by_id[made.original]))
    report = Report(
        report_id=_id(made),
        outlet=made.outlet,
        title=_title(best),
        original=made.original,
        witnesses=witnesses,
        language=made.language,
        survives=survival(made.members),
        score=1.0 if made.original or len(made.members) == 1 else 0.8,
        reasons=tuple(reasons),
    )
    return rules.reasons(loosened(report, made.loose), made.main) if rules.among(by_id) else report


def _also(second: Second | None) -> tuple[str, ...]:
    return (second.source,) if second and second.source else ()


def _id(made: Family) -> str:
    """Hash of the outlet and of the original, or the earliest document that mainly carries the report.

    Of a report that no document mainly carries the place in its earliest document counts as well:
    that document founds another.
    """
    ours = [m for m in made.members if m.doc_id in made.main]
    founder = min(ours or made.members, key=lambda m: (m.doc_id != made.original, *when(m), m.doc_id))
    if founder.doc_id in made.main:
        return content_id("report", founder.doc_id, made.outlet)
    return content_id("report", founder.doc_id, made.outlet, founder.units[0].start)


def _best(made: Family) -> Member:
    """The member that keeps most of the report, least mixed and least altered."""
    if made.original is not None:
        return next(m for m in made.members if m.doc_id == made.original)

    def rank(m: Member) -> tuple[object, ...]:
        slips = len(made.read[m.doc_id].slips) if m.doc_id in made.read else 0
        first = made.read[m.doc_id].first if m.doc_id in made.read else 0
        return first > 0, m.lead > 0, slips - m.words / 20, m.foreign, m.doc_id

    own = [
        m for m in made.members if m.body.document.language == made.language and m.doc_id not in made.loose
    ]
    return min(own or made.members, key=rank)


def _title(member: Member) -> str | None:
    document = member.body.document
    if document.title and not member.lead:
        return document.title
    if not member.units:
        return document.title
    first = member.units[0]
    return document.text[first.start : first.stop].split("\n", 1)[0][:300]
