"""Embedders: parts by name, word vectors from a folder, and what they add to a score (invented words)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from letapis.errors import PluginError
from letapis.model import Document
from letapis.reuse import embedders
from letapis.reuse.embedders import static
from letapis.reuse.translate import translations
from letapis.text import fold

PAIRS = [
    ("старый", "old"), ("мост", "bridge"), ("закрыли", "closed"), ("озеро", "lake"), ("замёрзло", "froze"),
]  # fmt: skip


def model(folder: Path, weights: bool = False) -> Path:
    """Vectors in which a word and its translation are the same."""
    words = [fold(word) for pair in PAIRS for word in pair]
    rows = np.repeat(np.eye(len(PAIRS), dtype=np.float16), 2, axis=0)
    (folder / "vocab.txt").write_text("\n".join(words) + "\n", "utf-8")
    np.save(folder / "vectors.npy", rows)
    if weights:
        np.save(folder / "weights.npy", np.array([0.0, 0.0] + [1.0] * 8))
    return folder


def test_a_sentence_is_nearest_to_its_translation(tmp_path: Path) -> None:
    made = embedders.load(f"static:{model(tmp_path)}")
    rows = made.embed(["Старый мост закрыли", "Озеро замёрзло", "Old bridge closed", "The lake froze", "—"])
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 1, 0], atol=1e-5)
    assert rows[0] @ rows[2] > 0.99 > rows[0] @ rows[3]
    assert not rows[4].any()


def test_weights_say_how_much_a_word_counts(tmp_path: Path) -> None:
    rows = static.load(str(model(tmp_path, weights=True))).embed(["old bridge", "bridge", "old"])
    assert np.allclose(rows[0], rows[1])
    assert rows[2].any()


@pytest.mark.parametrize("broken", ["vocab.txt", "vectors.npy"])
def test_a_folder_that_lacks_a_file_is_named(tmp_path: Path, broken: str) -> None:
    (model(tmp_path) / broken).unlink()
    with pytest.raises(PluginError, match="holds no word vectors"):
        static.load(str(tmp_path))


def test_files_that_do_not_agree_are_refused(tmp_path: Path) -> None:
    np.save(model(tmp_path) / "vectors.npy", np.ones((3, 2)))
    with pytest.raises(PluginError, match="10 words"):
        static.load(str(tmp_path))


def test_vectors_that_hide_code_are_refused(tmp_path: Path) -> None:
    np.save(model(tmp_path) / "vectors.npy", np.array([{}] * 10, object), allow_pickle=True)
    with pytest.raises(PluginError):
        static.load(str(tmp_path))


def test_a_part_that_is_not_there_is_named() -> None:
    with pytest.raises(PluginError, match="no embedders part is called 'none'"):
        embedders.load("none:/models")


def test_another_package_brings_one_through_its_entry_point(tmp_path: Path) -> None:
    (tmp_path / "zarechye.py").write_text("def load(where):\n    return where.upper()\n", "utf-8")
    info = tmp_path / "zarechye-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zarechye\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[letapis.embedders]\nours = zarechye\n", "utf-8")
    code = "from letapis.reuse.embedders import load, names; print(load('ours:models'), *names())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == "MODELS ours static\n"


class Numbered:
    """Sentences that give the same number mean the same; or else all do, which tells nothing apart."""

    def __init__(self, apart: bool) -> None:
        self.apart = apart

    def embed(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        rows = np.zeros((len(sentences), 1000), np.float32)
        for row, sentence in enumerate(sentences):
            rows[row, int("".join(filter(str.isdigit, sentence)) or 0) if self.apart else 0] = 1.0
        return rows


def test_an_embedder_moves_the_score_both_ways() -> None:
    ru = "Клара видела 417 лодок. Затем пришли 93 рыбака. Ещё долго кричали чайки."
    en = "Clara saw 417 boats. Then came 93 fishermen. For long the gulls kept crying."
    pages = [Document("a", "", text=ru, language="ru"), Document("b", "", text=en, language="en")]
    plain = [row.score for row in translations(pages, [])]
    near = [row.score for row in translations(pages, [], embedder=Numbered(True))]
    far = [row.score for row in translations(pages, [], embedder=Numbered(False))]
    assert max(near) > max(plain) > max(far)
