"""What is different between two looks at a chronicle, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["changes"]

Row = dict[str, Any]


def changes(before: Mapping[str, Sequence[Row]], after: Mapping[str, Sequence[Row]]) -> list[str]:
    """What became of reports, pairs and suggestions: one line a change, reports first.

    Both map ``reports``, ``reuse`` and ``suggestions`` to their rows. A report is known again by its
    id, else by the most documents in common.

    >>> old = {"report_id": "r", "outlet": None, "original": "a"}
    >>> old["witnesses"] = [{"doc_id": "b", "parent": "a"}]
    >>> new = {**old, "original": None, "witnesses": [{"doc_id": d, "parent": None} for d in "ab"]}
    >>> changes({"reports": [old]}, {"reports": [new]})
    ['report r: original from a to lost', 'report r: parent of b from a to the lost original']
    """
    found = list(_reports(before.get("reports", ()), after.get("reports", ())))
    found += _pairs(before.get("reuse", ()), after.get("reuse", ()))
    return found + list(_suggestions(before.get("suggestions", ()), after.get("suggestions", ())))


def _reports(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    old, new = ({row["report_id"]: row for row in rows} for rows in (before, after))
    heirs = _heirs(old, new)
    came = set(heirs.values())
    for report_id in sorted(old):
        heir = heirs.get(report_id)
        if heir is None:
            yield f"report {report_id}: is no more"
            continue
        if heir != report_id:
            yield f"report {report_id}: is report {heir} now"
        yield from _report(old[report_id], new[heir])
    for report_id in sorted(set(new) - came):
        held, outlet = ", ".join(sorted(_documents(new[report_id]))), new[report_id]["outlet"]
        yield f"report {report_id}: is new, of {outlet or 'nobody named'}, carried by {held}"


def _report(old: Row, new: Row) -> Iterator[str]:
    name = f"report {new['report_id']}"
    if old["outlet"] != new["outlet"]:
        yield f"{name}: outlet from {old['outlet'] or 'unknown'} to {new['outlet'] or 'unknown'}"
    if old["original"] != new["original"]:
        yield f"{name}: original from {old['original'] or 'lost'} to {new['original'] or 'lost'}"
    mine, theirs = _documents(old), _documents(new)
    for doc_id in sorted(mine - theirs):
        yield f"{name}: {doc_id} does not carry it any more"
    for doc_id in sorted(theirs - mine):
        yield f"{name}: {doc_id} carries it as well"
    was, now = _witnesses(old), _witnesses(new)
    for doc_id in sorted(was.keys() & now.keys()):
        for field, lost in (("parent", "the lost original"), ("kind", "")):
            a, b = was[doc_id].get(field), now[doc_id].get(field)
            if a != b:
                yield f"{name}: {field} of {doc_id} from {a or lost} to {b or lost}"


def _heirs(old: Mapping[str, Row], new: Mapping[str, Row]) -> dict[str, str]:
    """Old id → new id: the same one, else that of most documents in common, each but once."""
    heirs = {report_id: report_id for report_id in old if report_id in new}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for report_id, row in new.items():
        if report_id not in old:
            for doc_id in _documents(row):
                holders[doc_id].append(report_id)
    claims: Counter[tuple[str, str]] = Counter()
    for report_id, row in old.items():
        if report_id not in heirs:
            for doc_id in _documents(row):
                claims.update((report_id, heir) for heir in holders[doc_id])
    taken = set()
    for (report_id, heir), _ in sorted(claims.items(), key=lambda item: (-item[1], item[0])):
        if report_id not in heirs and heir not in taken:
            heirs[report_id] = heir
            taken.add(heir)
    return heirs


def _documents(row: Row) -> set[str]:
    original = {row["original"]} if row["original"] else set()
    return original | set(_witnesses(row))


def _witnesses(row: Row) -> dict[str, Row]:
    return {witness["doc_id"]: witness for witness in row["witnesses"] or ()}


def _pairs(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    old, new = ({frozenset((row["earlier"], row["later"])): row for row in rows} for rows in (before, after))
    for pair in sorted(old.keys() | new.keys(), key=sorted):
        name = f"pair {' and '.join(sorted(pair))}"
        was, now = old.get(pair), new.get(pair)
        if now is None or was is None:
            yield f"{name}: is {'no reuse any more' if now is None else 'reuse now, ' + now['kind']}"
            continue
        if was["kind"] != now["kind"]:
            yield f"{name}: kind from {was['kind']} to {now['kind']}"
        if was["earlier"] != now["earlier"]:
            yield f"{name}: earlier from {was['earlier']} to {now['earlier']}"


def _suggestions(before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    old, new = ({row["suggestion_id"]: row for row in rows} for rows in (before, after))
    for name in sorted(old.keys() | new.keys()):
        if name not in new or name not in old:
            yield f"suggestion {name}: {'is made no more' if name not in new else 'is made now'}"
        elif old[name]["score"] != new[name]["score"]:
            yield f"suggestion {name}: score from {old[name]['score']:g} to {new[name]['score']:g}"
