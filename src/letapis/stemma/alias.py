"""Which report of an earlier run goes on as which report of a later one.

The id of a report rests on the document that founds it. When an earlier witness turns up, or a credit
says whose it is, the id changes although the report is the same: then the new id claims the old one,
so that an address that somebody has kept still leads somewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from letapis.model import Alias, Report

__all__ = ["aliases"]


def aliases(before: Sequence[Report], after: Sequence[Report], at: datetime) -> list[Alias]:
    """One alias for every report of ``before`` whose id is not in ``after`` and that lives on there.

    The new id is that of the report which shares most documents with the old one; of equals, one
    of the same outlet, then one that is new, then the larger share, then the smaller id. A report
    of which no document is left gets no alias: nothing is claimed for it. Sorted by old id; the
    order of either sequence changes nothing.

    >>> from datetime import UTC
    >>> from letapis.model import Witness
    >>> old = Report("r1", "Ранак", None, None, (Witness("b", "reprint", None), Witness("c", "teaser", "b")))
    >>> new = Report("r2", "Ранак", None, "a", (Witness("b", "reprint", "a"), Witness("c", "teaser", "b")))
    >>> [made] = aliases([old], [new], datetime(2026, 5, 4, tzinfo=UTC))
    >>> made.old_id, made.new_id, made.reason
    ('r1', 'r2', 'shares 2 of its 2 documents; a is now taken to be the original')
    """
    kept = {report.report_id for report in after}
    gone = {report.report_id: report for report in before if report.report_id not in kept}
    known = {report.report_id for report in before}
    new = {report.report_id: report for report in after}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for report in new.values():
        for doc_id in _documents(report):
            holders[doc_id].append(report.report_id)
    found: list[Alias] = []
    for old_id in sorted(gone):
        heir = _heir(gone[old_id], new, holders, known)
        if heir is not None:
            found.append(Alias(old_id, heir.report_id, _why(gone[old_id], heir), at))
    return found


def _documents(report: Report) -> set[str]:
    found = {witness.doc_id for witness in report.witnesses}
    return found | {report.original} if report.original is not None else found


def _heir(
    old: Report, new: Mapping[str, Report], holders: Mapping[str, Iterable[str]], known: set[str]
) -> Report | None:
    shared: Counter[str] = Counter()
    for doc_id in _documents(old):
        shared.update(holders.get(doc_id, ()))
    if not shared:
        return None

    def rank(report_id: str) -> tuple[object, ...]:
        report = new[report_id]
        share = shared[report_id] / len(_documents(report))
        return -shared[report_id], report.outlet != old.outlet, report_id in known, -share, report_id

    return new[min(shared, key=rank)]


def _why(old: Report, heir: Report) -> str:
    mine = _documents(old)
    shared = len(mine & _documents(heir))
    said = [f"shares {shared} of its {len(mine)} documents"]
    if heir.original != old.original:
        said.append(f"{heir.original or 'none'} is now taken to be the original")
    if heir.outlet != old.outlet:
        said.append(f"it is now given to {heir.outlet or 'nobody'}")
    return "; ".join(said)
