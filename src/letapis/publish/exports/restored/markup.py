"""HTML put together so that words of a source can never become mark-up."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["Html", "away", "page", "tag"]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Characters that no page may hold: replaced one by one, so that places stay true."""
_VOID = frozenset({"br", "meta", "link", "circle", "path", "rect"})

# no script runs, and nothing is loaded but the style beside the page
_POLICY = "default-src 'none'; style-src * 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Html(str):
    """A string that is mark-up already; any other string is escaped where it is put in."""

    __slots__ = ()

    @classmethod
    def of(cls, *parts: object) -> Html:
        """The parts one after another, escaped where they are not mark-up; None is left out.

        >>> Html.of("1 < 2", Html("<br>"), None)
        '1 &lt; 2<br>'
        """
        return cls("".join(_safe(part) for part in parts if part is not None))


def tag(name: str, /, *parts: object, **attributes: object) -> Html:
    """An element with its parts inside. None leaves an attribute out; ``class_`` stands for ``class``.

    >>> tag("a", "<script>", href="x.html#c=1-2", class_="sig", title=None)
    '<a href="x.html#c=1-2" class="sig">&lt;script&gt;</a>'
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_safe(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = Html.of(*parts)
    return Html(f"<{name}{given}/>" if name in _VOID and not inner else f"<{name}{given}>{inner}</{name}>")


def away(address: str | None, words: object = None) -> Html:
    """An address elsewhere: a link where it is one of the web's, else plain words.

    Who follows it is not told where it stood, and nothing else of any scheme is ever a link.

    >>> away("javascript:alert(1)")
    'javascript:alert(1)'
    >>> away("https://a.example/1", "there")
    '<a href="https://a.example/1" rel="noreferrer noopener nofollow external">there</a>'
    """
    shown = words or address or ""
    if not _web(address):
        return Html.of(shown)
    return tag("a", shown, href=address, rel="noreferrer noopener nofollow external")


def page(title: str, body: Html, *, root: str = "", extra: str = "") -> str:
    """A whole page. ``root`` leads from it to the folder with the style; ``extra`` is its own style."""
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="stylesheet", href=f"{root}style.css"),
        tag("style", Html(extra)) if extra else None,
    ]
    skip = tag("a", "To the text", href="#main", class_="skip")
    return (
        f'<!doctype html>\n<html lang="en"><head>{Html.of(*head)}</head>\n<body>{skip}{body}</body></html>\n'
    )


def _safe(part: object) -> str:
    return part if isinstance(part, Html) else _CONTROL.sub("\ufffd", str(part)).translate(_ESCAPES)


def _web(address: str | None) -> bool:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
