"""Learn the model that the package carries, and say how well it does on what it has not seen.

``PYTHONPATH=src .venv-peers/bin/python -m benchmarks.extraction.learn ../shared/bench`` writes
``src/letapis/read/extract/model.npz``; with ``--check hosts`` or ``--check sets`` it writes nothing and
prints the figures of models that have not seen a page's site, or its whole set. LightGBM is needed to
learn, not to read. Nothing of the pages' sentences is in the model: it holds words of class names, and
thresholds.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.extraction.labels import labels, shingles
from benchmarks.extraction.pages import Page, pages
from letapis.read.extract.frame import Array, Frame
from letapis.read.extract.judge import MODEL, namer
from letapis.read.extract.main import KEEP
from letapis.read.extract.names import tokens
from letapis.read.extract.parse import parse
from letapis.read.extract.traits import second, traits

__all__ = ["Sample", "main"]

_FOLDS = 5
_TREES = (120, 160)
_SETTING = {
    "objective": "cross_entropy", "learning_rate": 0.06, "num_leaves": 15, "min_data_in_leaf": 40,
    "lambda_l2": 5, "feature_fraction": 0.4, "bagging_fraction": 0.7, "bagging_freq": 1, "max_bin": 63,
    "num_threads": 1, "seed": 1, "verbose": -1,
}  # fmt: skip
_FEWEST = 4
"""Sites on which a word of class names must occur to be learnt."""


class Sample:
    """A page with its blocks and what they are."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.parsed = parse(page.html)
        self.texts = [piece.text for piece in self.parsed.pieces]
        found, sizes = labels(self.texts, page.text, page.title)
        self.labels, self.words = np.array(found), np.array(sizes, np.float64)
        self.fold = zlib.crc32(page.host.encode()) % _FOLDS
        self.frame: Frame | None = None
        self.shares = self._shares()

    def _shares(self) -> dict[str, float]:
        """For each word of class names, how much of the text under it is the article."""
        both: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        elements = self.parsed.elements
        for piece, label, size in zip(self.parsed.pieces, self.labels, self.words, strict=True):
            seen: set[str] = set()
            at = piece.element
            while at >= 0:
                seen.update(tokens(elements[at].names) if elements[at].names else ())
                at = elements[at].parent
            for token in seen:
                both[token][0] += label * size
                both[token][1] += size
        return {token: own / size for token, (own, size) in both.items() if size >= 1}

    def weights(self) -> Array:
        """What each block counts: pages alike, words within them."""
        gold = max(30.0, float(self.labels @ self.words))
        found: Array = np.minimum(self.words + 3, 200) / gold * 20
        return found

    def rows(self, worth: dict[str, float]) -> Array:
        self.frame = Frame(self.parsed, namer(worth))
        return traits(self.frame).astype(np.float32).astype(np.float64)


def worth(samples: Iterable[Sample]) -> dict[str, float]:
    """What each word of class names promises: logarithms of odds, a vote a site."""
    votes: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sample in samples:
        for token, share in sample.shares.items():
            votes[token][sample.page.host].append(share)
    found = {}
    for token, sites in votes.items():
        if len(sites) >= _FEWEST:
            value = sum(sum(shares) / len(shares) for shares in sites.values())
            odds = math.log((value + 1) / (len(sites) - value + 1))
            if abs(odds) >= 0.2:
                found[token] = round(max(-3.0, min(3.0, odds)), 2)
    return found


