"""How likely a word is spelt as the report's author spelt it, judged by the report itself.

A slip makes odd words: runs of letters that occur nowhere else in the report, forms that no other
sentence has. No dictionary is needed, and no number of copies of a slip makes it more likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

__all__ = ["Spelling", "runs", "spelling", "weight"]

RARE = 20
"""A word counts where at least one in so many has it, for each that has the sentence's most frequent word."""
NUMBER = 0.5
"""Digits have no spelling: one number is as likely as another."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """In how many sentences of a report each form and each run of three letters occurs."""

    forms: Counter[str]
    runs: Counter[str]

    def likely(self, word: str) -> float:
        """1 for a form that two sentences have, else the share of its runs that two sentences have.

        >>> known = spelling([{"мост": 1, "закрыли": 1}, {"моста": 1, "нет": 1}])
        >>> known.likely("мост") > known.likely("мсот")
        True
        """
        if any(c.isdigit() for c in word):
            return NUMBER
        if self.forms[word] > 1:
            return 1.0
        mine = runs(word)
        return sum(self.runs[run] > 1 for run in mine) / len(mine)


def spelling(sentences: Iterable[Mapping[str, int]]) -> Spelling:
    """What is known of spelling from the sentences of a report: how many documents have each word there.

    A word that few of a sentence's many witnesses have tells nothing, or a thousand copies would bring
    together every slip there is.

    >>> spelling([{"мост": 40, "мсот": 1}, {"мост": 1}]).forms
    Counter({'мост': 2})
    """
    forms: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for sentence in sentences:
        least = max(sentence.values(), default=0) / RARE
        words = {word for word, count in sentence.items() if count >= least}
        forms.update(words)
        found.update({run for word in words for run in runs(word)})
    return Spelling(forms, found)


def runs(word: str) -> list[str]:
    """Runs of three letters, the word's edges marked.

    >>> runs("мост")
    ['^мо', 'мос', 'ост', 'ст$']
    """
    marked = f"^{word}$"
    return [marked[i : i + 3] for i in range(len(marked) - 2)]


def weight(votes: float, likely: float, spelt: float) -> float:
    """What speaks for a reading: a doubling of the votes counts as much as ``1 / spelt`` of likelihood.

    >>> weight(3, 0.5, 4.0)
    4.0
    """
    return log2(1 + votes) + spelt * likely
