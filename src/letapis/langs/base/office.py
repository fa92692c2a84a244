"""What a language calls public offices, public bodies and nations.

One record, filled in by ``office.py`` of a language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Office", "rows"]


@dataclass(frozen=True, slots=True)
class Office:
    """Words for what people are in public, and for the parts of public bodies' names.

    All lower case. Cyrillic nouns and adjectives stand in the nominative: their case forms are
    made by rule. The three blocks are read with :func:`rows`.
    """

    roles: frozenset[str] = frozenset()
    """Offices, ranks and callings of public life: the heads of phrases ("president", "мэр")."""
    aides: frozenset[str] = frozenset()
    """Those of ``roles`` that one has with somebody: right before a bare surname they are another's
    ("пресс-секретарь Рупара"). Empty where the language marks that otherwise."""
    members: frozenset[str] = frozenset()
    """Words that are public roles only with a body's name ("member of the council")."""
    joins: frozenset[str] = frozenset()
    """Words that may stand inside a role besides names, nouns and adjectives ("of", "по")."""
    epithets: frozenset[str] = frozenset()
    """Words that stand before the head of a role, where their form does not show that ("former")."""
    pointing: frozenset[str] = frozenset()
    """Words in the form of adjectives that belong to no role ("this", "every")."""
    genitives: tuple[str, ...] = ()
    """Endings of words that a head may rule; empty where a dictionary tells, or nothing does."""
    nominatives: tuple[str, ...] = ()
    """Endings of adjectives before a head in the nominative, likewise."""
    obliques: tuple[str, ...] = ()
    """Endings of adjectives before a head in another case, likewise."""
    oblique_names: tuple[str, ...] = ()
    """Endings of names that stand in another case than the nominative, likewise."""
    bodies: str = ""
    """Entries "concept: words": parts of names of bodies that have a counterpart in other languages.
    Concepts are the same in all languages; those of "-" say nothing ("affairs")."""
    short: str = ""
    """Entries "short form: name in full" for bodies, states and places; of words of ``bodies`` and
    ``nations`` or of others."""
    nations: str = ""
    """Entries "ISO 3166-1 code: words": adjectives of countries, and names that CLDR does not have;
    "GeoNames id: words" for names of towns that GeoNames does not have."""


def rows(block: str) -> Iterator[tuple[str, str]]:
    """The entries of ``block``, parted by line ends or semicolons: what stands before and after the colon.

    >>> list(rows("a: b c; f: g\\n\\n  d:e"))
    [('a', 'b c'), ('f', 'g'), ('d', 'e')]
    """
    for entry in block.replace(";", "\n").split("\n"):
        left, colon, right = entry.partition(":")
        if colon:
            yield left.strip(), right.strip()
