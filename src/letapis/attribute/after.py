"""An attribution after the marks: “We came,” she said."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from letapis.attribute.frame import Frame
from letapis.attribute.looks import spoken
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table
from letapis.attribute.tail import tail
from letapis.text.stream import Stream

__all__ = ["after", "broken", "ending", "opening"]

_DASHES = frozenset("—–-")
_PAUSES = frozenset(",.!?…;")
_ENDS = ".!?…"
_FEW = 3
"""Words in marks that are a term, a name or an irony where nothing says that they were spoken."""
_LONG = 8
"""Words that no title has."""
_CLOSING = frozenset("»”“\"'’")
_BARS = frozenset(("«", ":", "“", '"', "„"))
_LEADS = frozenset((":", "—", "–", "-", "("))
_NEAR = 4
"""Tokens that may stand between the marks and the attribution."""
_WIDE = 45
"""Tokens that a speaker's name with its apposition may take."""


def after(table: Table, pair: Pair) -> Said | None:
    """“We came,” she said; «…», — сказала она.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("“We came by bus,” said Ona Mill."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> after(table, pairs[0]).pattern
    'quote, verb, name'
    """
    stream, words = table.stream, table.stream.words
    frame = _follows(table, pair)
    if frame is None or not _said(table, pair, frame):
        return None
    low, _ = table.sentence(pair.first)
    pattern = "quote, verb, name" if _verb_first(frame) else "quote, name, verb"
    before = words[pair.first - 1] if pair.first else ""
    if low < pair.first and before not in _LEADS:
        if not _paused(words, pair) or not _ascribes(table, pair, frame) or _entitled(table, pair):
            return None
        start = opening(stream, low, pair.first)
        if start < pair.first:
            return Said(
                start, pair.last, ((start, pair.last),), "mixed", pattern, frame, 0.85, pair.repaired,
                pair.repeats,
            )  # fmt: skip
    elif not _paused(words, pair) and not (
        _verb_first(frame) and table.size(pair.begin, pair.end) > _FEW and spoken(table, pair)
    ):
        return None
    return Said(
        pair.first, pair.last, ((pair.begin, pair.end),), "direct", pattern, frame, 0.95, pair.repaired,
        pair.repeats,
    )  # fmt: skip


def _entitled(table: Table, pair: Pair) -> bool:
    """Whether marks in mid-clause hold a title: author of the book “How we rowed”."""
    before, first = table.stream.words[pair.first - 1], table.stream.words[pair.begin]
    return before[0].isalpha() and first[0].isupper() and table.size(pair.begin, pair.end) < _LONG


def _ascribes(table: Table, pair: Pair, frame: Frame) -> bool:
    """Whether a frame after words in marks in mid-sentence has nothing but them for its content."""
    stream = table.stream
    if frame.form not in ("verb", "place", "phrase"):
        return False
    if table.size(pair.begin, pair.end) <= _FEW and stream.words[pair.end - 1][0] not in _PAUSES:
        own = table.within(table.sentence(pair.first)[0], pair.first)  # somebody else's report
        if own or stream.words[pair.last] != "," or not spoken(table, pair):
            return False
    if stream.words[min(frame.tail, len(stream.words) - 1)] in _BARS:  # it ascribes what follows
        return False
    that = table.view.speech.that if table.view is not None else frozenset()
    return that.isdisjoint(stream.folds[frame.last : frame.tail + 4])


def ending(words: list[str], pair: Pair) -> str:
    """The last token inside, marks of a quotation within left out.

    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens = stream("“We came,” she said.")
    >>> ending(tokens.words, marks(tokens)[0])
    ','
    """
    end = pair.end
    while end > pair.begin + 1 and words[end - 1] in _CLOSING:
        end -= 1
    return words[end - 1]


def _paused(words: list[str], pair: Pair) -> bool:
    """Whether what was said ends in a comma, a question mark … inside the marks or after them."""
    behind = words[pair.last] if pair.last < len(words) else ""
    return ending(words, pair)[0] in _PAUSES or behind == "," or behind in _DASHES


