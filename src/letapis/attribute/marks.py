"""Quotation marks and what they enclose: paired by type, nested, over paragraphs, made good where lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from letapis.attribute.balance import MOST, Mark, balance
from letapis.attribute.repair import Open, Shut, repair
from letapis.text.stream import Stream

__all__ = ["Pair", "marks"]

_CHARS = frozenset("«»“”„‟\"‘’‚'`<>＂")
_FREE_LEFT = frozenset("([{—–-«„“‘/=")
_FREE_RIGHT = frozenset(",.;:!?…)]}—–-»”’/")
_STOPS = frozenset(",.!?…")
_ROW = 12
"""Marks that may stand side by side, nothing between them; more are a line drawn with marks."""
_LOST = 1000
"""Marks of one line that may lack their other half; more are no quotations' marks."""
_PARAGRAPHS = 12
"""Paragraphs over which a quotation may go on."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words between quotation marks, as numbers of tokens."""

    first: int
    """The opening mark; the first word where that mark is lost."""
    begin: int
    """First token inside."""
    end: int
    """Token after the last inside."""
    last: int
    """Token after the closing mark."""
    depth: int = 0
    """0 for a pair that no other encloses."""
    single: bool = False
    """Whether the marks are single ones."""
    repeats: tuple[int, ...] = ()
    """Opening marks repeated at the beginning of paragraphs inside."""
    repaired: str | None = None
    """What was wrong with the marks and was made good, or None."""


class _Found(NamedTuple):
    pairs: list[Pair]
    opens: list[Open]
    shuts: list[Shut]


def marks(stream: Stream, saying: AbstractSet[str] = frozenset()) -> list[Pair]:
    """Pairs of quotation marks in ``stream``, by where they begin; time grows with its length alone.

    Marks are paired by type, a paragraph at a time: «», „“, “”, "", '', ‘’, <<>>. What is ambiguous
    (a straight mark, a mark with a space on both sides) is decided for the paragraph as a whole, by
    the cheapest way to read all of its marks. Apostrophes are no marks. A quotation whose paragraphs
    each begin with an opening mark, or that is closed in a later paragraph, is one pair. A mark that
    was lost is made good where an attribution with one of ``saying`` (folded forms), a colon or the
    end of the paragraph shows where it stood; otherwise what is left of the pair is passed over.

    >>> from letapis.text.stream import stream
    >>> text = stream("«Завод «Заря» стоит», — сказал он. The crews' “odd ”day")
    >>> [(text.cut(pair.begin, pair.end), pair.depth) for pair in marks(text)]
    [('Завод «Заря» стоит', 0), ('Заря', 1), ('odd', 0)]
    """
    found = _Found([], [], [])
    for low, high, some in _by_line(stream, _standing(stream)):
        _pair(stream, some, low, high, found)
    if not (found.pairs or found.opens or found.shuts):
        return []
    joined = _join(stream, found) if found.opens else found
    pairs = joined.pairs
    if joined.opens or joined.shuts:
        mended = repair(stream, joined.opens, joined.shuts, [(one.first, one.last) for one in pairs], saying)
        pairs += [Pair(one.first, one.begin, one.end, one.last, repaired=one.reason) for one in mended]
    return _nested(pairs)


def _standing(stream: Stream) -> Iterator[int]:
    """The marks, without rows of more than ``_ROW`` of them, in which nothing stands to be quoted."""
    row: list[int] = []
    lines, here = stream.lines, 0
    for number in (number for number, word in enumerate(stream.words) if word in _CHARS):
        while lines[here + 1] <= number:
            here += 1
        if row and (row[-1] + 1 != number or lines[here] == number):
            if len(row) <= _ROW:
                yield from row
            row = []
        if len(row) <= _ROW:
            row.append(number)
        else:
            row[-1] = number
    if len(row) <= _ROW:
        yield from row


