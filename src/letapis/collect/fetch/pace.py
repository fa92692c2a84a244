"""Whose turn it is: requests to one host start no closer together than was agreed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from letapis.collect.fetch.errors import FetchError

__all__ = ["LONGEST", "Pace", "seconds"]

LONGEST = 600.0
"""Seconds that a host may make us wait; one that asks for more is left alone in this run."""


class Pace:
    """The time at which each host may be asked again."""

    def __init__(
        self,
        delay: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._delay = delay
        self._asked: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def wait(self, host: str, delay: float | None = None) -> None:
        """Waits until ``host`` may be asked, and takes the turn.

        ``delay`` is what the host itself asks for, in seconds; the longer one holds. Raises FetchError
        (unreachable) where it would take longer than :data:`LONGEST`.
        """
        turn = self._held.get(host, 0.0)
        if host in self._asked:
            turn = max(turn, self._asked[host] + max(self._delay, delay or 0.0))
        left = turn - self._clock()
        if left > LONGEST:
            raise FetchError(
                "unreachable",
                f"{host} asks to be left alone for {left:,.0f} s, more than the {LONGEST:.0f} s that "
                "letapis waits; try again later",
            )
        while left > 0:
            self._sleep(left)
            left = turn - self._clock()
        self._asked[host] = self._clock()

    def hold(self, host: str, pause: float) -> None:
        """``host`` is not asked for ``pause`` seconds from now."""
        self._held[host] = max(self._held.get(host, 0.0), self._clock() + pause)


def seconds(value: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a ``Retry-After`` asks for; None where it says nothing.

    >>> seconds("120"), seconds("soon")
    (120.0, None)
    >>> seconds("Wed, 21 Oct 2015 07:28:00 GMT", datetime(2015, 10, 21, 7, 27, tzinfo=UTC))
    60.0
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(0.0, (at - (now or datetime.now(UTC))).total_seconds())
