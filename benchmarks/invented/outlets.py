"""Invented outlets and the furniture of their pages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from benchmarks.invented.lexicon import lexicon

__all__ = ["SHARES", "Outlet", "outlets"]

SHARES = {"ru": 0.4, "uk": 0.2, "be": 0.2, "en": 0.2}
"""Language → its share of outlets and documents."""
_COUNT = 480


@dataclass(frozen=True)
class Outlet:
    """Who publishes: its lines before and after every text, and the words of its teasers and credits."""

    name: str
    head: tuple[str, ...]
    foot: tuple[str, ...]
    more: str
    source: str


def outlets(seed: int) -> dict[str, list[Outlet]]:
    """Language → its outlets, the largest first, the same for a seed.

    Four lines in ten come from the software that several outlets use.
    """
    return {language: _outlets(seed, language, round(_COUNT * share)) for language, share in SHARES.items()}


def _outlets(seed: int, language: str, count: int) -> list[Outlet]:
    rng = np.random.default_rng([seed, 1, *language.encode()])
    words = lexicon(language, seed)
    shared = [words.line(rng, int(rng.integers(4, 14))) for _ in range(24)]

    def lines(most: int) -> tuple[str, ...]:
        return tuple(
            shared[int(rng.integers(24))] if rng.random() < 0.4 else words.line(rng, int(rng.integers(5, 16)))
            for _ in range(int(rng.integers(most + 1)))
        )

    found = []
    for number in range(count):
        name = words.line(rng, 2).replace(" ", "-").lower()
        legal = f"© {name}. {words.line(rng, 9)}."
        found.append(
            Outlet(
                f"{name}-{number}.example",
                lines(2),
                (*lines(3), legal),
                words.line(rng, 2),
                words.line(rng, 1),
            )
        )
    return found
