"""Scores of the tags of each token of a text: what its words and what stands around them add up to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

import numpy as np

from letapis import langs
from letapis.link.spotting.chart import Chart, chart
from letapis.link.spotting.rules import rules
from letapis.link.spotting.trait import Trait
from letapis.link.spotting.weights import GROUPS, TABLES, TAGS, Model, gains, model, table
from letapis.link.spotting.words import Words
from letapis.text.kernel import kernel
from letapis.text.stream import Stream

__all__ = ["Tagger", "tagger"]

_MOST = 200_000
"""Words that are remembered, about 50 MB, before the tagger starts anew."""


class Tagger:
    """A model for one language."""

    def __init__(self, learned: Model, code: str | None) -> None:
        group = GROUPS.get(code or "", "")
        self.steps = learned.steps
        self._language = langs.get(code)
        self._gain = partial(_gained, learned, group)
        self._words = Words(self._language, self._gain)
        self._tables = tuple(table(learned, name, group) for name in TABLES)

    def scores(self, text: Stream) -> tuple[Chart, Any]:
        """What stands around the tokens, and tokens × tags: float32."""
        words = self._words
        if len(words.numbers) > _MOST:
            words = self._words = Words(self._language, self._gain)
        around = chart(text, words)
        found = np.zeros((len(text.words), len(TAGS)), np.float32)
        _add(found, *around[:5], around.bounds, words.gains, *self._tables)
        return around, found


def _gained(learned: Model, group: str, shown: Sequence[Trait]) -> Any:
    return gains(learned, shown, group)


@cache
def tagger(code: str | None) -> Tagger:
    """The tagger for a language: by the learned weights, or by the rules where their file is missing."""
    return Tagger(model() or rules(), code)


@kernel
def _add(
    found: Any, words: Any, kinds: Any, situations: Any, heads: Any, listed: Any, bounds: Any, gains: Any,
    left: Any, right: Any, around: Any, before: Any, situation: Any, quoted: Any, several: Any,
) -> None:  # fmt: skip
    """Add up the scores of each token; words and classes beyond its sentence count as the pad (0)."""
    tags = found.shape[1]
    for part in range(len(bounds) - 1):
        first, last = bounds[part], bounds[part + 1]
        for at in range(first, last):
            row = found[at]
            for offset in range(5):
                other = at + offset - 2
                word = words[other] if first <= other < last else 0
                for tag in range(tags):
                    row[tag] += gains[word, offset, tag]
            kind = kinds[at]
            one = kinds[at - 1] if at > first else 0
            two = kinds[at - 2] if at > first + 1 else 0
            next_ = kinds[at + 1] if at + 1 < last else 0
            within = situations[at] % 3
            ahead = listed[at + 1] if at + 1 < last else 0
            for tag in range(tags):
                row[tag] += (
                    left[one, kind, tag] + right[kind, next_, tag] + around[one, next_, tag]
                    + before[two, one, tag] + situation[situations[at], kind, tag]
                    + quoted[heads[at], within, tag] + several[listed[at], ahead, tag]
                )  # fmt: skip
