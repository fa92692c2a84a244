"""Names that a text gives in full once, found in its other places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from letapis.link.joining.given import given
from letapis.link.joining.words import LEGAL
from letapis.link.spotting.chart import Chart
from letapis.link.spotting.parts import Run
from letapis.link.spotting.places import places, several
from letapis.link.spotting.stem import stem
from letapis.link.spotting.trait import CLASSES, listed
from letapis.text.stream import Stream

__all__ = ["echo"]

_NAMED = np.array([bool(name) and name[0] in "CA" for name in CLASSES])
_CAPITALS = np.array([name[:1] == "A" for name in CLASSES])
_OPEN, _CLOSE = frozenset('«“„"'), frozenset('»”“"')
_WITHIN = 8
"""Tokens in the quotation marks after a legal form, at most."""
_DATED = frozenset(",.(-–—:")
"""Marks that follow the town in a dateline."""
_TOWN = re.compile(r"^[А-ЯЎІЇЄҐ][а-яёўіїєґ]+[сц]ь?к$")
_BEGINS = 18
"""Situations (:data:`letapis.link.spotting.chart.SITUATIONS`) from which on a word begins a sentence."""
_BRIEF = 4
"""Letters of a nation's name that other words share too often."""
_LEAST = 3
"""Letters of a word's stem that is looked for elsewhere."""
_TWICE = 2
"""Forms that a word must have beside a surname to be a given name and no place."""


