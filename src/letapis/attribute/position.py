"""The subject of a saying verb where its place tells it (English)."""

from __future__ import annotations

from letapis.attribute.clause import CLOSING, DASHES, MARKS, OPENING, View

__all__ = ["after", "before", "lead", "main", "phrase"]

_FAR = 40
"""Tokens a subject may be away from its verb."""


def before(view: View, first: int, at: int) -> tuple[int, int] | None:
    """The subject that precedes the verb group that begins at ``at``.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Ona Mill, the mayor, said so."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*before(seen, 0, 6))
    'Ona Mill, the mayor'
    """
    words, folds, speech = view.words, view.folds, view.speech
    j = at - 1
    if j < first:
        return None
    if folds[j] in speech.relative:
        k = j - 1
        while k > first and words[k] == ",":
            k -= 1
        return _left(view, first, k) if k >= first and folds[j] not in speech.that else None
    if folds[j] in speech.joins or folds[j] in speech.beside or folds[j] == "so":
        return main(view, first, j)
    if words[j] == ",":
        return _apposed(view, first, j)
    if words[j] in DASHES:
        k = j
        while k > first and words[k] in DASHES:
            k -= 1
        while k > first and words[k] not in DASHES:
            k -= 1
        while k > first and words[k] in DASHES:
            k -= 1
        return _left(view, first, k) if k >= first else None
    if view.breaks(j) and not (words[j] in CLOSING and _named(view, first, j)):
        return None
    return _left(view, first, j)


def _named(view: View, first: int, at: int) -> bool:
    """Whether the marks that close at ``at`` hold no more than a name."""
    if view.words[at - 1][0] in ",.!?":
        return False
    return any(view.words[i] in OPENING and view.upper(i + 1) for i in range(max(first, at - 6), at - 1))


def lead(view: View, first: int, at: int) -> int:
    """Where the verb group that ends in the verb at ``at`` begins: auxiliaries, adverbs, times.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("Ona Mill has also said so."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> lead(seen, 0, 4)
    2
    """
    folds, words, speech = view.folds, view.words, view.speech
    j = at - 1
    while j >= first:
        fold = folds[j]
        if (
            fold in speech.auxiliaries
            or fold in speech.adverbs
            or fold in speech.negations
            or (fold.endswith("ly") and len(fold) > 4 and words[j][0].islower() and fold not in speech.groups)
        ):
            j -= 1
        elif fold in speech.times and j > first and folds[j - 1] in ("on", "last", "this", "next"):
            j -= 2
        elif fold in speech.times and fold not in ("this", "next", "last", "may", "march"):
            j -= 1
        elif words[j] == "," and j - 2 >= first and words[j - 2] == "," and _aside(view, j - 1):
            j -= 3
        else:
            break
    return j + 1


def _aside(view: View, at: int) -> bool:
    fold = view.folds[at]
    return fold in view.speech.adverbs or fold in view.speech.times or fold in ("however", "for", "though")


def _apposed(view: View, first: int, comma: int) -> tuple[int, int] | None:
    """The subject before an apposition that ends at ``comma``."""
    words, low, k = view.words, max(first, comma - _FAR), comma
    for _ in range(4):
        k -= 1
        while (
            k > low
            and words[k] != ","
            and words[k] not in DASHES
            and not (words[k] in MARKS and view.breaks(k))
        ):
            k -= 1
        if k <= low or words[k] != "," or not _appositive(view, k + 1, comma):
            return None
        found = _left(view, first, k - 1)
        if found is None:
            return None
        listed = found[0] > first and words[found[0] - 1] == ","
        if not listed or not (_lower(view, found) or view.folds[found[0]] in view.speech.determiners):
            return found[0], comma
    return None


def _lower(view: View, span: tuple[int, int]) -> bool:
    return not any(view.upper(i) for i in range(*span))


def _appositive(view: View, first: int, last: int) -> bool:
    fold = view.folds[first]
    if fold in view.speech.pronouns and fold not in view.speech.relative:
        return False
    return fold not in view.speech.links or fold in view.speech.relative or fold in ("once", "like", "and")


