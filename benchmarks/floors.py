"""The figures that must not fall."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["below"]


def below(task: str, figures: Mapping[str, float | int | str]) -> Iterator[str]:
    """What is below its floor in ``floors.toml``, and what has a floor and was not measured."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8")).get(task, {})
    for name, floor in floors.items():
        value = figures.get(name)
        if not isinstance(value, int | float):
            yield f"{name} was not measured; its floor is {floor}"
        elif name.startswith("most.") and value > floor:
            yield f"{name} is {value:.3f}; at most {floor} is allowed"
        elif not name.startswith("most.") and value < floor:
            yield f"{name} is {value:.3f}; its floor is {floor}"
