"""How likely each block of a page belongs to its article."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from letapis.read.extract.forest import Forest
from letapis.read.extract.frame import Array, Frame, Named
from letapis.read.extract.names import kinds, tokens
from letapis.read.extract.parse import Page
from letapis.read.extract.traits import second, traits

__all__ = ["Judge", "judge", "judging", "namer"]

MODEL = "model.npz"
_MOST = 4.0
"""The most that the names of one element count for, either way, as a logarithm of odds."""


@dataclass(frozen=True)
class Judge:
    """What was learnt: what class names promise, a first look, and a second that knows the first."""

    named: Named
    first: Forest
    second: Forest

    def chances(self, page: Page) -> Array:
        """For each block of the page, how likely it belongs to the article, 0 to 1."""
        if not page.pieces:
            return np.zeros(0)
        frame = Frame(page, self.named)
        rows = traits(frame)
        chance = self.first.chances(rows)
        return self.second.chances(np.hstack([rows, second(frame, chance)]))


def namer(worth: dict[str, float]) -> Named:
    """What class names promise, by what each of their words is worth; remembers what it was asked.

    >>> namer({"article": 2.0, "comments": -3.0})("article-comments")[0]
    -1.0
    """
    kept: dict[str, tuple[float, int]] = {}

    def named(names: str) -> tuple[float, int]:
        found = kept.get(names)
        if found is None:
            value = sum(worth.get(token, 0.0) for token in tokens(names))
            found = max(-_MOST, min(_MOST, value)), kinds(names)
            if len(kept) > 1 << 15:
                kept.clear()
            kept[names] = found
        return found

    return named


@cache
def judge() -> Judge:
    """The judge that the package carries.

    >>> from letapis.read.extract.parse import parse
    >>> [bool(chance < 0.5) for chance in judge().chances(parse("<nav><a href='/'>Home</a></nav>"))]
    [True]
    """
    kept = np.load(io.BytesIO(files("letapis.read.extract").joinpath(MODEL).read_bytes()))
    return judging(dict(kept))


def judging(kept: Mapping[str, NDArray[np.generic]]) -> Judge:
    """The judge that arrays describe: ``tokens`` and their ``worth``, and two forests.

    >>> kept = np.load(io.BytesIO(files("letapis.read.extract").joinpath(MODEL).read_bytes()))
    >>> len(judging(dict(kept)).first.roots)
    120
    """
    words = bytes(kept["tokens"].tobytes()).decode().split("\n")
    worth = dict(zip(words, kept["worth"].astype(float).tolist(), strict=True))
    return Judge(namer(worth), Forest.of(kept, "first"), Forest.of(kept, "second"))
