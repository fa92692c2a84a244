"""How a language says that somebody said something.

One record, filled in by ``speech.py`` of a language; and the generator of its verb forms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from letapis.text import fold

__all__ = ["Endings", "Phrase", "Speech", "Verb", "conjugate", "phrases", "table"]


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


class Verb(NamedTuple):
    """One form of a verb that ascribes speech or thought."""

    lemma: str
    """What its forms were generated from."""
    sort: str
    """say, think, demand, promise, question, deny, judge or want."""
    takes: frozenset[str]
    """What its content may be: ``that`` (a clause), ``inf`` (an infinitive of the speaker's own),
    ``whom`` (somebody who is to do something), ``noun``, ``whether`` (a question), ``mark`` (only
    words in marks), and prepositions ("for", "о")."""
    agrees: str
    """Subjects that fit: a string of m, f, n (singular) and p; empty where any fits."""
    form: str
    """finite, gerund, participle, infinitive or passive (nobody is named)."""


class Phrase(NamedTuple):
    """A cue of several words that stands before the name of the source ("according to")."""

    words: tuple[str, ...]
    sort: str
    after: frozenset[str]
    """Cases the source may stand in; empty where the language has none."""


Endings = Mapping[str, tuple[tuple[str, str, str], ...]]
"""Pattern → its (ending, subjects that agree, form)."""


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Words that ascribe speech. All lower case and folded (:func:`letapis.text.fold`)."""

    verbs: Mapping[str, Verb] = field(default_factory=lambda: MappingProxyType({}))
    """Forms of verbs of saying, thinking, demanding, promising … → what they are."""
    order: str = ""
    """``fixed`` where the place in the clause tells the subject, ``free`` where case and
    agreement do."""
    phrases: tuple[Phrase, ...] = ()
    """Cues before the source: "according to", "по словам"."""
    nouns: frozenset[str] = frozenset()
    """Nouns that a clause may depend on: "statement", "заявлении"."""
    aims: frozenset[str] = frozenset()
    """Nouns that an infinitive of the speaker's own may depend on ("promise to")."""
    that: frozenset[str] = frozenset()
    """Complementisers."""
    purpose: frozenset[str] = frozenset()
    """Complementisers that also mean "in order to"; only demands take them."""
    degrees: frozenset[str] = frozenset()
    """Words after which "as" or "how" compares: "так", "того"."""
    possessives: frozenset[str] = frozenset()
    """Possessives of the third person, which may stand inside a phrase ("по его словам")."""
    media: frozenset[str] = frozenset()
    """Kinds of outlets, in any case: a speaker that begins so is one ("газета «Мост»")."""
    prints: frozenset[str] = frozenset()
    """Forms with which outlets are credited ("пишет", "передаёт")."""
    whether: frozenset[str] = frozenset()
    """Words that open an indirect question."""
    doubtful: frozenset[str] = frozenset()
    """Forms of ``verbs`` that are nouns as often ("claims", "plans")."""
    direct: frozenset[str] = frozenset()
    """Verbs (``lemma``) whose clause needs no complementiser ("he said he would")."""
    relative: frozenset[str] = frozenset()
    """Relative pronouns that stand for a person."""
    links: frozenset[str] = frozenset()
    """Words that open a clause: conjunctions, subordinators."""
    joins: frozenset[str] = frozenset()
    """Conjunctions that may stand between two subjects or two verbs ("and")."""
    beside: frozenset[str] = frozenset()
    """Words between what one said and the next saying verb: "and", "but", "while"."""
    pointers: frozenset[str] = frozenset()
    """Words that point to the clause after a comma: "(о) том, (что)"."""
    how: frozenset[str] = frozenset()
    """Words that open an "as he said" clause."""
    pronouns: Mapping[str, str] = field(default_factory=_none)
    """Pronouns that may be a speaker → subjects they are (as in :class:`Verb`)."""
    owners: Mapping[str, str] = field(default_factory=_none)
    """Possessives of the third person → subjects they stand for (as in :class:`Verb`)."""
    cites: frozenset[str] = frozenset()
    """Forms of "to quote", whose object is the speaker."""
    sayings: frozenset[str] = frozenset()
    """Words for what was said, after which the speaker stands: "приводит | слова | министра"."""
    selves: frozenset[str] = frozenset()
    """Pronouns of the first person, and others of ``pronouns`` that stand for nobody named before."""
    about: frozenset[tuple[str, ...]] = frozenset()
    """What points to the sentence before: "об этом", "про це"."""
    prepositions: Mapping[str, str] = field(default_factory=_none)
    """Prepositions → cases they govern, space-separated; empty where the language has none."""
    places: frozenset[str] = frozenset()
    """Prepositions that stand before the place where it was said."""
    offices: frozenset[str] = frozenset()
    """What may speak as a place, in the case it does so: "министерстве", "пресс-службе"."""
    concessions: frozenset[str] = frozenset()
    """Words that open a sentence whose main clause comes second ("although")."""
    results: frozenset[tuple[str, ...]] = frozenset()
    """Words after a comma that end what was said ("так что")."""
    events: frozenset[str] = frozenset()
    """Occasions and means of saying, in any case: interview, briefing, statement, channel."""
    times: frozenset[str] = frozenset()
    """Words of time, in any case: weekdays, months, "yesterday"."""
    adverbs: frozenset[str] = frozenset()
    """Words that may stand between a subject and its verb."""
    negations: frozenset[str] = frozenset()
    """Words that deny the verb after them."""
    hearers: frozenset[str] = frozenset()
    """Words for those who are told, in the case they are told in ("reporters", "журналистам")."""
    determiners: frozenset[str] = frozenset()
    """Articles, possessives and quantifiers that open a noun phrase."""
    auxiliaries: frozenset[str] = frozenset()
    """Verbs that stand before the cue and change neither speaker nor content ("has", "would")."""
    be: frozenset[str] = frozenset()
    """Forms of "to be" that make a passive."""
    predicates: frozenset[str] = frozenset()
    """Common finite verb forms that are no cues; they end a noun phrase."""
    anonymous: frozenset[str] = frozenset()
    """Words of speakers who stay unnamed: source, insider, eyewitness."""
    groups: frozenset[str] = frozenset()
    """Words of groups of people: experts, officials, protesters."""
    infinitives: tuple[str, ...] = ()
    """Endings of infinitives."""
    adjectives: tuple[str, ...] = ()
    """Endings that only adjectives have, where no dictionary tells."""
    subjects: frozenset[str] = frozenset()
    """Pronouns that open a clause, where its place tells the subject."""
    alone: frozenset[str] = frozenset()
    """Determiners that may be speakers on their own ("many")."""
    objects: frozenset[str] = frozenset()
    """Words that cannot open the subject after a saying verb (", said to", ", said him")."""
    firm: frozenset[str] = frozenset()
    """Adverbs that stand beside finite verbs only ("still")."""
    endings: Mapping[str, str] = field(default_factory=_none)
    """Ending of a noun or adjective → cases and genders it may have, where no dictionary tells;
    see :mod:`letapis.attribute.nominal`."""
    feminine: frozenset[str] = frozenset()
    """Feminine nouns with an ending of other nouns."""
    masculine: frozenset[str] = frozenset()
    """Masculine nouns with a feminine ending."""


def conjugate(block: str, endings: Endings) -> dict[str, Verb]:
    """The forms of verbs that are written as ``stem/pattern``, folded.

    Each line of ``block`` is ``sort takes,takes: stem/pattern stem/pattern …``; a line that is set
    without a colon goes on with the one above. A word without a stroke stands for itself; what it
    agrees with may follow (``опроверг=m``), and nobody is named where that is ``0``. Of two verbs
    with the same form the first counts.

    >>> ends: Endings = {"л": (("л", "m", "finite"), ("ла", "f", "finite"))}
    >>> forms = conjugate("say that,о: сказа/л", ends)
    >>> forms["сказала"].agrees, forms["сказала"].sort, sorted(forms["сказал"].takes)
    ('f', 'say', ['that', 'о'])
    """
    found: dict[str, Verb] = {}
    for head, body in _lines(block):
        sort, _, takes = head.partition(" ")
        wants = frozenset(takes.replace(" ", "").split(",")) - {""}
        for word in body.split():
            stem, _, pattern = word.partition("/")
            stem, _, alone = stem.partition("=")
            single = (("", "n", "passive"),) if alone == "0" else (("", alone, "finite"),)
            for ending, agrees, form in endings[pattern] if pattern else single:
                found.setdefault(fold(stem + ending), Verb(stem, sort, wants, agrees, form))
    return found


def _lines(block: str) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for line in filter(str.strip, block.split("\n")):
        head, colon, body = line.partition(":")
        if colon:
            rows.append((head.strip(), body))
        else:
            rows[-1] = (rows[-1][0], f"{rows[-1][1]} {line}")
    return rows


def phrases(block: str) -> tuple[Phrase, ...]:
    """Cues, one a line: ``sort case,case: words``; variants are parted by ``|``.

    >>> phrases("say gent: по словам | со слов")[1].words
    ('со', 'слов')
    """
    found = []
    for head, body in _lines(block):
        sort, _, cases = head.partition(" ")
        after = frozenset(cases.replace(" ", "").split(",")) - {""}
        found += [Phrase(tuple(fold(one).split()), sort, after) for one in body.split("|") if one.strip()]
    return tuple(found)


def table(block: str) -> dict[str, str]:
    """Words by what is said of them: each line is ``value: word word …``, the value may be empty.

    >>> table("gent: от до\\n: und")
    {'от': 'gent', 'до': 'gent', 'und': ''}
    """
    return {fold(word): head for head, body in _lines(block) for word in body.split()}
