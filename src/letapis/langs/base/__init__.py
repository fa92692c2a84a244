"""What Letapis knows of a language: one record, filled in by one file a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from letapis.langs.base.calendar import Calendar
from letapis.langs.base.naming import Naming
from letapis.langs.base.office import Office
from letapis.langs.base.quantity import Quantity
from letapis.langs.base.speech import Phrase, Speech, Verb

__all__ = [
    "MARKS",
    "TAIL",
    "Calendar",
    "Credit",
    "Language",
    "Naming",
    "Office",
    "Phrase",
    "Quantity",
    "Speech",
    "Verb",
    "ways",
    "words",
]

TAIL = r"[\s\])}…»›>→↓.:|]*$"
"""What may follow the words of ``more`` up to the end of the line: brackets, arrows, dots."""

MARKS: tuple[tuple[str, str], ...] = (
    ("markup", r"^(?:\[/?[a-z][a-z0-9_-]{1,30}(?:\s+[a-z_-]{1,30}=[^\[\]]{0,300})?/?\]\s*){1,20}$"),
    ("markup", r"^\[embedyt\].{0,400}$"),
    (
        "markup",
        r"^\s*(?:<!--.{0,300}-->|&nbsp;|\{\{.{0,200}\}\}|</?(?:p|div|br|span|a|img|b|i|hr|ul|li)\b[^<>]{0,300}>)\s*$",
    ),
    ("platform", r"^this slideshow requires javascript\.?$"),
    (
        "platform",
        (
            r"^(?=.{0,90}\bjavascript\b)(?=.{0,90}\b(?:slide|слайд|site|сайт|app|приложен|застосун|прагр|page"
            r"|страниц|сторінк|старон|browser|браўз|браузер|content|comment|коммент|комент|камент|просмотр"
            r"|перегляд|прагляд|view))(?:.{0,60}\b)?(?:requires?|enable|turn on|включ|необход|требу|увімкн"
            r"|потрібен|потребу|уключ|патрабу|неабход).{0,60}$"
        ),
    ),
    ("platform", r"^\d[\d\s.,]{0,9} (?:notes|заметок|заметки|нотаток|нататак)$"),
    (
        "platform",
        r"^(?:current (?:mood|music|location)|настроение|настрій|настрой)\s?:\s?\S.{0,60}$",
    ),
    ("platform", r"^(?:wayback machine|about this capture|\d[\d,.\s]{0,9} captures?)$"),
    (
        "menu",
        r"^(?:(?:usd|eur|byn|rub|uah|pln|gbp|chf|cny|kzt|brent|btc|[$€£₽₴¥])\W{0,4}\d[\d.,]{0,9}\W{0,6}){2,8}$",
    ),
    ("menu", r"^(?:погода|надвор['’ʼ]е|weather)\s?:?\s?(?:сейчас |зараз |now )?[+−-]?\d{1,2}\s?°.{0,60}$"),
    (
        "credit",
        (
            r"^(?:фото(?:графии|графия)?|фота(?:здымак)?|снимок|світлина|здымак|photo(?:graph)? by|picture by"
            r"|image by)\s+(?-i:[A-ZА-ЯЁІЇЄҐЎ])[\w.’'-]{0,30}(?:\s(?-i:[A-ZА-ЯЁІЇЄҐЎ])[\w.’'-]{0,30}){0,2}"
            r"(?:\s?[,/|(].{0,60})?$"
        ),
    ),
    (
        "credit",
        r"^(?:фото|снимок|снимки|світлина|фота|здымак)\s(?:предоставлен|надан|прадастаўлен)\w{0,2}\s?:?\s.{3,60}$",
    ),
    ("platform", r"^tumblr media(?: tumblr media)*$"),
    ("platform", r"^(?:media is too big|view in telegram|please open telegram to view this (?:post|video))$"),
    ("platform", r"^(?:view|see) this (?:post|photo) on (?:instagram|facebook|x|twitter)\.?$"),
    (
        "platform",
        r"^(?:https?://)?(?:t\.me|telegram\.me|youtu\.be|instagram\.com|fb\.com|vk\.com)/\S{1,200}$",
    ),
    ("platform", r"^pic\.twitter\.com/\w{1,40}$"),
    (
        "share",
        (
            r"^(?:(?:facebook|twitter|x|vk|vkontakte|telegram|viber|whatsapp|ok|linkedin|pinterest|email"
            r"|e-mail|print|reddit|tumblr|skype|messenger|threads|mastodon)[\s|,•·/]*){1,16}$"
        ),
    ),
    ("tags", r"^(?:#[\w-]{1,60}[\s,;|]*){1,40}$"),
    ("subscribe", r"^(?:rss|feedly|google news)$"),
    ("markup", r"^[*_=~•·—–-]{3,}$"),
)
"""Furniture of no language: shortcodes, leftover mark-up, platform marks, rows of share buttons."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A way in which a language credits an outlet.

    ``pattern`` is a regular expression (flags: IGNORECASE, UNICODE) in which the named group
    ``outlet`` stands where the outlet's name does; the text ``{outlet}`` inside the pattern is
    replaced by that group when it is compiled. A pattern without ``{outlet}`` finds a credit
    whose outlet is lost.
    """

    kind: str
    pattern: str
    score: float = 0.9


@dataclass(frozen=True, slots=True)
class Language:
    """The words and habits of one language that the rooms look for.

    All words are lower case. ``furniture``, ``more`` and ``footers`` are regular expressions
    (flags: IGNORECASE, UNICODE), matched against one line without the white space around it.
    Patterns of ``furniture`` stand for a whole line (``fullmatch``), those of ``more`` and
    ``footers`` for the end of one (``search``).
    """

    code: str
    """ISO 639-1."""
    name: str
    """Its own name for itself."""
    script: str
    """ISO 15924: Cyrl or Latn."""
    alphabet: str
    """Its lower-case letters."""
    months: tuple[str, ...] = ()
    """Twelve stems, January first, long enough to tell one month from another. Each is a regular
    expression for the beginning of a word, since a stem may change ("травень", "травня")."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Opening and closing marks, the usual pair first."""
    abbreviations: frozenset[str] = frozenset()
    """Short forms written with a full stop that does not end a sentence, without the stop."""
    function: frozenset[str] = frozenset()
    """Function words: prepositions, conjunctions, particles, pronouns, articles."""
    saying: frozenset[str] = frozenset()
    """Verb forms that ascribe speech ("said", "рассказал")."""
    furniture: tuple[tuple[str, str], ...] = ()
    """(kind of residue, pattern of a whole line) of site furniture: share, subscribe, read also …"""
    more: tuple[str, ...] = ()
    """Patterns of the words at the end of a teaser that lead to the rest ("Read more")."""
    walls: tuple[str, ...] = ()
    """Patterns of the words in a line that keep the rest of a text for those who pay or register."""
    footers: tuple[str, ...] = ()
    """Patterns of feed footers, with groups ``title`` and ``outlet`` ("The post … appeared first on …")."""
    credits: tuple[Credit, ...] = ()
    """Ways to credit an outlet inside the text and in lines of their own."""
    tongues: tuple[tuple[str, str], ...] = ()
    """(ISO 639-1, pattern of "in that language"), as in "published in Russian by …"."""
    speech: Speech = field(default_factory=Speech)
    """How it says that somebody said something."""
    quantity: Quantity = field(default_factory=Quantity)
    """How it writes quantities."""
    calendar: Calendar = field(default_factory=Calendar)
    """How it writes dates and times."""
    naming: Naming = field(default_factory=Naming)
    """How it names people, organisations and places."""
    office: Office = field(default_factory=Office)
    """What it calls public offices."""
    things: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What figures count, in English, and how the words for it begin; see :mod:`letapis.langs.base.thing`."""
    samples: tuple[str, ...] = field(default=())
    """A few invented sentences, for tests and demonstrations."""


def words(text: str) -> frozenset[str]:
    """The words of ``text``, parted by white space: a list that is easy to read and to lengthen.

    >>> sorted(words("on at  in"))
    ['at', 'in', 'on']
    """
    return frozenset(text.split())


def ways(block: str, **parts: str) -> tuple[Credit, ...]:
    """Ways to credit, written one a line: kind, score, pattern; a deeper line goes on with its pattern.

    ``{name}`` in a pattern stands for the part given under that name; ``{outlet}`` stays. White
    space at either end of a line is no part of the pattern.

    >>> first, second = ways("told_to .9 told\\n  [ ]{outlet}\\nlink .8 as {verb},", verb="written")
    >>> first.pattern, second.pattern, second.score
    ('told[ ]{outlet}', 'as written,', 0.8)
    """
    lines = [line for line in block.split("\n") if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    rows: list[str] = []
    for line in lines:
        if line[margin].isspace():
            rows[-1] += line.strip()
        else:
            rows.append(line.strip())
    found = []
    for kind, score, pattern in (row.split(" ", 2) for row in rows):
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        found.append(Credit(kind, pattern, float(score)))
    return tuple(found)
