"""Whom a pronoun of the third person stands for: the person who was spoken of last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from letapis.attribute.clause import View
from letapis.attribute.marks import Pair
from letapis.attribute.person import Person, persons
from letapis.langs.base import Language

__all__ = ["referent"]

_NEAR = 3
"""Sentences before its own within which the subject of each is asked."""
_ASIDE = 1
"""Sentences before its own in which those who are no subject are asked as well."""
_FAR = 9
"""Sentences after which it is given up."""
_LONG = 120
"""Tokens of a sentence, before the pronoun or from its beginning, that are looked over."""
_NAME = 4
"""Tokens in marks that may be a name; longer ones are somebody's words."""


def referent(
    view: View, language: Language, at: int, wanted: str, pairs: Sequence[Pair]
) -> tuple[Person, str] | None:
    """The person whom the pronoun at token ``at`` stands for, and why; None where nobody fits.

    ``wanted`` holds the subjects that agree (m, f, n, p). The subjects of the pronoun's own sentence
    and of the three before it are asked first, from the nearest; then others in the sentence right
    before; then subjects further back. What stands within ``pairs`` is somebody else's words. A pronoun
    of the same gender on the way stands for the same person. This is the order that centring expects
    (Grosz, Joshi and Weinstein 1995: what was subject goes on being spoken of).

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text, english = stream("Ona Mill met Jan Moss. She left. She said no."), langs.get("en")
    >>> referent(view(text, english), english, 9, "f", [])[0].name
    'Ona Mill'
    """
    if not set(wanted) & set("mfp"):
        return None
    own = bisect_right(view.sentences, at) - 1
    aside: list[Person] = []
    for back in range(min(_FAR, own) + 1):
        low = view.sentences[own - back]
        high = at if not back else min(view.sentences[own - back + 1], low + _LONG)
        some = persons(view, language, max(low, high - _LONG), high, lambda i: _inside(i, at, pairs))
        some = [one for one in some if one.name]
        fit = [one for one in some if one.gender and one.gender in wanted or not one.gender and wanted != "p"]
        heads = [one for one in fit if one.subject]
        if not heads and not back:
            heads = []
        if heads:
            return _named(heads), f"subject {back} sentences before" if back else "subject of its sentence"
        if back <= _ASIDE:
            aside += fit
        if back == _NEAR and aside:
            break
    if aside:
        return _named(aside), "named in the sentence before"
    return None


def _named(some: Sequence[Person]) -> Person:
    """The first of known gender, else the first."""
    return next((one for one in some if one.gender), some[0])


def _inside(at: int, pronoun: int, pairs: Sequence[Pair]) -> bool:
    """Whether token ``at`` stands in marks that the pronoun does not stand in."""
    place = bisect_right(pairs, at, key=lambda pair: pair.first) - 1
    if place < 0:
        return False
    pair = pairs[place]
    return pair.first <= at < pair.last and pair.last - pair.first > _NAME and not pair.first <= pronoun < pair.last
