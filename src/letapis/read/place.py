"""Where a text that was taken out of mark-up stands in it.

Extractors give words and no places. Both sides are therefore brought to their letters and digits
alone, in order, and each line of the text is looked for among the letters that a reader of the page
sees: tags, comments, scripts, entities, spaces and punctuation cannot get in the way.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator

from letapis.model import Anchor

__all__ = ["Place", "Raw", "place"]

_LETTERS = re.compile(r"[^\W_]+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_UNSEEN = re.compile(r"<(script|style|template|noscript|svg|head)\b", re.IGNORECASE)
_FEW = 24
"""Letters by which the two ends of a line are looked for when it is not there as a whole."""
_MISSES = 60
"""Lines that are looked for in vain in the whole page before the rest is given up."""


class Raw:
    """The letters of a page as a reader sees them, each with its place in the mark-up.

    >>> page = "<p>The <b>quay</b> &amp; the br&#105;dge</p><script>no()</script>"
    >>> raw = Raw(page)
    >>> raw.letters, page[raw.at(3) : raw.at(6) + 1]
    ('Thequaythebridge', 'quay')
    """

    def __init__(self, page: str) -> None:
        self.page = page
        self._bounds: list[tuple[int, int]] = []
        self._firsts: list[int] = []
        self._runs: dict[int, tuple[list[int], list[int]]] = {}
        pieces: list[str] = []
        held = 0
        for start, stop in _shown(page):
            letters = _letters(page, start, stop)
            if letters:
                pieces.append(letters)
                self._bounds.append((start, stop))
                self._firsts.append(held)
                held += len(letters)
        self.letters = "".join(pieces)

    def at(self, letter: int) -> int:
        """The place in the mark-up of the letter with that number."""
        return next(self.stretches(letter, letter + 1))[1]

    def stretches(self, first: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """Runs of letters ``first`` to ``stop`` that stand side by side: first letter, place, length."""
        piece = bisect_right(self._firsts, first) - 1
        while first < stop:
            end = self._firsts[piece + 1] if piece + 1 < len(self._firsts) else len(self.letters)
            firsts, places = self._within(piece)
            run = bisect_right(firsts, first) - 1
            while first < min(stop, end):
                last = min(stop, end, firsts[run + 1] if run + 1 < len(firsts) else end)
                yield first, places[run] + first - firsts[run], last - first
                first, run = last, run + 1
            piece += 1

    def _within(self, piece: int) -> tuple[list[int], list[int]]:
        """The runs of letters of a stretch between tags: the first letter of each, and its place."""
        found = self._runs.get(piece)
        if found is None:
            found = self._runs[piece] = ([], [])
            held = self._firsts[piece]
            for start, letters in _runs(self.page, *self._bounds[piece]):
                found[0].append(held)
                found[1].append(start)
                held += len(letters)
        return found


class Place:
    """What :func:`place` found."""

    def __init__(self, anchors: tuple[Anchor, ...], size: int) -> None:
        self.anchors = anchors
        """In the order of the text; each a stretch that stands in the mark-up letter by letter."""
        self.start = min((anchor.raw_start for anchor in anchors), default=0)
        """First code point of the text in the mark-up; 0 where nothing was found."""
        self.stop = max((anchor.raw_stop for anchor in anchors), default=size)
        """Code point after its last; the page's length where nothing was found."""


def place(text: str, page: str) -> Place:
    """Where the lines of ``text`` stand in the mark-up ``page``.

    A line that does not stand there whole is placed by its two ends, if these do; else it has no
    anchor.

    >>> page = "<h1>Quay</h1><p>Shut &mdash; until <i>May</i>.</p>"
    >>> [(a.start, page[a.raw_start : a.raw_stop]) for a in place("Shut — until May.", page).anchors]
    [(0, 'Shut '), (7, 'until '), (13, 'May')]
    """
    raw = Raw(page)
    anchors: list[Anchor] = []
    at = start = misses = 0
    for line in text.split("\n"):
        runs = [(start + m.start(), m[0]) for m in _LETTERS.finditer(line)]
        start += len(line) + 1
        letters = "".join(run for _, run in runs)
        if not letters or misses > _MISSES:
            continue
        found = raw.letters.find(letters, at)
        if found < 0:
            found = raw.letters.find(letters)
        if found >= 0:
            anchors += _anchors(raw, text, runs, found)
            at = found + len(letters)
            continue
        misses += 1
        for ends, first in _ends(raw, runs, letters, at):
            anchors += _anchors(raw, text, ends, first)
            at = first
    anchors.sort(key=lambda anchor: anchor.start)
    return Place(tuple(anchors), len(page))


