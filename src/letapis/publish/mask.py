"""Blots out what is withheld, wherever it recurs.

A stretch is withheld by its words: wherever four of its words recur in their order, in any text, title,
reason or address that is shown, they are blotted out; a shorter stretch, wherever all of it recurs. The
runs of words that only withheld documents have are blotted out likewise. A blot is as long as what it
hides, so that all offsets stay true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from letapis.publish.names import Names
from letapis.store.desk import Withheld
from letapis.text import Token, sentences, tokens

__all__ = ["BLOT", "Mask", "blot"]

BLOT = "█"
_RUN, _FEW = 4, 3
"""Words in a row that tell a stretch from what others say by chance; of a whole sentence, three do."""

Run = tuple[str, ...]


class Mask:
    """What is withheld, ready to be blotted out of anything.

    ``texts`` gives the text, title and what was left out of every document: for telling what only
    withheld ones say and how else a withheld name is written. ``documents`` are the ids that are
    withheld, with the reason; ``spans`` the withheld stretches of the others.

    >>> item = Withheld(1, "span", "d:0-9", "d", 0, 9, "the quay at dawn", "asked for", "2024-01-01")
    >>> Mask([item], {}).text("Seen: “The quay, at dawn”.")
    'Seen: “█████████████████”.'
    """

    def __init__(
        self,
        withheld: Sequence[Withheld],
        texts: Mapping[str, tuple[str, ...]],
        documents: Mapping[str, str] | None = None,
    ) -> None:
        named = {w.target: w.reason for w in withheld if w.kind == "document"}
        self.documents = dict(documents) if documents is not None else named
        self.spans: dict[str, list[tuple[int, int]]] = {}
        self._runs: dict[str, set[Run]] = {}
        given = [form for w in withheld if w.kind == "entity" for form in (w.words or w.target).split("\n")]
        # a name that is found in full in another script is known by its surname there as well
        found = Names(given).variants(part for parts in texts.values() for part in parts) if given else set()
        self._names = Names([*given, *sorted(found)])
        for item in withheld:
            if item.kind == "span" and item.words:
                self._learn(_runs(item.words, whole=True))
                if item.doc_id is not None and item.start is not None and item.stop is not None:
                    self.spans.setdefault(item.doc_id, []).append((item.start, item.stop))
        self._learn(self._own(texts))
        self.empty = not (self.documents or self._runs or given)

    def _learn(self, runs: Iterable[Run]) -> None:
        for run in runs:
            self._runs.setdefault(run[0], set()).add(run)

    def _own(self, texts: Mapping[str, tuple[str, ...]]) -> set[Run]:
        """Runs of words that stand in withheld documents and in no others."""
        if not self.documents:
            return set()
        hidden = {run for doc_id in self.documents for part in texts.get(doc_id, ()) for run in _said(part)}
        for doc_id, parts in texts.items():
            if doc_id not in self.documents:
                for part in parts:
                    hidden.difference_update(_said(part))
        return hidden

    def text(self, text: str) -> str:
        """``text`` with what is withheld blotted out; as long as before."""
        if self.empty or not text:
            return text
        spans = self._names.find(text)
        if self._runs:
            spans += self._find(tokens(text))
        return blot(text, spans)

    def _find(self, words: Sequence[Token]) -> list[tuple[int, int]]:
        found = []
        for at, token in enumerate(words):
            for run in self._runs.get(token.form, ()):
                here = words[at : at + len(run)]
                if len(here) == len(run) and all(t.form == form for t, form in zip(here, run, strict=True)):
                    found.append((token.start, here[-1].stop))
        return found

    def value(self, value: Any) -> Any:
        """Any value of a row with every string in it blotted; an address that hides a name is decoded."""
        if isinstance(value, str):
            plain = unquote(value) if "%" in value else value
            return self.text(value) if plain == value or self.text(plain) == plain else self.text(plain)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value

    def overlap(self, doc_id: str | None, start: int | None, stop: int | None) -> list[tuple[int, int]]:
        """Which parts of a stretch of a document lie in withheld stretches of it.

        >>> item = Withheld(1, "span", "", "d", 4, 9, "the quay", "asked for", "2024-01-01")
        >>> Mask([item], {}).overlap("d", 0, 6)
        [(4, 6)]
        """
        if doc_id is None or start is None or stop is None:
            return []
        parts = ((max(a, start), min(b, stop)) for a, b in self.spans.get(doc_id, ()))
        return [(a, b) for a, b in parts if a < b]


def _runs(text: str, *, whole: bool = False) -> set[Run]:
    """All runs of four words of ``text``; with ``whole``, of a shorter text all of its words."""
    forms = tuple(token.form for token in tokens(text))
    if len(forms) < _RUN:
        return {forms} if whole and forms else set()
    return {forms[i : i + _RUN] for i in range(len(forms) - _RUN + 1)}


def blot(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``spans`` covered, line breaks kept.

    >>> blot("a bc d", [(2, 4)])
    'a ██ d'
    """
    parts = list(text)
    for start, stop in spans:
        parts[start:stop] = [c if c == "\n" else BLOT for c in parts[start:stop]]
    return "".join(parts)


def _said(text: str) -> set[Run]:
    """The runs of four words within the sentences of ``text``, and sentences of three words."""
    found: set[Run] = set()
    for span in sentences(text):
        found |= {run for run in _runs(span.cut(text), whole=True) if len(run) >= _FEW}
    return found
