"""Reports of a heap of which a part was inferred before: what has not changed is taken over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from letapis import tables
from letapis.model import (
    Alias,
    Citation,
    Document,
    Publisher,
    Region,
    Report,
    Restoration,
    Reuse,
    Suggestion,
    Verdict,
)
from letapis.stemma.alias import aliases
from letapis.stemma.parts import Parts, parts
from letapis.stemma.reports import reports
from letapis.stemma.restore import restorations
from letapis.stemma.suggest import SHORT, suggest
from letapis.stemma.verdict import ruled
from letapis.text import fold

__all__ = ["Renewed", "renew"]

Flags = npt.NDArray[np.bool_]
Side = Mapping[str, pa.Table]


@dataclass(frozen=True)
class Renewed:
    """Rows of ``reports``, ``restorations``, ``suggestions`` and ``aliases``, and what to keep.

    ``bases`` has a row for each report and each part without one: ``basis`` and ``report_id``.
    """

    rows: Mapping[str, pa.Table]
    bases: pa.Table


def renew(documents: pa.Table, side: Side, maker: str = "") -> Renewed:
    """All reports of ``documents``; only parts whose basis is new are inferred.

    ``side`` has the tables ``regions``, ``reuse``, ``citations``, ``publishers`` and ``verdicts``; of
    the last run ``kept`` (its ``bases``) with ``before_reports`` and ``before_restorations`` that go
    with it, all three may be empty; and ``last_reports`` and ``last_aliases`` as they are.

    >>> kinds = {"regions": Region, "reuse": Reuse, "citations": Citation, "publishers": Publisher}
    >>> kinds |= {"verdicts": Verdict, "before_reports": Report, "last_reports": Report}
    >>> kinds |= {"before_restorations": Restoration, "last_aliases": Alias}
    >>> side = {name: tables.schema(kind).empty_table() for name, kind in kinds.items()}
    >>> side["kept"] = pa.table({"basis": pa.array([], pa.uint64()), "report_id": pa.array([], pa.string())})
    >>> page = Document("a", "c", text="Мост закрыт.", outlet="Ранак", language="ru")
    >>> made = renew(pa.Table.from_batches([tables.batch([page], Document)]), side)
    >>> made.rows["reports"]["original"].to_pylist(), made.bases.num_rows
    (['a'], 1)
    """
    # a report belongs to one outlet, whichever of its names its witnesses use
    names = {fold(row.form): row.outlet for row in tables.records(side["publishers"], Publisher)}
    documents = _renamed(documents, names)
    given = {
        **side,
        "citations": _sourced(_renamed(side["citations"], names)),
        "verdicts": _stated(side, names),
    }
    found = parts(documents, given)
    known = _known(found, side)
    made = _infer(documents, given, found, known, maker)
    ids = pa.array([name for names in known.values() for name in names], pa.string())
    old = {name: _among(side[f"before_{name}"], ids) for name in ("reports", "restorations")}
    new = {"reports": _rows(made.reports, Report), "restorations": _rows(made.restored, Restoration)}
    rows = {name: pa.concat_tables([old[name], new[name]], promote_options="permissive") for name in old}
    rows["suggestions"] = _rows(_suggestions(documents, given, maker), Suggestion)
    rows["aliases"] = _aliases(side, ids, made.reports)
    bases: list[dict[str, Any]] = []
    for part in range(len(found.bases)):
        names_of = known.get(part, made.of.get(part, ())) or (None,)
        bases += [{"basis": int(found.bases[part]), "report_id": name} for name in names_of]
    return Renewed(rows, pa.Table.from_pylist(bases, side["kept"].schema))


@dataclass(frozen=True)
class _Made:
    """What was inferred; ``of`` has the ids of each part's reports."""

    reports: list[Report]
    restored: list[Restoration]
    of: Mapping[int, tuple[str, ...]]


def _known(found: Parts, side: Side) -> dict[int, tuple[str, ...]]:
    """The parts that are as they were, with the ids of their reports, all of which are there."""
    there = set(side["before_reports"]["report_id"].to_pylist())
    there &= set(side["before_restorations"]["report_id"].to_pylist())
    held: defaultdict[int, list[str | None]] = defaultdict(list)
    for basis, report_id in zip(*(side["kept"][c].to_pylist() for c in ("basis", "report_id")), strict=True):
        held[basis].append(report_id)
    known = {}
    for part, basis in enumerate(found.bases.tolist()):
        ids = tuple(name for name in held.get(basis, ()) if name is not None)
        if basis in held and there.issuperset(ids):
            known[part] = ids
    return known


