"""What people have said, as the inference takes it: a verdict outweighs all that is observed.

Verdicts go in where the inference decides, so that what depends on a decision follows from the stated one:
joins and partings where documents are grouped, parents as costs of the tree, outlet and original where a
family is settled. Without verdicts nothing here is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from letapis.model import Citation, Reason, Report, Reuse, Suggestion, Verdict, Witness

__all__ = ["FREE", "STATED", "Rulings", "ruled"]

STATED = 1e6
"""What a stated parent is cheaper by and a barred root dearer, and what a stated outlet weighs: more than
all else together."""
TRIED = 200
"""So many other copies are tried as parents where the original is barred."""

Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The verdicts that stand and whose documents are there, by what they are about."""

    parents: dict[str, Verdict] = field(default_factory=dict)
    """Child → who its parent is."""
    barred: dict[Edge, Verdict] = field(default_factory=dict)
    """Parent and child that are not."""
    joined: list[Verdict] = field(default_factory=list)
    """Pairs that carry one report: stated so, or as parent, or as a report's original."""
    parted: dict[frozenset[str], Verdict] = field(default_factory=dict)
    apart: dict[frozenset[str], Verdict] = field(default_factory=dict)
    """Pairs whose shared text is no reuse."""
    outlets: dict[str, Verdict] = field(default_factory=dict)
    originals: dict[str, Verdict] = field(default_factory=dict)
    """Outlet and original of the report that a document mainly carries."""
    findings: dict[str, list[Verdict]] = field(default_factory=dict)
    """Credits and suggestions, confirmed or refuted, by their document or id."""
    docs: set[str] = field(default_factory=set)
    """All documents that anything is said of."""

    def __bool__(self) -> bool:
        return bool(self.docs)

    def among(self, doc_ids: Iterable[str]) -> Rulings:
        """The same, where anything is said of one of ``doc_ids``; else nothing."""
        return self if self.docs and not self.docs.isdisjoint(doc_ids) else FREE

    def rows(self, reuse: Sequence[Reuse]) -> list[Reuse]:
        """``reuse`` without the pairs that are none, and without translations between parted documents."""
        if not (self.apart or self.parted):
            return list(reuse)
        kept = []
        for row in reuse:
            pair = frozenset((row.earlier, row.later))
            if pair not in self.apart and not (row.kind == "translation" and pair in self.parted):
                kept.append(row)
        return kept

    def credits(self, citations: Iterable[Citation]) -> list[Citation]:
        """``citations`` without those that are refuted."""
        if not self.findings:
            return list(citations)
        return [c for c in citations if not self._refuted(c)]

    def suggestions(self, found: Iterable[Suggestion]) -> list[Suggestion]:
        """``found`` without the refuted; the confirmed say by whom.

        What is said of a set holds for a part of it. Of a larger set, to which documents have come,
        it is told and no more.
        """
        told = [v for held in self.findings.values() for v in held if not v.value]
        kept = []
        for row in found:
            about = [v for v in told if set(v.docs) & set(row.doc_ids)]
            whole = [v for v in about if set(v.docs).issuperset(row.doc_ids)]
            part = [v for v in about if v in whole or set(v.docs).issubset(row.doc_ids)]
            last = max(whole, key=lambda v: v.verdict_id, default=None)
            if last is None or last.says == "confirm":
                reasons = (*row.reasons, *(v.reason for v in ([last] if last else part)))
                kept.append(replace(row, score=1.0 if last else row.score, reasons=reasons))
        return kept

    def _refuted(self, citation: Citation) -> bool:
        said = [v for v in self.findings.get(citation.doc_id, ()) if v.value and _about(v.value, citation)]
        return bool(said) and max(said, key=lambda v: v.verdict_id).says == "refute"

    def outlet(self, main: Iterable[str]) -> Verdict | None:
        """What is said of the outlet of the report that documents mainly carry; of several, the last."""
        return _last(self.outlets, main)

    def original(self, main: Iterable[str]) -> Verdict | None:
        """What is said of its original."""
        return _last(self.originals, main)

    def below(self, members: Collection[str]) -> frozenset[str]:
        """Those of ``members`` that cannot be the original, since one of the others is their parent."""
        return frozenset(d for d in members if d in self.parents and self.parents[d].subject in members)

    def root(self, main: Iterable[str], members: Collection[str], found: str | None) -> str | None:
        """The original: the stated one, else ``found``; none where the only copy is said not to be its."""
        said = self.original(main)
        if said is not None and (said.other is None or said.other in members):
            return said.other
        if found is not None and len(members) == 2:
            (other,) = set(members) - {found}
            if (found, other) in self.barred:
                return None
        return found

    def pairs(self, members: AbstractSet[str], root: str) -> set[Edge]:
        """Pairs that must be tried as parent and child, beside those with something in common."""
        found = {(v.subject, child) for child, v in self.parents.items() if child in members}
        for parent, child in self.barred:
            if parent == root and child in members:
                found.update((m, child) for m in sorted(members)[:TRIED])
        return {(p, c) for p, c in found if p in members and p not in (c, root) and c != root}

    def weigh(self, costs: dict[Edge, float], root: str) -> None:
        """Change ``costs`` so that the cheapest tree is one that is stated.

        >>> no = Verdict(2, "not_parent", "r", "a")
        >>> said = ruled([Verdict(1, "parent", "a", "b"), no], ())
        >>> costs = {("r", "a"): 1.0, ("r", "b"): 1.0, ("a", "b"): 9.0, ("c", "a"): 9.0}
        >>> said.weigh(costs, "r")
        >>> [min(costs, key=lambda edge: (edge[1] != child, costs[edge]))[0] for child in "ab"]
        ['c', 'a']
        """
        for child, said in self.parents.items():
            if (said.subject, child) in costs:
                costs[said.subject, child] -= STATED
        for edge in self.barred:
            if edge in costs and edge[0] == root:
                costs[edge] += STATED
            else:
                costs.pop(edge, None)

    def split(self, one: AbstractSet[str], two: AbstractSet[str]) -> bool:
        """Whether a document of the one set and one of the other carry different reports."""
        return any(pair & one and pair & two and pair <= one | two for pair in self.parted)

    def order(self, one: AbstractSet[str], two: AbstractSet[str]) -> int:
        """1 where ``one`` is said to come before ``two``, -1 where it is the other way, 0 where neither."""
        for child, said in self.parents.items():
            for way, above, below in ((1, one, two), (-1, two, one)):
                if child in below and said.subject in above:
                    return way
        said_of = self.original(one | two)
        source = said_of.other if said_of is not None else None
        return (source in one) - (source in two)

    def reasons(self, report: Report, main: AbstractSet[str]) -> Report:
        """``report`` with what is said of it and of its witnesses; ``main``: who mainly carries it."""
        members = {w.doc_id for w in report.witnesses} | ({report.original} if report.original else set())
        said = [v for v in (self.outlet(main), self.original(main)) if v is not None]
        said += [v for v in self.joined if v.says == "same_report" and {v.subject, v.other} <= members]
        told = [v for pair, v in self.parted.items() if len(pair & members) == 1 and pair & main]
        witnesses = tuple(
            replace(w, reasons=(*w.reasons, *dict.fromkeys(self._why(w, report.outlet, main))))
            for w in report.witnesses
        )
        reasons = tuple(dict.fromkeys(v.reason for v in sorted((*said, *told), key=lambda v: v.verdict_id)))
        sure = bool(said) or (not main and any(self._credits(w.doc_id, report.outlet) for w in witnesses))
        score = 1.0 if sure else report.score
        return replace(report, witnesses=witnesses, score=score, reasons=(*report.reasons, *reasons))

    def _why(self, witness: Witness, outlet: str | None, main: AbstractSet[str]) -> list[Reason]:
        found = []
        said = self.parents.get(witness.doc_id)
        if said is not None and said.subject == witness.parent:
            found.append(said.reason)
        found += [v.reason for (_, child), v in self.barred.items() if child == witness.doc_id]
        found += self._credits(witness.doc_id, outlet)
        if witness.doc_id in main:
            found += [v.reason for v in self.findings.get(witness.doc_id, ()) if v.says == "refute"]
        return found

    def _credits(self, doc_id: str, outlet: str | None) -> list[Reason]:
        """The confirmations of a document's credits to an outlet."""
        held = self.findings.get(doc_id, ())
        return [v.reason for v in held if v.says == "confirm" and (v.value or "").partition(" ")[2] == outlet]


