"""Whom a document credits, and how much that says about whose report it carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letapis.model import Citation, Document, Span
from letapis.text import count, sentences

__all__ = ["Credit", "credits", "owner"]

LINE = 14
"""A credit of its own is a sentence of at most so many words, or one that is mostly the credit."""

_INLINE = {
    "told_to": 2.0,
    "joint": 1.5,
    "published_by": 1.5,
    "repost_footer": 4.0,
    "reported_by": 0.5,
    "dateline": 1.0,
    "link": 0.5,
    "image_credit": 0.1,
    "platform": 0.0,
}
"""What a credit inside the text weighs: a footer names the source, a passing mention hardly."""
_APART = {"told_to": 2.0, "joint": 1.5, "dateline": 1.0, "image_credit": 0.1, "platform": 0.0}
"""What a credit in a line of its own at the head or tail weighs; 4 where the kind is not here."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A document's credit to an outlet that is not its own."""

    doc_id: str
    outlet: str
    kind: str
    surface: str
    weight: float
    apart: Span | None
    """The sentence that does nothing but credit; None for a credit inside the report's text."""


def credits(document: Document, citations: Iterable[Citation]) -> list[Credit]:
    """Credits of ``document``, the heaviest first; self-credits and lost outlets left out.

    >>> page = Document("a", "c", text="Мост закрыли в среду.\\nИсточник: Ранак", outlet="Хвіля")
    >>> [c] = credits(page, [Citation("a", 22, 37, "Источник: Ранак", "Ранак", kind="published_by")])
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
        found.append(Credit(document.doc_id, row.outlet, row.kind, row.surface, weight, apart))
    return sorted(found, key=lambda c: (-c.weight, c.outlet, c.kind, c.surface))


def _apart(text: str, lines: Sequence[Span], row: Citation) -> Span | None:
    """The sentence of the credit, where it stands at the head or tail, or as a paragraph of its own,
    and says little else."""
    if row.start is None or row.kind in ("told_to", "joint"):
        return None
    at = next((i for i, line in enumerate(lines) if line.start <= row.start < line.stop), None)
    if at is None:
        return None
    edge = at < 2 or at >= len(lines) - 5
    words, said = count(lines[at].cut(text)), count(row.surface)
    alone = _alone(text, lines[at]) and words <= LINE - 4 and row.kind != "image_credit"
    only = words <= LINE or 3 * said >= 2 * words
    return lines[at] if alone or (edge and only) else None


def _alone(text: str, line: Span) -> bool:
    """Whether the sentence is a paragraph of its own."""
    return text[line.start - 1 : line.start] in ("", "\n") and text[line.stop : line.stop + 1] in ("", "\n")


def owner(found: Iterable[Credit], members: int, held: Mapping[str, int]) -> tuple[str | None, float]:
    """The outlet that the credits of a report's ``members`` give it to, and their weight.

    Of each document an outlet's heaviest credit counts. A mention inside the text that most
    copies share (``held``: surface → how many copies have it) is part of the report: it names a
    source the report used, unless somebody spoke to that outlet.

    >>> found = [Credit("a", "Reuters", "reported_by", "reported Reuters", 0.5, None)]
    >>> owner(found, 2, {"reported Reuters": 2})
    (None, 0.0)
    """
    best: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for credit in found:
        weight = credit.weight
        if credit.apart is None and credit.kind == "reported_by":
            weight = 0.0 if 2 * held.get(credit.surface, 0) > members else 2.0
        mine = best[credit.outlet]
        mine[credit.doc_id] = max(mine.get(credit.doc_id, 0.0), weight)
    totals = {outlet: sum(by.values()) for outlet, by in best.items()}
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 1.0:
        return None, 0.0
    return ranked[0]
