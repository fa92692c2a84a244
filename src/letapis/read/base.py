"""What a format part defines, and how a capture is read with it.

A module in ``formats/`` (or an entry point in ``letapis.formats``) defines

``read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]``
    the documents of one capture, in order, and what was set aside.

and, where files of the format are to be known by their names,

``ENDINGS: tuple[str, ...]``
    the endings of such names, lower case with the dot (``(".srt",)``);
``MEDIA_TYPE: str``
    the Internet media type of the bytes. ``text/plain`` may be cut between lines where a file is
    long, everything else is kept whole; what is neither ``text/…`` nor JSON need not look like text;
``SANDBOX: bool``
    True where it parses mark-up: then it runs in a process that may be killed
    (:mod:`letapis.read.sandbox`);
``SILENT: bool``
    True where a capture without a document is nothing that went wrong (a picture of a page).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from letapis import plugins
from letapis.errors import PluginError
from letapis.model import Capture, Document, Link, SetAside
from letapis.settings import Settings
from letapis.text import content_id, count
from letapis.text.control import printable

if TYPE_CHECKING:
    from letapis.read.sandbox import Sandbox

__all__ = ["MAKER", "VERSION", "aside", "document", "inside", "read"]

VERSION = "2"
MAKER = f"read@{VERSION}"
_LINES = ("source_id", "url", "canonical_url", "outlet", "title", "section")


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
        yield aside(capture, "no_reader", f"{capture.uri}: {error}")
        return
    if not getattr(module, "SANDBOX", False):
        yield from _read(module, capture, payload, limits)
        return
    from letapis.read.sandbox import Broken

    try:
        yield from _sandbox().read(capture, payload, limits)
    except Broken as error:
        yield aside(capture, error.reason, f"{capture.uri}: {error.detail}")


def inside(capture: Capture, payload: bytes, limits: Settings) -> list[Document | SetAside]:
    """The same as :func:`read`, in this process whatever the reader; MemoryError is raised.

    >>> capture = Capture("c1", "", "file:a.txt", "text/plain", format="text")
    >>> [found] = inside(capture, "Мост закрыт до мая.".encode(), Settings())
    >>> found.text
    'Мост закрыт до мая.'
    """
    module = plugins.load("letapis.read.formats", "formats", capture.format, "read")
    return list(_read(module, capture, payload, limits, (MemoryError,)))


@cache
def _sandbox() -> Sandbox:
    """The one of this process."""
    from letapis.read.sandbox import Sandbox

    return Sandbox()


def _read(
    module: ModuleType,
    capture: Capture,
    payload: bytes,
    limits: Settings,
    raised: tuple[type[Exception], ...] = (),
) -> Iterator[Document | SetAside]:
    try:
        anything = not payload.strip() or getattr(module, "SILENT", False)
        for item in module.read(capture, payload, limits):
            anything = True
            if isinstance(item, Document) and not item.words:
                detail = f"{capture.uri} from character {item.raw_start}: no words are left as text"
                yield aside(capture, "no_text", detail)
            else:
                yield item
        if not anything:
            yield aside(capture, "no_text", f"{capture.uri}: the {capture.format} reader found nothing in it")
    except Exception as error:  # a parser may raise anything, and the other captures go on
        if isinstance(error, raised):
            raise
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
    lines = {
        name: printable(columns[name], line=True).strip() or None for name in _LINES if columns.get(name)
    }
    return (
        columns
        | lines
        | {
            "authors": tuple(
                name for said in columns.get("authors", ()) if (name := printable(said, line=True).strip())
            ),
            "residue": tuple(replace(r, surface=printable(r.surface)) for r in columns.get("residue", ())),
            "links": tuple(map(_link, columns.get("links", ()))),
        }
    )


def _link(link: Link) -> Link:
    """A link fit to print; where that changes its words, they have no place in the text any more."""
    words, href = printable(link.text), printable(link.href, line=True)
    if words != link.text:
        return replace(link, href=href, text=words, start=None, stop=None)
    return replace(link, href=href)
