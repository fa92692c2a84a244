"""When an address is asked again: often where much is new, seldom where little is, later after errors."""

from __future__ import annotations

import re
import time

from letapis.collect.feeds.memory import Asked
from letapis.collect.fetch.errors import FetchError
from letapis.errors import UsageError

__all__ = ["DAY", "WEEK", "Busy", "patient", "pause", "seconds"]

DAY, WEEK = 86_400.0, 7 * 86_400.0
"""The longest pause between two rounds over what works, and over what does not, in seconds."""
PATIENCE = 60.0
"""Seconds that are waited for a host within a round; one that asks for more is put off to a later one."""
_SLOWER = 1.5
"""How much longer the pause becomes with every round that brought nothing."""
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class Busy(FetchError):
    """A host that asks to be left alone for longer than a round waits."""

    def __init__(self, pause: float) -> None:
        super().__init__(
            "unreachable", f"the host asks to be left alone for {pause / 60:,.0f} min; it is asked again then"
        )
        self.pause = pause
        """Seconds."""


def patient(pause: float) -> None:
    """Waits ``pause`` seconds; raises :class:`Busy` where that is longer than a round may take."""
    if pause > PATIENCE:
        raise Busy(pause)
    time.sleep(pause)


def pause(asked: Asked, every: float) -> float:
    """Seconds until an address is asked again, after a round with the outcome ``asked``.

    ``every`` is what the user asked for; what the feed asks for (``ttl``, ``Cache-Control``) holds
    where it is longer. Each round without news makes the pause half as long again, news make it the
    shortest again, each failure in a row doubles it: the bounds are a day, and a week where the server
    says so (``Retry-After``, 410).

    >>> quiet = Asked("https://quay.example/feed", every=900.0, new=0)
    >>> pause(quiet, 900.0), pause(Asked("https://quay.example/feed", every=4000.0, new=2), 900.0)
    (1350.0, 900.0)
    >>> pause(Asked("https://quay.example/feed", failures=3, said="http_500"), 900.0)
    7200.0
    """
    shortest = max(every, min(asked.least or 0.0, DAY))
    longest = max(DAY, shortest)
    if asked.failures:
        if asked.said == "http_410":
            return WEEK
        doubled = shortest * 2.0 ** min(asked.failures, 20)
        return max(min(doubled, longest), min(asked.hold or 0.0, WEEK))
    if asked.new or asked.every is None:
        return shortest
    return min(max(asked.every, shortest) * _SLOWER, longest)


def seconds(said: str) -> float:
    """A length of time as people write it, in seconds.

    Raises :class:`~letapis.errors.UsageError` where it is none.

    >>> seconds("15m"), seconds("2 h")
    (900.0, 7200.0)
    """
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhd])\s*", said.lower())
    if not found or not int(found[1]):
        raise UsageError(f"{said!r} is no length of time; say it as 15m, 2h or 1d")
    return float(int(found[1]) * _UNITS[found[2]])
