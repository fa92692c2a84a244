"""The place in a credit where an outlet's name stands, and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from letapis import outlets
from letapis.attribute.mask import MARK
from letapis.langs.base import Credit
from letapis.text import fold

__all__ = ["HEAD", "NEXT", "OPEN", "PREVIOUS", "Slot", "expand", "resolve"]

OPEN, CLOSE = "«“„\"‘'", "»”“\"’'"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀČĒĖĢĪĶĻŅŠŪŽĄĘŁŃŚŹŻĆА-ЯЁІЇЄҐЎ"
_WORD = rf"[{_CAPITAL}][\w’'&+-]*"
_CAPITALS = rf"(?-i:{_WORD}(?:[ \u00a0](?:(?:of|the|de|la|le|и|і|und) )?{_WORD}){{0,3}})"
_QUOTED = '[«“„"][^«»“”„"\n]{2,60}[»”“"]'
_MARKED = rf"[{OPEN}]?\s?{MARK}(?:\s?[{CLOSE}])?"

HEAD = (
    r"(?:(?!(?:в|у|ў|о|об|про|пра|для|из|і?з|с|и|та|і)\s)[\w-]{1,40}\s){0,3}?(?:(?:інфарм|информ|інформ)?аг[еэ]нтств\w*|аг[еэ]нцы\w+|агенці\w+|издани\w+|выданн\w+|видання\w*"
    r"|газет\w*|портал\w*|сайт\w*|телеканал\w*|телекомпани\w+|радиостанци\w+|радыёстанцы\w+|радіостанці\w+"
    r"|журнал(?:а|у|е|ом|і)?|ради?о|радыё|радіо|служб[аыеуі]|т[еэ]леграм+-канал\w*"
    r"|telegram-канал\w*|канал(?:а|у|е|ом|і)?|медиа|медыя|медіа|интернет-\w+|блог\w*|таблоид\w*|таблоїд\w*"
    r"|agency|newspapers?|news\s+(?:site|website|portal|outlet|agency|wire|channel|service)"
    r"|(?:web)?site|portal|magazine"
    r"|(?:radio|tv|television)\s+(?:station|channel|network)|broadcaster|outlet|tabloid"
    r"|publication|channel|daily|weekly"
    r"|agencj\w+|gazet\w+|portal\w*|dziennik\w*|serwis\w*|stacj\w+|nachrichtenagentur|zeitung|magazin|sender"
    r"|agentūr\w+|naujienų\s+\w+|portal\w+|dienrašt\w+)"
)
"""What an outlet is called by before its name: "the newspaper", "порталу"."""

_CHANNEL = re.compile(r"\w{1,40}-канал\w*", re.IGNORECASE)
_AND = r"(?:и|а также|а таксама|а також|та|і|й|ды|and|&|as well as|i|oraz|und|ir)"
_LISTED = rf"(?:{_MARKED}|{_QUOTED})"
NEXT = re.compile(
    rf"(?:\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+)(?:the\s+)?(?:{HEAD}\s+)?(?P<outlet>{_LISTED})", re.IGNORECASE
)
"""The next outlet of a list."""
PREVIOUS = re.compile(
    rf"(?P<outlet>{_LISTED})(?:\s*,\s*|\s*,?\s+{_AND}\s+)(?:the\s+)?(?:{HEAD}\s+)?$", re.IGNORECASE
)
"""The outlet before, at the end of the text that precedes a list's later member."""

_AROUND = rf"(?:the\s+)?(?:(?P<head>{HEAD.replace('{', '{{').replace('}', '}}')})\s+)?(?P<outlet>{{}})"

