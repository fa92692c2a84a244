"""A room can be read alone: opening it loads no engine, no store and no library of weight.

import-linter reads imports; only a fresh interpreter sees what a package's ``__init__`` runs.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.tree import PACKAGE, ROOMS, modules

HEAVY = {
    "dateparser",
    "deltalake",
    "duckdb",
    "fastapi",
    "fastwarc",
    "htmldate",
    "lxml",
    "numba",
    "numpy",
    "pandas",
    "polars",
    "py3langid",
    "pyarrow",
    "pyspark",
    "rich",
    "scipy",
    "sqlglot",
    "tantivy",
    "trafilatura",
    "warcio",
}
ENGINES = {"deltalake", "duckdb", "pyspark", "sqlglot"}  # pyarrow is a form of columns, and runs nothing
PACKAGES = ("model", "text", "langs", "outlets", "engine", "store", "publish", "web", *ROOMS)


def loaded(*names: str) -> set[str]:
    """Top-level packages that a fresh interpreter has loaded once it imported ``names``."""
    code = f"import sys, {', '.join(names)}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.mark.parametrize("name", ["letapis", *(f"letapis.{package}" for package in PACKAGES)])
def test_opening_a_package_loads_nothing_heavy(name: str) -> None:
    assert loaded(name) & HEAVY == set()


@pytest.mark.parametrize("room", ROOMS)
def test_the_pure_part_of_a_room_needs_no_engine(room: str) -> None:
    """All of a room but its ``step.py``, the one file that knows tables."""
    names = [f"letapis.{module.name}" for module in modules(PACKAGE / room) if module.path.name != "step.py"]
    assert loaded(*names) & ENGINES == set()


def test_every_room_is_a_package() -> None:
    assert [room for room in ROOMS if not (PACKAGE / room / "__init__.py").exists()] == []
