"""All pairs of documents that share text."""

from __future__ import annotations

from collections.abc import Sequence

from letapis import tables
from letapis.model import Document, Region, Reuse
from letapis.reuse.candidates import CROWD, candidates
from letapis.reuse.index import build
from letapis.reuse.rows import rows

__all__ = ["pairs"]


def pairs(documents: Sequence[Document], regions: Sequence[Region], crowd: int = CROWD) -> list[Reuse]:
    """All pairs of documents that share more than furniture and phrases, by earlier, then later.

    A passage is a run of at least three words that are equal after :func:`letapis.text.fold`,
    whatever stands between the words. Shares count words outside ``regions`` and furniture. Text
    in more than ``crowd`` documents is linked to the earliest of them, not among all.
    :func:`letapis.reuse.rows.rows` gives the same as a table.

    >>> story = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы драўляны мост уласнымі рукамі."
    >>> teaser = "Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы… Чытаць далей"
    >>> more = " Працавалі ўсё лета, грошай ні ў каго не прасілі, а назвалі яго Бабіным."
    >>> found = pairs([Document("a", "", text=teaser), Document("b", "", text=story + more)], [])
    >>> [(row.earlier, row.later, row.kind, row.ordered_by) for row in found]
    [('b', 'a', 'teaser', 'contained')]
    >>> teaser[found[0].passages[0].l_start : found[0].passages[0].l_stop]
    'Жыхары вёскі Паддубкі збудавалі праз раку Сулу новы'
    """
    index = build(documents, regions)
    return list(tables.records(rows(index, candidates(index, crowd)), Reuse))