_BODY = re.compile(
    r"министерств|міністэрств|міністерств|^м[ві]д$|^мвс$|^мус$|^мчс$|^мзс$|минздрав|мінздроў|моз$|минфин"
    r"|минюст"
    r"|комитет|камітэт|комітет|посольств|пасольств|пресс-служб|прэс-служб|прес-?служб"
    r"|полици|паліцы|поліці|милици|міліцы"
    r"|прокуратур|суд$|суда$|университет|універсітэт|університет|банк|парт[иі]|президент"
    r"|прэзідэнт|правительств|роспотреб|урад"
    r"|уряд|^оон$|^нато$|^ес$|^ек$|^єс$|^сша$|^зша$|^кгб$|^кдб$|^фсб$|^сбу$|^ск$|^воз$|росстат|белстат"
    r"|ministry|police|committee|court|universit|bank\b|government|president|embassy"
    r"|department|association|office"
    r"|^(?:un|eu|who|nato|fbi|cia|imf|us|uk|u\.s|opec|osce|unicef|fifa|uefa|nasa|noaa)$|institute|council"
    r"|union|party"
    r"|foundation|commission|senate|congress|kremlin|кремл|house$|bureau|centre|center"
    r"|agency for|authorit|fund$",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"(?:\b(?:news|times|post|daily|herald|tribune|gazette|journal|telegraph|radio|tv|magazine|weekly|observer"
    r"|chronicle|mail|guardian|today|broadcasting|gazeta|pravda|novosti|wiadomości|zeitung"
    r"|nachrichten|rundfunk"
    r"|новост[ией]\w*|навін\w*|новин\w*|вест[ией]\w*|известия\w*|правд[аыеуй]\w*|праўд\w*"
    r"|газет\w*|радио|радыё|радіо"
    r"|курьер\w*|кур'ер\w*|вестник\w*|веснік\w*|вісник\w*|телеграф\w*|инфо|інфа|інфо|медиа"
    r"|медыя|медіа|тв|агентств\w*"
    r"|хроник\w*|хронік\w*)\b|[-.]info$|-24$|(?:news|info|press|пресс?|прэс)$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What was taken for an outlet's name in a credit, and how sure that is."""

    outlet: str
    by: str
    score: float
    damaged: bool = False


def expand(credit: Credit) -> tuple[re.Pattern[str], ...]:
    """The patterns of a credit over a masked text: for marked names and, for sure cues, for others.

    Cues that are not sure of themselves (score below .8) take only names known from elsewhere.

    >>> len(expand(Credit("reported_by", "source: {outlet}"))), len(expand(Credit("link", "as reported by,")))
    (2, 1)
    """
    if "{outlet}" not in credit.pattern:
        return (re.compile(credit.pattern, re.IGNORECASE | re.UNICODE),)
    slots = [f"[{OPEN}]?{MARK}[{CLOSE}]|{MARK}"]
    if credit.score >= 0.8:
        slots.append(f"{_QUOTED}|{_CAPITALS}")
    return tuple(
        re.compile(credit.pattern.replace("{outlet}", _AROUND.format(slot)), re.IGNORECASE | re.UNICODE)
        for slot in slots
    )


def resolve(
    words: str, kind: str, known: Mapping[str, str], *, head: bool, alone: int, foreign: bool
) -> Slot | None:
    """The outlet that unmarked ``words`` name in the slot of a credit of ``kind``; None to abstain.

    ``head`` tells that a word like "newspaper" precedes, ``foreign`` that the name is of another
    script. ``alone`` is how many words the name may have where nothing speaks for it but that the
    credit is a line of its own and the name stands nowhere else in the text.

    >>> resolve("«Invented Herald»", "reported_by", {}, head=False, alone=0, foreign=False).outlet
    'Invented Herald'
    >>> resolve("Smith", "reported_by", {}, head=False, alone=0, foreign=False) is None
    True
    """
    quoted = words[:1] in OPEN
    name = words.strip(OPEN + CLOSE + " \u00a0").rstrip(".,")
    if not name or MARK in name or name[0].islower():
        return None
    seen = _seen(name, known)
    if seen:
        return seen
    if not quoted and (_BODY.search(name) or _CHANNEL.fullmatch(name)):
        return None
    size = len(name.split())
    if kind == "repost_footer":
        return Slot(name, "place in a footer", 0.8)
    if head and kind != "published_by" and (quoted or size <= 3):
        return Slot(name, "word for an outlet before it", 0.8)
    if _MEDIA.search(name) and size <= 5:
        return Slot(name, "name like an outlet's", 0.7)
    if kind not in ("reported_by", "joint") or size > 4:
        return None
    if quoted:
        return Slot(name, "quotation marks after a strong cue", 0.65)
    if foreign and size <= 2:
        return Slot(name, "name of another script after a strong cue", 0.65)
    return Slot(name, "credit in a line of its own", 0.5) if size <= alone else None


def _seen(name: str, known: Mapping[str, str]) -> Slot | None:
    parts = name.split()
    for size in range(len(parts), 0, -1):
        part = " ".join(parts[:size]).removesuffix("'s").removesuffix("’s")
        for form in (part, part.removeprefix("The ").removeprefix("the ")):
            if fold(form) in known:
                return Slot(known[fold(form)], "name of an outlet in the corpus", 0.95)
    outlet = outlets.by_name(name)
    if outlet:
        return Slot(known.get(fold(outlet.name), outlet.name), "registry", 0.95)
    near = _near(fold(name))
    return Slot(known.get(fold(near), near), "name misspelt by a letter", 0.7, damaged=True) if near else None


@lru_cache(maxsize=4096)
def _near(name: str) -> str | None:
    """The one outlet whose name is a letter off, for names long enough to be sure."""
    if len(name) < 7:
        return None
    hits = {
        outlet.name
        for outlet in outlets.outlets()
        if not outlet.platform
        for other in map(fold, outlet.names)
        if abs(len(other) - len(name)) <= 1 and len(other) >= 7 and _one_off(name, other)
    }
    return hits.pop() if len(hits) == 1 else None


def _one_off(a: str, b: str) -> bool:
    """Whether one letter put in, left out, replaced or swapped makes ``a`` into ``b``."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
