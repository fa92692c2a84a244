"""Whether a text breaks off in mid-article, or starts there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from letapis.langs.base import Language
from letapis.model import Reason, Residue, Span
from letapis.recognise.lines import Habits, habits, lines
from letapis.text import count

__all__ = ["truncation"]

_ELLIPSIS = re.compile(r"\s*[\[({<]?\s*(?:…|\.{3,}|&hellip;|(?:\.\s){2,}\.)\s*…?\s*[\])}>]?\s*[→»›>]*$")
_BRACKETED = re.compile(r"[\[({<]\s*(?:…|\.{3,}|&hellip;)\s*[\])}>]")
_WHOLE = re.compile(r"[.!?…][\"”“»«’'\])*¹²³\d]{0,6}$|[»”\")\]!?]$|[^\w\s,;:…—–«„“(\[\-]$")
"""The end of a whole sentence: a mark, perhaps quotes or a note after it; or a closing mark, or a symbol."""
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|[@#]\w+|\w[\w-]*\.[a-z]{2,9})$", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[•·▪●*–—-]|\d{1,3}[.)])\s|[;]$")
_PAIRS = (("«", "»"), ("„", "“"), ("“", "”"), ("(", ")"), ("[", "]"))
_LONG = 8
"""A text of more lines than this that merely lacks its last full stop is taken to be whole."""
_HEADING = 12
"""An unpunctuated line of at most this many words may be a heading, a caption or a signature."""
_TAIL = 3
"""At most this many lines of credits may stand behind the place where a text breaks off."""
_TEASER = 250
"""Words of the longest text that is taken for a teaser where the rest is for those who pay."""
_SEEN = 1500
"""A line is judged by its last characters."""
_DECIDE = 0.5


@dataclass(frozen=True, slots=True)
class _Body:
    """A text without what stands behind its end."""

    text: str
    spans: tuple[Span, ...]
    led: str
    """The words that lead to the rest, or nothing."""
    credits: int
    """How many of the last lines credit an outlet."""

    def line(self, back: int) -> str:
        """The end of a line: a page may be one line of five million characters."""
        span = self.spans[-1 - back]
        return self.text[max(span.start, span.stop - _SEEN) : span.stop]


def truncation(
    text: str, language: Language | None, residue: Sequence[Residue] = ()
) -> tuple[bool, int | None, tuple[Reason, ...]]:
    """Whether ``text`` breaks off, the code point where it does, and what was observed, either way.

    The code point is that after the last word that survives; 0 where the beginning is missing. Site
    furniture, credits and feed footers behind the end are passed over first. Signs, strongest first:
    words that lead to the rest, in the text or in the ``residue`` that was taken out of it, words that
    keep the rest for those who pay (behind a short text), an ellipsis, a function word or an open mark
    at the end, a sentence without its final mark. A long text whose last line merely lacks its full
    stop is whole, and so is a text that ends in a list. A heading alone is no article that could break
    off.

    >>> from letapis.langs import get
    >>> truncation("The bridge\\nIt will stay closed until…", get("en"))[:2]
    (True, 36)
    >>> truncation("The bridge\\nIt is open.\\nThe post The bridge appeared first on X.", get("en"))[:2]
    (False, None)
    >>> truncation("The bridge\\nIt is open to all and the", get("en"))[2][0].feature
    'function_word'
    >>> beside = [Residue("Read more", "link")]
    >>> truncation("The bridge\\nIt is shut.", get("en"), beside)[2][0].feature
    'more'
    >>> truncation("", None)
    (False, None, ())
    """
    found = habits(language)
    body = _body(text, found)
    if not body.spans:
        return False, None, ()
    at, reasons = _end(body, language)
    if beside := _beside(body, residue, reasons):
        reasons = [beside, *(reason for reason in reasons if reason.feature != "whole")]
    if max(reason.value for reason in reasons) >= _DECIDE and reasons[0].feature != "whole":
        return True, at, tuple(reasons)
    if begun := _begun(body):
        return True, 0, (begun, *reasons)
    return False, None, tuple(reasons)


def _beside(body: _Body, residue: Sequence[Residue], reasons: Sequence[Reason]) -> Reason | None:
    """A line beside the text that leads to its rest, or keeps it for those who pay.

    Such an offer also stands under whole articles, hidden by a script: it counts for a short text.
    """
    every = habits(None)
    for one in residue:
        # "Read more: The bridge is shut" where that is the title of the text itself
        if one.kind == "link" and 0 in map(every.lead, (one.surface, one.surface.partition(":")[0])):
            return Reason("more", 0.95, one.surface[:60])
    for one in residue:
        if one.kind == "subscribe" and every.wall(one.surface):
            short = count(body.text) <= _TEASER or reasons[0].feature != "whole"
            return Reason("paywall", 0.85, one.surface[:60]) if short else None
    return None


def _body(text: str, found: Habits) -> _Body:
    """The lines up to the end of the article, furniture and feed footers behind it taken off."""
    spans = lines(text)
    led = ""
    while spans:
        last = spans[-1]
        first = max(last.start, last.stop - _SEEN)
        line = text[first : last.stop]
        cut = found.lead(line)
        if cut is None and found.wall(line):
            cut = 0
        if cut is not None and not led:
            led = line[cut:]
        else:
            whole = first == last.start and found.kind(line)
            cut = 0 if whole else found.footer(line)
        if cut is None:
            break
        spans.pop()
        if first + len(kept := line[:cut].rstrip()) > last.start:
            spans.append(Span(last.start, first + len(kept)))
    behind = 0
    while behind < min(_TAIL, len(spans) - 1) and found.credit(spans[-1 - behind].cut(text)):
        behind += 1
    return _Body(text, tuple(spans), led, behind)


def _end(body: _Body, language: Language | None) -> tuple[int, list[Reason]]:
    """The place of the end and the signs at it; credits behind an ellipsis are looked past."""
    for back in range(body.credits + 1):
        line = body.line(back)
        stop = body.spans[-1 - back].stop - len(line) + len(_bare(line))
        if reasons := _signs(body, line, back, language):
            return stop, reasons
    return stop, [Reason("whole", 1.0, body.line(0)[-40:])]


def _signs(body: _Body, line: str, back: int, language: Language | None) -> list[Reason]:
    reasons = []
    if body.led:
        reasons.append(Reason("more", 0.95, body.led[:60]))
    if ellipsis := _ELLIPSIS.search(line, max(0, len(line) - 40)):
        reasons.append(_broken(body, line, ellipsis))
    elif back == 0 and not _whole(line) and not _ADDRESS.search(line[-200:]):
        reasons.append(_unfinished(body, line, language))
    return reasons


def _broken(body: _Body, line: str, ellipsis: re.Match[str]) -> Reason:
    """An ellipsis at the end. In brackets it is an editor's; else a long text may end so in earnest."""
    if _BRACKETED.search(ellipsis[0]):
        return Reason("ellipsis", 0.95, line[-40:])
    return Reason("ellipsis", 0.9 if len(body.spans) <= 3 * _LONG else 0.5, line[-40:])