def _said(table: Table, pair: Pair, frame: Frame) -> bool:
    """Whether marks before a frame hold an utterance, not the name of whoever speaks or of a thing."""
    if table.size(pair.begin, pair.end) > _FEW or spoken(table, pair):
        return True
    if not table.size(pair.begin, pair.end):
        return False
    words = table.stream.words
    if ending(words, pair)[0] in _PAUSES:
        return True
    inner = [word for word in words[pair.begin : pair.end] if word[0].isalnum()]
    whole = table.sentence(pair.first)[0] == pair.first and words[pair.last] == ","
    if whole and len(inner) > 1 and not any(word[0].isupper() for word in inner[1:]):
        return True
    dashed = any(word in _DASHES for word in words[pair.last : frame.head])
    return dashed and frame.speaker is not None and frame.speaker[0] >= pair.last


def _verb_first(frame: Frame) -> bool:
    return frame.speaker is None or frame.first < frame.speaker[0]


def _follows(table: Table, pair: Pair) -> Frame | None:
    """The frame that begins straight after the marks."""
    words = table.stream.words
    end = ending(words, pair)
    at = pair.last
    _, high = table.line(max(pair.first, pair.last - 1))
    while at < high and at - pair.last < 3 and (words[at] == "," or words[at] in _DASHES):
        at += 1
    dashed = at > pair.last and words[at - 1] in _DASHES
    if at >= high or (at == pair.last and end == "." and not dashed):
        return None
    if at == pair.last and (words[at][0] in _ENDS + ";:" or (not table.fixed and words[at][:1].isupper())):
        return None
    if table.view is not None and not dashed and table.stream.folds[at] in table.view.speech.links:
        return None
    for frame in table.within(at, min(high, at + _WIDE)):
        if frame.speaker is not None and frame.speaker[0] < at <= frame.first:
            frame = _clipped(frame, at)
        if frame.head - at > (1 if table.fixed or (frame.side == "before" and not dashed) else _NEAR):
            break
        if frame.form in ("gerund", "passive") and not dashed and table.fixed:
            break
        if any(words[number] in _BARS for number in range(at, frame.head)):
            break
        if not broken(table, at, frame.first):
            return frame
    comma = end == "," or (words[pair.last] == "," and not dashed)
    exclaims = (end[0] in "!?…" or end == "...") and at == pair.last and words[at][:1].islower()
    low, _ = table.sentence(pair.first)
    whole = low == pair.first or words[pair.first - 1] in _LEADS
    if table.view is None or not whole or not _utters(table, pair, dashed):
        return None
    if not (dashed or ((comma or exclaims) and table.fixed)):
        return None
    return tail(table.view, at, high, dashed, comma and end == ",")


def _utters(table: Table, pair: Pair, dashed: bool) -> bool:
    """Whether marks hold more than a name: four words, or two before a dash of which one is lower case."""
    inner = [word for word in table.stream.words[pair.begin : pair.end] if word[0].isalnum()]
    if len(inner) >= _FEW and table.stream.words[pair.end - 1][0] in "!?":
        return True
    if len(inner) > 1 and ending(table.stream.words, pair) == ",":
        return True
    return len(inner) > _FEW or (dashed and len(inner) > 1 and any(word[0].islower() for word in inner[1:]))


def _clipped(frame: Frame, at: int) -> Frame:
    """The frame without the words in marks before it, which are not the speaker's name."""
    assert frame.speaker is not None
    speaker = (at, frame.speaker[1]) if frame.speaker[1] > at else None
    return replace(frame, speaker=speaker, head=at)


def broken(table: Table, low: int, high: int) -> bool:
    """Whether a sentence ends in between, if only at a short form ("Sen. Ona Mill").

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("“We came.” It rained. She said so."), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> broken(table, 5, 8), broken(table, 8, 11)
    (True, False)
    """
    bounds, words = table.stream.sentences, table.stream.words
    for at in bounds[bisect_right(bounds, low) : bisect_right(bounds, high)]:
        if words[at - 1] != "." or len(words[at - 2]) > 4 or not words[at - 2][0].isupper():
            return True
    return False


def opening(stream: Stream, low: int, high: int) -> int:
    """Where the clause begins in which marks open at ``high``.

    >>> from letapis.text.stream import stream
    >>> tokens = stream("It rained, and then “they came”.")
    >>> opening(tokens, 0, 5)
    0
    """
    words = stream.words
    at = low
    while at < high and not words[at][0].isalnum():
        at += 1
    return at
