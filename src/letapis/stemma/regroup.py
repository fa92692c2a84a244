"""Groups of members put together and taken apart as people have said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from letapis.stemma.group import Sets
from letapis.stemma.members import Member
from letapis.stemma.verdict import Rulings

__all__ = ["regrouped"]


def regrouped(
    groups: Sequence[Sequence[Member]], main: Mapping[str, int], rules: Rulings
) -> list[list[Member]]:
    """``groups`` in which joined documents share one and parted documents share none.

    Two documents that are in one group already need no joining (an original must be in the group that the
    other mainly carries); else the groups that they mainly carry
    (``main``) become one. Of two parted documents the one that is less like the rest of the group
    leaves it, with those that have more of its readings than of the other's.

    >>> from letapis.model import Document, Verdict
    >>> from letapis.stemma.body import bodies
    >>> from letapis.stemma.members import members
    >>> from letapis.stemma.verdict import ruled
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=text, language="ru") for d in ("a", "b", "c")]
    >>> said = ruled([Verdict(1, "different_reports", "a", "b")], {"a", "b", "c"})
    >>> made = regrouped(members(bodies(pages), []), {"a": 0, "b": 0, "c": 0}, said)
    >>> [[member.doc_id for member in group] for group in made]
    [['a', 'c'], ['b']]
    """
    found = _merged(groups, main, rules) if rules.joined else [list(group) for group in groups]
    if not rules.parted:
        return found
    kin = Sets()
    for v in rules.joined:
        kin.join(v.subject, v.other or v.subject)
    waiting, done = found[::-1], []
    while waiting:
        group = waiting.pop()
        ids = {m.doc_id for m in group}
        pair = next((sorted(p) for p in rules.parted if p <= ids), None)
        if pair is None:
            done.append(group)
        else:
            waiting.extend(reversed(_split(group, pair[0], pair[1], kin)))
    return done


def _merged(
    groups: Sequence[Sequence[Member]], main: Mapping[str, int], rules: Rulings
) -> list[list[Member]]:
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for m in group:
            holders[m.doc_id].add(number)
    sets = Sets()
    names = [f"{number:09}" for number in range(len(groups))]
    for v in rules.joined:
        a, b = v.subject, v.other or v.subject
        if a not in main or b not in main:
            continue
        # an original must be in the very report that is named by a document which mainly carries it
        if main[a] not in holders[b] if v.says == "original" else not holders[a] & holders[b]:
            sets.join(names[main[a]], names[main[b]])
    found: defaultdict[str, dict[str, Member]] = defaultdict(dict)
    for name, group in zip(names, groups, strict=True):
        kept = found[sets.head(name)]
        for m in group:
            kept[m.doc_id] = _both(kept[m.doc_id], m) if m.doc_id in kept else m
    return [list(kept.values()) for kept in found.values()]


def _both(a: Member, b: Member) -> Member:
    """What a document holds of two reports that are one."""
    rows = dict(zip(a.units, a.labels, strict=True)) | dict(zip(b.units, b.labels, strict=True))
    units = tuple(sorted(rows, key=lambda unit: unit.start))
    more = sum(unit.words for unit in units) - a.words
    return replace(
        a,
        units=units,
        labels=tuple(rows[unit] for unit in units),
        lead=min(a.lead, b.lead),
        before=min(a.before, b.before),
        behind=min(a.behind, b.behind),
        foreign=max(0, a.foreign - more),
        alien=max(0, a.alien - more),
        others=a.others - set(b.labels),
    )


def _split(group: Sequence[Member], a: str, b: str, kin: Sets) -> list[list[Member]]:
    """The members that stay with the one of two documents, and those that leave with the other."""
    by_id = {m.doc_id: m for m in group}
    said = {d: {unit.forms for unit in by_id[d].units} for d in (a, b)}
    pull: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for m in group:
        if m.doc_id not in (a, b):
            for side, d in enumerate((a, b)):
                pull[kin.head(m.doc_id)][side] += sum(u.words for u in m.units if u.forms in said[d])
    if kin.head(a) == kin.head(b):  # said at different times of documents that were not there
        kin = Sets()
    to_a, to_b = (sum(both[side] for both in pull.values()) for side in (0, 1))
    # of two that are equally like the rest the one with more of the report stays
    stays_a = (to_a, by_id[a].words, b) >= (to_b, by_id[b].words, a)
    side = 1 if stays_a else 0
    leaver, stayer = (b, a) if stays_a else (a, b)
    leaving = {kin.head(leaver)}
    leaving |= {head for head, both in pull.items() if both[side] > both[1 - side]} - {kin.head(stayer)}
    away = [m for m in group if kin.head(m.doc_id) in leaving]
    return [[m for m in group if kin.head(m.doc_id) not in leaving], away]
