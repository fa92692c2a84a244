"""Addresses that are watched: which are due, and what came of asking them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from letapis.collect.base import shown
from letapis.collect.feeds.memory import Asked, Memory
from letapis.collect.feeds.opml import feeds, is_opml
from letapis.collect.feeds.schedule import pause
from letapis.collect.fetch import address
from letapis.collect.fetch.errors import FetchError
from letapis.errors import UsageError

__all__ = ["Watch", "addresses", "told"]

_MOST = 20 * 1024 * 1024


def addresses(sources: Iterable[str]) -> list[str]:
    """The addresses that ``sources`` stand for, each once: themselves, or those of OPML files.

    Raises :class:`~letapis.errors.UsageError` where one is neither.

    >>> addresses(["HTTPS://quay.example:443/feed", "https://quay.example/feed"])
    ['https://quay.example/feed']
    """
    found: dict[str, None] = {}
    for source in sources:
        if source[:8].lower().startswith(("http://", "https://")):
            try:
                found[address.clean(source)] = None
            except FetchError as error:
                raise UsageError(error.detail) from error
            continue
        for one in _listed(source):
            try:
                found[address.clean(one)] = None
            except FetchError:
                continue  # one bad line of a list is no reason to watch nothing
    return list(found)


def _listed(source: str) -> list[str]:
    try:
        with Path(source).open("rb") as stream:
            data = stream.read(_MOST)
    except (OSError, ValueError):
        data = b""
    if not is_opml(data):
        there = os.path.lexists(source) if "\0" not in source else False
        what = "is no list of feeds (OPML)" if there else "is neither an address nor a file"
        raise UsageError(f"{shown(source)} {what}; watch takes addresses (https://) and OPML files")
    return feeds(data)


class Watch:
    """The state of what is watched, in the folder where sources keep theirs."""

    def __init__(self, state: Path, every: float) -> None:
        self._state = state
        self._every = every

    def due(self, watched: Iterable[str], now: float | None = None, *, once: bool = False) -> list[str]:
        """The addresses to be asked at ``now`` (seconds since 1970).

        With ``once`` all of them, but for those that failed and are not due yet.
        """
        now = time.time() if now is None else now
        with Memory(self._state) as memory:
            rows = [memory.asked(one) for one in watched]
        return [one.address for one in rows if (one.due or 0.0) <= now or (once and not one.failures)]

    def settle(self, asked: Iterable[str], now: float | None = None) -> list[Asked]:
        """What came of the addresses that were asked; the time of the next round is set for each."""
        now = time.time() if now is None else now
        rows = []
        with Memory(self._state) as memory:
            for one in asked:
                wait = pause(memory.asked(one), self._every)
                memory.note(one, due=now + wait, every=wait)
                rows.append(memory.asked(one))
        return rows

    def wait(self, watched: Iterable[str], now: float | None = None) -> float:
        """Seconds until the next address is due."""
        now = time.time() if now is None else now
        with Memory(self._state) as memory:
            return max(0.0, min((memory.asked(one).due or 0.0 for one in watched), default=0.0) - now)


def told(rows: Iterable[Asked]) -> str:
    """What came of a round, in one line.

    >>> told([Asked("https://quay.example/feed", new=2), Asked("https://a.example/", failures=1, said="x")])
    'asked 2: 2 new (quay.example 2), 1 failed (a.example x)'
    """
    rows = list(rows)
    new = [f"{_host(one)} {one.new}" for one in rows if one.new]
    failed = [f"{_host(one)} {one.said}" for one in rows if one.failures]
    line = f"asked {len(rows)}: {sum(one.new or 0 for one in rows):,} new"
    line += f" ({', '.join(new[:5])}{', …' if len(new) > 5 else ''})" if new else ""
    line += (
        f", {len(failed):,} failed ({', '.join(failed[:5])}{', …' if len(failed) > 5 else ''})"
        if failed
        else ""
    )
    return line


def _host(one: Asked) -> str:
    return urlsplit(one.address).netloc
