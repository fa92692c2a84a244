"""Public bodies that are named by words of kind: "МИД Литвы", "the Lithuanian parliament".

Such names have no capitals to be seen by, or end in the name of a nation that stands for itself
elsewhere. They are known by the words of ``langs/*/office.py``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import cache

from letapis.langs import Language, get
from letapis.langs.base.office import rows
from letapis.link.joining.body import bag
from letapis.link.joining.key import stem
from letapis.link.joining.words import lexicon
from letapis.model import Reason, Spot
from letapis.outlets.forms import forms
from letapis.text import fold
from letapis.text.stream import Stream

__all__ = ["MAKER", "institutions"]

MAKER = "institutions@1"
_HEADS = frozenset(
    [
        "government",
        "parliament",
        "ministry",
        "court",
        "senate",
        "congress",
        "embassy",
        "council",
        "chamber",
        "assembly",
        "prosecutor",
        "committee",
        "commission",
    ]
)
"""Kinds of bodies that a nation has one of, or that its other words tell apart."""
_UNIONS = frozenset({("european", "union"), ("united", "nations")})
_BRIEF = 3
"""Letters of a stem that other words may share."""
_ADJECTIVE = re.compile(r"[сц]ь?к[аіиоуыею]")
_LONGEST = 6
"""Words between the head of a body's name and its nation, at most."""
_MOST = 300_000
"""Folded forms that are remembered, about 60 MB, before they are forgotten."""
_LONG = 40
"""Letters of the longest of these."""
_SHORT = 4
"""Letters of the longest short form that must stand in capitals: "ес" may be a word."""


def institutions(
    stream: Stream, language: Language | None, spots: Sequence[Spot], doc_id: str = ""
) -> list[Spot]:
    """``spots`` with bodies named by their kind added, in order; spots within an added one are left out.

    Added are short forms ("Минобороны"), with a nation before or after, and names that begin with a
    kind of body and end in a nation or the European Union. What overlaps a longer spot is not added.
    Added spots take the ``doc_id`` of the others, else the one given.

    >>> from letapis.langs import get
    >>> from letapis.text.stream import stream as tokens
    >>> text = "Литовский МИД и Верховный суд Литвы молчат."
    >>> [spot.surface for spot in institutions(tokens(text), get("ru"), [])]
    ['Литовский МИД', 'Верховный суд Литвы']
    """
    if language is None or not language.office.bodies:
        return list(spots)
    code = language.code
    read = _Words(stream, code)
    doc_id = spots[0].doc_id if spots else doc_id
    added: list[Spot] = []
    kept = sorted(spots, key=lambda spot: (spot.start, spot.stop))
    starts = [spot.start for spot in kept]
    end = -1
    for first, last in read.found():
        start, stop = stream.starts[first], stream.stops[last - 1]
        if start < end or not _free(kept, starts, start, stop):
            continue
        end = stop
        reasons = (Reason("body", 1.0, "named by its kind"),)
        surface = stream.text[start:stop]
        added.append(
            Spot(doc_id, start, stop, surface, "organisation", code, None, None, MAKER, 0.8, reasons)
        )
    added = _bare(read, kept, added, doc_id)
    begins = [spot.start for spot in added]
    rest = [spot for spot in kept if not _covered(added, begins, spot)]
    return sorted([*rest, *added], key=lambda spot: (spot.start, spot.stop))


class _Looked(dict[str, tuple[str, str | None, bool]]):
    """Folded form → stem; concept, empty for idle words; whether a nation or a short form may begin so."""

    def __init__(self, code: str) -> None:
        self._code, self._concepts, self._first = code, lexicon(code).concepts, _first(code)

    def __missing__(self, form: str) -> tuple[str, str | None, bool]:
        root = stem(form, self._code)
        concept = self._concepts.get(root)
        if concept is not None and len(root) <= _BRIEF and form not in _brief(self._code):
            concept = None
        found = (root, concept, root in self._first)
        if len(form) <= _LONG:
            self[form] = found
        return found


@cache
def _memo(code: str) -> _Looked:
    return _Looked(code)


