"""Names in a text: people, organisations, places and outlets, with their exact bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from letapis.langs import Language
from letapis.link.spotting.base import base
from letapis.link.spotting.chain import best, sure
from letapis.link.spotting.echo import echo
from letapis.link.spotting.mend import mend
from letapis.link.spotting.opener import opened
from letapis.link.spotting.parts import Run
from letapis.link.spotting.quoted import quoted
from letapis.link.spotting.spread import spread
from letapis.link.spotting.tagger import tagger
from letapis.link.spotting.trait import listed
from letapis.link.spotting.weights import KINDS
from letapis.model.base import Reason
from letapis.model.finding import Spot
from letapis.outlets import Found, Outlet, by_name, scan
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
_LONGEST = 2000
"""Tokens of the longest sentence that is read as one."""
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
    bounds = _cut(around.bounds)
    scores = spread(around, scores, sure(scores, found.steps, bounds))
    likely = sure(scores, found.steps, bounds)
    runs = mend(text, _runs(best(scores, found.steps, bounds)), language)
    runs = opened(text, echo(text, around, runs, code or ""), language)
    runs = quoted(text, runs, language)
    registered = [one for one, weak in scan(text.text, text) if not weak] if outlets is None else outlets
    runs = _whole(text, runs, registered)
    whole = {(one.start, one.stop): one.outlet for one in registered}
    runs = _listed(text, runs, whole)
    named = [_spot(text, run, likely, language, doc_id, whole) for run in runs]
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


def _cut(bounds: Any) -> Any:
    """Bounds of sentences, those without end cut, so that what a path takes is bounded."""
    if np.diff(bounds).max(initial=0) <= _LONGEST:
        return bounds
    return np.unique(np.concatenate([bounds, np.arange(0, int(bounds[-1]), _LONGEST)]))


def _listed(text: Stream, runs: list[Run], outlets: Mapping[tuple[int, int], Outlet]) -> list[Run]:
    """With the names of outlets, taken for people or places, as organisations, but for a person's surname."""
    if not outlets:
        return runs
    surnames = {text.folds[run.last - 1] for run in runs if run.kind == "person" and run.last - run.first > 1}
    return [
        run._replace(kind="organisation")
        if run.kind != "organisation"
        and (text.starts[run.first], text.stops[run.last - 1]) in outlets
        and (run.last - run.first > 1 or text.folds[run.first] not in surnames)
        else run
        for run in runs
    ]


def _runs(tags: Any) -> list[Run]:
    """Names by the tags of the tokens: 2 · kind + 1 where one begins, 2 · kind + 2 where it goes on."""
    found: list[Run] = []
    for at in np.flatnonzero(tags).tolist():
        kind, goes_on = divmod(int(tags[at]) - 1, 2)
        last = found[-1] if found else None
        if goes_on and last and last.last == at and last.kind == KINDS[kind]:
            found[-1] = last._replace(last=at + 1)
        else:
            found.append(Run(at, at + 1, KINDS[kind]))
    return found


def _spot(
    text: Stream,
    run: Run,
    likely: Any,
    language: Language | None,
    doc_id: str,
    registered: Mapping[tuple[int, int], Outlet],
) -> Spot:
    first, last, kind = run
    tag = 2 * KINDS.index(kind) + 1
    score = round(float((likely[first:last, tag] + likely[first:last, tag + 1]).max()), 3)
    start, stop = text.starts[first], text.stops[last - 1]
    if text.text[stop - 2 : stop].lower() in ("'s", "’s") and text.text[stop - 3 : stop - 2].isascii():
        stop -= 2
    surface = text.text[start:stop]
    outlet = None
    if kind == "organisation":
        # an abbreviation that the tagger takes for a body is no common word
        outlet = registered.get((start, stop)) or by_name(surface, sure=not surface.isupper())
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
