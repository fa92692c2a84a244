"""Cues tried at the words that they begin with, at outlets that are marked, and at the lines of these."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from letapis.attribute.mask import Masked
from letapis.attribute.patterns import Cue, Cues, compiled
from letapis.attribute.slot import OPEN
from letapis.text.stream import Stream

__all__ = ["REACH", "trials"]

REACH = 220
"""How far after a cue's first word, in characters, the outlet's name may stand."""
_BOUND = 500
"""Characters that a credit may have; a bound on the work of each trial."""
_NEAR = 10
"""How many words after a cue's first one a name of no known outlet may begin."""
_BEGINS = 5
"""How many words before a cue that stands behind the name the word "newspaper" may stand."""
_LINE = 130
"""How far into a line a dateline may reach."""
_OPENING = frozenset(OPEN)


def trials(masked: Masked, table: Cues, tokens: Stream) -> Iterator[tuple[Cue, re.Match[str]]]:
    """Matches of the cues in a masked text, each cue's own apart from each other.

    The work grows with the number of words: one look-up a word, and for the few that a cue begins
    with, trials of bounded length.

    >>> from letapis.attribute.mask import mask
    >>> from letapis.attribute.patterns import cues
    >>> from letapis.langs import get
    >>> from letapis.text.stream import stream
    >>> text = "She told Reuters so."
    >>> [cue.credit.kind for cue, _ in trials(mask(text, {}), cues(get("en")), stream(text))]
    ['told_to']
    """
    # for each cue, where its last match ended: it is not tried inside it
    done = [0] * len(table.every)
    yield from _at_words(masked, table, tokens, done)
    done = [0] * len(table.every)
    for place in masked.places:
        yield from _at_mark(masked.text, place, table, done)


def _at_words(
    masked: Masked, table: Cues, tokens: Stream, done: list[int]
) -> Iterator[tuple[Cue, re.Match[str]]]:
    memo, folds, starts, named = table.numbers(tokens.folds), tokens.folds, tokens.starts, masked.named
    at = [number for number, form in enumerate(folds) if memo[form]]
    nouns = [number for number in at if -1 in memo[folds[number]]]
    wanted = {-2 - one for number in at if memo[folds[number]][0] < -1 for one in memo[folds[number]]}
    absent = table.needy - wanted
    k = shift = 0
    for number in at:
        start = starts[number]
        while k < len(named) and named[k].stop <= start:
            shift = named[k].stop - masked.places[k] - 1
            k += 1
        if k < len(named) and named[k].start <= start:
            continue  # within a name
        near = k < len(named) and masked.places[k] - start + shift <= REACH
        capital = _capital(tokens, number)
        noun = bisect_left(nouns, number)
        behind = noun > 0 and number - nouns[noun - 1] <= _BEGINS
        if not near and not capital and not behind and not table.nameless.intersection(memo[folds[number]]):
            continue
        headed = capital and noun < len(nouns) and nouns[noun] <= number + _NEAR
        for one in memo[folds[number]]:
            if one < 0 or one in absent or start - shift < done[one]:
                continue
            cue = table.every[one]
            if near and cue.marked and (match := _tried(cue.marked, cue, masked.text, tokens, number, shift)):
                done[one] = match.end()
                yield cue, match
            if cue.open and (capital or (behind and cue.back) or not cue.marked):
                if match := _tried(cue.open, cue, masked.text, tokens, number, shift):
                    yield cue, match
                if not cue.headed or not (headed or (behind and cue.back)):
                    continue
                if match := _tried(cue.headed, cue, masked.text, tokens, number, shift):
                    yield cue, match


def _tried(
    pattern: str, cue: Cue, text: str, tokens: Stream, number: int, shift: int
) -> re.Match[str] | None:
    """The match that begins with a word, or where the cue allows it with a word or two before."""
    last = tokens.starts[number] - shift
    if not cue.back:
        return compiled(pattern).match(text, last, last + _BOUND)
    places = _before(tokens, number, cue.back)
    for at in reversed(list(places)) if cue.back > 2 else places:  # a name begins as early as it can
        match = compiled(pattern).match(text, max(0, at - shift), last + _BOUND)
        if match and match.start("cue") == last:
            return match
    return None


def _before(tokens: Stream, number: int, back: int) -> Iterator[int]:
    """Where the words before a word begin, and what stands in them after a hyphen."""
    for one in range(number - 1, max(-1, number - back - 1), -1):
        yield tokens.starts[one]
        if "-" in tokens.words[one]:
            yield tokens.stops[one] - len(tokens.words[one].rpartition("-")[2])


def _capital(tokens: Stream, number: int) -> bool:
    """Whether a name may begin in the next words: a capital, or an opening mark."""
    ahead = "".join(tokens.words[number + 1 : number + 1 + _NEAR])
    return not ahead.islower() or not _OPENING.isdisjoint(ahead)


def _at_mark(text: str, place: int, table: Cues, done: list[int]) -> Iterator[tuple[Cue, re.Match[str]]]:
    line = text.rfind("\n", max(0, place - _LINE), place) + 1
    if not line and place > _LINE:
        line = -1
    quoted = place > 0 and text[place - 1] in OPEN
    for cue in table.marks:
        assert cue.marked is not None
        pattern = compiled(cue.marked)
        match = pattern.match(text, place - 1, place + _BOUND) if quoted else None
        match = match or pattern.match(text, place, place + _BOUND)
        if match:
            yield cue, match
    for cue in table.lines if line >= 0 else ():
        assert cue.marked is not None
        if line >= done[cue.number] and (match := compiled(cue.marked).match(text, line, line + _BOUND)):
            done[cue.number] = match.end()
            yield cue, match
