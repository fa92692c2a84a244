"""Groups of names made into entities: a name to show, a role, forms, reasons, an id."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from letapis.link.joining.case import nominative
from letapis.link.joining.heap import Form, Groups, Place
from letapis.link.joining.key import stem
from letapis.link.joining.words import parts
from letapis.model import Entity, Name, Reason, Spot
from letapis.text.ids import content_id

__all__ = ["Heap", "build"]

_SCORES = {
    "outlet": 0.97,
    "same_words": 0.95,
    "full_name": 0.95,
    "full_name_in_document": 0.9,
    "abbreviation_explained": 0.95,
    "surname_in_document": 0.92,
    "initials_in_document": 0.9,
    "named_in_full_in_document": 0.85,
    "spelling": 0.85,
    "misspelt_nation": 0.85,
    "given_name_in_document": 0.85,
    "abbreviation_explained_elsewhere": 0.85,
    "nation_in_document": 0.8,
    "nation_added": 0.8,
    "nation_of_document": 0.7,
    "initials": 0.8,
    "only_bearer": 0.75,
    "misspelt_name": 0.75,
    "surname": 0.6,
    "ambiguous": 0.5,
    "given_name": 0.5,
}
_DOUBT = 0.1
"""What is left of a form's fitness that is no nominative, or in capitals."""
_VOWELS = "аеёиоуыэюяіїєйь.»”"
_GUESS = 0.2
"""What is left of the fitness of a nominative that no text has."""
_OFTEN = 12
"""Mentions from which on the dictionary is asked for an entity's nominative: it takes its time."""
_CAPITALS = 5
"""Letters of the longest abbreviation in capitals."""
_LATIN, _CYRILLIC = "Latn", "Cyrl"
_REASONS = 100
"""Reasons that an entity gives, at most: those of its commonest forms."""
_TRIED = 12
"""Forms that the name to show is chosen from: the commonest."""


class Heap(NamedTuple):
    """The forms of a heap and where they stand; documents and forms are numbers."""

    forms: list[Form]
    of: list[int]
    """The form of each spot."""
    documents: dict[int, list[int]]
    places: dict[int, list[Place]]
    counts: Mapping[tuple[int, int], int]
    """Mentions by (document, form), where there are two or more."""
    total: list[int]
    """Mentions of each form."""
    where: list[int]
    """The document of each spot."""


def build(
    spots: Sequence[Spot], heap: Heap, groups: Groups, before: Mapping[tuple[str, int, int], str]
) -> tuple[list[Entity], list[str | None]]:
    """The entities, by id, and the id of each spot's entity."""
    find, local = groups.sets.find, groups.local
    whole = {form: find(node) for form, node in groups.whole.items()}
    of: list[int | None] = []
    members: dict[int, list[int]] = {}
    for at, (document, form) in enumerate(zip(heap.where, heap.of, strict=True)):
        node = whole.get(form)
        if node is None:
            node = local.get((document, form))
            node = None if node is None else find(node)
        of.append(node)
        if node is not None:
            members.setdefault(node, []).append(at)
    ids = _ids(spots, members, before)
    why = _why(groups)
    made = [
        _entity(ids[node], spots, heap, those, why.get(node, ()), whole) for node, those in members.items()
    ]
    return sorted(made, key=lambda one: one.entity_id), [None if node is None else ids[node] for node in of]


def _ids(
    spots: Sequence[Spot], members: Mapping[int, list[int]], before: Mapping[tuple[str, int, int], str]
) -> dict[int, str]:
    """An id for each group: the one that most of its mentions had, else that of its first mention."""
    first = {node: min((spots[at].doc_id, spots[at].start, spots[at].stop, spots[at].kind) for at in those)
             for node, those in members.items()}  # fmt: skip
    claims: list[tuple[int, tuple[str, int, int, str], str, int]] = []
    if before:
        for node, those in members.items():
            had = Counter(before.get((spots[at].doc_id, spots[at].start, spots[at].stop)) for at in those)
            claims += [(-count, first[node], old, node) for old, count in had.items() if old is not None]
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, old, node in sorted(claims):
        if node not in ids and old not in taken:
            ids[node] = old
            taken.add(old)
    for node in sorted(first, key=lambda node: first[node]):
        if node not in ids:
            fresh = content_id("entity", *first[node])
            ids[node] = fresh if fresh not in taken else content_id("entity", fresh)
            taken.add(ids[node])
    return ids


class _Why(NamedTuple):
    """Why a form is an entity's, or why two names are one (then the form is −1)."""

    feature: str
    form: int
    some: int
    """Mentions that it holds for; 0 for all that the form has."""
    detail: str


def _why(groups: Groups) -> dict[int, list[_Why]]:
    """What was noted for each root."""
    why: dict[int, list[_Why]] = {}
    for (node, form, feature), count in groups.why.items():
        why.setdefault(groups.sets.find(node), []).append(_Why(feature, form, count, ""))
    for node, notes in groups.notes.items():
        for feature, detail in notes:
            why.setdefault(groups.sets.find(node), []).append(_Why(feature, -1, 0, detail))
    return why


def _entity(
    entity_id: str,
    spots: Sequence[Spot],
    heap: Heap,
    those: Sequence[int],
    why: Sequence[_Why],
    whole: Container[int],
) -> Entity:
    if len(those) == 1:
        return _single(entity_id, spots[those[0]], heap, heap.of[those[0]], why)
    counts = Counter(heap.of[at] for at in those)
    kind = _most(Counter(spots[at].kind for at in those))
    roles = Counter((spots[at].role or "", spots[at].language) for at in those if spots[at].role)
    bases = Counter((heap.of[at], spots[at].base) for at in those)
    names: Counter[tuple[str, str | None]] = Counter()
    for form, count in counts.items():
        names[heap.forms[form].surface, heap.forms[form].language] += count
    ranked = sorted(names.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1] or ""))
    reasons, score = _reasons(heap, counts, why)
    return Entity(
        entity_id=entity_id,
        kind=kind,
        name=_name(heap, kind, {pair: n for pair, n in bases.items() if pair[0] in whole} or bases, names),
        role=_role(roles) if kind == "person" else None,
        names=tuple(Name(form, language, script(form), count) for (form, language), count in ranked),
        score=score,
        reasons=reasons,
    )


