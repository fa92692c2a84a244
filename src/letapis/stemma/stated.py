"""Families joined, and trees hung, as people have said: what remains when the texts have had their say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from letapis.model import Report
from letapis.stemma.descent import LOST
from letapis.stemma.family import Family
from letapis.stemma.foreign import joined
from letapis.stemma.verdict import Rulings

__all__ = ["assembled", "loosened"]


def assembled(found: Sequence[Family], rules: Rulings) -> list[Family]:
    """``found`` with the families joined that are said to be one, and every tree as it is said to be.

    Families that share no text, in one language, are joined *loosely*: the members of the one are
    witnesses by a person's word, and their sentences are not collated.

    >>> from letapis.stemma.verdict import FREE
    >>> assembled([], FREE)
    []
    """
    families = dict(enumerate(found))
    home, holders = _places(families, rules)
    for said in rules.joined:
        a, b = said.subject, said.other or said.subject
        one, two = home.get(a), home.get(b)
        if one is None or two is None or one == two:
            continue
        if one in holders[b] if said.says == "original" else holders[a] & holders[b]:
            continue
        if _first(families[one], families[two], rules) < 0:
            one, two = two, one
        mine, theirs = families[one], families.pop(two)
        made = joined(mine, theirs, rules)
        if mine.language == theirs.language:
            made = replace(made, loose=mine.loose | {m.doc_id for m in theirs.members})
        families[one] = made
        home.update({d: one for d, i in home.items() if i == two})
        for held in holders.values():
            if two in held:
                held.add(one)
    return [_enforced(family, rules) for family in families.values()]


def _places(families: Mapping[int, Family], rules: Rulings) -> tuple[dict[str, int], dict[str, set[int]]]:
    """Of every document that anything is said of, the family it mainly carries, and all that hold it."""
    home: dict[str, int] = {}
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, family in families.items():
        for member in family.members:
            if member.doc_id in rules.docs:
                holders[member.doc_id].add(number)
                if member.doc_id in family.main:
                    home[member.doc_id] = number
    return home, holders


def loosened(report: Report, loose: Collection[str]) -> Report:
    """``report`` in which the ``loose`` witnesses have no stretches: nothing is restored from them.

    >>> loosened(Report("r", None, None, None), ()).witnesses
    ()
    """
    if not loose:
        return report
    witnesses = tuple(
        replace(w, reasons=tuple(r for r in w.reasons if r.feature != "stretch")) if w.doc_id in loose else w
        for w in report.witnesses
    )
    return replace(report, witnesses=witnesses)


def _first(one: Family, two: Family, rules: Rulings) -> float:
    """Above zero where ``one`` comes before ``two``: as is said, else the larger, else the smaller id."""
    said = rules.order(one.main, two.main)
    if said:
        return said
    more = len(one.members) - len(two.members)
    return more or (1 if min(one.main) < min(two.main) else -1)


def _enforced(family: Family, rules: Rulings) -> Family:
    """The family with the stated original and parents, where what the texts say did not lead there."""
    members = {m.doc_id: None for m in family.members}
    if not rules.among(members):
        return family
    parent, original = dict(family.parent), family.original
    said = rules.original(family.main)
    if said is not None and said.other != original and (said.other is None or said.other in members):
        _root(parent, original, said.other)
        original = said.other
    for child, stated in rules.parents.items():
        if child in members and stated.subject in members and parent.get(child) != stated.subject:
            original = None if child == original else original
            _hang(parent, child, stated.subject, rules)
    for above, child in rules.barred:
        if parent.get(child) == above:
            root = LOST if original is None else original
            parent[child] = LOST if above == root else root
    return replace(family, parent=parent, original=original)


def _root(parent: dict[str, str], old: str | None, new: str | None) -> None:
    if old is not None:
        parent[old] = LOST if new is None else new
    if new is not None:
        parent.pop(new, None)
        parent.update({child: new for child, above in parent.items() if above == LOST})


def _hang(parent: dict[str, str], child: str, above: str, rules: Rulings) -> None:
    """Hang ``child`` below ``above``; what hung below the child and is now above it takes its place."""
    chain, at = [], above
    while at in parent and at != child:
        chain.append(at)
        at = parent[at]
    if at == child:
        free = next((d for d in chain if d not in rules.parents), above)
        parent[free] = parent.get(child, LOST)
    parent[child] = above
