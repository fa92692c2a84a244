"""The words of a language that were met: each has a number, and what it shows is looked up once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import numpy as np

from letapis.langs import Language
from letapis.link.spotting.places import several
from letapis.link.spotting.trait import PAD, Trait, trait

__all__ = ["Words"]

_LONGEST = 40
_ROOM = 4096


class Words:
    """Numbers of words, with arrays of what they show. Number 0 is the pad.

    ``gain`` makes of what some words show what each adds to the scores around it (words × offsets ×
    tags), kept in ``gains``; without it, ``traits`` keeps what they show. Several threads may ask: a
    number is given out when its rows are there.

    >>> words = Words(None)
    >>> words.numbered(["one", "and", "one"]).tolist()
    [1, 2, 1]
    """

    def __init__(
        self, language: Language | None, gain: Callable[[Sequence[Trait]], Any] | None = None
    ) -> None:
        self.language = language
        self.numbers: dict[str, int] = {}
        self.traits: list[Trait] = []
        self.stems: list[str] = []
        self.kinds: Any = np.zeros(_ROOM, np.int16)
        """Class of each word."""
        self.keys: Any = np.zeros(_ROOM, np.int32)
        """Number of the stem of each word; ``stems`` has the stems."""
        self.heads: Any = np.zeros(_ROOM, np.bool_)
        """Whether a stem, by its number, begins a listed name of several words."""
        self.gains: Any = None
        self._gain = gain
        self._lock = Lock()
        self._stems: dict[str, int] = {}
        self.numbered([PAD])

    def numbered(self, forms: Sequence[str]) -> Any:
        """The numbers of ``forms``, given now to those that are new: int32."""
        known = self.numbers.get
        found = [known(form) for form in forms]
        if None in found:
            forms = [form[:_LONGEST] for form in forms]
            with self._lock:
                self._learn([form for form in dict.fromkeys(forms) if form not in self.numbers])
            found = [known(form) for form in forms]
        return np.array(found, np.int32)

    def _learn(self, forms: list[str]) -> None:
        """Rows for new words, and only then their numbers."""
        first, last = len(self.numbers), len(self.numbers) + len(forms)
        shown = [trait(form, self.language) for form in forms]
        self.kinds, self.keys = _room(self.kinds, last), _room(self.keys, last)
        for number, one in enumerate(shown, first):
            self.kinds[number] = one.kind
            self.keys[number] = self._key(one.stem)
        if self._gain is None:
            self.traits.extend(shown)
        elif shown:
            gains = self._gain(shown)
            if self.gains is None:
                self.gains = np.zeros((_ROOM, *gains.shape[1:]), np.float32)
            self.gains = _room(self.gains, last)
            self.gains[first:last] = gains
        self.numbers.update(zip(forms, range(first, last), strict=True))

    def _key(self, stem: str) -> int:
        key = self._stems.get(stem)
        if key is None:
            key = len(self.stems)
            self.heads = _room(self.heads, key + 1)
            self.heads[key] = stem in several()
            self.stems.append(stem)
            self._stems[stem] = key
        return key


def _room(values: Any, size: int) -> Any:
    """The same array, or a longer one where it has fewer than ``size`` rows."""
    if size <= len(values):
        return values
    more = max(size, 2 * len(values)) - len(values)
    return np.concatenate([values, np.zeros((more, *values.shape[1:]), values.dtype)])