def _by_line(stream: Stream, at: Iterable[int]) -> Iterator[tuple[int, int, list[int]]]:
    """Bounds of each line with marks, and these; of a line with very many, again and again the next."""
    lines = stream.lines
    here = 0
    some: list[int] = []
    for number in at:
        while lines[here + 1] <= number:
            if some:
                yield lines[here], lines[here + 1], some
                some = []
            here += 1
        if len(some) >= MOST:
            yield lines[here], lines[here + 1], some
            some = []
        some.append(number)
    if some:
        yield lines[here], lines[here + 1], some


def _pair(stream: Stream, at: list[int], low: int, high: int, found: _Found) -> None:
    read = _read(stream, at, low, high)
    if not read:
        return
    ahead = stream.words[high] if high < len(stream.words) else ""
    pairs, opens, shuts = balance(read, ahead == stream.words[read[0].at] and read[0].at == low)
    for one, other, mixed in pairs:
        reason = "marks of two types" if mixed else None
        end = other.at
        if one.at + one.width == end or (one.at > low and stream.words[one.at - 1] == "="):  # mark-up
            continue
        found.pairs.append(
            Pair(one.at, one.at + one.width, end, end + other.width, 0, one.family == "s", (), reason)
        )
    if _few(found.opens, low):
        found.opens.extend(Open(one.at, one.at + one.width, low, high) for one in opens if one.family != "s")
    if _few(found.shuts, low):
        found.shuts.extend(Shut(one.at, one.at + one.width, low, high) for one in shuts if one.family != "s")


def _few(lost: Sequence[Open] | Sequence[Shut], low: int) -> bool:
    """Whether of the line that begins at ``low`` there are fewer than ``_LOST``."""
    return len(lost) < _LOST or lost[-_LOST].low != low


def _read(stream: Stream, at: list[int], low: int, high: int) -> list[Mark]:
    """The marks of one line with what opening and closing would cost at each."""
    words, starts, stops = stream.words, stream.starts, stream.stops
    read: list[Mark] = []
    low_mark = any(words[number] == "„" for number in at)
    skip = -1
    for number in at:
        if number < skip:
            continue
        char, width = words[number], 1
        twin = number + 1 < high and words[number + 1] == char and starts[number + 1] == stops[number]
        if char in "<>":
            if not twin:
                continue
            char, width = ("«" if char == "<" else "»"), 2
        elif char in "'`‘’" and twin:
            char, width = '"', 2
        elif char in "`‚":
            continue
        skip = after = number + width
        begins = number == low
        ends = after >= high
        apart_left = begins or starts[number] > stops[number - 1]
        apart_right = ends or starts[after] > stops[after - 1]
        before = "" if begins else words[number - 1]
        behind = "" if ends else words[after]
        left = apart_left or before[0] in _FREE_LEFT or before in ('"', "'")
        right = apart_right or behind[0] in _FREE_RIGHT or behind in ('"', "'")
        mark = _cost(char, left, right, before, behind, low_mark)
        if mark is not None:
            read.append(Mark(number, width, *mark))
    return read


def _cost(
    char: str, left: bool, right: bool, before: str, behind: str, low: bool
) -> tuple[str, float, float, float] | None:
    """Family, cost of opening, of closing and of passing over."""
    if char == "«":
        return "g", 0.0, 9.0, 3.0
    if char == "»":
        return "g", 9.0, 0.0, 3.0
    if char in "„‟":
        return "d", 0.0, 9.0, 3.0
    if char == "”":
        return "d", (2.0 if left and not right else 4.0), 0.0, 3.0
    if char in "'‘’":
        return _single(char, left, right, before, behind)
    if left and not right:
        missed = before[:1] in _STOPS
        if char == "“":
            return "d", 0.0, 2.0, 3.0
        return "d", (0.7 if missed else 0.0), (0.5 if missed else 3.0), 3.0
    if right and not left:
        return "d", 3.5, 0.0, 3.0
    if char == "“":
        return ("d", 1.0, 0.0, 3.0) if low else ("d", 0.3, 1.0, 3.0)
    return "d", *_loose(before, behind), 3.0


