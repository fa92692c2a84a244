"""Frames where the place of a word tells what it is (English)."""

from __future__ import annotations

from letapis.attribute import position
from letapis.attribute.clause import DASHES, MARKS, View
from letapis.attribute.cue import Frame
from letapis.langs.base import Verb

__all__ = ["frame"]


def frame(seen: View, at: int, verb: Verb) -> Frame | None:
    """The frame of the verb form at token ``at``, if it is one.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Rents fell, said Ona Mill, the mayor."), langs.get("en")
    >>> found = frame(view(tokens, language), 3, language.speech.verbs["said"])
    >>> tokens.cut(*found.speaker), found.form, found.side
    ('Ona Mill', 'verb', 'after')
    """
    words, folds, speech = seen.words, seen.folds, seen.speech
    first, last = seen.sentence(at)
    if "'" in words[at] or "’" in words[at]:
        return None
    if seen.upper(at) and at > first and words[at - 1] not in MARKS and not _titled(seen, at, last):
        return None
    lead = position.lead(seen, first, at)
    group = folds[lead:at]
    if lead > first and (folds[lead - 1] == "to" or _glued(seen, lead - 1)):
        return None
    if verb.form == "past" and not speech.be.isdisjoint(group):
        return _passive(seen, at, verb, first, lead)
    if verb.form == "gerund":
        return _gerund(seen, at, verb, first, lead)
    turned = "hearer" not in verb.takes and _turned(seen, at, first, last)
    if turned:
        span = position.after(seen, at + 1, last)
    elif verb.form == "past" and not group and _participle(seen, at, first, last):
        return None
    else:
        span = position.before(seen, first, lead)
    if span is None or not _fits(seen, at, span, verb, group, turned):
        return None
    opens = folds[span[0] - 1] if span[0] > first and not turned else ""
    if opens in ("if", "unless", "until", "whether", "once"):
        return None
    head = lead if turned or span[1] <= first or folds[lead - 1] in speech.joins else span[0]
    how = opens in speech.how or (turned and folds[at - 1] in speech.how)
    return _made(seen, at, verb, "verb", span, lead, head - how, how)


def _made(
    seen: View,
    at: int,
    verb: Verb,
    form: str,
    span: tuple[int, int] | None,
    lead: int,
    head: int,
    how: bool = False,
) -> Frame:
    """The frame with its sides filled in; the verb group begins at ``lead``."""
    negated = not seen.speech.negations.isdisjoint(seen.folds[lead:at])
    late = span is not None and span[0] > at
    side = "" if span is None else "after" if late else "before"
    tail = span[1] if span is not None and late else at + 1
    rest = (verb.takes, how, negated, verb.lemma)
    return Frame(at, at + 1, form, verb.sort, span, None, side, head, tail, *rest)


def _passive(seen: View, at: int, verb: Verb, first: int, lead: int) -> Frame | None:
    """A form that nobody is named with ("was told"); not "should be noted", "is expected"."""
    group = seen.folds[lead:at]
    if verb.sort == "want" or "should" in group or "must" in group:
        return None
    if "can" in group and lead > first and seen.folds[lead - 1] == "it":
        return None
    return _made(seen, at, verb, "passive", None, lead, lead)


def _glued(seen: View, at: int) -> bool:
    """Whether a hyphen or a stroke ties token ``at`` to the word after it."""
    return seen.words[at] in "-/" and seen.stream.stops[at] == seen.stream.starts[at + 1]


def _titled(seen: View, at: int, last: int) -> bool:
    """Whether a capitalised verb stands in a headline with capitals: "Mill Says He Will Go"."""
    if seen.folds[at] in seen.speech.doubtful or at + 2 >= last:
        return False
    return seen.upper(at - 1) and sum(seen.upper(i) for i in range(at + 1, min(at + 4, last))) >= 2


def _participle(seen: View, at: int, first: int, last: int) -> bool:
    """Whether a past form stands before a noun like an adjective: "758 pledged delegates"."""
    if at == first:
        return True
    left = seen.folds[at - 1]
    return left in seen.speech.prepositions or left in ("the", "a", "an") or left[0].isdigit()


