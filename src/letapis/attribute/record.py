"""The record of a quotation: its words, whose they are, and why we say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from letapis.attribute.antecedent import Known, People, antecedent
from letapis.attribute.frame import Frame
from letapis.attribute.marks import Pair
from letapis.attribute.missing import enclosing
from letapis.attribute.placing import Said, Table
from letapis.attribute.speaker import kind
from letapis.attribute.whose import whose
from letapis.langs.base import Language
from letapis.model import Document, Quotation, Reason
from letapis.text.stream import Stream

__all__ = ["Scene", "record"]

_TAIL = frozenset(",;:—–-")
_FAINT = 0.5
"""The score of indirect speech that is a noun phrase alone."""


class Scene(NamedTuple):
    """What the records of one document share."""

    pairs: Sequence[Pair]
    """Marks that no others enclose."""
    people: People
    """Named speakers."""


def record(
    document: Document, table: Table, said: Said, scene: Scene, language: Language | None
) -> Quotation | None:
    """The record of ``said``; None where no word is left of it.

    >>> from letapis import langs
    >>> from letapis.attribute.frame import frames
    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> from letapis.attribute.direct import direct
    >>> document = Document("d", "c", text="“We came by bus,” said Ona Mill.", language="en")
    >>> tokens, language = stream(document.text), langs.get("en")
    >>> table, pairs = Table(tokens, frames(tokens, language), language), marks(tokens)
    >>> [said] = direct(table, pairs)
    >>> found = record(document, table, said, Scene(pairs, People([])), language)
    >>> found.text, found.speaker, found.cue
    ('We came by bus', 'Ona Mill', 'said')
    """
    text = table.stream
    whole = (_bare(_trimmed(text, *one), scene.pairs) for one in said.parts)
    parts = [(first, last) for first, last in whole if first < last]
    if not parts:
        return None
    frame = said.frame
    cue = text.cut(frame.first, frame.last) or None if frame else None
    reasons = _reasons(said, cue)
    speaker, how = whose(table, said, scene.pairs, language) or (None, "")
    if how and speaker:
        reasons.append(Reason("speaker", 0.7, f"{text.cut(*speaker)}: {how}"))
    name = _name(table, frame, speaker, scene, language) or _self(table, speaker, scene, language)
    if name is not None:
        reasons.append(Reason("speaker", 0.8, f"{name[0].name}: {name[1]}"))
    return Quotation(
        document.doc_id,
        text.starts[parts[0][0]],
        text.stops[parts[-1][1] - 1],
        " ".join(_clean(text, first, last, said.skips) for first, last in parts),
        said.kind,
        text.cut(*speaker) if speaker else None,
        text.starts[speaker[0]] if speaker else None,
        text.stops[speaker[1] - 1] if speaker else None,
        speaker_name=name[0].name if name else None,
        cue=cue,
        repaired=said.repaired is not None,
        score=said.score,
        reasons=tuple(reasons),
    )


def _reasons(said: Said, cue: str | None) -> list[Reason]:
    """What the words themselves show: the pattern, a mere noun phrase, marks that were mended."""
    found = [Reason(said.pattern, said.score, cue or "")]
    if said.kind == "indirect" and said.score <= _FAINT:
        found.append(Reason("noun phrase", said.score, "says what was spoken of, not what was said of it"))
    if said.repaired:
        found.append(Reason("marks", 0.7, said.repaired))
    return found


def _name(
    table: Table,
    frame: Frame | None,
    speaker: tuple[int, int] | None,
    scene: Scene,
    language: Language | None,
) -> tuple[Known, str] | None:
    """The name that a pronoun, a role or a surname stands for."""
    if language is None or speaker is None or table.view is None:
        return None
    if frame is None or frame.speaker != speaker:
        span = speaker
        frame = Frame(span[0], span[0], "verb", "say", span, kind(table.view, span), "", *span)
    return antecedent(table.stream, frame, scene.people, language, scene.pairs, table.within)


def _self(
    table: Table, speaker: tuple[int, int] | None, scene: Scene, language: Language | None
) -> tuple[Known, str] | None:
    """Who "I" is in somebody's words: whoever is quoted with them."""
    around = enclosing(table, speaker, scene.pairs) if speaker is not None else None
    if around is None or around.speaker is None:
        return None
    full = _name(table, around, around.speaker, scene, language)
    if full is not None or around.kind == "pronoun":
        return full
    first, last = around.speaker
    return Known(first, last, table.stream.cut(first, last), "", frozenset()), "whose words these are"


def _trimmed(text: Stream, first: int, last: int) -> tuple[int, int]:
    while last > first and text.words[last - 1] in _TAIL:
        last -= 1
    while first < last and text.words[first] in _TAIL:
        first += 1
    return first, last


def _bare(part: tuple[int, int], pairs: Sequence[Pair]) -> tuple[int, int]:
    """The words without marks, where one pair encloses them all."""
    place = bisect_left(pairs, part[0], key=lambda pair: pair.first)
    if place < len(pairs) and (pairs[place].first, pairs[place].last) == part:
        return pairs[place].begin, pairs[place].end
    return part


def _clean(text: Stream, first: int, last: int, skips: Sequence[int]) -> str:
    """The words without marks repeated at the beginning of paragraphs."""
    cuts = [at for at in skips if first <= at < last]
    if not cuts:
        return text.cut(first, last)
    found, low = [], first
    for at in cuts:
        found.append(text.text[text.starts[low] : text.starts[at]].rstrip())
        low = at + 1
    found.append(text.cut(low, last))
    return "\n".join(found)
