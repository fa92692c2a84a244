"""Whom a document credits, and how much that says about whose report it carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from letapis.model import Citation, Document, Span
from letapis.text import count, sentences

__all__ = ["Credit", "credited", "owner"]

LINE = 10
"""A credit of its own is a sentence of at most so many words, or one that is mostly the credit."""

_INLINE = {
    "told_to": 0.8,
    "joint": 0.8,
    "published_by": 1.5,
    "repost_footer": 4.0,
    "reported_by": 0.5,
    "dateline": 1.0,
    "link": 0.5,
    "image_credit": 0.1,
    "platform": 0.0,
}
"""What a credit inside the text weighs: a footer names the source, a passing mention hardly; whom
somebody talked to owns the words said, and from 1 a credit says whose the report is."""
_SOURCES = frozenset({"published_by", "repost_footer", "reported_by", "image_credit"})
_APART = {"told_to": 0.8, "joint": 0.8, "dateline": 1.0, "image_credit": 0.1, "platform": 0.0}
"""What a credit in a line of its own at the head or tail weighs; 4 where the kind is not here."""

SOURCE = 4.0
"""What a credit weighs that says where a document was taken from: a footer, a source line."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A document's credit to an outlet that is not its own."""

    doc_id: str
    outlet: str
    kind: str
    surface: str
    weight: float
    start: int | None
    """Where it stands in the text; None: in what was left out of it."""
    apart: Span | None
    """The sentence that does nothing but credit; None for a credit inside the report's text."""


def credited(document: Document, citations: Iterable[Citation]) -> list[Credit]:
    """Credits of ``document``, the heaviest first; self-credits and lost outlets left out.

    >>> page = Document("a", "c", text="Мост закрыли в среду.\\nИсточник: Ранак", outlet="Хвіля")
    >>> [c] = credited(page, [Citation("a", 22, 37, "Источник: Ранак", "Ранак", kind="published_by")])
    >>> c.outlet, c.weight, c.apart.cut(page.text)
    ('Ранак', 4.0, 'Источник: Ранак')
    """
    lines = sentences(document.text)
    found = []
    for row in citations:
        if row.self or row.lost or row.outlet is None or row.outlet == document.outlet:
            continue
        apart = _apart(document.text, lines, row)
        edge = row.start is None or apart is not None
        table = _APART if edge else _INLINE
        weight = table.get(row.kind, 4.0 if edge else 0.5)
        found.append(Credit(document.doc_id, row.outlet, row.kind, row.surface, weight, row.start, apart))
    return sorted(found, key=lambda c: (-c.weight, c.outlet, c.kind, c.surface))


def _apart(text: str, lines: Sequence[Span], row: Citation) -> Span | None:
    """The sentence of the credit, where it does little else.

    It is a paragraph of its own, or a source line run together with the end of the text.
    """
    if row.start is None or row.kind not in _SOURCES:
        return None
    at = next((i for i, line in enumerate(lines) if line.start <= row.start < line.stop), None)
    if at is None:
        return None
    words, said = count(lines[at].cut(text)), count(row.surface)
    tail = row.kind in ("published_by", "repost_footer") and at >= len(lines) - 2
    mostly = 3 * said >= 2 * words or (words <= LINE and 3 * said >= words)
    return lines[at] if mostly and at and (tail or _alone(text, lines[at])) else None


def _alone(text: str, line: Span) -> bool:
    """Whether the sentence is a paragraph of its own."""
    return text[line.start - 1 : line.start] in ("", "\n") and text[line.stop : line.stop + 1] in ("", "\n")


def owner(
    found: Iterable[Credit], publishers: Mapping[str, str | None] = MappingProxyType({})
) -> tuple[str | None, float]:
    """The outlet that the credits of a report's members give it to, and their weight.

    Of each document an outlet's heaviest credit counts; a weight below 1 gives it to nobody, nor
    does a tie. ``publishers`` says who published a document: where the outlet that is credited
    has itself only passed the report on, and says from whom, its own source is credited instead.

    >>> owner([Credit("a", "Reuters", "reported_by", "reported Reuters", 0.5, 9, None)])
    (None, 0.0)
    >>> made = [Credit(d, o, "published_by", o, 4.0, 9, None) for d, o in (("b", "Ранак"), ("c", "Хвіля"))]
    >>> owner(made, {"b": "Хвіля", "c": "Золак"})
    ('Ранак', 8.0)
    """
    every = list(found)
    passed = _passed(every, publishers)
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for credit in every:
        outlet, seen = credit.outlet, {credit.outlet}
        while outlet in passed and passed[outlet] not in seen:
            outlet = passed[outlet]
            seen.add(outlet)
        mine = best[outlet if credit.weight >= 1 else credit.outlet]
        mine[credit.doc_id] = max(mine.get(credit.doc_id, 0.0), credit.weight)
    totals = {outlet: sum(w for w in by.values() if w >= 1) for outlet, by in best.items()}
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 1 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None, 0.0
    return ranked[0]


def _passed(every: Iterable[Credit], publishers: Mapping[str, str | None]) -> dict[str, str]:
    """Outlet → the one that its own document names as its source in a line of its own."""
    found: dict[str, str] = {}
    for credit in sorted(every, key=lambda c: (-c.weight, c.doc_id, c.outlet)):
        publisher = publishers.get(credit.doc_id)
        if publisher and credit.weight >= SOURCE and publisher != credit.outlet:
            found.setdefault(publisher, credit.outlet)
    return found
