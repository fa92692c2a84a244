"""What the archives of one source hold, for the records that say "the same as before"."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from typing import BinaryIO

from letapis.collect.archives.digest import normal
from letapis.collect.archives.records import Record, records
from letapis.collect.archives.unpack import chunks

__all__ = ["Index", "Place", "keys"]

_MOST = 1_000_000
"""Records that are remembered."""
_DEEPEST = 64 * 1024 * 1024
"""Unpacked bytes that are read again to find a record within its gzip member."""
_CACHED = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands; ``open`` gives its file anew, None where that cannot be had."""

    open: Callable[[], BinaryIO] | None
    at: int
    inner: int


@dataclass(slots=True)
class Index:
    """Places of records by their ids, digests and addresses, and the captures that were given."""

    places: dict[int, Place] = field(default_factory=dict)
    given: set[int] = field(default_factory=set)
    _read: OrderedDict[Place, Record] = field(default_factory=OrderedDict)

    def add(self, record: Record, place: Place) -> None:
        """Remember a record; of two with the same digest the first."""
        if len(self.places) < _MOST:
            for key in keys(_said(record)):
                self.places.setdefault(key, place)

    def find(self, record: Record, limit: int) -> Record | None:
        """The record that a revisit record speaks of; None where it is not among those seen."""
        place = next((self.places[key] for key in keys(_meant(record)) if key in self.places), None)
        if place is None or place.open is None or place.inner > _DEEPEST:
            return None
        if place not in self._read:
            found = _again(place, limit)
            if found is None:
                return None
            self._read[place] = found
            while len(self._read) > _CACHED:
                self._read.popitem(last=False)
        said, meant = (r.fields.get("warc-payload-digest", "") for r in (self._read[place], record))
        return None if said and meant and normal(said) != normal(meant) else self._read[place]

    def first(self, capture_id: str) -> bool:
        """Whether this capture is given for the first time; it counts as given from now on."""
        key = int(capture_id[:16], 16)
        if key in self.given:
            return False
        self.given.add(key)
        return True


def keys(said: Iterable[tuple[str, str]]) -> list[int]:
    """Eight bytes each for what identifies a record.

    >>> len(keys([("id", "<urn:uuid:1>"), ("digest", "")]))
    1
    """
    found = []
    for what, value in said:
        if value.strip("| "):
            digest = normal(value) if what == "digest" else None
            word = f"{digest[0]}:{digest[1].hex()}" if digest else value.strip()
            found.append(int.from_bytes(hashlib.sha256(f"{what} {word}".encode()).digest()[:8], "big"))
    return found


def _said(record: Record) -> list[tuple[str, str]]:
    get = record.fields.get
    return [
        ("id", get("warc-record-id", "")),
        ("digest", get("warc-payload-digest", "")),
        ("at", f"{get('warc-target-uri', '')}|{get('warc-date', '')}"),
    ]


def _meant(record: Record) -> list[tuple[str, str]]:
    get = record.fields.get
    return [
        ("id", get("warc-refers-to", "")),
        ("digest", get("warc-payload-digest", "")),
        ("at", f"{get('warc-refers-to-target-uri', '')}|{get('warc-refers-to-date', '')}"),
    ]


def _again(place: Place, limit: int) -> Record | None:
    assert place.open is not None
    try:
        with closing(place.open()) as stream:
            stream.seek(place.at)
            for record in records(chunks(stream, place.at), limit):
                if isinstance(record, Record) and record.inner >= place.inner:
                    return record if record.inner == place.inner and record.at == place.at else None
                if record.at > place.at:
                    return None
    except (OSError, ValueError):
        return None
    return None
