"""The units that witnesses are compared by: sentences of a document's own text.

Site furniture and credit lines are no part of it. A unit that recurs in other documents, with or
without slips, belongs with them to one *class*; a document is then a sequence of classes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letapis.model import Document, Region, Span
from letapis.text import sentences, tokens

__all__ = ["Unit", "classes", "units"]

SHORT = 4
"""A sentence of fewer words says too little to be told from others: it goes with the one before."""
ALIKE = 0.55
"""Share of a unit's words that recur in the longest reading of its class."""
PAIRED, CUT_PAIRED = 0.3, 0.6
"""Share of its pairs of neighbouring words that do; a slip breaks two pairs and one word. Of a
reading that is much shorter more is asked: a few words in common are soon found in a long sentence."""


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
        forms = tuple(token.form for token in tokens(span.cut(document.text)))
        if not forms:
            continue
        if len(forms) < SHORT and len(found) > 1 and found[-1].stop <= span.start:
            last = found[-1]
            between = document.text[last.stop : span.start]
            if not between.strip():
                found[-1] = Unit(document.doc_id, last.start, span.stop, last.forms + forms)
                continue
        found.append(Unit(document.doc_id, span.start, span.stop, forms))
    return found


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
    every = sorted(
        (unit for body in bodies.values() for unit in body),
        key=lambda unit: (-unit.words, unit.forms, unit.doc_id, unit.start),
    )
    exact: dict[tuple[str, ...], int] = {}
    founders: list[Counter[str]] = []
    pairs: list[set[tuple[str, str]]] = []
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    label: dict[Unit, int] = {}
    for unit in every:
        known = exact.get(unit.forms)
        if known is None:
            mine = set(zip(unit.forms, unit.forms[1:], strict=False))
            known = _nearest(unit, mine, index, founders, pairs)
            if known is None:
                known = len(founders)
                founders.append(Counter(unit.forms))
                pairs.append(mine)
                for pair in mine:
                    index[pair].append(known)
            exact[unit.forms] = known
        label[unit] = known
    return label


def _nearest(
    unit: Unit,
    mine: set[tuple[str, str]],
    index: Mapping[tuple[str, str], list[int]],
    founders: Sequence[Counter[str]],
    pairs: Sequence[set[tuple[str, str]]],
) -> int | None:
    if unit.words < SHORT:
        return None
    votes: Counter[int] = Counter()
    for pair in mine:
        votes.update(index.get(pair, ()))
    words = Counter(unit.forms)
    best: tuple[float, int] | None = None
    for number, shared in votes.most_common(8):
        held = (words & founders[number]).total() / unit.words
        share = PAIRED if unit.words >= 0.7 * founders[number].total() else CUT_PAIRED
        if held < ALIKE or shared < share * len(mine):
            continue
        if best is None or (held, -number) > (best[0], -best[1]):
            best = (held, number)
    return None if best is None else best[1]
