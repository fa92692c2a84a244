"""How a language writes quantities.

One record, filled in by ``quantity.py`` of a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

__all__ = ["CYRILLIC", "SIGNS", "Quantity", "compounds", "forms", "pairs", "phrases"]


SIGNS: dict[str, str] = {
    sign.casefold(): sign  # µ folds to μ
    for sign in (
        "m",
        "km",
        "cm",
        "mm",
        "kg",
        "g",
        "t",
        "l",
        "ml",
        "mg",
        "µg",
        "ha",
        "W",
        "kW",
        "MW",
        "GW",
        "kWh",
        "MWh",
        "GWh",
        "TWh",
        "V",
        "Hz",
        "MHz",
        "GHz",
        "GB",
        "MB",
        "TB",
        "mSv",
        "ft",
        "lb",
    )
} | {
    "m²": "m2",
    "m2": "m2",
    "km²": "km2",
    "km2": "km2",
    "m³": "m3",
    "m3": "m3",
    "sq": "m2",
    "mph": "mph",
    "kph": "km/h",
    "kmh": "km/h",
    "mm": "mm",
    "min": "minute",
    "sec": "second",
    "hr": "hour",
    "hrs": "hour",
}
"""International short forms of units, folded, to their usual spelling."""

CYRILLIC: dict[str, str] = {
    "м": "m",
    "км": "km",
    "см": "cm",
    "мм": "mm",
    "кг": "kg",
    "г": "g",
    "гр": "g",
    "т": "t",
    "л": "l",
    "га": "ha",
    "мвт": "MW",
    "гвт": "GW",
    "квт": "kW",
    "вт": "W",
    "мин": "minute",
    "мін": "minute",
    "хв": "minute",
    "хвіл": "minute",
    "сек": "second",
    "гб": "GB",
    "мб": "MB",
    "м²": "m2",
    "м2": "m2",
    "м³": "m3",
    "м3": "m3",
    "км²": "km2",
    "км2": "km2",
    "мкг": "µg",
    "мг": "mg",
    "мл": "ml",
    "мзв": "mSv",
    "мкзв": "µSv",
    "гц": "Hz",
    "мгц": "MHz",
    "ггц": "GHz",
}
"""The same in Cyrillic, as ru, be and uk share them."""


def _none() -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Number words, units, currencies and qualifiers. All lower case and folded.

    Units are named by their international sign ("km", "MW", "%") or in the English singular
    ("year", "barrel"); currencies by ISO 4217, or by a family ("rouble", "dollar") whose country
    the text must tell.
    """

    decimal: str = ","
    """The sign before a decimal fraction: "," or "."."""
    cardinals: Mapping[str, float] = field(default_factory=dict, hash=False)
    """Number words below a thousand, collective ones too ("двое"), and "полтора"."""
    scales: Mapping[str, float] = field(default_factory=dict, hash=False)
    """Words that multiply: "тысяч", "млн", "dozen"."""
    vague: frozenset[str] = frozenset()
    """Forms of ``scales`` that alone mean many, and not one ("тысячи", "millions")."""
    articles: frozenset[str] = frozenset()
    """Words without which a scale alone means nothing ("a million"); empty where it needs none."""
    links: frozenset[str] = frozenset()
    """"and" inside a number ("two hundred and five")."""
    apart: frozenset[str] = frozenset()
    """Folded forms that are other words where an apostrophe is written ("сям’і", of the family)."""
    collectives: frozenset[str] = frozenset()
    """Forms of ``cardinals`` that count people where no noun follows ("двое", "троих")."""
    half: frozenset[str] = frozenset()
    """"half" in "half a million"."""
    halves: frozenset[tuple[str, ...]] = frozenset()
    """What adds a half to the number before it: ("с", "половиной")."""
    another: frozenset[str] = frozenset()
    """Words that are one before a unit of time ("about another day")."""
    compounds: Mapping[str, tuple[float, str]] = field(default_factory=dict, hash=False)
    """One-word measures to value and unit ("двухметровый")."""
    pairs: Mapping[str, tuple[float, float]] = field(default_factory=dict, hash=False)
    """Two numbers in one word ("два-три")."""
    stems: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Beginnings of what digits are joined to, to units ("летн" in "28-летний"); see ``scaled``."""
    scaled: Mapping[str, float] = field(default_factory=dict, hash=False)
    """The same for scales ("миллионн" in "5-миллионный")."""
    endings: frozenset[str] = frozenset()
    """What digits may be lengthened by and remain a number ("5-ти")."""
    units: Mapping[str, str] = field(default_factory=_none, hash=False)
    """Words for units, in every form."""
    signs: Mapping[str, str] = field(default_factory=lambda: SIGNS, hash=False)
    """Short forms that are units after digits only ("м", "кг", "kWh")."""
    powers: Mapping[str, str] = field(default_factory=_none, hash=False)
    """Words before a unit that make it square or cubic, to "2" or "3"."""
    money: Mapping[str, str] = field(default_factory=_none, hash=False)
    """Words for currencies to codes or families."""
    lands: Mapping[str, str] = field(default_factory=_none, hash=False)
    """Beginnings of words for countries and what is of them, to ISO 3166 codes, for families of money."""
    people: tuple[str, ...] = ()
    """Beginnings of words for people."""
    persons: frozenset[str] = frozenset()
    """Forms of "person" and "people"."""
    makers: tuple[str, ...] = ()
    """Endings of words for people ("ists")."""
    things: frozenset[str] = frozenset()
    """Words of such endings or beginnings that are none."""
    qualifiers: Mapping[tuple[str, ...], str] = field(default_factory=dict, hash=False)
    """Phrases before a number to about, over, under or almost."""
    changes: tuple[str, ...] = ()
    """Beginnings of verbs after which "up to" tells where something went, and is no qualifier."""
    followers: Mapping[tuple[str, ...], str] = field(default_factory=dict, hash=False)
    """The same after a number ("and more")."""
    starts: frozenset[str] = frozenset()
    """What opens a range that ``joins`` go on with: "from"."""
    joins: frozenset[str] = frozenset()
    """What leads to its end: "to"."""
    between: frozenset[str] = frozenset()
    """What opens a range that ``both`` go on with: "between"."""
    both: frozenset[str] = frozenset()
    """"and" between the two ends of such a range."""
    minus: frozenset[str] = frozenset()
    """"minus" in words."""
    aged: frozenset[str] = frozenset()
    """Words after which a number is somebody's age."""
    per: frozenset[str] = frozenset()
    """"per", "в", "на": what stands before one of ``pers``."""
    pers: Mapping[str, str] = field(default_factory=_none, hash=False)
    """Forms in which what a quantity is per follows ``per``, to units."""
    every: Mapping[str, str] = field(default_factory=_none, hash=False)
    """One-word forms of the same: "annually", "ежегодно"."""
    labels: frozenset[str] = frozenset()
    """Words after which digits are a number of something and no quantity: "article", "№", "flight"."""
    ranks: frozenset[str] = frozenset()
    """Words before which they are ("9 класса")."""
    streets: frozenset[str] = frozenset()
    """Words for streets: a number beside one is a house."""
    adjectives: tuple[str, ...] = ()
    """Endings of adjectives, which may stand between a number and its noun."""
    more: frozenset[str] = frozenset()
    """Words that may stand between a number and its noun although they mean little ("more")."""
    plurals: tuple[str, ...] = ()
    """Endings of nouns after numbers, in a language whose adjectives do not inflect."""
    breaks: frozenset[str] = frozenset()
    """Words that are never what is counted: verbs of being, adverbs."""
    anchors: frozenset[str] = field(default=frozenset(), init=False, compare=False, repr=False)
    """Every word that a quantity may begin with."""
    measured: frozenset[str] = field(default=frozenset(), init=False, compare=False, repr=False)
    """Every word that may say what a number before it measures."""
    before: Mapping[str, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """``qualifiers`` by their last word, the longest first."""

    def __post_init__(self) -> None:
        words = {*self.cardinals, *self.scales, *self.compounds, *self.pairs, *self.half, *self.another}
        object.__setattr__(self, "anchors", frozenset(words))
        known = {*self.units, *self.money, *self.scales, *self.persons} | {"%", "°", "‰"}
        object.__setattr__(
            self, "measured", frozenset(known | {sign for sign in self.signs if len(sign) > 1})
        )
        last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(self.qualifiers, key=len, reverse=True):
            last.setdefault(phrase[-1], []).append(phrase)
        object.__setattr__(self, "before", {word: tuple(found) for word, found in last.items()})


def forms(block: Mapping[str, str]) -> dict[str, str]:
    """Every form to what it means, from meanings to their forms parted by white space.

    >>> forms({"m": "metre metres", "t": "ton"})
    {'metre': 'm', 'metres': 'm', 'ton': 't'}
    """
    return {form: meaning for meaning, words in block.items() for form in words.split()}


def phrases(block: str) -> dict[tuple[str, ...], str]:
    """Phrases to what they mean, written one meaning a line: the meaning, then phrases parted by commas.

    >>> phrases("over more than, at least\\nabout some")
    {('more', 'than'): 'over', ('at', 'least'): 'over', ('some',): 'about'}
    """
    found = {}
    for line in block.strip().split("\n"):
        meaning, _, rest = line.strip().partition(" ")
        found.update({tuple(phrase.split()): meaning for phrase in rest.split(",")})
    return found


def compounds(
    numbers: Mapping[str, float], stems: Mapping[str, str], endings: Iterable[str], joint: str = ""
) -> dict[str, tuple[float, str]]:
    """One-word measures: every number with every stem and ending.

    >>> compounds({"двух": 2}, {"метров": "m"}, ["ый", "ая"])
    {'двухметровый': (2, 'm'), 'двухметровая': (2, 'm')}
    """
    return {
        number + joint + stem + ending: (value, unit)
        for number, value in numbers.items()
        for stem, unit in stems.items()
        for ending in endings
    }


def pairs(cardinals: Mapping[str, float], top: int = 10) -> dict[str, tuple[float, float]]:
    """Neighbouring numbers in one word.

    >>> pairs({"два": 2, "три": 3, "трех": 3})
    {'два-три': (2, 3), 'два-трех': (2, 3)}
    """
    return {
        f"{one}-{other}": (low, high)
        for one, low in cardinals.items()
        if low < top
        for other, high in cardinals.items()
        if high - low == 1 and low == int(low)
    }
