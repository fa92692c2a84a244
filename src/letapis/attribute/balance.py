"""Which quotation mark of a paragraph opens and which closes: the cheapest reading of them all."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["MOST", "Mark", "balance"]

_DEEPEST = 3
_LEFT_OPEN = 3.0
_GOES_ON = 0.5
_NESTED = 1.0
_MIXED = 1.5
MOST = 4000
"""Marks of one paragraph that are weighed together; a longer row is cut."""


class Mark(NamedTuple):
    """A quotation mark and what each way to read it costs."""

    at: int
    """Number of the token."""
    width: int
    """How many tokens it is made of."""
    family: str
    """``g`` for guillemets, ``d`` for double marks, ``s`` for single ones."""
    opening: float
    closing: float
    passing: float


_Result = tuple[list[tuple[Mark, Mark, bool]], list[Mark], list[Mark]]


def balance(read: list[Mark], goes_on: bool = False) -> _Result:
    """Pairs (with whether their types differ), marks left open, and closing marks left over.

    The plain case, in which every mark's likeliest reading balances, is settled at once; else the
    cheapest way through the marks is sought (Viterbi over stacks of at most three open marks).
    ``goes_on`` says that the next paragraph begins with the same mark, so that the first may stay open.

    >>> a, b, c = Mark(0, 1, "g", 0, 9, 3), Mark(5, 1, "g", 0, 9, 3), Mark(7, 1, "g", 9, 0, 3)
    >>> pairs, left, over = balance([a, b, c])
    >>> [(one.at, other.at) for one, other, _ in pairs], [one.at for one in left]
    ([(5, 7)], [0])
    """
    plain = _plain(read)
    if plain is not None:
        return plain, [], []
    pairs: list[tuple[Mark, Mark, bool]] = []
    opens: list[Mark] = []
    shuts: list[Mark] = []
    for low in range(0, len(read), MOST):
        one, two, three = _weigh(read[low : low + MOST], goes_on and not low)
        pairs += one
        opens += two
        shuts += three
    return pairs, opens, shuts


def _plain(read: list[Mark]) -> list[tuple[Mark, Mark, bool]] | None:
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark, bool]] = []
    for mark in read:
        if mark.family == "s":
            return None
        if mark.opening == 0.0:
            if stack and stack[-1].family == mark.family == "d":
                return None
            stack.append(mark)
        elif mark.closing == 0.0:
            if not stack or stack[-1].family != mark.family:
                return None
            pairs.append((stack.pop(), mark, False))
        else:
            return None
    return None if stack else pairs


def _weigh(read: list[Mark], goes_on: bool) -> _Result:
    ways: dict[str, tuple[float, object]] = {"": (0.0, None)}
    for mark in read:
        ways = _step(ways, mark)
    free = _GOES_ON if goes_on else _LEFT_OPEN
    best = min(ways, key=lambda stack: (ways[stack][0] + _left(stack, free), stack))
    done: list[str] = []
    steps = ways[best][1]
    while isinstance(steps, tuple):
        done.append(steps[0])
        steps = steps[1]
    return _unfold(read, done[::-1])


def _left(stack: str, first: float) -> float:
    cost = 0.0
    for number, family in enumerate(stack):
        cost += 1.0 if family == "s" else first if number == 0 else _LEFT_OPEN
    return cost


def _step(ways: dict[str, tuple[float, object]], mark: Mark) -> dict[str, tuple[float, object]]:
    ahead: dict[str, tuple[float, object]] = {}

    def keep(stack: str, cost: float, what: str, before: object) -> None:
        known = ahead.get(stack)
        if known is None or cost < known[0]:
            ahead[stack] = (cost, (what, before))

    for stack, (cost, before) in ways.items():
        keep(stack, cost + mark.passing, "-", before)
        if mark.opening < 9 and len(stack) < _DEEPEST:
            deeper = _NESTED if stack and stack[-1] == mark.family else 0.0
            keep(stack + mark.family, cost + mark.opening + deeper, "(", before)
        if mark.closing < 9 and stack:
            top = stack[-1]
            if top == mark.family:
                keep(stack[:-1], cost + mark.closing, ")", before)
            elif "s" not in (top, mark.family):
                keep(stack[:-1], cost + mark.closing + _MIXED, ")", before)
            elif top == "s" and len(stack) > 1:  # what opened was an apostrophe after all
                keep(stack[:-2], cost + mark.closing + 1.0, "]", before)
    return ahead


def _unfold(read: list[Mark], done: list[str]) -> _Result:
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark, bool]] = []
    shuts: list[Mark] = []
    passed: list[Mark] = []
    for mark, what in zip(read, done, strict=True):
        if what == "(":
            stack.append(mark)
        elif what == "-":
            if mark.family != "s":
                (shuts if mark.closing < mark.opening else passed).append(mark)
        else:
            if what == "]":
                stack.pop()
            other = stack.pop()
            pairs.append((other, mark, other.family != mark.family))
    return sorted(pairs, key=lambda pair: pair[0].at), sorted(stack + passed), shuts