class _Words:
    """What the tokens of one text are in the names of bodies; each folded form is looked up once."""

    def __init__(self, stream: Stream, code: str) -> None:
        self.stream, self.known, self.code = stream, lexicon(code), code
        self.looked = _memo(code)
        if len(self.looked) > _MOST:
            self.looked.clear()

    def _look(self, at: int) -> tuple[str, str | None, bool]:
        """Stem; concept, empty for idle words; whether a nation's name or a short form may begin with it."""
        return self.looked[self.stream.folds[at]]

    def found(self) -> Iterator[tuple[int, int]]:
        """First and last token (excluded) of each name, in order."""
        words, looked, done = self.stream.words, self.looked, 0
        for at, form in enumerate(self.stream.folds):
            _, concept, first = looked[form]
            if (concept or first) and at >= done and words[at][0].isalpha():
                stop = self._from(at, concept, first)
                if stop:
                    yield at, stop
                    done = stop

    def _from(self, at: int, concept: str | None, first: bool) -> int:
        """The token after the name that begins at ``at``; 0 where none does."""
        if first:
            kind, stop = self._match(at)
            if kind == "body":
                return self._owner(stop) or stop
            if kind == "nation" and self._adjective(at) and stop < len(self.stream.words):
                body, end = self._match(stop)
                return end if body == "body" else self._run(stop)[0]
            if kind:
                return 0
        if not concept:
            return 0
        last, run = self._run(at)
        if not last:
            return 0
        if (concept == "european" or run[-2:] == ["european", "union"]) and len(run) > 1:
            return last
        return self._owner(last) or (last if concept == "ministry" and len(run) > 1 else 0)

    def _run(self, at: int) -> tuple[int, list[str]]:
        """The end of the words of kind from ``at`` on, and their concepts; 0 where none is a head."""
        run: list[str] = []
        total = len(self.stream.words)
        while at < total and len(run) < _LONGEST:
            one = self._look(at)[1]
            if one is None or self._match(at)[0]:
                break
            run.append(one)
            at += 1
        return (at if _HEADS.intersection(run) else 0), run

    def _match(self, at: int) -> tuple[str, int]:
        """Whether a nation or a short form of a body begins here ("" for neither), and where it ends."""
        looked = self._look(at)
        if not looked[2]:
            return "", at
        words = self.stream.words
        most = min(self.known.longest, len(words) - at)
        key = tuple(self._look(one)[0] for one in range(at, at + most))
        for size in range(most, 0, -1):
            part = key[:size]
            if part in self.known.short and (
                size > 1 or len(words[at]) > _SHORT + 2 or words[at][:2].isupper()
            ):
                nation = all(token[0] in "@#" for token in self.known.short[part])
                return "nation" if nation else "body", at + size
            if part in self.known.nations:
                return "nation", at + size
        return "", at

    def _owner(self, at: int) -> int:
        """The end of the name of a nation or union that stands in the genitive at ``at``; 0 for none."""
        words = self.stream.words
        if at >= len(words) or not words[at][0].isupper() or self._adjective(at):
            return 0
        kind, stop = self._match(at)
        union = (
            kind == "body"
            and self.known.short.get(tuple(self._look(one)[0] for one in range(at, stop))) in _UNIONS
        )
        if kind != "nation" and not union:
            return 0
        nominative = stop == at + 1 and words[at].casefold() in _names(self.code) and not words[at].isupper()
        return 0 if nominative else stop

    def _adjective(self, at: int) -> bool:
        """Whether it looks like an adjective of a nation."""
        return self.code != "en" and _ADJECTIVE.search(self.stream.folds[at]) is not None


def _bare(read: _Words, kept: Sequence[Spot], added: Sequence[Spot], doc_id: str) -> list[Spot]:
    """``added`` and words of kind with a capital ("the Commission") that the text has in a name in full.

    One that begins a sentence counts only where the word has a capital elsewhere, and nowhere none.
    """
    kinds = {
        token
        for spot in (*kept, *added)
        if spot.kind == "organisation" and " " in spot.surface
        for token in bag(spot.surface, spot.language)
        if token in _HEADS
    }
    if not kinds:
        return list(added)
    stream = read.stream
    first = frozenset(stream.sentences)
    taken = sorted((spot.start, spot.stop) for spot in (*kept, *added))
    begins = [start for start, _ in taken]
    capital: set[str] = set()
    small: set[str] = set()
    waiting: list[tuple[int, str]] = []
    for at, word in enumerate(stream.words):
        found = read.looked.get(stream.folds[at])
        if found is None or found[1] not in kinds:
            continue
        place = bisect_left(begins, stream.starts[at] + 1) - 1
        if place >= 0 and taken[place][1] > stream.starts[at]:
            continue
        if not word[0].isupper():
            small.add(found[0])
        elif not word.isupper() and not _joined(stream, at, first):
            waiting.append((at, found[0]))
            if at not in first:
                capital.add(found[0])
    fresh = [
        Spot(doc_id, stream.starts[at], stream.stops[at], stream.words[at], "organisation", read.code,
             None, None, MAKER, 0.7, (Reason("body", 1.0, "named in full elsewhere in the text"),))
        for at, root in waiting
        if root in capital and (at not in first or root not in small)
    ]  # fmt: skip
    return sorted([*added, *fresh], key=lambda spot: spot.start)


def _joined(stream: Stream, at: int, first: Container[int]) -> bool:
    """Whether a word with a capital stands beside it, or a hyphen, so that it is part of something else."""
    words = stream.words
    after = words[at + 1] if at + 1 < len(words) else "."
    before = at > 0 and at not in first and at - 1 not in first and words[at - 1][0].isupper()
    return after[0].isupper() or after == "-" or before


@cache
def _brief(code: str) -> frozenset[str]:
    """Case forms of the words whose stems are so short that other words share them ("рада", "радуе")."""
    known = get(code)
    block = known.office.bodies if known else ""
    found = (word for _, some in rows(block) for word in some.split() if len(stem(word, code)) <= _BRIEF)
    return frozenset(form for word in found for form in (*forms(word), fold(word)))


@cache
def _first(code: str) -> frozenset[str]:
    known = lexicon(code)
    return frozenset(key[0] for table in (known.nations, known.short) for key in table if key)


@cache
def _names(code: str) -> frozenset[str]:
    """Names of nations in the nominative, in small letters."""
    from babel import Locale

    return frozenset(name.casefold() for name in Locale(code).territories.values())


def _free(kept: Sequence[Spot], starts: Sequence[int], start: int, stop: int) -> bool:
    """Whether every spot that it touches lies within it, and none is as long."""
    at = max(0, bisect_left(starts, start) - 1)
    while at < len(kept) and kept[at].start < stop:
        spot = kept[at]
        if spot.stop > start and not (
            start <= spot.start and spot.stop <= stop and spot.stop - spot.start < stop - start
        ):
            return False
        at += 1
    return True


def _covered(added: Sequence[Spot], begins: Sequence[int], spot: Spot) -> bool:
    at = bisect_left(begins, spot.start + 1) - 1
    return at >= 0 and spot.stop <= added[at].stop
