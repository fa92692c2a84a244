"""What a word may be in a noun phrase: by dictionary, else by its ending."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from letapis.langs.base import Speech
from letapis.text import fold
from letapis.text.morph import LANGUAGES, parses

__all__ = ["Nominal", "nominal"]


class Nominal(NamedTuple):
    """A word's readings in short."""

    sort: str
    """N noun, pronoun or name; A adjective, numeral or participle; V finite verb or infinitive;
    P preposition; D any other; X a word in another script or a number."""
    nominative: str
    """m, f, n, p: what it may be in the nominative; empty where it cannot be."""
    oblique: bool
    """Whether it may be in another case."""
    animate: bool
    """Whether it may name a person."""
    genitive: bool
    """Whether it may be in the genitive."""


_POS = {
    "NOUN": "N", "NPRO": "N", "ADJF": "A", "PRTF": "A", "NUMR": "A", "VERB": "V", "INFN": "V", "ADJS": "V",
    "PRTS": "V", "GRND": "D", "PREP": "P", "CONJ": "D", "PRCL": "D", "ADVB": "D", "PRED": "D", "INTJ": "D",
    "COMP": "D",
}  # fmt: skip
_SPARE = 0.02
"""Readings less likely than this are not considered."""
_CASES = ("gent", "datv", "ablt", "loct", "accs", "gen2", "loc2")


@lru_cache(maxsize=300_000)
def nominal(word: str, code: str, speech: Speech) -> Nominal:
    """The readings of ``word`` in the language ``code``.

    >>> from letapis import langs
    >>> speech = langs.get("ru").speech
    >>> nominal("министр", "ru", speech)[:3], nominal("министру", "ru", speech)[:3]
    (('N', 'm', False), ('N', '', True))
    """
    form = fold(word)
    if not word[0].isalpha():
        return Nominal("X" if word[0].isdigit() else "D", "p" if word[0].isdigit() else "", True, False, True)
    if word[0].isascii():
        return Nominal("X", "mfnp", True, False, True)
    if form in speech.determiners and form not in speech.pronouns:
        return Nominal("A", "mfnp", True, False, True)
    if (form in speech.links or form in speech.degrees) and form not in speech.pronouns:
        return Nominal("D", "", False, False, False)
    if form in speech.prepositions:
        return Nominal("P", "", False, False, False)
    if form in speech.pronouns:
        return Nominal("N", speech.pronouns[form], False, True, False)
    if word.isupper() and 1 < len(word) <= 6:
        return Nominal("N", "mfnp", True, False, True)
    if code in LANGUAGES:
        return _looked(word, form, code, speech)
    return _guessed(word, form, speech)


def _looked(word: str, form: str, code: str, speech: Speech) -> Nominal:
    readings = [p for p in parses(word, code) if p.score >= _SPARE]
    if word[:1].isupper() and not any(p.known for p in readings):
        return _foreign(form)
    verbs = [p for p in readings if p.pos in ("VERB", "INFN")]
    if verbs and (readings[0].pos in ("VERB", "INFN")) and not word[:1].isupper():
        return Nominal("V", "", False, False, False)
    found, oblique, animate, genitive, sort = set(), False, False, False, ""
    for one in readings:
        kind = _POS.get(one.pos, "D")
        if kind not in "NA":
            sort = sort or kind
            continue
        sort = sort if sort in ("N", "A") else kind
        animate = animate or "anim" in one.tags or bool(one.tags & {"Name", "Surn", "Patr"})
        if "nomn" in one.tags:
            found |= _genders(one.tags)
        elif not one.tags.isdisjoint(_CASES):
            oblique = True
            genitive = genitive or "gent" in one.tags
        elif kind == "N":
            found |= _genders(one.tags)  # the dictionary forgot the case («редактор» in Ukrainian)
    if word[:1].isupper() and not found and genitive and word[-1] not in "аяоёеэуюыіийхв":
        found.add("m")  # a surname that is a noun in the genitive plural as well
    if word[:1].isupper() and found == {"m"} and word[-1] not in "йая":
        found.add("f")  # surnames of women that do not decline
    if word[:1].isupper() and found == {"f"} and word[-1] in "ая":
        found.add("m")  # surnames in -a
    if word[:1].isupper() and any("Surn" in p.tags or "Name" in p.tags for p in readings):
        sort = "N"
    return Nominal(sort or "D", "".join(sorted(found)), oblique, animate, genitive)


def _genders(tags: frozenset[str]) -> set[str]:
    if "plur" in tags:
        return {"p"}
    found = {letter for tag, letter in (("masc", "m"), ("femn", "f"), ("neut", "n")) if tag in tags}
    if "ms-f" in tags or "Ms-f" in tags:
        found |= {"m", "f"}
    return found or {"m", "f", "n", "p"}


def _foreign(form: str) -> Nominal:
    """A name that no dictionary has."""
    if form.endswith(("ому", "ему", "ого", "его", "ыми", "ими", "ами", "ями", "ах", "ях", "ых", "их")):
        return Nominal("N", "", True, True, form.endswith(("го", "х")))
    if form.endswith(("а", "я")):
        return Nominal("N", "mf", True, True, True)
    if form.endswith(("у", "ю", "ом", "ем", "ым", "им", "ою", "ею", "ів")):
        return Nominal("N", "m", True, True, False)
    return Nominal("N", "mf", True, True, True)


def _guessed(word: str, form: str, speech: Speech) -> Nominal:
    """By endings alone (Belarusian)."""
    verb = speech.verbs.get(form)
    if verb is not None and verb.form != "gerund" and not word[:1].isupper():
        return Nominal("V", "", False, False, False)
    if (
        form in speech.links
        or form in speech.adverbs
        or form in speech.negations
        or form in speech.predicates
    ):
        return Nominal("D", "", False, False, False)
    if form in speech.feminine:
        return Nominal("N", "f", False, True, False)
    if form in speech.masculine:
        return Nominal("N", "m", False, True, False)
    ending = next((form[-n:] for n in (4, 3, 2, 1) if form[-n:] in speech.endings and len(form) > n + 1), "")
    cases = set(speech.endings.get(ending, "nomn-m accs").split())
    name = word[:1].isupper()
    if "verb" in cases and not name:
        return Nominal("D" if form.endswith(("чы", "шы")) else "V", "", False, False, False)
    if "verb" in cases:
        cases = {"nomn-m", "nomn-f", "gent"}  # a name that ends like a verb
    found = {case[-1] for case in cases if case.startswith("nomn")}
    if name and (ending in ("а", "я", "у", "ю") or ending.endswith("ў")):
        found.add("m")
    if name and form[-1] not in "аяоёеуюыі":
        found.add("m")
    if name and "m" in found:
        found.add("f")  # surnames of women that do not decline
    rest = {case for case in cases if not case.startswith("nomn")}
    adjective = form.endswith(speech.adjectives)
    sort = "A" if adjective and not name else "N"
    return Nominal(sort, "".join(sorted(found)), bool(rest), name or not ending, "gent" in rest)
