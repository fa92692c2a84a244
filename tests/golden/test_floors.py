"""The figures that must not fall, on the development data."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks.floors import below
from benchmarks.run import TASKS, measure

FLOORS = tomllib.loads((Path(__file__).parents[2] / "benchmarks" / "floors.toml").read_text("utf-8"))


@pytest.mark.parametrize("task", sorted(set(FLOORS) & set(TASKS)))
def test_nothing_falls_below_its_floor(task: str, bench: Path) -> None:
    assert list(below(task, measure(task, bench))) == []
