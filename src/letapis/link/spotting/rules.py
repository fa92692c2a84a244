"""Weights written by hand, for where the learned ones are missing: the same features, a hundred of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from letapis.link.spotting.chart import SITUATIONS
from letapis.link.spotting.trait import CLASSES
from letapis.link.spotting.weights import TAGS, Model, code

__all__ = ["rules"]

_PERSON, _ORGANISATION, _PLACE = (1, 2), (3, 4), (5, 6)
_NONE = (0,)
_SELF: tuple[tuple[str, tuple[int, ...], float], ...] = (
    ("CG Cn Cs Cp", _PERSON, 4.0),
    ("CS Cc Cg", _PLACE, 4.5),
    ("Cb AS Ac", _PLACE, 4.0),
    ("Ct", _PLACE, 1.0),
    ("CB AB", _ORGANISATION, 5.0),
    ("CO Co AO", _ORGANISATION, 2.5),
    ("CP", _PLACE, 1.5),
    ("Cu Ct", _PERSON, 1.5),
    ("C M", _PERSON, 0.3),
    ("Cu M A Au Ak", _ORGANISATION, 1.0),
    ("C", _ORGANISATION, 0.2),
    ("Cu", _PLACE, 0.7),
    ("C", _PLACE, 0.2),
    ("I", (2,), 1.0),
    ("I", (1,), 0.5),
    ("Ck", _NONE, 2.0),
    ("CN CT CR CK CF CL CJ CC", _NONE, 5.0),
)
"""Classes of the word itself, what they speak for, and how much."""
_BEFORE: tuple[tuple[str, tuple[int, ...], float], ...] = (
    ("lR lT lK CR CT CK", (1,), 2.0),
    ("CG Cn", (2,), 2.5),
    ("I", (2,), 1.0),
    ("lL", (5,), 1.2),
    ("lP CP", (5,), 1.0),
    ("lO", (3,), 1.0),
    ("CO", (4,), 0.7),
)
"""Classes of the word before."""
_AFTER: tuple[tuple[str, tuple[int, ...], float], ...] = (
    ("lV", _PERSON, 1.0),
    ("Cs Cp", (1,), 1.0),
    ("lP CP", _PLACE, 1.0),
    ("CO lO", (3,), 1.0),
)
"""Classes of the word after."""


@cache
def rules() -> Model:
    """The model that the rules make."""
    found: dict[int, list[float]] = {}
    for name in CLASSES[1:]:
        if name[0] in "la.0":
            _add(found, 0, name, _NONE, 6.0)
        if name in ("..", ".-"):
            _add(found, 0, name, (2,), 4.0)
    for offset, rows in ((0, _SELF), (-1, _BEFORE), (1, _AFTER)):
        for names, tags, weight in rows:
            for name in names.split():
                _add(found, offset, name, tags, weight)
    for kind, name in enumerate(CLASSES):
        for situation in range(SITUATIONS):
            row = found.setdefault(code(f"situation|{situation} {kind}"), [0.0] * len(TAGS))
            row[0] += _doubt(name, situation)
    codes = np.array(sorted(found), np.uint32)
    weights = np.array([found[one] for one in sorted(found)], np.float32)
    return Model(codes, weights, _steps())


def _doubt(name: str, situation: int) -> float:
    """How much speaks against a name: it begins a sentence, the line is loud, it is small elsewhere."""
    begins, seen, loud = situation // 18, situation // 6 % 3, situation // 3 % 2
    if name[:1] not in ("C", "A", "M"):
        return 0.0
    sure = name in ("CG", "Cs", "Cp", "Cc", "Cg", "CB", "AB", "CS", "AS")
    return (0.0 if sure else 2.5 * (begins > 0) * (seen != 1) + 1.5 * loud) + 3.0 * (seen == 2) + 2.4


def _add(found: dict[int, list[float]], offset: int, name: str, tags: tuple[int, ...], weight: float) -> None:
    row = found.setdefault(code(f"{offset}|c{name}"), [0.0] * len(TAGS))
    for tag in tags:
        row[tag] += weight


def _steps() -> Any:
    """The inside of a name comes after its beginning; two names seldom touch."""
    found = np.zeros((len(TAGS) + 1, len(TAGS)), np.float32)
    for after, tag in enumerate(TAGS):
        for before in range(len(TAGS) + 1):
            if tag[:1] == "I":
                found[before, after] = 1.0 if before in (after, after - 1) else -20.0
            elif tag and 0 < before < len(TAGS):
                found[before, after] = -2.0
    return found
