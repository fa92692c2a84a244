"""The name of whoever a text calls by a role only: "the minister", «мэр»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from letapis.attribute import gender
from letapis.attribute.clause import View
from letapis.attribute.person import Person, persons, spoken_of
from letapis.langs.base import Language
from letapis.text import fold
from letapis.text.stream import Stream

__all__ = ["bearer", "places", "stem"]

_STEM = 5
"""Letters that forms of a role share."""
_NEXT = 8
"""Tokens between a role and its bearer's name."""
_AFTER = 4
"""Tokens between a name and the role after it."""
_MOST = 8
"""Occurrences of a role that are looked at on either side."""


def stem(form: str) -> str:
    """The beginning of a folded word, to know a role by in any case.

    >>> stem("министром") == stem("министр"), stem("co-chairman")
    (True, 'chair')
    """
    return form.removeprefix("co-")[:_STEM]


def places(stream: Stream) -> dict[str, list[int]]:
    """Tokens by the beginning of the words, of more than three letters, that stand near a capital.

    Only these can be a role with its bearer's name beside it.

    >>> from letapis.text.stream import stream
    >>> places(stream("the mayor met Ona Mill"))
    {'mayor': [1], 'mill': [4]}
    """
    found: dict[str, list[int]] = {}
    near = bytearray(len(stream.words) + _NEXT)
    for at in [at for at, word in enumerate(stream.words) if word[0].isupper()]:
        first = max(0, at - _NEXT + 1)
        near[first:at] = b"\1" * (at - first)
        near[at + 1 : at + _AFTER + 1] = b"\1" * _AFTER
    for form, at in [(form, at) for at, form in enumerate(stream.folds) if near[at] and len(form) > 3]:
        if form[0].isalpha():
            found.setdefault(form[:_STEM], []).append(at)
    return found


def bearer(
    view: View, language: Language, first: int, last: int, near: Mapping[str, Sequence[int]]
) -> tuple[Person, str] | None:
    """Who bears the role that tokens ``first`` to ``last`` name, and how that is known; None for nobody.

    A name in apposition to it, else the last one that stood with the same role before, else the first
    after. ``near`` is what :func:`places` found.

    >>> from letapis import langs
    >>> from letapis.attribute.clause import view
    >>> from letapis.text.stream import stream
    >>> text, english = stream("Taxes rise, minister says. Minister Jan Moss spoke."), langs.get("en")
    >>> bearer(view(text, english), english, 3, 4, places(text))[0].name
    'Jan Moss'
    """
    head = next((at for at in range(first, last) if spoken_of(view, language, at)), None)
    if head is None:
        return None
    found = _behind(view, language, head)
    if found is not None:
        return found, "apposition"
    wanted = {stem(view.folds[at]) for at in range(first, last) if len(view.folds[at]) > 3}
    wanted -= {stem(form) for form in language.function}
    spots = near.get(stem(view.folds[head]), ())
    place = bisect_left(spots, head)
    before = list(spots[max(0, place - _MOST) : place])[::-1]
    for at in before + [at for at in spots[place : place + _MOST] if at >= last]:
        found = _beside(view, language, at)
        if found is None:
            continue
        around = {stem(form) for form in view.folds[max(0, at - 3) : at + _NEXT]}
        if len(wanted & around) * 2 > len(wanted):
            return found, "named with that role " + ("before" if at < head else "after")
    return None


def _beside(view: View, language: Language, at: int) -> Person | None:
    """The name right after the role at ``at`` and what depends on it, or right before its comma."""
    return _following(view, language, at) or _behind(view, language, at) or _preceding(view, language, at)


def _following(view: View, language: Language, at: int) -> Person | None:
    stop = at + 1
    while (
        stop < min(len(view.words), at + _NEXT)
        and not view.breaks(stop)
        and view.folds[stop] not in view.speech.verbs
    ):
        stop += 1
    low = view.sentence(at)[0]
    found = [one for one in persons(view, language, max(low, at), stop, _none) if _name(view, one)]
    return next((one for one in found if one.last > at + 1), None)


def _behind(view: View, language: Language, at: int) -> Person | None:
    """The name between commas after a role: "the head of the board, Ona Mill,"."""
    stop, high = at + 1, min(view.sentence(at)[1], at + _NEXT)
    while stop < high and view.words[stop] != ",":
        if (
            view.breaks(stop)
            or view.folds[stop] in view.speech.verbs
            or view.folds[stop] in view.speech.predicates
        ):
            return None
        stop += 1
    if stop + 1 >= high or not view.upper(stop + 1):
        return None
    end = stop + 1
    while end < min(len(view.words), stop + 5) and view.upper(end):
        end += 1
    if end < len(view.words) and not view.breaks(end):
        return None
    found = persons(view, language, stop + 1, end, _none)[:1]
    if found and _name(view, found[0]):
        return found[0]
    if end - stop < 3 or view.words[stop + 1].isupper():
        return None
    words = view.words[stop + 1 : end]
    tells = (
        gender.written((), fold(words[0]), language)
        if view.speech.order == "fixed"
        else gender.inflected(words, language, view.speech)
    )
    return Person(stop + 1, end, view.stream.cut(stop + 1, end), tells, True, True)


def _preceding(view: View, language: Language, at: int) -> Person | None:
    """The name before a role in apposition: "Ona Mill, the head of the board"."""
    comma = next((i for i in range(at - 1, max(0, at - 4), -1) if view.words[i] == ","), None)
    if comma is None or not view.upper(comma - 1):
        return None
    low = max(view.sentence(at)[0], comma - 4)
    found = persons(view, language, low, comma, _none)
    return found[-1] if found and found[-1].last == comma and _name(view, found[-1]) else None


def _name(view: View, one: Person) -> bool:
    return bool(one.name) and view.upper(one.last - 1) and one.last - one.first > 0 and one.named


def _none(_: int) -> bool:
    return False
