"""A report in the making: its members, its outlet, its original and who took it from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from letapis.stemma.credits import Credit, owner
from letapis.stemma.descent import LOST, Reading, parents, readings, standard
from letapis.stemma.members import Member
from letapis.stemma.order import merged
from letapis.stemma.second import Second, seconds
from letapis.stemma.verdict import FREE, STATED, Rulings

__all__ = ["Family", "family", "publishers", "settled", "weighed", "when"]


ADDED = 25
"""Words that a copy has more than the original from which they are an addition, as in ``reuse``."""
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
    second: dict[str, Second] = field(default_factory=dict)
    """Second sources of copies that took from two."""
    loose: frozenset[str] = frozenset()
    """Members that only a person's word joins to it: they share no text with the others."""


def family(
    number: int,
    group: Sequence[Member],
    given: dict[str, list[Credit]],
    main: dict[str, int],
    rules: Rulings = FREE,
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
    outlet, weight = owner(weighed(group, mine), publishers(group))
    ours = frozenset(d for d in mine if main[d] == number)
    return settled(tuple(group), mine, outlet, weight, language, ours, rules)


def publishers(group: Iterable[Member]) -> dict[str, str | None]:
    """Who published each member's document.

    >>> publishers([])
    {}
    """
    return {m.doc_id: m.body.document.outlet for m in group}


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
    rules: Rulings = FREE,
) -> Family:
    """The family when its outlet is known: whether the original is there, and who took from whom.

    ``rules`` is what has been said of it, which outweighs all that is observed.

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
    stated = rules.outlet(main) if rules else None
    if stated is not None:
        outlet, weight = stated.value, STATED
    if len(group) == 1:
        return _single(group[0], mine, outlet, weight, main, rules)
    rows = sorted(group, key=lambda m: (-m.words, m.foreign, m.doc_id))
    order = {number: i for i, number in enumerate(merged(m.labels for m in rows))}
    read = readings(group, standard(group, None), order)
    original = _original(group, outlet, mine, read, rules.below(mine) if rules else frozenset())
    said = rules.original(main) if rules else None
    if rules:
        original = rules.root(main, mine, original)
    if original is not None:
        kept = next(m for m in group if m.doc_id == original)
        group = tuple(_less(member, kept) for member in group)
        read = readings(group, standard(group, kept), order)
        if said is not None and weight < STATED:
            outlet, weight = kept.body.document.outlet or outlet, 0.0
        outlet = outlet or kept.body.document.outlet
    sure = {doc_id: {c.outlet for c in said if c.weight >= SURE} - {outlet} for doc_id, said in mine.items()}
    parent = parents(group, read, original, sure, rules)
    second = seconds(group, read, parent, original)
    if rules.barred:
        second = {d: one for d, one in second.items() if (one.source, d) not in rules.barred}
    return Family(group, outlet, weight, original, read, parent, mine, language, main, second)


def _less(member: Member, original: Member) -> Member:
    """The member without what the original has not, where that is more than a phrase: its own addition."""
    held = set(original.labels)
    more = sum(u.words for u, number in zip(member.units, member.labels, strict=True) if number not in held)
    apart = member.body.document.language != original.body.document.language
    if apart or original.body.cut or not ADDED <= more < member.words:
        return member
    kept = [(u, number) for u, number in zip(member.units, member.labels, strict=True) if number in held]
    units, labels = tuple(u for u, _ in kept), tuple(number for _, number in kept)
    return replace(member, units=units, labels=labels, foreign=member.foreign + more)


def _single(
    member: Member,
    mine: dict[str, list[Credit]],
    outlet: str | None,
    weight: float,
    main: frozenset[str],
    rules: Rulings,
) -> Family:
    """A document alone: its own outlet's report, unless a credit apart says whose it repeats."""
    document = member.body.document
    taken = weight >= 4.0 and outlet is not None and outlet != document.outlet
    home = (outlet, weight) if weight >= STATED else (document.outlet, 0.0)
    said = rules.original(main) if rules else None
    if said is not None and said.other in (None, member.doc_id):
        taken = said.other is None
        outlet, weight = (outlet, weight) if taken and outlet else home
    if taken:
        parent = {member.doc_id: LOST}
        return Family((member,), outlet, weight, None, {}, parent, mine, document.language, main)
    return Family((member,), *home, member.doc_id, {}, {}, mine, document.language, main)


def _language(group: Iterable[Member]) -> str | None:
    counts: Counter[str] = Counter()
    for member in group:
        if member.body.document.language:
            counts[member.body.document.language] += 1
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


def _original(
    group: Sequence[Member],
    outlet: str | None,
    mine: dict[str, list[Credit]],
    read: dict[str, Reading],
    below: frozenset[str],
) -> str | None:
    """The document that is the original itself, if it is among the members; none of ``below`` is."""
    most = max(m.words for m in group)
    common = _common(read)
    if outlet is not None:
        # what one copy alone has may be its own: a page that has what the others share is whole
        shared = max(_said(m, common) for m in group)
        own = [
            m
            for m in group
            if m.body.document.outlet == outlet
            and (m.words >= 0.8 * most or _said(m, common) >= 0.95 * shared > 0)
        ]
    else:
        full = max(len(r.held & common) for r in read.values())
        most = max(_said(m, common) for m in group)
        own = [
            m
            for m in group
            if not m.foreign
            and _said(m, common) >= 0.95 * most
            and len(read[m.doc_id].held & common) >= full - 1
            and not m.body.ellipsis
            and not any(c.weight >= 1.0 for c in mine[m.doc_id])
        ]
    own = [m for m in own if m.doc_id not in below]
    if not own:
        return None
    best = min(own, key=lambda m: (len(read[m.doc_id].slips), *when(m), -m.words, m.doc_id))
    return best.doc_id


def _common(read: Mapping[str, Reading]) -> set[int]:
    """The sentences that two documents have; one may have added its own. All where few are shared."""
    held = Counter(number for reading in read.values() for number in reading.held)
    shared = {number for number, count in held.items() if count > 1}
    return shared if len(read) > 2 and 2 * len(shared) > len(held) else set(held)


def _said(member: Member, classes: AbstractSet[int]) -> int:
    pairs = zip(member.units, member.labels, strict=True)
    return sum(unit.words for unit, number in pairs if number in classes)


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
