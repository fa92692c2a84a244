"""Reported clauses where commas and complementisers tell what is what (Slavic languages)."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.clause import DASHES, MARKS, OPENING, View
from letapis.attribute.content import Pieces, beginning, end
from letapis.attribute.cue import Frame
from letapis.attribute.subject import read

__all__ = ["RULES"]


def _sl_phrase(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    if frame.form != "phrase":
        return []
    first, last = seen.sentence(frame.first)
    words = seen.words
    tail = frame.tail
    if _initial(seen, first, frame.head):
        if tail + 1 < last and words[tail] == "," and _aside(seen, tail + 1):
            tail = next((i for i in range(tail + 1, last) if words[i] == ","), tail)
        if tail < last and words[tail] == ",":
            tail += 1
        return [(tail, end(seen, frames, number, tail))]
    if words[frame.head - 1] == "," and tail < last and words[tail] == "," and tail + 2 < last:
        start = beginning(seen, frames, number, first, frame.head)
        return [(start, frame.head), (tail + 1, end(seen, frames, number, tail + 1))]
    if words[frame.head - 1] == ",":
        return [(beginning(seen, frames, number, first, frame.head), frame.head)]
    return []


def _initial(seen: View, first: int, head: int) -> bool:
    """Whether a frame opens its sentence, but for a conjunction or an adverb."""
    return head - first <= 3 and not any(seen.words[i] == "," for i in range(first, head))


def _aside(seen: View, at: int) -> bool:
    """Whether a participle or a relative clause goes on with the noun before the comma."""
    one = read(seen, at)
    return seen.folds[at] in seen.speech.relative or (one.sort == "A" and not one.nominative)


def _tail(seen: View, frame: Frame) -> int:
    """The token after the frame and what goes with it: hearers, occasion, time."""
    at, last = max(frame.last, frame.tail if frame.side == "after" else 0), seen.sentence(frame.first)[1]
    quoted = False
    while at < last and at < frame.last + 45:
        word = seen.words[at]
        if word in MARKS:
            quoted = not quoted
        elif not quoted and (word in ",;:()" or word in DASHES or (word[0] in ".!?…" and at + 1 >= last)):
            break
        at += 1
    return at


def _sl_that(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    if frame.form == "phrase" or frame.how or not frame.takes & {"that", "whom", "whether"}:
        return []
    _first, last = seen.sentence(frame.first)
    at = frame.last if frame.form == "passive" and frame.side != "after" else _tail(seen, frame)
    words, folds = seen.words, seen.folds
    for _ in range(3):
        if at + 2 >= last:
            return []
        if (
            words[at] == ":"
            and words[at + 1] not in OPENING
            and words[at + 1] not in DASHES
            and "mark" in frame.takes
        ):
            return [(at + 1, last)]
        if words[at] != ",":
            return []
        if folds[at + 1] in seen.speech.that:
            if folds[at + 1] in seen.speech.purpose and frame.sort != "demand":
                return []
            return [(at + 2, end(seen, frames, number, at + 2))]
        if folds[at + 1] in seen.speech.whether and "whether" in frame.takes:
            return [(at + 1, end(seen, frames, number, at + 1))]
        # an apposition or the date between commas: "заявил X, глава Y, что"
        ahead = at + 1
        while ahead < last and words[ahead] != "," and ahead - at < 20:
            if seen.word(ahead) and read(seen, ahead).sort == "V":
                return []
            ahead += 1
        at = ahead
    return []


def _sl_how(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Clauses beside "как заявил X"."""
    if not frame.how:
        return []
    first, last = seen.sentence(frame.first)
    at = _tail(seen, frame)
    words = seen.words
    if _initial(seen, first, frame.head):
        if at < last and words[at] in ",:" and words[at + 1 if at + 1 < last else at] not in OPENING:
            return [(at + 1, end(seen, frames, number, at + 1))]
        return []
    if words[frame.head - 1] != "," or seen.folds[frame.head - 2] in seen.speech.degrees:
        return []
    if frame.speaker is None and frame.form == "verb":
        return []  # "как говорят": a way of speaking
    if frame.sort not in ("say", "think"):
        return []
    pieces = [(beginning(seen, frames, number, first, frame.head), frame.head)]
    if at + 2 < last and words[at] == ",":
        pieces.append((at + 1, end(seen, frames, number, at + 1)))
    return pieces


