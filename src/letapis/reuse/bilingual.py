"""The documents of a heap as sentences with keys that other languages share: columns for the aligner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from letapis import langs
from letapis.model import Document, Region, Span
from letapis.reuse.cognates import NAME, NUMBER, WORD, Cognates
from letapis.text import sentences

__all__ = ["Heap", "heap"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

SENTENCES = 1500
"""Of a longer document only so many sentences are compared: bounds the work of one alignment."""
LONG = 600
"""A sentence of more code points is compared in pieces: a text without full stops is still a text."""
_BLANK = frozenset({"furniture", "credit", "comment"})
_PRIOR = 200.0
"""The background counts as so many sentences seen before the heap's own."""
_UNSEEN = np.array([0.004, 0.002, 0.003])
"""How often a number, a name, a word that this heap never saw stands in a sentence by chance."""


@dataclass(frozen=True)
class Heap:
    """Documents, sentences and keys, each numbered through; documents in order of their ids.

    Sentences of document d are ``first[d]:first[d + 1]``; its keys, sorted, ``head[d]:head[d + 1]``.
    ``log_chance[language, key]`` is the log of how often a sentence of that language has the key.
    """

    documents: tuple[Document, ...]
    languages: tuple[str, ...]
    language: Numbers
    first: Numbers
    start: Numbers
    stop: Numbers
    length: Reals
    head: Numbers
    key: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    sentence: npt.NDArray[np.int16]
    log_chance: Reals
    names: tuple[str, ...]


def heap(documents: Sequence[Document], regions: Sequence[Region]) -> Heap:
    """The documents whose language is known, read for comparison; furniture and comments left out.

    >>> page = Document("a", "", text="Visit us. Ana came. 17 left.", language="en")
    >>> found = heap([page], [Region("a", 0, 9, "furniture")])
    >>> [page.text[a:b] for a, b in zip(found.start, found.stop)]
    ['Ana came.', '17 left.']
    """
    marks: defaultdict[str, list[Region]] = defaultdict(list)
    for region in regions:
        if region.kind in _BLANK:
            marks[region.doc_id].append(region)
    kept = tuple(sorted((d for d in documents if d.language), key=lambda d: d.doc_id))
    languages = tuple(sorted({d.language or "" for d in kept}))
    cognates = Cognates()
    first, spans, head, columns = [0], [], [0], []
    for document in kept:
        mine = _spans(document, marks.get(document.doc_id, ()))
        rows = _keys(document, mine, cognates)
        first.append(first[-1] + len(mine))
        head.append(head[-1] + len(rows))
        spans.extend(mine)
        columns.append(rows)
    rows = np.concatenate(columns) if columns else np.zeros((0, 3), np.int64)
    start = np.array([span.start for span in spans], np.int64)
    stop = np.array([span.stop for span in spans], np.int64)
    language = np.array([languages.index(d.language or "") for d in kept], np.int64)
    tongue = np.repeat(language, np.diff(first))
    key, kind, sentence = (np.ascontiguousarray(column) for column in rows.T)
    owner = np.repeat(np.array(first[:-1], np.int64), np.diff(head))
    chance = _chance(key, kind, sentence + owner, tongue, len(languages), len(cognates.names))
    return Heap(
        documents=kept,
        languages=languages,
        language=language,
        first=np.array(first, np.int64),
        start=start,
        stop=stop,
        length=(stop - start).astype(np.float64),
        head=np.array(head, np.int64),
        key=key.astype(np.int32),
        kind=kind.astype(np.int8),
        sentence=sentence.astype(np.int16),
        log_chance=chance,
        names=tuple(cognates.names),
    )


def _spans(document: Document, regions: Sequence[Region]) -> list[Span]:
    """The sentences outside ``regions``, long ones in pieces."""
    text = document.text
    if regions:
        letters = list(text)
        for region in regions:
            letters[region.start : region.stop] = "\n" * (min(region.stop, len(text)) - region.start)
        text = "".join(letters)
    language = langs.get(document.language)
    found = sentences(text[: SENTENCES * LONG], language.abbreviations if language else frozenset())
    if any(span.stop - span.start > LONG for span in found):
        found = [piece for span in found for piece in _pieces(span)]
    return found[:SENTENCES]


def _pieces(span: Span) -> list[Span]:
    return [Span(at, min(at + LONG, span.stop)) for at in range(span.start, span.stop, LONG)]


def _keys(document: Document, spans: Sequence[Span], cognates: Cognates) -> Numbers:
    """(key, class, sentence) of a document, each key once a sentence, sorted."""
    rows: list[tuple[int, int, int]] = []
    for number, span in enumerate(spans):
        found: dict[int, int] = {}
        for key, kind in cognates.of(document.text[span.start : span.stop], document.language):
            found[key] = min(kind, found.get(key, WORD))
        rows += [(key, kind, number) for key, kind in found.items()]
    table = np.array(rows, np.int64).reshape(-1, 3)
    return table[np.lexsort((table[:, 2], table[:, 0]))]


def _chance(
    key: Numbers, kind: Numbers, sentence: Numbers, tongue: Numbers, languages: int, keys: int
) -> Reals:
    """Log of the share of a language's sentences that have a key, copies of a sentence counted once."""
    rare = np.full(keys, _UNSEEN[WORD])
    rare[key[kind == NAME]] = _UNSEEN[NAME]
    rare[key[kind == NUMBER]] = _UNSEEN[NUMBER]
    salt = np.random.default_rng(1).integers(1, 2**62, max(keys, 1), np.int64)
    print_ = np.zeros(len(tongue), np.int64)
    np.add.at(print_, sentence, salt[key] if len(key) else key)
    _, fresh = np.unique(print_ * 64 + tongue, return_index=True)
    once = np.zeros(len(tongue), bool)
    once[fresh] = True
    count = np.zeros((languages, keys))
    counted = once[sentence] if len(sentence) else np.zeros(0, bool)
    np.add.at(count, (tongue[sentence[counted]], key[counted]), 1.0)
    total = np.bincount(tongue[once], minlength=languages)[:, None]
    # the pair that is looked at is itself in the counts: one of them is no evidence of chance
    share = (np.maximum(count - 1, 0) + _PRIOR * rare) / (total + _PRIOR)
    return np.log(np.minimum(share, 0.9))
