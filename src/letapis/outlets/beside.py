"""What stands beside a common word that may be an outlet's name, and shows that it is, or is not."""

from __future__ import annotations

import re

from letapis.text import fold

__all__ = ["CLOSE", "OPEN", "counted", "noun", "quoted"]

OPEN, CLOSE = "«“„\"‚'‘", "»”“\"’'"

_STEMS = (
    # Belarusian, Russian and Ukrainian, without their endings
    *("газет", "часопіс", "часопис", "журнал", "тыднёвік", "тыжневік", "еженедельник", "тижневик"),
    *("агентств", "агенцтв", "агенство", "інфармагенцтв", "информагентств", "інформагентств", "агенцыя"),
    *("издани", "выданн", "виданн", "портал", "партал", "сайт", "медыя", "медіа", "медиа"),
    *("телеканал", "тэлеканал", "радиостанци", "радіостанці", "радыёстанцы", "телекомпани", "тэлекампані"),
    *("телеграм-канал", "тэлеграм-канал", "telegram-канал", "youtube-канал", "соцсет", "соцмереж"),
    # English, German, Polish, Lithuanian
    *("newspaper", "magazine", "outlet", "broadcaster", "tabloid", "weekly", "website"),
    *("zeitung", "nachrichtenagentur", "zeitschrift", "gazet", "dziennik", "tygodnik", "agencj"),
    *("czasopism", "portal", "laikrašt", "savaitrašt"),
)
_FOLDED = tuple(fold(stem) for stem in _STEMS)
_BEFORE = re.compile(r"([^\W\d_][\w-]{3,24})[ \u00a0](?:the |The )?[«“„\"‘]?$")
_NOT = ("журналист", "журналіст", "медиан", "медіан")
"""Words that begin like these: "журналист Гордон"."""
_REACH = 32
_MORE = 4
"""Letters that an ending may have."""


def noun(text: str, at: int) -> str | None:
    """The word for an outlet right before the name at ``at``, if one stands there.

    >>> noun("в газете «Час»", 10), noun("the newspaper Time", 14), noun("мой Час", 4)
    ('газете', 'newspaper', None)
    """
    match = _BEFORE.search(text[max(0, at - _REACH) : at])
    if match is None:
        return None
    word = fold(match[1])
    for stem in _FOLDED:
        if word.startswith(stem) and len(word) - len(stem) <= _MORE and not word.startswith(_NOT):
            return match[1]
    return None


def quoted(text: str, start: int, stop: int) -> bool:
    """Whether a name stands in quotation marks.

    >>> quoted("в «Час»", 3, 6), quoted("мой Час", 4, 7)
    (True, False)
    """
    return start > 0 and text[start - 1] in OPEN and text[stop : stop + 1] in tuple(CLOSE)


def counted(text: str, last: str, stop: int) -> bool:
    """Whether a name's ``last`` word is a number that belongs to the next word: "24 лютого", "24 hours".

    >>> counted("Рупар 24 лютого", "24", 8), counted("Рупар 24", "24", 8)
    (True, False)
    """
    return last.isdigit() and text[stop : stop + 1] in (" ", "\u00a0") and text[stop + 1 : stop + 2].islower()