def _left(view: View, first: int, last: int, within: bool = False) -> tuple[int, int] | None:
    """The noun phrase that ends with token ``last``; ``within`` where a clause "who …" follows it."""
    words, folds, speech = view.words, view.folds, view.speech
    if last < first or not (view.word(last) or words[last] in CLOSING or words[last] in ".)"):
        return None
    if folds[last] in speech.pronouns and not (last > first and folds[last - 1] == "of"):
        return last, last + 1
    low, a = max(first, last - 25), last
    shut = "(" if words[last] == ")" else "" if view.word(last) or words[last] == "." else "«“„‘\"'"
    while a > low:
        word, fold = words[a - 1], folds[a - 1]
        if shut:
            shut = "" if word in shut else shut
        elif word in CLOSING and not view.owns(a - 1) and _named(view, first, a - 1):
            shut = "«“„‘\"'"
        elif word == ")":
            shut = "("
        elif view.breaks(a - 1):
            break
        elif fold in speech.joins:
            if not _pair(view, low, a - 1):
                break
        elif _closes(view, a - 1):
            who = None if within else _relative(view, low, a - 1)
            if who is not None:
                return _left(view, first, who, within=True)
            break
        a -= 1
    return _trim(view, a, last + 1)


def _relative(view: View, low: int, at: int) -> int | None:
    """The last token before the "who" of the relative clause that token ``at`` is in."""
    for i in range(at, max(low, at - 8) - 1, -1):
        if view.breaks(i):
            return None
        if view.folds[i] == "who":
            return i - 1 if i > low else None
    return None


def _closes(view: View, at: int) -> bool:
    """Whether a word cannot stand inside a noun phrase: a conjunction, a finite verb, a pronoun."""
    fold, speech = view.folds[at], view.speech
    if (fold in speech.links and fold != "like") or fold in speech.predicates or fold in speech.relative:
        return True
    if fold in speech.pronouns:
        return True
    verb = speech.verbs.get(fold)
    if verb is None or view.upper(at) or fold in speech.doubtful:
        return False
    return not (
        verb.form == "past"
        and at
        and (view.folds[at - 1] in speech.determiners or view.folds[at - 1] in speech.be)
    )


def _pair(view: View, low: int, at: int) -> bool:
    """Whether "and" at ``at`` joins two noun phrases: the first reaches back to a bound and has no verb."""
    a = at
    while a > low and at - a < 14:
        if view.breaks(a - 1):
            break
        fold = view.folds[a - 1]
        if fold not in view.speech.joins and _closes(view, a - 1):
            return fold in view.speech.links and fold not in ("than",)
        if fold.endswith("ed") and not view.upper(a - 1):
            return False
        a -= 1
    return 0 < at - a < 14


def _trim(view: View, first: int, last: int) -> tuple[int, int] | None:
    """A noun phrase without what stands before it: adverbs, conjunctions, a phrase of time or place."""
    folds, speech = view.folds, view.speech
    while first < last and _loose(view, first, last):
        first += 1
    if first < last and folds[first] in speech.prepositions:
        first = _inner(view, first, last)
    return (first, last) if first < last else None


def _loose(view: View, at: int, last: int) -> bool:
    fold, speech = view.folds[at], view.speech
    if fold in speech.joins or (fold in speech.adverbs and fold not in speech.determiners):
        return True
    if fold in speech.times and fold not in ("this", "may", "march"):
        if fold == "jan" and at + 1 < last and view.upper(at + 1):
            return False  # a given name
        return fold != "last" or (at + 1 < last and view.folds[at + 1] in speech.times)
    return fold.endswith("ly") and len(fold) > 5 and at + 1 < last and fold not in speech.groups


def _inner(view: View, first: int, last: int) -> int:
    """Where the subject begins after an opening phrase of place or time without a comma."""
    folds, speech = view.folds, view.speech
    cut = last
    for i in range(last - 1, first + 1, -1):
        left = folds[i - 1]
        if left in speech.prepositions or left in speech.determiners or left in speech.joins:
            continue
        if folds[i] in speech.determiners or folds[i] in speech.pronouns:
            return i
        if view.upper(i) and not view.upper(i - 1) and view.words[i - 1] != ".":
            cut = i
            break
    return cut


