"""Learn the weights that the package carries.

``python -m letapis.link.spotting.learn ../shared/train`` writes ``weights.npz`` beside this file.

The sets it reads, and their licences, are named in ``NOTICE.txt``. The result is the same on every run.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from letapis import langs
from letapis.link.spotting.chain import learn
from letapis.link.spotting.chart import chart
from letapis.link.spotting.weights import GROUPS, KINDS, TABLES, TAGS, Model, cells, named, pack
from letapis.link.spotting.words import Words
from letapis.text.stream import Stream, stream

__all__ = ["Sample", "main", "samples", "train"]

_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_WEIGHT = 3
"""How many times an invented sentence counts."""
_TIMES = 4
"""Models that are learned, each in another order, and averaged."""
_TIGHT_BEFORE = frozenset(".,;:!?)»”…%'’]")
_TIGHT_AFTER = frozenset("(«“[")


class Sample(NamedTuple):
    """A text of a training set with the names in it."""

    source: str
    language: str
    text: str
    names: tuple[tuple[int, int, str], ...]
    """First code point, the one after the last, kind; none within another."""


def samples(folder: Path) -> list[Sample]:
    """Everything in the ``ner_*.jsonl`` of a folder."""
    found = []
    for path in sorted(folder.glob("ner_*.jsonl")):
        source, code = path.stem.removeprefix("ner_").rsplit("_", 1)
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text, names = _marked(row) if "entities" in row else _tagged(row)
            found.append(Sample(source, code, text, tuple(_outer(names))))
    return found


def invented(path: Path, code: str) -> list[Sample]:
    """Invented sentences, one a line, with names in square brackets after their type."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, names = "", []
        for part in re.split(r"(\[[A-Z]{3} [^]]*\])", line):
            if part[:1] == "[":
                names.append((len(text), len(text) + len(part) - 6, _TYPES[part[1:4]]))
                part = part[5:-1]
            text += part
        found.append(Sample("invented", code, text, tuple(names)))
    return found


def _marked(row: dict[str, Any]) -> tuple[str, list[tuple[int, int, str]]]:
    text, found = row["text"], []
    for one in row["entities"]:
        start, stop, kind = one["s"], one["e"], _TYPES.get(one["type"])
        if kind == "organisation":
            start = _proper(text, start, stop)
        if kind and start < stop:
            found.append((start, stop, kind))
    return text, found


def _proper(text: str, start: int, stop: int) -> int:
    """Where the name itself begins: past common words before quotation marks or Latin letters.

    factRuEval counts "партии «Яблоко»" as the name and a bare "партии" as one too; the other sets and
    an index of names do not. Common words that are all there is end where they begin.
    """
    words = text[start:stop]
    if words.islower():
        return stop
    if words[:1].islower():
        for at, letter in enumerate(words):
            if letter in '«„“"':
                return start + at
            if letter.isupper():
                return start + at if letter.isascii() else start
    return start


def _tagged(row: dict[str, Any]) -> tuple[str, list[tuple[int, int, str]]]:
    text, names, held = "", [], ""
    for word, tag in zip(row["tokens"], row["tags"], strict=True):
        tight = not text or text[-1] in _TIGHT_AFTER or word[0] in _TIGHT_BEFORE
        text += word if tight else f" {word}"
        kind = _TYPES.get(tag[2:], "")
        if kind and (tag[0] == "B" or held != kind):
            names.append((len(text) - len(word), len(text), kind))
        elif kind:
            names[-1] = (names[-1][0], len(text), kind)
        held = kind
    return text, names


