"""What kind of credit it is, where the words alone do not tell: who tells whom shows in the case."""

from __future__ import annotations

import re

from letapis import outlets
from letapis.attribute.dative import told
from letapis.attribute.mask import MARK, Masked
from letapis.attribute.patterns import Cue
from letapis.attribute.slot import CLOSE, OPEN, QUOTED
from letapis.text import fold

__all__ = ["SOURCE", "kind_of"]

_CAPTION = 300
"""A longer line, in characters, is a paragraph and no caption."""
_SUBJECT = re.compile(
    r"\b(?:журнал|агентство|издание|газета|портал|сайт|телеканал|канал|радиостанция|еженедельник|проект|блог|агенція|тижневик"
    r"|щотижневик|проєкт|радіостанція|часопис|агенцтва|агенцыя|выданне|партал|тэлеканал|радыёстанцыя|штотыднёвік|часопіс|праект)$",
    re.IGNORECASE,
)
"""The word for an outlet in the nominative: it is the outlet that speaks."""
_MANY = re.compile(r"^\w+(?:ли|лі|лися|ліся|лись)\b|\s\w+(?:ли|лі|лися|ліся|лись)\b", re.IGNORECASE)
_TOLD_MANY = re.compile(
    r"\s(?:рассказа|сказа|заяви|поясни|объясни|сообщи|подтверди|призна|розпові|сказа|заяви|поясни|повідоми|підтверди|зізна"
    r"|расказа|распавя|распавё|заяві|патлумачы|паведамі|пацвердзі|прызна)\w{1,5}$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?!стал)\w+(?:ил|ал|ел|л|вил|в|ла|ло|ли|аў|іў|еў)[аиоі]?\s[«“„\"]?$|\b(?:рассказыва|поясня|объясня|говор|призна|отмеча"
    r"|подч[её]ркива|уточня|розповіда|поясню|каж|зазнача|расказва|распавяда|тлумач|адзнача|удакладня)\w*\s[«“„\"]?$",
    re.IGNORECASE,
)
"""A verb of telling right before the name."""
_MATERIAL = re.compile(
    r"(?:по\s+(?:материалам|сообщениям|информации)|за\s+(?:матеріалами|повідомленнями|інформацією)"
    r"|(?:паводле|па)\s+(?:матэрыял|паведамленн|інфармацы)\w+"
    r"|(?:based\s+on|compiled\s+from)\s+(?:reports?|reporting|material)\b|(?:reports?|reporting|material)\s+(?:by|from|of)\b)",
    re.IGNORECASE,
)
_PREPARED = re.compile(
    r"(?:(?:подготовлен|падрыхтаван|підготовлен|складзен|складен|составлен)\w{0,2}|based|compiled|prepared)(?:\s+on|\s+from)?",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"(?:[{OPEN}{CLOSE}{MARK},:;.]|\s|\b(?:и|та|і|й|ды|and|the|а\s+также|а\s+таксама|а\s+також)\b|{QUOTED})*"
)
"""Nothing but more outlets to the end of the line."""
_WITH = re.compile(r"(?:со?|з|із|зі|са)\s+(?:котор|як)", re.IGNORECASE)
"""Whom the outlet spoke with."""
SOURCE = re.compile(
    r"(?:original\s+)?sources?\b|(?:перво)?источник|(?:перша)?крыніц|(?:перво|першо)?джерел", re.IGNORECASE
)
"""A line that begins so says where the whole text is from."""


def kind_of(masked: Masked, cue: Cue, match: re.Match[str], first: int, last: int) -> str:
    """The kind of a credit by its words: those of the cue, unless the case of the name says more.

    >>> from letapis import langs
    >>> from letapis.attribute.citations import citations
    >>> from letapis.model import Document
    >>> page = Document("d", "c", text="Мост закрыли.\\nИсточник: Naviny.by", language="ru")
    >>> [credit.kind for credit in citations(page, langs.get("ru"), {})]
    ['repost_footer']
    """
    kind = cue.credit.kind
    groups = match.re.groupindex
    asks = "cue" in groups and match.start("outlet") < match.start("cue")  # it asks, and is answered
    if kind == "told_to" and not asks and "head" in groups and _SUBJECT.search(match["head"] or ""):
        return "reported_by"
    if kind == "told_to" and _WITH.match(match[0]):
        return kind
    if kind in ("told_to", "reported_by") and (named := masked.at(first) or masked.at(first + 1)):
        form = masked.source[named.start : named.stop]
        if (
            kind == "told_to"
            and _TELLS.search(masked.text, match.start(), first)
            and _speaks(form, named.outlet)
        ):
            return "reported_by"
        plural = _plural(form)
        if kind == "told_to" and plural and _MANY.search(match[0]):
            return "reported_by"
        many = match.start() in (first, first - 1) and _TOLD_MANY.search(match[0])
        if kind == "reported_by" and many and told(form, named.outlet):
            return "told_to"
    if kind == "image_credit" and cue.credit.pattern.startswith("(?<="):
        # "…the bridge. Source: X" ends a caption, or a paragraph
        return "reported_by" if _length(masked.text, match.start()) > _CAPTION else kind
    line = _before(masked.text, match.start()).strip(" \u00a0([*—–-")
    if kind == "reported_by" and not line and SOURCE.match(match[0]):
        return "repost_footer"
    if kind == "reported_by" and _based(masked.text, match, line):
        return "repost_footer"
    headed = "head" in match.re.groupindex and match["head"]
    if kind == "reported_by" and not headed and _TELLS.search(masked.text, match.start(), first):
        named = masked.at(first) or masked.at(first + 1)
        if named and told(masked.source[named.start : named.stop], named.outlet):
            return "told_to"
    return kind


def _based(text: str, match: re.Match[str], line: str) -> bool:
    """Whether a line says no more than whose reports the text was made of: "Based on reports by X and Y"."""
    if line and not _PREPARED.fullmatch(line):
        return False
    if not _MATERIAL.match(match[0].strip()) and not _PREPARED.match(match[0].strip()):
        return False
    end = text.find("\n", match.end(), match.end() + _CAPTION)
    end = len(text) if end < 0 else end
    return end - match.end() < _CAPTION and bool(_LAST.fullmatch(text, match.end(), end))


def _before(text: str, at: int) -> str:
    """What stands before ``at`` in its line, at most 80 characters."""
    return text[max(0, at - 80) : at].rpartition("\n")[2]


def _plural(form: str) -> bool:
    """Whether a name is a plural in the nominative: "Ведомости" say what another outlet is told."""
    words = form.split()
    if "-" in form or any(word.isupper() for word in words):
        return False  # «РИА Новости», «Минск-Новости»: one agency
    return form[:1] > "\u0400" and fold(words[-1])[-1:] in "иыі"


def _speaks(form: str, name: str) -> bool:
    """Whether a name is a feminine nominative, which nobody is told in: "рассказала «Медуза»"."""
    outlet = outlets.by_name(name)
    names = {fold(one) for one in (*outlet.names, *outlet.cautious)} if outlet else {fold(name)}
    if form[:1] < "\u0400" or form.isupper() or fold(form).startswith("рад"):
        return False  # «сказал Радио Свобода»: that name is not inflected
    return "-" not in form and form[-1:] in "ая" and fold(form) in names


def _length(text: str, at: int) -> int:
    start = text.rfind("\n", max(0, at - _CAPTION - 1), at)
    stop = text.find("\n", at, at + _CAPTION + 1)
    if start < 0 and at > _CAPTION:
        return _CAPTION + 1
    return (stop if stop >= 0 else min(len(text), at + _CAPTION)) - start
