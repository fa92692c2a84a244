"""What an engine is asked to do: two kinds of stage, and steps made of them.

A room declares stages and knows no engine; an engine runs stages and knows no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Engine", "Map", "Opener", "Output", "Rel", "Stage", "Step", "Store", "Tick"]

Function = Callable[..., Iterator["pa.RecordBatch"]]


class Opener(Protocol):
    """Gives the payload of a capture; picklable, so that any process can use it."""

    def __call__(self, file: str, offset: int) -> bytes:
        """The payload of the record that starts at ``offset`` of ``file``."""


@dataclass(frozen=True)
class Map:
    """A pure function over the rows of one source.

    ``function(batches, side)`` takes an iterator of record batches and gives another; ``side``
    maps names to whole, small tables. With ``whole`` one call sees all rows; else rows may be
    split between calls and processes in any way. With ``beside``, names and schemas, the function
    gives batches of those schemas as well: they are the rows of stages of those names. The schemas,
    and the stage's own, must differ.
    """

    name: str
    source: str
    function: Function
    schema: pa.Schema
    columns: tuple[str, ...] | None = None
    side: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    beside: tuple[tuple[str, pa.Schema], ...] = ()


@dataclass(frozen=True)
class Rel:
    """A query over named sources, in the part of DuckDB's SQL that Spark has as well.

    ``sql`` refers to its sources by name. See :mod:`letapis.engine.sql` for what is allowed.
    """

    name: str
    sources: tuple[str, ...]
    sql: str


Stage = Map | Rel


@dataclass(frozen=True)
class Output:
    """The rows of ``stage``, and of all stages in ``also``, become rows of ``table``.

    A ``shared`` table is written by other steps as well: each adds to ``last_…``, which it finds.
    """

    table: str
    stage: str
    also: tuple[str, ...] = ()
    shared: bool = False

    def files(self, found: Mapping[str, list[str]]) -> list[str]:
        """The files of its stages, out of those of all stages by name.

        >>> Output("reuse", "shared", ("translated",)).files({"shared": ["a"], "translated": ["b", "c"]})
        ['a', 'b', 'c']
        """
        return [file for stage in (self.stage, *self.also) for file in found[stage]]


@dataclass(frozen=True)
class Step:
    """Stages that lead from tables to tables.

    With ``per`` the step takes only rows of ``reads[0]`` whose key it has not done at its present
    version, and its outputs carry that key; without, it takes all rows whenever any of ``reads``
    has changed, and its outputs replace what was there.
    """

    name: str
    version: str
    reads: tuple[str, ...]
    stages: tuple[Stage, ...]
    outputs: tuple[Output, ...]
    per: str | None = None
    aside: str = ""
    """What the ``step`` column of its rows in ``set_aside`` begins with."""
    keeps: tuple[str, pa.Schema] | None = None
    """The stage whose rows, of this schema, are kept for its next run (:func:`letapis.engine.run.run`)."""

    @property
    def maker(self) -> str:
        """What its findings carry as their maker: ``step@version``.

        >>> Step("reuse", "1", (), (), ()).maker
        'reuse@1'
        """
        return f"{self.name}@{self.version}"


Tick = Callable[[str, int, int], None]
"""Told of progress: what, how many are done, how many there are."""


class Engine(Protocol):
    """Runs stages; every stage's rows are materialised as Parquet parts in a folder."""

    def run(
        self, stages: tuple[Stage, ...], sources: Mapping[str, list[str]], work: Path, tick: Tick
    ) -> dict[str, list[str]]:
        """Run ``stages`` over ``sources`` (name → Parquet files) inside the folder ``work``.

        Returns the Parquet files of every stage by its name. Parts that an earlier, stopped run
        left in ``work`` are kept, so a stopped run resumes.
        """

    def query(self, sql: str, sources: Mapping[str, list[str]]) -> Any:
        """The rows of a query over Parquet files, as an Arrow record batch reader."""

    def close(self) -> None:
        """End worker processes."""


class Store(Protocol):
    """The tables that steps read and write."""

    def schema(self, name: str) -> pa.Schema:
        """The Arrow schema of a table."""

    def version(self, name: str) -> int:
        """The number of a table's last commit."""

    def files(self, name: str) -> list[str]:
        """The Parquet files of a table's present state."""

    def append(self, name: str, data: pa.RecordBatchReader) -> None:
        """Add rows in one commit."""

    def replace(self, name: str, data: pa.RecordBatchReader) -> None:
        """Put rows in place of all rows in one commit."""

    def done(self, step: str, version: str) -> frozenset[str]:
        """The keys that a step has done."""

    def mark(self, step: str, version: str, keys: Iterable[str]) -> None:
        """Record keys as done."""
