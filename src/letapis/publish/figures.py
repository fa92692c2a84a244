"""Figures: what was counted, who gave the number, and where others give another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from letapis.publish.about import About
from letapis.publish.names import stem
from letapis.publish.origins import Origins, place, sentence
from letapis.publish.view import Row, View
from letapis.text import tokens

__all__ = ["disputed", "figures"]

_ABOUT = 0.05
"""How far from a value "about" and "almost" may lie, as a share of it."""
_DAYS = 10
"""Days between two publications within which they may speak of the same count."""


def figures(view: View, about: str | None = None, unit: str | None = None) -> list[Row]:
    """Figures whose sentence speaks of what is asked, by date.

    Each is a row of ``figures`` with its ``sentence``, ``outlet``, ``published``, ``language``,
    ``url``, ``at``, and ``speaker`` where it lies in a quotation or a reported clause (else the text
    itself reports it). ``unit`` is a unit or a currency.
    """
    asked = About.of(view, about) if about else None
    origins, documents = Origins(view), view.index("documents", "doc_id")
    found = []
    for row in view.rows("figures"):
        if unit and unit.casefold() not in (str(row["unit"]).casefold(), str(row["currency"]).casefold()):
            continue
        document = documents[row["doc_id"]]
        words = sentence(document["text"], row["start"], row["stop"])
        if asked is not None and not (asked.within(words) or asked.within(row["counted"])):
            continue
        found.append(
            {
                **row,
                **_said(view, row),
                "sentence": words,
                "outlet": origins.outlet(row["doc_id"]),
                "origin": origins.of(row["doc_id"]),
                "published": document["published"],
                "language": document["language"],
                "url": document["url"],
                "at": place(row),
            }
        )
    return sorted(found, key=lambda row: (str(row["published"] or "9999"), row["at"]))


def disputed(view: View, found: Sequence[Row]) -> list[Row]:
    """Counts of the same thing for which different values are given, the values side by side.

    A row has what was ``counted``, in what (``measure``), the ``shared`` names of their sentences,
    and ``values``: each with ``low``, ``high``, ``qualifier``, who said it (``speakers``), the
    ``outlets``, the earliest ``published``, how many ``pages`` and independent ``origins`` give it,
    and its ``places``. Values are never averaged. Two figures count the same thing when they have
    the same measure, their sentences name an entity in common or they stand in the same report, and
    their pages are not more than ten days apart.
    """
    named = _named(view, found)
    kin: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(found):
        for key in _keys(row, named[number]):
            kin.setdefault(key, []).append(number)
    parent = list(range(len(found)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for numbers in kin.values():
        ordered = sorted(numbers, key=lambda n: (str(found[n]["published"] or ""), n))
        for a, b in pairwise(ordered):
            if _near(found[a], found[b]):
                parent[root(b)] = root(a)
    groups: dict[int, list[int]] = {}
    for number in range(len(found)):
        groups.setdefault(root(number), []).append(number)
    rows = [_dispute(view, [found[n] for n in group], [named[n] for n in group]) for group in groups.values()]
    return [row for row in rows if row is not None]


def _said(view: View, row: Row) -> Row:
    """Who says a figure: the innermost quotation or clause around it."""
    around = [
        one
        for one in view.groups("quotations", "doc_id").get(row["doc_id"], ())
        if one["start"] <= row["start"] and row["stop"] <= one["stop"]
    ]
    if not around:
        return {"speaker": None, "said": None}
    inner = min(around, key=lambda one: one["stop"] - one["start"])
    return {"speaker": inner["speaker_name"] or inner["speaker"], "said": place(inner)}


def _named(view: View, found: Sequence[Row]) -> list[frozenset[str]]:
    """The entities that the sentence of each figure names."""
    texts = view.index("documents", "doc_id")
    rows = []
    for row in found:
        start, stop = row["start"], row["stop"]
        text = texts[row["doc_id"]]["text"]
        # the sentence's place, by the words that stand before and after the figure in it
        at = max(text.rfind(sign, 0, start) for sign in ".!?\n")
        end = min((n for sign in ".!?\n" if (n := text.find(sign, stop)) >= 0), default=len(text))
        rows.append(
            frozenset(
                mention["entity_id"]
                for mention in view.groups("mentions", "doc_id").get(row["doc_id"], ())
                if mention["entity_id"] and at < mention["start"] <= end
            )
        )
    return rows


def _measure(row: Row) -> tuple[str, str, str]:
    """What a figure is given in: its currency or unit, else what is counted; and per what."""
    counted = [stem(token.form) for token in tokens(row["counted"] or "")]
    unit = row["currency"] or row["unit"] or ""
    # people are counted as different things: detained, injured, at work
    thing = counted[-1] if counted and unit in ("", "people") else ""
    return unit, thing, row["per"] or ""


def _keys(row: Row, named: Iterable[str]) -> list[tuple[str, ...]]:
    measure = _measure(row)
    if not any(measure):
        return []
    return [(*measure, key) for key in (row["origin"], *named)]


def _near(a: Row, b: Row) -> bool:
    if a["published"] is None or b["published"] is None:
        return True
    return bool(abs((a["published"] - b["published"]).days) <= _DAYS)


def _bounds(row: Row) -> tuple[float, float]:
    """The values that a figure allows, its qualifier taken into account."""
    low = row["low"] if row["low"] is not None else float("nan")
    high = row["high"] if row["high"] is not None else low
    slack = _ABOUT * max(abs(low), abs(high))
    if row["qualifier"] == "over":
        return low, float("inf")
    if row["qualifier"] == "under":
        return float("-inf"), high
    return (low - slack, high + slack) if row["qualifier"] in ("about", "almost") else (low, high)


def _clash(a: Row, b: Row) -> bool:
    (a_low, a_high), (b_low, b_high) = _bounds(a), _bounds(b)
    return a_high < b_low or b_high < a_low


def _dispute(view: View, rows: Sequence[Row], named: Sequence[frozenset[str]]) -> Row | None:
    values: dict[tuple[float, float, str], list[Row]] = {}
    for row in rows:
        values.setdefault((row["low"], row["high"], row["qualifier"]), []).append(row)
    firsts = [group[0] for group in values.values()]
    sources = {(row["origin"], row["speaker"]) for row in rows}
    if len(sources) < 2 or not any(_clash(a, b) for a, b in combinations(firsts[:200], 2)):
        return None
    names = view.index("entities", "entity_id")
    shared = [names[one]["name"] for one in sorted(frozenset.union(*named)) if one in names]
    unit, thing, per = _measure(rows[0])
    return {
        "counted": next((row["counted"] for row in rows if row["counted"]), None),
        "measure": unit or thing,
        "per": per or None,
        "shared": shared,
        "values": sorted((_value(group) for group in values.values()), key=lambda value: value["low"] or 0),
    }


def _value(rows: Sequence[Row]) -> Row:
    first = rows[0]
    return {
        "low": first["low"],
        "high": first["high"],
        "qualifier": first["qualifier"],
        "speakers": list(dict.fromkeys(row["speaker"] for row in rows if row["speaker"])),
        "outlets": list(dict.fromkeys(row["outlet"] or "unknown" for row in rows)),
        "published": min((row["published"] for row in rows if row["published"]), default=None),
        "pages": len({row["doc_id"] for row in rows}),
        "origins": len({row["origin"] for row in rows}),
        "places": [row["at"] for row in rows],
    }
