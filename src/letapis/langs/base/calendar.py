"""How a language writes dates and times.

One record, filled in by ``calendar.py`` of a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Calendar", "spread"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months, seasons, words for parts of time. All lower case and folded."""

    months: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Forms of the names of months, short ones too, to 1 to 12."""
    capital: bool = False
    """Whether months are written with a capital, so that "may" is none."""
    seasons: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Forms of the seasons to EDTF codes: 21 spring, 22 summer, 23 autumn, 24 winter; 33 to 36 for
    one-word names of quarters ("Q1")."""
    quarters: frozenset[str] = frozenset()
    """"quarter" of a year."""
    halves: frozenset[str] = frozenset()
    """"half" of a year; in languages with a word of its own for it."""
    business: frozenset[str] = frozenset()
    """Words one of which the sentence must have where a quarter of no stated year is one of a year,
    and not of a match; empty where quarters are always of years."""
    ordinals: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Ordinals to 1 to 31, in the forms that dates have them in; tens too ("двадцать" to 20)."""
    endings: frozenset[str] = frozenset()
    """What digits are lengthened by to make an ordinal ("26-го", "26th")."""
    years: frozenset[str] = frozenset()
    """"year" and "years" where they follow a number that is one."""
    terms: frozenset[str] = frozenset()
    """"year" after "last" and "this"."""
    yearly: frozenset[str] = frozenset()
    """Words of ``shifts`` that name a year without that ("летась", "торік")."""
    stated: frozenset[str] = frozenset()
    """Words after which a bare number from 1900 to 2099 is a year ("in", "since")."""
    inside: frozenset[str] = frozenset()
    """Those of ``stated`` after which years before 1800 are believed as well ("in")."""
    titled: frozenset[str] = frozenset()
    """Words after which such a number is a year though a noun follows ("the 2016 games")."""
    parts: frozenset[str] = frozenset()
    """Words between a preposition and its year ("early", "late", "mid")."""
    decades: frozenset[str] = frozenset()
    """What makes digits a decade ("s" in "1990s", "х" in "90-х")."""
    tens: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Words for decades to their first year in a century ("nineties" to 90)."""
    compounds: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Years and decades in one word with something else ("mid-1990s"), to EDTF."""
    centuries: frozenset[str] = frozenset()
    """"century" and "centuries"."""
    shifts: Mapping[str, int] = field(default_factory=dict, hash=False)
    """"last", "this" and "next" to -1, 0 and 1."""
    same: frozenset[str] = frozenset()
    """"the same" in "the same year"; the last word of it."""
    starts: frozenset[str] = frozenset()
    """What opens a range: "from", "between"."""
    joins: frozenset[str] = frozenset()
    """What leads to its end: "to", "until", "and"."""
    both: frozenset[str] = frozenset()
    """"and" between two days or years."""
    overnight: frozenset[str] = frozenset()
    """"to" in "in the night from 9 to 10 August", which elsewhere moves one date to another."""
    of: frozenset[str] = frozenset()
    """Words that may stand between day, month and year: "of", "the"."""
    about: frozenset[str] = frozenset()
    """Words that make a date approximate."""
    at: frozenset[str] = frozenset()
    """Words before a time of day."""
    hours: frozenset[str] = frozenset()
    """"o'clock", "hours" after a time of day."""
    noon: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Words after a time of day to the hours they add to one before 12 ("pm" to 12, "am" to 0)."""
    anchors: frozenset[str] = field(default=frozenset(), init=False, compare=False, repr=False)
    """Every word that a date may begin with, or is known by."""

    def __post_init__(self) -> None:
        found = {*self.months, *self.seasons, *self.quarters, *self.halves, *self.tens, *self.centuries}
        object.__setattr__(
            self, "anchors", frozenset(found | {*self.shifts, *self.ordinals, *self.compounds})
        )


def spread(block: str, **endings: str) -> dict[str, int]:
    """Forms to numbers, written one number a line: the number, then whole forms or ``stem+CLASS``.

    ``endings`` has the endings of each class, parted by white space, ``0`` for none.

    >>> spread("5 ма+J may\\n6 июн+SOFT", J="й я", SOFT="ь я")
    {'май': 5, 'мая': 5, 'may': 5, 'июнь': 6, 'июня': 6}
    """
    found: dict[str, int] = {}
    for line in block.split("\n"):
        for item in line.split()[1:]:
            stem, plus, name = item.partition("+")
            for ending in endings[name].split() if plus else ("0",):
                found[stem + ending.replace("0", "")] = int(line.split()[0])
    return found
