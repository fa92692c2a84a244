"""The same quotation in other wording, another outlet or another language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from math import log

from letapis.model import Quotation, Reason
from letapis.text.transliterate import latin, skeleton
from letapis.text.words import tokens

__all__ = ["Origin", "variants"]

_STEM = 6
"""Letters of a word that are compared, so that endings do not count."""
_RAREST = 6
"""Words of a quotation by which others like it are looked up."""
_COMMON = 60
"""Quotations that share a word; a commoner word finds nothing."""
_LEAST = 4
"""Words that a quotation has to share with its variant, not counting the commonest."""
_SAME = 0.55
"""Weighted overlap from which two quotations in one language are one, whoever is named."""
_SPEAKER = 0.42
"""The same where both name the same speaker."""
_STRANGERS = 0.92
"""The same where each names another speaker: one of them has it wrong."""
_PART = 0.8
"""Share of the shorter one's weight that has to be in the longer, where the overlap is less."""
_LOW, _HIGH = 1.0, 3.0
"""Least and greatest weight of a word: what is said in a hundred copies is no common word."""
_ABROAD = 0.34
"""Weighted overlap of names, numbers and cognates from which two languages say one thing."""
_DAYS = 7
"""Days between the publications of a quotation and its translation."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of the document that a quotation stands in."""

    language: str | None = None
    published: datetime | date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What is compared of a quotation."""

    number: int
    words: frozenset[str]
    abroad: frozenset[str]
    speaker: frozenset[str]
    language: str | None
    day: int | None


def variants(quotations: Sequence[Quotation], origins: Mapping[str, Origin]) -> list[Quotation]:
    """The same quotations with ``variant_of`` naming the earliest that says the same (``doc_id:start``).

    ``origins`` tells language and date of a document by its id. Within a language two quotations are
    one where most of the weight of their words (inverse frequency, stems of six letters) is shared, or
    nearly all of the shorter is in the longer. Across languages the speaker has to be the same, the
    dates near, and names, numbers and words alike in sound shared; and each has to be the other's
    best. Only quotations that share one of their rarest words are compared, so the time grows with
    their number. The earliest, by date and then by id, is a variant of none.

    >>> said = "Мост через Березину откроют для грузовиков в начале ноября"
    >>> one = Quotation("a", 5, 60, said, "direct", "Ярмош")
    >>> two = Quotation("b", 9, 60, said.replace("в начале", "не раньше"), "direct", "Ярмош")
    >>> [quotation.variant_of for quotation in variants([two, one], {})]
    ['a:5', None]
    """
    sketches = [
        _sketch(number, one, origins.get(one.doc_id, Origin())) for number, one in enumerate(quotations)
    ]
    order = sorted(range(len(quotations)), key=lambda number: _age(quotations[number], sketches[number]))
    weights = _weights(sketches)
    roots: dict[int, int] = {}
    found = list(quotations)
    links = [*_within(quotations, sketches, weights), *_across(sketches, weights)]
    place = {number: rank for rank, number in enumerate(order)}
    earlier: dict[int, list[tuple[float, int, str]]] = defaultdict(list)
    for score, one, other, why in links:
        late, early = (one, other) if place[one] > place[other] else (other, one)
        earlier[late].append((score, early, why))
    for number in order:
        roots[number] = number
        if not earlier[number]:
            continue
        score, early, why = max(earlier[number], key=lambda link: (link[0], -place[link[1]]))
        root = roots[number] = roots[early]
        if quotations[root].doc_id == quotations[number].doc_id:
            roots[number] = number
            continue
        origin = quotations[root]
        found[number] = replace(
            found[number],
            variant_of=f"{origin.doc_id}:{origin.start}",
            reasons=(*found[number].reasons, Reason("variant", round(score, 3), why)),
        )
    return found


def _sketch(number: int, quotation: Quotation, origin: Origin) -> _Sketch:
    found = tokens(quotation.text)
    words = {one.form[:_STEM] for one in found if len(one.form) > 3 or one.form.isdigit()}
    abroad: set[str] = set()
    for one in found:
        if one.form.isdigit():
            if len(one.form) > 1:
                abroad.add(one.form)
        elif quotation.text[one.start].isupper() and len(one.form) > 2:
            abroad.add(skeleton(one.form))
        elif len(one.form) > 5:
            abroad.add("~" + latin(one.form)[:5])
    named = f"{quotation.speaker_name or ''} {quotation.speaker or ''}"
    speaker = {skeleton(one.form) for one in tokens(named) if named[one.start].isupper()}
    published = origin.published
    day = published.toordinal() if published is not None else None
    return _Sketch(
        number, frozenset(words), frozenset(abroad - {""}), frozenset(speaker - {""}), origin.language, day
    )


def _same(one: _Sketch, other: _Sketch) -> bool:
    """Whether the speakers share a name, cut ("Мохов", "Mokhov") or not."""
    return any(
        left.startswith(right) or right.startswith(left) for left in one.speaker for right in other.speaker
    )


def _age(quotation: Quotation, sketch: _Sketch) -> tuple[int, str, int]:
    return (sketch.day if sketch.day is not None else 10**9, quotation.doc_id, quotation.start)


def _weights(sketches: Iterable[_Sketch]) -> dict[str, float]:
    count: Counter[str] = Counter()
    total = 0
    for sketch in sketches:
        count.update(sketch.words)
        count.update(f"@{key}" for key in sketch.abroad)
        total += 1
    return {word: min(_HIGH, max(_LOW, log((total + 10) / number))) for word, number in count.items()}


def _pairs(sketches: Sequence[_Sketch], keys: Sequence[list[str]]) -> Iterable[tuple[_Sketch, _Sketch]]:
    """Quotations that share one of their rarest words."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            index[key].append(number)
    seen: set[tuple[int, int]] = set()
    for members in index.values():
        if len(members) > _COMMON:  # each with the first and with its neighbour: copies of one quotation
            chosen = [(members[0], other) for other in members[1:]]
            chosen += list(pairwise(members))
        else:
            chosen = [(one, other) for at, one in enumerate(members) for other in members[at + 1 :]]
        for pair in chosen:
            if pair not in seen and pair[0] != pair[1]:
                seen.add(pair)
                yield sketches[pair[0]], sketches[pair[1]]


