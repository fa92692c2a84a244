"""Which documents' credits stand as they were found, when a heap has grown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from letapis import outlets
from letapis.attribute.evidence import Evidence
from letapis.text import fold
from letapis.text.stream import stream

__all__ = ["KEPT", "changed", "read", "same", "table"]

_PAIRS = pa.list_(pa.struct([("name", pa.string()), ("host", pa.string())]))
KEPT = pa.schema(
    [
        ("doc_id", pa.string()),
        ("stamp", pa.int64()),
        ("page", pa.string()),
        ("outlet", pa.string()),
        ("hosts", pa.list_(pa.string())),
        ("beside", _PAIRS),
        ("linked", _PAIRS),
        ("names", pa.list_(pa.string())),
        ("keys", pa.list_(pa.string())),
    ]
)
"""Evidence as rows: what is kept of each document for the next run."""


def table(found: Iterable[Evidence]) -> pa.RecordBatch:
    """Evidence as rows of :data:`KEPT`.

    >>> table([Evidence("d", 1, names=("Речник",))])["names"].to_pylist()
    [['Речник']]
    """
    rows = [
        {
            "doc_id": one.doc_id,
            "stamp": one.stamp,
            "page": one.page,
            "outlet": one.outlet,
            "hosts": one.hosts,
            "beside": [{"name": name, "host": host} for name, host in one.beside],
            "linked": [{"name": name, "host": host} for name, host in one.linked],
            "names": one.names,
            "keys": one.keys,
        }
        for one in found
    ]
    return pa.RecordBatch.from_pylist(rows, schema=KEPT)


def read(rows: pa.Table) -> dict[str, Evidence]:
    """The evidence in rows of :data:`KEPT`, by doc_id.

    >>> one = Evidence("d", 1, beside=(("Речник", "rechnik.example"),))
    >>> read(pa.Table.from_batches([table([one])])) == {"d": one}
    True
    """
    return {
        row["doc_id"]: Evidence(
            row["doc_id"],
            row["stamp"],
            row["page"],
            row["outlet"],
            tuple(row["hosts"]),
            tuple((pair["name"], pair["host"]) for pair in row["beside"]),
            tuple((pair["name"], pair["host"]) for pair in row["linked"]),
            tuple(row["names"]),
            tuple(row["keys"]),
        )
        for row in rows.to_pylist()
    }


def changed(old: Mapping[str, str], new: Mapping[str, str]) -> frozenset[str] | None:
    """What documents touched by a change of the known names have among their keys; None for all of them.

    >>> sorted(changed({"рупар": "Рупар"}, {"рупар": "Рупар", "заря реки": "Заря реки"}))
    ['заря', 'заря реки']
    >>> changed({}, {"naviny.by": "Other"}) is None
    True
    """
    forms = {form for form in {*old, *new} if old.get(form) != new.get(form)}
    files = {fold(outlet.name): outlet.name for outlet in outlets.outlets()}
    for form in forms & files.keys():
        if {old.get(form, files[form]), new.get(form, files[form])} != {files[form]}:
            return None
    return frozenset(word for form in forms for word in (form, *stream(form).folds[:1]))


def same(kept: pa.Table, now: pa.Table, cited: pa.Table, touched: frozenset[str] | None) -> frozenset[str]:
    """Documents whose credits are as they were: read before, as they are now, and touched by no change.

    ``kept`` and ``now`` are rows of :data:`KEPT`, ``cited`` the citations found before, ``touched``
    is of :func:`changed`.

    >>> from letapis import tables
    >>> from letapis.model import Citation
    >>> now = pa.Table.from_batches([table([Evidence("d", 1), Evidence("e", 2)])])
    >>> cited = pa.Table.from_batches([tables.batch([], Citation)])
    >>> sorted(same(now.slice(0, 1), now, cited, frozenset()))
    ['d']
    """
    if touched is None or not kept.num_rows:
        return frozenset()
    stamps = dict(zip(now["doc_id"].to_pylist(), now["stamp"].to_pylist(), strict=True))
    before = zip(kept["doc_id"].to_pylist(), kept["stamp"].to_pylist(), strict=True)
    found = {doc_id for doc_id, mark in before if stamps.get(doc_id) == mark}
    if touched:
        some = pa.array(sorted(touched), pa.string())
        for rows in kept.select(["doc_id", "keys"]).to_batches():
            hit = pc.is_in(rows["keys"].flatten(), value_set=some)
            parents = pc.list_parent_indices(rows["keys"]).filter(hit)
            found.difference_update(rows["doc_id"].take(pc.unique(parents)).to_pylist())
        named = zip(cited["doc_id"].to_pylist(), cited["outlet"].to_pylist(), strict=True)
        found.difference_update(doc_id for doc_id, outlet in named if outlet and fold(outlet) in touched)
    return frozenset(found)
