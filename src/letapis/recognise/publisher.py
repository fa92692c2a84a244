"""Which outlet publishes a document."""

from __future__ import annotations

from urllib.parse import urlsplit

from letapis import outlets

__all__ = ["host", "publisher"]

_FRONT = ("www.", "m.", "amp.", "mobile.", "wap.")
_SHARED = frozenset({"t.me", "telegram.me"})
"""Hosts where the first part of the path, not the host, says who publishes."""


def publisher(url: str | None, given: str | None) -> str | None:
    """The name of the outlet that publishes a document, or None where nothing says so.

    ``given``, what the source says, beats the address. A name or host that ``outlets/`` knows is
    answered in the form it has there; another name as given; another host without ``www.`` and
    its like. Only http and https addresses name an outlet. On Telegram the channel is the outlet.

    >>> publisher("https://www.naviny.by/a/1", None), publisher("https://m.millbrook.example/1", None)
    ('Naviny.by', 'millbrook.example')
    >>> publisher("https://millbrook.example/1", " Harbour Post ")
    'Harbour Post'
    >>> publisher("x-bench:/17", None) is None
    True
    """
    name = " ".join((given or "").split())
    if name:
        known = outlets.by_name(name)
        return known.name if known else name
    place = host(url)
    if place is None:
        return None
    if place in _SHARED:
        return _channel(url or "", place)
    known = outlets.by_domain(place)
    return known.name if known else place


def host(url: str | None) -> str | None:
    """The host of an http(s) address in lower case, without ``www.`` and its like; else None.

    >>> host("HTTPS://www.Millbrook.example:8080/a"), host("ftp://millbrook.example/"), host("http://[")
    ('millbrook.example', None, None)
    """
    try:
        parts = urlsplit((url or "").strip())
        found = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not found:
        return None
    found = found.rstrip(".")
    for front in _FRONT:
        rest = found.removeprefix(front)
        if rest != found and "." in rest:
            return rest
    return found or None


def _channel(url: str, place: str) -> str:
    path = [part for part in urlsplit(url.strip()).path.split("/") if part and part != "s"]
    if not path:
        return place
    known = outlets.by_handle(path[0])
    return known.name if known else f"{place}/{path[0]}"
