"""The invented pages, each with its number: odd ones to look at, even ones to measure on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.pages import engines, papers
from benchmarks.pages.sheet import LANGUAGES, Gold, Sheet

__all__ = ["Page", "pages"]

_ODD = (engines.wordpress, papers.regional, papers.tables, engines.livejournal)
"""Sites whose pages are all in the half that one may look at."""
_EVEN = (engines.drupal, papers.agency, papers.scroll, papers.archived)
"""Sites whose pages are all in the test half."""
_BOTH = (
    engines.bitrix,
    engines.joomla,
    engines.blogspot,
    engines.tumblr,
    engines.amp,
    engines.react,
    papers.telegraph,
    papers.live,
    papers.paywall,
    papers.printed,
)
"""Sites whose pages in two languages are in one half, those in the other two in the other."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it would be fetched, and what is to be read from it."""

    number: int
    site: str
    """What made it: the name of its template."""
    language: str
    url: str
    media_type: str
    payload: bytes
    gold: Gold


def pages() -> Iterator[Page]:
    """All pages, by number: the same ones on every machine.

    >>> from collections import Counter
    >>> Counter(page.language for page in pages())
    Counter({'ru': 18, 'uk': 18, 'be': 18, 'en': 18})
    """
    for at in range(len(LANGUAGES)):
        both = [_BOTH[n] for n in range(len(_BOTH)) if (n + at) % 2 == 0]
        others = [_BOTH[n] for n in range(len(_BOTH)) if (n + at) % 2]
        pairs = zip((*_ODD, *both), (*_EVEN, *others), strict=True)
        slot = 0
        for one, two in pairs:
            for site in (one, two):
                yield _page(site, at, slot)
                slot += 1


def _page(site: Callable[[Sheet, int], str], part: int, slot: int) -> Page:
    code = LANGUAGES[part]
    number = 18 * part + slot + 1
    sheet = Sheet(number, code, (5 * slot + 3 * part) % 18, (number // 2) % 4)
    drawn = site(sheet, part)
    old = site is papers.tables
    charset = ("windows-1252" if code == "en" else "windows-1251") if old else "utf-8"
    # the old site says its encoding on the page alone
    media_type = "text/html" if old else "text/html; charset=utf-8"
    payload = drawn.encode(charset, "xmlcharrefreplace")
    return Page(number, site.__name__, code, sheet.url, media_type, payload, sheet.gold)
