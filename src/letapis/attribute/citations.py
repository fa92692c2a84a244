"""Outlets that a text credits: told to, reported by, published by, joint work, images, footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from letapis import outlets
from letapis.attribute.mask import MARK, Masked, Named, mask
from letapis.attribute.patterns import Cue, cues
from letapis.attribute.slot import NEXT, PREVIOUS, Slot, resolve
from letapis.langs.base import Language
from letapis.model import Citation, Document, Reason, Residue
from letapis.text import fold

__all__ = ["citations"]

_READ = frozenset({"byline", "credit", "footer", "link", "notice", "platform", "image_credit", "caption"})
"""Kinds of residue that credits stand in; menus and links to other texts credit nobody."""
_STAFF = re.compile(
    r"(?:журнал[иі]ст|корр?[еэ]спонд[еэ]нт|р[еэ]дактор|рэдактар|главред|галоўрэд|сотрудни|супрацоўні|співробітни|работни"
    r"|основател|заснавальн|засновни|директор|дырэктар|ведущ|вядуч|оператор|камер|фотограф|автор|аўтар|читател|офис"
    r"|journalist|reporter|editor|correspondent|founder|staff|employee|photographer|owner|anchor|host|reader)\w*"
    r"(?:\s+(?:of|for|at|from|with|(?:the\s+)?(?:агентства|издания|газеты|портала|newspaper|agency)))?\s*[«“„\"]?$"
    r"|\b(?:of|from|at|with|for|in|by|on|to|against|former|or|than|about)\s+(?:the\s+)?[«“„\"]?$"
    r"|\b(?:о|об|от|у|ў|из|з|на|для|против|в|во|с|со|к|про|аб|ад|від)\s+[«“„\"]?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:р[еэ]дактор|дыр[еэ]ктор|директор|журнал[иі]ст|вед[уо]ч\w+|автор|аўтар)\b", re.IGNORECASE
)
"""In the nominative it is the outlet's own people who speak."""
_TERMS = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:©|\(c\)\s)"
    r"|\b(?:перепечатк|цитировани[ея]|использовани[ея]|копировани[ея]|перадрук|выкарыстанн|капіяванн|передрук"
    r"|використанн"
    r"|копіюванн|цитуванн|цытаванн|reproduction|reuse|republi(?:shing|cation)|use of (?:materials|content))"
    r"[^\n]{0,80}\b(?:только|разреш|допуска|при\b|дазвал|дапуска|толькі|пры\b|лише|тільки|дозвол|за умови"
    r"|only|allowed|permitted)",
    re.IGNORECASE,
)
"""Terms of use: who holds the rights, and on what condition others may take the text."""
_TAIL = 20
"""Letters by which a credit may be lengthened to the end of its last word."""
_CAPTION = 300
"""A longer line, in characters, is a paragraph and no caption."""


class _Hit(NamedTuple):
    start: int
    stop: int
    name_start: int
    name_stop: int
    slot: Slot | None
    kind: str
    cue: str
    score: float


def citations(document: Document, language: Language | None, known: Mapping[str, str]) -> list[Citation]:
    """Credits to outlets in the text of ``document`` and in what was left out of it.

    ``known`` maps folded outlet names and domains of the corpus to outlets as documents have them.
    An outlet is looked for only where the words credit somebody: an outlet in the news, its staff
    or its office is no citation. Credits found in residue have no place. See
    ``docs/explanation/citations.md``.

    >>> from letapis import langs
    >>> text = "«Мост закрыли», — рассказал Naviny.by один из водителей."
    >>> document = Document("d1", "c1", text=text, language="ru")
    >>> [(c.kind, c.outlet, c.surface) for c in citations(document, langs.get("ru"), {})]
    [('told_to', 'Naviny.by', 'рассказал Naviny.by')]
    """
    text = document.text
    found = [_placed(document, hit, known) for hit in _hits(text, language, known) if not _terms(text, hit)]
    for residue in document.residue:
        if residue.kind in _READ:
            hits = [one for one in _hits(residue.surface, None, known) if not _terms(residue.surface, one)]
            found += [_unplaced(document, hit, residue, known) for hit in hits]
    return _distinct(found)