def _outer(names: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    end = -1
    for start, stop, kind in sorted(names, key=lambda name: (name[0], -name[1])):
        if start >= end:
            yield start, stop, kind
            end = stop


def tags(text: Stream, names: Iterable[tuple[int, int, str]]) -> Any:
    """The tag of each token: int8."""
    found = np.zeros(len(text.words), np.int8)
    starts, stops = np.array(text.starts), np.array(text.stops)
    for start, stop, kind in names:
        inside = np.flatnonzero((starts < stop) & (stops > start))
        if len(inside):
            found[inside] = 2 + 2 * KINDS.index(kind)
            found[inside[0]] -= 1
    return found


def train(
    given: list[Sample],
    rounds: int = 10,
    decay: float = 1e-2,
    rate: float = 0.02,
    least: int = 2,
    drop: float = 0.35,
) -> Model:
    """Weights learned from samples."""
    names, heads, members, gold, bounds = _features(given, least)
    mean = np.zeros((len(names), len(TAGS)), np.float32)
    mean_steps = np.zeros((len(TAGS) + 1, len(TAGS)), np.float32)
    for turn in range(rounds * _TIMES):
        if turn % rounds == 0:
            draw = np.random.default_rng(turn)
            weights = np.zeros((2, len(names), len(TAGS)), np.float32)
            steps = np.zeros((2, len(TAGS) + 1, len(TAGS)), np.float32)
            steps[0] = _banned()
        order = draw.permutation(len(bounds) - 1)
        said = learn(heads, members, gold, bounds, order, weights, steps, rate, decay, drop, turn + 1)
        if turn % rounds >= rounds // 2:
            mean += weights[0] / (rounds - rounds // 2) / _TIMES
            mean_steps += steps[0] / (rounds - rounds // 2) / _TIMES
        print(f"round {turn + 1}: log-likelihood {said:.3f} a sentence", file=sys.stderr)
    return Model(names, mean, mean_steps)


def _banned() -> Any:
    """-8 for moves to the inside of a kind from elsewhere."""
    found = np.zeros((len(TAGS) + 1, len(TAGS)), np.float32)
    for after, tag in enumerate(TAGS):
        for before in range(len(TAGS) + 1):
            if tag[:1] == "I" and before not in (after, after - 1):
                found[before, after] = -8
    return found


def _features(given: list[Sample], least: int) -> tuple[Any, Any, Any, Any, Any]:
    rows: list[Any] = []
    gold, bounds, total = [], [0], 0
    known: dict[str, Words] = {}
    codes: dict[str, list[Any]] = {}
    for sample in given:
        language = langs.get(sample.language)
        words = known.setdefault(sample.language, Words(language))
        text = stream(sample.text, language.abbreviations if language else frozenset())
        if not text.words:
            continue
        around = chart(text, words)
        group = GROUPS.get(sample.language, "")
        ready = codes.setdefault(sample.language, [])
        for shown in words.traits[len(ready) :]:
            ready.append([np.array(part, np.uint32) for part in named(shown, group)])
        rows.extend(_rows(around, ready, group))
        gold.append(tags(text, sample.names))
        bounds.extend(total + bound for bound in text.sentences[1:])
        total += len(text.words)
    flat = np.concatenate(rows)
    sizes = np.array([len(row) for row in rows])
    names, places, counts = np.unique(flat, return_inverse=True, return_counts=True)
    kept = counts >= least
    held = kept[places]
    owners = np.repeat(np.arange(len(rows)), sizes)[held]
    heads = np.concatenate([[0], np.cumsum(np.bincount(owners, minlength=len(rows)))])
    members = (np.cumsum(kept) - 1)[places][held].astype(np.int32)
    return names[kept], heads, members, np.concatenate(gold), np.array(sorted(set(bounds)))


def _rows(around: Any, ready: list[Any], group: str) -> Iterator[Any]:
    tables = {name: cells(name, group) for name in TABLES}
    words, kinds, bounds = around.words.tolist(), around.kinds.tolist(), around.bounds.tolist()
    for first, last in pairwise(bounds):
        for at in range(first, last):
            ids = [words[place] if first <= place < last else 0 for place in range(at - 2, at + 3)]
            two, one, kind, after = (
                kinds[place] if first <= place < last else 0 for place in (at - 2, at - 1, at, at + 1)
            )
            situation, head = int(around.situations[at]), int(around.heads[at])
            ahead = int(around.listed[at + 1]) if at + 1 < last else 0
            yield np.concatenate(
                [ready[word][offset] for offset, word in enumerate(ids)]
                + [
                    tables["pair-"][one, kind],
                    tables["pair+"][kind, after],
                    tables["around"][one, after],
                    tables["before"][two, one],
                    tables["situation"][situation, kind],
                    tables["quoted"][head, situation % 3],
                    tables["listed"][int(around.listed[at]), ahead],
                ]
            )


def main(folder: str) -> None:
    """Learn from a folder and write the weights."""
    here = Path(__file__).parent
    own = [one for path in sorted(here.glob("invented_*.txt")) for one in invented(path, path.stem[-2:])]
    data = pack(train(samples(Path(folder)) + own * _WEIGHT))
    (here / "weights.npz").write_bytes(data)
    print(len(data), "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
