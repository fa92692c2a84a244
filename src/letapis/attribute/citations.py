"""Outlets that a text credits: told to, reported by, published by, joint work, images, footers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from letapis.attribute.again import OWN, Hit
from letapis.attribute.hits import hits
from letapis.attribute.repost import reposted
from letapis.langs.base import Language
from letapis.model import Citation, Document, Reason, Residue
from letapis.text import fold
from letapis.text.stream import Stream

__all__ = ["citations"]

_READ = frozenset({"byline", "credit", "footer", "link", "notice", "platform", "image_credit", "caption"})
"""Kinds of residue that credits stand in; menus and links to other texts credit nobody."""
_TERMS = re.compile(
    r"(?:^|\n)[ ]{0,3}(?:©|\(c\)\s)"
    r"|\b(?:перепечатк|цитировани[ея]|использовани[ея]|копировани[ея]|перадрук(?!ав)|выкарыстанн|капіяванн|передрук(?!ов)"
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


def citations(
    document: Document, language: Language | None, known: Mapping[str, str], tokens: Stream | None = None
) -> list[Citation]:
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
    found = [
        _placed(document, own, known)
        for hit in hits(text, language, known, tokens)
        if not _terms(text, hit) and (own := _mine(document, hit, known))
    ]
    for residue in document.residue:
        if residue.kind in _READ:
            seen = [one for one in hits(residue.surface, None, known) if not _terms(residue.surface, one)]
            if not seen and residue.kind == "credit" and (whole := reposted(residue.surface, known)):
                seen = [whole]
            mine = [own for one in seen if (own := _mine(document, one, known))]
            found += [_unplaced(document, hit, residue, known) for hit in mine]
    return _distinct(found)


def _mine(document: Document, hit: Hit, known: Mapping[str, str]) -> Hit | None:
    """The hit, with the document's own outlet where the text speaks of "our correspondent"."""
    if hit.slot is None or hit.slot.outlet != OWN:
        return hit
    if document.outlet is None:
        return None
    return hit._replace(slot=replace(hit.slot, outlet=known.get(fold(document.outlet), document.outlet)))


def _terms(text: str, hit: Hit) -> bool:
    """Whether the words are a site's terms of use: "© X. Reprint only with a link to x.example"."""
    if hit.kind not in ("reported_by", "repost_footer", "link", "published_by"):
        return False
    start = max(text.rfind("\n", max(0, hit.start - _CAPTION), hit.start) + 1, hit.start - _CAPTION)
    return bool(_TERMS.search(text, start, hit.stop))


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


def _placed(document: Document, hit: Hit, known: Mapping[str, str]) -> Citation:
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


def _unplaced(document: Document, hit: Hit, residue: Residue, known: Mapping[str, str]) -> Citation:
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


def _own(document: Document, hit: Hit, known: Mapping[str, str]) -> bool:
    """Whether the outlet credited is the document's own, both by the names the corpus gives them."""
    if hit.slot is None or document.outlet is None:
        return False
    mine, cited = fold(document.outlet), fold(hit.slot.outlet)
    return fold(known.get(mine, mine)) == fold(known.get(cited, cited))


def _reasons(hit: Hit) -> tuple[Reason, ...]:
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
