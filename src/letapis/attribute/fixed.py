"""Reported clauses where the place in the sentence tells what is what (English)."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.clause import DASHES, MARKS, OPENING, View
from letapis.attribute.complement import infinitive, preposition, theme, topic
from letapis.attribute.content import Pieces, beginning, end
from letapis.attribute.cue import Frame

__all__ = ["RULES"]

_ARTICLES = frozenset(("a", "an", "the"))
_PLAIN = 5
"""So many tokens before "…, she told X." are a clause, whatever its verb."""


def _according(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Clauses beside "according to X"."""
    if frame.form != "phrase":
        return []
    first, last = seen.sentence(frame.first)
    tail = frame.tail
    if frame.head - first <= 2 or seen.words[frame.head - 1] == ":":
        while tail < last and seen.words[tail] != "," and tail - frame.tail < 16:
            tail += 1
        if tail < last and seen.words[tail] == ",":
            return [(tail + 1, end(seen, frames, number, tail + 1))]
        return []
    start = beginning(seen, frames, number, first, frame.head)
    pieces = [(start, frame.head)]
    if (
        tail + 3 < last
        and seen.words[tail] == ","
        and seen.words[frame.head - 1] == ","
        and not _apposed(seen, tail + 1)
    ):
        pieces.append((tail + 1, end(seen, frames, number, tail + 1)))
    return pieces


def _apposed(seen: View, at: int) -> bool:
    """Whether an apposition, a relative clause or a participle begins at ``at``."""
    fold = seen.folds[at]
    return fold in seen.speech.relative or fold in ("a", "an", "the", "citing", "one") or fold.endswith("ing")


def _after(seen: View, at: int, last: int) -> int:
    """The token after the occasion and time that begin at ``at``: "on Monday |", "in a statement |"."""
    speech, folds = seen.speech, seen.folds
    for _ in range(5):
        start = at
        while at < last and _aside(seen, at):
            at += 1
        if at < last and folds[at] in speech.prepositions and folds[at] not in ("of", "like", "as", "about"):
            at = _occasion(seen, at, last)
        if at + 1 < last and seen.words[at] == "," and folds[at + 1] in speech.that:
            at += 1
        if at == start:
            break
    return at


def _aside(seen: View, at: int) -> bool:
    fold, speech = seen.folds[at], seen.speech
    if fold in speech.adverbs and fold not in speech.determiners:
        return True
    if fold in speech.times:
        return (
            fold not in ("this", "may", "now", "march", "last", "before")
            or seen.folds[at + 1] in speech.times
        )
    if fold in ("night", "morning", "afternoon", "evening"):
        return seen.folds[at - 1] in speech.times
    return fold.endswith("ly") and len(fold) > 5 and fold not in speech.groups


def _occasion(seen: View, at: int, last: int) -> int:
    """After a phrase of occasion or time, or right before a later "that"; else ``at``."""
    speech, folds = seen.speech, seen.folds
    done = at
    ahead = at + 1
    while ahead < min(last, at + 14) and (seen.word(ahead) or not seen.breaks(ahead)):
        fold = folds[ahead]
        if fold in speech.that:
            return ahead
        if fold in speech.predicates or fold in speech.auxiliaries or fold in seen.speech.subjects:
            break
        if fold in speech.events or fold in speech.times or seen.words[ahead][0].isdigit():
            done = ahead + 1
        ahead += 1
    return done