def _turned(seen: View, at: int, first: int, last: int) -> bool:
    """Whether the verb stands between what was said and its subject."""
    words, folds, speech = seen.words, seen.folds, seen.speech
    if at + 1 >= last or at == first:
        return False
    left = words[at - 1]
    how = folds[at - 1] in speech.how
    if not (left == "," or left in MARKS or left in DASHES or left[0] in "!?" or how):
        return False
    fold = folds[at + 1]
    if fold in speech.that or words[at + 1] in MARKS or not seen.word(at + 1) or fold in speech.objects:
        return False
    if fold in speech.times:
        return False
    stop = position.phrase(seen, at + 1, last)
    if stop >= last or left in MARKS or seen.shut(at - 1):
        return True
    if any(folds[i] == "to" or (folds[i] in speech.verbs and not seen.upper(i)) for i in range(at + 2, stop)):
        return False
    if left == "," and _apposition(seen, first, at):
        return False
    sign = words[stop]
    return (
        seen.breaks(stop)
        or sign[0] in ".!?"
        or folds[stop] in speech.prepositions
        or folds[stop] in speech.relative
        or folds[stop] in speech.times
    )


def _apposition(seen: View, first: int, at: int) -> bool:
    """Whether what stands before the comma at ``at - 1`` is a name with an apposition: no finite verb."""
    span = position.before(seen, first, at)
    if span is None or span[0] > first + 3:
        return False
    speech = seen.speech
    inside = False
    for i in range(first, at - 1):
        fold = seen.folds[i]
        if seen.words[i] == ",":
            inside = seen.folds[i + 1] in speech.relative
        elif (not inside and (fold in speech.auxiliaries or fold in speech.predicates)) or (
            not inside and fold in speech.verbs and not seen.upper(i) and fold not in speech.doubtful
        ):
            return False
    return True


def _fits(seen: View, at: int, span: tuple[int, int], verb: Verb, group: list[str], turned: bool) -> bool:
    """Whether a form that may also be a noun is a verb here, and its subject can speak."""
    speech, folds = seen.speech, seen.folds
    fold, opens, single = folds[span[1] - 1], folds[span[0]], span[1] - span[0] == 1
    if single and opens in speech.determiners and opens not in speech.pronouns and opens not in speech.alone:
        return False
    if single and opens in ("it", "there", "this", "that", "which") and verb.sort != "say":
        return False
    if opens in ("you", "to", "there", "nothing", "what"):
        return False
    if turned or verb.form == "past" or fold in speech.pronouns:
        return fold != "i" or True
    if folds[at] in speech.doubtful and _noun(seen, at, span):
        return False
    if group:
        return True
    if verb.agrees == "p":
        return _plural(seen, span, fold)
    return fold not in ("they", "we", "i", "you")


def _noun(seen: View, at: int, span: tuple[int, int]) -> bool:
    """Whether a doubtful form is a noun: after a possessive or an adjective, before "of" or a verb."""
    speech, folds, left = seen.speech, seen.folds, seen.words[at - 1]
    if (
        folds[at - 1] in speech.prepositions
        or left.endswith(("'s", "’s", "s'", "s’"))
        or seen.words[at - 1] in MARKS
    ):
        return True
    if at + 1 < len(folds):
        right = folds[at + 1]
        if (
            right in speech.predicates
            or right in speech.auxiliaries
            or right in ("of", "by", "from", "in", "with", "made")
        ):
            return True
        if right in speech.joins or (seen.breaks(at + 1) and not seen.shut(at - 1)):
            return True
    opens = folds[span[0]] in speech.determiners or seen.upper(at - 1) or folds[at - 1] in speech.groups
    return not opens and not folds[at - 1].endswith("s")


def _plural(seen: View, span: tuple[int, int], fold: str) -> bool:
    if fold.endswith("s") and not fold.endswith(("ss", "us")):
        return True
    body = seen.folds[span[0] : span[1]]
    return any(
        one in seen.speech.joins or one in seen.speech.groups or one in seen.speech.alone for one in body
    )


def _gerund(seen: View, at: int, verb: Verb, first: int, lead: int) -> Frame | None:
    """The frame of an -ing form: "is saying", ", saying", "while saying"."""
    folds, words, speech = seen.folds, seen.words, seen.speech
    if not speech.be.isdisjoint(folds[lead:at]):
        span = position.before(seen, first, lead)
        if span is None:
            return None
        return _made(seen, at, verb, "verb", span, lead, lead if folds[lead - 1] in speech.joins else span[0])
    if lead == first:
        return None
    left = words[lead - 1]
    apart = left == "," or left in MARKS or left in DASHES
    if not apart and folds[lead - 1] not in ("as", "by", "and", "while", "before", "after"):
        return None
    return _made(seen, at, verb, "gerund", position.main(seen, first, lead - (left == ",")), lead, lead)
