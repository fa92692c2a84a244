"""Optional models that turn sentences into vectors: one file a part, found without registration.

A part is a module ``letapis/reuse/embedders/<name>.py``, or one that an entry point of the group
``letapis.embedders`` names. It has ``load(where: str) -> Embedder``. Nothing is ever downloaded: ``where``
is a folder or file on this machine. Translations are found without any; one sharpens the score.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from letapis import plugins
from letapis.errors import PluginError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["Embedder", "load", "names"]


class Embedder(Protocol):
    """Turns sentences of any language into vectors that are near where meanings are."""

    def embed(self, sentences: Sequence[str]) -> npt.NDArray[np.float32]:
        """One row of unit length for each sentence, shape (n, d); zeros where it knows no word."""


def names() -> tuple[str, ...]:
    """The parts there are, sorted.

    >>> "static" in names()
    True
    """
    return plugins.names("letapis.reuse.embedders", "embedders")


def load(choice: str) -> Embedder:
    """The embedder that ``choice`` names: ``part:where``, as in ``static:/models/slavic``.

    Raises :class:`~letapis.errors.PluginError` where there is no such part or it cannot read ``where``.

    >>> load("static")
    Traceback (most recent call last):
    letapis.errors.PluginError: 'static' names no model; write part:where, as in static:/models/words
    """
    name, colon, where = choice.partition(":")
    if not colon or not where:
        raise PluginError(f"{choice!r} names no model; write part:where, as in static:/models/words")
    module = plugins.load("letapis.reuse.embedders", "embedders", name, "load")
    found: Embedder = module.load(where)
    return found
