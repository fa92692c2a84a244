"""WordPress's export (WXR, an extended RSS): one capture a published item.

The payload of a capture is a small export of its own: the head of the file (the site's title, address
and language, the author's name) and, byte for byte as it stood there, the one item. Left out of it are
comments, which are other people's, and hidden fields (``_edit_lock`` and its like).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import quote

from letapis.collect.base import Options, aside, received
from letapis.collect.container import File
from letapis.collect.items import Item, items
from letapis.model import Received, SetAside

__all__ = ["claims", "split"]

_SIGN = re.compile(rb"xmlns:wp\s*=\s*[\"']https?://wordpress\.org/export/|<wp:wxr_version>", re.IGNORECASE)
_SECTION = re.compile(rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_BESIDE = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|(<wp:(comment|postmeta)>)|(</wp:(?:comment|postmeta)>)", re.DOTALL
)
_HIDDEN = re.compile(rb"<wp:meta_key>\s*(?:<!\[CDATA\[)?\s*_")
_DECLARATION = re.compile(rb"^\s*(?:\xef\xbb\xbf)?\s*(<\?xml[^>]{0,200}\?>)")
_RSS = re.compile(rb"<rss\b[^>]{0,4000}>")
_KEPT = ("title", "link", "language", "wp:base_site_url", "wp:base_blog_url")
_AUTHOR = re.compile(rb"<wp:author>(.*?)</wp:author>", re.DOTALL)
_PUBLISHED = frozenset((b"publish", b""))
_SHORT = 2000
"""Bytes of the longest field that is looked at when an item is taken or not."""

_NO_TEXT = frozenset(
    b"""acf-field acf-field-group amp_validated_url attachment custom_css customize_changeset
    elementor_library feedback flamingo_contact flamingo_inbound mc4wp-form nav_menu_item oembed_cache
    revision scheduled-action shop_order user_request wp_block wp_font_face wp_font_family
    wp_global_styles wp_navigation wp_template wp_template_part wpcf7_contact_form wpforms""".split()
)
"""Types of items that are parts of the site, not texts on it."""


def claims(name: str, head: bytes) -> float:
    """Near one for XML that says it is WordPress's export.

    >>> claims("quay.xml", b'<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/">')
    0.95
    >>> claims("quay.xml", b'<?xml version="1.0"?><rss version="2.0">')
    0.0
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return 0.95 if text.startswith(b"<") and _SIGN.search(text) else 0.0


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """A capture for every item that is published and a text; counts of all the others.

    An item's address is its own link, else the file's with ``#post=`` and its number.
    """
    limit = options.settings.slice_bytes
    head = _Head(b"")
    left: Counter[str] = Counter()
    number = 0
    for item in items(stream, limit):
        if item.kind == "head":
            head = _Head(item.data)
        elif item.kind == "item":
            number += 1
            why = _why_not(item.data)
            if why:
                left[why] += 1
            else:
                yield _capture(file, head, item, number, left)
        else:
            yield _failed(file, item, limit)
    if left:
        said = ", ".join(f"{count:,} {what}" for what, count in sorted(left.items()))
        yield aside("unpublished", f"{file.shown}: of {number:,} items these were not taken: {said}")
    elif not number:
        yield aside("no_items", f"{file.shown} has no items as WordPress exports them")


def _failed(file: File, item: Item, limit: int) -> SetAside:
    size = item.stop - item.start
    if item.kind == "declared":
        return aside(
            "entities",
            f"{file.shown} declares a document type at byte {item.start:,}, as no export of WordPress does; "
            "it was read no further; take the declaration out",
        )
    if item.kind == "long":
        return aside(
            "too_large",
            f"{file.shown}: the item at byte {item.start:,} has {size:,} bytes, more than {limit:,}; the "
            "others were read; raise slice_bytes to read it too",
        )
    return aside(
        "cut_off",
        f"{file.shown} breaks off after {item.stop:,} bytes, in the item at byte {item.start:,}; what stands "
        "before was read; export again",
    )


