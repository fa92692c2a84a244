"""Which names of people name one person.

A given name and a surname in full name somebody; whoever shares both, in any case, script or
language, is taken for the same person, unless sex or father's name speak against it. A part of a
name (a surname, a given name, initials) names whoever bears it in the same document; beyond the
document it names only somebody whose name nobody else in the heap bears.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from letapis.link.joining.heap import Form, Groups, tongue
from letapis.link.joining.key import bones, plain, skeletons, sound
from letapis.link.joining.person import Person, person
from letapis.link.joining.union import across

__all__ = ["people"]

_KNOWN = 2
"""In how many documents a full name must stand before a surname alone leads to it from others."""
_TIMES = 5
"""How many times as often a full name must be written for another to be taken for its misspelling."""
_MANY = 20
"""Names that are one letter apart from one another, at most, for that to say anything."""
_BOTH = 9
"""Letters of both together, at least."""
_LONG = (5, 6)
"""Letters of a given name and of a surname that a misspelling may be told by."""
_LEAST = 4
"""Consonants that a full name must have for them alone to lead from script to script."""


def people(
    groups: Groups, forms: Sequence[Form], documents: Mapping[int, Sequence[int]], total: Sequence[int]
) -> None:
    """Join the people among ``forms``.

    ``documents`` are the forms that each has, in order; ``total`` the mentions of each form.
    """
    read = {at: person(form.surface, form.language) for at, form in enumerate(forms) if form.kind == "person"}
    names = {at: one for at, one in read.items() if one is not None}
    found = _People(groups, forms, names)
    found.full()
    found.spell(total)
    found.count(documents)
    for document, those in documents.items():
        found.settle(document, those)


class _People:
    def __init__(self, groups: Groups, forms: Sequence[Form], names: Mapping[int, Person]) -> None:
        self.groups, self.forms, self.names = groups, forms, names
        self.members: dict[int, list[int]] = {}
        self.open: dict[int, list[int]] = {}
        self.bearers: dict[str, set[int]] = {}
        self.seen: dict[int, int] = {}
        self.facts: dict[int, tuple[set[str], set[str], set[str]]] = {}

    def full(self) -> None:
        """Nodes for given name, surname, and sex and father's name where these tell people apart."""
        shared: dict[tuple[str, str], list[int]] = {}
        for at, one in self.names.items():
            if one.full:
                shared.setdefault((one.given or "", plain(one.surname or "")), []).append(at)
        for key, those in shared.items():
            sexes = {self.names[at].sex for at in those} - {None}
            fathers = _fathers({self.names[at].father for at in those})
            for at in those:
                self._place(key, at, len(sexes) > 1, len(fathers) > 1)
            nodes = sorted({self.groups.whole[at] for at in those if at in self.groups.whole})
            for at in those:
                if at not in self.groups.whole:
                    self.open[at] = nodes

    def _place(self, key: tuple[str, str], at: int, by_sex: bool, by_father: bool) -> None:
        one = self.names[at]
        if (by_sex and not one.sex) or (by_father and not one.father):
            return
        marks = (one.sex if by_sex else None, one.father if by_father else None)
        node = self.groups.node(("person", *key, *marks))
        self.groups.stand(at, node, "full_name")
        self.members.setdefault(node, []).append(at)

    def spell(self, total: Sequence[int]) -> None:
        """Join full names that languages spell apart."""
        groups = self.groups
        tongues = {
            node: frozenset(tongue(self.forms[at]) for at in those) for node, those in self.members.items()
        }
        for level in (_sounds, _bones):
            keys: list[tuple[int, Hashable]] = sorted(
                {
                    (node, key)
                    for node, those in self.members.items()
                    for at in those
                    for key in level(self, at)
                }
            )
            for one, other in across(groups.sets, keys, tongues, self._agree):
                forms = [self.forms[min(self.members[node])].surface[:60] for node in (one, other)]
                groups.note(one, "spelling", " = ".join(forms))
        self._misspelt(total)
        for node, those in self.members.items():
            root = groups.sets.find(node)
            sexes, initials, fathers = self.facts.setdefault(root, (set(), set(), set()))
            for name in (self.names[at] for at in those):
                sexes.add(name.sex or "")
                initials.add((name.initial or "")[:1])
                fathers.add(name.father or "")
                self.bearers.setdefault(sound(name.surname or ""), set()).add(root)

    def _misspelt(self, mentions: Sequence[int]) -> None:
        """Join a full name with one written far more often, but for one letter of one word."""
        total: Counter[int] = Counter()
        for node, those in self.members.items():
            total[self.groups.sets.find(node)] += sum(mentions[at] for at in those)
        near: dict[Hashable, set[int]] = {}
        for node, those in self.members.items():
            root = self.groups.sets.find(node)
            for at in those:
                for key in _cuts(self.names[at]):
                    near.setdefault(key, set()).add(root)
        chosen: dict[int, set[int]] = {}
        for roots in near.values():
            if 1 < len(roots) <= _MANY:
                often = max(roots, key=lambda root: (total[root], -root))
                for root in roots - {often}:
                    if total[often] >= _TIMES * total[root]:
                        chosen.setdefault(root, set()).add(often)
        for root, others in sorted(chosen.items()):
            other = min(others)
            if len(others) == 1 and self._agree(*sorted((root, other))):
                forms = [self.forms[min(self.members[node])].surface[:60] for node in (other, root)]
                self.groups.sets.join(root, other)
                self.groups.note(other, "misspelt_name", " = ".join(forms))

    def _agree(self, one: int, other: int) -> bool:
        """Whether neither sex nor father's name nor listed given names tell two nodes apart."""
        for read in (_sex, _father, _listed):
            sides = [{read(self.names[at]) for at in self.members[node]} - {None} for node in (one, other)]
            if sides[0] and sides[1] and not sides[0] & sides[1]:
                return False
        return True

    def count(self, documents: Mapping[int, Sequence[int]]) -> None:
        """In how many documents everybody stands under the full name."""
        find, whole = self.groups.sets.find, self.groups.whole
        for those in documents.values():
            for root in {find(whole[at]) for at in those if at in whole and at in self.names}:
                self.seen[root] = self.seen.get(root, 0) + 1

    def settle(self, document: int, those: Sequence[int]) -> None:
        """Whom the parts of names in one document name."""
        names, groups = self.names, self.groups
        parts = [at for at in those if at in names and at not in groups.whole]
        if not parts:
            return
        present = {groups.sets.find(groups.whole[at]) for at in those if at in names and at in groups.whole}
        by_surname: dict[str, set[int]] = {}
        by_given: dict[str, set[int]] = {}
        for at in those:
            if at in names and at in groups.whole:
                root = groups.sets.find(groups.whole[at])
                by_surname.setdefault(sound(names[at].surname or ""), set()).add(root)
                by_given.setdefault(names[at].given or "", set()).add(root)
        parts.sort(key=lambda at: (at not in self.open, names[at].initial is None, at))
        for at in parts:
            self._part(document, at, present, by_surname, by_given)

    def _part(
        self,
        document: int,
        at: int,
        present: set[int],
        by_surname: dict[str, set[int]],
        by_given: dict[str, set[int]],
    ) -> None:
        one, groups = self.names[at], self.groups
        if at in self.open:
            fit = self._fit(one, {groups.sets.find(node) for node in self.open[at]})
            near = fit & present
            self._choose(document, at, near or fit, "full_name_in_document" if near else "full_name")
            return
        if one.surname is None:
            near = by_given.get(one.given or "", set())
            self._choose(document, at, self._fit(one, near), "given_name_in_document")
            return
        near = self._fit(one, by_surname.get(sound(one.surname), set()))
        if not near and one.initial is None:
            near = by_given.get(plain(one.surname), set())
        if near:
            self._choose(document, at, near, "initials_in_document" if one.initial else "surname_in_document")
            return
        far = self._fit(one, self.bearers.get(sound(one.surname), set()))
        if len(far) == 1 and (one.initial or self.seen.get(min(far), 0) >= _KNOWN):
            self._choose(document, at, far, "initials" if one.initial else "only_bearer")
        elif len(far) > 1:
            self._choose(document, at, far, "")
        else:
            node = groups.node(("person", one.initial, plain(one.surname)))
            groups.put(document, at, node, "initials" if one.initial else "surname")
            if one.initial:
                by_surname.setdefault(sound(one.surname), set()).add(node)

    def _fit(self, one: Person, nodes: Iterable[int]) -> set[int]:
        """Those whom sex, initial and father's name leave."""
        found = set()
        for node in nodes:
            sexes, initials, fathers = self.facts.get(node, (set(), set(), set()))
            if one.sex and sexes - {"", one.sex} and one.sex not in sexes:
                continue
            if one.initial and initials and one.initial[:1] not in initials:
                continue
            if one.father and fathers - {""} and one.father not in fathers:
                continue
            found.add(node)
        return found

    def _choose(self, document: int, at: int, nodes: set[int], feature: str) -> None:
        """The one that is left, or somebody of this document alone."""
        one, groups = self.names[at], self.groups
        if len(nodes) == 1:
            groups.put(document, at, min(nodes), feature)
            return
        key = ("person", "in", document, one.given, plain(one.surname or ""), one.initial)
        groups.put(document, at, groups.node(key), "ambiguous" if nodes else "given_name")


