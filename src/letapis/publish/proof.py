"""A text drawn as a proof sheet: everything found in it, marked under its lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

__all__ = ["Mark", "marks", "proof"]

Row = dict[str, Any]

_WIDTH = 96
_LINES = {"quotation": "═", "citation": "─", "figure": "#", "date": "~", "region": ":"}
_ENOUGH = 12
"""Decimals of a value that are printed."""


class Mark(NamedTuple):
    """A stretch of a text and what is said of it; ``kind`` chooses how it is underlined."""

    start: int
    stop: int
    kind: str
    label: str


def proof(text: str, found: Sequence[Mark], width: int = _WIDTH) -> str:
    """The lines of ``text``, wrapped, with a row under them for each mark that they hold part of.

    A mark that goes on from the line before is drawn again without its label. Offsets are code
    points; a letter that takes no room or two places on a terminal is reckoned with.

    >>> print(proof("Ада ждёт. Он тоже.", [Mark(0, 3, "person", "person"), Mark(4, 8, "date", "d")], 12))
    Ада ждёт. Он
    ··· person
        ~~~~ d
    тоже.
    """
    found = sorted(found, key=lambda mark: (mark.start, -mark.stop, mark.kind, mark.label))
    lines: list[str] = []
    open_marks: list[Mark] = []
    at = 0
    for start, stop in _wrapped(text, width):
        lines.append(text[start:stop].replace("\t", " "))
        while at < len(found) and found[at].start < stop:
            open_marks.append(found[at])
            at += 1
        open_marks = [mark for mark in open_marks if mark.stop > start]
        lines.extend(_under(text, start, stop, mark) for mark in open_marks)
    return "\n".join(line.rstrip() for line in lines)


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines, broken at spaces where they are longer than ``width`` places."""
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        at = start
        while stop - at > width:
            cut = text.rfind(" ", at + 1, at + width + 1)
            cut = cut if cut > 0 else at + width
            yield at, cut
            at = cut + (text[cut : cut + 1] == " ")
        yield at, stop
        start = stop + 1


def _under(text: str, start: int, stop: int, mark: Mark) -> str:
    first, last = max(mark.start, start), min(mark.stop, stop)
    sign = _LINES.get(mark.kind, "·")
    label = f" {mark.label}" if mark.start >= start else " …"
    return " " * _places(text[start:first]) + sign * max(1, _places(text[first:last])) + label


def _places(text: str) -> int:
    """Places that ``text`` takes on a terminal of fixed pitch."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in ("Mn", "Me", "Cf") for letter in text)


def marks(found: dict[str, Sequence[Row]]) -> list[Mark]:
    """What there is to draw of the rows of findings, by the name of their table.

    >>> row = {"start": 0, "stop": 4, "value": "2020", "basis": "stated"}
    >>> marks({"dates": [row]})
    [Mark(start=0, stop=4, kind='date', label='date 2020 (stated)')]
    """
    drawn: list[Mark] = []
    for table, rows in found.items():
        kind, label = _LABELS[table]
        drawn += [
            Mark(row["start"], row["stop"], kind or row["kind"], label(row))
            for row in rows
            if row["start"] is not None
        ]
    return drawn


def _quotation(row: Row) -> str:
    said = [f"{row['kind']} quotation"]
    speaker = row["speaker"]
    if speaker:
        name = row["speaker_name"]
        said.append(f"by {speaker}" + (f" = {name}" if name and name not in speaker else ""))
    else:
        said.append("by nobody named")
    if row["cue"]:
        said.append(f"cue “{row['cue']}”")
    if row["told_to"]:
        said.append(f"told {row['told_to']}")
    if row["repaired"]:
        said.append("marks repaired")
    if row["variant_of"]:
        said.append(f"variant of {row['variant_of']}")
    return " · ".join(said)


def _citation(row: Row) -> str:
    whom = "its outlet is lost" if row["lost"] else row["outlet"]
    return f"{row['kind']}: {whom}" + (" (itself)" if row["self"] else "")


def _figure(row: Row) -> str:
    low, high = _number(row["low"]), _number(row["high"])
    value = low if low == high else f"{low}–{high}"
    parts = [row["qualifier"] if row["qualifier"] != "exact" else "", value]
    parts += [row["currency"] or row["unit"] or ""]
    parts += [f"of {row['counted']}" if row["counted"] else "", f"per {row['per']}" if row["per"] else ""]
    return "figure " + " ".join(part for part in parts if part)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,.{_ENOUGH}g}" if value != int(value) else f"{int(value):,}"


def _name(row: Row) -> str:
    role = f", {row['role']}" if row.get("role") else ""
    return f"{row['kind']}" + (f": {row['name']}{role}" if row.get("name") else role)


_LABELS: dict[str, tuple[str, Any]] = {
    "quotations": ("quotation", _quotation),
    "citations": ("citation", _citation),
    "figures": ("figure", _figure),
    "dates": ("date", lambda row: f"date {row['value']} ({row['basis']})"),
    "mentions": ("", _name),
}
"""By table: how its rows are underlined (empty: by their own kind), and what is said of them."""
