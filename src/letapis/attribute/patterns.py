"""The credits of a language, compiled over masked text; and those that need no language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from letapis.attribute.mask import MARK
from letapis.attribute.openings import Opening, openings
from letapis.attribute.slot import NOUN, slots
from letapis.attribute.spoken import spoken
from letapis.langs import languages
from letapis.langs.base import Credit, Language

__all__ = ["Cue", "Cues", "compiled", "cues"]

_LINE = "(?m:^)"
_SURE = 0.8
"""Cues below this take only names known from elsewhere."""
_BACK = 2
_BEGINS = 6
"""Words that may stand before the verb of a credit that begins with the outlet's name."""
_LONGEST = 24
_MOST = 400_000
"""Folded words that are remembered with the cues that begin with them."""

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
    Credit(
        "dateline",
        rf"(?m:^){_BEFORE}{{2,60}}[(/]\s?(?:корр\.\s?)?(?:[^\n()/]{{2,40}}\s[–—-]\s)?{{outlet}}\s?[)/]\s?[–—-]",
        0.85,
    ),
    # a full stop may follow a place in capitals or a date; "Translated from X (x.example)." is no dateline
    Credit(
        "dateline",
        rf"(?m:^){_PLACE}[(/]\s?(?:корр\.\s?)?(?:[^\n()/]{{2,40}}\s[–—-]\s)?{{outlet}}\s?[)/]\s?[.,]",
        0.85,
    ),
    Credit("dateline", rf"(?m:^){_BEFORE}{{2,25}}\d{{1,2}}{_BEFORE}{{2,20}}\.\s{{outlet}}\s?[.–—-]", 0.79),
    Credit("dateline", rf"(?m:^)(?-i:[A-ZА-ЯІЎЁЇЄҐ]{{3,30}}){_BEFORE}{{0,30}}\.\s{{outlet}}\s?[.–—-]", 0.79),
    # МИНСК, 5 мая. Анна Мох, БелаПАН.
    Credit(
        "dateline",
        rf"(?m:^)(?-i:[A-ZА-ЯІЎЁЇЄҐ]{{3,30}}){_BEFORE}{{0,30}}\.\s(?-i:[A-ZА-ЯІЎЁЇЄҐ])[\w’'-]{{1,20}}\s"
        rf"(?-i:[A-ZА-ЯІЎЁЇЄҐ])[\w’'-]{{1,25}},\s{{outlet}}\s?[.–—-]",
        0.79,
    ),
    # МИНСК, 5 мая — БелаПАН.
    Credit(
        "dateline",
        rf"(?m:^)(?:{_BEFORE}{{2,25}}\d{{1,2}}{_BEFORE}{{2,20}}|(?-i:[A-ZА-ЯІЎЁЇЄҐ]{{3,30}}))\s?[–—-]\s?{{outlet}}\s?[.–—-]",
        0.79,
    ),
    # ТАСС, 24 ноября.    14:56 REGNUM
    Credit("dateline", r"(?m:^){outlet}\s*,\s*\d{1,2}\s+\w{3,12}\s*[.–—-]", 0.79),
    Credit("dateline", r"(?m:^)[ ,]{0,3}\d\d:\d\d\s{outlet}(?=\s+(?-i:[A-ZА-ЯІЎЇЄҐ«“]))", 0.79),
    # Reuters: bridge is closed   (a headline; with a question mark it is who asks in an interview)
    Credit("reported_by", r"(?m:^){outlet}:\s(?=[^\n?]{12,250}(?:\n|\Z))", 0.79),
    # The bridge is closed — Reuters      The bridge is closed (Reuters)
    Credit("reported_by", r"(?<=\w\s[—–-]\s){outlet}(?=\s*(?:\n|$))", 0.79),
    Credit("reported_by", r"(?<=[\w»”.]\s\(){outlet}(?=\)\.?\s*(?:\n|$))", 0.79),
    # copied with the text, in the language of the first: "… he said. Источник: X"
    Credit(
        "repost_footer",
        r"\b(?:(?:перво|першо|перша)?(?:источник|джерел[оа]|крын[иі]ца)|(?:original\s+)?source)\s?:\s?{outlet}(?=\.?\s*\Z)",
        0.93,
    ),
    # the agency's name alone after the last sentence
    Credit("reported_by", r"(?<=[.!?…»”]\s){outlet}\.?(?=\s*(?:\n|$))", 0.79),
    Credit(
        "image_credit", r"(?:©|\(c\)|\bfoto|\bphoto|\bphotograph|\bimage)\s?[:/]?\s?(?:©\s?)?{outlet}", 0.79
    ),
    # AP Photo/Anna Moor
    Credit("image_credit", r"{outlet}\s(?:photo|file\sphoto|фото|фота)\s?(?:/|by\b|(?=\s*[)\]]|\s*$))", 0.79),
    # REUTERS/Anna Moor    Anna Moor/AFP
    Credit(
        "image_credit",
        r"(?:(?m:^)|(?<=[.!?…»”)]\s)|(?<=[(\[]))(?-i:{outlet})\s?/\s?(?-i:[A-ZА-ЯІЎЁЇЄҐ])[\w.’'-]{1,30}(?:\s[\w.’'-]{2,30}){0,2}"
        r"(?=\s*[.)\]]?\s*(?:\n|$|\)))",
        0.79,
    ),
    Credit("image_credit", r"(?:(?<=\w/)|(?<=\w\s/\s)){outlet}(?=\s*[.)\]]?\s*(?:\n|$))", 0.79),
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
    """A credit with its patterns (:func:`compiled`), and the words where it is tried."""

    number: int
    credit: Credit
    marked: str | None
    """Where outlets are marked."""
    open: str | None
    """Any name may be the outlet's; or nothing is, where the credit has no place for a name."""
    headed: str | None
    """Any name may, after a word like "newspaper"."""
    openings: frozenset[Opening] | None
    """None where it begins with the outlet or with a line."""
    back: int = 0
    """So many words may stand before the word that it is tried at."""


