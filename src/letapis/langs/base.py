"""What Letapis knows of a language: one record, filled in by one file a language."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Credit", "Language"]


@dataclass(frozen=True, slots=True)
class Credit:
    """A way in which a language credits an outlet.

    ``pattern`` is a regular expression (flags: IGNORECASE, UNICODE) in which the named group
    ``outlet`` stands where the outlet's name does; the text ``{outlet}`` inside the pattern is
    replaced by that group when it is compiled. A pattern without ``{outlet}`` finds a credit
    whose outlet is lost.
    """

    kind: str
    pattern: str
    score: float = 0.9


@dataclass(frozen=True, slots=True)
class Language:
    """The words and habits of one language that the rooms look for.

    All words are lower case. ``furniture``, ``more`` and ``footers`` are regular expressions
    (flags: IGNORECASE, UNICODE), matched against one line.
    """

    code: str
    """ISO 639-1."""
    name: str
    """Its own name for itself."""
    script: str
    """ISO 15924: Cyrl or Latn."""
    alphabet: str
    """Its lower-case letters."""
    months: tuple[str, ...] = ()
    """Twelve stems, January first, long enough to tell one month from another."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Opening and closing marks, the usual pair first."""
    abbreviations: frozenset[str] = frozenset()
    """Short forms written with a full stop that does not end a sentence, without the stop."""
    function: frozenset[str] = frozenset()
    """Function words: prepositions, conjunctions, particles, pronouns, articles."""
    saying: frozenset[str] = frozenset()
    """Verb forms that ascribe speech ("said", "рассказал")."""
    furniture: tuple[tuple[str, str], ...] = ()
    """(kind of residue, pattern of a whole line) of site furniture: share, subscribe, read also …"""
    more: tuple[str, ...] = ()
    """Patterns of the words at the end of a teaser that lead to the rest ("Read more")."""
    footers: tuple[str, ...] = ()
    """Patterns of feed footers, with groups ``title`` and ``outlet`` ("The post … appeared first on …")."""
    credits: tuple[Credit, ...] = ()
    """Ways to credit an outlet inside the text and in lines of their own."""
    samples: tuple[str, ...] = field(default=())
    """A few invented sentences, for tests and demonstrations."""