def _around(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Clauses before and around the frame: "C, X said." and "C, X said, C"."""
    if frame.form != "verb" or not frame.takes & {"that", "mark"}:
        return []
    first, last = seen.sentence(frame.first)
    if frame.how:
        return _introduced(seen, frames, number, frame)
    words, head = seen.words, frame.head
    if head == first or not (words[head - 1] == "," or words[head - 1] in DASHES) or seen.shut(head - 1):
        return []
    at = _after(seen, max(frame.last, frame.tail), last)
    if "hearer" in frame.takes and at < last and frame.side == "before" and seen.word(at):
        at = _after(seen, _hearer(seen, at, last), last)
    if at < last and not _over(seen, at):
        return []
    if at < last and (words[at] == ":" or (at + 1 < last and seen.folds[at + 1] in seen.speech.that)):
        return []
    start = beginning(seen, frames, number, first, head)
    pieces = [(start, head)]
    resumes = at + 3 < last and (words[at] == "," or words[at] in DASHES)
    verbal = head - start > 3 and _verbal(seen, start, head)
    if resumes and frame.side == "before":
        whole = seen.folds[at + 1] in _ARTICLES and not verbal and _verbal(seen, at + 1, last)
        if whole or not _apposed(seen, at + 1):
            pieces.append((at + 1, end(seen, frames, number, at + 1)))
    ended = at + 1 >= last and "hearer" in frame.takes and head - start > _PLAIN
    return pieces if len(pieces) > 1 or verbal or ended else []


def _introduced(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """The clause after "As X said, "."""
    first, last = seen.sentence(frame.first)
    at = max(frame.last, frame.tail)
    if frame.head - first > 1 or at + 3 >= last or seen.words[at] != ",":
        return []
    return [(at + 1, end(seen, frames, number, at + 1))]


def _over(seen: View, at: int) -> bool:
    """Whether the frame is over at ``at``, so that its content stands before it."""
    fold = seen.folds[at]
    if seen.breaks(at) or fold in ("as", "while", "when", "who", "and"):
        return True
    return fold in seen.speech.prepositions and fold not in ("of", "about", "to", "against")


def _that(seen: View, frames: Sequence[Frame], number: int, frame: Frame) -> Pieces:
    """Clauses after the frame: "said that C" and "said C"."""
    if frame.form == "phrase" or not frame.takes & {"that", "whether"} or frame.how:
        return []
    last = seen.sentence(frame.first)[1]
    folds, words, speech = seen.folds, seen.words, seen.speech
    at = max(frame.last, frame.tail)
    if at < last and folds[at] in ("out", "back", "up", "on") and seen.word(at):
        at += folds[at + 1 : at + 2] == ["that"] or folds[at] != "on"
    at = _after(seen, at, last)
    at = _past(seen, frame, at, last)
    if "hearer" in frame.takes and at < last and folds[at] not in speech.that and frame.form != "passive":
        at = _past(seen, frame, _after(seen, _hearer(seen, at, last), last), last)
    if at >= last - 1:
        return []
    if folds[at] in speech.that and "that" in frame.takes:
        if folds[at + 1] in speech.predicates and at + 2 < last:
            return []
        return [(at + 1, end(seen, frames, number, at + 1))]
    if folds[at] in speech.whether and "whether" in frame.takes and frame.side != "after":
        if folds[at] in ("who", "which", "where", "when") and frame.sort == "say" and frame.lemma != "t":
            return []
        return [(at, end(seen, frames, number, at))]
    if folds[at] in speech.prepositions and frame.sort == "say":
        colon = next((i for i in range(at, min(last, at + 7)) if not seen.word(i)), at)
        at = colon if words[colon] == ":" else at
    if words[at] == ":" and frame.sort == "say" and at + 1 < last and words[at + 1] not in MARKS:
        return [(at + 1, last)]
    if (
        "that" not in frame.takes
        or frame.form in ("passive", "noun")
        or frame.side == "after"
        or seen.shut(frame.head - 1)
    ):
        return []
    if _clause(seen, frame, at, last):
        return [(at, end(seen, frames, number, at))]
    return []


def _past(seen: View, frame: Frame, at: int, last: int) -> int:
    """After an apposition that begins at ``at`` and that the word "that" follows; else ``at``."""
    words = seen.words
    if at + 2 < last and words[at] == "," and frame.side == "before":
        close = next((i for i in range(at + 1, min(last, at + 12)) if words[i] == ","), at)
        if close + 2 < last and close > at and seen.folds[close + 1] in seen.speech.that:
            return close + 1
    return at


def _hearer(seen: View, at: int, last: int) -> int:
    """After the hearer of "told" and its like, which begins at ``at``."""
    folds, speech = seen.folds, seen.speech
    if folds[at] in speech.pronouns or folds[at] in ("him", "her", "them", "us", "me", "you"):
        if folds[at] == "her" and at + 1 < last and folds[at + 1] in speech.hearers:
            return at + 2
        return at + 1
    for i in range(at, min(last, at + 14)):
        if folds[i] in speech.that:
            return i
        if (
            (i > at and (folds[i] in seen.speech.subjects or _contracted(seen, i)))
            or folds[i] in ("to", "his", "their")
            or (seen.breaks(i))
        ):
            return i
        if i > at and (folds[i - 1] in speech.hearers or folds[i] in speech.times):
            return i
        if i > at and folds[i] in speech.determiners and folds[i - 1] not in speech.prepositions:
            return i
        if folds[i] in speech.predicates or folds[i] in speech.auxiliaries:
            return max(at, i - 1)
    return at + 1


def _clause(seen: View, frame: Frame, at: int, last: int) -> bool:
    """Whether a clause without "that" begins here: a subject and a finite verb."""
    folds, words, speech = seen.folds, seen.words, seen.speech
    fold = folds[at]
    if not seen.word(at) or words[at] in OPENING or last - at < 4:
        return False
    if fold in seen.speech.subjects or _contracted(seen, at):
        return (
            not seen.breaks(at + 1)
            and folds[at + 1] not in speech.prepositions
            and not folds[at + 1].endswith("self")
        )
    if frame.lemma not in speech.direct:
        return False
    if fold in speech.prepositions:
        return fold in ("in", "under", "for", "with", "despite", "without") and _verbal(seen, at + 1, last)
    if fold in speech.links or fold in speech.relative or fold in speech.joins:
        return fold in ("if", "because", "although") and _verbal(seen, at, last)
    return _verbal(seen, at, last, True)


def _contracted(seen: View, at: int) -> bool:
    """Whether token ``at`` is a pronoun with its verb: "he'd"."""
    return seen.words[at].replace("’", "'").partition("'")[0].lower() in seen.speech.subjects


def _verbal(seen: View, at: int, last: int, near: bool = False) -> bool:
    """Whether a finite verb follows in these tokens; ``near``: before a comma, or after an apposition."""
    folds, speech, commas, joined = seen.folds, seen.speech, 0, False
    for i in range(at + 1, min(last, at + 24)):
        fold = folds[i]
        if (fold in speech.auxiliaries or fold in speech.predicates) and not (
            near and commas == 1 and not joined
        ):
            return True
        joined = joined or fold in speech.joins
        if fold in speech.firm:
            return True
        if seen.upper(i) or not seen.word(i):
            commas += seen.words[i] == ","
            if seen.words[i] in (":", ";"):
                return False
            continue
        if near and commas == 1 and not joined:
            continue
        verb = speech.verbs.get(fold)
        if verb is not None and verb.form in ("past", "finite") and fold not in speech.doubtful:
            return True
        if (
            i + 1 < last
            and folds[i + 1] == "to"
            and folds[i - 1].endswith("s")
            and not folds[i].endswith("s")
        ):
            return True
        if len(fold) > 4 and fold.endswith("ed") and folds[i - 1] not in speech.determiners:
            return True
        if len(fold) > 3 and fold.endswith("s") and fold[-2] not in "su" and _third(seen, i):
            return True
    return False


def _third(seen: View, at: int) -> bool:
    """Whether a word in -s looks like a verb in the third person: a name before it, a phrase after it."""
    if at + 1 >= len(seen.folds) or not seen.word(at + 1):
        return False
    after = seen.folds[at + 1]
    return (
        seen.upper(at - 1)
        and not seen.words[at - 1].endswith(("'s", "’s"))
        and (after in seen.speech.determiners or after in seen.speech.prepositions or after[0].isdigit())
    )


RULES = (
    ("according", _according),
    ("around", _around),
    ("that", _that),
    ("infinitive", infinitive),
    ("preposition", preposition),
    ("about", topic),
    ("object", theme),
)