def _ends(
    raw: Raw, runs: list[tuple[int, str]], letters: str, at: int
) -> Iterator[tuple[list[tuple[int, str]], int]]:
    """The beginning and the end of a line, with the number of the letter each begins at."""
    if len(letters) < 2 * _FEW:
        return
    first = raw.letters.find(letters[:_FEW], at)
    if first >= 0:
        yield list(_cut(runs, 0, _FEW)), first
        at = first + _FEW
    last = raw.letters.find(letters[-_FEW:], at)
    if 0 <= last <= at + 2 * len(letters):
        yield list(_cut(runs, len(letters) - _FEW, len(letters))), last


def _cut(runs: list[tuple[int, str]], start: int, stop: int) -> Iterator[tuple[int, str]]:
    """The runs of letters ``start`` to ``stop`` of a line."""
    held = 0
    for place_, run in runs:
        a, b = max(start - held, 0), min(stop - held, len(run))
        if a < b:
            yield place_ + a, run[a:b]
        held += len(run)


def _anchors(raw: Raw, text: str, runs: list[tuple[int, str]], first: int) -> list[Anchor]:
    """One anchor for every stretch that is the same in the text and in the mark-up."""
    found: list[list[int]] = []
    for place_, run in runs:
        for letter, there, many in raw.stretches(first, first + len(run)):
            here = place_ + letter - first
            last = found[-1] if found else None
            if (
                last
                and here - last[1] == there - last[3]
                and text[last[1] : here] == raw.page[last[3] : there]
            ):
                last[1], last[3] = here + many, there + many
            else:
                found.append([here, here + many, there, there + many])
        first += len(run)
    return [_widened(raw.page, text, *one) for one in found]


def _widened(page: str, text: str, start: int, stop: int, raw_start: int, raw_stop: int) -> Anchor:
    """With the marks behind it that are the same on both sides, a space included."""
    while stop < len(text) and raw_stop < len(page) and text[stop] == page[raw_stop]:
        if text[stop] in "\n<&" or text[stop].isalnum():
            break
        stop, raw_stop = stop + 1, raw_stop + 1
    return Anchor(start, stop, raw_start, raw_stop)


def _letters(page: str, start: int, stop: int) -> str:
    """The letters and digits between two tags, entities undone."""
    if page.find("&", start, stop) < 0:
        return "".join(_LETTERS.findall(page, start, stop))
    return "".join(letters for _, letters in _runs(page, start, stop))


def _runs(page: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Runs of letters between two tags, with their places; an entity is a run of its own."""
    at = start
    for entity in _ENTITY.finditer(page, start, stop):
        for found in _LETTERS.finditer(page, at, entity.start()):
            yield found.start(), found[0]
        for letter in _LETTERS.findall(html.unescape(entity[0])):
            yield entity.start(), letter[:1]
        at = entity.end()
    for found in _LETTERS.finditer(page, at, stop):
        yield found.start(), found[0]


def _shown(page: str) -> Iterator[tuple[int, int]]:
    """The stretches between tags that a reader sees, in one pass."""
    low = page.lower() if len(page.lower()) == len(page) else page
    at, size = 0, len(page)
    open_to_the_end: set[str] = set()
    while at < size:
        opened = page.find("<", at)
        if opened < 0:
            yield at, size
            return
        if opened > at:
            yield at, opened
        if page.startswith("<!--", opened):
            closed = page.find("-->", opened + 4)
            at = closed + 3 if closed >= 0 else size
            continue
        unseen = _UNSEEN.match(page, opened)
        if unseen and (name := unseen[1].lower()) not in open_to_the_end:
            closed = low.find(f"</{name}", opened)
            if closed >= 0:
                opened = closed
            else:
                open_to_the_end.add(name)
        closed = page.find(">", opened)
        if closed < 0:  # no tag ends from here on
            yield opened + 1, size
            return
        at = closed + 1
