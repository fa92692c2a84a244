"""A text file that is one document."""

from __future__ import annotations

from collections.abc import Iterator

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Capture, Document, SetAside
from letapis.read.base import aside, document
from letapis.read.clean import clean
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["MEDIA_TYPE", "read"]

MEDIA_TYPE = "text/plain"


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The file's one document.

    >>> payload = "Мост закрыт до мая\\nМост закрыли, сказал мэр.".encode("cp1251")
    >>> [found] = read(Capture("c1", "", "file:a.txt", MEDIA_TYPE), payload, Settings())
    >>> found.title, found.text.count("Мост")
    ('Мост закрыт до мая', 2)
    """
    decoded = decode(payload)
    for reason in decoded.damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri} ({decoded.encoding}): {reason.detail}")
    code, _ = identify(decoded.text)
    cleaned = clean(decoded.text, 0, len(decoded.text), langs.get(code) if code else None)
    yield document(
        capture,
        title=cleaned.title,
        text=cleaned.text,
        residue=cleaned.residue,
        raw_stop=len(decoded.text),
        map=cleaned.map,
    )
