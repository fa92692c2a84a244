"""The engine of one machine."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from letapis.engine.base import Map, Rel
from letapis.engine.embedded import Embedded
from letapis.engine.sql import check, spark
from letapis.errors import PlanError
from letapis.settings import Settings

SCHEMA = pa.schema([("n", pa.int64())])


def double(batches, side):
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"n": [2 * n for n in batch["n"].to_pylist()]}, SCHEMA)


def total(batches, side):
    extra = sum(side["extra"]["n"].to_pylist()) if "extra" in side else 0
    yield pa.RecordBatch.from_pydict({"n": [extra + sum(sum(b["n"].to_pylist()) for b in batches)]}, SCHEMA)


def fail_at(batches, side, number):
    for batch in batches:
        if number in batch["n"].to_pylist():
            raise ValueError(f"reached {number}")
        yield batch


def quiet(name, done, total):
    pass


@pytest.fixture
def source(tmp_path: Path) -> list[str]:
    path = tmp_path / "source.parquet"
    pq.write_table(pa.table({"n": list(range(100))}, schema=SCHEMA), path, row_group_size=10)
    return [str(path)]


def rows(files: list[str]) -> list[int]:
    return sorted(n for file in files for n in pq.read_table(file)["n"].to_pylist())


def test_a_map_and_a_query_in_turn(tmp_path: Path, source: list[str]) -> None:
    stages = (
        Map("doubled", "source", double, SCHEMA),
        Rel("few", ("doubled",), "SELECT n FROM doubled WHERE n < 6"),
        Map("sum", "few", total, SCHEMA, side={"extra": "source"}, whole=True),
    )
    found = Embedded(Settings(workers=1)).run(stages, {"source": source}, tmp_path / "work", quiet)
    assert rows(found["doubled"]) == [2 * n for n in range(100)]
    assert len(found["doubled"]) == 10
    assert rows(found["few"]) == [0, 2, 4]
    assert rows(found["sum"]) == [6 + sum(range(100))]


def test_processes_give_the_same_rows(tmp_path: Path, source: list[str]) -> None:
    engine = Embedded(Settings(workers=2, spread_rows=1))
    stages = (Map("doubled", "source", double, SCHEMA),)
    try:
        found = engine.run(stages, {"source": source}, tmp_path / "work", quiet)
    finally:
        engine.close()
    assert rows(found["doubled"]) == [2 * n for n in range(100)]


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, source: list[str]) -> None:
    engine = Embedded(Settings(workers=1))
    with pytest.raises(ValueError, match="reached 55"):
        failing = Map("kept", "source", partial(fail_at, number=55), SCHEMA)
        engine.run((failing,), {"source": source}, tmp_path / "work", quiet)
    ready = sorted((tmp_path / "work" / "kept").glob("*.parquet"))
    assert len(ready) == 5, "parts before the failure are whole, none after it"
    before = [part.stat().st_mtime_ns for part in ready]
    whole = Map("kept", "source", partial(fail_at, number=-1), SCHEMA)
    found = engine.run((whole,), {"source": source}, tmp_path / "work", quiet)
    assert rows(found["kept"]) == list(range(100))
    assert [part.stat().st_mtime_ns for part in ready] == before, "ready parts are not made again"


def test_progress_ends_at_the_total(tmp_path: Path, source: list[str]) -> None:
    told: list[tuple[str, int, int]] = []
    stages = (Map("doubled", "source", double, SCHEMA),)
    Embedded(Settings(workers=1)).run(
        stages, {"source": source}, tmp_path / "work", lambda *words: told.append(words)
    )
    assert told[0] == ("doubled", 0, 100)
    assert told[-1] == ("doubled", 100, 100)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("DELETE FROM t", "DELETE"),
        ("SELECT * FROM read_parquet('/etc/x')", "read"),
        ("SELECT getenv('HOME')", "GETENV"),
        ("SELECT * FROM 'file.csv'", "name"),
        ("SELECT (", "not SQL"),
    ],
)
def test_what_differs_between_engines_is_refused(sql: str, found: str) -> None:
    with pytest.raises(PlanError, match=f"(?i){found}"):
        check(sql)


def test_spark_form() -> None:
    assert spark("SELECT document.* FROM captured WHERE document IS NOT NULL") == (
        "SELECT document.* FROM captured WHERE NOT document IS NULL"
    )
