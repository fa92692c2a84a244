"""What every tool is asked, and the words that those get which split no text themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["GRAMS", "THRESHOLDS", "Method", "Row", "Setting", "clusters", "grams", "sweep", "texts"]

Row = dict[str, Any]
Pairs = Iterable[tuple[int, int]]

GRAMS = (1, 2, 3, 5)
THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Setting:
    """Words to a gram, and how alike two documents must be in the tool's own measure."""

    gram: int = 1
    threshold: float = 0.5


@dataclass(frozen=True)
class Method:
    """A way to find pairs.

    ``prepare`` makes of rows what the tool takes, outside the clock; ``find`` is timed, from texts
    to what the tool gives; ``pairs`` makes pairs of row numbers of that, outside the clock again.
    """

    prepare: Callable[[Sequence[Row]], Any]
    find: Callable[[Any, Setting], Any]
    pairs: Callable[[Any, Any], Pairs]
    settings: tuple[Setting, ...]


def sweep(sizes: Iterable[int] = GRAMS, thresholds: Iterable[float] = THRESHOLDS) -> tuple[Setting, ...]:
    """Every size of gram with every threshold."""
    return tuple(Setting(gram, threshold) for gram in sizes for threshold in thresholds)


def texts(rows: Sequence[Row]) -> list[str]:
    """What is read of the rows by tools that know nothing else."""
    return [row["text"] for row in rows]


def grams(text: str, size: int) -> list[str]:
    """The runs of ``size`` words, in lower case, split at blanks as rensa's and datasketch's pages do.

    >>> grams("One two, three", 2)
    ['one two,', 'two, three']
    """
    words = text.lower().split()
    if size == 1 or len(words) < size:
        return words
    return [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]


def clusters(labels: Iterable[tuple[int, Any]]) -> Pairs:
    """All pairs of rows that have the same label: what tools that give clusters say.

    >>> list(clusters([(0, "a"), (1, "b"), (2, "a")]))
    [(0, 2)]
    """
    members: dict[Any, list[int]] = {}
    for row, label in labels:
        members.setdefault(label, []).append(row)
    for rows in members.values():
        yield from ((a, b) for n, a in enumerate(rows) for b in rows[n + 1 :])
