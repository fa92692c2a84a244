"""Static word vectors of several languages in one space, read from a folder with numpy alone.

The folder holds ``vocab.txt`` (UTF-8, one word a line, folded as :func:`letapis.text.fold` does),
``vectors.npy`` (one row a word, any float type, shape (n, d)) and, where there is one,
``weights.npy`` (n numbers: how much a word counts; without it all count alike). Vectors must be aligned:
a word and its translation near one another, as in the published aligned fastText or MUSE vectors. To
turn a text file of those into such a folder, cut each line at its blanks: the word, then d numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from letapis.errors import PluginError
from letapis.text.words import tokens

__all__ = ["Static", "load"]


@dataclass(frozen=True)
class Static:
    """Words, where each stands in ``vectors``, and how much each counts."""

    places: dict[str, int]
    vectors: npt.NDArray[np.floating]
    weights: npt.NDArray[np.float32] | None
    mean: npt.NDArray[np.float32]

    def embed(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """The mean of a sentence's word vectors, less that of all words, at unit length.

        Rows of zeros where no word is known. What all vectors have in common tells nothing, so it
        is taken off (J. Mu and P. Viswanath, All-but-the-Top, 2018).
        """
        found = np.zeros((len(sentences), self.vectors.shape[1]), np.float32)
        for row, sentence in enumerate(sentences):
            places = [self.places[token.form] for token in tokens(sentence) if token.form in self.places]
            if places:
                mine = self.vectors[places].astype(np.float32) - self.mean
                found[row] = np.average(mine, axis=0, weights=self._weigh(places))
        length = np.linalg.norm(found, axis=1, keepdims=True)
        found /= np.where(length > 0, length, 1)
        return found

    def _weigh(self, places: Sequence[int]) -> npt.NDArray[np.float32] | None:
        if self.weights is None:
            return None
        weights = self.weights[places]
        return weights if weights.sum() > 0 else None


def load(where: str) -> Static:
    """The vectors in the folder ``where``; they stay on disk and are read as words are met.

    Raises :class:`~letapis.errors.PluginError` where a file is missing or the files do not agree.

    >>> load("/nowhere")
    Traceback (most recent call last):
    letapis.errors.PluginError: /nowhere holds no word vectors: ...
    """
    folder = Path(where)
    try:
        words = (folder / "vocab.txt").read_text("utf-8").splitlines()
        vectors = np.load(folder / "vectors.npy", mmap_mode="r", allow_pickle=False)
        path = folder / "weights.npy"
        weights = np.load(path, allow_pickle=False).astype(np.float32) if path.exists() else None
    except (OSError, ValueError) as error:
        raise PluginError(f"{where} holds no word vectors: {error}") from error
    if vectors.ndim != 2 or not np.issubdtype(vectors.dtype, np.floating) or len(vectors) != len(words):
        raise PluginError(
            f"{where}: vectors.npy is {vectors.dtype} {vectors.shape}; "
            f"vocab.txt has {len(words)} words, so it takes floats of shape ({len(words)}, d)"
        )
    if weights is not None and weights.shape != (len(words),):
        raise PluginError(f"{where}: weights.npy is {weights.shape}; it takes ({len(words)},)")
    mean = np.zeros(vectors.shape[1], np.float64)
    for start in range(0, len(vectors), 4096):
        mean += vectors[start : start + 4096].sum(axis=0, dtype=np.float64)
    places: dict[str, int] = {}
    for place, word in enumerate(words):
        places.setdefault(word, place)
    return Static(places, vectors, weights, (mean / max(len(vectors), 1)).astype(np.float32))
