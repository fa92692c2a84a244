"""One order for the sentences of a report, merged from the orders of its witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["merged"]


def merged(rows: Iterable[Sequence[int]]) -> list[int]:
    """Every class once, in the order of the first row.

    Later rows add theirs after the class that goes before them there, or before the one that
    follows.

    >>> merged([[1, 2, 4], [2, 3, 4, 5], [0, 1]])
    [0, 1, 2, 3, 4, 5]
    """
    line: list[int] = []
    known: set[int] = set()
    for row in rows:
        wait: list[int] = []
        last: int | None = None
        for number in dict.fromkeys(row):
            if number not in known:
                wait.append(number)
                known.add(number)
                continue
            if wait:
                at = line.index(number) if last is None else line.index(last) + 1
                line[at:at] = wait
                wait = []
            last = number
        at = len(line) if last is None else line.index(last) + 1
        line[at:at] = wait
    return line
