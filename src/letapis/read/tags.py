"""HTML as a row of tokens, each with its place: no tree is built, so nothing can be too deep for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

__all__ = ["Token", "attributes", "tokens"]

_QUOTED = re.compile(
    r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^\"'>]++|(?<=[=\s])\"[^\"]*+\"|(?<=[=\s])'[^']*+'|(?<![=\s])[\"'])*+)(>?)"
)
_PLAIN = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)(>?)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>`]++)))?")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noembed", "noframes", "template", "svg"))
"""Elements whose content is no text of the page, up to their closing tag."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a comment (``!``), the content of a script or its like (``#raw``), or text (no name)."""

    name: str
    start: int
    stop: int
    closing: bool = False
    inside: str = ""
    """What stands in the tag behind its name, as written."""


@dataclass(slots=True)
class _Form:
    """What may still be looked for: what was not found once is not there further on."""

    tag: re.Pattern[str] = _QUOTED
    comments: bool = True


def tokens(html: str) -> Iterator[Token]:
    """The tokens of ``html``, in order and without gaps; time is linear, whatever it is.

    A ``<`` that begins no tag is text, and so is a tag that never ends.

    >>> page = "<p>2 < 3<br>"
    >>> [(token.name, page[token.start : token.stop]) for token in tokens(page)]
    [('p', '<p>'), ('', '2 < 3'), ('br', '<br>')]
    """
    at = text = 0
    form, size = _Form(), len(html)
    while (found := html.find("<", at)) >= 0:
        after = html[found + 1 : found + 2]
        if not (after in ("!", "?", "/") or after.isalpha()):
            at = found + 1
            continue
        token = _comment(html, found, form) if after in ("!", "?") else _tag(html, found, form)
        if token is None:
            at = found + 1
            if html.find(">", at) < 0:
                break
            continue
        if found > text:
            yield Token("", text, found)
        yield token
        at = text = token.stop
        if token.name in _RAW and not token.closing and not token.inside.endswith("/"):
            end = _end(html, token.name, at)
            if end > at:
                yield Token("#raw", at, end)
            at = text = end
    if size > text:
        yield Token("", text, size)


def _comment(html: str, at: int, form: _Form) -> Token | None:
    if html.startswith("<![CDATA[", at):
        return Token("!", at, at + 9)
    if form.comments and html.startswith("<!--", at):
        end = html.find("-->", at + 2)
        if end >= 0:
            return Token("!", at, end + 3)
        form.comments = False
    end = html.find(">", at)
    return Token("!", at, end + 1) if end >= 0 else None


def _tag(html: str, at: int, form: _Form) -> Token | None:
    match = form.tag.match(html, at)
    if match is not None and not match[4] and form.tag is _QUOTED:
        # a quotation mark that is never closed: from here on marks mean nothing, or each tag would look
        # for the end of it again
        form.tag = _PLAIN
        match = form.tag.match(html, at)
    if match is None or not match[4]:
        return None
    return Token(match[2].lower(), at, match.end(), bool(match[1]), match[3])


def _end(html: str, name: str, at: int) -> int:
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, at)
    return match.start() if match else len(html)


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case; of two that are alike the first.

    >>> attributes(" href='/a?b=1&amp;c=2' hidden")
    {'href': '/a?b=1&c=2', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
