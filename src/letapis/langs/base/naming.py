"""How a language names people, organisations and places.

One record, filled in by ``naming.py`` of a language.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Naming"]


@dataclass(frozen=True, slots=True)
class Naming:
    """Roles, titles, types of organisations and places, given names, in any case of letters.

    In an inflected language the nominative singular is enough (and the plural where its stem
    differs): words are compared without their endings (:func:`letapis.link.spotting.stem.stem`).
    """

    roles: frozenset[str] = frozenset()
    """Words for what people are in public: offices, professions in public life, ranks."""
    titles: frozenset[str] = frozenset()
    """Words that go with a name in address: Mr, пан, сэр."""
    kin: frozenset[str] = frozenset()
    """Words for relatives and other people, who are often named: brother, жонка, activist."""
    people: frozenset[str] = frozenset()
    """Other common nouns for people, whom a pronoun may stand for: nurse, настаўніца."""
    doers: tuple[str, ...] = ()
    """Endings of nouns for people, where no dictionary tells."""
    men: frozenset[str] = frozenset()
    """Titles, nouns and given names that tell of a man where their form does not: Mr, spokesman, Мікіта."""
    women: frozenset[str] = frozenset()
    """Titles, nouns and given names that tell of a woman where their form does not: Mrs, actress."""
    organisations: frozenset[str] = frozenset()
    """Types of organisations: ministry, компания, ААТ."""
    places: frozenset[str] = frozenset()
    """Types of places: city, вуліца, область."""
    given: frozenset[str] = frozenset()
    """Given names; short forms too."""
    sites: frozenset[str] = frozenset()
    """Names of places of one word that a list of towns and countries lacks: continents, regions, seas."""
    bodies: frozenset[str] = frozenset()
    """Names of organisations of one word that news have every day: EU, НАТО, БДУ."""
    peoples: frozenset[str] = frozenset()
    """Adjectives and nouns of peoples that are written with a capital and are no names: Polish."""
    common: frozenset[str] = frozenset()
    """Frequent words that begin sentences or headlines and are no names, where no dictionary is at hand."""
    locatives: frozenset[str] = frozenset()
    """Prepositions that stand before places: in, у, from."""
    joints: frozenset[str] = frozenset()
    """Small words inside names of organisations: of, for, і."""
    cases: tuple[tuple[str, str], ...] = ()
    """(ending of another case, ending of the nominative) of names, where no dictionary is at hand or it
    does not have a man's surname; the first that fits counts."""
