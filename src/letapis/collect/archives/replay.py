"""Addresses of a web archive: its index, and the mementos that it replays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

__all__ = ["Archive", "archive", "is_index"]

_WAYBACK = "https://web.archive.org"
_INDEX = re.compile(r"/cdx(?:/search/cdx)?/?$|-cdx$|-index$")
_HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.)+[\w-]{2,63}(?::\d+)?(?:/|\Z)", re.IGNORECASE)
_MEMENTO = re.compile(r"([0-9]{4,14})(?:[a-z]{2}_)?/(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Archive:
    """A web archive: where its index is asked (nowhere for a listing in a file) and where it replays."""

    index: str
    """Address of the index without its query."""
    query: tuple[tuple[str, str], ...]
    replay: str
    """What stands before a memento's time and address; ends in a slash."""
    listing: str = ""
    """A file that holds the listing."""

    def ask(self, **more: str) -> str:
        """The index's address with ``more`` in its query."""
        kept = [(name, value) for name, value in self.query if name not in more]
        return f"{self.index}?{urlencode([*kept, *more.items()], safe=':/*')}"

    def memento(self, timestamp: str, original: str) -> str:
        """Where a memento is given raw, as it was captured.

        >>> archive("rechnik.example").memento("20190102030405", "http://rechnik.example/a b")
        'https://web.archive.org/web/20190102030405id_/http://rechnik.example/a%20b'
        """
        escaped = quote(original, safe="%/:=&?~#+!$,;'@()*[]|")
        return f"{self.replay}{timestamp}id_/{escaped.replace('#', '%23')}"

    def parts(self, address: str) -> tuple[str, str] | None:
        """Time and original address of a memento's address; None where it is none of this archive."""
        for start in (self.replay, _other(self.replay)):
            found = _MEMENTO.fullmatch(address, len(start)) if address.startswith(start) else None
            if found:
                return found[1], found[2]
        return None


def is_index(source: str) -> bool:
    """Whether an address is that of an index of captures, with a question in it.

    >>> is_index("https://archive.example/cdx/search/cdx?url=rechnik.example")
    True
    >>> is_index("https://rechnik.example/cdx-explained")
    False
    """
    try:
        at = urlsplit(source.rsplit("@http", 1)[0])
    except ValueError:
        return False
    asks = any(name == "url" for name, _ in parse_qsl(at.query))
    return at.scheme in ("http", "https") and asks and _INDEX.search(at.path) is not None


def archive(source: str) -> Archive | None:
    """What ``source`` names: an index's address, or a site (asked of the Internet Archive).

    ``…@https://archive.example/web/`` behind either says where mementos are replayed; behind a site it may
    be an index's address as well. None where it cannot be told where mementos are.

    >>> archive("https://archive.example/news/cdx?url=rechnik.example").replay
    'https://archive.example/news/'
    >>> archive("rechnik.example@https://archive.example/cdx/search/cdx").ask(limit="5")
    'https://archive.example/cdx/search/cdx?url=rechnik.example&matchType=domain&limit=5'
    """
    what, server = source, ""
    if (at := source.rfind("@http")) > 0:
        what, server = source[:at], source[at + 1 :]
    if is_index(what):
        parts = urlsplit(what)
        index = urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
        return _made(index, tuple(parse_qsl(parts.query, keep_blank_values=True)), server)
    query = (("url", what.strip()), ("matchType", "domain" if _site(what) else "prefix"))
    if not _HOST.match(what.strip()):
        return None
    if not server:
        return _made(f"{_WAYBACK}/cdx/search/cdx", query, "")
    try:
        own = _INDEX.search(urlsplit(server).path)
    except ValueError:
        return None
    if own:
        return _made(server, query, "")
    root = server.rstrip("/")
    index = f"{root.removesuffix('/web')}/cdx/search/cdx" if root.endswith("/web") else f"{root}/cdx"
    return _made(index, query, server)


def _site(what: str) -> bool:
    """Whether a whole host is named, and no part of it."""
    return not what.split("://", 1)[-1].partition("/")[2]


def _made(index: str, query: tuple[tuple[str, str], ...], replay: str) -> Archive | None:
    if not replay:
        parts = urlsplit(index)
        root = f"{parts.scheme}://{parts.netloc}"
        path = parts.path.rstrip("/")
        if path.endswith("/cdx/search/cdx"):
            replay = f"{root}{path.removesuffix('/cdx/search/cdx')}/web/"
        elif path.endswith("/cdx"):
            replay = f"{root}{path.removesuffix('cdx')}"
        elif path.endswith("-cdx"):
            replay = f"{root}{path.removesuffix('-cdx')}/"
        else:
            return None
    return Archive(index, query, replay.rstrip("/") + "/")


def _other(address: str) -> str:
    """The same with the other of http and https."""
    return f"http{address[5:]}" if address.startswith("https") else f"https{address[4:]}"
