"""What a file is, by its name and its first bytes.

Readers say themselves which endings and media type are theirs (``ENDINGS`` and ``MEDIA_TYPE`` of a
format part, see CONTRIBUTING). They are asked by name, through :mod:`letapis.plugins`: this room
does not open theirs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from letapis import plugins
from letapis.text.decode import binary

__all__ = ["Kind", "kind"]

_PLAIN = "heap"
"""The reader of a file that says nothing else about itself."""
_UNKNOWN = "application/octet-stream"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ROW = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')


@dataclass(frozen=True, slots=True)
class Kind:
    """A reader's name and the media type of its bytes."""

    reader: str
    media_type: str

    @property
    def textual(self) -> bool:
        """Whether the bytes must look like text."""
        return self.media_type.startswith("text/") or self.media_type == "application/json"


def kind(name: str, head: bytes, reader: str | None = None) -> Kind | None:
    """What the file ``name`` that begins with ``head`` is; None where it is no text that we read.

    ``reader`` overrides the guess. The bytes beat an ending that stands for text where they speak
    clearly; an ending of a format that is no text (an e-book, say) is believed.

    >>> kind("a.txt", b"Headline\\nText.")
    Kind(reader='heap', media_type='text/plain')
    >>> kind("a.txt", b"<!DOCTYPE html><html>").reader
    'html'
    >>> kind("photo.txt", b"\\xff\\xd8\\xff\\xe0\\x00\\x10JFIF") is None
    True
    """
    types, endings = _formats()
    if reader is not None:
        return Kind(reader, types.get(reader, _UNKNOWN))
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    found = endings.get(ending)
    said = Kind(found or _PLAIN, types.get(found or _PLAIN, _UNKNOWN))
    if not said.textual:
        return said
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf")
    # a row of NULs among the rows is that row's fault, not the file's
    if binary(head) and not (found == "jsonl" and _ROW.match(plain)):
        return None
    if _HTML.search(plain[:1024]):
        return Kind("html", types["html"])
    if said.reader == _PLAIN and _ROW.match(plain):
        return Kind("jsonl", types["jsonl"])
    return said


@cache
def _formats() -> tuple[dict[str, str], dict[str, str]]:
    """Media types by reader and readers by ending; of two that claim one, the first by name."""
    types: dict[str, str] = {}
    endings: dict[str, str] = {}
    for name in plugins.names("letapis.read.formats", "formats"):
        part = plugins.load("letapis.read.formats", "formats", name)
        types[name] = getattr(part, "MEDIA_TYPE", _UNKNOWN)
        for ending in getattr(part, "ENDINGS", ()):
            endings.setdefault(ending, name)
    return types, endings
