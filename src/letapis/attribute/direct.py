"""Which marked words are somebody's own words, and which of them are one quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from letapis.attribute.after import after, broken, ending
from letapis.attribute.before import before
from letapis.attribute.inside import inside
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table

__all__ = ["direct"]

_ENDS = ".!?…"
_FEW = 3
"""Words in marks that are a term, a name or an irony where nothing says that they were spoken."""
_DASHES = frozenset("—–-")
_CLOSING = frozenset("»”“\"'’")
_WIDE = 45
"""Tokens that a speaker's name with its apposition may take."""


def direct(table: Table, pairs: Sequence[Pair]) -> list[Said]:
    """Marked words that are somebody's own, in order; names, terms and ironies are left out.

    Looked for, in this order: an attribution inside the marks; one after them (verb and name, name
    and verb); one before them, with a colon, a comma or nothing between; whole sentences in marks
    that follow a quotation. What nothing ascribes has the pattern ``bare``.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("“We came by bus,” said Ona Mill of the “odd” day."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> [tokens.cut(one.first, one.last) for one in direct(table, pairs)]
    ['“We came by bus,”']
    """
    outer = [pair for pair in pairs if not pair.depth]
    found: list[Said] = []
    for pair in outer:
        if found and _goes_on(table, found[-1], pair):
            more = Said(
                pair.first,
                pair.last,
                ((pair.begin, pair.end),),
                "direct",
                "goes on",
                None,
                0.9,
                pair.repaired,
            )
            found[-1] = _merged(found[-1], more)
            continue
        rules = (inside, before, after) if _led(table, pair) else (inside, after, before)
        said = next((one for rule in rules if (one := rule(table, pair)) is not None), None)
        said = said or _bare(table, pair, found[-1] if found else None)
        if said is None:
            continue
        if found and _joins(table, found[-1], said):
            found[-1] = _merged(found[-1], said)
        else:
            found.append(said)
    return found


def _led(table: Table, pair: Pair) -> bool:
    """Whether an attribution with a colon stands before the marks, and none is sure to follow them."""
    first, words = pair.first, table.stream.words
    if not first or words[first - 1] != ":" or ending(words, pair) == ",":
        return False
    if pair.last < len(words) and words[pair.last] in (",", "—", "–", "-"):
        return False
    return bool(table.within(table.sentence(first - 1)[0], first))


def _bare(table: Table, pair: Pair, previous: Said | None) -> Said | None:
    """Whole sentences in marks without an attribution of their own."""
    words = table.stream.words
    low, _ = table.sentence(pair.first)
    size = table.size(pair.begin, pair.end)
    parts = ((pair.begin, pair.end),)
    if low == pair.first and size > _FEW and words[pair.end - 1][0] in _ENDS and previous is not None:
        gap = pair.first - previous.last
        here, before = table.line(pair.first)[0], table.line(previous.last - 1)
        if previous.kind == "direct" and gap <= _WIDE and here in before:
            return Said(
                pair.first, pair.last, parts, "direct", "goes on", previous.frame, 0.75, pair.repaired,
                pair.repeats,
            )  # fmt: skip
    behind = words[pair.last][0] if pair.last < len(words) else "."
    if words[pair.end - 1][0] not in _ENDS and behind not in _ENDS:
        return None
    return Said(pair.first, pair.last, parts, "direct", "bare", None, 0.0, pair.repaired, pair.repeats)


def _joins(table: Table, one: Said, other: Said) -> bool:
    """Whether nothing but the attribution of ``one`` stands between the two."""
    frame = one.frame
    if other.pattern not in ("bare", "goes on"):
        return False
    if one.pattern == "bare":
        return other.pattern == "goes on" and not table.size(one.last, other.first)
    if not table.size(one.last, other.first):
        return other.pattern == "goes on"
    if frame is None or not one.last <= frame.first < other.first:
        return False
    if table.size(one.last, other.first) > _WIDE:
        return False
    apart = table.line(one.last - 1)[1] <= other.first
    if apart and (other.pattern != "goes on" or table.line(other.first)[1] > other.last + 1):
        return False
    bounds = table.stream.sentences
    breaks = bounds[bisect_right(bounds, frame.tail) : bisect_right(bounds, other.first)]
    if breaks == [other.first - 1] and table.stream.words[other.first - 1] in _DASHES:
        return True
    return breaks == [other.first]


def _goes_on(table: Table, one: Said, pair: Pair) -> bool:
    """Whether a sentence that the attribution interrupts goes on: "We came," she said, "and we left"."""
    words, begin, frame = table.stream.words, pair.begin, one.frame
    if frame is None or not one.last <= frame.first < pair.first or pair.first - one.last > _WIDE:
        return False
    if words[pair.first - 1] not in (",", "—", "–", "-"):
        return False
    if not words[begin][:1].islower() and words[begin][:1] not in "I‘’'":
        return False
    end = one.parts[-1][1]
    while end > one.first and words[end - 1] in _CLOSING:
        end -= 1
    pauses = words[end - 1] in (",", "…") or words[one.last] == ","
    return pauses and not broken(table, one.last, pair.first - 1)


def _merged(one: Said, other: Said) -> Said:
    return Said(
        one.first, other.last, one.parts + other.parts, one.kind, one.pattern, one.frame, one.score,
        one.repaired or other.repaired, one.skips + other.skips,
    )  # fmt: skip
