"""Where a text credits somebody: cues tried at their words, and the names that stand in their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from letapis import outlets
from letapis.attribute.again import PRONOUN, Hit, again, quoted, recalled
from letapis.attribute.barred import barred
from letapis.attribute.dative import dative, told
from letapis.attribute.declension import asked, learn
from letapis.attribute.kind import kind_of
from letapis.attribute.mask import MARK, Known, Masked, Named, mask
from letapis.attribute.patterns import Cue, cues
from letapis.attribute.slot import AFTER_NOUN, CLOSE, NEXT, OPEN, Slot, preceding, resolve
from letapis.attribute.trial import REACH, trials
from letapis.langs.base import Language
from letapis.text import fold
from letapis.text.stream import Stream, stream

__all__ = ["hits"]

_REST = re.compile(r"(?:[ \u00a0][\w’'&+-]{1,30}){1,3}(?=\.?[ \u00a0]*(?:\n|$))")
"""The rest of a name at the end of a line, its words without capitals too."""
_PRINTED = re.compile(
    r"(?:журнал|часоп[иі]с|газе|издани|виданн|выданн|ежене|щотижн|штотыдн|journal|newspaper|magazine|daily|weekly"
    r"|gazette|агенцт|агентств|agency)[\w’'-]{0,6}$",
    re.IGNORECASE,
)
"""Things that are printed, or send texts out, with the word that says so: no sites of firms and offices."""
_LISTED = re.compile(rf"{MARK}[{CLOSE}]?(?:,|\s(?:and|и|і|й|та|ды|&))\s[{OPEN}]?$")
_LEAD = 16  # characters of the words that may open a credit before its verb
_LIST = 12
"""The most outlets of one list."""
_SURE = 0.94
"""After cues as sure as this, as "in an interview with", hardly anything is named but outlets."""
_STRONG = 0.92
"""Cues as sure as this credit hardly anybody but outlets."""
_CAPTION = 300
"""A longer line, in characters, is a paragraph and no caption."""
_BESIDE = re.compile(rf"\s*(?:/|\||,|\bvia\b|\bчерез\b|\bпраз\b)\s*(?P<outlet>[{OPEN}]?{MARK}[{CLOSE}]?)")
"""The next outlet of a picture's credit: "AFP / Getty Images"."""


def hits(
    text: str, language: Language | None, known: Mapping[str, str], tokens: Stream | None = None
) -> list[Hit]:
    """The credits in ``text``, in order of their names, none inside another.

    >>> from letapis import langs
    >>> [(hit.kind, hit.slot.outlet) for hit in hits("“Yes,” she told Reuters.", langs.get("en"), {})]
    [('told_to', 'Reuters')]
    """
    tokens = stream(text) if tokens is None else tokens
    found = _found(text, language, known, tokens)
    learnt = learn(text, [hit.slot for hit in found if hit.slot])
    return _found(text, language, Known({**known, **learnt}), tokens) if learnt else found


def _found(text: str, language: Language | None, known: Mapping[str, str], tokens: Stream) -> list[Hit]:
    """The credits, with the names that are known before the text is read."""
    masked = mask(text, known, tokens)
    best: dict[int, Hit] = {}
    more: list[Hit] = []
    tried: set[tuple[object, ...]] = set()
    for cue, match in trials(masked, cues(language), tokens):
        if "outlet" in match.re.groupindex:
            same = _same(cue, match)
            if same in tried:
                continue
            tried.add(same)
            found: Iterable[Hit] = _named(masked, match, cue, known, language.code if language else None)
        elif not PRONOUN.isdisjoint(match.re.groupindex):
            if not quoted(masked.text, match):
                more.append(again(masked, match, cue))
            continue
        else:
            found = (_lost(masked, match, cue),)
        for hit in found:
            other = best.get(hit.name_start)
            lesser, better = sorted((hit, other or hit), key=_rank)
            best[hit.name_start] = _widened(better, lesser)
    kept = _apart(sorted(best.values(), key=lambda hit: (hit.name_start, hit.start)))
    return recalled(kept, more) if more else kept


def _same(cue: Cue, match: re.Match[str]) -> tuple[object, ...]:
    """What a hit depends on: two cues that agree in it, at the same words, give the same hits."""
    groups, pattern = match.re.groupindex, cue.credit.pattern
    parts = tuple(match.span(name) for name in ("head", "outlet", "cue") if name in groups)
    shape = ("dative" in groups, "{outlet}" in pattern, pattern.startswith("(?<="))
    return cue.credit.kind, cue.credit.score, match.span(), parts, tuple(groups), shape


