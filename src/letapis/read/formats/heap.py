"""A text file of documents run together without a separator."""

from __future__ import annotations

from collections.abc import Iterator

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Capture, Document, SetAside
from letapis.read.base import aside, document
from letapis.read.clean import clean
from letapis.read.split import split
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["ENDINGS", "MEDIA_TYPE", "read"]

ENDINGS = (".md", ".text", ".txt")
MEDIA_TYPE = "text/plain"


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The documents of a heap, cut where :func:`letapis.read.split.split` finds that they begin.

    >>> payload = b"Bridge shut until May\\nThe bridge is shut, the mayor said.\\nBoats run daily."
    >>> [found] = read(Capture("c1", "", "file:a.txt", MEDIA_TYPE), payload, Settings())
    >>> found.ordinal, found.raw_start, found.raw_stop == len(payload)
    (0, 0, True)
    """
    decoded = decode(payload)
    for reason in decoded.damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri} ({decoded.encoding}): {reason.detail}")
    for ordinal, start in enumerate(split(decoded.text)):
        code, _ = identify(decoded.text[start.start : start.stop])
        cleaned = clean(decoded.text, start.start, start.stop, langs.get(code) if code else None)
        yield document(
            capture,
            ordinal=ordinal,
            title=cleaned.title,
            text=cleaned.text,
            residue=cleaned.residue,
            raw_start=start.start,
            raw_stop=start.stop,
            map=cleaned.map,
        )
