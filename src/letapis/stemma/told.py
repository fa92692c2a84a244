"""Reports that are known only because somebody credits them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from letapis.model import Reason, Report, Witness
from letapis.stemma.credits import Credit
from letapis.stemma.members import Member
from letapis.text import content_id

__all__ = ["cited"]

BRIEF = 90
"""A joint report's witness of fewer words is a teaser of it."""
_QUOTED = frozenset({"told_to", "reported_by", "dateline", "link"})


def cited(member: Member, given: Mapping[str, Sequence[Credit]], settled: str | None) -> list[Report]:
    """A report for every outlet that a document credits, but for the one ``settled`` already.

    >>> from letapis.model import Document
    >>> from letapis.stemma.body import Body
    >>> page = Document("a", "c", text="«Ждём», — сказал он Ранку.", language="ru")
    >>> told = Credit("a", "Ранак", "told_to", "сказал он Ранку", 2.0, None)
    >>> [report] = cited(Member(Body(page, (), ()), (), (), 0, 0, 0, 0), {"a": [told]}, None)
    >>> report.outlet, report.survives, report.original, report.witnesses[0].kind
    ('Ранак', 'quoted', None, 'quotation')
    """
    document = member.body.document
    by_outlet: dict[str, list[Credit]] = {}
    for credit in given[document.doc_id]:
        if credit.outlet != settled and credit.kind != "platform":
            by_outlet.setdefault(credit.outlet, []).append(credit)
    found = []
    for outlet, mine in sorted(by_outlet.items()):
        kind, survives, note = _shape(member, mine)
        reasons = [Reason("credit", c.weight, c.surface) for c in mine]
        if note:
            reasons.append(Reason("only", 1.0, note))
        found.append(
            Report(
                report_id=content_id("cited", document.doc_id, outlet),
                outlet=outlet,
                title=document.title if kind != "quotation" else None,
                original=None,
                witnesses=(Witness(document.doc_id, kind, None, tuple(reasons)),),
                language=document.language,
                survives=survives,
                score=min(1.0, max(c.weight for c in mine) / 4),
                reasons=(Reason("credited", float(len(mine)), mine[0].surface),),
            )
        )
    return found


def _shape(member: Member, mine: Sequence[Credit]) -> tuple[str, str, str]:
    kinds = {credit.kind for credit in mine}
    whole = "cut" if member.body.document.truncated or member.body.cut else "whole"
    if kinds & {"published_by", "repost_footer"}:
        return "reprint", whole, ""
    if "joint" in kinds and not kinds & {"told_to"}:
        return ("teaser", "cut", "") if member.body.words < BRIEF else ("reprint", whole, "")
    if kinds <= {"image_credit"}:
        return "quotation", "credited", "only a picture is credited"
    return "quotation", "quoted", ""