def _rank(hit: Hit) -> tuple[bool, float, int]:
    """Joint work is said plainly, whatever verb stands before it; else the surer and shorter hit wins."""
    return hit.kind == "joint", hit.score, hit.start - hit.stop


def _widened(better: Hit, lesser: Hit) -> Hit:
    """The better hit with the opening words that the lesser has as well: "as", "about this"."""
    wider = lesser[1] == better[1] and lesser.kind == better.kind and 0 < better[0] - lesser[0] <= _LEAD
    return better._replace(start=lesser.start) if wider else better


def _apart(hits: list[Hit]) -> list[Hit]:
    """Hits without those whose name overlaps a better one's, or that another's words contain."""
    contained: set[Hit] = set()
    reach = -1
    for hit in sorted(
        hits, key=lambda hit: (hit.name_start, True) if hit.kind == "platform" else (hit.start, False)
    ):
        if hit.kind == "platform" and hit.name_start < reach:
            contained.add(hit)
        elif hit.kind != "platform":
            reach = max(reach, hit.stop)
    hits = [hit for hit in hits if hit not in contained]
    kept: list[Hit] = []
    for hit in hits:
        if kept and hit.name_start < kept[-1].name_stop:
            if hit.score > kept[-1].score:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


def _lost(masked: Masked, match: re.Match[str], cue: Cue) -> Hit:
    start, stop = masked.back(match.start()), masked.back(match.end())
    return Hit(start, stop, start, stop, None, cue.credit.kind, match[0], cue.credit.score)


def _named(
    masked: Masked, match: re.Match[str], cue: Cue, known: Mapping[str, str], code: str | None
) -> Iterator[Hit]:
    at, end = match.span("outlet")
    text = masked.text
    if barred(text, match, cue.credit.kind):
        return
    if (
        cue.credit.kind in ("repost_footer", "image_credit")
        and MARK not in match["outlet"]
        and text[end - 1] not in CLOSE
        and (more := _REST.match(text, end))
    ):
        end = more.end()
    members = [(at, end), *_following(text, end, NEXT)]
    if cue.credit.kind == "image_credit":
        members += _following(text, end, _BESIDE)
    if at == match.start() or (_head(match) and match.start("head") == match.start()):
        members = [*_preceding(text, match.start()), *members]
    start = match.start("cue") if "cue" in match.re.groupindex else match.start()
    taken: list[tuple[int, int, int, Slot]] = []
    for number, (first, last) in enumerate(members):
        listed = (
            number and cue.credit.kind != "joint" and text[max(0, first - 3) : first].rstrip()[-1:] == ","
        )
        slot = _slot(masked, first, last, match, cue, known, code, listed=bool(listed))
        if slot and not number and "dative" in match.re.groupindex and not _dative(masked, match, slot):
            return
        if slot:
            taken.append((number, first, last, slot))
        elif (first, last) == (at, end):
            return
    a = masked.back(min(taken[0][1], start))
    b = masked.back(max(taken[-1][2], match.end()))
    words = text[match.start() : at].strip() or text[end : match.end()].strip()
    kinds = [kind_of(masked, cue, match, first, last) for _, first, last, _ in taken]
    if "told_to" in kinds and not {"told_to", "reported_by"}.symmetric_difference(kinds):
        kinds = ["told_to"] * len(kinds)  # of a list one shows the case of all
    for (number, first, last, slot), kind in zip(taken, kinds, strict=True):
        score = round(cue.credit.score * slot.score * (0.97 if number else 1.0), 3)
        x, y = _bare(masked, first, last)
        yield Hit(a, b, x, y, slot, kind, words.replace(MARK, "…"), score)


