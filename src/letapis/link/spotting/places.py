"""The list of places that the package carries (:mod:`letapis.link.spotting.survey` draws it up)."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["places", "several"]


@cache
def places() -> Mapping[str, str]:
    """Stem of a name of one word → "c" for a country, "b" for a large town, "t" for another.

    >>> places()["minsk"], places()["belarus"], places().get("hedgehog")
    ('b', 'c', None)
    """
    return MappingProxyType({key: rank for key, rank in _all().items() if " " not in key})


@cache
def several() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """First stem of a name of several words → what may follow it.

    >>> ("orleans",) in several()["new"]
    True
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for key in _all():
        first, *rest = key.split(" ")
        if rest:
            found.setdefault(first, set()).add(tuple(rest))
    return MappingProxyType({first: frozenset(rests) for first, rests in found.items()})


@cache
def _all() -> dict[str, str]:
    text = lzma.decompress(files("letapis.link.spotting").joinpath("places.txt.xz").read_bytes()).decode()
    return {line[2:]: line[0] for line in text.split("\n")}
