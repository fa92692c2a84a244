"""One HTML page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from letapis import langs
from letapis.langs.identify import identify
from letapis.model import Anchor, Capture, Document, SetAside
from letapis.read.base import aside, document
from letapis.read.clean import clean
from letapis.read.published import published
from letapis.settings import Settings
from letapis.text.decode import decode

__all__ = ["ENDINGS", "MEDIA_TYPE", "read"]

ENDINGS = (".htm", ".html", ".xhtml")
MEDIA_TYPE = "text/html"

_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li tr td th dt dd option".split()
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]+)", re.IGNORECASE)


def read(capture: Capture, payload: bytes, limits: Settings) -> Iterator[Document | SetAside]:
    """The page's main text, with title, date, authors and canonical address as it states them.

    What is nested deeper than ``limits.page_depth`` is set aside before a parser sees it.

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
    deep = depth(payload)
    if deep > limits.page_depth:
        detail = (
            f"{capture.uri} is nested {deep} levels deep, more than {limits.page_depth}; raise page_depth"
        )
        yield aside(capture, "too_deep", detail)
        return
    raw, damage = _decode(payload)
    if damage:
        yield aside(capture, "damaged_encoding", f"{capture.uri}: {damage}")
    if "<" not in raw:
        yield aside(capture, "not_html", f"{capture.uri} has no mark-up in it; add it with --as text")
        return
    page = _extract(raw)
    if page is None or not (page.text or "").strip():
        yield aside(capture, "no_text", f"{capture.uri}: no article was found on the page")
        return
    yield _document(capture, raw, page)


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


def _decode(payload: bytes) -> tuple[str, str]:
    declared = _CHARSET.search(payload[:4096])
    if declared and not payload.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return payload.decode(declared[1].decode("ascii")), ""
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(payload)
    return decoded.text, "; ".join(reason.detail for reason in decoded.damage)


def _extract(raw: str) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(raw, favor_precision=True, include_comments=False, with_metadata=True)


def _document(capture: Capture, raw: str, page: Any) -> Document:
    code, _ = identify(page.text)
    cleaned = clean(page.text, 0, len(page.text), langs.get(code) if code else None)
    when = published(page.date) if page.date else None
    authors = tuple(name.strip() for name in (page.author or "").split(";") if name.strip())
    title = page.title or cleaned.title
    text = _untitled(cleaned.text, title)
    placed, start, stop = _locate(raw, text)
    return document(
        capture,
        canonical_url=page.url,
        outlet=None if page.url else page.sitename,
        title=title,
        authors=authors,
        text=text,
        published=when.at if when else None,
        published_local=when.local if when else None,
        published_precision=when.precision if when else None,
        published_basis="page" if when else None,
        residue=cleaned.residue,
        raw_start=start,
        raw_stop=stop,
        map=placed,
    )


def _untitled(text: str, title: str | None) -> str:
    """From HTML the heading is no part of the text."""
    first, _, rest = text.partition("\n")
    return rest if title and first.strip() == title.strip() and rest else text


def _locate(raw: str, text: str) -> tuple[tuple[Anchor, ...], int, int]:
    """Where each line of the text stands in the mark-up, as far as it stands there letter by letter."""
    anchors = []
    at = offset = 0
    for line in text.split("\n"):
        for form in dict.fromkeys((line, html.escape(line, quote=False), html.escape(line))):
            found = raw.find(form, at) if line else -1
            if found >= 0 and len(form) == len(line):
                anchors.append(Anchor(offset, offset + len(line), found, found + len(line)))
                at = found + len(line)
                break
        offset += len(line) + 1
    if not anchors:
        return (), 0, len(raw)
    return tuple(anchors), anchors[0].raw_start, anchors[-1].raw_stop
