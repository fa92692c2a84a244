"""Whom and what the names of a heap name: one identity over documents, cases, languages, scripts.

The rules and their order are in :mod:`letapis.link.joining`; ``docs/explanation/entities.md`` tells
them in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from letapis.link.joining.bodies import bodies
from letapis.link.joining.heap import Form, Groups, Place
from letapis.link.joining.people import people
from letapis.link.joining.show import Heap, build
from letapis.link.joining.vote import vote
from letapis.model import Entity, Spot

__all__ = ["entities", "public"]

_LONGEST = 1000
"""Code points of a surface that count; what is longer is no name."""


def entities(
    spots: Sequence[Spot], before: Mapping[tuple[str, int, int], str] | None = None
) -> tuple[list[Entity], list[str | None]]:
    """The entities that ``spots`` name, by id, and the id of each spot's entity.

    The same spots in any order give the same entities. A spot whose surface holds no letter has no
    entity. ``before`` gives the ids that mentions (doc_id, start, stop) had in an earlier run: an
    entity keeps the id that most of its mentions had; a new one is the hash of its first mention.

    >>> def spot(doc_id, start, surface, language, kind="person"):
    ...     return Spot(doc_id, start, start + len(surface), surface, kind, language)
    >>> found, ids = entities([
    ...     spot("a", 0, "Зора Рогач", "ru"), spot("a", 30, "Рогачом", "ru"),
    ...     spot("b", 5, "Зорай Рогач", "be"), spot("c", 5, "Zora Rohach", "en"),
    ...     spot("c", 40, "Рогач", "ru", "place"),
    ... ])
    >>> [(entity.kind, len(entity.names)) for entity in sorted(found, key=lambda one: one.kind)]
    [('person', 4), ('place', 1)]
    >>> ids[0] == ids[1] == ids[2] == ids[3] != ids[4]
    True
    """
    heap = _heap(spots)
    groups = Groups(counts=heap.counts)
    people(groups, heap.forms, heap.documents)
    bodies(groups, heap.forms, heap.documents, heap.places)
    return build(spots, heap, groups, before or {})


def public(entity: Entity) -> bool:
    """Whether views may have a page, an index entry or a facet for it: no person without a public role.

    >>> public(Entity("1", "person", "Зора Рогач")), public(Entity("1", "person", "Зора Рогач", "мэр"))
    (False, True)
    >>> public(Entity("1", "place", "Рогач"))
    True
    """
    return entity.kind != "person" or bool(entity.role)


def _heap(spots: Iterable[Spot]) -> Heap:
    """Distinct forms, sorted, and the documents they stand in."""
    spots = list(spots)
    keys = [Form(spot.surface[:_LONGEST].strip(), spot.kind, spot.language) for spot in spots]
    forms = sorted({*keys}, key=lambda form: (form.surface, form.kind, form.language or ""))
    number = {form: at for at, form in enumerate(forms)}
    of = [number[key] for key in keys]
    names = sorted({spot.doc_id for spot in spots})
    document = {name: at for at, name in enumerate(names)}
    counts: Counter[tuple[int, int]] = Counter()
    places: dict[int, list[Place]] = {}
    for spot, form in zip(spots, of, strict=True):
        at = document[spot.doc_id]
        counts[at, form] += 1
        if spot.kind in ("organisation", "outlet"):
            places.setdefault(at, []).append(Place(spot.start, spot.stop, form))
    documents: dict[int, list[int]] = {at: [] for at in range(len(names))}
    for at, form in sorted(counts):
        documents[at].append(form)
    for found in places.values():
        found.sort()
    return Heap(vote(forms, counts), of, documents, places, counts, document)
