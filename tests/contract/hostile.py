"""Texts that nobody wrote: signs of all kinds among the words that rules look for; and what work costs.

All words are taken from the records of the languages, or invented.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Any, TypeVar

from hypothesis import strategies as st

from letapis import langs
from letapis.langs.base import Language
from letapis.text.stream import Stream, stream

__all__ = ["CODES", "FAMILIES", "cost", "repeated", "searched", "texts", "vocabulary", "watched"]

T = TypeVar("T")
CODES: tuple[str | None, ...] = (*langs.codes(), None)
SIGNS = (
    *"«»“”„‟\"‘’‚'‹›—–-−,;:.!?…()[]{}/\\@#%$€£₽°+*=|•©®™§№",
    *"\n\t\r\v\f \u00a0\u2009\u202f\u2028\u2029\u0085\x00\x01\x1f\x7f",
    # joiners, direction marks, accents, a byte order mark, halves of pairs, private use, tags
    *"\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u0301\u0308\u0306\u20dd",
    *"\ud800\udc00\ue000\ufffe\U000e0041\U0001f600\U0001f469",
    "\U0001f469\u200d\U0001f4bb",
    "\U0001f1e7\U0001f1fe",
    *"٣५½²Ⅷ①",
    "١٢",
    *"İıßŁẞǅﬁΣς",
    "שלום",
    "مرحبا",
    "漢字",
    "ཀྵ",
    "e\u0301\u0301\u0301",
    "\n\n\n",
    " \u00a0 ",
    "...",
    "?!?!",
    "--",
)
DIGITS = (
    "0",
    "7",
    "12",
    "31",
    "1,5",
    "1.500.000",
    "2020",
    "99999999999999999999",
    "00:61",
    "25:99",
    "31.02.2020",
)
DIGITS_TOO = ("2020-13-45", "5-7", "5/7/2020", "1e309", "0,0", "12-летний", "3rd", "IV", "XXI", "9" * 400)
NAMES = ("Мохов", "Анна", "О.", "ААТ", "Mohov", "O’Neil", "UN", "Zarechye", "Naviny.by", "Reuters", "БелаПАН")
LONG = (
    "а" * 3_000,
    "Ё" * 500,
    "a-" * 200,
    "«" * 60,
    "\u0301" * 200,
    "https://example.org/" + "a" * 200,
    "1" * 999,
)


@cache
def vocabulary(code: str | None) -> tuple[str, ...]:
    """Words of every record of a language that its rules look for, some of each kind."""
    language = langs.get(code)
    if language is None:
        return ("said", "told", "сказал", "who")
    speech, quantity, calendar = language.speech, language.quantity, language.calendar
    kinds: tuple[Any, ...] = (
        *(getattr(speech, name) for name in speech.__slots__),
        *(getattr(quantity, name) for name in quantity.__slots__),
        *(getattr(calendar, name) for name in calendar.__slots__),
        *(getattr(language.naming, name) for name in language.naming.__slots__),
        language.office.roles,
        language.office.members,
        language.saying,
        language.function,
        language.abbreviations,
    )
    found: set[str] = set()
    for kind in kinds:
        if not isinstance(kind, str) and hasattr(kind, "__iter__"):
            every = sorted({_phrase(one) for one in kind} - {""})
            found.update(every[:: max(1, len(every) // 12)])
    return tuple(sorted(found))


def _phrase(one: object) -> str:
    if isinstance(one, str):
        return one
    if isinstance(one, tuple):
        words = one[0] if one and isinstance(one[0], tuple) else one
        return " ".join(part for part in words if isinstance(part, str))
    return ""


def texts(code: str | None) -> st.SearchStrategy[str]:
    """Texts of up to forty pieces: words and sentences for which rules are there, with any sign inside."""
    words = st.sampled_from(vocabulary(code))
    word = st.one_of(words, words.map(str.capitalize), words.map(str.upper), st.sampled_from(NAMES))
    sign = st.one_of(
        st.sampled_from(SIGNS),
        st.sampled_from(DIGITS),
        st.text(max_size=6),
        # every code point there is, lone halves of surrogate pairs too
        st.integers(0, 0x10FFFF).map(chr),
    )
    part = st.one_of(word, word, word, sign)
    phrase = st.lists(part, min_size=1, max_size=4).map(" ".join)
    sentence = st.builds(
        lambda frame, one, other, extra: (
            frame.replace("{1}", one).replace("{2}", other).replace(" ", f"{extra} ", 1)
        ),
        st.sampled_from(_frames(langs.get(code))),
        phrase,
        phrase,
        st.one_of(st.just(""), st.just(""), sign),
    )
    piece = st.one_of(part, sentence, sentence, st.sampled_from(LONG))
    between = st.sampled_from((" ", " ", " ", " ", "", ", ", "\u00a0", "\n"))
    return st.lists(st.tuples(piece, between), max_size=40).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


def _frames(language: Language | None) -> tuple[str, ...]:
    """Sentences with two places each for what hostile texts are made of."""
    known = _known(language)
    verb, that = _verb(known), _first(known.speech.that)
    month, scale = _first(known.calendar.months), _first(known.quantity.scales)
    return (
        f"«{{1}} Word word», — {verb} {{2}}.",
        f"“{{1}} word word word,” {verb} Mohov {{2}}.",
        f'"{{1}} word word," Мохов {verb}. "{{2}}"',
        f"Мохов {verb}: «{{1}} word». {{2}}",
        f"Mohov {verb}, {that} {{1}} “{{2}} word”.",
        f"Мохов {verb}, {that} {{1}} word. {{2}}",
        f"\n— {{1}} word, — {verb} Мохов. — {{2}}\n",
        f"«{{1}} “{{2}}” word» {verb} Мохов.",
        f"{verb} Naviny.by {{1}}. {{2}}",
        f"«{{1}}», — {verb} БелаПАН {{2}}.",
        f"5 {month} 2020 {{1}} {{2}}",
        f"5 – {{1}} 7 {month} {{2}} 2020, 12:30",
        f"5 {scale} {{1}}, 1.500 {{2}}",
        "$5 {1} € 7,5 % {2}",
        f"{_first(known.office.roles)} {{1}} Мохов {{2}}",
        f"{_first(known.naming.organisations)} «{{1}}» {{2}}",
    )


def _known(language: Language | None) -> Language:
    blank = langs.get("de")
    assert blank is not None
    return language or blank


def _verb(known: Language) -> str:
    return next((form for form, one in known.speech.verbs.items() if one.form == "finite"), "said")


def _first(words: Any) -> str:
    return min(words, default="word")


def _families(language: Language | None) -> dict[str, str]:
    """One piece a family of rules; repeated, it is as much work as it can be for them."""
    known = _known(language)
    speech, quantity, calendar = known.speech, known.quantity, known.calendar
    verb, that, link = _verb(known), _first(speech.that), _first(speech.links)
    role, month = _first(known.office.roles), _first(calendar.months)
    scale, cardinal = _first(quantity.scales), _first(quantity.cardinals)
    return {
        "opening marks": "«",
        "opening marks apart": "« ",
        "straight marks": '" ',
        "words in straight marks": '"word" ',
        "apostrophes": "'a ",
        "a mark that is not closed": "“word word, ",
        "marks in marks": "«a “b” ",
        "dashes": "— ",
        "dialogue": f"— Word, — {verb} Mohov.\n",
        "interrupted": f"«Word, — {verb} Mohov. — Word». ",
        "verbs": f"{verb} ",
        "clauses": f"{verb}, {that} ",
        "links": f"{link} ",
        "subjects": f"Mohov {link} ",
        "pronouns": f"{_first(speech.pronouns)} {verb}. ",
        "phrases": f"{' '.join(speech.phrases[0].words) if speech.phrases else 'nach'} ",
        "credits": f"{verb} Naviny.by ",
        "outlets in a row": "Naviny.by, ",
        "the newspaper": f"{_first(speech.media)} {verb} ",
        "handles": "@word ",
        "addresses": "https://naviny.by/word ",
        "digits": "7",
        "numbers": "12 ",
        "groups": "000 ",
        "points": "1.2.3,4",
        "scales": f"{cardinal} {scale} ",
        "short forms": "5 km. 7 км. 8 г. ",
        "short dates": f"5 {month[:3]}. 2020 г. 5 Jan. ",
        "numbered lines": "1. Word 2\n",
        "quoted lines": "«Word word word.»\nWord: «Word.» word\n",
        "surnames": "Ян Мохов пришёл. Мохов ушёл. ",
        "ranges": "5-7 – 9 ",
        "money": "$5 € ",
        "dates": f"5 {month} 2020, ",
        "months": f"{month} ",
        "ranges of dates": f"{_first(calendar.starts)} 5 {_first(calendar.joins)} ",
        "years": "2019/2020 ",
        "capitals": "Mohov ",
        "capitals in Cyrillic": "Мохов ",
        "all capitals": "ААТ ",
        "initials": "А. Б. ",
        "roles": f"{role} ",
        "roles and names": f"{role} Мохов, ",
        "types": f"{_first(known.naming.organisations)} {_first(known.naming.joints)} ",
        "commas": "a, ",
        "hyphens": "a-",
        "full stops": "a. ",
        "lines": "a\n",
        "empty lines": "\n",
        "blanks": " \u00a0",
        "accents": "а\u0301",
        "accents alone": "\u0301",
        "NUL": "\x00",
        "halves of pairs": "\ud83d ",
        "emoji": "\U0001f469\u200d\U0001f4bb ",
        "right to left": "שלום, ",
        "one word": "word",
    }


FAMILIES: tuple[str, ...] = tuple(_families(None))


def repeated(family: str, code: str | None, size: int) -> str:
    """A text of ``size`` characters that is one piece over and over."""
    piece = _families(langs.get(code))[family]
    return (piece * (size // len(piece) + 1))[:size]


class Scanned(list[T]):
    """A list that counts what it looks at when it is searched."""

    seen = 0

    def __contains__(self, one: object) -> bool:
        Scanned.seen += len(self)
        return super().__contains__(one)

    def index(self, *given: Any) -> int:
        Scanned.seen += len(self)
        return super().index(*given)

    def count(self, one: T) -> int:
        Scanned.seen += len(self)
        return super().count(one)


def searched(work: Callable[[T], object], given: T) -> int:
    """How many tokens and bounds ``work(given)`` looks at in searches through whole lists of the stream.

    Such a search takes the longer the longer the text is; a rule that makes one at each of its
    anchors takes the square of that.
    """
    Scanned.seen = 0
    work(given)
    return Scanned.seen


def watched(text: str, language: Language | None) -> Stream:
    """The stream of a text, its lists such that searching them counts as work."""
    made = stream(text, language.abbreviations if language else frozenset())
    lists = (made.words, made.folds, made.starts, made.stops, made.sentences, made.lines)
    return Stream(made.text, *(Scanned(one) for one in lists))  # type: ignore[arg-type]


def cost(work: Callable[[T], object], given: T) -> int:
    """Operations of ``work(given)``: lines of Python gone through, rounds of loops, calls of functions in C.

    A search through a list of the stream counts by the length of the list. No clock: the number is the
    same on every machine, however loaded.
    """
    count = 0
    Scanned.seen = 0

    def line(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    before, profile = sys.gettrace(), sys.getprofile()
    sys.settrace(line)
    sys.setprofile(call)
    try:
        work(given)
    finally:
        sys.setprofile(profile)
        sys.settrace(before)
    return count + Scanned.seen