def _sl_around(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Clauses before and around the frame: "C, сказал X." and "C, говорят эксперты, C"."""
    if frame.form not in ("verb", "place", "passive") or frame.how or frame.sort not in ("say", "think"):
        return []
    if "mark" not in frame.takes or (frame.speaker is None and frame.form != "passive"):
        return []
    first, last = seen.sentence(frame.first)
    words = seen.words
    if frame.head <= first + 1 or not (words[frame.head - 1] == "," or words[frame.head - 1] in DASHES):
        return []
    if frame.side == "before" and frame.kind != "pronoun" and words[frame.head - 1] == ",":
        return []
    at = _tail(seen, frame)
    if at < last and words[at] == "(":
        at = next((i + 1 for i in range(at, last) if words[i] == ")"), at)
    if at < last and words[at] not in ",(" and words[at][0] not in ".!?…" and words[at] not in DASHES:
        return []
    if at + 1 < last and words[at] == "," and (seen.folds[at + 1] in seen.speech.that):
        return []
    pieces = [(beginning(seen, frames, number, first, frame.head), frame.head)]
    if (
        at + 2 < last
        and words[at] == ","
        and frame.side == "after"
        and (frame.tail == at or words[at - 1] == ")")
        and not _tailing(seen, at + 1, last)
    ):
        pieces.append((at + 1, end(seen, frames, number, at + 1)))
    return pieces


def _tailing(seen: View, at: int, last: int) -> bool:
    """Whether what follows a comma goes with the speaker: an apposition, a gerund, a relative clause."""
    if seen.folds[at] in seen.speech.relative or seen.folds[at] in seen.speech.links:
        return seen.folds[at] in seen.speech.relative
    verb = seen.speech.verbs.get(seen.folds[at])
    if verb is not None and verb.form == "gerund":
        return True
    return not any(seen.words[i] == "," for i in range(at, last)) and not any(
        read(seen, i).sort == "V" for i in range(at, last) if seen.word(i)
    )


def _sl_about(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """The sentence before "Об этом заявил X", or the clause before ", о чём заявил X"."""
    first, _last = seen.sentence(frame.first)
    folds = seen.folds
    for words in seen.speech.about:
        size = len(words)
        for at in (first, first + 1):
            if (
                at + size <= frame.first
                and tuple(folds[at : at + size]) == words
                and frame.first - at - size < (6 if "," in seen.words[at : frame.first] else 12)
            ):
                if first == 0 or frame.form not in ("verb", "place", "passive"):
                    return []
                if seen.words[at - 1] in OPENING:  # «Это ложь», — сказал X
                    return []
                before, stop = seen.sentence(first - 1)
                return [(before, stop)]
        # "…, о чём заявил X": the clause before
        at = max(first, frame.head - size)
        for i in range(at, max(first, frame.head - size - 4), -1):
            if (
                tuple(folds[i : i + size]) == words
                and i > first + 2
                and seen.words[i - 1] == ","
                and len(words) > 1
            ):
                return [(beginning(seen, frames, number, first, i), i)]
    return []


def _sl_infinitive(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    topics = frame.takes & seen.speech.prepositions.keys()
    if not (topics or frame.takes & {"inf", "whom"}) or frame.form == "phrase" or frame.how:
        return []
    _first, last = seen.sentence(frame.first)
    words, folds = seen.words, seen.folds
    start = max(frame.last, frame.tail if frame.side == "after" else 0)
    for at in range(start, min(last, start + 14)):
        if words[at] in ",;:" or words[at] in DASHES:
            return []
        fold = folds[at]
        if fold in seen.speech.aims and not topics.isdisjoint(folds[at - 2 : at]):
            return [(at, end(seen, frames, number, at))]
        if fold in frame.takes and "whom" in frame.takes and at + 1 < last:
            return [(at + 1, end(seen, frames, number, at + 1))]
        if _infinite(seen, at) and frame.takes & {"inf", "whom"}:
            begin = at
            while begin > start and (
                folds[begin - 1] in seen.speech.negations
                or (folds[begin - 1] not in seen.speech.links and read(seen, begin - 1).sort == "D")
            ):
                begin -= 1
            return [(begin, end(seen, frames, number, at))]
    return []


def _infinite(seen: View, at: int) -> bool:
    """Whether token ``at`` is an infinitive."""
    fold = seen.folds[at]
    if len(fold) < 4 or not seen.words[at][0].islower() or not fold.endswith(seen.speech.infinitives):
        return False
    return seen.code == "be" or read(seen, at).sort == "V"


RULES = (
    ("according", _sl_phrase),
    ("sentence", _sl_about),
    ("how", _sl_how),
    ("that", _sl_that),
    ("infinitive", _sl_infinitive),
    ("around", _sl_around),
)
