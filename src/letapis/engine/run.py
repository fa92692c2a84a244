"""Runs steps over tables: takes what is stale, and commits what comes out."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from letapis.engine import keep
from letapis.engine.base import Engine, Output, Step, Store, Tick

__all__ = ["run"]


def run(step: Step, store: Store, engine: Engine, work: Path, tick: Tick, parts: int) -> bool:
    """Do what is stale of ``step``; False where nothing was.

    Tables are committed first and the keys marked last, so that after a crash at any moment a
    second run does the same work again and ends with the same rows. ``parts`` is how many pieces
    the input is cut into at the least, where it is long enough.

    A step that ``keeps`` a stage finds, beside what it reads, the source ``kept``: that stage's rows
    as its last run left them, and a source ``before_…`` for each table that it writes. All of them
    are empty where there was no such run, at another version, or where a table was written since:
    then the step does everything. What is kept can be lost at any time. A step over whole tables finds
    a source ``last_…`` for each table that it writes: that table as it is, whoever wrote it.
    """
    return (
        _keyed(step, store, engine, work, tick, parts)
        if step.per
        else _whole(step, store, engine, work, tick)
    )


def _whole(step: Step, store: Store, engine: Engine, work: Path, tick: Tick) -> bool:
    key = _fingerprint(step.version, {name: store.version(name) for name in step.reads})
    if key in store.done(step.name, step.version):
        return False
    folder = _folder(step, key, work)
    sources = {name: store.files(name) for name in step.reads}
    sources |= {f"last_{output.table}": store.files(output.table) for output in step.outputs}
    if step.keeps:
        sources.update(keep.sources(step, store, work))
    found = engine.run(step.stages, sources, folder, tick)
    for output in step.outputs:
        schema = store.schema(output.table)
        store.replace(output.table, _reader(engine, output.files(found), schema))
    if step.keeps:
        keep.put(step, store, work, found[step.keeps[0]])
    store.mark(step.name, step.version, [key])
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _keyed(step: Step, store: Store, engine: Engine, work: Path, tick: Tick, parts: int) -> bool:
    assert step.per is not None
    source = store.files(step.reads[0])
    keys = pa.concat_arrays(
        [chunk for file in source for chunk in pq.read_table(file, columns=[step.per])[0].chunks]
        or [pa.array([], pa.string())]
    )
    done = store.done(step.name, step.version)
    pending = pa.array(sorted(key for key in keys.to_pylist() if key not in done), pa.string())
    if not len(pending):
        return False
    folder = _folder(step, _fingerprint(step.version, pending.to_pylist()), work)
    taken = _take(step, engine, source, pending, folder, parts)
    others = {name: store.files(name) for name in step.reads[1:]}
    found = engine.run(step.stages, {step.reads[0]: [str(taken)], **others}, folder, tick)
    for output in step.outputs:
        _commit(step, output, store, engine, output.files(found), pending)
    store.mark(step.name, step.version, pending.to_pylist())
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _folder(step: Step, key: str, work: Path) -> Path:
    """Where a run of the step works; what stopped runs over other rows left is removed."""
    folder = work / f"{step.name}-{key}"
    for other in work.glob(f"{step.name}-*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


def _take(step: Step, engine: Engine, source: list[str], pending: pa.Array, folder: Path, parts: int) -> Path:
    """The rows still to do, sorted by their key, as one file with a row group a part."""
    path = folder / "input.parquet"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    rows = max(1, min(2000, -(-len(pending) // parts)))
    reader = engine.query(f'SELECT * FROM source ORDER BY "{step.per}"', {"source": source})
    temporary = path.with_suffix(".tmp")
    with pq.ParquetWriter(temporary, reader.schema) as writer:
        held: list[pa.Table] = []
        for batch in reader:
            wanted = batch.filter(pc.is_in(batch.column(step.per), value_set=pending))
            held.append(pa.Table.from_batches([wanted]))
            if sum(table.num_rows for table in held) >= rows:
                table = pa.concat_tables(held)
                whole = table.num_rows // rows * rows
                writer.write_table(table.slice(0, whole), row_group_size=rows)
                held = [table.slice(whole)]
        writer.write_table(pa.concat_tables(held) if held else reader.schema.empty_table())
    temporary.replace(path)
    return path


def _commit(
    step: Step, output: Output, store: Store, engine: Engine, files: list[str], pending: pa.Array
) -> None:
    """Append the new rows, or rewrite the table where rows of the same keys are there already."""
    schema = store.schema(output.table)
    before = store.files(output.table)
    mine = f"step LIKE '{step.aside}%'" if "step" in schema.names else "true"
    old = engine.query(
        f'SELECT DISTINCT "{step.per}" AS key FROM old WHERE {mine}', {"old": before}
    ).read_all()
    if not pc.any(pc.is_in(old["key"], value_set=pending)).as_py():
        store.append(output.table, _reader(engine, files, schema))
        return
    keys = {"key": _keys_file(files, pending)}
    kept = (
        f'SELECT * FROM old WHERE NOT ({mine}) OR "{step.per}" IS NULL'
        f' OR "{step.per}" NOT IN (SELECT key FROM key)'
    )
    merged = f"{kept} UNION ALL BY NAME SELECT * FROM new"
    reader = engine.query(merged, {"old": before, "new": files, **keys})
    store.replace(output.table, _cast(reader, schema))


def _keys_file(files: list[str], pending: pa.Array) -> list[str]:
    path = Path(files[0]).parent / "keys.parquet"
    pq.write_table(pa.table({"key": pending}), path)
    return [str(path)]


def _reader(engine: Engine, files: list[str], schema: pa.Schema) -> pa.RecordBatchReader:
    return _cast(engine.query("SELECT * FROM rows", {"rows": files}), schema)


def _cast(reader: Any, schema: pa.Schema) -> pa.RecordBatchReader:
    def batches() -> Iterator[pa.RecordBatch]:
        for batch in reader:
            columns = [batch.column(field.name).cast(field.type) for field in schema]
            yield pa.RecordBatch.from_arrays(columns, schema=schema)

    return pa.RecordBatchReader.from_batches(schema, batches())


def _fingerprint(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]