def _single(entity_id: str, spot: Spot, heap: Heap, at: int, why: Sequence[_Why]) -> Entity:
    """An entity of one mention: most of a heap's are."""
    form = heap.forms[at]
    reasons, score = _reasons(heap, {at: 1}, why)
    return Entity(
        entity_id=entity_id,
        kind=spot.kind,
        name=spot.base or form.surface,
        role=spot.role if spot.kind == "person" else None,
        names=(Name(form.surface, form.language, script(form.surface), 1),),
        score=score,
        reasons=reasons,
    )


def _most(found: Counter[str]) -> str:
    return min(found.items(), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))[0]


def _role(roles: Counter[tuple[str, str | None]]) -> str | None:
    """The role given most often, whatever its case; in the nominative where it stands in it somewhere."""
    if not roles:
        return None
    groups: dict[tuple[str, ...], Counter[tuple[str, str | None]]] = {}
    for (role, language), count in roles.items():
        key = tuple(stem(word, language) for word in parts(role))
        groups.setdefault(key, Counter())[role, language] += count
    most = min(groups.items(), key=lambda pair: (-pair[1].total(), -len(pair[0]), pair[0]))[1]
    return max(
        most.items(), key=lambda pair: (nominative(pair[0][0], pair[0][1], person=False), pair[1], pair[0][0])
    )[0][0]


def script(form: str) -> str:
    """ISO 15924 code of the first letter: Cyrl, Latn, or Zyyy for another."""
    for letter in form:
        if letter.isalpha():
            return _CYRILLIC if "\u0400" <= letter <= "\u052f" else _LATIN if letter < "\u0250" else "Zyyy"
    return "Zyyy"


def _reasons(heap: Heap, counts: Mapping[int, int], why: Sequence[_Why]) -> tuple[tuple[Reason, ...], float]:
    """One reason for each way that a form came in, with its mentions, and each join of spellings."""
    found: list[tuple[int, str, str]] = []
    weight = total = 0.0
    for feature, form, some, detail in why:
        count = some or counts.get(form, 0)
        if form >= 0 and form not in counts:
            continue
        found.append((count, feature, detail or heap.forms[form].surface[:100]))
        weight += max(1, count) * _SCORES.get(feature, 0.7)
        total += max(1, count)
    found.sort(key=lambda one: (-one[0], one[1], one[2]))
    reasons = tuple(Reason(feature, float(count), detail) for count, feature, detail in found[:_REASONS])
    return reasons, round(weight / total, 3) if total else 0.0


def _name(
    heap: Heap,
    kind: str,
    bases: Mapping[tuple[int, str | None], int],
    names: Container[tuple[str, str | None]],
) -> str:
    """The fullest form in the language of most mentions, in the nominative as far as that is known."""
    spoken: Counter[str | None] = Counter()
    shown: Counter[tuple[str, str | None, bool]] = Counter()
    for (form, base), count in bases.items():
        surface, language = base or heap.forms[form].surface, heap.forms[form].language
        spoken[language] += count
        shown[surface, language, base is not None] += count
        if base is not None and base != heap.forms[form].surface:
            shown[heap.forms[form].surface, language, False] += count
    ranked = sorted(shown.items(), key=lambda pair: (-pair[1], pair[0][0], pair[0][1] or ""))[: _TRIED * 4]
    fullest = max(_length(surface, kind) for (surface, _, _), _ in ranked)
    fit = [one for one in ranked if _length(one[0][0], kind) == fullest]
    most = max(fit, key=lambda one: (spoken[one[0][1]], one[0][1] or ""))[0][1]
    fit = [one for one in fit if one[0][1] == most][:_TRIED]
    if len(fit) == 1:
        return fit[0][0][0]
    often = sum(bases.values()) >= _OFTEN
    short = {surface for (surface, _, _), _ in fit if surface[-1] not in _VOWELS}

    def fitness(one: tuple[tuple[str, str | None, bool], int]) -> tuple[float, int, str]:
        surface = one[0][0]
        bent = any(surface[:-size] in short for size in (1, 2))
        worth = _worth(*one, kind, often, one[0][:2] in names)
        return worth * (_DOUBT if bent else 1), -len(surface), surface

    return max(fit, key=fitness)[0][0]


def _worth(shown: tuple[str, str | None, bool], count: int, kind: str, often: bool, seen: bool) -> float:
    """How fit a form is to be shown: its chance to be the nominative, times the root of its count.

    A nominative that was reckoned from other cases and stands nowhere is a guess.
    """
    surface, language, given = shown
    chance = 1.0 if given else nominative(surface, language, kind == "person", often)
    shouted = len(surface) > _CAPITALS and surface.isupper()
    return (
        (chance + _DOUBT)
        * math.sqrt(count)
        * (_DOUBT if shouted else 1)
        * (1 if seen or not given else _GUESS)
    )


def _length(surface: str, kind: str) -> int:
    """Two for a person's given name and surname, however many words; for a body, whether it is spelt out."""
    if kind == "person":
        return min(sum(len(word) > 1 for word in parts(surface)), 2)
    return int(kind == "place" or not surface[:2].isupper() or " " in surface)
