"""Reports that are known only because somebody credits them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from letapis import langs
from letapis.model import Reason, Report, Witness
from letapis.stemma.credits import Credit
from letapis.stemma.members import Member
from letapis.text import content_id

__all__ = ["cited"]

HEAD = 400
"""Code points from the beginning of a text within which it says that it is a joint report itself."""
BRIEF = 90
"""A joint report's witness of fewer words is a teaser of it."""
AROUND = 1500
"""Of a longer paragraph only so many code points around the credit are taken."""


def cited(
    members: Sequence[Member], given: Mapping[str, Sequence[Credit]], settled: str | None
) -> list[Report]:
    """A report for every outlet that documents credit, but for the one ``settled`` already.

    Of a document that shares its text with others only the outlets that somebody talked to, or
    that worked together on it, are taken: what it mentions besides is the original's business.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import Body
    >>> page = Document("a", "c", text="«Ждём», — сказал он Ранку.", language="ru")
    >>> told = Credit("a", "Ранак", "told_to", "сказал он Ранку", 0.8, 10, None)
    >>> [report] = cited([Member(Body(page, (), ()), (), (), 0, 0, 0, 0)], {"a": [told]}, None)
    >>> report.outlet, report.survives, report.original, report.witnesses[0].kind
    ('Ранак', 'quoted', None, 'quotation')
    """
    by_outlet: defaultdict[str, dict[str, list[Credit]]] = defaultdict(dict)
    by_id = {member.doc_id: member for member in members}
    for doc_id in sorted(by_id):
        for credit in given[doc_id]:
            counts = credit.kind in ("told_to", "joint") or (len(members) == 1 and credit.kind != "platform")
            if counts and credit.outlet != settled:
                by_outlet[credit.outlet].setdefault(doc_id, []).append(credit)
    return [_report(outlet, by_id, mine) for outlet, mine in sorted(by_outlet.items())]


def _report(outlet: str, by_id: Mapping[str, Member], mine: Mapping[str, list[Credit]]) -> Report:
    witnesses, ways, count = [], set(), 0
    for doc_id, said in mine.items():
        kind, survives, note = _shape(by_id[doc_id], said)
        reasons = [Reason("credit", c.weight, c.surface) for c in said]
        if survives == "quoted":
            reasons.extend(_quoted(by_id[doc_id].body.document.text, said))
        if note:
            reasons.append(Reason("only", 1.0, note))
        witnesses.append(Witness(doc_id, kind, None, tuple(reasons)))
        ways.add(survives)
        count += len(said)
    first = min(mine)
    best = by_id[first].body.document
    return Report(
        report_id=content_id("cited", first, outlet),
        outlet=outlet,
        title=best.title if witnesses[0].kind != "quotation" else None,
        original=None,
        witnesses=tuple(witnesses),
        language=_tongue(best.language, mine[first]) or best.language,
        survives=next(way for way in ("whole", "cut", "translated", "quoted", "credited") if way in ways),
        score=min(1.0, max(c.weight for found in mine.values() for c in found) / 4),
        reasons=(Reason("credited", float(count), mine[first][0].surface),),
    )


def _shape(member: Member, mine: Sequence[Credit]) -> tuple[str, str, str]:
    kinds = {credit.kind for credit in mine}
    whole = "cut" if member.body.document.truncated or member.body.cut else "whole"
    if kinds & {"published_by", "repost_footer"}:
        tongue = _tongue(member.body.document.language, mine)
        return ("translation", "translated", "") if tongue else ("reprint", whole, "")
    if "joint" in kinds and not kinds & {"told_to"}:
        if not any(c.kind == "joint" and (c.start is None or c.start < HEAD) for c in mine):
            return "quotation", "credited", "a joint work is named in passing"
        return ("teaser", "cut", "") if member.body.words < BRIEF else ("reprint", whole, "")
    if kinds <= {"image_credit"}:
        return "quotation", "credited", "only a picture is credited"
    return "quotation", "quoted", ""


def _tongue(language: str | None, mine: Sequence[Credit]) -> str | None:
    """The other language that a credit says the report was published in ("in Russian by …")."""
    words = " ".join(credit.surface for credit in mine if credit.kind in ("published_by", "repost_footer"))
    spoken = langs.get(language) if language else None
    for code, pattern in spoken.tongues if spoken else ():
        if code != language and re.search(pattern, words, re.IGNORECASE):
            return code
    return None


def _quoted(text: str, mine: Sequence[Credit]) -> list[Reason]:
    """The paragraphs that credit: what is left of the report stands in them."""
    found: dict[tuple[int, int], None] = {}
    for credit in sorted(mine, key=lambda c: c.start or 0):
        if credit.start is None or credit.kind == "image_credit":
            continue
        start = text.rfind("\n", 0, credit.start) + 1
        stop = text.find("\n", credit.start)
        stop = len(text) if stop < 0 else stop
        if stop - start > AROUND:
            start, stop = max(start, credit.start - AROUND // 2), min(stop, credit.start + AROUND // 2)
        found[start, stop] = None
    return [Reason("stretch", float(stop - start), f"{start}:{stop}") for start, stop in found]
