"""Where a page leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from letapis.model import Link

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["address", "links"]

MOST = 5_000
"""Links of one page that are taken."""
_AROUND = frozenset(["nav", "header", "footer", "aside", "form", "button", "menu"])


def address(href: str | None, base: str) -> str | None:
    """An address in full; None where it is not one of the web.

    >>> address("/a b", "https://shore.example/x"), address("javascript:void(0)", "https://shore.example")
    ('https://shore.example/a%20b', None)
    """
    stated = "".join((href or "")[:8000].split("\\n")).strip()
    if not stated or stated.startswith("#"):
        return None
    try:
        full = urljoin(base, stated).replace(" ", "%20")
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.hostname else None


def links(page: str | LexborHTMLParser | Any, base: str, within: str | None = None) -> tuple[Link, ...]:
    """Links of a page, with the words they stand on, in the order of the mark-up.

    Those in menus, page heads and feet, asides and forms are left out, and so are links without words
    and into the page itself, and with ``within`` those whose words are not in that text. ``<base href>``
    is heeded.

    >>> links('<p>As <a href="/b">the Shore said</a>.<nav><a href="/c">More</a></nav>', "https://a.example/x")
    (Link(href='https://a.example/b', text='the Shore said', start=None, stop=None),)
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(page.encode("utf-8", "replace")) if isinstance(page, str) else page
    stated = tree.css_first("base[href]")
    base = (address(stated.attributes.get("href"), base) or base) if stated is not None else base
    found = []
    for node in tree.css("a[href]")[:MOST]:
        words = " ".join((node.text() or "")[:2000].split())
        if not words or (within is not None and words not in within):
            continue
        href = address(node.attributes.get("href"), base)
        if href is None or href.partition("#")[0] == base.partition("#")[0] or _around(node):
            continue
        found.append(Link(href, words))
    return tuple(found)


def _around(node: Any) -> bool:
    above = node.parent
    for _ in range(40):
        if above is None or above.tag in ("body", "article", "main"):
            return False
        if above.tag in _AROUND:
            return True
        above = above.parent
    return False
