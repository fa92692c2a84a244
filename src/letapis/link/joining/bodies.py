"""Which names of organisations, outlets and places name one thing.

A name is a set of tokens (:mod:`letapis.link.joining.body`), and the same set is the same thing. Short
forms are read by abbreviation; a name of words of kind alone ("the ministry") names what the document
names in full, or what its nation has.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from letapis.link.joining.abbreviation import learnt, letters, mark, short
from letapis.link.joining.body import Bag, bag, bare, generic, ground, misspelt, wide
from letapis.link.joining.heap import Form, Groups, Place, tongue
from letapis.link.joining.key import bones, sound
from letapis.link.joining.place import towns
from letapis.link.joining.union import across
from letapis.link.joining.words import parts
from letapis.outlets import by_name
from letapis.text import fold

__all__ = ["bodies"]

Key = TypeVar("Key", int, str)

_LEAST = 3
"""Consonants that a word must have to lead from script to script."""
_OFTEN = 2
"""How many times as often as others a body must be named to be what a bare word of kind means."""


def bodies(
    groups: Groups,
    forms: Sequence[Form],
    documents: Mapping[int, Sequence[int]],
    places: Mapping[int, Sequence[Place]],
) -> None:
    """Join what is no person among ``forms``; ``places`` are where they stand, by document."""
    found = _Bodies(groups, forms)
    found.full()
    found.spell()
    found.index(documents, places)
    for document, those in documents.items():
        found.settle(document, those)


class _Bodies:
    def __init__(self, groups: Groups, forms: Sequence[Form]) -> None:
        self.groups, self.forms = groups, forms
        self.bags: dict[int, Bag] = {}
        self.members: dict[int, list[int]] = {}
        self.open: set[int] = set()
        self.initials: dict[int, frozenset[str]] = {}
        self.learnt: dict[tuple[int, int], int] = {}
        self.taught: dict[str, set[int]] = {}
        self.nations: dict[Bag, dict[str, set[int]]] = {}

    def full(self) -> None:
        """Nodes for names that stand for themselves."""
        groups, forms = self.groups, self.forms
        others = [at for at, form in enumerate(forms) if form.kind != "person"]
        where = towns(forms[at].surface for at in others if forms[at].kind == "place")
        for at in others:
            form = forms[at]
            tokens = bag(form.surface, form.language)
            if not tokens:
                continue
            town = (
                where.get(tokens) or where.get(bare(form.surface, form.language))
                if form.kind == "place" and not wide(tokens)
                else None
            )
            tokens = frozenset({town}) if town else misspelt(tokens, form.language)
            self.bags[at] = tokens
            outlet = _outlet(form)
            if outlet is None and not town and (short(form.surface, tokens) or generic(tokens)):
                self.open.add(at)
                continue
            node = groups.node(("outlet", outlet) if outlet else _key(form.kind, tokens))
            spelt = town or outlet or tokens == bag(form.surface, form.language)
            groups.stand(at, node, "outlet" if outlet else "same_words" if spelt else "misspelt_nation")
            self.members.setdefault(node, []).append(at)

    def spell(self) -> None:
        """Join names that languages spell apart, and those that add their nation."""
        groups = self.groups
        tongues = {
            node: frozenset(tongue(self.forms[at]) for at in those) for node, those in self.members.items()
        }
        for level in (_sounds, _bones):
            keys: list[tuple[int, Hashable]] = sorted(
                {
                    (node, (self._class(node), key))
                    for node, those in self.members.items()
                    for at in those
                    for key in level(self.forms[at], self.bags[at])
                },
                key=repr,
            )
            for one, other in across(groups.sets, keys, tongues):
                self._note(one, other, "spelling")
        self._nation_added()

    def _class(self, node: int) -> str:
        kinds = {self._kind(at) for at in self.members[node]}
        return "outlet" if "outlet" in kinds else "place" if "place" in kinds else "organisation"

    def _kind(self, at: int) -> str:
        kind = self.forms[at].kind
        return "organisation" if kind == "place" and not ground(kind, self.bags[at]) else kind

    def _note(self, one: int, other: int, feature: str) -> None:
        first, second = (self.forms[min(self.members[node])].surface[:60] for node in (one, other))
        self.groups.note(one, feature, f"{first} = {second}")

    def _nation_added(self) -> None:
        """Join "Rupar" with "Rupar of Lithuania" where no other nation's is in the heap."""
        longer: dict[tuple[str, Bag], set[int]] = {}
        for node, those in self.members.items():
            for at in those:
                tokens = self.bags[at]
                nations = frozenset(token for token in tokens if token[0] == "@")
                if len(nations) == 1 and len(tokens) > 1 and self.forms[at].kind != "outlet":
                    longer.setdefault((self._class(node), tokens - nations), set()).add(node)
                    code = next(iter(nations))
                    self.nations.setdefault(tokens - nations, {}).setdefault(code, set()).add(node)
        for node in sorted(self.members):
            tokens = self.bags[self.members[node][0]]
            found = longer.get((self._class(node), tokens), set())
            if len({self.groups.sets.find(one) for one in found}) == 1 and any(
                token[0] == "=" for token in tokens
            ):
                other = min(found)
                self.groups.sets.join(node, other)
                self._note(node, other, "nation_added")

    def index(self, documents: Mapping[int, Sequence[int]], places: Mapping[int, Sequence[Place]]) -> None:
        """What abbreviations the heap explains."""
        for at in self.members_of("organisation", "outlet"):
            self.initials[at] = letters(self.forms[at].surface, self.forms[at].language)
        abbreviated = {at for at in self.open if not generic(self.bags[at])}
        for document in documents:
            for abbreviation, name in learnt(
                places.get(document, ()), abbreviated, self.initials, self.forms
            ):
                node = self.groups.sets.find(self.groups.whole[name])
                self.learnt[document, abbreviation] = node
                self.taught.setdefault(mark(self.forms[abbreviation].surface), set()).add(node)

    def members_of(self, *kinds: str) -> list[int]:
        """Forms of these kinds that stand for themselves."""
        return [at for at in self.bags if at in self.groups.whole and self.forms[at].kind in kinds]

    def settle(self, document: int, those: Sequence[int]) -> None:
        """What the short and general names of one document name."""
        parts_ = [at for at in those if at in self.open]
        if not parts_:
            return
        present = [at for at in those if at in self.bags and at in self.groups.whole]
        for at in sorted(parts_, key=lambda at: (-len(self.bags[at]), at)):
            if generic(self.bags[at]):
                self._general(document, at, present)
            else:
                self._abbreviation(document, at, present)

    def _abbreviation(self, document: int, at: int, present: Sequence[int]) -> None:
        groups, find = self.groups, self.groups.sets.find
        node = self.learnt.get((document, at))
        if node is not None:
            groups.put(document, at, find(node), "abbreviation_explained")
            return
        capitals = mark(self.forms[at].surface)
        near = {find(groups.whole[one]) for one in present if capitals in self.initials.get(one, ())}
        if len(near) == 1:
            groups.put(document, at, min(near), "initials_in_document")
            return
        far = {find(one) for one in self.taught.get(capitals, ())}
        if len(far) == 1 and not near:
            groups.put(document, at, min(far), "abbreviation_explained_elsewhere")
            return
        key = ("in", document, capitals) if near or far else _key(self.forms[at].kind, self.bags[at])
        groups.put(document, at, groups.node(key), "ambiguous" if near or far else "same_words")

    def _general(self, document: int, at: int, present: Sequence[int]) -> None:
        groups, find, tokens = self.groups, self.groups.sets.find, self.bags[at]
        place = self._kind(at) == "place"
        near: dict[int, int] = {}
        for one in present:
            if tokens < self.bags[one] and (self._kind(one) == "place") == place:
                root = find(groups.whole[one])
                near[root] = near.get(root, 0) + self.groups.count(document, one)
        chosen = _leading(near)
        if chosen is not None:
            groups.put(document, at, chosen, "named_in_full_in_document")
            return
        known = self.nations.get(tokens, {})
        codes = self._nations(document, present)
        far = {find(node) for code in codes for node in known.get(code, ())}
        first = _leading(codes)
        if not near and len(far) != 1 and first is not None:
            far = {find(node) for node in known.get(first, ())}
        key: Hashable = ("in", document, place, tokens)
        if not near and len(far) == 1:
            groups.put(document, at, min(far), "nation_in_document")
        elif near or len(tokens) == 1 or first is None:
            groups.put(document, at, groups.node(key), "ambiguous")
        else:
            groups.put(document, at, groups.node(("of", first, place, tokens)), "nation_of_document")

    def _nations(self, document: int, present: Sequence[int]) -> dict[str, int]:
        """How often each nation is named in a document."""
        found: dict[str, int] = {}
        for at in present:
            for token in self.bags[at]:
                if token[0] == "@":
                    found[token] = found.get(token, 0) + self.groups.count(document, at)
        return found


