"""Quotations behind a credit whose outlet went with its hyperlink, and which is no part of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from letapis.model import Anchor, Document, Quotation

__all__ = ["Lost", "lost", "shifted"]

_LONGEST = 40
"""Code points of the longest such credit ("As … reports,")."""
_SPACE = 3
"""Code points of white space that may stand around it in the record."""


class Lost(NamedTuple):
    """A credit that was left out: its words, and where in the text they stood."""

    at: int
    words: str


def lost(document: Document) -> Lost | None:
    """The first credit of a text that was left out of it, where its place can be told.

    >>> from letapis.model import Residue
    >>> anchors = (Anchor(0, 12, 0, 12), Anchor(12, 30, 24, 42))
    >>> text = "Boats stop. the quay is shut now"
    >>> found = Document("d", "c", text=text, residue=(Residue("As reports,", "link"),), map=anchors)
    >>> lost(found)
    Lost(at=12, words='As reports, ')
    """
    for residue in document.residue:
        if residue.kind == "link" and len(residue.surface) <= _LONGEST and residue.surface.endswith(","):
            at = _place(document.map, len(residue.surface), document.raw_start)
            if at is not None:
                return Lost(at, f"{residue.surface} ")
    return None


def _place(anchors: Sequence[Anchor], size: int, begin: int) -> int | None:
    """Where the text leaves out about ``size`` code points of the record."""
    before = begin
    for anchor in anchors:
        if size <= anchor.raw_start - before <= size + _SPACE:
            return anchor.start
        before = anchor.raw_stop
    return None


def shifted(found: Iterable[Quotation], gone: Lost) -> list[Quotation]:
    """Quotations of the text with the credit in it, at their places in the text without it.

    What includes the credit itself is left out.

    >>> one = Quotation("d", 24, 40, "the quay is shut", "indirect", cue="As reports")
    >>> shifted([one], Lost(12, "As reports, "))[0].start
    12
    """
    stop, size = gone.at + len(gone.words), len(gone.words)

    def moved(place: int) -> int:
        return place if place <= gone.at else max(gone.at, place - size)

    return [
        replace(
            one,
            start=moved(one.start),
            stop=moved(one.stop),
            speaker_start=None if one.speaker_start is None else moved(one.speaker_start),
            speaker_stop=None if one.speaker_stop is None else moved(one.speaker_stop),
        )
        for one in found
        if (one.stop <= gone.at or one.start >= stop)
        and (one.speaker_stop is None or one.speaker_stop <= gone.at or (one.speaker_start or 0) >= stop)
    ]
