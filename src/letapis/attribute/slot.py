"""The place in a credit where an outlet's name stands, and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from letapis import outlets
from letapis.attribute.declension import nominative
from letapis.attribute.mask import MARK
from letapis.text import fold

__all__ = ["AFTER_NOUN", "CLOSE", "NEXT", "NOUN", "OPEN", "QUOTED", "Slot", "preceding", "resolve", "slots"]

OPEN, CLOSE = "«“„\"‘'", "»”“\"’'"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀČĒĖĢĪĶĻŅŠŪŽĄĘŁŃŚŹŻĆА-ЯЁІЇЄҐЎ"
_WORD = rf"[^\W_A-ZА-Я]{{0,5}}[{_CAPITAL}][\w’'&+-]*"
_CAPITALS = rf"(?-i:{_WORD}(?:[ \u00a0](?:(?:of|the|de|la|le|и|і|und) )?{_WORD}){{0,3}})"
QUOTED = '[«“„"][^«»“”„"\n]{2,60}[»”“"]'
"""A name in quotation marks."""
_MARKED = rf"[{OPEN}]?\s?{MARK}(?:\s?[{CLOSE}])?"

NOUN = (
    r"(?:(?:інфарм|информ|інформ)?аг[еэ]н[тц]ц?тв\w*|аг[еэ]нтств\w*|аг[еэ]нцы\w+|агенці\w+|издани\w+|выданн\w+|виданн\w+"
    r"|тыднёвік\w{0,3}|тижневик\w{0,3}|щоденник\w{0,3}|дзённік\w{0,3}|(?:штотыднёв[іе]|штодзённ?[іе]|щотижневи|щоденни|еженедельни|ежедневни)[кц]\w{0,3}"
    r"|газе[тц]\w*|п[оа]ртал\w*|сайт\w*|телеканал\w*|телекомпани\w+|т[еэ]леканал\w*|тэлек[оа]мпан\w+|часопіс\w*|радиостанци\w+|радыёстанцы\w+|радіостанці\w+"
    r"|часопис\w{0,3}|журнал(?:а|у|е|ом|і)?|ради?о|радыё|радіо|служб[аыеуі]|т[еэ]леграм+-канал\w*"
    r"|telegram-канал\w*|канал(?:а|у|е|ом|і)?|медиа|медыя|медіа|интернет-\w+|блог\w*|таблоид\w*|таблоїд\w*"
    r"|agency|newspapers?|news\s+(?:site|website|portal|outlet|agency|wire|channel|service)"
    r"|(?:web)?site|portal|magazine"
    r"|(?:radio|tv|television)\s+(?:station|channel|network)|broadcaster|outlet|tabloid"
    r"|publication|channel|daily|weekly|journal|podcast|(?:news\s+)?blog|newsletter|gazette"
    r"|agencj\w+|gazet\w+|portal\w*|dziennik\w*|serwis\w*|stacj\w+|nachrichtenagentur|zeitung|magazin|sender"
    r"|agentūr\w+|naujienų\s+\w+|portal\w+|dienrašt\w+)"
)
"""What kind of outlet it is: "newspaper", "порталу"."""

_WIDER = (
    r"|(?:editorial\s+(?:office|team|board|staff)|newsroom|bureau|edition)\s+of|(?:правозащитн|праваабаронч|правозахисн)\w+\s+(?:цент|цэнт)\w+|про[еє]кт\w*|праект\w*|холдинг\w*|инициатив\w+"
    r"|ініціатив\w+|ініцыятыў\w+|команд\w+|каманд\w+|project|initiative|network|group|team|watchdog|service\s+of|human\s+rights\s+\w+)"
)
"""What only an outlet known from elsewhere may be called by."""

AFTER_NOUN = re.compile(NOUN + rf"\s+(?:the\s+)?[{OPEN}]?$", re.IGNORECASE)
"""The end of a text after which an outlet's name stands."""

