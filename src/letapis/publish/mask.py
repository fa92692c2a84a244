"""Blots out what is withheld, wherever it recurs.

A stretch is withheld by its words: the same words are blotted out in every text, title, reason and
address that is shown. The sentences that only a withheld document has are withheld likewise. A blot
is as long as what it hides, so that all offsets stay true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from letapis.publish.names import Names
from letapis.store.desk import Withheld
from letapis.text import Token, sentences, tokens

__all__ = ["BLOT", "Mask"]

BLOT = "█"
_FEW = 4
"""Sentences of fewer words than this recur by chance, and are no document's own."""


class Mask:
    """What is withheld, ready to be blotted out of anything.

    ``texts`` gives the text and title of every document, for telling what only withheld ones say
    and how else they write a withheld name.

    >>> item = Withheld(1, "span", "d:0-9", "d", 0, 9, "the quay at dawn", "asked for", "2024-01-01")
    >>> Mask([item], {}).text("Seen: “The quay, at dawn”.")
    'Seen: “█████████████████”.'
    """

    def __init__(self, withheld: Sequence[Withheld], texts: Mapping[str, tuple[str, ...]]) -> None:
        self.documents = {w.target: w.reason for w in withheld if w.kind == "document"}
        given = [form for w in withheld if w.kind == "entity" for form in (w.words or w.target).split("\n")]
        # a name that is found in full in another script is known by its surname there as well
        found = Names(given).variants(part for parts in texts.values() for part in parts) if given else set()
        self._names = Names([*given, *sorted(found)])
        self._runs: dict[str, list[tuple[str, ...]]] = {}
        for item in withheld:
            if item.kind == "span" and item.words:
                self._learn(item.words)
        for sentence in self._own(texts):
            self._learn(sentence)
        self.empty = not (self.documents or self._runs or any(w.kind == "entity" for w in withheld))

    def _learn(self, words: str) -> None:
        run = tuple(token.form for token in tokens(words))
        if run:
            self._runs.setdefault(run[0], []).append(run)

    def _own(self, texts: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
        """Sentences that stand in withheld documents and in no others."""
        if not self.documents:
            return
        shown = {
            run
            for doc_id, parts in texts.items()
            if doc_id not in self.documents
            for part in parts
            for _, run in _sentences(part)
        }
        for doc_id in self.documents:
            for part in texts.get(doc_id, ()):
                for words, run in _sentences(part):
                    if len(run) >= _FEW and run not in shown:
                        yield words

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
        """Any value of a row with every string in it blotted."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {key: self.value(item) for key, item in value.items()}
        return value


def blot(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with ``spans`` covered, line breaks kept.

    >>> blot("a bc d", [(2, 4)])
    'a ██ d'
    """
    parts = list(text)
    for start, stop in spans:
        parts[start:stop] = [c if c == "\n" else BLOT for c in parts[start:stop]]
    return "".join(parts)


def _sentences(text: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    for span in sentences(text):
        words = span.cut(text)
        yield words, tuple(token.form for token in tokens(words))
