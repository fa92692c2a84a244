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
_COMMON = (
    # MINSK, June 5 (Reuters) -    МИНСК, 5 июня. /ТАСС/    КИЕВ. 5 июня. УНН.
    Credit("dateline", rf"(?m:^){_BEFORE}{{2,60}}[(/]\s?(?:корр\.\s?)?{{outlet}}\s?[)/]\s?[.,–—-]", 0.85),
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
    own = [*language.credits] if language else [credit for one in languages() for credit in one.credits]
    return tuple(
        Cue(credit, pattern, MARK in pattern.pattern)
        for credit in (*own, *_COMMON)
        for pattern in expand(credit)
    )
