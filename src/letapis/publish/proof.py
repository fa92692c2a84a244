"""A text drawn as a proof sheet: everything found in it, marked under its lines."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

__all__ = ["LEGEND", "Mark", "marks", "proof"]

Row = dict[str, Any]

_WIDTH = 100
_LINES = {"quotation": "═", "citation": "─", "figure": "#", "date": "~", "region": ":"}
_ENOUGH = 12
"""Decimals of a value that are printed."""
_MARGIN = 8
"""Places before each line: the code point that it begins at, and two of space."""
_LEAST = 24
"""Places of a line of text, at least."""
LEGEND = "═ quotation  ─ credit  # figure  ~ date  · name  : furniture; on the left the place in the text"
"""What the signs under the lines stand for."""


class Mark(NamedTuple):
    """A stretch of a text and what is said of it; ``kind`` chooses how it is underlined."""

    start: int
    stop: int
    kind: str
    label: str


def proof(text: str, found: Sequence[Mark], width: int = _WIDTH) -> str:
    """The lines of ``text``, wrapped, with a row under them for each mark that they hold part of.

    Before each line stands the code point that it begins at. A mark that goes on from the line before
    is drawn again without its label; a label that does not fit beside its mark stands below it. No
    mark is left out. Offsets are code points; a letter that takes no room or two places on a terminal
    is reckoned with, and what steers a terminal is drawn as a space.

    >>> print(proof("Ада ждёт. Он тоже.", [Mark(0, 3, "person", "person"), Mark(4, 8, "date", "d")], 21))
         0  Ада ждёт. Он
            ··· person
                ~~~~ d
        13  тоже.
    """
    found = sorted(found, key=lambda mark: (mark.start, -mark.stop, mark.kind, mark.label))
    text = _safe(text)
    room = max(_LEAST if width > _LEAST + _MARGIN else 1, width - _MARGIN)
    lines: list[str] = []
    open_marks: list[Mark] = []
    at = 0
    for start, stop, reach in _wrapped(text, room):
        lines.append(f"{start:>{_MARGIN - 2}}  {text[start:stop]}")
        while at < len(found) and found[at].start < reach:
            open_marks.append(found[at])
            at += 1
        open_marks = [mark for mark in open_marks if mark.stop > start]
        for mark in open_marks:
            lines += _under(text, start, stop, mark, room)
    return "\n".join(line.rstrip() for line in lines)


def _safe(text: str) -> str:
    """``text`` as long as before, without what moves the cursor or turns the direction of writing."""
    if text.isprintable():
        return text
    return "".join(letter if letter == "\n" or letter.isprintable() else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    return "\ufffd" if unicodedata.category(letter) in ("Cs", "Co", "Cn") else " "


def _wrapped(text: str, room: int) -> Iterator[tuple[int, int, int]]:
    """Start and stop of the lines, broken at spaces where they are longer than ``room`` places.

    And where the next one begins: the space or break between them belongs to the line before.
    """
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        at = start
        while stop - at > room or _places(text[at:stop]) > room:
            cut = _cut(text, at, min(stop, at + room + 1), room)
            after = cut + (text[cut : cut + 1] == " ")
            yield at, cut, after
            at = after
        yield at, stop, stop + 1
        start = stop + 1


def _cut(text: str, at: int, end: int, room: int) -> int:
    """Where a line that begins at ``at`` is broken: at its last space within ``room`` places."""
    last = end
    while last > at + 1 and _places(text[at:last]) > room:
        last -= 1
    space = text.rfind(" ", at + 1, last + 1)
    return space if space > 0 else last


def _under(text: str, start: int, stop: int, mark: Mark, room: int) -> list[str]:
    """The row under a line for one mark, and the rows of its label where that does not fit beside it."""
    first, last = max(mark.start, start), min(mark.stop, stop)
    sign = _LINES.get(mark.kind, "·")
    margin = " " * _MARGIN
    first = min(first, stop)
    drawn = " " * _places(text[start:first]) + sign * max(1, _places(text[first:last]))
    if mark.start < start:
        return [f"{margin}{drawn} …"]
    label = " ".join(_safe(mark.label).split())
    if len(drawn) + 1 + len(label) <= room:
        return [f"{margin}{drawn} {label}"]
    left = min(_places(text[start:first]), room // 2)
    rows = textwrap.wrap(label, max(1, room - left - 2), break_long_words=False, break_on_hyphens=False)
    return [margin + drawn, *(f"{margin}{' ' * left}  {row}" for row in rows)]


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
    if row["kind"] == "person" and not row.get("name"):
        return f"person{role} (no entry: no public role found, or not joined to anybody)"
    return f"{row['kind']}" + (f": {row['name']}{role}" if row.get("name") else role)


_LABELS: dict[str, tuple[str, Any]] = {
    "quotations": ("quotation", _quotation),
    "citations": ("citation", _citation),
    "figures": ("figure", _figure),
    "dates": ("date", lambda row: f"date {row['value'] or 'withheld'} ({row['basis']})"),
    "mentions": ("", _name),
    "regions": ("region", lambda row: str(row["kind"])),
}
"""By table: how its rows are underlined (empty: by their own kind), and what is said of them."""