def _unfinished(body: _Body, line: str, language: Language | None) -> Reason:
    """A last line without a final mark: how likely it is that a sentence breaks off there."""
    words = re.findall(r"[\w'’-]+", line[-200:].lower())
    alone = len(body.spans) == 1
    long = len(body.spans) > _LONG
    if line[-1] in ",—–-" or (line[-1] in "«„(" and not line[-2:-1].isalnum()):
        return Reason("open_end", 0.8, line[-40:])
    if language and len(words) > 3 and words[-1] in language.function and not (alone and count(line) < 25):
        return Reason("function_word", 0.8 if not long else 0.6, line[-40:])
    if open_mark := _open(line):
        return Reason("open_mark", 0.5 if long else 0.7, open_mark)
    if alone and count(line) < 25:
        return Reason("heading_alone", 0.1, line[-40:])
    if line[-1] == ":" or (_list(body) and not _one_of(line)):
        return Reason("list_end", 0.3, line[-40:])
    if long or (count(line) <= _HEADING and not _one_of(line)):
        return Reason("no_final_mark", 0.3, line[-40:])
    return Reason("no_final_mark", 0.7, line[-40:])


def _one_of(line: str) -> bool:
    """Whether a whole sentence stands in the line before its unfinished end."""
    return bool(re.search(r"[\w»”\")]{3}[.!?]+[»”\")]*\s?[—–-]?\s?[«“„\"]?[^\W\d_a-zа-яёіўїєґ]", line))


def _open(line: str) -> str:
    """An opening mark that is not closed in the line, and not merely one lost at its beginning."""
    for left, right in _PAIRS:
        if line.count(left) > line.count(right) and line.rfind(left) > line.rfind(right):
            return line[line.rfind(left) :][:40]
    return ""


def _list(body: _Body) -> bool:
    """Whether the lines before the last are items of a list too: marked, or just as unpunctuated."""
    before: Sequence[str] = [
        span.cut(body.text)[-_SEEN:] for span in body.spans[-4:-1] if span.start > body.spans[0].start
    ]
    if _ITEM.search(body.line(0)):
        return True
    like = sum(1 for line in before if _ITEM.search(line) or not _whole(line))
    return len(before) >= 2 and like >= 2


def _whole(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_WHOLE.search(line[-40:]))


def _bare(line: str) -> str:
    """A line without the ellipsis at its end."""
    last = _ELLIPSIS.search(line, max(0, len(line) - 40))
    return line[: last.start()] if last else line


def _begun(body: _Body) -> Reason | None:
    """A beginning in mid-sentence: an ellipsis, or a long first line in small letters."""
    line = body.spans[0].cut(body.text)[:_SEEN]
    if re.match(r"(?:…|\.{3,}|\[…\]|\[\.\.\.\])\s*[^\W\d_]", line):
        return Reason("starts_with_ellipsis", 0.7, line[:40])
    first = re.match(r"[^\W\d_]+", line)
    if first and first[0].islower() and count(line) > _HEADING and _whole(line):
        return Reason("starts_in_sentence", 0.5, line[:40])
    return None