def _key(kind: str, tokens: Bag) -> Hashable:
    """Places and bodies of one name stay apart, but for nations and bodies of many nations."""
    return ("thing" if wide(tokens) else "place" if ground(kind, tokens) else "body", tokens)


def _outlet(form: Form) -> str | None:
    """The outlet in ``outlets/`` that it names; an organisation's name must be no common word."""
    if form.kind == "outlet":
        known = by_name(form.surface[:200])
        return known.name if known else None
    if form.kind == "organisation" and len(form.surface) <= 80:
        known = by_name(form.surface, sure=True)
        return known.name if known else None
    return None


def _leading(near: Mapping[Key, int]) -> Key | None:
    """What is named twice as often as anything else; None where nothing is."""
    ranked = sorted(near.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _OFTEN * ranked[1][1]):
        return None
    return ranked[0][0]


def _sounds(form: Form, tokens: Bag) -> set[Hashable]:
    if any(token[0] == "#" for token in tokens):
        return set()
    return {frozenset(_sounded(token) for token in tokens)}


def _sounded(token: str) -> str:
    return f"={sound(token[1:])}" if token[0] == "=" else token


def _bones(form: Form, tokens: Bag) -> set[Hashable]:
    """Consonants of the stems, and of the words as they stand: a nominative may end like a case."""
    rest = frozenset(token for token in tokens if token[0] != "=")
    words = [token[1:] for token in tokens if token[0] == "="]
    if not words or "#" in "".join(rest):
        return set()
    keys = {frozenset(map(bones, words))}
    if len(words) == 1 and len(tokens) == 1:
        keys.add(frozenset({bones(fold("".join(parts(form.surface))))}))
    return {(rest, key) for key in keys if all(len(one) >= _LEAST for one in key)}
