"""Whom and what the names of a heap name: one identity over documents, cases, languages, scripts.

The rules and their order are in :mod:`letapis.link.joining`; ``docs/explanation/entities.md`` tells
them in words.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

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
    with _calm():
        heap = _heap(spots)
        groups = Groups(counts=heap.counts)
        people(groups, heap.forms, heap.documents, heap.total)
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


def _heap(spots: Sequence[Spot]) -> Heap:
    """Distinct forms, sorted, and the documents they stand in."""
    found: dict[tuple[str, str, str | None], int] = {}
    of = np.fromiter(
        (found.setdefault((spot.surface, spot.kind, spot.language), len(found)) for spot in spots),
        np.int64,
        len(spots),
    )
    wanted = [Form(surface[:_LONGEST].strip(), kind, language) for surface, kind, language in found]
    forms = sorted({*wanted}, key=lambda form: (form.surface, form.kind, form.language or ""))
    number = {form: at for at, form in enumerate(forms)}
    renumbered = np.array([number[form] for form in wanted], np.int64)
    del found, wanted, number
    of = renumbered[of] if len(of) else of
    document = {name: at for at, name in enumerate(sorted({spot.doc_id for spot in spots}))}
    where = np.fromiter((document[spot.doc_id] for spot in spots), np.int64, len(spots))
    pairs, counts = np.unique(where * len(forms) + of, return_counts=True)
    holders, held = (part.tolist() for part in np.divmod(pairs, max(1, len(forms))))
    documents: dict[int, list[int]] = {at: [] for at in range(len(document))}
    for at, form in zip(holders, held, strict=True):
        documents[at].append(form)
    often = np.flatnonzero(counts > 1).tolist()
    total = np.bincount(of, minlength=len(forms)).tolist()
    return Heap(
        forms=vote(forms, total),
        of=of.tolist(),
        documents=documents,
        places=_places(spots, forms, of, where),
        counts={(holders[at], held[at]): int(counts[at]) for at in often},
        total=total,
        where=where.tolist(),
    )


def _places(spots: Sequence[Spot], forms: Sequence[Form], of: Any, where: Any) -> dict[int, list[Place]]:
    """Where bodies stand, in documents that have an abbreviation."""
    bodies = np.array([form.kind in ("organisation", "outlet") for form in forms], np.bool_)
    short = (form.surface[:2].isupper() and " " not in form.surface for form in forms)
    single = np.fromiter(short, np.bool_, len(forms))
    brief = bodies & single
    if not len(forms):
        return {}
    few = np.zeros(int(where.max()) + 1 if len(where) else 0, np.bool_)
    few[where[brief[of]]] = True
    places: dict[int, list[Place]] = {}
    for at in np.flatnonzero(bodies[of] & few[where]).tolist():
        spot = spots[at]
        places.setdefault(int(where[at]), []).append(Place(spot.start, spot.stop, int(of[at])))
    for found in places.values():
        found.sort()
    return places


@contextmanager
def _calm() -> Iterator[None]:
    """Without the collector of reference cycles: none are made, and its rounds cost a third of the time."""
    had = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if had:
            gc.enable()
