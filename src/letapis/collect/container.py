"""What a container part defines, and how the container for a file is chosen.

A container is a file that holds many records (WARC, a Telegram export). A module in ``containers/``
(or an entry point in ``letapis.containers``) defines

``claims(name: str, head: bytes) -> float``
    how sure it is, 0 to 1, that the file called ``name`` that begins with ``head`` is one of its kind;
``split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]``
    a capture for every record, and what could not be taken. ``stream`` stands at the first byte and
    need not be seekable; ``file.path`` is the file itself where there is one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType
from urllib.parse import quote

from letapis import plugins

__all__ = ["File", "container"]


@dataclass(frozen=True, slots=True)
class File:
    """A file of a source, or standard input."""

    name: str
    """Relative to the source: the same on every machine."""
    shown: str
    """As messages show it."""
    changed: datetime | None = None
    """When it was last changed."""
    path: Path | None = None
    """Where it is, for who must seek in it; None for standard input."""
    named: bool = True
    """Whether it was named itself; False for one that was found in a folder or an archive."""

    @property
    def uri(self) -> str:
        """Its address: the same on every machine.

        >>> File("a b.txt", "x/a b.txt").uri
        'file:a%20b.txt'
        """
        return "file:" + quote(os.fsencode(self.name), safe="/-_.~")


def container(name: str, head: bytes, wanted: str | None = None) -> ModuleType | None:
    """The part that claims a file best; None where none does. ``wanted`` names one outright.

    >>> container("a.txt", b"Plain words.") is None
    True
    """
    found, best = None, 0.0
    for part in plugins.names("letapis.collect.containers", "containers"):
        module = plugins.load("letapis.collect.containers", "containers", part, "claims", "split")
        if wanted == part:
            return module
        sure = float(module.claims(name, head)) if wanted is None else 0.0
        if sure > best:
            found, best = module, sure
    return found
