"""The observations behind a witness: where the report stands in it, and how it compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from letapis.model import Reason, Span
from letapis.stemma.credits import Credit
from letapis.stemma.descent import Reading
from letapis.stemma.members import Member
from letapis.stemma.second import Second

__all__ = ["beside", "spans", "stretches", "why"]


def stretches(member: Member) -> list[Reason]:
    """Where the report stands in a document: one reason a stretch, its detail ``start:stop``.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> [reason.detail for reason in stretches(group[0])]
    ['0:48']
    """
    found: list[Span] = []
    mine = set(member.units)
    last = None
    for i, unit in enumerate(member.body.units):
        if unit not in mine:
            continue
        if last == i - 1 and found:
            found[-1] = Span(found[-1].start, unit.stop)
        else:
            found.append(Span(unit.start, unit.stop))
        last = i
    return [Reason("stretch", float(span.stop - span.start), f"{span.start}:{span.stop}") for span in found]


def spans(reasons: Iterable[Reason]) -> list[Span]:
    """The stretches that ``reasons`` name.

    >>> spans([Reason("stretch", 4.0, "2:6"), Reason("credit", 1.0, "via X")])
    [Span(start=2, stop=6)]
    """
    found = []
    for reason in reasons:
        if reason.feature == "stretch":
            start, _, stop = reason.detail.partition(":")
            found.append(Span(int(start), int(stop)))
    return found


def why(
    member: Member, parent: Member | None, read: Mapping[str, Reading], given: Sequence[Credit], main: bool
) -> tuple[Reason, ...]:
    """Why a document is a witness, and why it hangs where it does.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import bodies
    >>> text = "Мост закрыт\\nЕго закрыли в среду утром на ремонт."
    >>> pages = [Document(d, "", text=t, language="ru") for d, t in {"a": text, "b": text}.items()]
    >>> from letapis.stemma.members import members
    >>> [group] = members(bodies(pages), [])
    >>> [reason.feature for reason in why(group[0], None, {}, [], True)]
    ['stretch', 'words']
    """
    found = stretches(member)
    found.append(Reason("words", float(member.words), "words of the report that it holds"))
    if member.foreign:
        found.append(Reason("foreign", float(member.foreign), "words of other text"))
        found.append(Reason("mainly", float(main), "whether it carries this report before others"))
    found.extend(Reason("credit", c.weight, c.surface) for c in given)
    mine = read.get(member.doc_id)
    if mine is not None and parent is not None and parent.doc_id in read:
        theirs = read[parent.doc_id]
        both = sorted(mine.slips & theirs.slips, key=lambda slip: (slip[0], slip[1].at))
        if both:
            words = ", ".join(" ".join(change.now) or "∅" for _, change in both[:5])
            found.append(Reason("shared slips", float(len(both)), words))
        if (mine.last, mine.end) == (theirs.last, theirs.end):
            found.append(Reason("same end", 1.0, "both stop at the same word"))
        a, b = parent.body.document.published, member.body.document.published
        if a is not None and b is not None:
            found.append(Reason("time", float(a <= b), f"{a} and {b}"))
    elif mine is not None and mine.slips:
        found.append(
            Reason("own slips", float(len(mine.slips)), "shared with no other witness it could be from")
        )
    return tuple(found)


def beside(second: Second | None) -> tuple[Reason, ...]:
    """Which stretch of a document was taken from a second source.

    >>> beside(Second("b", 0, 120, 12.5))
    (Reason(feature='second source', value=12.5, detail='0:120 from b'),)
    """
    if second is None:
        return ()
    where = f"{second.start}:{second.stop} from {second.source or 'the lost original'}"
    return (Reason("second source", second.gain, where),)
