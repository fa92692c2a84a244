"""The engine of one machine: DuckDB for queries, a lazily started process pool for functions."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from letapis.engine.base import Map, Rel, Stage, Tick
from letapis.engine.sql import check
from letapis.settings import Settings

__all__ = ["Embedded"]


class Embedded:
    """Runs stages on this machine (see :class:`letapis.engine.base.Engine`).

    Rows go to a stage's function in parts of ``settings.batch_rows``; a part is written to a
    temporary name and renamed when it is whole, so what a killed run left is either complete or
    ignored. Worker processes are spawned when a stage first has ``settings.spread_rows`` rows.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: ProcessPoolExecutor | None = None

    def run(
        self, stages: tuple[Stage, ...], sources: Mapping[str, list[str]], work: Path, tick: Tick
    ) -> dict[str, list[str]]:
        """See :meth:`letapis.engine.base.Engine.run`."""
        known = dict(sources)
        for stage in stages:
            folder = work / stage.name
            folder.mkdir(parents=True, exist_ok=True)
            known[stage.name] = (
                self._map(stage, known, folder, tick)
                if isinstance(stage, Map)
                else self._rel(stage, known, folder)
            )
            for name, _ in stage.beside if isinstance(stage, Map) else ():
                known[name] = [str(_beside(Path(part), name)) for part in known[stage.name]]
        return {name: files for name, files in known.items() if name not in sources}

    def query(self, sql: str, sources: Mapping[str, list[str]]) -> pa.RecordBatchReader:
        """See :meth:`letapis.engine.base.Engine.query`."""
        connection = duckdb.connect()
        connection.execute("SET threads TO ?", [self._settings.workers])
        connection.execute("SET TimeZone = 'UTC'")
        for name, files in sources.items():
            connection.execute(f'CREATE VIEW "{name}" AS {_scan(files)}')
        return connection.sql(sql).to_arrow_reader(self._settings.batch_rows)

    def close(self) -> None:
        """See :meth:`letapis.engine.base.Engine.close`."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _rel(self, stage: Rel, known: Mapping[str, list[str]], folder: Path) -> list[str]:
        part = folder / "part-00000.parquet"
        if not part.exists():
            check(stage.sql)
            reader = self.query(stage.sql, {name: known[name] for name in stage.sources})
            _write(part, reader, reader.schema)
        return [str(part)]

    def _map(self, stage: Map, known: Mapping[str, list[str]], folder: Path, tick: Tick) -> list[str]:
        side = {name: pq.read_table(known[source]) for name, source in stage.side.items()}
        inputs = self._split(stage, known[stage.source], folder)
        total = sum(rows for _, _, rows in inputs)
        done = 0
        tick(stage.name, 0, total)
        pending: list[tuple[int, Any]] = []
        outputs: list[str] = []
        for file, groups, rows in inputs:
            part = folder / f"part-{len(outputs):05d}.parquet"
            outputs.append(str(part))
            if part.exists():
                done += rows
            else:
                pending.append((rows, (stage, file, groups, side, str(part))))
        for rows in self._work(pending, total):
            done += rows
            tick(stage.name, done, total)
        return outputs

    def _work(self, pending: list[tuple[int, Any]], total: int) -> Iterator[int]:
        """Run the parts still to do, here or in the pool; yields the rows of each as it is done."""
        if len(pending) < 2 or self._settings.workers < 2 or total < self._settings.spread_rows:
            for rows, job in pending:
                _part(*job)
                yield rows
            return
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._settings.workers, mp_context=context)
        waiting: dict[Future[None], int] = {}
        for rows, job in pending:
            waiting[self._pool.submit(_part, *job)] = rows
            while len(waiting) >= 2 * self._settings.workers:
                yield from _collect(waiting)
        while waiting:
            yield from _collect(waiting)

    def _split(
        self, stage: Map, files: list[str], folder: Path
    ) -> list[tuple[list[str], list[int] | None, int]]:
        """The stage's input in parts: files, the row groups to take (None: all), number of rows."""
        counted = [(file, pq.ParquetFile(file).metadata) for file in files]
        if stage.whole:
            rows = sum(meta.num_rows for _, meta in counted)
            return [(files, None, rows)]
        return [
            ([file], [group], meta.row_group(group).num_rows)
            for file, meta in counted
            for group in range(meta.num_row_groups)
        ] or [(files, None, 0)]


def _collect(waiting: dict[Future[None], int]) -> Iterator[int]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
        yield waiting.pop(future)


def _part(
    stage: Map, files: list[str], groups: list[int] | None, side: Mapping[str, pa.Table], part: str
) -> None:
    """Run a stage's function over one part of its input; runs in a worker process too."""
    columns = list(stage.columns) if stage.columns else None

    def batches() -> Iterator[pa.RecordBatch]:
        for file in files:
            source = pq.ParquetFile(file)
            yield from source.iter_batches(batch_size=512, row_groups=groups, columns=columns)

    found = stage.function(batches(), side)
    if stage.beside:
        found = _sorted_out(found, [(_beside(Path(part), name), schema) for name, schema in stage.beside])
    _write(Path(part), found, stage.schema)


def _beside(part: Path, name: str) -> Path:
    """Where the rows go that a function gives beside those of its stage."""
    return part.parent.parent / name / part.name


def _sorted_out(
    found: Iterator[pa.RecordBatch], places: list[tuple[Path, pa.Schema]]
) -> Iterator[pa.RecordBatch]:
    """The batches of none of the schemas; the others go to their paths, whole before the part is."""
    with ExitStack() as stack:
        writers = []
        for path, schema in places:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = pq.ParquetWriter(path.with_suffix(".tmp"), schema, compression="zstd")
            writers.append((schema, stack.enter_context(writer)))
        for batch in found:
            mine = next((writer for schema, writer in writers if batch.schema.equals(schema)), None)
            if mine is None:
                yield batch
            else:
                mine.write_batch(batch)
    for path, _ in places:
        path.with_suffix(".tmp").replace(path)


def _write(part: Path, batches: Any, schema: pa.Schema) -> None:
    """Write batches as one Parquet file that is there whole or not at all."""
    temporary = part.with_suffix(".tmp")
    with pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
    temporary.replace(part)


def _scan(files: list[str]) -> str:
    if not files:
        raise ValueError("a source needs at least one file; write an empty one with its schema")
    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    return f"SELECT * FROM read_parquet([{listed}], union_by_name = true)"
