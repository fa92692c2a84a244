"""Where the words of a credit credit nobody: an outlet's own people, no answer, an invitation."""

from __future__ import annotations

import re
from functools import lru_cache

from letapis.attribute.mask import MARK

__all__ = ["barred"]

_STAFF = re.compile(
    r"(?:журнал[иі]ст|корр?[еэ]спонд[еэ]нт|р[еэ]дактор|рэдактар|главред|галоўрэд|сотрудни|супрацоўні|співробітни|работни"
    r"|основател|заснавальн|засновни|директор|дырэктар|ведущ|вядуч|оператор|камер|фотограф|автор|аўтар|читател|офис"
    r"|journalist|reporter|editor|correspondent|founder|staff|employee|photographer|owner|anchor|host|reader)\w*"
    r"(?:\s+(?:of|for|at|from|with|(?:the\s+)?(?:агентства|издания|газеты|портала|newspaper|agency)))?\s*[«“„\"]?$"
    r"|\b(?:компани\w+|кампані\w+|ф[иі]рм\w+|фонд\w*|завод\w*|[оз]ао|ооо|музе\w+|клуб\w*|парти\w+|партыя|магазин\w*|кафе"
    r"|ресторан\w*|company|firm|ship|club|store|film)\s+[«“„\"]?$"
    r"|\b(?:of|from|at|with|for|in|by|on|to|against|former|or|than|about)\s+(?:the\s+)?[«“„\"]?$"
    r"|\b(?:о|об|от|у|ў|из|з|на|для|против|в|во|с|со|к|про|аб|ад|від)\s+[«“„\"]?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:р[еэ]дактор|дыр[еэ]ктор|директор|журнал[иі]ст|вед[уо]ч\w+|автор|аўтар)\b", re.IGNORECASE
)
"""In the nominative it is the outlet's own people who speak."""
_REFUSED = re.compile(
    r"\b(?:(?:не|ня)\s+(?:\w{2,8}\s+)?(?:ответ|отвеч|отреаг|реаг|прокомм|відпов|відреаг|прокомен|адказ|адрэаг|рэаг|пракам)\w*"
    r"|(?:отказа|відмови|адмові)\w+\s+(?:от\s+|від\s+|ад\s+)?(?:комм?ент|кам[еэ]нт|отвеч|відповід|адказ|говор|гавар|общ|спілк)\w+|(?:оставил|залиши|пакіну)\w*\s+без\s+\w+|(?:did\s+not|didn[’']t|has\s+not|have\s+not"
    r"|had\s+not|yet\s+to|could\s+not|unable\s+to)\s+(?:\w+\s+)?(?:respond|reply|replied|answer|comment)\w*"
    r"|(?:declined|refused)\s+to\s+(?:comment|speak|talk|respond|answer|reply|give)\w*)(?:\s+(?!when\b|as\b)[\w-]{1,20}){0,2}\s+$",
    re.IGNORECASE,
)
"""Nobody answered: a request without an answer is no credit."""
_INVITES = re.compile(
    r"(?:^|[·•|\n])\W*(?:подпи[сш]\w*|підпи[сш]\w*|падпі[сш]\w*|поделит(?:е|ь)с\w*|поділіт\w*|поділити\w*|падзялі\w*"
    r"|subscribe|follow|join|share|вступай\w*|далучай\w*|долучай\w*|присоединя\w*)(?:\s[\w’'-]{1,20}){0,4}\s[«“„\"]?$",
    re.IGNORECASE,
)
"""A line that begins so invites its reader."""
_HEADS = re.compile(
    r"(?:д[иы]р[еэ]кт[оа]р|кер[іi]вни|руководител|кіраўні|президент|прэзідэнт|менедж[еэ]р|тр[еэ]нер|капитан|капітан|сп[іи]кер"
    r"|речни|пр[еэ]дставител|прадстаўні|представни|глава|голова|інженер|инженер|інжынер|працівни|работни|бухгалтер)\w{0,3}"
    r"\s[«“„\"]?$",
    re.IGNORECASE,
)
"""After these a name nobody knows is that of their firm or club."""
_ACRONYM = re.compile(r"[А-ЯЁІЇЄҐЎ]{2,6}")
_CHANNEL = re.compile(r"(?:telegram+|т[еэ]леграм+|youtube|ютуб)-канал\w*$", re.IGNORECASE)
"""The channel of an office, which the office itself speaks on."""
_LINE = 120
"""How far before the name, in characters, a line that invites may begin."""


def barred(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether a credit of ``kind`` at a place of a masked text is none, whatever the name in it.

    >>> pattern = re.compile("[Tt]old (?P<outlet>X)")
    >>> texts = "she told X", "Share what you told X"
    >>> [barred(text, pattern.search(text), "told_to") for text in texts]
    [False, True]
    """
    at = match.start("outlet")
    if at == match.start() and "\n" in match[0].strip():
        return True  # what begins in the next line says nothing of it
    if at == match.start() and _staffed(text[max(0, at - 60) : at]):
        return True
    head = match["head"] if "head" in match.re.groupindex else None
    if head and _ACRONYM.fullmatch(match["outlet"]) and _CHANNEL.search(head):
        return True
    if head and _OWN.search(head):
        return True
    if _INVITES.search(text[max(text.rfind("\n", max(0, at - _LINE), at) + 1, at - _LINE, 0) : at]):
        return True
    if kind != "told_to":
        return False
    if MARK not in match["outlet"] and _HEADS.search(text[max(0, at - 40) : at]):
        return True
    return _refused(text[max(0, match.start() - 90) : match.start()])


@lru_cache(maxsize=4096)
def _staffed(before: str) -> bool:
    """Whether words end in somebody of the outlet's own; asked by every cue at the same place."""
    return bool(_STAFF.search(before))


@lru_cache(maxsize=4096)
def _refused(before: str) -> bool:
    """Whether words end in an answer that was not given; asked by every cue at the same place."""
    return bool(_REFUSED.search(before))
