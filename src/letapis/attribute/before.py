"""An attribution before the marks: "she said: “We came”"."""

from __future__ import annotations

from dataclasses import replace

from letapis.attribute import subject
from letapis.attribute.after import opening
from letapis.attribute.frame import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.placing import Said, Table
from letapis.attribute.speaker import kind
from letapis.attribute.tail import PAST

__all__ = ["before", "heading"]

_ENDS = ".!?…"
_FEW = 3
"""Words in marks that are a term, a name or an irony where nothing says that they were spoken."""
_MARK = frozenset(("mark",))
_REACH = 9
"""Tokens that an occasion takes between a verb and the marks: "saying on Monday, “…”"."""
_DASHES = frozenset("—–")
_LABEL = 9
"""Tokens that stand before the colon of "X: …"."""


def before(table: Table, pair: Pair) -> Said | None:
    """She said: “We came.” She said that they “came”.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Ona Mill said: “We came by bus.”"), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> before(table, pairs[0]).pattern
    'colon'
    """
    stream, words = table.stream, table.stream.words
    if pair.first == 0:
        return None
    size = table.size(pair.begin, pair.end)
    before = words[pair.first - 1]
    low, _ = table.sentence(pair.first - 1)
    if before == ":":
        return _colon(table, pair, low, size)
    if low != table.sentence(pair.first)[0]:
        return None
    frames = [frame for frame in table.within(low, pair.first) if frame.last <= pair.first]
    if not frames and before == ",":
        frames = _verbs(table, max(low, pair.first - _REACH), pair.first)
    if not frames:
        return _as(table, pair, low, size)
    frame = frames[-1]
    gap = pair.first - frame.tail
    if gap <= 0 and words[pair.end - 1][0] in "!?" and frame.sort == "say":
        return _own(pair, "name, verb, quote", frame, 0.8)
    if before == "," and gap <= 1 and size > 1 and _compares(table, low, frame):
        return replace(_own(pair, "as somebody put it", frame, 0.8), kind="mixed")
    if before == "," and gap <= 10:
        if words[pair.begin][:1].isupper():
            few = size <= _FEW and (gap > 1 or words[pair.end - 1][0] not in _ENDS)
            return None if few else _own(pair, "name, verb, quote", frame, 0.93)
        start = opening(stream, low, frame.head)
        if frame.head - start > 2 and words[frame.head - 1] == ",":
            _, high = table.sentence(pair.last - 1)
            parts = ((start, frame.head), (pair.first, high))
            return Said(
                start, high, parts, "mixed", "name, verb, quote", frame, 0.85, pair.repaired, pair.repeats
            )
    if gap <= 1 and not _calls(frame, gap) and (size > _FEW or _short(table, pair, frame, size)):
        return replace(_own(pair, "name, verb, quote", frame, 0.85), kind="mixed")
    return None


def _calls(frame: Frame, gap: int) -> bool:
    """Whether the verb says what something is called, so that the words in marks are its name."""
    named = not gap and "named" in frame.takes
    return frame.sort == "judge" or named or (frame.sort == "demand" and frame.takes == _MARK)


def _verbs(table: Table, low: int, high: int) -> list[Frame]:
    """A verb of saying without a subject of its own: "footage of Mill saying on Monday, “…”"."""
    if table.view is None:
        return []
    for at in range(high - 1, low - 1, -1):
        verb = table.view.speech.verbs.get(table.stream.folds[at])
        if verb is not None and verb.sort == "say" and verb.form in ("gerund", "past", "finite"):
            return [Frame(at, at + 1, "gerund", "say", None, None, "", at, at + 1)]
    return []


def _short(table: Table, pair: Pair, frame: Frame, size: int) -> bool:
    """Whether a few words in marks are what a verb of saying governs: spoke of “a new start”."""
    if size < 2 or frame.sort != "say" or not table.stream.words[pair.begin][0].islower():
        return False
    between = table.stream.folds[frame.tail : pair.first]
    view = table.view
    return not between or (view is not None and between[0] in view.speech.prepositions)


def _compares(table: Table, low: int, frame: Frame) -> bool:
    """Whether the sentence begins with the clause of the frame: as Mill said, “…”."""
    view = table.view
    return view is not None and view.folds[low] in view.speech.how and frame.head - low <= 2


def _own(pair: Pair, pattern: str, frame: Frame | None, score: float) -> Said:
    parts = ((pair.begin, pair.end),)
    return Said(pair.first, pair.last, parts, "direct", pattern, frame, score, pair.repaired, pair.repeats)


