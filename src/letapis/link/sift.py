"""Names, figures and dates of one text, found over one stream of its tokens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from letapis.langs.base import Language
from letapis.link.dates import dates
from letapis.link.figures import figures
from letapis.link.institutions import institutions
from letapis.link.role import roles
from letapis.link.spots import spots
from letapis.model import Date, Figure, Spot
from letapis.outlets import by_name
from letapis.text.stream import stream

__all__ = ["Sifted", "sift"]


class Sifted(NamedTuple):
    """What stands in a text, each in order."""

    spots: list[Spot]
    amounts: list[Figure]
    dates: list[Date]


def sift(
    text: str,
    language: Language | None,
    doc_id: str = "",
    published: datetime | date | None = None,
    outlet: str | None = None,
) -> Sifted:
    """Names with their public roles, figures and dates of ``text``.

    ``published`` completes dates without a year; with the ``outlet`` it tells which rouble is meant.

    >>> from letapis import langs
    >>> found = sift("On 5 May 2020 the ferry carried 1,200 people.", langs.get("en"))
    >>> [one.value for one in found.dates], [one.low for one in found.amounts]
    (['2020-05-05'], [1200.0])
    """
    known = by_name(outlet) if outlet else None
    tokens = stream(text, language.abbreviations if language else frozenset())
    when = published.date() if isinstance(published, datetime) else published
    days = dates(tokens, language, when)
    taken = [(day.start, day.stop) for day in days]
    return Sifted(
        roles(tokens, language, institutions(tokens, language, spots(tokens, language, doc_id), doc_id)),
        [
            replace(one, doc_id=doc_id)
            for one in figures(tokens, language, taken, published=when, home=known.country if known else None)
        ],
        [replace(one, doc_id=doc_id) for one in days],
    )
