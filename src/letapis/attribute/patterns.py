"""The credits of a language, compiled over masked text; and those that need no language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from letapis.attribute.mask import MARK
from letapis.attribute.slot import expand
from letapis.langs import languages
from letapis.langs.base import Credit, Language

__all__ = ["Cue", "cues"]

_BEFORE = rf"[^\n(/{MARK}]"
_PLACE = rf"(?:{_BEFORE}{{0,40}}\d{_BEFORE}{{0,20}}|(?-i:[A-ZА-ЯІЎЁЇЄҐ]{{3,30}}){_BEFORE}{{0,30}})"
_JOINT = (
    r"(?:\s+ha(?:ve|s)\s+\w{3,20}|\s+\w{3,20}ed)?,?\s+(?:in|as\s+part\s+of|with|[вуў])\s+"
    r"(?:(?:a|an|the|their|сво\w{1,4}|сва\w{1,4})\s+)?(?:joint|спільн\w{2,4}|совместн\w{2,4}|сумесн\w{2,4}|супольн\w{2,4})\s+"
    r"(?:investigation|project|report|расследован|проект|проєкт|праект|матери|матеры|расслед|розслід|дослід|даслед)"
)
_HE = r"(?:он|она|они|ён|яна|яны|він|вона|вони)"
_COMMON = (
    # MINSK, June 5 (Reuters) -    МИНСК, 5 июня. /ТАСС/    КИЕВ. 5 июня. УНН.
    Credit("dateline", rf"(?m:^){_BEFORE}{{2,60}}[(/]\s?(?:корр\.\s?)?{{outlet}}\s?[)/]\s?[–—-]", 0.85),
    # a full stop may follow a place in capitals or a date; "Translated from X (x.example)." is no dateline
    Credit("dateline", rf"(?m:^){_PLACE}[(/]\s?(?:корр\.\s?)?{{outlet}}\s?[)/]\s?[.,]", 0.85),
    Credit("dateline", rf"(?m:^){_BEFORE}{{2,25}}\d{{1,2}}{_BEFORE}{{2,20}}\.\s{{outlet}}\s?[.–—-]", 0.79),
    Credit("dateline", rf"(?m:^)(?-i:[A-ZА-ЯІЎЁЇЄҐ]{{3,30}}){_BEFORE}{{0,30}}\.\s{{outlet}}\s?[.–—-]", 0.79),
    # ТАСС, 24 ноября.    14:56 REGNUM
    Credit("dateline", r"(?m:^){outlet}\s*,\s*\d{1,2}\s+\w{3,12}\s*[.–—-]", 0.79),
    Credit("dateline", r"(?m:^)[ ,]{0,3}\d\d:\d\d\s{outlet}(?=\s)", 0.79),
    # the agency's name alone after the last sentence
    Credit("reported_by", r"(?<=[.!?…»”]\s){outlet}\.?(?=\s*(?:\n|$))", 0.79),
    Credit(
        "image_credit", r"(?:©|\(c\)|\bfoto|\bphoto|\bphotograph|\bimage)\s?[:/]?\s?(?:©\s?)?{outlet}", 0.79
    ),
    Credit("image_credit", r"\bvia\s{outlet}(?=\s*(?:[)\n]|$))", 0.79),
    # a line of its own says where the whole text is from
    Credit("reported_by", r"(?m:^)[ ]{0,3}[(\[]?via:?\s{outlet}(?=\s*[)\].]{0,2}\s*(?:\n|$))", 0.92),
    Credit(
        "reported_by",
        r"\b(?:translated\s+from|(?:перевод|пераклад|переклад)\s*(?::|—|–|-|с|з|із)|перев[её]дено\s+с"
        r"|перакладзена\s+з|перекладено\s+з)\s+{outlet}",
        0.92,
    ),
    Credit(
        "reported_by", r"(?:(?m:^)|(?<=[.!?…]\s))(?:паводле|за|по)\s{outlet}(?=[^\n]{0,40}(?:\n|$))", 0.82
    ),
    Credit(
        "reported_by",
        r"\b(?:ознакомил(?:ся|ась|ись)|ознайоми(?:вся|лася|лися)|азнаёмі(?:ўся|лася|ліся))\s{outlet}",
        0.79,
    ),
    # below .8 it takes marked names alone: a pattern that begins with any name at all would be slow
    Credit("joint", rf"{{outlet}}{_JOINT}", 0.79),
)


class Cue(NamedTuple):
    """A credit and its pattern."""

    credit: Credit
    pattern: re.Pattern[str]
    marked: bool
    """Whether it needs a mark, and so is looked for near marks alone."""


@cache
def cues(language: Language | None) -> tuple[Cue, ...]:
    """Credits to look for in a text of this language; those of every language where it is not known.

    >>> from letapis import langs
    >>> len(cues(None)) > len(cues(langs.get("en"))) > 10
    True
    """
    some = (language,) if language else languages()
    own = [credit for one in some for credit in (*one.credits, *_spoken(one))]
    return tuple(
        Cue(credit, pattern, MARK in pattern.pattern)
        for credit in (*own, *_COMMON)
        for pattern in expand(credit)
    )


def _spoken(language: Language) -> tuple[Credit, ...]:
    """Credits like "said he to X": a verb of saying, a pronoun, and an outlet in the dative."""
    if language.script != "Cyrl" or not language.saying:
        return ()
    verbs = "|".join(sorted(language.saying))
    return (Credit("told_to", rf"\b(?:{verbs})\s+{_HE}\s+{{outlet}}", 0.93),)
