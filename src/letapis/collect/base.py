"""What a source part defines, and how the source for an argument is chosen.

A module in ``sources/`` (or an entry point in ``letapis.sources``) defines

``claims(source: str) -> float``
    how sure it is, 0 to 1, that ``source`` is one of its kind;
``collect(source: str, options: Options) -> Iterator[Received | SetAside]``
    what it brings, and what it could not.

A source that fetches keeps what it must remember (validators, a frontier) in a ledger of its own in
``options.state`` and counts as done only what is in ``options.kept``: a capture that it gave may be
lost if the process is killed before it is written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from letapis import plugins
from letapis.errors import InputError
from letapis.model import Capture, Received, SetAside
from letapis.settings import Settings
from letapis.text import content_id
from letapis.text.control import printable

__all__ = ["MAKER", "Options", "aside", "collect", "missing", "received", "shown"]

MAKER = "collect@1"


@dataclass(frozen=True, slots=True)
class Options:
    """How a source is to be taken."""

    settings: Settings = field(default_factory=Settings)
    format: str | None = None
    """The reader for all of it; None: each file's own, by what it looks like."""
    source: str | None = None
    """The source part that is to take it; None: the one that claims it best."""
    state: Path | None = None
    """A folder where sources keep what they must remember between runs; None: nothing is remembered."""
    kept: Container[str] = frozenset()
    """Ids of the captures that are safely written; grows while the source is being read."""


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """What the best-claiming source part brings for ``source``.

    Raises :class:`~letapis.errors.InputError` where no part claims it.
    """
    # a file of a format that is a source as well (a feed, say) is read as a file
    local = options.format is not None and os.path.lexists(source)
    part = _part(source, None if local else options.source)
    if part is None:
        raise InputError(missing(source))
    yield from part.collect(source, options)


def missing(source: str) -> str | None:
    """Why there is nothing to be had from ``source``; None where a source part claims it.

    >>> missing("no/such/file")
    'no/such/file is neither a file, a folder, an address (http:// or https://) nor - (standard input); ...'
    """
    if _part(source) is not None:
        return None
    if source == "-":
        return "standard input is closed; give it something to read, or name a file"
    if os.path.islink(source):  # noqa: PTH114 - unlike Path.is_symlink it never raises
        return f"{shown(source)} is a link to what does not exist; name a file or a folder"
    return (
        f"{shown(source)} is neither a file, a folder, an address (http:// or https://) nor - (standard "
        "input); name one of these"
    )


def shown(path: str | os.PathLike[str]) -> str:
    r"""A path as a message shows it: bytes that are not UTF-8, and what steers a terminal, escaped.

    >>> shown("in/\udcffa.txt"), shown("a\x1b[2J")
    ('in/\\xffa.txt', 'a\\x1b[2J')
    """
    try:
        text = os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a pair that no file name has
        text = os.fspath(path).encode("utf-8", "backslashreplace").decode()
    return "".join(
        c if c == " " or printable(c, line=True) == c else c.encode("unicode_escape").decode() for c in text
    )


def _part(source: str, name: str | None = None) -> ModuleType | None:
    """The part called ``name``, else the one that claims ``source`` best, where any does."""
    if name is not None:
        return plugins.load("letapis.collect.sources", "sources", name, "claims", "collect")
    parts = [
        plugins.load("letapis.collect.sources", "sources", name, "claims", "collect")
        for name in plugins.names("letapis.collect.sources", "sources")
    ]
    best = max(parts, key=lambda part: float(part.claims(source)))
    return best if best.claims(source) > 0 else None


def received(
    payload: bytes, uri: str, media_type: str, reader: str, *, via: str, date: datetime | None = None
) -> Received:
    """Bytes from a local source as a capture that is not stored yet.

    Its id depends on the bytes and ``uri`` alone, so the same file gives the same id anywhere.

    >>> received(b"a", "file:a.txt", "text/plain", "text", via="folder").capture.payload_sha256[:8]
    'ca978112'
    """
    digest = hashlib.sha256(payload).hexdigest()
    capture = Capture(content_id(digest, uri), digest, uri, media_type, via=via, format=reader)
    return Received(capture, payload, date or datetime(1970, 1, 1, tzinfo=UTC))


def aside(reason: str, detail: str) -> SetAside:
    """Something that a source could not bring.

    >>> aside("empty", "a.txt has no bytes").step
    'collect@1'
    """
    return SetAside(None, None, MAKER, reason, printable(detail, line=True))