def _cuts(name: Person) -> Iterator[Hashable]:
    """Given name and surname, one of them whole and the other without one of its letters, or whole."""
    if not name.listed and name.written:
        yield "sound", bones(name.written), plain(name.surname or "")
    first, last = name.written or name.given or "", plain(name.surname or "")
    parts = (("given", first, last, _LONG[0]), ("last", last, name.given or first, _LONG[1]))
    for part, word, other, least in parts:
        if len(word) >= least and len(word) + len(other) >= _BOTH:
            yield part, word, other
            yield from ((part, word[:at] + word[at + 1 :], other) for at in range(min(len(word), 30)))


def _sex(name: Person) -> str | None:
    return name.sex


def _listed(name: Person) -> str | None:
    return name.given if name.listed else None


def _father(name: Person) -> str | None:
    return name.father


def _fathers(found: set[str | None]) -> set[str]:
    return {one for one in found if one}


def _sounds(found: _People, at: int) -> set[Hashable]:
    one = found.names[at]
    given, surname = one.given or "", sound(one.surname or "")
    written = sound(one.written or given)
    return {("", given, surname), ("s", sound(given), surname), ("s", written, surname)}


def _bones(found: _People, at: int) -> set[Hashable]:
    one = found.names[at]
    surname, given = one.surname or "", one.given or ""
    keys: set[Hashable] = set()
    for tail in skeletons(surname):
        for first in {bones(given), *skeletons(one.written or given)}:
            if len(tail) > 1 and len(tail) + len(first) >= _LEAST:
                keys.update(((given, tail), (first, tail)))
    return keys