HEAD = (
    r"(?:(?!(?:в|у|ў|о|об|про|пра|для|из|і?з|с|и|та|і)\s)[\w-]{1,40}\s){0,3}?(?:(?!пр[еэ]сс?-)[\w’'-]{1,30}-)?"
    + NOUN
)
"""What an outlet is called by before its name: "the local newspaper", "порталу"."""

_CHANNEL = re.compile(r"\w{1,40}-канал\w*", re.IGNORECASE)
_AND = r"(?:и|а также|а таксама|а також|та|і|й|ды|and|&|as well as|i|oraz|und|ir)"
_LISTED = rf"(?:{_MARKED}|{QUOTED})"
NEXT = re.compile(
    rf"(?:\s*,\s*(?:{_AND}\s+)?|\s+{_AND}\s+)(?:the\s+)?(?:{HEAD}\s+)?(?P<outlet>{_LISTED})", re.IGNORECASE
)
"""The next outlet of a list."""
_PREVIOUS = re.compile(
    rf"(?P<outlet>{_LISTED})(?:\s*,\s*|\s*,?\s+{_AND}\s+)(?:the\s+)?(?:{HEAD}\s+)?$", re.IGNORECASE
)
"""The outlet before, at the end of the text that precedes a list's later member."""
_JOINED = re.compile(
    rf"(?:\s?[{CLOSE}])?(?:\s*,\s*|\s*,?\s+{_AND}\s+)(?:the\s+)?(?:{HEAD}\s+)?", re.IGNORECASE
)
"""What stands between the outlet before and a list's later member."""
_ENDS = f'»”“"{MARK}'
"""The characters that an outlet's name in a list ends in; none of them stands in what joins it."""

_BODY = re.compile(
    r"министерств|міністэрств|міністерств|^м[ві]д$|^мвс$|^мус$|^мчс$|^мзс$|минздрав|мінздроў|моз$|минфин"
    r"|минюст"
    r"|комитет|камітэт|комітет|посольств|пасольств|пресс-служб|прэс-служб|прес-?служб"
    r"|полици|паліцы|поліці|милици|міліцы"
    r"|прокуратур|суд$|суда$|университет|універсітэт|університет|банк|парт[иі]|президент"
    r"|прэзідэнт|правительств|роспотреб|урад"
    r"|уряд|гидромет|гідромет|гідрамет|(?:стат|энерго?|енерго?|авиа|авіа|нефть|нафта|транс|пром|газ|надзор|нагляд|нагляд|банк)(?:а|у|ом|ам|е|і)?$"
    r"|^оон$|^нато$|^ес$|^ек$|^єс$|^сша$|^зша$|^кгб$|^кдб$|^фсб$|^сбу$|^ск$|^воз$|росстат|белстат"
    r"|ministry|police|committee|court|universit|bank\b|government|president|embassy"
    r"|department|association|office"
    r"|^(?:un|eu|who|nato|fbi|cia|imf|us|uk|u\.s|opec|osce|unicef|fifa|uefa|nasa|noaa)$|institute|council"
    r"|union|party"
    r"|foundation|commission|senate|congress|kremlin|кремл|house$|bureau|centre|center"
    r"|agency for|authorit|fund$",
    re.IGNORECASE,
)
_MEDIA = re.compile(
    r"(?:\b(?:news|times|post|daily|herald|tribune|gazette|journal|telegraph|radio|radijas|radijui|tv|magazine|weekly|observer"
    r"|courier|kurier|kurjer|mirror|star|echo|globe|standard|independent|monitor|digest|register|advertiser|messenger|beacon|reporter|review|wire|examiner|inquirer|sentinel|bulletin|dispatch|ledger|chronicle|mail|guardian|today|broadcasting|gazeta|pravda|novosti|wiadomości|zeitung"
    r"|nachrichten|rundfunk"
    r"|новост[ией]\w*|навін\w*|новин\w*|вест[ией]\w*|известия\w*|правд[аыеуй]\w*|праўд\w*"
    r"|газет\w*|радио|радыё|радіо"
    r"|курьер\w*|кур'ер\w*|вестник\w*|веснік\w*|вісник\w*|телеграф\w*|инфо|інфа|інфо|медиа"
    r"|медыя|медіа|тв|агентств\w*"
    r"|хроник\w*|хронік\w*|портал\w*|партал\w*)\b|[-.]info$|-24$|(?:news|info|press|пресс?|прэс)$)",
    re.IGNORECASE,
)


