"""Marked words that no attribution claims: spoken all the same, or a name, a term, an irony."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from letapis.attribute.frame import Frame
from letapis.attribute.lone import lone
from letapis.attribute.looks import spoken
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table

__all__ = ["rest", "unclaimed"]

_MANY = 8
"""Words in marks that are spoken whoever said them; fewer need a cue in their sentence."""
_SOME = 4
_FEW = 4
"""Words between two pairs of marks that call something by two names."""
_FOR = frozenset(("for",))
_MARK = frozenset(("mark",))
_NEAR = 14
"""Tokens of a clause beside the words in marks."""
_FAR = 25
"""The same where the clause has a word like "that" at its head."""


def unclaimed(table: Table, pair: Pair, previous: Said | None) -> Said | None:
    """A quotation of marked words that no frame claims, or None.

    Eight words and more are taken to be spoken, with the speaker of their sentence, else (where they
    are whole sentences) of the quotation before; four to seven only beside a cue in their sentence.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> text = "Ona Mill smiled. “We came by bus and it rained on all of us.”"
    >>> tokens, language = stream(text), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> unclaimed(table, pairs[0], None).pattern
    'after a report'
    """
    stream = table.stream
    size = table.size(pair.begin, pair.end)
    alone = lone(table, pair)
    if alone is not None:
        return alone
    if not spoken(table, pair):
        return None
    frame, leads = _beside(table, pair)
    if frame is not None and leads and _names(table, pair, frame):
        start = max(frame.last, frame.tail if frame.side == "after" else 0)
        if start + 1 == pair.first and table.view and stream.folds[start] in table.view.speech.prepositions:
            start = pair.first
        return Said(start, pair.last, ((start, pair.last),), "mixed", "called so", frame, 0.75, pair.repaired)
    if size < _SOME and not (frame is not None and leads and _reports(table, pair, frame)):
        return None
    low, _ = table.sentence(pair.first)
    whole = low == pair.first
    if size < _MANY and (whole or not leads):
        return None
    if frame is None and not whole and not _flows(table, pair):
        return None
    if frame is None and whole and previous is not None and previous.frame is not None:
        near = table.line(pair.first)[0] <= previous.last or table.line(previous.last)[0] == pair.first
        frame = previous.frame if near else None
    if frame is not None and leads and not whole:
        clause = _clause(table, pair, frame) if frame.sort != "judge" else (pair.first, pair.last)
        return Said(clause[0], clause[1], (clause,), "mixed", "in its clause", frame, 0.6, pair.repaired)
    capital = stream.words[pair.begin][:1].isupper()
    return Said(
        pair.first, pair.last, ((pair.begin, pair.end),), "direct" if whole or capital else "mixed",
        "no attribution of its own", frame, 0.6, pair.repaired, pair.repeats,
    )  # fmt: skip


def rest(table: Table, pairs: Sequence[Pair], said: Sequence[Said], bare: Sequence[Said]) -> list[Said]:
    """Quotations of marked words that nothing in ``said`` has claimed.

    ``bare`` are whole sentences in marks without an attribution; those that stand mark upon mark are one.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> text = "Ona Mill smiled. “We came by bus and it rained on all of us.”"
    >>> tokens, language = stream(text), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> [tokens.cut(*one.parts[0]) for one in rest(table, pairs, [], [])]
    ['We came by bus and it rained on all of us.']
    """
    order = sorted(said, key=lambda one: one.first)
    spoke = list(
        accumulate((number if one.kind == "direct" else -1 for number, one in enumerate(order)), max)
    )
    firsts = [one.first for one in order]
    reach = list(accumulate((one.last for one in order), max))
    rows = {one.first: one for one in bare if len(one.parts) > 1}
    found: list[Said] = []
    done = 0
    for pair in pairs:
        at = bisect_left(firsts, pair.last)
        if pair.first < done:
            continue
        if pair.depth or (at and reach[at - 1] > pair.first):
            continue
        before = order[spoke[at - 1]] if at and spoke[at - 1] >= 0 else None
        if found and before is not None and found[-1].first > before.first:
            before = found[-1]
        one = unclaimed(table, pair, before)
        if one is None:
            continue
        if one.first in rows:
            row = rows[one.first]
            one = replace(one, last=row.last, parts=row.parts, skips=row.skips)
            done = row.last
        if found and _together(table, found[-1], one):
            one = _union(found.pop(), one)
        found.append(one)
    return [one for one in found if one.pattern != "called so" or _meant(table, pairs, one)]


def _meant(table: Table, pairs: Sequence[Pair], one: Said) -> bool:
    """Whether a name for somebody is more than an irony: two words, or (where case tells) a named speaker."""
    if _marked(table, pairs, one) > 1:
        return True
    if table.fixed or one.frame is None:
        return False
    return one.frame.speaker is not None or one.frame.sort in ("judge", "think")


def _marked(table: Table, pairs: Sequence[Pair], one: Said) -> int:
    """How many words of it stand in marks; a single one is as often an irony."""
    low = bisect_left(pairs, one.first, key=lambda pair: pair.first)
    high = bisect_left(pairs, one.last, key=lambda pair: pair.first)
    return sum(table.size(pair.begin, pair.end) for pair in pairs[low:high] if not pair.depth)


def _together(table: Table, one: Said, other: Said) -> bool:
    if one.kind != other.kind or one.pattern == "no attribution of its own" != other.pattern:
        return False
    if other.first <= one.last:
        return True
    near = table.size(one.last, other.first) <= _FEW and table.sentence(one.last - 1)[1] >= other.last
    return near and one.kind == "mixed" and one.frame is other.frame and one.frame is not None


def _union(one: Said, other: Said) -> Said:
    """Two of one clause, or marks straight upon marks, as one quotation."""
    if one.last == other.first and one.kind == "direct":
        parts = one.parts + other.parts
    else:
        parts = ((one.first, other.last),)
    return replace(one, last=max(one.last, other.last), parts=parts, skips=one.skips + other.skips)


def _flows(table: Table, pair: Pair) -> bool:
    """Whether marks in the midst of a sentence that ascribes nothing go on with it, as no title does."""
    return table.fixed or table.stream.words[pair.begin][0].islower()


def _reports(table: Table, pair: Pair, frame: Frame) -> bool:
    """Whether the marks stand in a clause that the frame governs: "said of it that it was “bad”"."""
    if frame.sort not in ("say", "think") or frame.negated or table.view is None:
        return False
    that = table.view.speech.that
    folds = table.stream.folds
    return any(folds[at] in that for at in range(max(frame.last, pair.first - _FAR), pair.first))


def _names(table: Table, pair: Pair, frame: Frame) -> bool:
    """Whether the verb calls somebody or something what stands in the marks, straight after it."""
    if frame.form not in ("verb", "gerund", "place") or frame.negated:
        return False
    calls = frame.sort == "judge" or (frame.sort == "demand" and frame.takes in (_FOR, _MARK))
    if not calls and (table.fixed or frame.sort not in ("think", "say", "demand", "promise")):
        return False
    stream = table.stream
    start = max(frame.last, frame.tail if frame.side == "after" else 0)
    if not start <= pair.first <= start + _NEAR:
        return False
    that = table.view.speech.that if table.view is not None else frozenset()
    prepositions = table.view.speech.prepositions if table.view is not None else ()
    if frame.sort == "think" and stream.folds[start] in prepositions:
        return False
    barred = that | table.view.speech.links - {"as", "like"} if table.view is not None else that
    quoted, plain = False, 0
    strict = not calls and frame.sort != "think"
    single = strict and table.size(pair.begin, pair.end) < 2
    for at in range(start, pair.first):
        word = stream.words[at]
        if single and stream.folds[at] in prepositions and (at + 1 != pair.first or at != start):
            return False
        if word in '«»“”„"':
            quoted, plain = not quoted, 0
        elif quoted or (word == "," and not plain):
            continue
        elif stream.folds[at] in (barred if table.fixed else that) or not word[0].isalnum():
            return False
        else:
            plain += 1
    if strict and (not plain or (single and frame.speaker is None)):
        return False
    return plain <= (_NEAR if start == pair.first - plain else _FEW)


def _beside(table: Table, pair: Pair) -> tuple[Frame | None, bool]:
    """The frame of the sentence that stands nearest before the marks (and True), else after them."""
    low, high = table.sentence(pair.first)
    high = max(high, table.sentence(max(pair.first, pair.last - 1))[1])
    before = [frame for frame in table.within(low, pair.first) if frame.form != "passive"]
    if before:
        return before[-1], True
    after = [frame for frame in table.within(pair.last, high) if frame.speaker is not None]
    return (after[0] if after else None), False


def _clause(table: Table, pair: Pair, frame: Frame) -> tuple[int, int]:
    """The clause from the cue to the marks, and on to the end of the sentence where that is near."""
    stream = table.stream
    start = max(frame.last, frame.tail if frame.side == "after" else 0)
    that = table.view.speech.that if table.view is not None else frozenset()
    low = max(start, pair.first - _FAR)
    start = next((at + 1 for at in range(low, pair.first) if stream.folds[at] in that), start)
    if start > pair.first or pair.first - start > (_FAR if stream.folds[start - 1] in that else _NEAR):
        start = pair.first
    _, high = table.sentence(pair.last - 1)
    behind = stream.words[pair.last][0] if pair.last < high else "."
    open_end = stream.words[pair.end - 1][0] not in ".,!?…" and behind not in ",;:)."
    stop = high if pair.last < high <= pair.last + _NEAR and open_end else pair.last
    return start, stop
