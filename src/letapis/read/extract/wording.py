"""What a block's own words say of it: numbers that need no language."""

from __future__ import annotations

import math
import re

from letapis.read.extract.parse import Piece

__all__ = ["WORDING", "wording"]

WORDING = (
    *["chars", "words", "linked", "links", "bold", "final", "stops", "commas", "digits"],
    *["capitals", "longness", "date", "short", "asks", "quoted", "size"],
)
"""Names of the numbers, in order."""

_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d"
    r"|\b\d{1,2}\.? [^\W\d]{3,9}\.?,? (?:19|20)\d\d\b"
    r"|\b[^\W\d]{3,9}\.? \d{1,2},? (?:19|20)\d\d\b"
)
_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[.!?…][\"'»”’)\]]*(?=\s|$)|[。！？]")
_FINAL = re.compile(r"[.!?…。！？;][\"'»”’)\]」』]*$")
_TALL = re.compile(r"(?<!\S)[\"'«“„(]?[^\W\d_a-zа-яёіїєґў]")
_SHORT = re.compile(r"(?<!\S)\S{1,3}(?!\S)")
_QUOTE = re.compile('["«»“”„「]')
_HEAD = 400


def wording(piece: Piece) -> tuple[float, ...]:
    """The numbers of ``WORDING`` for a block.

    >>> found = dict(zip(WORDING, wording(Piece("Boats run, he said.", 0, 0)), strict=True))
    >>> found["final"], found["commas"], found["links"]
    (1.0, 0.25, 0.0)
    """
    text = piece.text
    size = len(text)
    head = text if size <= _HEAD else text[:_HEAD]
    many = head.count(" ") + 1
    digits = len(_DIGIT.findall(head))
    return (
        math.log1p(size),
        math.log1p(many if head is text else text.count(" ") + 1),
        min(1.0, piece.linked / size),
        math.log1p(piece.links),
        min(1.0, piece.bold / size),
        1.0 if _FINAL.search(text[-6:]) else 0.0,
        math.log1p(len(_STOP.findall(head))),
        head.count(",") / many,
        digits / len(head),
        len(_TALL.findall(head)) / many,
        len(head) / many,
        1.0 if digits > 3 and _DATE.search(head) else 0.0,
        len(_SHORT.findall(head)) / many,
        1.0 if text[-1] == "?" else 0.0,
        1.0 if _QUOTE.search(head) else 0.0,
        math.log1p(piece.size),
    )
