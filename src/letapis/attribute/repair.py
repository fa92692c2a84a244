"""Quotation marks that were lost: where they stood, as far as the words around show it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from letapis.text.stream import Stream

__all__ = ["Mended", "Open", "Shut", "repair"]

_DASHES = frozenset("—–-")
_REACH = 8
"""Tokens after a comma or a dash within which the verb of an attribution stands."""
_CLOSE = 5
"""The same after a mark whose opening mark was lost."""
_SENTENCES = 2
"""Sentence ends that may lie between a mark and the beginning of its line, taken for the lost one."""
_LONGEST = 160
"""Tokens that a sentence between one mark and the place of the lost one may have."""


class Open(NamedTuple):
    """An opening mark that nothing closes; ``low`` and ``high`` bound its line."""

    first: int
    begin: int
    low: int
    high: int


class Shut(NamedTuple):
    """A closing mark that nothing opens; ``low`` and ``high`` bound its line."""

    first: int
    last: int
    low: int
    high: int


class Mended(NamedTuple):
    """A pair of which one mark was lost, as numbers of tokens."""

    first: int
    begin: int
    end: int
    last: int
    reason: str


def repair(
    stream: Stream,
    opens: Sequence[Open],
    shuts: Sequence[Shut],
    taken: Sequence[tuple[int, int]],
    saying: AbstractSet[str],
) -> list[Mended]:
    """Pairs made good; what cannot be told is left out.

    ``taken`` are the pairs that were found whole, ``saying`` the folded forms of verbs of saying.

    >>> from letapis.text.stream import stream
    >>> text = stream("«Мост закрыт, — сказал водитель.")
    >>> one, = repair(text, [Open(0, 1, 0, 8)], [], [], {"сказал"})
    >>> text.cut(one.begin, one.end), one.reason
    ('Мост закрыт', 'closing mark lost')
    """
    bounds = sorted(taken)
    mended = [found for one in opens if (found := _opened(stream, one, bounds, saying))]
    mended += [found for other in shuts if (found := _closed(stream, other, bounds, saying))]
    return mended


def _opened(
    stream: Stream, one: Open, taken: list[tuple[int, int]], saying: AbstractSet[str]
) -> Mended | None:
    words = stream.words
    high = min(one.high, one.begin + 4 * _LONGEST)
    after = bisect_left(taken, (one.begin, 0))
    while after < len(taken) and taken[after][0] < high:
        if taken[after][1] - taken[after][0] > 12:  # a quotation of its own, no name inside this one
            high = taken[after][0]
            break
        after += 1
    leads = one.first == one.low or words[one.first - 1] == ":"
    end = _attribution(stream, one.begin, high, saying) if leads else None
    if end is not None and end > one.begin and not _resumes(words, end + 1, high):
        return Mended(one.first, one.begin, end, end, "closing mark lost")
    whole = high == one.high and one.begin < high
    if whole and high == len(words) and high - one.begin <= 3 * _LONGEST and _broken(stream):
        return Mended(one.first, one.begin, high, high, "the text breaks off before the closing mark")
    if whole and leads and 3 < high - one.begin <= _LONGEST:
        return Mended(one.first, one.begin, high, high, "closing mark lost")
    return None


def _resumes(words: list[str], at: int, high: int) -> bool:
    """Whether the speaker goes on after an attribution between dashes."""
    return any(
        words[dash] in _DASHES and words[dash - 1][0] in ".,!?…" for dash in range(at + 2, min(high, at + 30))
    )


def _broken(stream: Stream) -> bool:
    last = stream.words[-1]
    return last[-1] not in '.!?»”"' or last in ("…", "...")


def _closed(
    stream: Stream, other: Shut, taken: list[tuple[int, int]], saying: AbstractSet[str]
) -> Mended | None:
    words = stream.words
    low = other.low
    before = bisect_left(taken, (other.first, 0)) - 1
    while before >= 0 and taken[before][1] > max(low, other.first - 2 * _LONGEST):
        if taken[before][1] - taken[before][0] > 12:
            low = taken[before][1]
            break
        before -= 1
    colon = next(
        (
            at
            for at in range(other.first - 1, max(low, other.first - 2 * _LONGEST) - 1, -1)
            if words[at] == ":"
        ),
        None,
    )
    if colon is not None and any(form in saying for form in stream.folds[max(low, colon - 8) : colon]):
        first = colon + 1
    elif low == other.low and _attributed(stream, other, saying):
        first = low
        begins = bisect_left(stream.sentences, other.first) - bisect_right(stream.sentences, low)
        if begins > _SENTENCES:
            return None
    else:
        return None
    if 2 < other.first - first <= 2 * _LONGEST:
        return Mended(first, first, other.first, other.last, "opening mark lost")
    return None


def _attributed(stream: Stream, other: Shut, saying: AbstractSet[str]) -> bool:
    """Whether a pause and an attribution follow the mark."""
    words, at = stream.words, other.last
    while at < other.high and words[at] in (",", "—", "–", "-"):
        at += 1
    if at == other.last and words[other.first - 1][0] not in ",!?…":
        return False
    return any(form in saying for form in stream.folds[at : min(other.high, at + _CLOSE)])


def _attribution(stream: Stream, begin: int, high: int, saying: AbstractSet[str]) -> int | None:
    """Token after the last one said, where a comma (and a dash) and a verb of saying follow."""
    words, folds = stream.words, stream.folds
    verbs = [at for at in range(begin, high) if folds[at] in saying]
    for verb in verbs:
        dash = next((at for at in (verb - 1, verb - 2) if at > begin and words[at] in _DASHES), None)
        if (
            dash is not None
            and words[dash - 1][0].isalnum()
            and (dash + 1 == verb or words[verb - 1][0].isupper())
        ):
            return dash
        for at in range(verb - 1, max(begin, verb - _REACH), -1):
            if words[at][0] in ",!?…" and (words[at + 1] in _DASHES or _named(words, at + 1, verb)):
                return at if words[at] == "," else at + 1
            if words[at][0] in ".;:":
                break
    return None


def _named(words: list[str], at: int, verb: int) -> bool:
    """Whether nothing, or a name of a few words, stands before the verb."""
    return at == verb or (verb - at <= 3 and all(word[:1].isupper() for word in words[at:verb]))
