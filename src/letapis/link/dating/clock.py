"""Times of day beside a date."""

from __future__ import annotations

import re
from dataclasses import replace

from letapis.link.dating.scene import Found, Scene

__all__ = ["clock", "timed"]

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?")
_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)")
_REACH = 9
"""Tokens before a date in which its time may begin."""


def clock(s: Scene, at: int) -> tuple[str, int] | None:
    """A time of day at a token as "14:30", and the token after it."""
    fold = s.folds[at]
    if not fold[:1].isdigit() or len(fold) > 7:
        return None
    j = at + 1
    if match := _HOUR.fullmatch(fold):
        return _said(int(match[1]), int(match[2] or 0), 12 if match[3] == "pm" else 0, j)
    if match := _TIME.fullmatch(fold):
        hour, minute, named = int(match[1]), int(match[2]), True
    elif fold.isdecimal() and len(fold) <= 2:
        hour, minute, named = int(fold), 0, False
    else:
        return None
    if s.folds[j] in s.calendar.hours:
        j, named = j + 1, True
    add = s.calendar.noon.get(s.folds[j])
    if add is None and s.folds[j] in ("a", "p") and s.folds[j + 1] == "." and s.folds[j + 2] == "m":
        add, j = 12 if s.folds[j] == "p" else 0, j + 2
    if add is None:
        return _said(hour, minute, None, j) if named else None
    return _said(hour, minute, add, j + 1)


def _said(hour: int, minute: int, add: int | None, stop: int) -> tuple[str, int] | None:
    if add is not None and hour <= 12:
        hour = hour % 12 + add
    return (f"{hour:02d}:{minute:02d}", stop) if hour < 24 and minute < 60 else None


def timed(s: Scene, found: Found, done: int) -> Found:
    """The date with the time of day that stands after or before it."""
    if found.end or found.start.day is None or found.start.time:
        return found
    j = found.stop
    if s.folds[j] == ",":
        j += 1
    marked = s.folds[j] in s.calendar.at
    after = clock(s, j + marked)
    if after and (marked or ":" in s.words[j]):
        return replace(found, stop=after[1], start=replace(found.start, time=after[0]))
    for at in range(max(done, found.first - _REACH), found.first):
        before = clock(s, at)
        if before and before[1] == found.first and s.folds[found.first - 1] in s.calendar.hours:
            return replace(found, first=at, start=replace(found.start, time=before[0]))
        if (
            before
            and _leads(s, before[1], found.first)
            and (":" in s.words[at] or s.folds[at - 1] in s.calendar.at)
        ):
            return replace(found, first=at, start=replace(found.start, time=before[0]))
    return found


def _leads(s: Scene, at: int, first: int) -> bool:
    """Whether no more than "on", a weekday and signs part a time from its date."""
    between = [word for word in s.words[at:first] if word not in (".", ",")]
    return len(between) <= 2 and all(word.isalpha() and not word[1:].isupper() for word in between)
