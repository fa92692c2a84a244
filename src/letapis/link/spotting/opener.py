"""Ordinary words taken for names because a sentence begins with them: "Яна" (she), "Вітер", "Далі"."""

from __future__ import annotations

from bisect import bisect_right

from letapis.langs import Language
from letapis.link.spotting.parts import Run
from letapis.link.spotting.places import places
from letapis.link.spotting.stem import stem
from letapis.link.spotting.trait import listed
from letapis.text.morph import LANGUAGES, parses
from letapis.text.stream import Stream

__all__ = ["opened"]

_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_LONGEST = 30
_LISTS = frozenset("GSB")
"""Given names, places and organisations."""
_MARKS = frozenset("-–—•*«“„\"'(…")
_PLAIN = frozenset("-–—•*")
"""Marks that may stand before the first word of a sentence, and those that are no quotation marks."""


def opened(text: Stream, runs: list[Run], language: Language | None) -> list[Run]:
    """``runs`` without single ordinary words that begin a sentence.

    A word is ordinary where the language has it among its function words, or its dictionary knows
    it as a common word only. One that has a capital elsewhere in the text, within a sentence, is a name.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> text = stream("Яна сказала. Рупар маўчаў.")
    >>> runs = opened(text, [Run(0, 1, "person"), Run(3, 4, "person")], langs.get("be"))
    >>> [text.cut(run.first, run.last) for run in runs]
    ['Рупар']
    """
    if language is None:
        return runs
    starts = text.sentences
    kept: list[Run] = []
    raised: set[str] | None = None
    for run in runs:
        if run.last - run.first == 1:
            begin = starts[max(0, bisect_right(starts, run.first) - 1)]
            first = all(text.words[at] in _PLAIN for at in range(begin, run.first))
            if first and _ordinary(text.words[run.first], language):
                raised = _raised(text) if raised is None else raised
                fold = text.folds[run.first]
                if fold[: max(3, len(fold) - 2)] not in raised:
                    continue
        kept.append(run)
    return kept


def _ordinary(word: str, language: Language) -> bool:
    if not word[1:].islower():
        return False
    if word.lower() in language.function:
        return True
    if language.code not in LANGUAGES or _LISTS & {*listed(word, language.code)}:
        return False
    readings = parses(word.lower(), language.code)
    if not readings or not all(one.known and not _PROPER & one.tags for one in readings):
        return False
    # the Ukrainian dictionary does not say which nouns are towns
    return places().get(stem(word), "t") == "t" or not any(one.pos == "NOUN" for one in readings)


def _raised(text: Stream) -> set[str]:
    """How words with a capital within a sentence begin: all beginnings of three letters or more."""
    begins = set(text.sentences)
    found: set[str] = set()
    for at, word in enumerate(text.words):
        if at not in begins and word[0].isupper() and not word.isupper() and text.words[at - 1] not in _MARKS:
            fold = text.folds[at][:_LONGEST]
            found.update(fold[:size] for size in range(3, len(fold) + 1))
    return found
