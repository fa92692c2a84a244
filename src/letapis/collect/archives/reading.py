"""One archive read: requests paired, revisits resolved, what is no page counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from letapis.collect.archives.http import message
from letapis.collect.archives.index import Index, Place
from letapis.collect.archives.records import Gap, Record, records
from letapis.collect.archives.take import Taken, address, named, take
from letapis.collect.archives.unpack import chunks
from letapis.collect.base import MAKER, Options, aside
from letapis.collect.container import File
from letapis.model import Received, SetAside
from letapis.text.control import printable

__all__ = ["Reading", "shared"]

_ROWS = 50
"""Faults of one kind that have rows of their own; the others are counted."""
_REQUEST = 64 * 1024
_WAITING = 10_000
"""Revisit records that wait for a record further on."""
_SHOWN = 12
_PASSED = frozenset({"request", "metadata", "warcinfo"})
_TOLD = ("software", "isPartOf", "operator", "description", "publisher", "hostname")

_last: list[tuple[Options, Index]] = []


def shared(options: Options) -> Index:
    """The index of the source that is being read: its archives may speak of one another's records.

    >>> options = Options()
    >>> shared(options) is shared(options), shared(options) is shared(Options())
    (True, False)
    """
    if not _last or _last[0][0] is not options:
        _last[:] = [(options, Index())]
    return _last[0][1]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A capture whose request may be the next record."""

    record: Record
    received: Received
    faults: tuple[tuple[str, str], ...]