@dataclass(frozen=True)
class Cues:
    """What is looked for in texts of a language: at words, at outlets, and at the beginnings of lines."""

    every: tuple[Cue, ...]
    marks: tuple[Cue, ...]
    lines: tuple[Cue, ...]
    whole: dict[str, tuple[int, ...]]
    parts: dict[str, tuple[int, ...]]
    needy: frozenset[int]
    """Numbers of the cues that want one of a few names: they are tried where one stands in the text."""
    nameless: frozenset[int]
    """Numbers of the cues that name nobody after them."""
    memo: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def numbers(self, forms: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """Folded words → numbers of the cues that can begin with them; below 0 for other words of interest.

        -1 is a word like "newspaper", and -2 - n one that cue n wants to stand in the text.
        """
        new = set(forms).difference(self.memo)
        if len(self.memo) + len(new) > _MOST:
            self.memo.clear()
            new = set(forms)
        self.memo.update((form, self._numbers(form)) for form in new)
        return self.memo

    def _numbers(self, form: str) -> tuple[int, ...]:
        found = set(self.whole.get(form, ()))
        for size in range(1, min(len(form), _LONGEST) + 1):
            found.update(self.parts.get(form[:size], ()))
        tail = form.rpartition("-")[2] if "-" in form else ""
        if tail and -1 in self._numbers(tail):
            found.add(-1)
        return tuple(sorted(found))


_TABLES: dict[int, tuple[Language | None, Cues]] = {}
"""By identity: a language's hash is that of all its words. The language is held, so that it stays the one."""


def cues(language: Language | None) -> Cues:
    """Credits to look for in a text of this language; those of every language where it is not known.

    >>> from letapis import langs
    >>> table = cues(langs.get("en"))
    >>> len(cues(None).every) > len(table.every) > 10, len(table.numbers(["told"])["told"]) > 0
    (True, True)
    """
    known = _TABLES.get(id(language))
    if known is None:
        known = _TABLES[id(language)] = (language, _table((language,) if language else languages()))
    return known[1]


def _table(some: tuple[Language, ...]) -> Cues:
    own: list[tuple[Credit, frozenset[Opening] | None]] = []
    for language in some:
        own += [(credit, None) for credit in (*language.credits, *_spoken(language))]
        own += spoken(language)
    own += [(credit, None) for credit in _COMMON]
    every = tuple(_cue(number, *credit) for number, credit in enumerate(own))
    whole: dict[str, set[int]] = {}
    parts: dict[str, set[int]] = {}
    for number, found in ((-1, openings(NOUN)), *((cue.number, cue.openings) for cue in every)):
        for one in found or ():
            table, word = (whole, one.word) if one.whole else (parts, one.word[:_LONGEST])
            table.setdefault(word, set()).add(number)
    needy = {
        cue.number: openings(cue.credit.pattern.partition("(?P<outlet>")[2]) for cue in every if _needs(cue)
    }
    for number, found in needy.items():
        for one in found or ():
            table, word = (whole, one.word) if one.whole else (parts, one.word[:_LONGEST])
            table.setdefault(word, set()).add(-2 - number)
    return Cues(
        every,
        tuple(c for c in every if c.openings is None and not c.credit.pattern.startswith(_LINE)),
        tuple(c for c in every if c.openings is None and c.credit.pattern.startswith(_LINE)),
        {word: tuple(sorted(numbers)) for word, numbers in whole.items()},
        {word: tuple(sorted(numbers)) for word, numbers in parts.items()},
        frozenset(needy),
        frozenset(cue.number for cue in every if not cue.marked),
    )


def _needs(cue: Cue) -> bool:
    """Whether a cue has a few names of its own in the place of a name, words that can be looked up."""
    _, _, after = cue.credit.pattern.partition("(?P<outlet>")
    return bool(after) and not cue.marked and bool(openings(after))


def _cue(number: int, credit: Credit, words: frozenset[Opening] | None = None) -> Cue:
    pattern = credit.pattern
    if "{outlet}" not in pattern:
        return Cue(number, credit, None, pattern, None, openings(pattern))
    marked, bare, plain, headed = slots(pattern)
    _, _, after = pattern.partition("(?P<cue>")
    found = words or openings(f"(?:{after}" if after else pattern)
    begins = bool(after) and pattern.partition("(?P<cue>")[0].count("{outlet}") > 0
    sure = (credit.score >= _SURE or begins) and found is not None
    return Cue(
        number,
        credit,
        marked if found is not None or pattern.startswith(_LINE) else bare,
        plain if sure else None,
        headed if sure else None,
        found,
        _BEGINS if begins else _BACK if after else 0,
    )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of a cue, compiled when it is first needed: there are hundreds, and few are.

    >>> compiled("told") is compiled("told")
    True
    """
    return re.compile(pattern, re.IGNORECASE | re.UNICODE)


def _spoken(language: Language) -> tuple[Credit, ...]:
    """Credits like "said he to X": a verb of saying, a pronoun, and an outlet in the dative."""
    if language.script != "Cyrl" or not language.saying:
        return ()
    verbs = "|".join(sorted(language.saying))
    return (Credit("told_to", rf"\b(?:{verbs})\s+{_HE}\s+{{outlet}}", 0.93),)
