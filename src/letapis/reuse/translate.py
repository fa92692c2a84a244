"""Translations: documents in two languages of which one renders the other, or a part of it.

Four steps: the sentences of all documents with the keys that other languages share
(:mod:`~letapis.reuse.bilingual`), for every document the few of each other language that come
nearest (:mod:`~letapis.reuse.nearest`), sentence alignment of those (:mod:`~letapis.reuse.gale`),
and what chance and a common topic would explain of it (:mod:`~letapis.reuse.chance`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from letapis.model import Document, Passage, Reason, Region, Reuse
from letapis.reuse import gale
from letapis.reuse.bilingual import Heap, heap
from letapis.reuse.chance import Evidence, evidence
from letapis.reuse.embedders import Embedder
from letapis.reuse.meaning import cosines
from letapis.reuse.nearest import nearest
from letapis.reuse.precedence import precedence, together

__all__ = ["translations"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

WEIGHTS = np.array([1.6, 4.7, -9.6, 3.7, 1.4])
"""Log odds of a translation for tempered value, cover, missing keys, order and lead: a logistic
regression over heaps of 133 to 5,000 documents made of the development data."""
BIAS = -11.2
PRIOR = -2.2
"""In those data seven documents in eight have a translation, in a heap of news perhaps two in five: the
score is lowered by the ratio of the two odds. The share is assumed: it was set on bench/stemma so that
two reports of one event do not reach the score from which families are joined there."""
ENOUGH = 20.0
"""Nats that shared keys must tell, whatever the odds: two or three names, not one number of two digits."""
SHOWN = 12
"""So many shared names and numbers are given with a reason."""


def translations(
    documents: Sequence[Document], regions: Sequence[Region], embedder: Embedder | None = None
) -> list[Reuse]:
    """Pairs of documents in different languages of which one translates (part of) the other.

    Passages are sentences, or two, that render one another, in order of the later document; shares
    are of the words outside ``regions``. The score is a probability: what the pair shows, less what
    the best of as many wrong documents would show, so it means the same in a small heap and a
    large one. A row under one half is a suggestion: as likely another report of the same event.
    Documents without a language are not looked at,
    and those of one language never make a pair. The rows are in order of ids.

    >>> ru = "Дэвид Грин и Анна Морган встретились в Лиссабоне 14 марта.\\nОни подписали договор на 350 млн."
    >>> en = "David Green and Anna Morgan met in Lisbon on 14 March.\\nThey signed a contract for 350 mn."
    >>> pages = [Document("a", "", text=ru, language="ru"), Document("b", "", text=en, language="en")]
    >>> for i in range(40):
    ...     pages.append(Document(f"x{i}", "", text=f"Петр Иванов {i * 7} рублей.", language="ru"))
    ...     pages.append(Document(f"y{i}", "", text=f"Peter Smith {i * 9} pounds.", language="en"))
    >>> [row] = translations(pages, [])
    >>> row.earlier, row.later, row.kind, [en[p.l_start : p.l_stop][:11] for p in row.passages]
    ('a', 'b', 'translation', ['David Green', 'They signed'])
    """
    found = heap(documents, regions)
    a, b = nearest(found)
    if not len(a):
        return []
    features = gale.weigh(a, b, found)
    shown = evidence(found, a, b, features)
    odds = shown.columns() @ WEIGHTS + BIAS + together(found, a, b)
    if embedder is not None:
        odds = odds + cosines(found, a, b, odds, embedder)
    sure = np.flatnonzero((odds > 0) & (features[:, 6] >= ENOUGH)).tolist()
    return [_row(found, int(a[at]), int(b[at]), shown, at, float(odds[at])) for at in sure]


def _row(found: Heap, a: int, b: int, shown: Evidence, at: int, odds: float) -> Reuse:
    one, two = found.documents[a], found.documents[b]
    rows = gale.align(a, b, found)
    pieces = [_place(found, a, r[0], r[1]) + _place(found, b, r[2], r[3]) for r in rows.tolist()]
    share_a, share_b = _share(found, a, rows[:, 0], rows[:, 1]), _share(found, b, rows[:, 2], rows[:, 3])
    first, ordered_by, why = precedence(one, two, share_a, share_b)
    if not first:
        pieces = [piece[2:] + piece[:2] for piece in pieces]
        one, two, share_a, share_b = two, one, share_b, share_a
    names = list(_shared(found, a, b))
    return Reuse(
        one.doc_id,
        two.doc_id,
        "translation",
        passages=tuple(Passage(*piece) for piece in sorted(pieces, key=lambda piece: piece[2:])),
        share_earlier=share_a,
        share_later=share_b,
        ordered_by=ordered_by,
        score=round(1 / (1 + math.exp(-min(odds + PRIOR, 50.0))), 3),
        reasons=(
            Reason("names and numbers", float(len(names)), " ".join(names[:SHOWN])),
            Reason("sentences aligned", float(len(pieces)), f"in one order, value {shown.value[at]:.2f}"),
            Reason("covered", round(float(shown.covered[at]), 3), "of the shorter document"),
            Reason("told", round(float(shown.told[at]), 3), "of what names and numbers a translation keeps"),
            Reason(
                "order", round(float(shown.order[at]), 3), "of what both name stands in matching sentences"
            ),
            Reason("lead", round(float(shown.lead[at]), 3), "over the best that another text has to show"),
            *why,
        ),
    )


def _place(found: Heap, document: int, first: int, stop: int) -> tuple[int, int]:
    at = int(found.first[document])
    return int(found.start[at + first]), int(found.stop[at + stop - 1])


def _share(found: Heap, document: int, first: Numbers, stop: Numbers) -> float:
    length = found.length[found.first[document] : found.first[document + 1]]
    covered = sum(float(length[i:j].sum()) for i, j in zip(first.tolist(), stop.tolist(), strict=True))
    return round(covered / max(float(length.sum()), 1.0), 3)


def _shared(found: Heap, a: int, b: int) -> Iterator[str]:
    """Names and numbers of both documents, the rarest first."""
    both = np.intersect1d(_named(found, a), _named(found, b))
    rarity = found.log_chance[[found.language[a], found.language[b]]].sum(axis=0)
    for key in sorted(both.tolist(), key=lambda key: (rarity[key], found.names[key])):
        if not found.names[key].startswith("^"):
            yield found.names[key]


def _named(found: Heap, document: int) -> npt.NDArray[np.int32]:
    mine = slice(found.head[document], found.head[document + 1])
    return found.key[mine][found.kind[mine] < 2]
