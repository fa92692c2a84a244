"""Mementos fetched raw, each under its original address and at the time at which it was captured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from letapis.collect.archives.cdx import keyed
from letapis.collect.archives.digest import matches
from letapis.collect.archives.take import moment, named, reader
from letapis.collect.base import Options, aside
from letapis.collect.fetch import record
from letapis.collect.fetch.errors import FetchError
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.archives.mementos import Memento, Mementos
    from letapis.collect.archives.replay import Archive
    from letapis.collect.fetch.base import Fetched, Fetcher

__all__ = ["fetching"]

_BUSY = frozenset({429, 500, 502, 503, 504})
_FAILURES = 3
"""Failures in a row after which the archive is left alone."""
_SHOWN = 8


def fetching(
    archive: Archive, mementos: Mementos, fetcher: Fetcher, options: Options
) -> Iterator[Received | SetAside]:
    """The mementos that are still to be had; at last, what was listed and what came of it."""
    run = _Run(archive, mementos, fetcher, options)
    captures, addresses, contents, first, last = mementos.counts()
    where = archive.listing or archive.ask()
    if not captures:
        yield aside("nothing_listed", f"{where}: no captures are listed")
        if mementos.listed:
            mementos.note(2, "")
        return
    yield from run.all()
    others = mementos.others()
    parts = [f"{number:,} {what}" for what, number in others[:_SHOWN]]
    rest = sum(number for _, number in others[_SHOWN:])
    parts += [f"{rest:,} others"] if rest else []
    left = [f"{number:,} {what}" for what, number in run.left.most_common()]
    said = [
        f"{captures:,} captures of {addresses:,} addresses are listed, from {_day(first)} to {_day(last)}",
        f"{contents:,} different contents are pages, {run.given:,} of them were fetched now",
    ]
    said += [f"not fetched: {', '.join(parts)}"] if parts else []
    said += [f"fetched and not taken: {', '.join(left)}"] if left else []
    yield aside("not_pages", f"{where}: {'; '.join(said)}")


class _Run:
    def __init__(self, archive: Archive, mementos: Mementos, fetcher: Fetcher, options: Options) -> None:
        self._archive = archive
        self._mementos = mementos
        self._fetcher = fetcher
        self._options = options
        self._failures = 0
        self._asked = 0
        self._ids: set[str] = set()
        self.given = 0
        self.left: Counter[str] = Counter()

    def all(self) -> Iterator[Received | SetAside]:
        most, skipped = self._options.settings.max_pages, False
        for memento in self._mementos.open():
            if self._asked >= most:
                yield aside(
                    "max_pages",
                    f"{self._archive.replay}: {most:,} mementos were asked for, which is max_pages; the same "
                    "command goes on with the others",
                )
                return
            self._asked += 1
            yield from self._one(memento)
            skipped = skipped or self._failures > 0
            if self._failures >= _FAILURES:
                yield aside(
                    "stopped",
                    f"{self._archive.replay}: {self._failures} mementos in a row were not to be had, so the "
                    "archive is left alone; the same command goes on, later",
                )
                return
        if not skipped and self._mementos.listed:
            self._mementos.note(2, "")

    def _one(self, memento: Memento) -> Iterator[Received | SetAside]:
        address = self._archive.memento(memento.timestamp, memento.original)
        try:
            found = self._fetcher.get(address)
        except FetchError as error:
            yield from self._failed(memento, address, error)
            return
        dated = _dated(found)
        if found.status in _BUSY and dated is None:
            busy = FetchError(f"http_{found.status}", f"{address} answered {found.status}")
            yield from self._failed(memento, address, busy)
            return
        self._failures = 0
        reason, detail = self._refusal(memento, found, dated)
        if reason:
            self._mementos.leave(memento, reason)
            self.left[reason] += 1
            yield aside(reason, f"{address}: {detail}")
            return
        yield from self._taken(memento, found, dated, address)

    def _failed(self, memento: Memento, address: str, error: FetchError) -> Iterator[SetAside]:
        """Not to be had now: tried again by the next run, unless it never can be."""
        if (
            error.reason in ("unreachable", "too_slow", "bad_response", "robots")
            or error.reason[:5] == "http_"
        ):
            self._failures += 1
            self.left[f"{error.reason}, to be tried again"] += 1
        else:
            self._failures = 0
            self._mementos.leave(memento, error.reason)
            self.left[error.reason] += 1
        yield record.aside(address, error)

    def _refusal(self, memento: Memento, found: Fetched, dated: datetime | None) -> tuple[str, str]:
        """Why an answer is not the memento that was asked for; empty where it is."""
        same = matches(f"sha1:{memento.digest}", found.body, found.content) is True
        if found.url != found.asked:
            parts = self._archive.parts(found.url)
            if parts is None:
                return "redirect", f"leads out of the archive, to {found.url}"
            if keyed(parts[1]).rstrip("/") != keyed(memento.original).rstrip("/"):
                return "redirect", f"redirected, when it was captured, to {parts[1]}"
        if found.status != 200:
            if dated is not None:
                return (
                    f"answered_{found.status}",
                    f"the site itself answered {found.status} when it was captured",
                )
            return (
                f"http_{found.status}",
                f"the archive answered {found.status}; it lists it and does not give it",
            )
        if dated is None and not same:
            what = "has no Memento-Datetime and not the digest listed: a page of the archive's own, not taken"
            return "no_memento", what
        if not found.content.strip():
            return "empty", "has no text at all"
        return "", ""

    def _taken(
        self, memento: Memento, found: Fetched, dated: datetime | None, address: str
    ) -> Iterator[Received | SetAside]:
        form = self._options.format or reader(found)
        if form is None:
            what = named(found.media_type)
            self._mementos.leave(memento, "no_page")
            self.left[f"{what} in truth"] += 1
            return
        listed = moment(memento.timestamp)
        same = matches(f"sha1:{memento.digest}", found.body, found.content) is True
        when = listed if same or dated is None else dated
        made = record.capture(found, form, via="cdx", uri=memento.original, at=when)
        self._mementos.gave(memento, made.capture.capture_id)
        if made.capture.capture_id in self._ids:
            self.left["same time and bytes as one before"] += 1
            return
        self._ids.add(made.capture.capture_id)
        self.given += 1
        yield self._sourced(made, memento, found.url)
        if dated is not None and listed is not None and dated != listed:
            how = (
                "its digest is the one listed, so the time listed holds"
                if same
                else "it is kept under its own"
            )
            self.left["of another time than listed"] += 1
            yield aside("other_time", f"{address}: the archive gave {dated:%Y-%m-%d %H:%M:%S}; {how}")

    def _sourced(self, made: Received, memento: Memento, address: str) -> Received:
        """With the archive's address, and when else this content was captured."""
        assert made.exchange is not None
        times = [time for time in self._mementos.times(memento) if time != memento.timestamp]
        more = [("WARC-Source-URI", address)]
        if times:
            more.append(("Letapis-Also-Captured", " ".join(times)))
        return replace(made, exchange=replace(made.exchange, warc=(*made.exchange.warc, *more)))


def _dated(found: Fetched) -> datetime | None:
    """Memento-Datetime (RFC 7089)."""
    try:
        when = parsedate_to_datetime(found.header("memento-datetime") or "")
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(timestamp: str) -> str:
    when = moment(timestamp)
    return f"{when:%Y-%m-%d}" if when else timestamp
