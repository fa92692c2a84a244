"""How English writes dates and times."""

from __future__ import annotations

from letapis.langs.base import words
from letapis.langs.base.calendar import Calendar, spread

__all__ = ["CALENDAR"]

CALENDAR = Calendar(
    months=spread(
        """
        1 january jan
        2 february feb
        3 march mar
        4 april apr
        5 may
        6 june jun
        7 july jul
        8 august aug
        9 september sep sept
        10 october oct
        11 november nov
        12 december dec
        """
    ),
    capital=True,
    seasons=spread("21 spring\n22 summer\n23 autumn fall\n24 winter\n33 q1\n34 q2\n35 q3\n36 q4"),
    quarters=frozenset({"quarter"}),
    halves=frozenset({"half"}),
    ordinals=spread(
        """
        1 first
        2 second
        3 third
        4 fourth
        5 fifth
        6 sixth
        7 seventh
        8 eighth
        9 ninth
        10 tenth
        11 eleventh
        12 twelfth
        13 thirteenth
        14 fourteenth
        15 fifteenth
        16 sixteenth
        17 seventeenth
        18 eighteenth
        19 nineteenth
        20 twentieth
        21 twenty-first
        22 twenty-second
        23 twenty-third
        24 twenty-fourth
        25 twenty-fifth
        26 twenty-sixth
        27 twenty-seventh
        28 twenty-eighth
        29 twenty-ninth
        30 thirtieth
        31 thirty-first
        """
    ),
    endings=words("st nd rd th"),
    stated=words(
        """
        in since by until till from during before after through to of around about circa late early mid
        between year years
        """
    ),
    inside=words("in since until from"),
    titled=words("the a an this its their his her our my"),
    parts=words("early late mid fiscal"),
    decades=frozenset({"s"}),
    tens=spread(
        """
        20 twenties
        30 thirties
        40 forties
        50 fifties
        60 sixties
        70 seventies
        80 eighties
        90 nineties
        """
    ),
    compounds={f"{part}-{year}": f"{year}" for part in ("mid", "pre", "post") for year in range(1850, 2060)}
    | {
        f"{part}-{year}s": f"{year // 10}X"
        for part in ("mid", "late", "early")
        for year in range(1850, 2060, 10)
    },
    centuries=frozenset({"century", "centuries"}),
    shifts=spread("-1 last past\n0 this\n1 next"),
    same=frozenset({"same", "that"}),
    starts=words("from between"),
    joins=words("to until till through and"),
    both=frozenset({"and"}),
    of=frozenset({"of"}),
    about=words("around about circa approximately roughly"),
    at=frozenset({"at", "around", "by"}),
    hours=frozenset({"oclock"}),
    noon={"am": 0, "a.m": 0, "pm": 12, "p.m": 12},
    years=frozenset({"ad"}),
    terms=frozenset({"year", "years"}),
    business=words(
        """
        sales revenue revenues profit profits earnings gdp growth economy economic exports imports
        results income loss losses shares company bank trade output inflation percent turnover
        investment
        """
    ),
)
