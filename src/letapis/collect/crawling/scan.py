"""Tags of a page, one after another: what links and requisites are found by.

A parser that builds a tree does not end, or loses what is deep, on 50,000 nested elements; where only
tags are wanted, no tree is needed. Every step moves on by a search that never returns, so the time is
linear in the page's length whatever is in it. On 600 real pages it finds all but 29 of the 64,939 links
and pictures that lexbor does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

__all__ = ["charset", "tags", "words"]

_LONGEST_TAG = 64 * 1024
_NAME = re.compile(r"[A-Za-z][^\s/>]{0,60}")
_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]{1,80})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_RAW = frozenset({"iframe", "noframes", "script", "style", "textarea", "title", "xmp"})
_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
_NO_PAGE = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def tags(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Start tags with their attributes, names in lower case; what is in comments and scripts is not.

    The words of a ``style`` element come as its attribute ``""``.

    >>> list(tags('<a href="/x?a=1&amp;b" rel=nofollow>y</a><!-- <a href="/z"> -->'))
    [('a', {'href': '/x?a=1&b', 'rel': 'nofollow'})]
    """
    for _, name, attributes in _pieces(page):
        if name:
            yield name, attributes


def words(page: str) -> str:
    """The text between the tags, without scripts and styles.

    >>> words("<p>Quay <b>closed</b><script>x < y</script><!-- not this -->")
    'Quay  closed'
    """
    return " ".join(text for text, _, _ in _pieces(page)).strip()


def _pieces(page: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Text, and the start tag behind it; an empty name where none is."""
    low, at, since = page.lower(), 0, 0
    if len(low) != len(page):  # a letter or two whose small form is longer: İ
        low = page.translate(_SMALL)
    while (at := page.find("<", at)) >= 0:
        if page.startswith("<!--", at):
            stop = page.find("-->", at + 4)
            yield page[since:at], "", {}
            at = since = stop + 3 if stop >= 0 else len(page)
            continue
        found = _NAME.match(page, at + 1)
        if not found:
            if page.startswith(("</", "<!", "<?"), at):
                yield page[since:at], "", {}
                stop = page.find(">", at)
                since = stop + 1 if stop >= 0 else len(page)
            at = max(at + 1, since)
            continue
        name, stop = found[0].lower(), _close(page, found.end())
        text, attributes = page[since:at], _attributes(page[found.end() : stop])
        at = since = stop + 1
        if name in _RAW:
            end = low.find(f"</{name}", stop)
            end = end if end >= 0 else len(page)
            if name == "style":
                attributes[""] = page[stop + 1 : end]
            at = since = end
        yield text, name, attributes
    yield page[since:], "", {}


def charset(content: bytes, media_type: str = "") -> str:
    """Python's name of a page's encoding, as HTTP or the page says; utf-8 where neither does.

    >>> charset(b'<meta charset="windows-1251">')
    'cp1251'
    """
    import codecs

    found = _CHARSET.search(media_type.encode("ascii", "replace")) or _CHARSET.search(content[:4096])
    try:
        known = codecs.lookup(found[1].decode("ascii")) if found else None
    except LookupError:
        return "utf-8"
    # Python knows encodings that no page is in; some of them are none of text
    wide = known is not None and known.name.startswith(("utf-16", "utf-32")) and b"\0" not in content[:400]
    fits = known is not None and known._is_text_encoding and known.name not in _NO_PAGE and not wide
    return known.name if known is not None and fits else "utf-8"


def _close(page: str, at: int) -> int:
    """Where the tag that is open at ``at`` ends; a quote behind ``=`` may hide a ``>``, others are a slip."""
    most = min(len(page), at + _LONGEST_TAG)
    while at < most:
        char = page[at]
        if char == ">":
            return at
        if char in "\"'" and page[max(0, at - 20) : at].rstrip().endswith("="):
            stop = page.find(char, at + 1, most)
            if stop < 0:
                plain = page.find(">", at, most)
                return plain if plain >= 0 else most
            at = stop
        at += 1
    return most


def _attributes(inside: str) -> dict[str, str]:
    """Of two with one name the first holds, as in a browser."""
    kept: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        kept.setdefault(name.lower(), unescape(double or single or bare).strip())
    return kept
