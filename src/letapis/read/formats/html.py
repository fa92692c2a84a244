"""One HTML page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress

from letapis.model import Capture, Document, SetAside
from letapis.read.assemble import assemble
from letapis.read.base import aside
from letapis.read.formats import telegram_page
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["ENDINGS", "MEDIA_TYPE", "SANDBOX", "charset", "depth", "read"]

ENDINGS = (".htm", ".html", ".xhtml")
MEDIA_TYPE = "text/html"
SANDBOX = True
_HEAD = 256 * 1024

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li tr td th dt dd option".split()
)
_NO_PAGE = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Encodings of Python that no page is in: some give other characters than stand there, some never end."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The page's main text, with title, date, authors and canonical address as it states them.

    What is nested deeper than ``limits.page_depth`` is set aside before a parser sees it. A page of a
    Telegram channel is many messages, each a document.

    >>> capture = Capture("c1", "", "file:a.html", MEDIA_TYPE, format="html")
    >>> said = "The bridge is shut until May, and boats run in its place. " * 5
    >>> page = f"<html><head><title>Boats</title></head><body><article><p>{said}</p></article></body></html>"
    >>> [found] = read(capture, page.encode(), Settings())
    >>> found.title, found.text[:18]
    ('Boats', 'The bridge is shut')
    >>> [deep] = read(capture, b"<div>" * 900, Settings())
    >>> deep.reason
    'too_deep'
    """
    if telegram_page.claims(capture.uri, payload[:_HEAD]):
        yield from telegram_page.read(capture, payload, limits)
        return
    deep = depth(payload)
    if deep > limits.page_depth:
        detail = (
            f"{capture.uri} is nested {deep} levels deep, more than {limits.page_depth}; raise page_depth"
        )
        yield aside(capture, "too_deep", detail)
        return
    raw, damage = _decode(capture, payload)
    if damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri}: {damage}")
    if "<" not in raw:
        yield aside(capture, "not_html", f"{capture.uri} has no mark-up in it; add it with --as text")
        return
    found = assemble(capture, raw)
    if found is None:
        yield aside(capture, "no_text", f"{capture.uri}: no article was found on the page")
        return
    yield found


def depth(payload: bytes) -> int:
    """How deep elements are nested, counted in one pass over the tags, without a parser.

    Elements that HTML lets go unclosed are not counted, so the number is a lower bound.

    >>> depth(b"<div><p>a<p>b<div></div></div>")
    2
    """
    now = most = 0
    for closing, name, empty in _TAG.findall(payload):
        if name.lower() in _VOID or empty:
            continue
        now = max(0, now - 1) if closing else now + 1
        most = max(most, now)
    return most


def charset(capture: Capture, payload: bytes) -> str | None:
    """The encoding that a page claims; None where it claims none that exists.

    HTTP's word beats the page's own (WHATWG HTML, "Determining the character encoding").

    >>> charset(Capture("c1", "", "x", "text/html; charset=cp1251", format="html"), b"<meta charset=utf-8>")
    'cp1251'
    """
    said = _CHARSET.search(capture.media_type.encode()), _CHARSET.search(payload[:4096])
    for found in said:
        if found:
            name = found[1].decode("ascii")
            with suppress(LookupError):
                found_codec = codecs.lookup(name)
                if found_codec._is_text_encoding and found_codec.name not in _NO_PAGE:
                    return name
    return None


def _decode(capture: Capture, payload: bytes) -> tuple[str, str]:
    """The page's characters, and what was wrong with its bytes."""
    name = charset(capture, payload)
    if name and not payload.startswith(_MARKS):
        with suppress(UnicodeDecodeError, ValueError):
            text = payload.decode(name)
            if "<" in text or b"<" not in payload:  # UTF-16 may be claimed of bytes that are not
                return text, ""
    decoded = decode(payload)
    return decoded.text, "; ".join(reason.detail for reason in decoded.damage)