def _terms(text: str, hit: _Hit) -> bool:
    """Whether the words are a site's terms of use: "© X. Reprint only with a link to x.example"."""
    if hit.kind not in ("reported_by", "repost_footer", "link", "published_by"):
        return False
    start = max(text.rfind("\n", 0, hit.start) + 1, hit.start - _CAPTION)
    return bool(_TERMS.search(text, start, hit.stop))


def _hits(text: str, language: Language | None, known: Mapping[str, str]) -> list[_Hit]:
    masked = mask(text, known)
    best: dict[int, _Hit] = {}
    for hit in _candidates(masked, language, known):
        other = best.get(hit.name_start)
        if other is None or _rank(hit) > _rank(other):
            best[hit.name_start] = hit
    return _apart(sorted(best.values(), key=lambda hit: (hit.name_start, hit.start)))


def _rank(hit: _Hit) -> tuple[bool, float, int]:
    """Joint work is said plainly, whatever verb stands before it; else the surer and shorter hit wins."""
    return hit.kind == "joint", hit.score, hit.start - hit.stop


def _apart(hits: list[_Hit]) -> list[_Hit]:
    """Hits without those whose name overlaps a better one's, or that another's words contain."""
    contained: set[_Hit] = set()
    reach = -1
    for hit in sorted(
        hits, key=lambda hit: (hit.name_start, True) if hit.kind == "platform" else (hit.start, False)
    ):
        if hit.kind == "platform" and hit.name_start < reach:
            contained.add(hit)
        elif hit.kind != "platform":
            reach = max(reach, hit.stop)
    hits = [hit for hit in hits if hit not in contained]
    kept: list[_Hit] = []
    for hit in hits:
        if kept and hit.name_start < kept[-1].name_stop:
            if hit.score > kept[-1].score:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


def _candidates(masked: Masked, language: Language | None, known: Mapping[str, str]) -> Iterator[_Hit]:
    near, whole = masked.windows(), [(0, len(masked.text))]
    for cue in cues(language):
        for start, stop in near if cue.marked else whole:
            for match in cue.pattern.finditer(masked.text, start, stop):
                if "outlet" in cue.pattern.groupindex:
                    yield from _named(masked, match, cue, known)
                else:
                    yield _lost(masked, match, cue)


def _lost(masked: Masked, match: re.Match[str], cue: Cue) -> _Hit:
    start, stop = masked.back(match.start()), masked.back(match.end())
    return _Hit(start, stop, start, stop, None, cue.credit.kind, match[0], cue.credit.score)


def _named(masked: Masked, match: re.Match[str], cue: Cue, known: Mapping[str, str]) -> Iterator[_Hit]:
    at, end = match.span("outlet")
    text = masked.text
    if at == match.start() and _STAFF.search(text[max(0, at - 60) : at]):
        return
    if _head(match) and _OWN.search(match["head"]):
        return
    members = [(at, end), *_following(text, end)]
    if at == match.start() or (_head(match) and match.start("head") == match.start()):
        members = [*_preceding(text, match.start()), *members]
    start = match.start("cue") if "cue" in match.re.groupindex else match.start()
    start, stop = min(members[0][0], start), max(members[-1][1], match.end())
    for number, (first, last) in enumerate(members):
        listed = (
            number and cue.credit.kind != "joint" and text[max(0, first - 3) : first].rstrip()[-1:] == ","
        )
        slot = _slot(masked, first, last, match, cue, known, listed=bool(listed))
        if slot is None:
            if (first, last) == (at, end):
                return
            continue
        kind = _kind(masked, cue, match, first, last)
        a, b = masked.back(start), masked.back(stop)
        words = text[match.start() : at].strip() or text[end : match.end()].strip()
        score = round(cue.credit.score * slot.score * (0.97 if number else 1.0), 3)
        x, y = _bare(masked, first, last)
        yield _Hit(a, b, x, y, slot, kind, words.replace(MARK, "…"), score)


