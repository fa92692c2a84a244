"""Which addresses belong to a crawl, and which look like a trap."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from letapis.collect.crawling import normal

__all__ = ["Scope", "pattern", "trap"]

_FILES = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|m?js|json|woff2?|ttf|eot|otf|mp[34]|m4[av]|og[gv]|webm|wav|avi"
    r"|mov|mkv|flv|zip|rar|7z|gz|tar|bz2|exe|dmg|apk|iso|docx?|xlsx?|pptx?|epub|pdf|rss|atom|xml|ics|vcf|torrent)$",
    re.IGNORECASE,
)
_DOORS = re.compile(
    r"/(feed|rss|atom|wp-json|xmlrpc\.php|wp-login\.php|wp-admin|trackback|cdn-cgi|comment-page-\d+)(/|$)",
    re.IGNORECASE,
)
_DEEDS = frozenset({"replytocom", "add-to-cart", "share", "print"})
_DATED = re.compile(
    r"(?:^|[/?&=_.-])([12]\d{3})[/-](?:0?[1-9]|1[0-2])(?=[/&_.-]|$)|[?&](?:year|jahr|god|rok)=(\d{4,8})(?!\d)",
    re.IGNORECASE,
)
_LONGEST, _DEEPEST, _MOST_QUERY, _MOST_SAME = 1500, 20, 8, 3
_FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class Scope:
    """One site, or the part of it beneath a path."""

    sites: frozenset[str]
    """Hosts without ``www.``, with their ports."""
    prefix: str = "/"
    """What every path begins with."""

    everywhere: bool = False
    """Whether every host belongs to it."""

    @classmethod
    def of(cls, *seeds: str) -> Scope:
        """The scope that seeds mark: their hosts, beneath the folder of the first.

        >>> Scope.of("https://www.rechnik.example/news/index.html")
        Scope(sites=frozenset({'rechnik.example'}), prefix='/news/', everywhere=False)
        """
        path = urlsplit(seeds[0]).path
        return cls(frozenset(normal.site(seed) for seed in seeds), path[: path.rfind("/") + 1] or "/")

    def wider(self, url: str) -> Scope:
        """The same with the host of ``url``, and beneath its folder where that only stands deeper.

        >>> Scope.of("https://rechnik.example/news/").wider("https://m.rechnik.example/be/news/").prefix
        '/be/news/'
        >>> Scope.of("https://rechnik.example/news/").wider("https://rechnik.example/login").prefix
        '/news/'
        """
        path = urlsplit(url).path
        own = path[: path.rfind("/") + 1]
        prefix = own if own.endswith(self.prefix) and self.prefix != "/" else self.prefix
        return replace(self, sites=self.sites | {normal.site(url)}, prefix=prefix)

    def holds(self, url: str) -> bool:
        """Whether a clean address belongs to it and may be a page.

        >>> scope = Scope.of("https://rechnik.example/news/")
        >>> [scope.holds(f"https://www.rechnik.example/{p}") for p in ("news/a", "sport/a", "news/a.jpg")]
        [True, False, False]
        """
        parts = urlsplit(url)
        if not self.everywhere and normal.site(url) not in self.sites:
            return False
        if not parts.path.startswith(self.prefix):
            return False
        if _FILES.search(parts.path) or _DOORS.search(parts.path):
            return False
        return not any(name.lower() in _DEEDS for name, _ in parse_qsl(parts.query, keep_blank_values=True))


def trap(url: str, this_year: int) -> str:
    """Why an address is not followed though it is in scope; empty where it is.

    >>> trap("https://rechnik.example/calendar?year=2196&month=2", 2026)
    'a date in 2196'
    >>> trap("https://rechnik.example/a/b/a/b/a/b", 2026)
    'the same step again and again'
    >>> trap("https://rechnik.example/2024/05/quay-closed", 2026)
    ''
    """
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    if len(url) > _LONGEST or len(steps) > _DEEPEST:
        return "too long"
    if parts.query.count("&") >= _MOST_QUERY:
        return "too many parameters"
    if any(steps.count(step) >= _MOST_SAME for step in set(steps)):
        return "the same step again and again"
    for found in _DATED.finditer(parts.path + ("?" + parts.query if parts.query else "")):
        year = int(found[1] or found[2])
        if not _FIRST_YEAR <= year <= this_year + 1:
            return f"a date in {year}"
    return ""


def pattern(url: str) -> str:
    """The form of an address: what differs in numbers alone has the same.

    >>> pattern("https://rechnik.example/day/2024-05-12?page=3&sort=up")
    'rechnik.example/day/0-0-0?page=0&sort=up'
    """
    return re.sub(r"\d+", "0", normal.key(url))
