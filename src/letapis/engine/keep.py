"""What a step over whole tables keeps for its own next run, so that it need not do everything again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from letapis.engine.base import Step, Store

__all__ = ["put", "sources"]

_FOLDER = "kept"


def sources(step: Step, store: Store, work: Path) -> dict[str, list[str]]:
    """The sources that a step which keeps something finds, with their Parquet files.

    ``kept``, and for each of its tables one ``before_…``: empty, but with their columns, where nothing
    was kept that goes with the tables as they are. One ``last_…`` for each of its tables: as they are,
    whoever wrote them.
    """
    folder = work / _FOLDER / step.name
    told = folder / "about.json"
    about = json.loads(told.read_text("utf-8")) if told.exists() else {}
    names = [output.table for output in step.outputs]
    last = {f"last_{name}": store.files(name) for name in names}
    if about and about == _about(step, store):
        kept = sorted(str(path) for path in folder.glob("*.parquet"))
        return {"kept": kept, **{f"before_{name}": store.files(name) for name in names}, **last}
    assert step.keeps is not None
    empty = {"kept": step.keeps[1], **{f"before_{name}": store.schema(name) for name in names}}
    return {**{name: [_empty(work / _FOLDER, name, schema)] for name, schema in empty.items()}, **last}


def put(step: Step, store: Store, work: Path, files: list[str]) -> None:
    """Keep ``files``, the rows of a stage, with the versions of the tables that were just written."""
    folder = work / _FOLDER / step.name
    told = folder / "about.json"
    # without its note what lies here is not looked at: it may be half of one run, half of another
    told.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        shutil.copyfile(file, folder / f"{number:05d}.parquet")
    temporary = told.with_suffix(".tmp")
    temporary.write_text(json.dumps(_about(step, store)), "utf-8")
    temporary.replace(told)


def _about(step: Step, store: Store) -> dict[str, object]:
    return {"step": step.maker, "tables": {o.table: store.version(o.table) for o in step.outputs}}


def _empty(folder: Path, name: str, schema: pa.Schema) -> str:
    path = folder / f"{name}.empty.parquet"
    folder.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    pq.write_table(schema.empty_table(), temporary)
    temporary.replace(path)
    return str(path)
