"""The units that witnesses are compared by: sentences of a document's own text.

Site furniture and credit lines are no part of it. A unit that recurs in other documents, with or
without slips, belongs with them to one *class*; a document is then a sequence of classes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from letapis.model import Document, Region, Span
from letapis.text import Token, sentences, tokens

__all__ = ["Unit", "classes", "units", "words"]

SHORT = 4
"""A sentence of fewer words says too little to be told from others: it goes with the one before."""
ALIKE = 0.55
"""Share of a unit's words that recur in the longest reading of its class."""
HEAD, SURELY = 5, 0.8
"""A reading that holds less of the longest one must have one of its own first words among twice as many
there, words of a few letters left out."""
PAIRED, CUT_PAIRED = 0.3, 0.6
"""Share of its pairs of neighbouring words that do; a slip breaks two pairs and one word. Of a
reading that is much shorter more is asked: a few words in common are soon found in a long sentence."""

_ENDS = (*".!?…»”\"')]", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a document, or a short one with the sentence before it."""

    doc_id: str
    start: int
    stop: int
    forms: tuple[str, ...]
    """Its words, folded."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.forms)


@lru_cache(maxsize=1 << 14)
def words(sentence: str) -> tuple[Token, ...]:
    """The tokens of a sentence; remembered, for copies have most of their sentences in common.

    >>> [token.form for token in words("Мост закрыт.")]
    ['мост', 'закрыт']
    """
    return tuple(tokens(sentence))


def units(document: Document, regions: Sequence[Region] = (), leave: Iterable[Span] = ()) -> list[Unit]:
    """The units of a document's own text, in order, without ``regions`` and the spans to ``leave``.

    Notes and captions stay: they are printed with the report. A heading that stands only in
    ``title`` has no unit.

    >>> page = Document("a", "c", text="Мост закрыт\\nЕго закрыли в среду утром. Да. Так бывает.")
    >>> [page.text[unit.start : unit.stop] for unit in units(page)]
    ['Мост закрыт', 'Его закрыли в среду утром. Да. Так бывает.']
    """
    out = [Span(r.start, r.stop) for r in regions if r.kind in ("furniture", "credit", "comment")]
    out.extend(leave)
    found: list[Unit] = []
    for span in _kept(document.text, out):
        forms = tuple([token.form for token in words(span.cut(document.text))])
        if not forms:
            continue
        if len(forms) < SHORT and len(found) > 1 and found[-1].stop <= span.start:
            last = found[-1]
            between = document.text[last.stop : span.start]
            if not between.strip() and "\n" not in between:
                found[-1] = Unit(document.doc_id, last.start, span.stop, last.forms + forms)
                continue
        found.append(Unit(document.doc_id, span.start, span.stop, forms))
    while len(found) > 2 and _link(document.text, found[-1]):
        found.pop()
    return found


def _link(text: str, last: Unit) -> bool:
    """Whether the last line is no sentence: a few words that no mark ends, such as "Read more"."""
    line = text[last.start : last.stop].rstrip()
    return last.words < SHORT and line[-1:] not in _ENDS and text[: last.start].rstrip(" \t").endswith("\n")


def _kept(text: str, out: Sequence[Span]) -> list[Span]:
    """Sentences of ``text`` of which at least half lies outside the spans ``out``."""
    marks = sorted(out, key=lambda span: (span.start, span.stop))
    kept: list[Span] = []
    at = 0
    for span in sentences(text):
        while at < len(marks) and marks[at].stop <= span.start:
            at += 1
        covered, place, i = 0, span.start, at
        while i < len(marks) and marks[i].start < span.stop:
            low, high = max(place, marks[i].start), min(span.stop, marks[i].stop)
            covered += max(0, high - low)
            place = max(place, high)
            i += 1
        if 2 * covered <= span.stop - span.start:
            kept.append(span)
    return kept


def classes(bodies: Mapping[str, Sequence[Unit]]) -> dict[Unit, int]:
    """The class of every unit: the same number for the same sentence, slips and cuts allowed.

    The longest reading of a sentence founds its class; a shorter one joins the class whose
    founder holds most of its words in the same order. The order of ``bodies`` changes nothing.

    >>> bodies = {d: units(Document(d, d, text=t)) for d, t in {
    ...     "a": "Мост через реку закрыли в среду утром.",
    ...     "b": "Мост через реку закрыил в среду…"}.items()}
    >>> sorted(classes(bodies).values())
    [0, 0]
    """
    place = {unit: i for body in bodies.values() for i, unit in enumerate(body)}
    every = sorted(place, key=lambda unit: (-unit.words, unit.forms, unit.doc_id, unit.start))
    book = _Book({}, [], [], [], defaultdict(list), defaultdict(list))
    label: dict[Unit, int] = {}
    for unit in every:
        known = book.exact.get(unit.forms)
        if known is None or not book.free(known, unit, place):
            near = book.nearest(unit, place)
            known = book.found(unit) if near is None else near
        label[unit] = known
        book.taken[unit.doc_id, known].append(unit)
    return label


@dataclass(frozen=True, slots=True)
class _Book:
    """The classes so far: their founders' words and pairs of words, and who is in them."""

    exact: dict[tuple[str, ...], int]
    founders: list[Counter[str]]
    pairs: list[set[tuple[str, str]]]
    heads: list[set[str]]
    index: defaultdict[tuple[str, str], list[int]]
    taken: defaultdict[tuple[str, int], list[Unit]]

    def found(self, unit: Unit) -> int:
        """A new class."""
        number = len(self.founders)
        self.founders.append(Counter(unit.forms))
        self.heads.append({form for form in unit.forms[: 2 * HEAD] if len(form) >= SHORT})
        self.pairs.append(set(pairwise(unit.forms)))
        for pair in self.pairs[number]:
            self.index[pair].append(number)
        self.exact.setdefault(unit.forms, number)
        return number

    def _begins_alike(self, number: int, unit: Unit) -> bool:
        """Whether the beginnings have a word in common: two sentences may end in the same set phrase."""
        return not set(unit.forms[:HEAD]).isdisjoint(self.heads[number])

    def free(self, number: int, unit: Unit, place: Mapping[Unit, int]) -> bool:
        """Whether the unit's document has nothing in the class, or the other part of the sentence.

        A heading and the sentence that repeats it are two classes.
        """
        held = self.taken.get((unit.doc_id, number), [])
        if not held or any(other.forms == unit.forms for other in held):
            return True
        beside = any(abs(place[unit] - place[other]) == 1 for other in held)
        words = unit.words + sum(other.words for other in held)
        return beside and words <= 1.15 * self.founders[number].total()

    def nearest(self, unit: Unit, place: Mapping[Unit, int]) -> int | None:
        """The class that holds most of the unit's words in the same order."""
        if unit.words < SHORT:
            return None
        mine = set(pairwise(unit.forms))
        votes: Counter[int] = Counter()
        for pair in mine:
            votes.update(self.index.get(pair, ()))
        words = Counter(unit.forms)
        best: tuple[float, int, int] | None = None
        for number, shared in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:8]:
            held = (words & self.founders[number]).total() / unit.words
            share = PAIRED if unit.words >= 0.7 * self.founders[number].total() else CUT_PAIRED
            if held < ALIKE or shared < share * len(mine) or not self.free(number, unit, place):
                continue
            if held < SURELY and not self._begins_alike(number, unit):
                continue
            # of sentences that hold it equally well, the one of its own length
            mark = (round(held, 2), -self.founders[number].total(), -number)
            best = mark if best is None else max(best, mark)
        return None if best is None else -best[2]
