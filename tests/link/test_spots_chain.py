"""The linear chain against every path counted, and learning on two invented sentences."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from letapis import langs
from letapis.link.spotting.chain import best, sure
from letapis.link.spotting.learn import Sample, invented, tags, train
from letapis.link.spotting.tagger import Tagger
from letapis.link.spotting.weights import TAGS, Model, gains, pack, unpack
from letapis.link.spotting.words import Words
from letapis.text.stream import stream


@pytest.fixture
def small() -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(3)
    return draw.normal(size=(4, 3)).astype(np.float32), draw.normal(size=(4, 3)).astype(np.float32)


def paths(scores: np.ndarray, steps: np.ndarray) -> dict[tuple[int, ...], float]:
    found = {}
    for path in product(range(3), repeat=len(scores)):
        before, value = 3, 0.0
        for at, tag in enumerate(path):
            value += float(scores[at, tag] + steps[before, tag])
            before = tag
        found[path] = value
    return found


def test_best_is_the_best_of_all_paths(small: tuple[np.ndarray, np.ndarray]) -> None:
    scores, steps = small
    every = paths(scores, steps)
    assert tuple(best(scores, steps, np.array([0, 4]))) == max(every, key=lambda path: every[path])


def test_sure_is_the_share_of_all_paths(small: tuple[np.ndarray, np.ndarray]) -> None:
    scores, steps = small
    every = paths(scores, steps)
    whole = sum(np.exp(value) for value in every.values())
    likely = sure(scores, steps, np.array([0, 4]))
    for at, tag in product(range(4), range(3)):
        share = sum(np.exp(value) for path, value in every.items() if path[at] == tag) / whole
        assert likely[at, tag] == pytest.approx(share, abs=1e-5)


def test_sentences_do_not_touch(small: tuple[np.ndarray, np.ndarray]) -> None:
    scores, steps = small
    apart = np.concatenate(
        [best(scores[:2], steps, np.array([0, 2])), best(scores[2:], steps, np.array([0, 2]))]
    )
    assert best(scores, steps, np.array([0, 2, 4])).tolist() == apart.tolist()


def samples() -> list[Sample]:
    text = "Директор Иван Мохов живёт в Гомеле."
    names = ((9, 19, "person"), (28, 34, "place"))
    return [Sample("invented", "ru", text, names)] * 6


def test_tags_of_names() -> None:
    text = stream(samples()[0].text)
    assert [TAGS[tag] for tag in tags(text, samples()[0].names)] == [
        "", "B-person", "I-person", "", "", "B-place", "",
    ]  # fmt: skip


def test_learning_is_repeatable_and_learns() -> None:
    one, two = train(samples()), train(samples())
    assert np.array_equal(one.weights, two.weights)
    assert np.array_equal(one.codes, two.codes)
    tagger = Tagger(one, "ru")
    around, scores = tagger.scores(stream(samples()[0].text))
    assert best(scores, tagger.steps, around.bounds).tolist() == [0, 1, 2, 0, 0, 5, 0]


def test_packed_weights_are_the_same_within_their_steps() -> None:
    learned = train(samples())
    again = unpack(pack(learned, least=0.0))
    kept = np.isin(learned.codes, again.codes)
    step = np.abs(learned.weights).max() / 127
    assert np.abs(learned.weights[kept] - again.weights).max() <= step
    assert pack(learned) == pack(learned)


def test_gains_add_up_known_codes_only() -> None:
    learned = Model(
        np.array([1, 2], np.uint32), np.zeros((2, len(TAGS)), np.float32), np.zeros((8, 7), np.float32)
    )
    words = Words(langs.get("ru"))
    words.numbered(["Гомель", "и"])
    assert gains(learned, words.traits, "e").shape == (3, 5, len(TAGS))
    assert not gains(learned, words.traits, "e").any()


def test_the_invented_sentences_are_well_formed(request: pytest.FixtureRequest) -> None:
    folder = request.config.rootpath / "src/letapis/link/spotting"
    for path in folder.glob("invented_*.txt"):
        found = invented(path, path.stem[-2:])
        assert len(found) > 50
        for sample in found:
            assert "[" not in sample.text and "]" not in sample.text
            for start, stop, _ in sample.names:
                assert sample.text[start:stop].strip() == sample.text[start:stop] != ""
