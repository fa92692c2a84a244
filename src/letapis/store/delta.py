"""The tables of a chronicle, as Delta Lake tables in ``tables/<name>/``."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, WriterProperties, write_deltalake

from letapis import tables
from letapis.model import column

__all__ = ["Progress", "Tables"]

_GROUP = 2000
"""Rows of a row group: what a stage takes at a time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A key that a step has done: what lets a second run skip it."""

    step: str = column("step")
    version: str = column("version of the step and of all it builds on")
    key: str = column("key of the row it has done; for a step over whole tables, their versions")


class Tables:
    """Reads and commits the tables under ``folder``. Every commit is atomic and keeps the past."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def schema(self, name: str) -> pa.Schema:
        """The Arrow schema of a table of the contract, or of ``progress``."""
        return tables.schema(Progress if name == "progress" else tables.TABLES[name])

    def version(self, name: str) -> int:
        """The number of the table's last commit; -1 where it has none.

        >>> Tables(Path("nowhere")).version("reports")
        -1
        """
        table = self._open(name)
        return -1 if table is None else int(table.version())

    def files(self, name: str, version: int | None = None) -> list[str]:
        """The Parquet files of the table's present state, or of an earlier one.

        One file without rows where there are none.
        """
        table = self._open(name)
        if table is not None and version is not None:
            table.load_as_version(version)
        found = [] if table is None else [str(uri).removeprefix("file://") for uri in table.file_uris()]
        return sorted(found) or [self._empty(name)]

    def append(self, name: str, data: pa.RecordBatchReader | pa.Table) -> None:
        """Add rows, in one commit; no rows make no commit."""
        if not isinstance(data, pa.Table) or data.num_rows:
            self._write(name, data, "append")

    def replace(self, name: str, data: pa.RecordBatchReader | pa.Table) -> None:
        """Put ``data`` in place of all rows, in one commit."""
        self._write(name, data, "overwrite")

    def read(self, name: str, version: int | None = None) -> pa.Table:
        """All rows of a state of the table, columns in the order of the contract."""
        table = pa.concat_tables(
            [pq.read_table(file) for file in self.files(name, version)], promote_options="permissive"
        )
        wanted = self.schema(name)
        columns = [
            table.column(field.name).cast(field.type)
            if field.name in table.column_names
            else pa.nulls(table.num_rows, field.type)
            for field in wanted
        ]
        return pa.Table.from_arrays(columns, schema=wanted)

    def rows(self, name: str) -> int:
        """How many rows the table has."""
        return sum(pq.ParquetFile(file).metadata.num_rows for file in self.files(name))

    def done(self, step: str, version: str) -> frozenset[str]:
        """The keys that a step has done at a version."""
        table = self.read("progress")
        return frozenset(
            row["key"] for row in table.to_pylist() if row["step"] == step and row["version"] == version
        )

    def mark(self, step: str, version: str, keys: Iterable[str]) -> None:
        """Record that a step has done ``keys`` at a version."""
        rows = [Progress(step, version, key) for key in keys]
        self.append("progress", pa.Table.from_batches([tables.batch(rows, Progress)]))

    def forget(self) -> None:
        """Forget what steps have done, so that all of them run again."""
        self.replace("progress", self.schema("progress").empty_table())

    def _open(self, name: str) -> DeltaTable | None:
        path = self.folder / name
        return DeltaTable(str(path)) if (path / "_delta_log").exists() else None

    def _empty(self, name: str) -> str:
        path = self.folder / ".empty" / f"{name}.parquet"
        if not path.exists():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError:  # a chronicle on a read-only disk can still be read
                path = Path(tempfile.mkdtemp(prefix="letapis-")) / path.name
            temporary = path.with_suffix(".tmp")
            pq.write_table(self.schema(name).empty_table(), temporary)
            temporary.replace(path)
        return str(path)

    def _write(self, name: str, data: Any, mode: Any) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_deltalake(
            str(path),
            data,
            mode=mode,
            schema_mode="overwrite" if mode == "overwrite" else "merge",
            writer_properties=WriterProperties(compression="ZSTD", max_row_group_size=_GROUP),
        )
