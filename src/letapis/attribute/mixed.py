"""Reported clauses beside what stands in marks: those with words in marks are mixed quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from letapis.attribute.clause import OPENING
from letapis.attribute.indirect import Reported
from letapis.attribute.looks import spoken
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Parts, Said, Table
from letapis.text.stream import Stream

__all__ = ["mixed"]

_LOOSE = frozenset(("object", "about"))
"""Forms of reported speech whose content is a thing rather than a clause."""
_PHRASES = _LOOSE | {"preposition"}
"""Forms whose content is a noun phrase: what somebody spoke of, and not what was said of it."""
_FAINT = 0.5
"""The score of such a content: right by the rules of corpora, of little use to a reader."""
_DASHES = frozenset("—–-")
_NAMED = frozenset(("name", "place", "anonymous"))
_GOES_ON = 60
"""Tokens that somebody's words go on for after the first sentence."""
_AS = frozenset(("as",))
_LAST = 6
"""Clauses found before that may hold the next one."""


def mixed(
    table: Table, reported: Iterable[Reported], pairs: Sequence[Pair], said: Sequence[Said]
) -> list[Said]:
    """What is left of ``said`` once reported clauses are laid beside it, and the clauses.

    A clause with words in marks that are speech is a mixed quotation, and stands for the fragment that
    was found in it by its marks alone. A clause within a quotation, around one, or within another mixed
    one is left out.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> from letapis.attribute.indirect import indirect
    >>> text = "Ona Mill said that the roads were “worse than ever”."
    >>> tokens, language = stream(text), langs.get("en")
    >>> found = frames(tokens, language)
    >>> [said] = mixed(Table(tokens, found, language), indirect(tokens, language, found), marks(tokens), [])
    >>> said.kind, tokens.cut(*said.parts[0])
    ('mixed', 'the roads were “worse than ever”')
    """
    outer = [pair for pair in pairs if not pair.depth]
    begins = [pair.first for pair in outer]
    whole = sorted((one.first, one.last) for one in said if one.kind == "direct")
    bits = sorted((one for one in said if one.kind == "mixed"), key=lambda one: one.first)
    gone: set[int] = set()
    found: list[Said] = []
    for one in reported:
        clause = _clause(table, one, outer, begins)
        if clause is None:
            continue
        if clause.kind == "direct":
            found.append(clause)
            continue
        first, last = clause.first, clause.last
        if _holds(whole, first, last):
            continue
        rivals = _rivals(bits, first, last)
        if any(
            (bits[number].first < first or bits[number].last > last) and not _by_outlet(bits[number], one)
            for number in rivals
        ):
            continue
        if clause.kind == "mixed" and any(_mixed_around(other, first, last) for other in found[-_LAST:]):
            continue
        gone.update(rivals)
        found.append(clause)
    kept = [one for one in said if one.kind != "mixed"]
    return kept + [one for number, one in enumerate(bits) if number not in gone] + found


def _clause(table: Table, one: Reported, outer: Sequence[Pair], begins: Sequence[int]) -> Said | None:
    """A reported clause with the bounds that marks give it; None in a quotation, or far from its words."""
    text = table.stream
    at = bisect_left(begins, one.frame.first) - 1
    if at >= 0 and one.frame.first < outer[at].last:  # somebody else's report, within a quotation
        return None
    parts = _tokens(text, one.parts)
    inside = _inside(outer, begins, parts[0][0], parts[-1][1])
    parts = _widened(parts, inside)
    inner = _speech(table, one, inside)
    parts = _ended(table, one, parts, inner)
    if inner and one.form in _LOOSE:
        if _far(table, parts, inner):
            return None
        parts = _cut(text, parts, inner)
    if one.form == "around" and _dashed(table, one, parts):
        if text.words[parts[0][0]] in OPENING:
            parts = ((parts[0][0] + 1, parts[0][1]), *parts[1:])
        return _unmarked(one, parts, "attribution after a dash")
    if not inner and _coloned(table, one, parts[0][0]):
        return _unmarked(one, ((parts[0][0], _run(table, parts[-1][1])),), "colon")
    kind, score = ("mixed", 0.8) if inner else ("indirect", _FAINT if one.form in _PHRASES else 0.7)
    return Said(parts[0][0], parts[-1][1], parts, kind, one.form, one.frame, score)


def _by_outlet(bit: Said, one: Reported) -> bool:
    """Whether an outlet tells what somebody else is reported to have said: X called for “…”, AFP writes."""
    frame = bit.frame
    return frame is not None and frame.kind == "outlet" and bit.first <= one.frame.first < bit.last


def _dashed(table: Table, one: Reported, parts: Parts) -> bool:
    """Whether a comma and a dash part the words from the attribution: Мост цел, — сказал он."""
    words, head = table.stream.words, one.frame.head
    if len(table.stream.lines) <= 2 and one.frame.kind not in _NAMED:  # a story, not a report
        return False
    if table.fixed or head < 2 or words[head - 1] not in _DASHES or words[head - 2][0] not in ",!?…":
        return False
    return parts[0][1] <= head and parts[0][1] >= head - 3


