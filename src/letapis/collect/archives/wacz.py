"""WACZ: archives, the list of their pages and what they should weigh, in one ZIP.

The format is https://specs.webrecorder.net/wacz/1.1.1/.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from letapis.collect.archives.index import Index
from letapis.collect.archives.members import FAILED, Member, Stream, opened
from letapis.collect.archives.reading import Reading, shared
from letapis.collect.archives.unzip import again, entries, inside
from letapis.collect.base import Options, aside
from letapis.collect.container import File
from letapis.model import Received, SetAside

__all__ = ["wacz"]

_PACKAGE = "datapackage.json"
_MOST = 16 * 1024 * 1024
_ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")


def wacz(file: File, held: Any, options: Options) -> Iterator[Received | SetAside]:
    """The pages of every archive in the file; what is not as the package says is read all the same."""
    index, listed = shared(options), {}
    found: list[tuple[zipfile.ZipFile, Member]] = []
    for entry in entries(file, held):
        if isinstance(entry, SetAside):
            yield entry
        else:
            found.append(entry)
            if len(found) == 1:
                package = _package(file, entry[0])
                if isinstance(package, SetAside):
                    yield package
                else:
                    listed = package
            if entry[1].name.lower().endswith(_ARCHIVES):
                yield from _archive(file, *entry, listed, options, index)
    names = {member.name for _, member in found}
    for name in sorted(set(listed) - names):
        yield aside("missing", f"{file.shown}: {name[:200]} is listed in {_PACKAGE} and not there")
    if not any(name.lower().endswith(_ARCHIVES) for name in names):
        yield aside("no_archive", f"{file.shown}: there is no WARC file in it ({len(names):,} other members)")


def _archive(
    file: File,
    archive: zipfile.ZipFile,
    member: Member,
    listed: dict[str, str],
    options: Options,
    index: Index,
) -> Iterator[Received | SetAside]:
    within = inside(file, member)
    raw = opened(archive, member.info)
    if isinstance(raw, str):
        yield aside("damaged", f"{within.shown}: {raw}")
        return
    with closing(raw):
        stream: Any = _Digested(Stream(raw, member.info.compress_size), listed.get(member.name, ""))
        yield from Reading(within, options, index, "wacz", again(file, member)).read(stream)
        stream.rest()
        if stream.fault:
            yield aside("damaged", f"{within.shown}: {stream.fault}")
        elif (said := stream.wrong()) is not None:
            yield aside("wrong_digest", f"{within.shown}: {said}; it was read all the same")


class _Digested:
    """A stream whose digest is made as it is read."""

    def __init__(self, stream: Stream, said: str) -> None:
        name, _, self._said = said.rpartition(":")
        name = name or "sha256"
        self._made = hashlib.new(name) if name in ("sha256", "md5", "sha1", "sha512") and self._said else None
        self._stream = stream

    @property
    def fault(self) -> str:
        return self._stream.fault

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        if self._made:
            self._made.update(data)
        return data

    def rest(self) -> None:
        while self.read(1 << 20):
            pass

    def wrong(self) -> str | None:
        if self._made is None or self._made.hexdigest() == self._said.lower():
            return None
        return f"{_PACKAGE} says {self._said[:16]}…, its digest is {self._made.hexdigest()[:16]}…"


def _package(file: File, archive: zipfile.ZipFile) -> dict[str, str] | SetAside:
    """Digests by member, as the package says them."""
    try:
        info = archive.getinfo(_PACKAGE)
        if info.file_size > _MOST:
            raise ValueError(f"{info.file_size:,} bytes")
        with archive.open(info) as stream:
            said = json.loads(stream.read(_MOST))
        rows = said.get("resources") or []
        return {str(row["path"]): str(row.get("hash") or "") for row in rows if row.get("path")}
    except KeyError:
        return aside("no_package", f"{file.shown} has no {_PACKAGE}; its archives were read all the same")
    except (*FAILED, RecursionError, AttributeError, TypeError) as error:
        why = str(error)[:200]
        what = f"{file.shown}: {_PACKAGE} cannot be read ({why}); its archives were read all the same"
        return aside("bad_package", what)