_COMMON = re.compile(
    r"новост\w+|навін\w*|новин\w*|вест[ией]\w*|известия\w*|правд[аыеуой]+|праўд\w+|курьер\w*|кур'ер\w*|вестник\w*|веснік\w*"
    r"|вісник\w*|телеграф\w*|хроник\w*|хронік\w*|газет\w*|радио|радыё|радіо|тв|медиа|медыя|медіа|агентств\w*|tv|radio|news",
    re.IGNORECASE,
)
"""A word that may begin a sentence, or be an object, as well as name an outlet."""
_WEEKDAY = re.compile(r"\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_LONG = 7
"""Letters that a name has at least whose misspelling is seen."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What was taken for an outlet's name in a credit, and how sure that is."""

    outlet: str
    by: str
    score: float
    damaged: bool = False


@lru_cache(maxsize=4096)
def preceding(before: str) -> tuple[int, int, int] | None:
    """Where the outlet before a later member of a list begins, its name and its end, by the text before that.

    >>> preceding("told “Nowhere Post” and ")
    (5, 5, 19)
    >>> preceding("told “Nowhere Post” that ") is None
    True
    """
    last = max(before.rfind(end) for end in _ENDS)
    if last < 0 or not _JOINED.fullmatch(before, last + 1):
        return None
    match = _PREVIOUS.search(before)
    return (match.start(), *match.span("outlet")) if match else None


def slots(pattern: str) -> tuple[str, str, str, str]:
    """The pattern of a credit over a masked text, in four forms.

    For marked names with or without a word like "newspaper" before them; for marked names alone; for
    any name without such a word, and for any name after one.

    >>> [MARK in one for one in slots("source: {outlet}")]
    [True, True, False, False]
    """
    marked = f"[{OPEN}]?{MARK}[{CLOSE}]?|{MARK}"
    word = f"(?P<head>{HEAD})"
    wider = f"(?P<head>{HEAD.removesuffix(')')}{_WIDER})"
    return (
        pattern.replace("{outlet}", rf"(?:the\s+)?(?:{wider}\s+(?:the\s+)?)?(?P<outlet>{marked})"),
        pattern.replace("{outlet}", rf"(?P<outlet>{marked})"),
        pattern.replace("{outlet}", rf"(?:the\s+)?(?P<outlet>{QUOTED}|{_CAPITALS})"),
        pattern.replace("{outlet}", rf"(?:the\s+)?{word}\s+(?P<outlet>{QUOTED}|{_CAPITALS})"),
    )


def resolve(
    words: str,
    kind: str,
    known: Mapping[str, str],
    *,
    head: bool,
    alone: int,
    strong: bool,
    foreign: bool,
    sure: bool = False,
    case: str | None = None,
    code: str | None = None,
) -> Slot | None:
    """The outlet that unmarked ``words`` name in the slot of a credit of ``kind``; None to abstain.

    ``head`` tells that a word like "newspaper" precedes, ``strong`` that hardly anything but an outlet
    is credited so, ``sure`` that not even somebody who speaks is, ``foreign`` that the name is of another
    script. ``alone`` is how many words the name may have where nothing speaks for it but that the
    credit is a line of its own and the name stands nowhere else in the text. ``case`` is the case
    that the credit asks for (datv, gent, ablt, loct), ``code`` the language: a name in quotation marks is
    given in the nominative.

    >>> plain = {"head": False, "alone": 0, "strong": True, "foreign": False}
    >>> resolve("«Invented Herald»", "reported_by", {}, **plain).outlet
    'Invented Herald'
    >>> resolve("Smith", "reported_by", {}, **plain) is None
    True
    """
    quoted = words[:1] in OPEN
    name = words.strip(OPEN + CLOSE + " \u00a0").rstrip(".,")
    name = _WEEKDAY.sub("", name)
    if not name or MARK in name or name.islower() or name == "The" or (len(name) < 3 and not name.isupper()):
        return None
    if seen := _seen(name, known):
        return seen
    if not quoted and (_BODY.search(name) or _CHANNEL.match(name)):
        return None
    size, shown = len(name.split()), name
    if case and quoted and (not head or case == "gent"):
        # after "told" the name of an outlet is a dative; what is none was not told anything
        shown = nominative(name, case, code)
        if shown != name and (seen := _seen(shown, known)):
            return seen
        if case == "datv" and shown != name and kind == "told_to" and size <= 4:
            return Slot(shown, "dative in quotation marks after a verb of telling", 0.7)
        if kind == "told_to" and size <= 4 and (shown != name or sure):
            return Slot(shown, "quotation marks after a strong cue", 0.65)
        name = shown
    return _unknown(name, kind, head=head, alone=alone, strong=strong, foreign=foreign, quoted=quoted)


def _unknown(
    name: str, kind: str, *, head: bool, alone: int, strong: bool, foreign: bool, quoted: bool
) -> Slot | None:
    """A name that nobody knows, as an outlet, where its place and shape say so."""
    size = len(name.split())
    if kind == "repost_footer":
        return Slot(name, "place in a footer", 0.8)
    if head and (quoted or (size <= 3 and kind != "published_by")):
        return Slot(name, "word for an outlet before it", 0.8)
    if not quoted and size == 1 and _COMMON.fullmatch(name):
        return None
    if _MEDIA.search(name) and size <= 5:
        return Slot(name, "name like an outlet's", 0.7)
    if kind not in ("reported_by", "joint") or size > 4:
        return None
    if quoted and strong:
        return Slot(name, "quotation marks after a strong cue", 0.65)
    if foreign and strong and size <= 2:
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
    if outlet and not outlet.platform:
        return Slot(known.get(fold(outlet.name), outlet.name), "registry", 0.95)
    if len(parts) == 2 and parts[1].islower() and (whole := outlets.by_name("".join(parts))):
        return Slot(known.get(fold(whole.name), whole.name), "name with a space in it", 0.8, damaged=True)
    near = _near(fold(name))
    return Slot(known.get(fold(near), near), "name misspelt by a letter", 0.7, damaged=True) if near else None


@lru_cache(maxsize=4096)
def _near(name: str) -> str | None:
    """The one outlet whose name is a letter off, for names long enough to be sure."""
    if len(name) < _LONG:
        return None
    names = {other for key in _shorter(name) for other in _misspelt().get(key, ())}
    hits = {outlet for other, outlet in names if _one_off(name, other)}
    return hits.pop() if len(hits) == 1 else None


@cache
def _misspelt() -> dict[str, set[tuple[str, str]]]:
    """Every name, and every name less a letter → (name folded, outlet)."""
    table: dict[str, set[tuple[str, str]]] = {}
    for outlet in outlets.outlets():
        for other in () if outlet.platform else set(map(fold, outlet.names)):
            if len(other) >= _LONG:
                for key in _shorter(other):
                    table.setdefault(key, set()).add((other, outlet.name))
    return table


def _shorter(name: str) -> set[str]:
    """The name, and the name with each letter left out: what two names a letter apart share."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _one_off(a: str, b: str) -> bool:
    """Whether one letter put in, left out, replaced or swapped makes ``a`` into ``b``."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    x, y = a[start:], b[start:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and x[2:] == y[2:])
