"""An address in the one form in which it is compared, asked robots.txt about, and fetched."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from letapis.collect.fetch.errors import FetchError
from letapis.text.control import printable

__all__ = ["PORTS", "clean", "host", "origin"]

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, with their own ports."""

_LONGEST = 8000
_PATH, _QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?[]|"
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DOT = re.compile(r"%2e", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")
_BAD_PORTS = frozenset(
    (
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103),
        *(104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513),
        *(
            514,
            515,
            526,
            530,
            531,
            532,
            540,
            548,
            554,
            556,
            563,
            587,
            601,
            636,
            989,
            990,
            993,
            995,
            1719,
            1720,
        ),
        *(
            1723,
            2049,
            3659,
            4045,
            4190,
            5060,
            5061,
            6000,
            6379,
            6566,
            6665,
            6666,
            6667,
            6668,
            6669,
            6679,
            6697,
        ),
        *(10080, 11211),
    )
)
"""Ports of other services: the list of the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking),
with those of Redis and memcached."""


def clean(url: str, base: str | None = None) -> str:
    """``url``, resolved against ``base``, as it is fetched: host in ASCII, no fragment, no dot segments.

    Raises :class:`~letapis.collect.fetch.errors.FetchError` (bad_address) where it is not of http or
    https, names no host, carries a user name, or leads to the port of another service.

    >>> clean("HTTPS://Rechnik.Example:443/a/../b c?d=é#e")
    'https://rechnik.example/b%20c?d=%C3%A9'
    >>> clean("//пример.example./", "https://rechnik.example/")
    'https://xn--e1afmkfd.example/'
    >>> clean("ftp://rechnik.example/")
    Traceback (most recent call last):
    letapis.collect.fetch.errors.FetchError: ftp://rechnik.example/: only http:// and https:// addresses ...
    """
    shown = printable(url, line=True)[:200]
    text = re.sub(r"[\t\r\n]", "", url.strip("".join(map(chr, range(33)))))
    if len(text) > _LONGEST:
        raise FetchError("bad_address", f"{shown}…: an address of {len(text):,} characters is not fetched")
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        port, name = parts.port, parts.hostname or ""
    except ValueError as error:
        raise FetchError("bad_address", f"{shown}: no address ({error})") from error
    if parts.scheme not in PORTS:
        raise FetchError("bad_address", f"{shown}: only http:// and https:// addresses are fetched")
    if "@" in parts.netloc:
        raise FetchError("bad_address", f"{shown}: carries a user name; give the address without it")
    if port in _BAD_PORTS or port == 0:
        raise FetchError("bad_address", f"{shown}: port {port} is that of another service than the web")
    name = _ascii(name, shown, bracketed="[" in parts.netloc)
    netloc = name if port in (None, PORTS[parts.scheme]) else f"{name}:{port}"
    path = _dots(quote(_ESCAPE.sub("%25", parts.path), safe=_PATH)) or "/"
    query = quote(_ESCAPE.sub("%25", parts.query), safe=_QUERY)
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _ascii(name: str, shown: str, *, bracketed: bool) -> str:
    """A host name as DNS knows it, without the dot of the root."""
    import idna

    name = unquote(name)
    if bracketed:
        name = f"[{name}]" if ":" in name else ""
    elif not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise FetchError("bad_address", f"{shown}: no host name ({error})") from error
    name = name.lower().rstrip(".")
    if not _HOST.fullmatch(name) or ".." in name or len(name) > 253:
        raise FetchError("bad_address", f"{shown}: no host name in it")
    return name


def _dots(path: str) -> str:
    """A path without ``.`` and ``..``, also where they are escaped (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    parts = path.split("/")
    for at, part in enumerate(parts):
        plain = _DOT.sub(".", part) if len(part) <= 6 else part
        last = at == len(parts) - 1
        if plain == "..":
            if len(kept) > 1:
                kept.pop()
        elif plain != ".":
            kept.append(part)
            continue
        if last:
            kept.append("")
    return "/".join(kept) if kept[:1] == [""] else "/" + "/".join(kept)


def origin(url: str) -> str:
    """Scheme, host and port of a clean address.

    >>> origin("https://rechnik.example/a?b")
    'https://rechnik.example'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def host(url: str) -> str:
    """Host and, where it is not the scheme's own, port of a clean address.

    >>> host("http://127.0.0.1:8000/a")
    '127.0.0.1:8000'
    """
    return urlsplit(url).netloc
