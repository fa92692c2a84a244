"""What every test may ask for: the development data beside the clone, and calm property tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

# A loaded machine is no failure; and what CI tries is the same at every run.
settings.register_profile("letapis", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("letapis")


@pytest.fixture(scope="session")
def bench() -> Path:
    """The development data with gold: ``LETAPIS_BENCH``, else ``../shared/bench``."""
    return _shared("bench", "LETAPIS_BENCH")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The real input: ``LETAPIS_SEEDS``, else ``../shared/seeds``."""
    return _shared("seeds", "LETAPIS_SEEDS")


def _shared(name: str, variable: str) -> Path:
    """The folder; where it is absent the test is skipped, and under CI it fails."""
    path = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
    if path.is_dir():
        return path
    lack = f"no {path}: put ../shared beside the clone or set {variable}"
    if os.environ.get("CI"):
        pytest.fail(lack)
    pytest.skip(lack)