def _slot(
    masked: Masked,
    first: int,
    last: int,
    match: re.Match[str],
    cue: Cue,
    known: Mapping[str, str],
    *,
    listed: bool,
) -> Slot | None:
    words = masked.text[first:last]
    inner = words.strip("«»“”„\"’'‘ \u00a0")
    if inner == MARK:
        named = masked.at(first + words.index(MARK))
        if named is None or named.platform != (cue.credit.kind == "platform"):
            return None
        unsure = cue.credit.score < 0.8 and cue.credit.kind != "joint"
        if named.weak and unsure and not _plain(masked, named, match):
            return None
        sure = 0.8 if named.damaged else 0.85 if named.weak else 0.95 if named.by == "domain" else 1.0
        return Slot(named.outlet, named.by, sure, named.damaged)
    if "head" not in match.re.groupindex:
        outlet = outlets.by_name(words.replace("ь", ""))
        return Slot(outlet.name, "word for it", 1.0) if outlet else None
    if listed or "\n" in match[0].strip():
        # after a bare comma something else may begin, and in a line of its own it does
        return None
    line = _line(masked.text, match.start())
    rest = masked.text[match.end() : match.end() + 80].split("\n")[0]
    own_line = (
        match.start() > 0
        and len(line.split()) <= 2
        and len(rest.split()) <= 5
        and _once(masked.source, inner)
    )
    sure = cue.credit.score
    alone = (3 if sure >= 0.95 else 1) if own_line and sure >= 0.9 else 0
    foreign = inner[:1].isascii() and match[0][:1] > "\u0400"
    return resolve(words, cue.credit.kind, known, head=_head(match), alone=alone, foreign=foreign)


def _plain(masked: Masked, named: Named, match: re.Match[str]) -> bool:
    """Whether a name of the corpus is surely no common word: of another script, or its line is short."""
    if named.by == "registry":
        return False
    words = match[0].replace(MARK, "").strip()
    if masked.source[named.start].isascii() and words[:1] > "\u0400":
        return True
    line = _line(masked.text, match.start()) + masked.text[match.start() : match.end() + 40].split("\n")[0]
    return len(line.split()) <= 5


def _once(text: str, name: str) -> bool:
    """Whether a name stands in a text once; in a very long text nobody counts."""
    return len(text) < 200_000 and text.find(name, text.find(name) + 1) < 0


def _kind(masked: Masked, cue: Cue, match: re.Match[str], first: int, last: int) -> str:
    kind = cue.credit.kind
    if kind == "image_credit" and cue.credit.pattern.startswith("(?<="):
        # "…the bridge. Source: X" ends a caption, or a paragraph
        return "reported_by" if _length(masked.text, match.start()) > _CAPTION else kind
    if kind == "reported_by" and not _head(match):
        named = masked.at(last - 1) or masked.at(first) or masked.at(last - 2)
        surface = masked.source[named.start : named.stop] if named else ""
        past = re.match(r"\w+(?:ил|ал|ел|л|вил|в|ла|ло|ли|аў|іў|еў)[аиоі]?\s", match[0])
        if (
            past
            and surface
            and surface[0] > "\u0400"
            and fold(surface)[-1:] in "ую"
            and not surface.isupper()
        ):
            return "told_to"
    return kind


def _head(match: re.Match[str]) -> bool:
    return "head" in match.re.groupindex and bool(match["head"])


def _following(text: str, end: int) -> Iterator[tuple[int, int]]:
    while match := NEXT.match(text, end):
        yield match.span("outlet")
        end = match.end()


