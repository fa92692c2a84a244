"""One key for all addresses of one page: what was tracked, sessions, schemes and AMP set aside."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

__all__ = ["akin", "core", "key", "site"]

_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|pk_.*|mtm_.*|_hs(enc|mi)|hsa_.*|at_(medium|campaign|custom.*)|ns_(source|mchannel|campaign)"
    r"|(fb|g|gb|y|ms|twc|dc|ttc|li_fat_)cl(id|src)|gbraid|wbraid|yclid|_openstat|igsh(id)?|ref_?src|cmpid"
    r"|spm|fbclid|from_?share|soc_src|soc_trk|rb_clickid|erid|_ga|_gl|xtor|ocid|smid|mibextid",
    re.IGNORECASE,
)
"""Parameters that say how a reader came: they change nothing on the page."""
_SESSION = re.compile(
    r"(php|asp\.?net_?)?sess(ion)?_?id|sid|jsessionid|cfid|cftoken|zenid|oscsid|osid", re.IGNORECASE
)
_LONG = re.compile(r"[0-9a-zA-Z,_-]{16,}")
"""A session is long; a short ``sid`` is the number of a story."""
_PATH_SESSION = re.compile(
    r";jsessionid=[^/;]*|/\(S\([0-9a-z]{24}\)\)|;(phpsessid|sid)=[^/;]*", re.IGNORECASE
)
_AMP_PATH = re.compile(r"(?<=/)amp/|/amp(?=/?$)|\.amp(?=\.html?$|$)", re.IGNORECASE)
_AMP_QUERY = frozenset({"amp", "outputtype"})
_FRONT = re.compile(r"(www\d?|amp|m|mobile)\.")


def key(url: str) -> str:
    """What two addresses have in common that lead to one page: no scheme, ``www.``, tracking or session.

    >>> key("https://www.rechnik.example/a;jsessionid=7?id=3&sid=4&utm_source=x#top")
    'rechnik.example/a?id=3&sid=4'
    >>> key("http://rechnik.example/?b=2&a=1") == key("https://rechnik.example/?a=1&b=2")
    True
    """
    parts = urlsplit(url)
    path = _PATH_SESSION.sub("", parts.path) or "/"
    query = "&".join(sorted(_kept(parts.query)))
    return site(url) + path + (f"?{query}" if query else "")


def core(url: str) -> str:
    """:func:`key` without what marks an AMP or mobile form, and without a last stroke.

    >>> core("https://amp.rechnik.example/a/amp/?amp=1") == core("https://rechnik.example/a")
    True
    """
    parts = urlsplit(url)
    host = parts.netloc
    while found := _FRONT.match(host):
        host = host[found.end() :]
    path = _AMP_PATH.sub("", _PATH_SESSION.sub("", parts.path)).rstrip("/")
    query = "&".join(sorted(p for p in _kept(parts.query) if p.partition("=")[0].lower() not in _AMP_QUERY))
    return host + path + (f"?{query}" if query else "")


def site(url: str) -> str:
    """The host of an address without ``www.``, with its port where it is not the scheme's own.

    >>> site("https://www.rechnik.example/a")
    'rechnik.example'
    """
    return urlsplit(url).netloc.removeprefix("www.")


def akin(one: str, other: str) -> bool:
    """Whether two addresses are of hosts of one site: the same, or one beneath the other.

    >>> akin("http://rechnik.example/", "https://news.rechnik.example:8443/"), akin("http://a.example", "http://b.example")
    (True, False)
    """
    first, second = (urlsplit(url).hostname or "" for url in (one, other))
    first, second = _FRONT.sub("", first, count=1), _FRONT.sub("", second, count=1)
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _kept(query: str) -> list[str]:
    pairs = parse_qsl(query, keep_blank_values=True)
    return [urlencode([pair]) for pair in pairs if not _idle(*pair)]


def _idle(name: str, value: str) -> bool:
    """Whether a parameter changes nothing on the page."""
    if _SESSION.fullmatch(name):
        return not value or _LONG.fullmatch(value) is not None
    return _TRACKING.fullmatch(name) is not None