def _loose(before: str, behind: str) -> tuple[float, float]:
    """Of a straight mark that stands free on both sides, or on none."""
    if not before or before == ":" or before in "([«„“":
        return 0.0, 3.0
    if not behind or behind[0] in ",.;:!?…)]»”":
        return 3.0, 0.0
    if behind[0] in "—–-":
        return 2.0, 0.0
    if before[0] in "—–-":
        return 0.2, 1.0
    return (0.8, 0.5) if before[0] in _STOPS else (0.5, 0.5)


def _single(
    char: str, left: bool, right: bool, before: str, behind: str
) -> tuple[str, float, float, float] | None:
    """A single mark, which is far more often an apostrophe."""
    if left and not right and char != "’" and behind[:1].isalpha():
        return "s", 0.2, 9.0, 0.6
    if right and not left and char != "‘" and before:
        return "s", 9.0, 0.2, 0.6
    return None


def _join(stream: Stream, found: _Found) -> _Found:
    """Quotations that go on over paragraphs."""
    words = stream.words
    by_first = {pair.first: number for number, pair in enumerate(found.pairs)}
    waiting = {one.first: one for one in found.opens}
    shuts = {one.low: one for one in reversed(found.shuts)}
    ordinal = {low: number for number, low in enumerate(stream.lines)}
    opened = {one.low: one.first for one in reversed(found.opens)}
    used: set[int] = set()
    gone: set[int] = set()
    joined: list[Pair] = []
    opens: list[Open] = []
    for one in found.opens:
        if one.first in used:
            continue
        chain, end = _chain(stream, one, by_first, waiting, opened, shuts, found.pairs, ordinal)
        if end is None:
            opens.append(one)
            continue
        used.update(chain)
        if end in shuts:
            shut = shuts.pop(end)
            used.add(shut.first)
            stop, last = shut.first, shut.last
        else:
            pair = found.pairs[by_first[end]]
            gone.add(by_first[end])
            stop, last = pair.end, pair.last
        if one.begin >= stop:
            continue
        repeats = tuple(number for number in chain if words[number] == words[one.first])
        joined.append(Pair(one.first, one.begin, stop, last, repeats=repeats))
    pairs = [pair for number, pair in enumerate(found.pairs) if number not in gone] + joined
    return _Found(pairs, opens, [one for one in found.shuts if one.first not in used])


def _chain(
    stream: Stream,
    one: Open,
    by_first: dict[int, int],
    waiting: dict[int, Open],
    opened: dict[int, int],
    shuts: dict[int, Shut],
    pairs: list[Pair],
    ordinal: dict[int, int],
) -> tuple[list[int], int | None]:
    """Opening marks repeated after ``one``, and the line or the pair that closes it."""
    lines, words = stream.lines, stream.words
    chain: list[int] = []
    here = ordinal[one.low]
    skipped = False
    for number in range(here + 1, min(here + _PARAGRAPHS, len(lines) - 1)):
        low = lines[number]
        repeated = words[low] == words[one.first]
        if repeated and skipped:  # a paragraph in between has no mark: another quotation
            return chain, None
        skipped = skipped or not repeated
        if repeated and low in by_first and (one.first == one.low or chain):
            pair = pairs[by_first[low]]
            if words[one.high - 1][-1] in ".!?…" and pair.end - pair.begin > 2:
                return [*chain, low], low
            return chain, None
        if low in shuts and not repeated:
            shut = shuts[low]
            if low not in opened or opened[low] > shut.first:
                return chain, low
        if repeated and low in waiting:
            chain.append(low)
            continue
        if repeated:
            return chain, None
    return chain, None


def _nested(pairs: list[Pair]) -> list[Pair]:
    """In order of beginning, each with its depth; a pair that crosses another is left out."""
    kept: list[Pair] = []
    stack: list[Pair] = []
    for pair in sorted(pairs, key=lambda one: (one.first, -one.last)):
        while stack and stack[-1].last <= pair.first:
            stack.pop()
        if stack and pair.last > stack[-1].last:
            continue
        placed = replace(pair, depth=len(stack)) if stack else pair
        kept.append(placed)
        stack.append(placed)
    return kept
