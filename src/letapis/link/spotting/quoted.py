"""Names in quotation marks: what a word for a body stands before is one, there and wherever it is quoted."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from letapis.langs import Language
from letapis.link.spotting.parts import Run
from letapis.link.spotting.stem import stem
from letapis.link.spotting.trait import listed
from letapis.text.stream import Stream

__all__ = ["quoted"]

_OPEN = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_MOST = 5
"""Words of a name in quotation marks."""


class _Title(NamedTuple):
    first: int
    last: int
    key: tuple[str, ...]
    body: bool
    """Whether a word for a body stands right before it."""


def quoted(text: Stream, runs: list[Run], language: Language | None) -> list[Run]:
    """``runs`` with the organisations that stand in quotation marks, in order.

    A word that the language lists as a kind of body must stand right before one of them: "кампанія
    «Рупар»". What the tagger took for a part of such a name, or for another kind, gives way to it.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> text = stream("Кампанія «Сіні рупар» маўчыць. У «Сінім рупары» працуюць, у «Сініх» не.")
    >>> [text.cut(run.first, run.last) for run in quoted(text, [], langs.get("be"))]
    ['Сіні рупар', 'Сінім рупары']
    """
    if language is None:
        return runs
    titles = _titles(text, language.code)
    known = {title.key for title in titles if title.body}
    if not known:
        return runs
    found = list(runs)
    for title in titles:
        if title.key in known:
            found = _placed(found, title)
    return found


def _titles(text: Stream, code: str) -> list[_Title]:
    words, found = text.words, []
    for at in [at for at, word in enumerate(words) if word in _OPEN]:
        closes = _OPEN[words[at]]
        stop = at + 1
        while stop < len(words) and stop - at <= _MOST and words[stop][0].isalnum():
            stop += 1
        inner = words[at + 1 : stop]
        if not inner or not inner[0][0].isupper() or stop >= len(words) or words[stop] not in closes:
            continue
        before = words[at - 1].rpartition("-")[2] if at else ""
        body = before.islower() and len(before) > 3 and "O" in listed(before, code)
        opens = bool(at) and before[:1].isupper() and before[1:].islower() and "O" in listed(before, code)
        found.append(_Title(at + 1, stop, tuple(map(stem, inner)), body or opens))
    return found


def _placed(runs: list[Run], title: _Title) -> list[Run]:
    """With the title, where no run has more than its words."""
    place = bisect_right(runs, title.first, key=lambda run: run.last)
    last = place
    while last < len(runs) and runs[last].first < title.last:
        run = runs[last]
        if run.first < title.first or run.last > title.last:
            return runs
        last += 1
    return [*runs[:place], Run(title.first, title.last, "organisation"), *runs[last:]]