def _coloned(table: Table, one: Reported, first: int) -> bool:
    """Whether a colon and a capital follow a verb of saying: Она написала: Мы не уйдём."""
    words, frame = table.stream.words, one.frame
    if frame.form != "verb" or frame.sort != "say" or frame.last >= first:
        return False
    return words[first - 1] == ":" and words[first][0].isupper() and frame.speaker is not None


def _run(table: Table, last: int) -> int:
    """The end of the line that what was said goes on in, if no other attribution stands there."""
    stop = min(table.line(last - 1)[1], table.sentence(last - 1)[1] + _GOES_ON)
    return stop if not table.within(last, stop) and stop == table.line(stop - 1)[1] else last


def _unmarked(one: Reported, parts: Parts, pattern: str) -> Said:
    return Said(parts[0][0], parts[-1][1], parts, "direct", pattern, one.frame, 0.6, "both marks lost")


def _tokens(text: Stream, parts: Parts) -> Parts:
    return tuple((bisect_left(text.starts, start), bisect_left(text.starts, stop)) for start, stop in parts)


def _inside(outer: Sequence[Pair], begins: Sequence[int], first: int, last: int) -> list[Pair]:
    """Pairs that share tokens with ``first`` to ``last``."""
    low = max(0, bisect_left(begins, first) - 1)
    return [pair for pair in outer[low : bisect_left(begins, last)] if pair.last > first]


def _speech(table: Table, one: Reported, inside: Sequence[Pair]) -> list[Pair]:
    inner = [pair for pair in inside if spoken(table, pair)]
    if one.form in _LOOSE and sum(table.size(pair.begin, pair.end) for pair in inner) < 2:
        words = table.stream.words
        if not inner or one.frame.sort != "judge" or words[inner[0].first - 1] not in _AS:
            return []  # a single word of a thing is as often an irony
    return inner


def _far(table: Table, parts: Parts, inner: Sequence[Pair]) -> bool:
    """Whether another clause stands between a verb and the words in marks."""
    view = table.view
    if view is None:
        return False
    between = view.folds[parts[0][0] : inner[0].first]
    return any(
        fold in view.speech.links or fold in view.speech.relative for fold in between if fold not in _AS
    )


def _holds(whole: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a direct quotation lies within ``first`` to ``last``."""
    at = bisect_left(whole, (first, -1))
    return at < len(whole) and whole[at][1] <= last


def _rivals(bits: Sequence[Said], first: int, last: int) -> list[int]:
    """Numbers of the mixed quotations that share tokens with ``first`` to ``last``."""
    high = bisect_left(bits, last, key=lambda one: one.first)
    low = high
    while low > 0 and high - low <= _LAST and bits[low - 1].last > first:
        low -= 1
    return list(range(low, high))


def _mixed_around(other: Said, first: int, last: int) -> bool:
    return other.kind == "mixed" and other.first <= first and last <= other.last


def _ended(table: Table, one: Reported, parts: Parts, inner: Sequence[Pair]) -> Parts:
    """The parts up to a comma before closing marks behind which another frame begins: “…,” adding …"."""
    first, last = parts[-1]
    for pair in inner:
        if not first < pair.last < last or table.stream.words[pair.end - 1] != ",":
            continue
        if any(
            frame.head <= pair.last + 1 and frame is not one.frame
            for frame in table.within(pair.last, pair.last + 4)
        ):
            return (*parts[:-1], (first, pair.last))
    for pair in inner:
        if first < pair.last < last and _adds(table, pair.last):
            return (*parts[:-1], (first, pair.last))
    return parts


def _adds(table: Table, at: int) -> bool:
    """Whether a second verb of saying with the same subject follows: “…”, and explained."""
    view = table.view
    if view is None or table.stream.words[at] not in (",", *_DASHES):
        at -= 1
    at += 1
    if view is None or at + 1 >= len(view.folds) or view.folds[at] not in view.speech.beside:
        return False
    at += 2 if view.folds[at + 1] in view.speech.adverbs and at + 2 < len(view.folds) else 1
    verb = view.speech.verbs.get(view.folds[at])
    return verb is not None and verb.sort in ("say", "promise", "demand") and verb.form in ("finite", "past")


def _widened(parts: Parts, inside: Sequence[Pair]) -> Parts:
    """Parts that begin or end within marks, up to the marks."""
    found = []
    for first, last in parts:
        for pair in inside:
            if pair.first < last < pair.last:
                last = pair.last
            if pair.first < first < pair.last:
                first = pair.first
        found.append((first, last))
    return tuple(found)


def _cut(text: Stream, parts: Parts, inner: Sequence[Pair]) -> Parts:
    """A name for somebody ends with the words in marks: called it “mad” and “bad”."""
    words = text.words
    stop = inner[0].last
    for pair in inner[1:]:
        between = [word for word in words[stop : pair.first] if word[0].isalnum()]
        if len(between) > 1 or pair.first - stop > 3:
            break
        stop = pair.last
    return tuple((first, min(last, stop)) for first, last in parts if first < stop)