def _slot(
    masked: Masked,
    first: int,
    last: int,
    match: re.Match[str],
    cue: Cue,
    known: Mapping[str, str],
    code: str | None,
    *,
    listed: bool,
) -> Slot | None:
    words = masked.text[first:last]
    inner = words.strip("«»“”„\"’'‘ \u00a0")
    if inner == MARK:
        return _known(masked, first, words, match, cue)
    if "{outlet}" not in cue.credit.pattern:
        outlet = outlets.by_name(words.replace("ь", ""))
        return Slot(outlet.name, "word for it", 1.0) if outlet else None
    if listed or "\n" in match[0].strip():
        # after a bare comma something else may begin, and in a line of its own it does
        return None
    line = _line(masked.text, match.start())
    rest = masked.text[match.end() : match.end() + 80].split("\n")[0]
    own_line = (
        len(line) < match.start()
        and len(line.split()) <= 2
        and len(rest.split()) <= 5
        and len(masked.source) < 200_000
        and masked.source.count(inner) == 1
    )
    sure = cue.credit.score
    alone = (3 if sure >= 0.95 else 1) if own_line and sure >= 0.9 else 0
    foreign = inner[:1].isascii() and match[0][:1] > "\u0400"
    kind = cue.credit.kind
    if kind == "published_by" and _head(match) and _PRINTED.search(match["head"]):
        kind = "printed"
    return resolve(
        words,
        kind,
        known,
        head=_head(match),
        alone=alone,
        strong=sure >= _STRONG,
        foreign=foreign,
        sure=sure >= _SURE,
        case=asked(match[0][: match.start("outlet") - match.start()], kind),
        code=code,
    )


def _known(masked: Masked, first: int, words: str, match: re.Match[str], cue: Cue) -> Slot | None:
    """The outlet whose name stands in the slot, where a name that may be a common word is surely none."""
    named = masked.at(first + words.index(MARK))
    if named is None or named.platform != (cue.credit.kind == "platform"):
        return None
    if named.weak and words[0] in OPEN and words[-1] not in CLOSE:
        return None  # a quotation that begins with a common word
    unsure = cue.credit.score < 0.8 and cue.credit.kind != "joint"
    if named.weak and unsure and not _plain(masked, named, match) and not _led(masked.text, first):
        return None
    sure = 0.8 if named.damaged else 0.85 if named.weak else 0.95 if named.by == "domain" else 1.0
    return Slot(named.outlet, named.by, sure, named.damaged)


def _led(text: str, first: int) -> bool:
    """Whether "the newspaper", or an outlet of the same list, stands before a name."""
    before = text[max(0, first - 40) : first]
    return bool(AFTER_NOUN.search(before) or _LISTED.search(before))


def _plain(masked: Masked, named: Named, match: re.Match[str]) -> bool:
    """Whether a name of the corpus is surely no common word: of another script, or its line is short."""
    words = match[0].replace(MARK, "").strip()
    if masked.source[named.start].isascii() and words[:1] > "\u0400":
        return True
    form = masked.source[named.start : named.stop]
    if "dative" in match.re.groupindex and told(form, named.outlet):
        return True
    if named.by == "registry":
        return False
    line = _line(masked.text, match.start()) + masked.text[match.start() : match.end() + 40].split("\n")[0]
    return len(line.split()) <= 5


def _dative(masked: Masked, match: re.Match[str], slot: Slot) -> bool:
    """Whether the name in the slot is a dative, of an outlet known or not, and nothing goes before it."""
    if _head(match):
        return False
    first, last = _bare(masked, *match.span("outlet"))
    form = masked.source[first:last]
    return told(form, slot.outlet) or dative(fold(form), [fold(slot.outlet)])


def _head(match: re.Match[str]) -> bool:
    return "head" in match.re.groupindex and bool(match["head"])


def _following(text: str, end: int, more: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for _ in range(_LIST):
        step = _step(more, text[end : end + REACH])
        if step is None:
            return
        yield end + step[0], end + step[1]
        end += step[2]


@lru_cache(maxsize=4096)
def _step(more: re.Pattern[str], after: str) -> tuple[int, int, int] | None:
    """Where the next outlet of a list begins and ends, and where its words end."""
    match = more.match(after)
    return (*match.span("outlet"), match.end()) if match else None


def _preceding(text: str, start: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while len(found) < _LIST:
        low = max(0, start - 120)
        before = preceding(text[low:start])
        if before is None:
            break
        found.insert(0, (low + before[1], low + before[2]))
        start = low + before[0]
    return found


def _line(text: str, at: int) -> str:
    """What stands before ``at`` in its line, at most 80 characters."""
    return text[max(0, at - 80) : at].rsplit("\n", 1)[-1]


def _bare(masked: Masked, first: int, last: int) -> tuple[int, int]:
    """Where the name stands in the source, quotation marks left out."""
    a, b = masked.back(first), masked.back(last)
    while a < b and masked.source[a] in "«“„\"‘' \u00a0":
        a += 1
    while b > a and masked.source[b - 1] in "»”“\"’' \u00a0":
        b -= 1
    return a, b
