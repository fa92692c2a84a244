"""What speaks for and against a line's beginning a document: one number for each cue."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from letapis.langs import languages
from letapis.read.lines import Line

__all__ = ["CUES", "clash", "continues", "cut", "heading", "headline", "lead", "script"]

CUES = {
    "headline": "the line looks like a heading: short, no final stop, a capital first",
    "brief": "a heading of few words, as a subheading is",
    "continues": "the line begins like a continuation: lower case, dash, bullet",
    "furniture": "the line is itself site furniture, a credit or a footer",
    "repeated": "the next line of text repeats it",
    "language": "another language begins",
    "resumed": "the next lines take up the words of the line",
    "resumes": "the line takes up the words of the line before",
    "familiar": "the lines before have the words of the line",
    "carried": "names from the lines before come again",
    "introduced": "the line has new names that the next lines take up",
    "alike": "the block of lines before and the block from here on share their words",
    "lead": 'a dateline, the day in figures, or "this was said by", as in a report\'s first line',
    "pictured": "a picture credit comes next",
    "usual": "documents of this heap often begin after such a line, other lines seldom do",
    "named": "a footer below names the line as the title",
    "inside": "the line stands between a title and the footer that names it",
    "layout": "a rule, a form feed or an unusual gap stands before",
    "twin": "the same line begins a document elsewhere in the heap",
}

_LETTERS = re.compile(r"[^\W\d_]+")
_FINAL = re.compile(r"[.!?…]['\"»”’)\]]*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[&hellip;\])[\s\])]*(?:[\[(]?[^\W\d_]+(?:\s[^\W\d_]+){0,2}[\])»→>.]*)?$")
_CONTINUES = re.compile(r"[a-zа-яёіїєґўў,;:)\]»”%&]|[—–•·*-]\s")
_DATELINE = re.compile(
    r"[^\W\d_][\w.,'’ -]{1,60}\((?:[^\W\d_]{2,12})\)\s*[—–-]"
    r"|\([^\W\d_]{2,10}\)\s"
    r"|[^\W\d_]{3,20}, \d{1,2} [^\W\d_]{3,10}[.,]?\s*(?:[—–-]|\([^)]{2,20}\))"
)
_STAMP = re.compile(r"(?<!\d)(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_SAID = re.compile(
    r"\b(?:об\s+этом|про\s+це|пра\s+гэта)\b[^.!?]{0,80}?\b"
    r"(?:сообщ|заяв|говорит|рассказ|пиш|піш|переда|перада|повідом|розпов|паведам|расказ)",
    re.IGNORECASE,
)


LONGEST = 220
"""Code points of the longest heading."""


def continues(line: Line) -> bool:
    """Whether a line begins in the middle of a sentence or a list.

    >>> from letapis.read.lines import lines
    >>> [continues(line) for line in lines("The mayor said\\nthat boats run.\\n— And ferries.")]
    [False, True, True]
    """
    return bool(_CONTINUES.match(line.text))


def lead(line: Line) -> float:
    """How much a line opens as the first line of a report does.

    1 for a dateline, or for "this was said by" after the first sentence; 2 where a title, the day in
    figures and the text stand in one line, as in an item of a feed.

    >>> from letapis.read.lines import lines
    >>> [lead(line) for line in lines("NAVAHORSK (INV) — The bridge is shut.\\nThe mayor spoke.")]
    [1.0, 0.0]
    """
    head = line.text[:400]
    stamp = _STAMP.search(head[:200])
    if stamp and line.size > 200 and len(head[: stamp.start()].split()) >= 3:
        return 2.0
    return float(bool(_DATELINE.match(head) or _SAID.search(head)))


def headline(line: Line) -> float:
    """How much a line looks like a heading, 0 to 1, from its form alone.

    >>> from letapis.read.lines import lines
    >>> [headline(line) for line in lines("Bridge shut until May\\nThe bridge is shut.")]
    [1.0, 0.0]
    """
    return heading(line.text) if line.size <= LONGEST else 0.0


def heading(text: str) -> float:
    """The same of a text without white space at its ends.

    >>> heading("Bridge shut until May"), heading("The bridge is shut."), heading("Why is it shut?")
    (1.0, 0.0, 0.6)
    """
    size = len(text)
    if size > LONGEST or size < 8 or _CONTINUES.match(text):
        return 0.0
    length = 1.0 if size <= 130 else (LONGEST - size) / 90
    if text[-1] in "?!":
        return 0.6 * length
    if text[-1] in ",;:—–-":
        return 0.1 * length
    return 0.0 if _FINAL.search(text) or _CUT.search(text) else length


def cut(line: Line) -> float:
    """How surely a line breaks off: 1 for an ellipsis, .8 for a long line without a final mark.

    >>> from letapis.read.lines import lines
    >>> [cut(line) for line in lines("The river rose and […]\\nThe river fell.\\n" + "It rose and " * 20)]
    [1.0, 0.0, 0.8]
    """
    if _CUT.search(line.text[-120:]):
        return 1.0
    if _FINAL.search(line.text[-40:]) or line.text[-1] in ":;":
        return 0.0
    return 0.8 if line.size > 220 else 0.4 if line.size > 140 else 0.0


def script(text: str) -> str | None:
    """A language, or at least a script, told by letters and small words that its neighbours lack.

    ``latin`` is any language in Latin letters: the line has too few small words to tell which.

    >>> script("Сям’я паехала ў горад"), script("Їхня родина"), script("Большой объём"), script("Town")
    ('be', 'uk', 'ru', 'latin')
    >>> script("The bridge was shut by the town and it is not to open"), script("Η γέφυρα άνοιξε")
    ('en', 'greek')
    """
    low = text[:600].lower()
    letters = Counter(c for c in low if c.isalpha())
    if not letters:
        return None
    if sum(n for c, n in letters.items() if "а" <= c <= "ґ") * 2 < letters.total():
        return (
            _latin(low)
            if sum(n for c, n in letters.items() if c < "\u0250") * 2 > letters.total()
            else _other(letters)
        )
    if letters["ў"] or (letters["і"] and letters["ы"] + letters["э"] + letters["ё"]):
        return "be"
    if letters["ї"] + letters["є"] + letters["ґ"] or letters["і"]:
        return "uk"
    if letters["ј"] + letters["љ"] + letters["њ"] + letters["ђ"] + letters["ћ"] + letters["џ"]:
        return "sr"
    return "ru" if letters["ы"] + letters["э"] + letters["ъ"] + letters["ё"] else None


def clash(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether what lines before a place and lines after it tell cannot be one language.

    >>> clash(["ru"], ["latin"]), clash(["pl", "pl"], ["latin", "pl"]), clash(["pl"], ["lt"])
    (True, False, True)
    """
    one, two = set(before), set(after)
    if not one or not two or one & two:
        return False
    return not ("latin" in one | two and one | two <= {"latin", *_small()})


@cache
def _small() -> dict[str, frozenset[str]]:
    """The small words of the languages in Latin letters that there is a file for."""
    return {tongue.code: tongue.function for tongue in languages() if tongue.script == "Latn"}


def _latin(low: str) -> str:
    words = _LETTERS.findall(low)
    counts = sorted(
        ((sum(w in small for w in words), code) for code, small in _small().items()), reverse=True
    )
    (most, code), (second, _) = counts[0], counts[1]
    return code if most >= 3 and most >= 2 * second else "latin"


def _other(letters: Counter[str]) -> str | None:
    """The script that most of the letters belong to, by the first word of their Unicode names."""
    found: Counter[str] = Counter()
    for letter, number in letters.items():
        found[unicodedata.name(letter, "?").split(" ")[0].lower()] += number
    return found.most_common(1)[0][0]
