"""Credits, and those that name an outlet by another word: "the newspaper", "our correspondent"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from letapis.attribute.mask import Masked
from letapis.attribute.patterns import Cue
from letapis.attribute.slot import Slot

__all__ = ["OWN", "PRONOUN", "Hit", "again", "quoted", "recalled"]

_FAR = 1_500
"""How far back, in characters, "the newspaper" may lead."""
_NEWS = frozenset({"told_to", "reported_by", "published_by", "joint", "dateline"})
_LIST = 12
"""The most outlets of one list."""
PRONOUN = frozenset({"paper", "agency", "own"})
"""Groups of patterns that name an outlet by another word: the one credited last, or the text's own."""
OWN = "\ue001"
"""Stands for the outlet that publishes the text, of which a text by itself knows nothing."""
_AGENCY = re.compile("агентств|агенцтв|агенці|агенцы", re.IGNORECASE)
_NEWSROOM = re.compile("редакц|рэдакц", re.IGNORECASE)
_SELF = frozenset({"us", "нам", "нас", "нами", "намі"})
_AGENCIES = frozenset(
    {
        "AFP",
        "AP",
        "ANSA",
        "BNS",
        "Belga",
        "BelTA",
        "BelaPAN",
        "Bloomberg",
        "dpa",
        "EFE",
        "ELTA",
        "Interfax",
        "Interfax-Ukraine",
        "Interfax-West",
        "Kyodo",
        "LETA",
        "MTI",
        "PAP",
        "Pozirk",
        "Reuters",
        "Sputnik",
        "TASS",
        "UNIAN",
        "UNN",
        "UPI",
        "Ukrinform",
        "Xinhua",
        "Yonhap",
        "Anadolu",
        "Regnum",
        "Prime",
        "PA",
        "IRNA",
        "KCNA",
        "CTK",
        "TASR",
        "BTA",
        "Tanjug",
        "Agerpres",
        "Kazinform",
        "RIA Novosti",
        "Minsk-Novosti",
    }
)
"""Outlets that "the agency" may mean, a word for offices of state as well."""


class Hit(NamedTuple):
    """A credit: its place, the name's, whom it names and how; places in the source."""

    start: int
    stop: int
    name_start: int
    name_stop: int
    slot: Slot | None
    kind: str
    cue: str
    score: float


def quoted(text: str, match: re.Match[str]) -> bool:
    """Whether the outlet of the text is called "us" by somebody whose words it gives.

    >>> texts = "“They told us so.”", "“So,” she told us."
    >>> [quoted(text, re.search("told (?P<own>us)", text)) for text in texts]
    [True, False]
    """
    if "own" not in match.re.groupindex or match["own"].casefold() not in _SELF:
        return False
    line = text[max(text.rfind("\n", 0, match.start()) + 1, match.start() - _FAR) : match.start()]
    opened = line.count("«") > line.count("»") or line.count("„") + line.count("“") > line.count("”") + (
        line.count("“") if "„" in line else 0
    )
    return opened or line.count('"') % 2 == 1


def again(masked: Masked, match: re.Match[str], cue: Cue) -> Hit:
    """A credit to "the newspaper": whom it names is told by what stands before.

    >>> from types import SimpleNamespace
    >>> cue = SimpleNamespace(credit=SimpleNamespace(kind="told_to", score=0.8))
    >>> match = re.search("told (?P<paper>the newspaper)", "he told the newspaper")
    >>> again(SimpleNamespace(back=lambda place: place), match, cue)[:6]
    (3, 21, 8, 21, None, 'told_to')
    """
    start, stop = masked.back(match.start()), masked.back(match.end())
    group = next(iter(PRONOUN & match.re.groupindex.keys()))
    first, last = masked.back(match.start(group)), masked.back(match.end(group))
    slot = Slot(OWN, "word for the outlet of the text", 0.9) if group == "own" else None
    words = "agency" if group == "agency" or _AGENCY.search(match[group]) else match[0]
    if group == "paper" and _NEWSROOM.match(match[group]):
        words = "newsroom"
    return Hit(start, stop, first, last, slot, cue.credit.kind, words, cue.credit.score)


def recalled(hits: list[Hit], more: list[Hit]) -> list[Hit]:
    """With the credits to "the newspaper", each to the outlet that was credited last, if it is near.

    >>> named = Hit(0, 12, 5, 12, Slot("Bierah", "", 0.9), "told_to", "told", 0.9)
    >>> later = Hit(30, 48, 35, 48, None, "told_to", "told the newspaper", 0.8)
    >>> [hit.slot.outlet for hit in recalled([named], [later])]
    ['Bierah', 'Bierah']
    """
    named = [hit for hit in hits if hit.slot and hit.kind in _NEWS]
    starts = [hit.name_start for hit in named]
    kept = list(hits)
    reach = 0
    for hit in sorted(set(more), key=lambda hit: (hit.name_start, -hit.score)):
        at = bisect_left(starts, hit.start)
        last = named[at - 1] if at else None
        inside = at < len(named) and named[at].start < hit.stop
        if inside or hit.start < max(last.stop if last else 0, reach):
            continue
        if hit.slot is not None:
            reach = hit.stop
            kept.append(hit)
            continue
        if hit.cue == "agency":
            before = (one for one in reversed(named[max(0, at - _LIST) : at]) if one.slot)
            last = next((one for one in before if one.slot and one.slot.outlet in _AGENCIES), None)
        if hit.cue == "newsroom" and last is None:
            kept.append(hit._replace(slot=Slot(OWN, "word for the outlet of the text", 0.9)))
            continue
        if last is None or last.slot is None:
            continue
        if hit.start - last.stop <= _FAR:
            reach = hit.stop
            slot = Slot(last.slot.outlet, "named before", 0.85)
            kept.append(hit._replace(slot=slot, score=round(hit.score * slot.score, 3)))
    return sorted(kept, key=lambda hit: (hit.name_start, hit.start))