def _rarest(words: Iterable[str], weights: Mapping[str, float]) -> list[str]:
    return sorted(words, key=lambda word: (-weights[word], word))[:_RAREST]


def _within(
    quotations: Sequence[Quotation], sketches: Sequence[_Sketch], weights: Mapping[str, float]
) -> Iterable[tuple[float, int, int, str]]:
    keys = [[f"{sketch.language}|{word}" for word in _rarest(sketch.words, weights)] for sketch in sketches]
    for one, other in _pairs(sketches, keys):
        if quotations[one.number].doc_id == quotations[other.number].doc_id:
            continue
        shared = one.words & other.words
        if len(shared) < _LEAST:
            continue
        weight = sum(weights[word] for word in shared)
        left = sum(weights[word] for word in one.words)
        right = sum(weights[word] for word in other.words)
        overlap = weight / (left + right - weight)
        part = weight / min(left, right)
        known = one.speaker and other.speaker
        same = _same(one, other)
        least = _SPEAKER if same else _SAME if not known else _STRANGERS
        if overlap >= least or (part >= _PART and len(shared) > _LEAST and (same or not known)):
            detail = f"{len(shared)} words shared" + (", same speaker" if same else "")
            yield max(overlap, part if part >= _PART else 0.0), one.number, other.number, detail


def _across(
    sketches: Sequence[_Sketch], weights: Mapping[str, float]
) -> Iterable[tuple[float, int, int, str]]:
    able = [sketch for sketch in sketches if sketch.speaker and len(sketch.abroad) > 2]
    if len({sketch.language for sketch in able}) < 2:
        return
    known = {key: weights[f"@{key}"] for sketch in able for key in sketch.abroad}
    keys = [_rarest(sketch.abroad, known) for sketch in able]
    best: dict[tuple[int, str | None], list[tuple[float, int]]] = defaultdict(list)
    detail: dict[tuple[int, int], str] = {}
    for one, other in _pairs(able, keys):
        score, why = _abroad(one, other, known)
        if score < _ABROAD:
            continue
        best[one.number, other.language].append((score, other.number))
        best[other.number, one.language].append((score, one.number))
        detail[min(one.number, other.number), max(one.number, other.number)] = why
    for (number, _), candidates in best.items():
        score, other_one = max(candidates)
        if number < other_one and max(best[other_one, sketches[number].language])[1] == number:
            yield score, number, other_one, detail[number, other_one]


def _abroad(one: _Sketch, other: _Sketch, weights: Mapping[str, float]) -> tuple[float, str]:
    if one.language == other.language or not _same(one, other):
        return 0.0, ""
    if one.day is not None and other.day is not None and abs(one.day - other.day) > _DAYS:
        return 0.0, ""
    shared = one.abroad & other.abroad
    if len(shared) < 3 or not 0.4 <= len(one.words) / max(1, len(other.words)) <= 2.5:
        return 0.0, ""
    weight = sum(weights[key] for key in shared)
    total = sum(weights[key] for key in one.abroad | other.abroad)
    return weight / total, f"same speaker, {len(shared)} names, numbers and cognates shared"