def _infer(documents: pa.Table, given: Side, found: Parts, known: Mapping[int, Any], maker: str) -> _Made:
    """The reports of all parts that are not ``known``."""
    stale = np.ones(len(found.bases) + 1, np.bool_)
    stale[list(known)] = False
    stale[-1] = False  # rows about documents that are not there
    mine = list(tables.records(documents.filter(pa.array(stale[found.documents])), Document))
    rows = {name: given[name].filter(pa.array(stale[at])) for name, at in found.of.items()}
    regions, reuse = list(tables.records(rows["regions"], Region)), list(tables.records(rows["reuse"], Reuse))
    cited = list(tables.records(rows["citations"], Citation))
    rules = ruled(tables.records(rows["verdicts"], Verdict), {document.doc_id for document in mine})
    inferred = reports(mine, regions, reuse, cited, rules)
    restored = list(restorations(inferred, mine, regions, reuse))
    ids = documents["doc_id"].to_pylist()
    part_of = dict(zip(ids, found.documents.tolist(), strict=True))
    of: defaultdict[int, list[str]] = defaultdict(list)
    # reports() gives a document's main report before the others it is a witness of; the rank keeps that
    ranked = []
    for report, text in zip(inferred, restored, strict=True):
        if report.survives == "whole" and any(gap.kind == "end" for gap in text.gaps):
            report = replace(report, survives="cut")  # where its language breaks off, it is not whole
        part = part_of[report.original or report.witnesses[0].doc_id]
        ranked.append(replace(report, rank=len(of[part]), maker=maker))
        of[part].append(report.report_id)
    texts = [replace(one, maker=maker) for one in restored]
    return _Made(ranked, texts, {part: tuple(names) for part, names in of.items()})


def _suggestions(documents: pa.Table, given: Side, maker: str) -> list[Suggestion]:
    """Look-alikes among all documents, of which only short ones without an outlet come into question."""
    short = pc.less_equal(pc.utf8_length(documents["text"]), SHORT)
    open_ = documents.filter(pc.and_(pc.is_null(documents["outlet"]), short))
    ids = pc.unique(open_["doc_id"])
    cited = _among(given["citations"], ids, "doc_id")
    reuse = _among(_among(given["reuse"], ids, "earlier"), ids, "later")
    said = tables.records(given["verdicts"], Verdict)
    rules = ruled(said, set(documents["doc_id"].to_pylist()))
    credited = rules.credits(tables.records(cited, Citation))
    alikes = suggest(list(tables.records(open_, Document)), credited, list(tables.records(reuse, Reuse)))
    found = sorted(rules.suggestions(alikes), key=lambda alike: alike.suggestion_id)
    return [replace(alike, maker=maker) for alike in found]


def _aliases(side: Side, kept: pa.Array, made: list[Report]) -> pa.Table:
    """The aliases there are, and those of reports whose ids have changed."""
    last = side["last_aliases"]
    gone = _among(side["last_reports"], kept, keep=False)
    now = datetime.now(UTC).replace(microsecond=0)
    told = set(zip(last["old_id"].to_pylist(), last["new_id"].to_pylist(), strict=True))
    new = aliases(list(tables.records(gone, Report)), made, now)
    fresh = _rows((alias for alias in new if (alias.old_id, alias.new_id) not in told), Alias)
    return pa.concat_tables([last.select(fresh.column_names), fresh], promote_options="permissive")


def _among(rows: pa.Table, ids: pa.Array, column: str = "report_id", keep: bool = True) -> pa.Table:
    inside = pc.is_in(rows[column], value_set=ids)
    return rows.filter(inside if keep else pc.invert(inside))


def _rows(found: Iterable[Any], kind: type[Any]) -> pa.Table:
    return pa.Table.from_batches([tables.batch(found, kind)])


def _sourced(citations: pa.Table) -> pa.Table:
    """Credits, of which a bare "Source: X" speaks as "X reports" does.

    A footer says where the whole text was first; "Source" may be said of one fact in it.
    """
    bare = pc.and_(
        pc.equal(citations["kind"], "repost_footer"),
        pc.match_substring_regex(citations["surface"], r"^\S+(\s\S+)?\s*:"),
    )
    kinds = pc.if_else(bare, "reported_by", citations["kind"])
    return citations.set_column(citations.schema.get_field_index("kind"), "kind", kinds)


def _renamed(rows: pa.Table, names: Mapping[str, str]) -> pa.Table:
    """The rows under their outlets' one names; the tables keep what was read."""
    given = rows["outlet"].to_pylist()
    known = {outlet: names.get(fold(outlet), outlet) for outlet in set(given) if outlet}
    column = pa.array([known.get(outlet) if outlet else outlet for outlet in given], pa.string())
    return rows.set_column(rows.column_names.index("outlet"), "outlet", column)


def _stated(side: Side, names: Mapping[str, str]) -> pa.Table:
    """The verdicts under their outlets' one names."""
    found = [
        replace(verdict, value=names.get(fold(verdict.value), verdict.value))
        if verdict.says == "outlet" and verdict.value is not None
        else verdict
        for verdict in tables.records(side["verdicts"], Verdict)
        if verdict.state == "stands"  # what was withdrawn leaves no trace
    ]
    return _rows(found, Verdict)