def _preceding(text: str, start: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while len(found) < 6:
        low = max(0, start - 120)
        match = PREVIOUS.search(text[low:start])
        if not match:
            break
        found.insert(0, (low + match.start("outlet"), low + match.end("outlet")))
        start = low + match.start()
    return found


def _line(text: str, at: int) -> str:
    """What stands before ``at`` in its line, at most 80 characters."""
    return text[max(0, at - 80) : at].rsplit("\n", 1)[-1]


def _length(text: str, at: int) -> int:
    start = text.rfind("\n", max(0, at - _CAPTION - 1), at)
    stop = text.find("\n", at, at + _CAPTION + 1)
    if start < 0 and at > _CAPTION:
        return _CAPTION + 1
    return (stop if stop >= 0 else min(len(text), at + _CAPTION)) - start


def _bare(masked: Masked, first: int, last: int) -> tuple[int, int]:
    """Where the name stands in the source, quotation marks left out."""
    a, b = masked.back(first), masked.back(last)
    while a < b and masked.source[a] in "«“„\"‘' \u00a0":
        a += 1
    while b > a and masked.source[b - 1] in "»”“\"’' \u00a0":
        b -= 1
    return a, b


def _words(text: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch without white space at its ends and to the end of the word it stops in."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    most = min(len(text), stop + _TAIL)
    while 0 < stop < most and text[stop - 1].isalpha() and text[stop].isalpha():
        stop += 1
    return start, stop


def _placed(document: Document, hit: _Hit, known: Mapping[str, str]) -> Citation:
    start, stop = _words(document.text, hit.start, hit.stop)
    return Citation(
        doc_id=document.doc_id,
        start=start,
        stop=stop,
        surface=document.text[start:stop],
        outlet=hit.slot.outlet if hit.slot else None,
        outlet_start=hit.name_start if hit.slot else None,
        outlet_stop=hit.name_stop if hit.slot else None,
        kind=hit.kind,
        lost=hit.slot is None,
        self=_own(document, hit, known),
        score=hit.score,
        reasons=_reasons(hit),
    )


def _unplaced(document: Document, hit: _Hit, residue: Residue, known: Mapping[str, str]) -> Citation:
    return Citation(
        doc_id=document.doc_id,
        start=None,
        stop=None,
        surface=residue.surface[slice(*_words(residue.surface, hit.start, hit.stop))],
        outlet=hit.slot.outlet if hit.slot else None,
        kind=hit.kind,
        lost=hit.slot is None,
        self=_own(document, hit, known),
        score=hit.score,
        reasons=(*_reasons(hit), Reason("residue", 1.0, residue.kind)),
    )


def _own(document: Document, hit: _Hit, known: Mapping[str, str]) -> bool:
    """Whether the outlet credited is the document's own, both by the names the corpus gives them."""
    if hit.slot is None or document.outlet is None:
        return False
    mine, cited = fold(document.outlet), fold(hit.slot.outlet)
    return fold(known.get(mine, mine)) == fold(known.get(cited, cited))


def _reasons(hit: _Hit) -> tuple[Reason, ...]:
    cue = Reason("cue", hit.score, " ".join(hit.cue.split())[:120])
    if hit.slot is None:
        return cue, Reason("outlet lost", 1.0, "the words credit somebody and name nobody")
    reasons = (cue, Reason("outlet", hit.slot.score, hit.slot.by))
    return (
        (*reasons, Reason("damaged", 1.0, "the name is not written as it should be"))
        if hit.slot.damaged
        else reasons
    )


def _distinct(found: list[Citation]) -> list[Citation]:
    """Each platform once, and nothing twice that the residue repeats."""
    kept: list[Citation] = []
    seen: set[tuple[str | None, str, str]] = set()
    for one in found:
        key = (one.outlet, one.kind, "" if one.kind == "platform" else f"{one.start} {one.surface}")
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept
