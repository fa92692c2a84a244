"""The stemma as a picture: who took it from whom, over time, drawn without a script."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime

from letapis.publish.exports.restored.markup import Html, tag
from letapis.publish.exports.restored.words import many
from letapis.publish.view import Row

__all__ = ["others", "picture"]

_MOST = 40
"""Witnesses that are drawn; of more, those that say most about the tree. The table has all."""
_ROW, _TOP, _LEFT, _LABEL = 40, 26, 22, 300
_STEP, _WIDE, _TICK, _AXIS = 34.0, 150.0, 96.0, 680.0


def others(witness: Row) -> list[str]:
    """The further documents that a contaminated witness was put together from, where that is told.

    >>> others({"also": [{"doc_id": "b"}, "c"]}), others({})
    (['b', 'c'], [])
    """
    found = witness.get("also") or ()
    return [item["doc_id"] if isinstance(item, dict) else str(item) for item in found]


def picture(row: Row, sigla: Mapping[str, str]) -> Html:
    """The tree of a report as an SVG: a witness a row, its parent to the left, time along the top.

    Time is not to scale: long gaps are shortened. A witness without a date stands a step behind its
    parent and says so. The lost original is an empty, dotted node.
    """
    rows, folded = _chosen(row["witnesses"])
    order = _ordered(rows, row["original"])
    lost = row["original"] is None
    shift = 1 if lost else 0
    places, ticks = _places(order, shift)
    raised = 0 if ticks else _TOP - 6  # without dates no room for them
    width = max([x for x, _ in places.values()], default=_LEFT) + _LABEL
    parts = [_axis(ticks, _TOP + _ROW * (len(order) + shift))]
    root = (_LEFT, _TOP + _ROW // 2)
    for witness in order:
        if witness["kind"] != "original" and (witness["parent"] in places or lost):
            parts.append(_edge(places.get(witness["parent"], root), places[witness["doc_id"]]))
        here = [places[other] for other in others(witness) if other in places]
        parts += [_dashed(other, places[witness["doc_id"]]) for other in here]
    if lost:
        name = row["outlet"] or "nobody named"
        more = f"; {folded[None]} more copies of it" if folded.get(None) else ""
        parts.append(_node(root, "lost", None, _clip(name), f"lost original: no document here is it{more}"))
    for witness in order:
        words = f"{sigla[witness['doc_id']]} · {_clip(witness['outlet'] or 'outlet unknown')}"
        href = f"../documents/{witness['doc_id']}.html"
        hidden = folded.get(witness["doc_id"], 0)
        parts.append(_node(places[witness["doc_id"]], witness["kind"], href, words, _about(witness, hidden)))
    height = _TOP + _ROW * (len(order) + shift) + 8
    size = {"viewBox": f"0 {raised} {width:.0f} {height - raised}", "width": f"{width:.0f}"}
    label = f"Tree of {many(len(row['witnesses']), 'witness')}; the table below says the same"
    return tag("svg", *parts, role="group", aria_label=label, **size)


def _chosen(witnesses: Sequence[Row]) -> tuple[list[Row], dict[str | None, int]]:
    """What is drawn, and how many further copies of each drawn parent are not."""
    if len(witnesses) <= _MOST:
        return list(witnesses), {}
    by_id = {w["doc_id"]: w for w in witnesses}
    taken: dict[str | None, int] = {}
    for witness in witnesses:
        taken[witness["parent"]] = taken.get(witness["parent"], 0) + 1
    ranked = sorted(
        witnesses,
        key=lambda w: (w["kind"] != "original", -taken.get(w["doc_id"], 0), -w["words"], w["doc_id"]),
    )
    kept: dict[str, Row] = {}
    for witness in ranked:
        line: list[Row] = []
        at: Row | None = witness
        while at is not None and at["doc_id"] not in kept and len(line) < len(by_id):
            line.append(at)
            at = by_id.get(at["parent"] or "")
        if len(kept) + len(line) <= _MOST:
            kept |= {w["doc_id"]: w for w in line}
    folded: dict[str | None, int] = {}
    for witness in witnesses:
        if witness["doc_id"] not in kept:
            folded[witness["parent"]] = folded.get(witness["parent"], 0) + 1
    return [w for w in witnesses if w["doc_id"] in kept], folded


def _ordered(rows: Sequence[Row], original: str | None) -> list[Row]:
    """Parents before their copies, each copy followed by its own, the early before the late."""
    children: dict[str | None, list[Row]] = {}
    here = {w["doc_id"] for w in rows}
    for witness in rows:
        parent = witness["parent"] if witness["parent"] in here else None
        if witness["doc_id"] == original:
            parent = None
        elif parent is None and original in here:
            parent = original
        children.setdefault(parent, []).append(witness)
    order: list[Row] = []
    stack = _late_first(children.get(None, []))
    seen: set[str] = set()
    while stack:
        witness = stack.pop()
        if witness["doc_id"] not in seen:
            seen.add(witness["doc_id"])
            order.append(witness)
            stack += _late_first(children.get(witness["doc_id"], []))
    # a circle has no beginning: nothing may be left out for that
    return order + [w for w in rows if w["doc_id"] not in seen]


def _late_first(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda w: (w["published"] is None, _stamp(w), w["doc_id"]), reverse=True)


def _stamp(witness: Row) -> float:
    return witness["published"].timestamp() if witness["published"] else 0.0


def _places(
    order: Sequence[Row], shift: int
) -> tuple[dict[str, tuple[float, float]], list[tuple[float, datetime]]]:
    """Where each witness stands, and the dates along the top that have room."""
    dates = sorted({w["published"] for w in order if w["published"] is not None})
    across: dict[datetime, float] = {}
    x = _LEFT + (_WIDE / 2 if shift else 0.0)
    for i, date in enumerate(dates):
        if i:
            hours = (date - dates[i - 1]).total_seconds() / 3600
            x += min(_WIDE, _STEP / 2 + _STEP * math.log10(1 + hours))
        across[date] = x
    first = min(across.values(), default=0.0)
    narrow = min(1.0, _AXIS / max(1.0, x - first))
    across = {date: first + (at - first) * narrow for date, at in across.items()}
    ticks: list[tuple[float, datetime]] = []
    for date, at in across.items():
        if not ticks or at - ticks[-1][0] >= _TICK:
            ticks.append((at, date))
    places: dict[str, tuple[float, float]] = {}
    for i, witness in enumerate(order):
        parent = places.get(witness["parent"] or "", (_LEFT if shift else _LEFT - _STEP, 0.0))
        at = across[witness["published"]] if witness["published"] else parent[0] + _STEP
        places[witness["doc_id"]] = (round(at, 1), _TOP + _ROW * (i + shift) + _ROW / 2)
    return places, ticks


def _axis(ticks: Sequence[tuple[float, datetime]], bottom: float) -> Html:
    lines = [tag("path", d=f"M{x:.1f} {_TOP}V{bottom}", class_="axis") for x, _ in ticks]
    words = [
        tag("text", f"{at:%d %b %Y}", x=f"{x:.1f}", y=_TOP - 10, class_="m", text_anchor="start")
        for x, at in ticks
    ]
    return Html.of(*lines, *words)


def _edge(parent: tuple[float, float], child: tuple[float, float]) -> Html:
    (px, py), (cx, cy) = parent, child
    turn = 8 if cx >= px else -8
    return tag("path", d=f"M{px} {py}V{cy - 8}q0 8 {turn} 8H{cx}", class_="edge")


def _dashed(parent: tuple[float, float], child: tuple[float, float]) -> Html:
    (px, py), (cx, cy) = parent, child
    bend = max(px, cx) + 40
    return tag("path", d=f"M{px} {py}C{bend} {py} {bend} {cy} {cx} {cy}", class_="also")


def _node(at: tuple[float, float], kind: str, href: str | None, words: str, about: str) -> Html:
    x, y = at
    label = Html.of(
        tag("text", words, x=x + 14, y=y - 1),
        tag("text", about, x=x + 14, y=y + 14, class_="m"),
    )
    return Html.of(_shape(x, y, kind), tag("a", label, href=href) if href else label)


def _shape(x: float, y: float, kind: str) -> Html:
    """A form for every kind, so that colour alone tells nothing."""
    if kind == "lost":
        return tag("circle", cx=x, cy=y, r=8, class_="lost")
    if kind == "teaser":
        half = tag("path", d=f"M{x} {y - 7}a7 7 0 0 0 0 14z", class_="k-teaser")
        return Html.of(tag("circle", cx=x, cy=y, r=7, class_="k-open"), half)
    if kind == "excerpt":
        return tag("rect", x=x - 6, y=y - 6, width=12, height=12, class_="k-excerpt")
    if kind == "translation":
        return tag("path", d=f"M{x} {y - 8}l8 8-8 8-8-8z", class_="k-translation")
    if kind == "extended":
        return tag("path", d=f"M{x} {y - 8}l8 14h-16z", class_="k-extended")
    if kind == "quotation":
        return tag("path", d=f"M{x - 6} {y - 6}v12M{x} {y - 6}v12", class_="k-quotation")
    return tag("circle", cx=x, cy=y, r=9 if kind == "original" else 7, class_=f"k-{kind}")


def _about(witness: Row, hidden: int) -> str:
    told = [witness["kind"], "credited" if witness["credits"] else None, f"{witness['words']} words"]
    told += [None if witness["published"] else "no date", f"{hidden} more copies of it" if hidden else None]
    return ", ".join(part for part in told if part)


def _clip(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"
