"""What stands around a figure: the thing counted, the names and days of its sentence, its other words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from letapis import langs
from letapis.langs.base.thing import named
from letapis.publish.names import endless
from letapis.publish.origins import bounds, short
from letapis.publish.view import Row, View
from letapis.text import tokens

__all__ = ["Context", "Reader"]

_SHORT = 3
"""Letters of a word that tells something of what a sentence is about, at least."""


class Context(NamedTuple):
    """What a figure counts, as far as its sentence tells."""

    measure: tuple[str, str]
    """Currency or unit, else nothing; and per what."""
    thing: str
    """What is counted, in English, whatever the language; empty where it is not known."""
    counted: frozenset[str]
    """Endless words for what is counted, but those for people."""
    words: frozenset[str]
    """The other words of the sentence that tell something, without their endings; none for the thing."""
    capitals: frozenset[str]
    """Those of them that have a capital and do not begin the sentence."""
    names: frozenset[str]
    """Entities that the sentence names, outlets and the speaker left out."""
    days: frozenset[str]
    """Dates that the sentence gives, in EDTF."""
    turn: tuple[int, int]
    """Which of the figures of its sentence with the same measure it is, from 0, and how many there are."""


class Reader:
    """Reads the contexts of figures, each sentence once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._documents = view.index("documents", "doc_id")
        self._kinds = {row["entity_id"]: row["kind"] for row in view.rows("entities")}

    def read(self, row: Row, others: Sequence[Row]) -> Context:
        """The context of a figure; ``others`` are all figures of its document, in order."""
        document = self._documents[row["doc_id"]]
        text, code = document["text"], document["language"]
        first, last = bounds(text, row["start"], row["stop"], short(code))
        spans = [(one["start"], one["stop"]) for one in others if first <= one["start"] < last]
        begin = max((stop for _, stop in spans if stop <= row["start"]), default=first)
        end = min((start for start, _ in spans if start >= row["stop"]), default=last)
        function, persons, saying = _plain(code)
        things: list[tuple[int, bool, str]] = []
        words, capitals = set(), set()
        for token in tokens(text[first:last]):
            start, stop = first + token.start, first + token.stop
            # a capital within a sentence is a name's: "Deep River" has no depth
            name = bool(token.start) and text[start].isupper()
            thing = "" if name else _thing(token.form, code)
            if thing and begin <= start < end:
                things.append((_away(row, start, stop), start < row["start"], thing))
            inside = any(a < stop and start < b for a, b in spans)
            plain = token.form in function or token.form in saying or token.form in persons
            if len(token.form) < _SHORT or plain or thing or inside:
                continue
            words.add(endless(token.form))
            if name:
                capitals.add(endless(token.form))
        counted = [token.form for token in tokens(row["counted"] or "")]
        here = [one for one in others if first <= one["start"] < last and _measure(one) == _measure(row)]
        return Context(
            _measure(row),
            next(filter(None, (_thing(form, code) for form in counted)), min(things)[2] if things else ""),
            frozenset(endless(form) for form in counted if form not in persons and len(form) >= _SHORT),
            frozenset(words),
            frozenset(capitals),
            self._names(row, first, last),
            frozenset(
                one["value"]
                for one in self._view.groups("dates", "doc_id").get(row["doc_id"], ())
                if first <= one["start"] < last and one["value"]
            ),
            (sum(one["start"] < row["start"] for one in here), len(here)),
        )

    def _names(self, row: Row, first: int, last: int) -> frozenset[str]:
        rows = self._view.groups("mentions", "doc_id").get(row["doc_id"], [])
        at = bisect_left(rows, first, key=lambda one: one["start"])
        found = set()
        while at < len(rows) and rows[at]["start"] < last:
            name = rows[at]["entity_id"]
            if name and name != row["speaker_entity"] and self._kinds.get(name) != "outlet":
                found.add(name)
            at += 1
        return frozenset(found)


def _measure(row: Row) -> tuple[str, str]:
    return row["currency"] or row["unit"] or "", row["per"] or ""


def _away(row: Row, start: int, stop: int) -> int:
    """Code points between a word and a figure; inside it none."""
    return max(0, int(row["start"]) - stop, start - int(row["stop"]))


@lru_cache(maxsize=64)
def _plain(code: str | None) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of a language that tell nothing, words for people, and verbs of saying."""
    language = langs.get(code)
    if language is None:
        return frozenset(), frozenset(), frozenset()
    return language.function, frozenset(language.quantity.persons), language.saying


@lru_cache(maxsize=1 << 16)
def _thing(form: str, code: str | None) -> str:
    """What a folded word says is counted, in English; empty where it says nothing."""
    language = langs.get(code)
    if language is None:
        return ""
    return next((name for name, stems in language.things.items() if named(form, stems)), "")