def _as(table: Table, pair: Pair, low: int, size: int) -> Said | None:
    """As Mill put it, “…”: a clause that compares, with a verb that no list has."""
    view, words = table.view, table.stream.words
    if view is None or size < 2 or words[pair.first - 1] != "," or not 2 < pair.first - low <= _REACH:
        return None
    if view.folds[low] not in view.speech.how or any(
        word[0] in ",;:" for word in words[low : pair.first - 1]
    ):
        return None
    named = [
        at for at in range(low + 1, pair.first - 1)
        if words[at][0].isupper() or (at == low + 1 and view.folds[at] in view.speech.pronouns)
    ]  # fmt: skip
    if not named or named[0] > low + 3:
        return None
    last = next((at for at in range(named[0], pair.first) if at not in named), named[0] + 1)
    frame = Frame(last, pair.first - 1, "verb", "say", (low + 1, last), None, "before", low, pair.first - 1)
    return replace(_own(pair, "as somebody put it", frame, 0.7), kind="mixed")


def _colon(table: Table, pair: Pair, low: int, size: int) -> Said | None:
    frames = table.within(low, pair.first)
    frame = frames[-1] if frames else None
    if frame is None and size <= _FEW and not _ends(table, pair, size):
        return None
    if frame is None and not _tells(table, low, pair.first - 1):
        frame = heading(table, low, pair.first - 1)
    return Said(
        pair.first, pair.last, ((pair.begin, pair.end),), "direct", "colon", frame,
        0.95 if frame else 0.7, pair.repaired, pair.repeats,
    )  # fmt: skip


def _tells(table: Table, low: int, colon: int) -> bool:
    """Whether what stands before a colon has a verb, so that it is no mere name."""
    view = table.view
    if view is None:
        return False
    for at in range(low + 1, colon):
        fold = view.folds[at]
        if fold in view.speech.predicates or (fold in view.speech.verbs and not view.upper(at)):
            return True
        if not table.fixed and not view.upper(at) and len(fold) > 3 and fold.endswith(PAST):
            return True
    return False


def _ends(table: Table, pair: Pair, size: int) -> bool:
    """Whether a few words after a colon end the sentence as an utterance does."""
    words = table.stream.words
    inner = [word for word in words[pair.begin : pair.end] if word[0].isalnum()]
    if words[pair.end - 1][0] in "!?":
        return True
    plain = any(word[0].islower() for word in inner[1:]) and not any(word[0].isupper() for word in inner[1:])
    nouns = table.view.speech.nouns if table.view is not None else frozenset()
    if pair.first > 1 and table.stream.folds[pair.first - 2] in nouns and inner and inner[0][0].isupper():
        return True
    if not inner or not inner[0][0].isupper() or (size > 1 and not plain):
        return False
    if words[pair.end - 1][0] in _ENDS:
        return True
    behind = words[pair.last][0] if pair.last < len(words) else "."
    line = table.line(pair.first)
    if size < 2 or (behind not in _ENDS and pair.last != line[1]):
        return False
    return (line[0] == 0 and pair.last == line[1] < len(words)) or _someone(table, pair)


def _someone(table: Table, pair: Pair) -> bool:
    """Whether the sentence before a colon is about somebody: Mill shook her head: «Go home»."""
    view = table.view
    if view is None or table.fixed:
        return False
    span = subject.before(view, table.sentence(pair.first - 1)[0], pair.first - 1, "")
    if span is None or span[0] >= span[1]:
        return False
    if kind(view, span) in ("pronoun", "anonymous", "group"):
        return True
    first = subject.read(view, span[0])
    if first.animate or first.sort == "X":
        return True
    return view.upper(span[0]) and (span[0] > table.sentence(span[0])[0] or view.upper(span[0] + 1))


def heading(table: Table, low: int, colon: int) -> Frame | None:
    """X: «…», as headlines and interviews have it.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Ona Mill: “We came by bus.”"), langs.get("en")
    >>> table = Table(tokens, frames(tokens, language), language)
    >>> pairs = marks(tokens)
    >>> tokens.cut(*heading(table, 0, 2).speaker)
    'Ona Mill'
    """
    words = table.stream.words
    first = low
    while first < colon and not words[first][0].isalnum():
        first += 1
    dash = next((at for at in range(first + 1, colon) if words[at] in _DASHES), colon)
    if dash < colon - 1 and table.view is not None and not _tells(table, dash, colon):
        colon, end = dash, colon  # X — to whom: “…”
    else:
        end = colon
    if not 0 < colon - first <= _LABEL or not words[first][0].isupper():
        return None
    if any(word[0] in _ENDS + ',;«“"' for word in words[first:colon]):
        return None
    return Frame(end, end, "colon", "say", (first, colon), "name", "before", first, end)
