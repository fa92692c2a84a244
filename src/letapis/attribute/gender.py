"""Whether a name or a noun is a man's, a woman's or that of several people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from letapis.attribute.nominal import nominal
from letapis.langs.base import Language, Naming, Speech
from letapis.text import fold
from letapis.text.morph import LANGUAGES, parses

__all__ = ["agreeing", "inflected", "noun", "singular", "told", "written"]


@lru_cache(maxsize=16)
def _told(naming: Naming) -> dict[str, str]:
    found = {fold(word): "m" for word in naming.men}
    for word in naming.women:
        form = fold(word)
        found[form] = "" if form in found else "f"
    return found


def told(form: str, language: Language) -> str:
    """The gender that the language's lists tell of a folded word; empty without any.

    >>> from letapis import langs
    >>> [told(word, langs.get("en")) for word in ("spokeswoman", "mr", "mayor")]
    ['f', 'm', '']
    """
    return _told(language.naming).get(form, "")


@lru_cache(maxsize=16)
def _names(naming: Naming) -> frozenset[str]:
    return frozenset(fold(name) for name in naming.given)


def written(before: Sequence[str], given: str, language: Language) -> str:
    """The gender of a name whose form does not tell, by the folded words before it and the given name.

    A given name that is in no list of women's is a man's where it is a given name at all; one that ends
    in -a is a woman's unless the language lists it.

    >>> from letapis import langs
    >>> written(("mr",), "kim", langs.get("en")), written((), "anna", langs.get("en"))
    ('m', 'f')
    """
    for form in before:
        if told(form, language):
            return told(form, language)
    listed = _told(language.naming).get(given)
    if listed is not None:
        return listed
    if given.endswith("a"):
        return "f"
    return "m" if given in _names(language.naming) else ""


def singular(form: str) -> str:
    """The singular of an English noun in the plural by its ending, else nothing.

    >>> singular("companies"), singular("authors"), singular("glass")
    ('company', 'author', '')
    """
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith("men"):
        return form[:-2] + "an"
    return form[:-1] if form.endswith("s") and not form.endswith("ss") else ""


def inflected(words: Sequence[str], language: Language, speech: Speech) -> str:
    """The gender of a name where endings tell it: by the given name, else by the surname.

    >>> from letapis import langs
    >>> russian = langs.get("ru")
    >>> inflected(["Анна", "Мох"], russian, russian.speech)
    'f'
    """
    for word in words:
        listed = told(fold(word), language)
        if listed:
            return listed
        found = _dictionary(word, language)
        if found:
            return found
    for word in words:
        if word[0].isalpha():
            found = nominal(word, language.code, speech).nominative
            if found in ("m", "f"):
                return found
            if language.code not in LANGUAGES and len(words) > 1:
                return "f" if fold(word).endswith(("а", "я")) else "m"
    return ""


def _dictionary(word: str, language: Language) -> str:
    """The gender of a given name or a patronymic by the dictionary's likeliest reading."""
    for one in parses(word, language.code):
        if one.known and ("Name" in one.tags or "Patr" in one.tags):
            return "m" if "masc" in one.tags else "f" if "femn" in one.tags else ""
    return ""


def agreeing(words: Sequence[str], language: Language, speech: Speech) -> str:
    """The gender that the first verb among ``words`` agrees with; empty where it does not tell.

    >>> from letapis import langs
    >>> russian = langs.get("ru")
    >>> agreeing(["вчера", "сказала"], russian, russian.speech)
    'f'
    """
    for word in words:
        verb = speech.verbs.get(fold(word))
        if verb is not None:
            return verb.agrees if verb.agrees in ("m", "f") else ""
        best = parses(word, language.code)[:1]
        if best and best[0].pos == "VERB":
            return "m" if "masc" in best[0].tags else "f" if "femn" in best[0].tags else ""
    return ""


def noun(word: str, language: Language, speech: Speech) -> tuple[str, str]:
    """Gender (p of the plural) and dictionary form of a noun for people.

    >>> from letapis import langs
    >>> russian = langs.get("ru")
    >>> noun("медсестры", russian, russian.speech)
    ('f', 'медсестра')
    """
    for one in parses(word, language.code):
        if one.pos == "NOUN" and "anim" in one.tags:
            kind = "p" if "plur" in one.tags else "m" if "masc" in one.tags else "f"
            return kind, word if "nomn" in one.tags or kind == "p" else one.lemma
    found = nominal(word, language.code, speech).nominative
    for letter in "fmp" if fold(word).endswith(("а", "я")) else "mpf":
        if letter in found:
            return letter, word
    return "", word
