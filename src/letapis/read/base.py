"""What a format part defines, and how a capture is read with it.

A module in ``formats/`` (or an entry point in ``letapis.formats``) defines

``read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]``
    the documents of one capture, in order, and what was set aside.

and, where files of the format are to be known by their names,

``ENDINGS: tuple[str, ...]``
    the endings of such names, lower case with the dot (``(".srt",)``);
``MEDIA_TYPE: str``
    the Internet media type of the bytes. ``text/plain`` may be cut between lines where a file is
    long, everything else is kept whole; what is neither ``text/…`` nor JSON need not look like text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from letapis import plugins
from letapis.errors import PluginError
from letapis.model import Capture, Document, SetAside
from letapis.settings import Settings
from letapis.text import content_id, count
from letapis.text.control import printable

__all__ = ["MAKER", "VERSION", "aside", "document", "read"]

VERSION = "1"
MAKER = f"read@{VERSION}"
_LINES = ("source_id", "url", "canonical_url", "outlet", "title")


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The documents of a capture; where its reader fails, one row says so and nothing is raised.

    A document without a single word is set aside, and so is a capture in which there is nothing.

    >>> capture = Capture("c1", "", "file:a.txt", "text/plain", format="text")
    >>> [found] = read(capture, "Мост закрыт до мая.".encode(), Settings())
    >>> found.words
    4
    >>> [nothing] = read(capture, b"* * *", Settings())
    >>> nothing.reason
    'no_text'
    """
    try:
        module = plugins.load("letapis.read.formats", "formats", capture.format, "read")
    except PluginError as error:
        yield aside(capture, "no_reader", str(error))
        return
    try:
        anything = not payload.strip()
        for item in module.read(capture, payload, limits):
            anything = True
            if isinstance(item, Document) and not item.words:
                detail = f"{capture.uri} from character {item.raw_start}: no words are left as text"
                yield aside(capture, "no_text", detail)
            else:
                yield item
        if not anything:
            yield aside(capture, "no_text", f"{capture.uri}: the {capture.format} reader found nothing in it")
    except (
        RecursionError,
        MemoryError,
        ValueError,
        KeyError,
        IndexError,
        TypeError,
        AttributeError,
    ) as error:
        yield aside(capture, "unreadable", f"{capture.uri}: {type(error).__name__}: {error}")


def document(capture: Capture, **columns: Any) -> Document:
    """A document of ``capture``; its id and number of words follow from its columns.

    What stands beside the text is made fit to print (:func:`~letapis.text.control.printable`); the
    text itself, which offsets point into, is the reader's to clean.

    >>> capture = Capture("c1", "", "file:a.txt", "text/plain")
    >>> document(capture, text="Two words.", raw_start=3).words
    2
    """
    made = Document(doc_id="", capture_id=capture.capture_id, maker=MAKER, **_clean(columns))
    return replace(
        made, doc_id=content_id(capture.capture_id, made.raw_start, made.text), words=count(made.text)
    )


def aside(capture: Capture, reason: str, detail: str) -> SetAside:
    """Something in a capture that was not read.

    >>> aside(Capture("c1", "", "file:a.txt", "text/plain"), "no_text", "file:a.txt has no words").capture_id
    'c1'
    """
    return SetAside(capture.capture_id, None, MAKER, reason, printable(detail, line=True))


def _clean(columns: dict[str, Any]) -> dict[str, Any]:
    lines = {name: printable(columns[name], line=True) for name in _LINES if columns.get(name)}
    return (
        columns
        | lines
        | {
            "authors": tuple(printable(name, line=True) for name in columns.get("authors", ())),
            "residue": tuple(replace(r, surface=printable(r.surface)) for r in columns.get("residue", ())),
            "links": tuple(
                replace(link, href=printable(link.href, line=True), text=printable(link.text))
                for link in columns.get("links", ())
            ),
        }
    )
