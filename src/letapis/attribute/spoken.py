"""Credits made of a language's own verbs of saying: whoever said it, an outlet in the dative was told."""

from __future__ import annotations

import re

from letapis.attribute.openings import Opening
from letapis.langs.base import Credit, Language

__all__ = ["spoken"]

_SHORT = 3
"""Letters of the shortest verb."""


def spoken(language: Language) -> tuple[tuple[Credit, frozenset[Opening]], ...]:
    """Credits of kind told_to, each with the words that it begins with; none without verbs and cases.

    Their patterns have a group ``dative``: the name after it is to show that case, so that "сообщила
    «Медуза»" is none of them and "сообщила «Медузе»" is.

    >>> from letapis import langs
    >>> [credit.kind for credit, _ in spoken(langs.get("ru"))], spoken(langs.get("en"))
    (['told_to', 'told_to'], ())
    """
    speech = language.speech
    if language.script != "Cyrl" or not speech.verbs:
        return ()
    verbs = {
        word
        for word, verb in speech.verbs.items()
        if verb.sort == "say" and verb.form in ("finite", "gerund")
    }
    found = frozenset(Opening(word, whole=True) for word in verbs | language.saying if len(word) >= _SHORT)
    stops = "|".join(sorted(map(re.escape, {*speech.prepositions, *speech.links, *speech.that})))
    pronouns = "|".join(sorted(map(re.escape, speech.pronouns)))
    someone = rf"(?:(?!(?:{stops})\s)[\w«»“”\".’'ʼ-]{{1,30}}\s+){{1,6}}?"
    return (
        (Credit("told_to", rf"\w{{3,25}}\s+(?:(?:{pronouns})\s+)?(?P<dative>){{outlet}}", 0.935), found),
        (Credit("told_to", rf"\w{{3,25}}\s+{someone}(?P<dative>){{outlet}}", 0.86), found),
    )