def echo(text: Stream, around: Chart, runs: Sequence[Run], code: str) -> list[Run]:
    """``runs`` and what they lead to, in order, without overlaps.

    A legal form with what it is the form of is an organisation ("ОАО «Мох»"). The surname of somebody
    who is named in full, and a firm's name of one word, are looked for in the rest of the text: a word
    with a capital there that is in no name becomes one; a lone word that was taken for a place becomes
    a person's name. A word that the text has without a capital too is left alone.
    """
    runs = _paired(text, around, _firms(text, around, _datelines(text, runs)))
    runs = _called(text, around, runs, code)
    runs = _towns(text, [_officer(text, run, code) for run in runs])
    keys = around.keys
    people: set[int] = set()
    firms: set[int] = set()
    for run in runs:
        if run.kind == "person":
            people.update(int(keys[at]) for at in _surnames(text, run, code))
        elif run.kind == "organisation":
            firms.update(int(keys[at]) for at in _firm(text, run))
    taken: dict[int, int] = {}
    for number, run in enumerate(runs):
        taken.update(dict.fromkeys(range(run.first, run.last), number))
    found = list(runs)
    wanted = np.zeros(int(keys.max()) + 1, np.bool_)
    wanted[[*people, *firms]] = True
    low = (around.situations // 6) % 3 == 2
    for at in np.flatnonzero(wanted[keys] & _NAMED[around.kinds] & ~low).tolist():
        kind = "person" if int(keys[at]) in people else "organisation"
        number = taken.get(at, -1)
        if number < 0:
            if not _beside(text, at, taken):
                found.append(Run(at, at + 1, kind))
        elif kind == "person" and runs[number] == (at, at + 1, "place") and not _place(text.words[at], code):
            found[number] = Run(at, at + 1, kind)
    if code:
        found += _nations(text, around, taken, low)
    return sorted(found)


def _nations(text: Stream, around: Chart, taken: Mapping[int, int], low: Any) -> list[Run]:
    """Nations that no name has in it: words with a capital of five letters and more."""
    known = places()
    return [
        Run(at, at + 1, "place")
        for at in np.flatnonzero(_NAMED[around.kinds] & ~low & (around.situations // 18 > 0)).tolist()
        if at not in taken and len(text.words[at]) > _BRIEF and known.get(stem(text.words[at])) == "c"
        and not _beside(text, at, taken)
    ]  # fmt: skip


def _beside(text: Stream, at: int, taken: Mapping[int, int]) -> bool:
    """Whether another capital stands right beside it, so that it may be part of something else."""
    return any(
        0 <= other < len(text.words)
        and other not in taken
        and text.words[other][:1].isupper()
        and min(text.starts[max(at, other)] - text.stops[min(at, other)], 2) < 2
        and (other > at or not text.opens_sentence(at))
        for other in (at - 1, at + 1)
    )


def _surnames(text: Stream, run: Run, code: str) -> Iterator[int]:
    """Where the surname stands in a person's name in full: the last of its words, all with a capital."""
    words = text.words[run.first : run.last]
    if not 2 <= len(words) <= 4 or not all(word[:1].isupper() and len(word) > 1 for word in words):
        return
    last = words[-1]
    if len(stem(last)) >= _LEAST and "G" not in listed(last, code) and not last.isupper():
        yield run.last - 1


def _firm(text: Stream, run: Run) -> Iterator[int]:
    """Where the name stands of a firm that is named with its legal form and in quotation marks."""
    words = text.words[run.first : run.last]
    if not words[0].isupper() or words[0].lower() not in LEGAL:
        return
    inside = [at for at, word in enumerate(words) if at and word[0].isalpha()]
    if len(inside) == 1 and len(stem(words[inside[0]])) > _LEAST and words[inside[0]][:1].isupper():
        yield run.first + inside[0]


def _place(word: str, code: str) -> bool:
    key = stem(word)
    return bool(set(places().get(key, "")) & set("bc")) or "S" in listed(word, code, key)


def _called(text: Stream, around: Chart, runs: Sequence[Run], code: str) -> list[Run]:
    """With given names before another capital that no name had, or that an organisation ended in."""
    plain = _NAMED[around.kinds] & ((around.situations // 3) % 2 == 0) & (around.situations % 3 == 0)
    owner = {at: run for run in runs for at in range(run.first, run.last)}
    found = set(runs)
    for at in np.flatnonzero(plain[:-1] & plain[1:] & (around.situations[1:] < _BEGINS)).tolist():
        if not _calls(text, at, code):
            continue
        one, other = owner.get(at), owner.get(at + 1)
        ends = one is not None and one.last == at + 1
        alone = one is None or (ends and one.kind != "organisation" and one.first == at)
        swallowed = one is not None and ends and one.kind == "organisation" and one.first < at
        surname = _family(text.words[at + 1], code) if other is None else other[::2] == (at + 1, "person")
        if (alone or swallowed) and surname:
            found -= {run for run in (one, other) if run}
            if one is not None and swallowed:
                found.add(one._replace(last=at))
            found.add(Run(at, other.last if other else at + 2, "person"))
    return sorted(found)


def _calls(text: Stream, at: int, code: str) -> bool:
    """Whether a listed given name stands here that is nothing else, right before the next word."""
    flags = listed(text.words[at], code)
    called = "G" in flags or given(text.words[at])
    return bool(called) and not set(flags) & set("RTKOPBSNC") and text.starts[at + 1] - text.stops[at] == 1


def _family(word: str, code: str) -> bool:
    """Whether a word may be a surname: no list has it."""
    return len(word) > 2 and not listed(word, code) and not _place(word, code)


def _officer(text: Stream, run: Run, code: str) -> Run:
    """A person, where a word of unknown name follows an office in small letters ("mayor Moss")."""
    first, last, kind = run
    if kind != "place" or last - first > 1 or not first or _place(text.words[first], code):
        return run
    before = text.words[first - 1]
    flags = listed(before, code) if before.islower() else ""
    return Run(first, last, "person") if "R" in flags and not set(flags) & set("PO") else run


def _towns(text: Stream, runs: Sequence[Run]) -> list[Run]:
    """Lone words of one stem that were taken for people are places where one of them ends like a town."""
    alone = [run for run in runs if run.kind != "place" and run.last - run.first == 1]
    keys = {stem(text.words[run.first]) for run in alone if _TOWN.search(text.words[run.first])}
    return [
        run._replace(kind="place")
        if run.kind == "person" and run.last - run.first == 1 and stem(text.words[run.first]) in keys
        else run
        for run in runs
    ]


def _datelines(text: Stream, runs: Sequence[Run]) -> list[Run]:
    """With the town in capitals that begins a line."""
    added = []
    words = text.words
    for first in text.lines[:-1]:
        size = next((size for size in (2, 1) if _dated(words, first, size)), 0)
        if size:
            added.append(Run(first, first + size, "place"))
    if not added:
        return list(runs)
    held = {at for one in added for at in range(one.first, one.last)}
    kept = [run for run in runs if held.isdisjoint(range(run.first, run.last))]
    return sorted([*kept, *added])


def _dated(words: Sequence[str], first: int, size: int) -> bool:
    """Whether so many words from ``first`` on are a town's name in capitals, and a mark follows them."""
    name = words[first : first + size]
    if first + size >= len(words) or words[first + size] not in _DATED:
        return False
    if not all(len(word) > 2 and word.isupper() for word in name):
        return False
    keys = [stem(word) for word in name]
    if size > 1:
        return any(rest[: size - 1] == tuple(keys[1:]) for rest in several().get(keys[0], ()))
    return len(name[0]) > 3 and keys[0] in places()


def _firms(text: Stream, around: Chart, runs: Sequence[Run]) -> list[Run]:
    """With legal forms and the names after them."""
    added = []
    words = text.words
    for at in np.flatnonzero(_CAPITALS[around.kinds]).tolist():
        word = words[at]
        if 1 < len(word) < 5 and word.isupper() and word.lower() in LEGAL and at + 1 < len(words):
            last = _closed(words, at + 1) if words[at + 1] in _OPEN else _capital(words, at)
            if last:
                added.append(Run(at, last, "organisation"))
    if not added:
        return list(runs)
    kept = []
    for run in runs:
        over = [one for one in added if one.first < run.last and run.first < one.last]
        if any(run.first <= one.first and one.last <= run.last for one in over):
            added = [one for one in added if one not in over]
            kept.append(run)
        elif not over:
            kept.append(run)
    return sorted([*kept, *added])


def _closed(words: Sequence[str], opening: int) -> int:
    """The token after the closing mark of what is quoted from ``opening`` on; 0 where it is no name."""
    if opening + 1 >= len(words) or not words[opening + 1][:1].isupper():
        return 0
    for at in range(opening + 2, min(opening + _WITHIN, len(words))):
        if words[at] in _CLOSE:
            return at + 1
    return 0


def _capital(words: Sequence[str], at: int) -> int:
    """The token after a word with a capital and small letters that follows a long legal form."""
    name = words[at + 1]
    return (
        at + 2
        if len(words[at]) > 2 and len(name) > _LEAST and name[0].isupper() and name[1:].islower()
        else 0
    )


def _paired(text: Stream, around: Chart, runs: Sequence[Run]) -> list[Run]:
    """A place before a name that bends along with it each time is a given name ("Азия Мох", "Азии Мох")."""
    starts = {run.first: run for run in runs}
    taken = {at for run in runs for at in range(run.first, run.last)}
    pairs: dict[tuple[int, int], list[int]] = {}
    for number, run in enumerate(runs):
        after = run.last
        if run.kind != "place" or run.last - run.first > 1 or after >= len(text.words):
            continue
        other = starts.get(after)
        alone = other.kind == "person" and other.last == after + 1 if other else after not in taken
        if alone and _NAMED[around.kinds[after]]:
            pairs.setdefault((int(around.keys[run.first]), int(around.keys[after])), []).append(number)
    found = list(runs)
    gone: set[Run] = set()
    for those in pairs.values():
        if len({text.words[runs[number].first] for number in those}) >= _TWICE:
            for number in those:
                run = runs[number]
                found[number] = Run(run.first, run.last + 1, "person")
                if run.last in starts:
                    gone.add(starts[run.last])
    return [run for run in found if run not in gone]
