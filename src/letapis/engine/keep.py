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
    was kept that goes with the tables as they are.
    """
    folder = work / _FOLDER / step.name
    about, kept = _read(folder)
    names = [output.table for output in step.outputs]
    if about == _about(step, store) and _sound(kept, step):
        return {
            "kept": [str(path) for path in kept],
            **{f"before_{name}": store.files(name) for name in names},
        }
    assert step.keeps is not None
    empty = {"kept": step.keeps[1], **{f"before_{name}": store.schema(name) for name in names}}
    return {name: [_empty(work / _FOLDER, name, schema)] for name, schema in empty.items()}


def put(step: Step, store: Store, work: Path, files: list[str]) -> None:
    """Keep ``files``, the rows of a stage, with the versions of the tables that were just written."""
    folder = work / _FOLDER / step.name
    told = folder / "about.json"
    # without its note what lies here is not looked at: it may be half of one run, half of another
    if (work / _FOLDER).is_file():
        (work / _FOLDER).unlink()
    told.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        shutil.copyfile(file, folder / f"{number:05d}.parquet")
    rows = {path.name: pq.read_metadata(path).num_rows for path in sorted(folder.glob("*.parquet"))}
    temporary = told.with_suffix(".tmp")
    temporary.write_text(json.dumps({**_about(step, store), "rows": rows}), "utf-8")
    temporary.replace(told)


def _read(folder: Path) -> tuple[dict[str, object], list[Path]]:
    """What the note says, without the counts of rows, and its files; nothing where they are damaged."""
    try:
        about = json.loads((folder / "about.json").read_text("utf-8"))
        rows = about.pop("rows")
        files = [folder / name for name in sorted(rows)]
        return (
            (about, files) if all(pq.read_metadata(f).num_rows == rows[f.name] for f in files) else ({}, [])
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError, pa.ArrowException):
        return {}, []


def _sound(files: list[Path], step: Step) -> bool:
    """Whether every file has the columns that the step keeps."""
    return step.keeps is not None and all(pq.read_schema(f).equals(step.keeps[1]) for f in files)


def _about(step: Step, store: Store) -> dict[str, object]:
    own = [output.table for output in step.outputs if not output.shared]
    return {"step": step.maker, "tables": {table: store.version(table) for table in own}}


def _empty(folder: Path, name: str, schema: pa.Schema) -> str:
    if folder.is_file():
        folder.unlink()  # nothing of ours: what is kept lies in a folder
    path = folder / f"{name}.empty.parquet"
    folder.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    pq.write_table(schema.empty_table(), temporary)
    temporary.replace(path)
    return str(path)
