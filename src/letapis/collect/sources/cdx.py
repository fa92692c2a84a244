"""Web archives: what an index of captures lists of a site, fetched as it was captured.

An index is asked by its address (``https://archive.example/cdx/search/cdx?url=outlet.example``), by a site's
name (``--as cdx outlet.example``), or read from a file.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from letapis.collect.archives.replay import Archive, archive, is_index
from letapis.collect.base import Options, aside, shown
from letapis.model import Received, SetAside

if TYPE_CHECKING:
    from letapis.collect.archives.mementos import Mementos

__all__ = ["claims", "collect"]

_ENDINGS = (".cdx", ".cdxj", ".cdx.gz", ".cdxj.gz")
_HEAD = 64 * 1024
_REPLAY = "https://web.archive.org/web/"
_PART = 5000
_LINE = 1 << 20


def claims(source: str) -> float:
    """One for an index's address with a question in it, and for a file that is a listing.

    >>> claims("https://archive.example/cdx/search/cdx?url=rechnik.example"), claims("https://rechnik.example/")
    (1.0, 0.0)
    """
    if is_index(source):
        return 1.0
    name = _file(source)
    if not name.lower().endswith(_ENDINGS):
        return 0.0
    try:
        return float(Path(name).is_file() and _listed(Path(name)))
    except (OSError, ValueError):
        return 0.0


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """The mementos of ``source``, of every page its first content before the second of any.

    A listing or a run that was stopped goes on where it was; one that came to its end is listed anew, and
    what was fetched before is not fetched again.
    """
    from letapis.collect.archives.fetching import fetching
    from letapis.collect.archives.listing import listing
    from letapis.collect.archives.mementos import Mementos
    from letapis.collect.fetch import record
    from letapis.collect.fetch.base import Fetcher, FetchError
    from letapis.collect.state import told

    name = _file(source)
    local = os.path.isfile(name)  # noqa: PTH113 - unlike Path.is_file it never raises
    found = Archive("", (), _replay(source), name) if local else archive(source)
    if not local and (name.lower().endswith(_ENDINGS) or (found is None and not is_index(name))):
        yield aside("bad_address", f"{shown(name)} is no file that is there, no site and no index's address")
        return
    if found is None:
        yield aside(
            "no_replay",
            f"{shown(source)}: where this archive gives its mementos cannot be told from its address; put it "
            f"behind: {shown(source)}@https://archive.example/web/",
        )
        return
    run = hashlib.sha256(os.fsencode(source)).hexdigest()[:20]
    with (
        told(source),
        Fetcher(options.settings) as fetcher,
        Mementos(options.state, run, options.kept) as mementos,
    ):
        try:
            if not mementos.listed:
                yield from _read(Path(name), mementos) if local else listing(found, mementos, fetcher)
        except FetchError as error:
            yield record.aside(found.ask(), error)
            if not mementos.counts()[0]:
                return
            detail = f"{shown(source)}: the listing is not whole; what it has was fetched, the same command "
            yield aside("stopped", detail + "goes on with it")
        yield from fetching(found, mementos, fetcher, options)


def _file(source: str) -> str:
    """The file's name, without the replay address behind it."""
    at = source.rfind("@http")
    return source[:at] if at > 0 else source


def _replay(source: str) -> str:
    at = source.rfind("@http")
    return source[at + 1 :].rstrip("/") + "/" if at > 0 else _REPLAY


def _listed(path: Path) -> bool:
    from letapis.collect.archives.cdx import looks

    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, _HEAD)
        except zlib.error:
            return False
    return looks(head)


def _read(path: Path, mementos: Mementos) -> Iterator[SetAside]:
    """A listing in a file."""
    from letapis.collect.archives.cdx import Row, Unread, rows

    unread, first = 0, ""
    try:
        with _opened(path) as stream:
            lines = iter(lambda: stream.readline(_LINE), b"")
            found = rows(lines)
            while part := list(islice(found, _PART)):
                mementos.add([row for row in part if isinstance(row, Row)], 0, "")
                bad = [row.line for row in part if isinstance(row, Unread)]
                unread, first = unread + len(bad), first or (bad[0] if bad else "")
    except (OSError, EOFError, zlib.error) as error:
        yield aside("cut", f"{shown(path)} cannot be read further: {error}; what stands before was taken")
    with suppress(OSError):
        mementos.note(1, "")
    if unread:
        yield aside("not_a_row", f"{shown(path)}: {unread:,} lines are no rows, the first {first[:80]!r}")


def _opened(path: Path) -> Any:
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rb") if packed else path.open("rb")
