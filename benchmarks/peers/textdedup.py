"""text-dedup: its command ``text_dedup.minhash``; two documents of one cluster are a pair."""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import tempfile
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.peers.method import Method, Row, Setting, clusters, sweep

__all__ = ["METHODS"]


def _prepare(rows: Sequence[Row]) -> tuple[str, int]:
    folder = str(Path(tempfile.mkdtemp(prefix="letapis-textdedup-")) / "rows")
    dataset: Any = import_module("datasets").Dataset.from_dict({"text": [row["text"] for row in rows]})
    dataset.save_to_disk(folder)
    return folder, len(rows)


def _find(prepared: tuple[str, int], setting: Setting) -> dict[int, int]:
    """The command's own function, in this process, with the faster of its hashes."""
    module: Any = import_module("text_dedup.minhash")
    logging.disable(logging.INFO)
    output = f"{prepared[0]}-out"
    arguments = ["--path", prepared[0], "--local", "--output", output, "--column", "text", "--debug"]
    arguments += ["--num_proc", "1", "--ngram", str(setting.gram), "--threshold", str(setting.threshold)]
    arguments += ["--num_perm", "128", "--min_length", "1", "--hash_func", "xxh3", "--hash_bits", "32"]
    with Path(os.devnull).open("w") as quiet, contextlib.redirect_stderr(quiet):
        module.main(arguments, standalone_mode=False)
    with (Path(output) / "uf.pkl").open("rb") as stream:
        told = pickle.load(stream)
    parents: dict[int, int] = getattr(told, "parent", told)
    return parents


def _pairs(found: dict[int, int], prepared: tuple[str, int]) -> Iterable[tuple[int, int]]:
    def root(at: int) -> int:
        while found.get(at, at) != at:
            at = found[at]
        return at

    return clusters((row, root(row)) for row in range(prepared[1]))


METHODS = {"text-dedup": Method(_prepare, _find, _pairs, sweep())}