class Learnt:
    """Two forests and the worth of names, learnt from samples."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        """Names and first chances of a sample come from samples of other sites, as they will in use."""
        self.worth = worth(samples)
        rows: list[Array] = [np.zeros(0)] * len(samples)
        for fold in range(_FOLDS):
            others = worth(sample for sample in samples if sample.fold != fold)
            for at, sample in enumerate(samples):
                if sample.fold == fold:
                    rows[at] = sample.rows(others)
        chances: list[Array] = [np.zeros(0)] * len(samples)
        for fold in {sample.fold for sample in samples}:
            known = [at for at, sample in enumerate(samples) if sample.fold != fold]
            model = _fit([rows[at] for at in known], [samples[at] for at in known], _TREES[0])
            for at, sample in enumerate(samples):
                if sample.fold == fold:
                    chances[at] = model.predict(rows[at])
        self.first = _fit(rows, samples, _TREES[0])
        self.second = _fit(
            [_both(sample, has, chance) for sample, has, chance in zip(samples, rows, chances, strict=True)],
            samples,
            _TREES[1],
        )

    def chances(self, sample: Sample) -> Array:
        rows = sample.rows(self.worth)
        found: Array = self.second.predict(_both(sample, rows, self.first.predict(rows)))
        return found

    def kept(self) -> dict[str, Any]:
        """The arrays that :func:`letapis.read.extract.judge.judging` reads."""
        words = sorted(self.worth)
        found: dict[str, Any] = {
            "tokens": np.frombuffer("\n".join(words).encode(), np.uint8),
            "worth": np.array([self.worth[word] for word in words], np.float16),
        }
        for name, model in (("first", self.first), ("second", self.second)):
            found |= {f"{name}_{field}": values for field, values in _arrays(model).items()}
        return found


def _both(sample: Sample, rows: Array, chances: Array) -> Array:
    assert sample.frame is not None
    return np.hstack([rows, second(sample.frame, chances).astype(np.float32).astype(np.float64)])


def _fit(rows: Sequence[Array], samples: Sequence[Sample], trees: int) -> Any:
    lightgbm: Any = import_module("lightgbm")
    data = lightgbm.Dataset(
        np.vstack(rows).astype(np.float32),
        np.concatenate([sample.labels for sample in samples]),
        weight=np.concatenate([sample.weights() for sample in samples]),
    )
    return lightgbm.train(_SETTING, data, trees)


def _arrays(model: Any) -> dict[str, Any]:
    """A forest as :class:`letapis.read.extract.forest.Forest` keeps it."""
    column: list[int] = []
    threshold: list[float] = []
    below: list[int] = []
    above: list[int] = []
    values: list[float] = []

    def put(node: dict[str, Any]) -> int:
        if "split_feature" not in node:
            values.append(node["leaf_value"])
            return -len(values)
        at = len(column)
        column.append(node["split_feature"])
        threshold.append(node["threshold"])
        below.append(0)
        above.append(0)
        below[at] = put(node["left_child"])
        above[at] = put(node["right_child"])
        return at

    roots = [put(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return {
        "roots": np.array(roots, np.int16),
        "column": np.array(column, np.uint8),
        "threshold": np.array(threshold, np.float32),
        "below": np.array(below, np.int16),
        "above": np.array(above, np.int16),
        "values": np.array(values, np.float32),
    }


def _check(samples: Sequence[Sample], part: Callable[[Sample], object]) -> None:
    """Print the figures of each part by a model that has not seen it."""
    by_set: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for held in sorted({part(sample) for sample in samples}, key=str):
        model = Learnt([sample for sample in samples if part(sample) != held])
        for sample in samples:
            if part(sample) == held:
                text = _text(sample, model.chances(sample))
                a, b = shingles(sample.page.text, sample.page.title), shingles(text, sample.page.title)
                both = (a & b).total()
                precision = both / b.total() if b else float(not a)
                by_set[sample.page.name].append((precision, both / a.total() if a else 1.0))
    for name, values in [*sorted(by_set.items()), ("all", [v for vs in by_set.values() for v in vs])]:
        p, r = (sum(column) / len(values) for column in zip(*values, strict=True))
        print(f"{name:14} pages {len(values):4} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}", flush=True)


def _text(sample: Sample, chances: Array) -> str:
    from letapis.read.extract.main import select

    return select(sample.parsed, chances.tolist()).text


def main() -> None:
    """Learn from all pages, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--check", choices=("hosts", "sets"))
    parser.add_argument("--out", type=Path, default=Path("src/letapis/read/extract") / MODEL)
    asked = parser.parse_args()
    samples = [sample for sample in map(Sample, pages(asked.data)) if sample.texts]
    if asked.check:
        _check(samples, (lambda s: s.fold) if asked.check == "hosts" else (lambda s: s.page.name))
        return
    np.savez_compressed(asked.out, **Learnt(samples).kept())
    print(f"{asked.out}: {asked.out.stat().st_size} bytes, from {len(samples)} pages; kept from {KEEP}")


if __name__ == "__main__":
    main()