class Reading:
    """One archive; use it once. ``opener`` gives its bytes anew, ``via`` names the part in the captures."""

    def __init__(
        self,
        file: File,
        options: Options,
        index: Index,
        via: str = "warc",
        opener: Callable[[], BinaryIO] | None = None,
    ) -> None:
        self.file = file
        self._opener = opener if file.path is None else _opener(file.path)
        self.index = index
        self._options = options
        self._via = via
        self._limit = options.settings.page_bytes
        self._left: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self._request: Record | None = None
        self._waiting: _Waiting | None = None
        self._revisits: list[Record] = []
        self._maker = ""
        self._pages = 0

    def read(self, stream: BinaryIO) -> Iterator[Received | SetAside]:
        """What the archive holds; what it does not is said."""
        try:
            for item in records(chunks(stream), self._limit + 256 * 1024):
                if isinstance(item, Gap):
                    yield from self._fault(item.at, item.reason, item.detail)
                else:
                    yield from self._record(item)
        except (OSError, EOFError) as error:
            yield aside("unreadable", f"{self.file.shown} cannot be read further: {error}")
        yield from self._flush()
        for record in self._revisits:
            yield from self._revisit(record, last=True)
        yield from self._summary()

    def _record(self, record: Record) -> Iterator[Received | SetAside]:
        if record.kind == "request":
            yield from self._asked(record)
            yield from self._broken(record)
            return
        if record.kind in _PASSED:
            self._note(record)
            yield from self._broken(record)
            return
        if record.kind not in ("response", "resource", "conversion"):
            if record.kind == "revisit":
                yield from self._revisit(record)
                return
            self._left[f"{record.kind[:30] or 'nameless'} record"] += 1
            yield from self._broken(record)
            return
        yield from self._flush()
        taken = take(record, self._place(record), self._via, self._limit, self.file.changed)
        yield from self._took(record, taken)

    def _took(self, record: Record, taken: Taken) -> Iterator[Received | SetAside]:
        if taken.received is None:
            self._left[taken.reason] += 1
            yield from self._broken(record, taken.faults)
            return
        if record.kind != "revisit":
            self.index.add(record, Place(self._opener, record.at, record.inner))
        if not self.index.first(taken.received.capture.capture_id):
            self._left["same address, time and bytes as one before"] += 1
            return
        waiting = _Waiting(record, taken.received, taken.faults)
        if self._request is not None and _paired(self._request, record):
            request, self._request = self._request, None
            yield from self._give(waiting, request)
        elif taken.received.exchange is None:
            yield from self._give(waiting)
        else:
            self._waiting = waiting

    def _broken(self, record: Record, more: tuple[tuple[str, str], ...] = ()) -> Iterator[SetAside]:
        """What is wrong with a record that gives no capture."""
        for reason, detail in (*record.faults, *more):
            yield from self._fault(record.at, reason, f"{address(record) or record.kind}: {detail}")

    def _asked(self, request: Record) -> Iterator[Received | SetAside]:
        """A request: of the response before it, or of the one behind."""
        waiting = self._waiting
        if waiting and _paired(request, waiting.record):
            self._waiting = None
            yield from self._give(waiting, request)
        else:
            yield from self._flush()
            self._request = request

    def _flush(self) -> Iterator[Received | SetAside]:
        waiting, self._waiting = self._waiting, None
        if waiting:
            yield from self._give(waiting)

    def _give(self, found: _Waiting, request: Record | None = None) -> Iterator[Received | SetAside]:
        capture = found.received.capture
        self._pages += 1
        yield _with(found.received, request) if request else found.received
        for reason, detail in found.faults:
            what = f"{capture.uri}: {detail}; it is kept as it is"
            yield from self._fault(found.record.at, reason, what, capture.capture_id)

    def _revisit(self, record: Record, *, last: bool = False) -> Iterator[Received | SetAside]:
        """The bytes are those of another record; here they were seen again."""
        yield from self._flush()
        head = message(record.block)
        said = head.header("content-type").lower() if head else ""
        if head and head.status not in (200, 304):
            self._left[f"answered {head.status}"] += 1
            return
        found = self.index.find(record, self._limit + 256 * 1024)
        if found is not None:
            again = replace(found, fields=_again(record, found), faults=())
            taken = take(again, self._place(record), self._via, self._limit, self.file.changed)
            yield from self._took(replace(record, block=b""), taken)
        elif said and not said.startswith(("text/html", "application/xhtml", "text/plain")):
            self._left[named(said)] += 1
        elif not last and len(self._revisits) < _WAITING:
            self._revisits.append(record)
        else:
            self._left["revisit of a page that is not in this source"] += 1
            meant = record.fields.get("warc-refers-to-target-uri") or address(record)
            when = record.fields.get("warc-refers-to-date", "") or "an unknown day"
            why = "standard input cannot be read twice" if self._opener is None else "it is not here"
            yield from self._fault(
                record.at,
                "revisit",
                f"{address(record)} was the same on {record.fields.get('warc-date', '')[:40]} as {meant} on "
                f"{when[:40]}, and {why}; add the archive that holds it along with this one",
            )

    def _place(self, record: Record) -> str:
        return f"{self.file.uri}#offset={record.at}"

    def _note(self, record: Record) -> None:
        """Who made the archive, as its warcinfo record says."""
        if record.kind == "warcinfo" and not self._maker:
            lines = record.block[:4096].decode("utf-8", "replace").splitlines()
            pairs = dict(line.partition(":")[::2] for line in lines)
            self._maker = "; ".join(
                f"{k} {pairs[k].strip()[:200]}" for k in _TOLD if pairs.get(k, "").strip()
            )

    def _fault(self, at: int, reason: str, detail: str, capture: str | None = None) -> Iterator[SetAside]:
        self._told[reason] += 1
        if self._told[reason] <= _ROWS:
            detail = f"{self.file.shown} at byte {at:,}: {detail}"
            yield SetAside(capture, None, MAKER, reason, printable(detail, line=True)[:2000])

    def _summary(self) -> Iterator[SetAside]:
        """One row for all that is no page."""
        parts = [f"{number:,} {what}" for what, number in self._left.most_common(_SHOWN)]
        rest = self._left.total() - sum(number for _, number in self._left.most_common(_SHOWN))
        if rest:
            parts.append(f"{rest:,} others")
        more = [f"{n - _ROWS:,} more with {what}" for what, n in self._told.items() if n > _ROWS]
        if not parts and not more and self._pages:
            return
        made = f" (made by {self._maker})" if self._maker else ""
        said = "; ".join([*([f"not taken: {', '.join(parts)}"] if parts else []), *more]) or "no records"
        yield aside("not_pages", f"{self.file.shown}{made}: {self._pages:,} pages were taken; {said}")


def _opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def _paired(request: Record, response: Record) -> bool:
    """Whether two records next to each other are one exchange."""
    one, two = request.fields, response.fields
    to, back = one.get("warc-concurrent-to"), two.get("warc-concurrent-to")
    if to or back:
        return (to is not None and to == two.get("warc-record-id")) or (
            back is not None and back == one.get("warc-record-id")
        )
    return address(request) == address(response) and one.get("warc-date") == two.get("warc-date")


def _with(received: Received, request: Record) -> Received:
    exchange = received.exchange
    block = request.block if request.whole and len(request.block) <= _REQUEST else b""
    if exchange is None or not block:
        return received
    return replace(received, exchange=replace(exchange, request=block))


def _again(revisit: Record, found: Record) -> dict[str, str]:
    """The fields of a record that was seen again: what it holds is said there, when and where here."""
    own = {key: value for key, value in revisit.fields.items() if key in ("warc-date", "warc-target-uri")}
    own |= {"warc-type": "response"}
    kept = ("content-type", "warc-payload-digest", "warc-ip-address", "warc-truncated")
    return {key: found.fields[key] for key in kept if key in found.fields} | own
