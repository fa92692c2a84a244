"""A report in the making: its members, its outlet, its original and who took it from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from letapis.stemma.credits import Credit, owner
from letapis.stemma.descent import LOST, Reading, parents, readings, standard
from letapis.stemma.members import Member
from letapis.stemma.order import merged

__all__ = ["Family", "family", "settled", "weighed", "when"]


SURE = 2.0
"""A credit of this weight says where a document was taken from, not only whom it mentions."""


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

    main: frozenset[str]
    """Documents that carry this report before all others."""


def family(
    number: int, group: Sequence[Member], given: dict[str, list[Credit]], main: dict[str, int]
) -> Family:
    """The family of the members that hold one report: ``main`` says which group a document is of.

    Credits count only in the report that their document mainly carries.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> found = family(0, group, {"a": [], "b": []}, {"a": 0, "b": 0})
    >>> found.original, found.parent
    ('a', {'b': 'a'})
    """
    mine = {m.doc_id: given[m.doc_id] if main[m.doc_id] == number else [] for m in group}
    language = _language(group)
    outlet, weight = owner(weighed(group, mine))
    ours = frozenset(d for d in mine if main[d] == number)
    return settled(tuple(group), mine, outlet, weight, language, ours)


def weighed(group: Sequence[Member], given: Mapping[str, Sequence[Credit]]) -> list[Credit]:
    """All credits, a mention inside the text raised to 2 where other copies of the sentence lack it.

    Then the copier put it in. Where they have it too it is part of the report, and names a
    source that the report used.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> added = Credit("a", "Ранак", "reported_by", "пишет Ранак", 0.5, 20, None)
    >>> [credit.weight for credit in weighed(group, {"a": [added], "b": []})]
    [2.0]
    """
    result: list[Credit] = []
    common: dict[tuple[int | None, str], bool] = {}
    for member in group:
        for credit in given[member.doc_id]:
            if credit.kind != "reported_by" or credit.apart is not None or credit.start is None:
                result.append(credit)
                continue
            number = _class_at(member, credit.start)
            if (number, credit.surface) not in common:
                held = [m for m in group if number in m.labels]
                said = sum(credit.surface in m.body.document.text for m in held)
                common[number, credit.surface] = 2 * said > len(held)
            result.append(replace(credit, weight=0.5 if common[number, credit.surface] else 2.0))
    return result


def _class_at(member: Member, at: int) -> int | None:
    pairs = zip(member.units, member.labels, strict=True)
    return next((number for unit, number in pairs if unit.start <= at < unit.stop), None)


def settled(
    group: tuple[Member, ...],
    mine: dict[str, list[Credit]],
    outlet: str | None,
    weight: float,
    language: str | None,
    main: frozenset[str],
) -> Family:
    """The family when its outlet is known: whether the original is there, and who took from whom.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> made = settled(tuple(group), {"a": [], "b": []}, "Ранак", 4.0, "ru", frozenset("ab"))
    >>> made.original, made.parent
    (None, {'a': '', 'b': ''})
    """
    if len(group) == 1:
        return _single(group[0], mine, outlet, weight, main)
    rows = sorted(group, key=lambda m: (-m.words, m.foreign, m.doc_id))
    order = {number: i for i, number in enumerate(merged(m.labels for m in rows))}
    read = readings(group, standard(group, None), order)
    original = _original(group, outlet, mine, read)
    if original is not None:
        kept = next(m for m in group if m.doc_id == original)
        read = readings(group, standard(group, kept), order)
        outlet = outlet or kept.body.document.outlet
    sure = {doc_id: {c.outlet for c in said if c.weight >= SURE} - {outlet} for doc_id, said in mine.items()}
    parent = parents(group, read, original, sure)
    return Family(group, outlet, weight, original, read, parent, mine, language, main)


def _single(
    member: Member,
    mine: dict[str, list[Credit]],
    outlet: str | None,
    weight: float,
    main: frozenset[str],
) -> Family:
    """A document alone: its own outlet's report, unless a credit apart says whose it repeats."""
    document = member.body.document
    taken = weight >= 4.0 and outlet is not None and outlet != document.outlet
    read: dict[str, Reading] = {}
    if taken:
        return Family(
            (member,), outlet, weight, None, read, {member.doc_id: LOST}, mine, document.language, main
        )
    return Family((member,), document.outlet, 0.0, member.doc_id, read, {}, mine, document.language, main)


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
    best = min(own, key=lambda m: (len(read[m.doc_id].slips), *when(m), -m.words, m.doc_id))
    return best.doc_id


def when(member: Member) -> tuple[bool, str]:
    """A key that sorts members by date, the undated last.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> when(group[0])
    (True, '')
    """
    date = member.body.document.published
    return date is None, str(date or "")
