"""Names in a text: people, organisations, places and outlets, with their exact bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from letapis.langs import Language
from letapis.link.spotting.base import base
from letapis.link.spotting.chain import best, sure
from letapis.link.spotting.echo import echo
from letapis.link.spotting.mend import mend
from letapis.link.spotting.parts import Run
from letapis.link.spotting.spread import spread
from letapis.link.spotting.tagger import tagger
from letapis.link.spotting.trait import listed
from letapis.link.spotting.weights import KINDS
from letapis.model.base import Reason
from letapis.model.finding import Spot
from letapis.outlets import Found, Outlet, by_name, find
from letapis.text.stream import Stream, stream

__all__ = ["MAKER", "spots"]

MAKER = "spots@1"
_SURE = 0.7
"""What a name must reach in a language without lists."""
_BEFORE = {
    "person": (("R", "office"), ("T", "title"), ("K", "relation")),
    "organisation": (("O", "type of organisation"),),
    "place": (("P", "type of place"), ("L", "preposition")),
}
_LISTED = {
    "person": (("G", "given name"),),
    "organisation": (("B", "organisation"), ("O", "type of organisation")),
    "place": (("S", "place"),),
}
_ADDRESS = frozenset("/@:")
_OPEN = 0.5
"""How much is taken off the score of "no name", as recall was below precision on the development data."""


def spots(
    text: Stream | str, language: Language | None, doc_id: str = "", outlets: Sequence[Found] | None = None
) -> list[Spot]:
    """The names in ``text``, in order, none within another.

    ``base`` is the nominative as far as the text tells, for an outlet of the registry the name it has
    there. ``score`` is the probability of the surest word; ``reasons`` name the tagger or the registry.
    ``role`` is left out. ``outlets``: what :func:`letapis.outlets.find` found in the text, where that was
    asked already. For a language without lists, or none, shapes and places of the world remain.

    >>> from letapis import langs
    >>> found = spots("Директор завода Иван Мохов прилетел в Гомель.", langs.get("ru"))
    >>> [(spot.surface, spot.kind, spot.base) for spot in found]
    [('Иван Мохов', 'person', 'Иван Мохов'), ('Гомель', 'place', 'Гомель')]
    """
    if isinstance(text, str):
        text = stream(text, language.abbreviations if language else frozenset())
    code = language.code if language else None
    found = tagger(code)
    if not text.words:
        return []
    around, scores = found.scores(text)
    scores[:, 0] -= _OPEN
    scores = spread(around, scores, sure(scores, found.steps, around.bounds))
    likely = sure(scores, found.steps, around.bounds)
    runs = mend(text, _runs(best(scores, found.steps, around.bounds).tolist()), language)
    runs = echo(text, around, runs, code or "")
    registered = find(text.text) if outlets is None else outlets
    runs = _whole(text, runs, registered)
    named = [_spot(text, run, likely, language, doc_id) for run in runs]
    if not (language and language.naming.locatives):
        named = [spot for spot in named if spot.score >= _SURE]
    return sorted([*named, *_outlets(text, named, code, doc_id, registered)], key=lambda spot: spot.start)


def _outlets(
    text: Stream, named: list[Spot], code: str | None, doc_id: str, outlets: Sequence[Found]
) -> list[Spot]:
    """Outlets of the registry where no other name was found; addresses and handles are no names."""
    found = []
    taken = sorted((spot.start, spot.stop) for spot in named)
    starts = [start for start, _ in taken]
    for one in outlets:
        surface = text.text[one.start : one.stop]
        place = bisect_left(starts, one.stop)
        if (
            len(surface) < 2
            or (place and taken[place - 1][1] > one.start)
            or not _ADDRESS.isdisjoint(surface)
        ):
            continue
        reasons = (Reason("outlet", 1.0, one.outlet.name),)
        found.append(
            Spot(
                doc_id,
                one.start,
                one.stop,
                surface,
                "outlet",
                code,
                one.outlet.name,
                None,
                MAKER,
                0.9,
                reasons,
            )
        )
    return found


def _whole(text: Stream, runs: list[Run], outlets: Sequence[Found]) -> list[Run]:
    """Without what is but a part of an outlet's name in the registry."""
    named = [one for one in outlets if _ADDRESS.isdisjoint(text.text[one.start : one.stop])]
    begins = [one.start for one in named]
    kept = []
    for run in runs:
        start, stop = text.starts[run.first], text.stops[run.last - 1]
        place = bisect_left(begins, start + 1) - 1
        if (
            place < 0
            or stop > named[place].stop
            or stop - start + 1 >= named[place].stop - named[place].start
        ):
            kept.append(run)
    return kept


def _runs(tags: list[int]) -> list[Run]:
    found: list[Run] = []
    at = 0
    while at < len(tags):
        last = at + 1
        if tags[at]:
            kind = (tags[at] - 1) // 2
            while last < len(tags) and tags[last] == 2 * kind + 2:
                last += 1
            found.append(Run(at, last, KINDS[kind]))
        at = last
    return found


def _spot(text: Stream, run: Run, likely: Any, language: Language | None, doc_id: str) -> Spot:
    first, last, kind = run
    tag = 2 * KINDS.index(kind) + 1
    score = round(float((likely[first:last, tag] + likely[first:last, tag + 1]).max()), 3)
    start, stop = text.starts[first], text.stops[last - 1]
    if text.text[stop - 2 : stop].lower() in ("'s", "’s") and text.text[stop - 3 : stop - 2].isascii():
        stop -= 2
    surface = text.text[start:stop]
    outlet = by_name(surface) if kind == "organisation" else None
    governed = bool(language and first and text.folds[first - 1] in language.naming.locatives)
    bent = base(text.words[first:last], kind, language, governed=governed)
    return Spot(
        doc_id,
        start,
        stop,
        surface,
        "outlet" if outlet else kind,
        language.code if language else None,
        outlet.name if outlet else surface if _same(bent, surface) else bent,
        None,
        MAKER,
        score,
        (Reason("tagger", score, kind), *_seen(text, run, language), *_registered(outlet)),
    )


def _seen(text: Stream, run: Run, language: Language | None) -> list[Reason]:
    """What else can be seen: an office or a type word before it, lists that have its first word."""
    code = language.code if language else ""
    before = listed(text.words[run.first - 1], code) if run.first else ""
    first = listed(text.words[run.first], code)
    found = [Reason("before", 1.0, name) for mark, name in _BEFORE[run.kind] if mark in before]
    return found + [Reason("listed", 1.0, name) for mark, name in _LISTED[run.kind] if mark in first]


def _registered(outlet: Outlet | None) -> list[Reason]:
    return [Reason("outlet", 1.0, outlet.name)] if outlet else []


def _same(one: str, other: str) -> bool:
    """Whether two forms differ in their white space alone."""
    return "".join(one.split()) == "".join(other.split())