FREE = Rulings()
"""Nobody has said anything."""


def ruled(verdicts: Iterable[Verdict], known: Collection[str]) -> Rulings:
    """The verdicts that stand, ready for the inference; those about a document not ``known`` are idle.

    >>> said = [Verdict(1, "parent", "a", "b", docs=("a", "b")), Verdict(2, "outlet", "c", None, "X", ("c",))]
    >>> found = ruled(said, {"a", "b"})
    >>> sorted(found.parents), [(v.subject, v.other) for v in found.joined], found.outlets
    (['b'], [('a', 'b')], {})
    """
    found = Rulings()
    for v in verdicts:
        if v.state == "stands" and all(doc_id in known for doc_id in v.docs):
            _put(found, v, v.other or "")
    return found if found else FREE


def _put(found: Rulings, v: Verdict, other: str) -> None:
    found.docs.update(v.docs, (v.subject, other) if other else (v.subject,))
    pair = frozenset((v.subject, other))
    match v.says:
        case "parent":
            found.parents[other] = v
        case "not_parent":
            found.barred[v.subject, other] = v
        case "different_reports":
            found.parted[pair] = v
        case "no_reuse":
            found.apart[pair] = v
        case "outlet":
            found.outlets[v.subject] = v
        case "original" | "lost_original":
            found.originals[v.subject] = v
        case "confirm" | "refute":
            found.findings.setdefault(v.subject, []).append(v)
    if v.says in ("same_report", "parent") or (v.says == "original" and other != v.subject):
        found.joined.append(v)


def _last(said: Mapping[str, Verdict], main: Iterable[str]) -> Verdict | None:
    found = [said[doc_id] for doc_id in main if doc_id in said] if said else []
    return max(found, key=lambda v: v.verdict_id, default=None)


def _about(value: str, citation: Citation) -> bool:
    """Whether a credit is the one that a verdict names: most of the shorter of both stretches is common.

    A credit in what was left out of the text has no place; it is named by its outlet.
    """
    place, _, outlet = value.partition(" ")
    if citation.start is None or citation.stop is None or place == "residue":
        return citation.start is None and place == "residue" and citation.outlet == outlet
    start, stop = (int(part) for part in place.split("-"))
    both = min(stop, citation.stop) - max(start, citation.start)
    return 2 * both > min(stop - start, citation.stop - citation.start)