class _Head:
    """What stands before the items: how the file begins, what the site says of itself, its authors."""

    def __init__(self, data: bytes) -> None:
        declaration, rss = _DECLARATION.match(data), _RSS.search(data)
        self._start = declaration[1] if declaration else b'<?xml version="1.0" encoding="UTF-8"?>'
        self._rss = rss[0] if rss else b'<rss version="2.0">'
        found = (
            re.search(rb"<%b>.{0,2000}?</%b>" % (name, name), data, re.DOTALL)
            for name in map(str.encode, _KEPT)
        )
        self._said = b"\n".join(match[0] for match in found if match)
        self._authors: dict[bytes, bytes] = {}
        for match in _AUTHOR.finditer(data):
            login = _field(match[1], b"wp:author_login")
            shown = re.search(
                rb"<wp:author_display_name>.{0,400}?</wp:author_display_name>", match[1], re.DOTALL
            )
            if login and shown:
                self._authors[login] = (
                    b"<wp:author><wp:author_login><![CDATA[%b]]></wp:author_login>%b</wp:author>"
                    % (
                        login,
                        shown[0],
                    )
                )

    def around(self, item: bytes, creator: bytes) -> bytes:
        """A small export of one item."""
        author = self._authors.get(creator, b"")
        front = (self._start, self._rss, b"<channel>", self._said, author, item, b"</channel>", b"</rss>")
        return b"\n".join(part for part in front if part) + b"\n"


def _capture(file: File, head: _Head, item: Item, number: int, left: Counter[str]) -> Received:
    data, comments = _without(item.data)
    left["comments"] += comments
    if not comments:
        del left["comments"]
    bare = _bare(item.data)
    payload = head.around(data, _field(bare, b"dc:creator"))
    uri = _address(file, bare, number)
    return received(payload, uri, "application/rss+xml", "wxr", via="wxr", date=file.changed)


def _without(item: bytes) -> tuple[bytes, int]:
    """An item without its comments and hidden fields; how many comments there were."""
    kept, last, comments = [], 0, 0
    opened: tuple[int, bytes] | None = None
    for match in _BESIDE.finditer(item):
        if match[1] and opened is None:
            opened = match.start(), match[2]
        elif match[3] and opened is not None and match[3] == b"</wp:%b>" % opened[1]:
            start, name = opened
            opened = None
            if name == b"comment" or _HIDDEN.search(item, start, match.end()):
                kept.append(item[last:start])
                last = match.end()
                comments += name == b"comment"
    if opened is not None and opened[1] == b"comment":
        # one that never ends: nothing behind it is the writer's
        kept.append(item[last : opened[0]] + b"</item>")
        return b"".join(kept), comments + 1
    return b"".join(kept) + item[last:], comments


def _bare(item: bytes) -> bytes:
    """An item with its sections opened where they are short and hold no mark-up, and emptied where not."""
    return _SECTION.sub(lambda match: _short(match[1]), item)


def _short(section: bytes | None) -> bytes:
    return section if section is not None and len(section) <= _SHORT and b"<" not in section else b""


def _field(bare: bytes, name: bytes) -> bytes:
    match = re.search(
        rb"<%b(?:\s[^>]{0,200})?>(?:<!\[CDATA\[)?([^<]{0,%d}?)(?:\]\]>)?</%b>" % (name, _SHORT, name), bare
    )
    return match[1].strip() if match else b""


def _why_not(item: bytes) -> str:
    """Why an item is not taken; nothing where it is."""
    bare = _bare(item)
    kind, status = _field(bare, b"wp:post_type"), _field(bare, b"wp:status")
    if kind in _NO_TEXT:
        return f"of type {kind.decode()}"
    if status not in _PUBLISHED:
        return f"of status {status[:20].decode('utf-8', 'replace')}"
    return "behind a password" if _field(bare, b"wp:post_password") else ""


def _address(file: File, bare: bytes, number: int) -> str:
    link = _field(bare, b"link").decode("utf-8", "replace").replace("&amp;", "&")
    if re.match(r"https?://[^\s/]", link):
        return quote(link, safe=":/?#[]@!$&'()*+,;=%-_.~")
    name = _field(bare, b"wp:post_id").decode("utf-8", "replace")
    return f"{file.uri}#post={quote(name, safe='')}" if name else f"{file.uri}#record={number}"
