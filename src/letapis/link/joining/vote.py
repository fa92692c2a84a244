"""Kinds that a heap corrects: a word taken for a person once, and for a place everywhere else."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from letapis.link.joining.heap import Form
from letapis.link.joining.key import plain, stem
from letapis.link.joining.person import person
from letapis.link.joining.words import parts

__all__ = ["vote"]

_TIMES = 4
"""How many times as often a word must be of another kind for its kind to be taken for a slip."""
_BODIES = frozenset({"organisation", "outlet"})


def vote(forms: Sequence[Form], total: Sequence[int]) -> list[Form]:
    """``forms`` with the kinds they are joined as; ``total`` are the mentions of each.

    Only single words are corrected, hyphened ones too, and only where the other kind is four times as
    common in the heap. A surname that stands there with a given name stays a surname, and nothing
    becomes one: people and places of one name stay apart.

    >>> rare, often = Form("Рупара", "person", "ru"), Form("Рупар", "place", "ru")
    >>> [form.kind for form in vote([rare, often], [1, 9])]
    ['place', 'place']
    >>> [form.kind for form in vote([rare, often, Form("Ян Рупар", "person", "ru")], [1, 9, 0])]
    ['person', 'place', 'person']
    """
    single: dict[int, str] = {}
    surnames: set[str] = set()
    by_key: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for at, form in enumerate(forms):
        words = parts(form.surface)
        if words and not any(map(str.isspace, form.surface)):
            single[at] = "-".join(plain(stem(word, form.language)) for word in words)
            by_key[single[at]][_class(form.kind)] += total[at]
        elif form.kind == "person":
            read = person(form.surface, form.language)
            if read is not None and read.full:
                key = plain(read.surname or "")
                surnames.add(key)
                by_key[key]["person"] += total[at]
    return [
        form._replace(kind=_kind(form.kind, by_key[single[at]], single[at] in surnames))
        if at in single
        else form
        for at, form in enumerate(forms)
    ]


def _class(kind: str) -> str:
    return "organisation" if kind in _BODIES else kind


def _kind(kind: str, found: Counter[str], surname: bool) -> str:
    mine = _class(kind)
    if mine == "person" and surname:
        return kind
    other, count = min(found.items(), key=lambda pair: (-pair[1], pair[0]))
    if other == mine or count < _TIMES * found[mine] or other == "person":
        return kind
    return other
