"""What a witness did with what it took: its kind by shape, and how much of a report survives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from letapis.stemma.descent import Reading
from letapis.stemma.members import Member

__all__ = ["kind", "survival"]

MIXED, SENTENCE = 0.12, 8
"""Share of other text from which a copy counts as mixed (less may be a caption or a byline), and how
many words are enough where they are known to be another report's."""

BRIEF = 0.5
"""A copy that stops by itself within so much of its source is a teaser all the same."""


def kind(
    member: Member, parent: Member | str | None, read: Mapping[str, Reading], language: str | None
) -> str:
    """Reprint, teaser, excerpt, extended or translation.

    A copy of a teaser that goes exactly as far is a reprint of the teaser, unless it still says
    that it breaks off; one that stops in the first half of its source is a teaser itself. Text of
    another report before the passage makes an excerpt, even its heading alone where the passage is
    from the middle; else it is an extended copy.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> kind(group[0], None, {}, "ru"), kind(group[0], None, {}, "be")
    ('reprint', 'translation')
    """
    own = member.body.document.language
    above = parent if isinstance(parent, Member) else None
    if own and own != (above.body.document.language if above else language):
        return "translation"
    mine = read.get(member.doc_id)
    share = member.foreign / (member.words + member.foreign + 1)
    if member.alien >= SENTENCE or (share >= MIXED and member.foreign >= SENTENCE):
        inside = member.lead or (member.before and mine is not None and mine.first > 0)
        return "excerpt" if inside else "extended"
    if member.body.ellipsis:
        return "teaser"
    if above is not None and mine is not None and above.doc_id in read:
        theirs = read[above.doc_id]
        if (mine.last, mine.end) == (theirs.last, theirs.end):
            return "reprint"
    if member.body.cut or (mine is not None and _brief(mine, read, above)):
        return "teaser"
    return "reprint"


def _brief(mine: Reading, read: Mapping[str, Reading], above: Member | None) -> bool:
    """Whether the copy has the beginning only, and its source goes on for longer than that."""
    theirs = read.get(above.doc_id) if above is not None else None
    last = theirs.last if theirs is not None else max(reading.last for reading in read.values())
    return mine.first == 0 and mine.last + 1 <= BRIEF * (last + 1)


def survival(members: Iterable[Member]) -> str:
    """Whether some witness keeps the end: ``whole`` or ``cut``.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> survival(group)
    'whole'
    """
    return "whole" if any(not m.body.cut for m in members) else "cut"
