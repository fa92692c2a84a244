"""Characters that steer a terminal instead of standing for something."""

from __future__ import annotations

import re

__all__ = ["printable"]

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
# C0 without tab and line feed, DEL, C1, and the embeddings, overrides and isolates of UAX #9
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_LONE = re.compile("[\ud800-\udfff]")


def printable(text: str, *, line: bool = False) -> str:
    r"""``text`` without control characters and without what turns its direction; safe to print.

    Line feeds and tabs stay; with ``line`` every run of breaks and tabs becomes one space. Half a
    surrogate pair becomes U+FFFD, so that the result can always be encoded. The result may be
    shorter than ``text``: never pass a text through here that offsets point into.

    >>> printable("Ferry\x1b[2J stops\u202e\n"), printable("Ferry\r\nstops", line=True)
    ('Ferry[2J stops\n', 'Ferry stops')
    """
    if text.isprintable():
        return text
    if line:
        text = _BREAKS.sub(" ", text)
    return _LONE.sub("\ufffd", _CONTROL.sub("", text))
