"""Names, figures and dates of each document, and what the names of all of them name, as steps."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pyarrow as pa

from letapis import langs, tables
from letapis.engine.base import Map, Output, Rel, Step
from letapis.model import Alias, Date, Entity, Figure, Mention, Region, Spot

__all__ = ["FIND", "JOIN", "find", "join", "weigh"]

FIND, JOIN, WEIGH = "1", "1", "1"
"""Versions of the three steps."""
_COLUMNS = ("doc_id", "text", "language", "published", "outlet")


def find() -> Step:
    """Reads each document once; writes ``spots``, ``amounts`` and ``dates``."""
    return Step(
        name="link",
        version=FIND,
        reads=("documents",),
        stages=(
            Map(
                "spots",
                "documents",
                _find,
                tables.schema(Spot),
                columns=_COLUMNS,
                beside=(("amounts", tables.schema(Figure)), ("dates", tables.schema(Date))),
            ),
        ),
        outputs=(Output("spots", "spots"), Output("amounts", "amounts"), Output("dates", "dates")),
        per="doc_id",
    )


def join() -> Step:
    """Reads ``spots`` and ``regions``; writes ``mentions``, ``entities`` and ``aliases``.

    Names in furniture are no mentions. An entity keeps its id as long as most of its mentions do.
    """
    beside = (("entities", tables.schema(Entity)), ("aliases", tables.schema(Alias)))
    return Step(
        name="entities",
        version=JOIN,
        reads=("spots", "regions"),
        stages=(
            Map(
                "mentions",
                "spots",
                _join,
                tables.schema(Mention),
                side={name: name for name in ("regions", "last_mentions", "last_aliases")},
                whole=True,
                beside=beside,
            ),
        ),
        outputs=(
            Output("aliases", "aliases", shared=True),
            Output("mentions", "mentions"),
            Output("entities", "entities"),
        ),
    )


def weigh() -> Step:
    """Reads ``amounts`` and ``quotations``; writes ``figures``: each with the quotation it is part of."""
    around = (
        "SELECT a.doc_id, a.start, max(q.start) AS said FROM amounts a JOIN quotations q"
        " ON a.doc_id = q.doc_id AND q.start <= a.start AND a.stop <= q.stop GROUP BY a.doc_id, a.start"
    )
    columns = ", ".join(
        "CASE WHEN s.said IS NULL THEN NULL ELSE concat(a.doc_id, ':', CAST(s.said AS VARCHAR)) END AS said"
        if name == "said"
        else f"a.{name}"
        for name in tables.schema(Figure).names
    )
    return Step(
        name="figures",
        version=WEIGH,
        reads=("amounts", "quotations"),
        stages=(
            Rel("around", ("amounts", "quotations"), around),
            Rel(
                "figures",
                ("amounts", "around"),
                f"SELECT {columns} FROM amounts a LEFT JOIN around s"
                " ON a.doc_id = s.doc_id AND a.start = s.start",
            ),
        ),
        outputs=(Output("figures", "figures"),),
    )


def _find(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    # opened here: what finds nothing loads no weights
    from letapis.link.sift import sift

    maker = f"link@{FIND}"
    for batch in batches:
        spots: list[Spot] = []
        amounts: list[Figure] = []
        dates: list[Date] = []
        for row in batch.to_pylist():
            language = langs.get(row["language"])
            found = sift(row["text"], language, row["doc_id"], row["published"], row["outlet"])
            spots += (replace(one, maker=maker) for one in found.spots)
            amounts += (replace(one, maker=maker) for one in found.amounts)
            dates += (replace(one, maker=maker) for one in found.dates)
        yield tables.batch(spots, Spot)
        yield tables.batch(amounts, Figure)
        yield tables.batch(dates, Date)


def _join(batches: Iterator[pa.RecordBatch], side: Mapping[str, pa.Table]) -> Iterator[pa.RecordBatch]:
    from letapis.link.entities import entities

    maker = f"entities@{JOIN}"
    inside = _furniture(tables.records(side["regions"], Region))
    spots = [
        spot
        for batch in batches
        for spot in tables.records(batch, Spot)
        if not _within(inside.get(spot.doc_id, ()), spot.start)
    ]
    last = side["last_mentions"].select(["doc_id", "start", "stop", "entity_id"]).to_pylist()
    before = {
        (row["doc_id"], row["start"], row["stop"]): row["entity_id"] for row in last if row["entity_id"]
    }
    found, ids = entities(spots, before)
    mentions = [
        Mention(one.doc_id, one.start, one.stop, one.surface, one.kind, name, maker, one.score, one.reasons)
        for one, name in zip(spots, ids, strict=True)
    ]
    told = list(tables.records(side["last_aliases"], Alias))
    yield tables.batch([replace(one, maker=maker) for one in found], Entity)
    yield tables.batch([*told, *_moved(before, mentions, {(one.old_id, one.new_id) for one in told})], Alias)
    yield tables.batch(mentions, Mention)


def _furniture(regions: Iterable[Region]) -> dict[str, list[tuple[int, int]]]:
    """Where the furniture of each document stands, in order."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for region in regions:
        if region.kind == "furniture":
            found[region.doc_id].append((region.start, region.stop))
    for spans in found.values():
        spans.sort()
    return found


def _within(spans: Iterable[tuple[int, int]], at: int) -> bool:
    spans = list(spans)
    place = bisect_right(spans, (at, 1 << 60)) - 1
    return place >= 0 and spans[place][0] <= at < spans[place][1]


def _moved(
    before: Mapping[tuple[str, int, int], str], mentions: Iterable[Mention], told: set[tuple[str, str]]
) -> list[Alias]:
    """One alias for every id that no mention has any more, to the id that most of its mentions have now."""
    heirs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    present: set[str] = set()
    for one in mentions:
        if one.entity_id:
            present.add(one.entity_id)
            old = before.get((one.doc_id, one.start, one.stop))
            if old:
                heirs[old][one.entity_id] += 1
    now = datetime.now(UTC).replace(microsecond=0)
    found = []
    for old in sorted(set(heirs) - present):
        new, shared = min(heirs[old].items(), key=lambda item: (-item[1], item[0]))
        if (old, new) not in told:
            why = f"shares {shared} of its {heirs[old].total()} mentions"
            found.append(Alias(old, new, why, now))
    return found