def main(view: View, first: int, last: int) -> tuple[int, int] | None:
    """The subject of the clause in tokens ``first`` to ``last``: the noun phrase it opens with.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("On Monday, Ona Mill left and said so."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*main(seen, 0, 6))
    'Ona Mill'
    """
    words, folds, speech = view.words, view.folds, view.speech
    start = first
    for i in range(last - 1, first, -1):
        if words[i] == ";" or (folds[i] in ("and", "but", "while") and words[i - 1] == ","):
            start = i + 1
            break
    start = max(start, _dateline(view, start, last))
    if start >= last:
        return None
    opens = folds[start]
    if (
        opens in speech.prepositions
        or (opens in speech.links and opens not in speech.joins)
        or opens.endswith("ing")
    ):
        start = next((i + 1 for i in range(start, min(last, start + 25)) if words[i] == ","), last)
    while start < last and (words[start] == "," or _loose(view, start, last)):
        start += 1
    if start >= last or view.breaks(start):
        return None
    stop = start + 1
    if folds[start] in speech.pronouns:
        return start, stop
    while stop < last and stop < start + 14 and not view.breaks(stop) and not _ends(view, stop):
        stop += 1
    if stop >= last and stop - start > 3:
        return None
    return start, stop


def _dateline(view: View, first: int, last: int) -> int:
    """After a dateline or a phrase of time with its comma that a sentence opens with; else ``first``."""
    for at in range(first + 1, min(last, first + 14)):
        if view.words[at] in DASHES and view.words[at - 1] in ")":
            return at + 1
        if view.words[at] == ",":
            if at - first < 6 and (view.folds[at - 1] in view.speech.times or view.words[at - 1].isdigit()):
                return at + 1
            if at - first > 3:
                break
    return first


def _ends(view: View, at: int) -> bool:
    """Whether a finite verb or what belongs to it begins at ``at``."""
    fold, speech = view.folds[at], view.speech
    if (
        _closes(view, at)
        or fold in speech.auxiliaries
        or (fold in speech.adverbs and fold not in speech.determiners)
    ):
        return True
    if fold in speech.prepositions:
        return fold not in ("of", "for", "at", "from", "in")
    if view.upper(at):
        return False
    return fold.endswith(("ed", "ly")) or fold in speech.verbs


def after(view: View, at: int, last: int) -> tuple[int, int] | None:
    """The subject that follows the verb: "…, said a spokesman for X".

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("It rains, said a spokesman for Ford on Monday."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> tokens.cut(*after(seen, 4, 10))
    'a spokesman for Ford'
    """
    stop = phrase(view, at, last)
    return (at, stop) if stop > at else None


def phrase(view: View, at: int, last: int) -> int:
    """Where the noun phrase that begins at ``at`` ends.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> tokens, language = stream("It rains, said a spokesman for Ford on Monday."), langs.get("en")
    >>> seen = view(tokens, language)
    >>> tokens.cut(4, phrase(seen, 4, 10))
    'a spokesman for Ford'
    """
    words, folds, speech = view.words, view.folds, view.speech
    i, quoted = at, False
    while i < min(last, at + _FAR):
        fold = folds[i]
        if words[i] in MARKS and not view.owns(i):
            if not quoted and words[i] not in OPENING:
                break
            quoted = not quoted
        elif not quoted and (view.breaks(i) or (i > at and _stops(view, i, last))):
            break
        i += 1
        if i == at + 1 and fold in speech.pronouns:
            break
    return i


def _stops(view: View, at: int, last: int) -> bool:
    folds, speech = view.folds, view.speech
    fold = folds[at]
    if (
        fold in speech.relative
        or fold in speech.predicates
        or (fold in speech.links and fold not in speech.joins)
    ):
        return True
    if fold in speech.times and fold not in ("this", "may", "march", "last"):
        return True
    if fold in ("last", "this") and at + 1 < last and folds[at + 1] in speech.times:
        return True
    if fold in speech.pronouns or (
        fold in speech.verbs and not view.upper(at) and fold not in speech.doubtful
    ):
        return True
    if (
        fold in speech.joins
        and at + 1 < last
        and (folds[at + 1] in speech.verbs or folds[at + 1] in speech.pronouns)
    ):
        return True
    return fold in speech.prepositions and _occasion(view, at, last)


def _occasion(view: View, at: int, last: int) -> bool:
    if view.folds[at] in ("of", "for", "with"):
        return False
    for ahead in range(at + 1, min(at + 5, last)):
        if view.folds[ahead] in view.speech.events or view.folds[ahead] in view.speech.times:
            return True
        if view.breaks(ahead):
            break
    return view.folds[at] in ("after", "during", "before", "as")
