"""Mark-up and invisible characters left in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letapis.langs.base import words

__all__ = ["invisible", "markup"]

_EMBED = re.compile(
    r"\[(?:embed|youtube|video|audio|playlist|soundcloud|tweet)\w{0,10}(?:\s[^\[\]\n]{0,300})?\]"
    r"[^\[\]\n]{0,600}(?:\[/\w{2,20}\]|%5B/\w{2,20}%5D)"
    r"(?:%5B\w{2,20}%5D[^\[\]\n%]{0,600}(?:\[/\w{2,20}\]|%5B/\w{2,20}%5D))*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\[/([a-z][\w-]{0,30})\]", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[/?([a-z][\w-]{0,30})((?:[\s=][^\[\]\n]{0,300})?)\]", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|del|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li"
    r"|link|noscript|o:p|ol|p|pre|q|s|script|section|small|span|strong|style|sub|sup|svg|table|tbody|td|th|tr"
    r"|u|ul|video)(?:\s[^<>\n]{0,600})?/?>|<!--[^<>\n]{0,600}-->",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|shy|zwnj|#160|#xa0);", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufffe\u0000-\u0008\u000e-\u001f\u007f]+")

_KNOWN = words(
    """accordion adrotate audio blockquote box caption cta divider dropcap embed embedyt gallery gview
    img nextpage playlist pullquote slideshow soundcloud spacer toggle tweet url vc_row video wpvideo
    youtube"""
)
"""Shortcodes of WordPress, its common plug-ins and BBCode, known without a closing one.

No word that an editor may put in brackets ("[more]", "[note]"), nor a single letter ("[s]he").
"""


def markup(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches of ``text[start:stop]`` that are mark-up, in order, none in another.

    Words in square brackets that an editor added ("[sic]", "[the mayor]") are no mark-up: a
    shortcode is known by its name, by an attribute, or by being closed in the same stretch. What
    stands between two shortcodes stays, but for embedded players, whose content is an address.

    >>> text = "[box]Boats [sic] are tied up.[/box] [su_row]Ferries[/su_row] <b>wait</b>"
    >>> [text[a:b] for a, b in markup(text, 0, len(text))]
    ['[box]', '[/box]', '[su_row]', '[/su_row]', '<b>', '</b>']
    """
    found: list[tuple[int, int]] = []
    if text.find("[", start, stop) >= 0:
        found += [match.span() for match in _EMBED.finditer(text, start, stop)]
        closed = {match[1].lower() for match in _CLOSING.finditer(text, start, stop)} | _KNOWN
        for match in _SHORTCODE.finditer(text, start, stop):
            name, attributes = match[1], match[2]
            known = name.lower() in closed and _plain(attributes)
            if match[0][1] == "/" or known or ("=" in attributes and name.islower()):
                found.append(match.span())
    if text.find("<", start, stop) >= 0:
        found += [match.span() for match in _TAG.finditer(text, start, stop)]
    if text.find("&", start, stop) >= 0:
        found += [match.span() for match in _ENTITY.finditer(text, start, stop)]
    last = start
    for a, b in sorted(found, key=lambda span: (span[0], -span[1])):
        if a >= last:
            yield a, b
            last = b


def _plain(attributes: str) -> bool:
    """Whether a known name stands alone or with attributes: "[box]" but not "[more than that]"."""
    return not attributes.strip() or "=" in attributes


def invisible(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches of byte-order marks, zero-width spaces, soft hyphens and control characters.

    >>> list(invisible("a\\u200bb", 0, 3))
    [(1, 2)]
    """
    return (match.span() for match in _INVISIBLE.finditer(text, start, stop))
