"""Whom a pronoun of the third person stands for: the person who was spoken of last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from letapis.attribute.clause import View
from letapis.attribute.cue import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.person import Person, persons
from letapis.langs.base import Language

__all__ = ["Seen", "referent", "sole"]

_NEAR = 3
"""Sentences before its own within which the subject of each is asked."""
_ASIDE = 1
"""Sentences before its own in which those who are no subject are asked as well."""
_FAR = 9
"""Sentences after which it is given up."""
_LONG = 120
"""Tokens of a sentence, before the pronoun or from its beginning, that are looked over."""
_STEPS = 24
"""Sentences and pronouns that are looked at in all."""
_TAKEN = 6
"""Sentences before a noun in which a name that it takes up is looked for."""
_STEM = 4
"""Letters that forms of a surname share."""
_NEW = frozenset({"a", "an", "another", "one", "some"})
_NAME = 4
"""Tokens in marks that may be a name; longer ones are somebody's words."""


def referent(
    seen: Seen, at: int, wanted: str, low: int | None = None, far: int = _FAR
) -> tuple[Person, str] | None:
    """The person whom the pronoun at token ``at`` stands for, and why; None where nobody fits.

    ``wanted`` holds the subjects that agree (m, f, n, p). Of the pronoun's own sentence what stands from
    ``low`` on is asked, by default nothing, since that is what was said. Then, sentence by sentence
    backwards, no more than ``far``: who spoke last in it, else its subject, within three sentences; then
    others in the sentence right before; then those further back. What stands within marks is somebody
    else's words. A pronoun of the same gender on the way stands for the same person. This is the order
    that centring expects (Grosz, Joshi and Weinstein 1995: what was subject goes on being spoken of).

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text, english = stream("Anna Mill met Jan Moss. She left. She said no."), langs.get("en")
    >>> referent(Seen(view(text, english), english), 9, "f")[0].name
    'Anna Mill'
    """
    if not set(wanted) & set("mfp"):
        return None
    bounds = seen.view.sentences
    own = bisect_right(bounds, at) - 1
    aside: list[Person] = []
    place, back, steps = at, 0, 0
    while back <= min(far, own) and steps < _STEPS:
        steps += 1
        first = bounds[own - back]
        high = min(bounds[own - back + 1], first + _LONG, place)
        if not back:
            first = at if low is None else low
        fit, head = seen.head(first, high, at, wanted)
        if head is not None and seen.view.folds[head.first] in seen.language.speech.pronouns:
            place = head.first  # it stands for the same person: on from there
            continue
        if head is not None:
            return head, f"{back} sentences before" if back else "in its sentence"
        if back <= _ASIDE:
            aside += [one for one in fit if seen.view.folds[one.first] not in seen.language.speech.pronouns]
        if back == _NEAR and aside:
            break
        back += 1
    return (_named(aside), "named in the sentence before") if aside else None


class Seen(NamedTuple):
    """A text, with what was found in it already."""

    view: View
    language: Language
    pairs: Sequence[Pair] = ()
    """Marks that no others enclose."""
    frames: Callable[[int, int], Sequence[Frame]] = lambda low, high: ()
    """Frames of saying whose cue begins in a stretch of tokens."""
    surnames: Container[str] = frozenset()
    """Beginnings of the surnames of those who speak in the text."""

    memo: dict[tuple[int, int, bool, int], list[Person]] | None = None
    """Whom stretches were found to name, to be shared by all pronouns of the text."""

    def head(self, low: int, high: int, pronoun: int, wanted: str) -> tuple[list[Person], Person | None]:
        """Those in tokens ``low`` to ``high`` who agree, and who of them speaks or is subject."""
        some: list[Person] = []
        for wide in (False, True):
            some = self.people(low, high, pronoun, wanted, wide)
            first = self.spoke(some, low, high) or next((one for one in some if one.subject), None)
            if first is not None or self.view.speech.order == "fixed":
                return some, first
        return some, None

    def people(self, low: int, high: int, pronoun: int, wanted: str, wide: bool) -> list[Person]:
        """Those in tokens ``low`` to ``high`` who agree, pronouns with them, by place."""

        def skipped(at: int) -> bool:
            return _inside(at, pronoun, self.pairs)

        key = (low, high, wide, _around(pronoun, self.pairs))
        some = self.memo.get(key) if self.memo is not None else None
        if some is None:
            some = persons(self.view, self.language, low, high, skipped, self.surnames, wide)
            if self.memo is not None:
                self.memo[key] = some
        return [one for one in some if one.name and (one.gender in wanted if one.gender else wanted != "p")]

    def spoke(self, some: Sequence[Person], low: int, high: int) -> Person | None:
        """The one of them who is the speaker of the last frame in the stretch."""
        for frame in reversed(self.frames(low, high)):
            if frame.speaker is None or frame.kind in ("outlet", "place"):
                continue
            inside = [one for one in some if frame.speaker[0] <= one.first < frame.speaker[1]]
            if inside:
                return next((one for one in inside if one.named), inside[0])
        return None


def sole(seen: Seen, one: Person) -> Person | None:
    """The person whom a noun takes up, where only one of that gender was named shortly before.

    Only a noun with a definite article; without articles nothing tells a noun that takes up a name from
    one that brings in somebody new.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.attribute.person import persons
    >>> from letapis.text.stream import stream
    >>> text, english = stream("Anna Mill spoke. The nurse was late."), langs.get("en")
    >>> seen = view(text, english)
    >>> [nurse] = persons(seen, english, 4, 8, lambda at: False)
    >>> sole(Seen(seen, english), nurse).name
    'Anna Mill'
    """
    view, speech, low = seen.view, seen.view.speech, one.first
    if speech.order == "fixed":
        if not low or view.folds[low - 1] not in speech.determiners or view.folds[low - 1] in _NEW:
            return None
    else:
        return None
    own = bisect_right(view.sentences, one.first) - 1
    begin = max(0, own - _TAKEN)
    some = []
    for back in range(begin, own):
        high = min(view.sentences[back + 1], view.sentences[back] + _LONG)
        some += persons(
            view, seen.language, view.sentences[back], high, lambda i: _inside(i, low, seen.pairs)
        )
    fit = [other for other in some if other.named and (not one.gender or other.gender == one.gender)]
    ends = {other.name.split()[-1][:_STEM] for other in fit}
    return max(fit, key=lambda other: len(other.name)) if len(ends) == 1 else None


def _named(some: Sequence[Person]) -> Person:
    """The first of known gender, else the first."""
    return next((one for one in some if one.gender), some[0])


def _around(pronoun: int, pairs: Sequence[Pair]) -> int:
    """The marks that a pronoun stands in, by number; -1 for none."""
    place = bisect_right(pairs, pronoun, key=lambda pair: pair.first) - 1
    return place if place >= 0 and pronoun < pairs[place].last else -1


def _inside(at: int, pronoun: int, pairs: Sequence[Pair]) -> bool:
    """Whether token ``at`` stands in marks that the pronoun does not stand in."""
    place = bisect_right(pairs, at, key=lambda pair: pair.first) - 1
    if place < 0:
        return False
    pair = pairs[place]
    return (
        pair.first <= at < pair.last
        and pair.last - pair.first > _NAME
        and not pair.first <= pronoun < pair.last
    )
