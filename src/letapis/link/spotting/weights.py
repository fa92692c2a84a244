"""The weights of the features: hashed names in, scores of the tags out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from letapis.link.spotting.chart import SITUATIONS
from letapis.link.spotting.trait import CLASSES, Trait
from letapis.text.kernel import kernel

__all__ = [
    "GROUPS",
    "KINDS",
    "TABLES",
    "TAGS",
    "Model",
    "cells",
    "code",
    "gains",
    "model",
    "named",
    "pack",
    "table",
    "unpack",
]

KINDS = ("person", "organisation", "place")
TAGS = ("", *(f"{letter}-{kind}" for kind in KINDS for letter in "BI"))
"""Tags of tokens: none, then the beginning and the inside of each kind."""
GROUPS = {"ru": "e", "be": "b", "en": "n"}
"""Languages with weights of their own, beside those that all share."""
_NEAR = (-1, 0, 1)
_SLOTS = 1 << 20
TABLES = ("pair-", "pair+", "around", "before", "situation", "quoted", "listed")
"""Tables of what stands around a token; see :func:`cells`."""


class Model(NamedTuple):
    """Weights that were learned."""

    codes: Any
    """Hashes of features, rising: uint32."""
    weights: Any
    """Features × tags: float32."""
    steps: Any
    """From tag to tag: (tags + 1) × tags, the last row for the beginning of a sentence."""


def code(name: str) -> int:
    """The hash that stands for a feature's name."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def named(shown: Trait, group: str) -> list[list[int]]:
    """Hashes of what a word says of the tokens 2 and 1 after it, of itself, and of those 1 and 2 before it.

    For each token the word stands at offset -2, -1, 0, 1 or 2.
    """
    near = [name.encode("utf-8", "surrogatepass") for name in shown.near]
    far = near[: len(shown.far)]
    seeds = _seeds(group)
    return [
        [crc32(name, seed) for name in (near if offset in _NEAR else far) for seed in marks]
        for offset, marks in seeds
    ]


@cache
def _seeds(group: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Offsets, with the hashes of what stands before a feature's name: a hash goes on from there."""
    return tuple(
        (offset, tuple(code(f"{offset}{mark}") for mark in _marks(group))) for offset in (-2, -1, 0, 1, 2)
    )


def _marks(group: str) -> tuple[str, ...]:
    return ("|", f"|{group}|") if group else ("|",)


@cache
def cells(table: str, group: str) -> Any:
    """Hashes of the cells of a table: an array of its shape, and one more axis for the groups."""
    kinds = len(CLASSES)
    shape = {
        "pair-": (kinds, kinds),
        "pair+": (kinds, kinds),
        "around": (kinds, kinds),
        "before": (kinds, kinds),
        "situation": (SITUATIONS, kinds),
        "quoted": (kinds + 1, 3),
        "listed": (3, 3),
    }[table]
    return np.array(
        [
            [[code(f"{table}{mark}{one} {two}") for mark in _marks(group)] for two in range(shape[1])]
            for one in range(shape[0])
        ],
        np.uint32,
    )


def gains(learned: Model, shown: Sequence[Trait], group: str) -> Any:
    """What words add to the scores of the tags: words × offsets × tags, float32."""
    rows = [codes for one in shown for codes in named(one, group)]
    ends = np.cumsum([len(row) for row in rows])
    flat = np.fromiter((one for row in rows for one in row), np.uint32, int(ends[-1]))
    found = np.zeros((len(rows), len(TAGS)), np.float32)
    _sum(flat, ends, learned.codes, _slots(learned.codes.tobytes()), learned.weights, found)
    return found.reshape(len(shown), 5, len(TAGS))


@lru_cache(maxsize=2)
def _slots(codes: bytes) -> Any:
    """A hash table: at a code's slot or soon after it, the number of its row plus one."""
    return _hashed(np.frombuffer(codes, np.uint32), np.zeros(_SLOTS, np.int32))


@kernel
def _hashed(codes: Any, slots: Any) -> Any:
    for row in range(len(codes)):
        at = codes[row] % len(slots)
        while slots[at]:
            at = (at + 1) % len(slots)
        slots[at] = row + 1
    return slots


@kernel
def _sum(flat: Any, ends: Any, codes: Any, slots: Any, weights: Any, found: Any) -> None:
    """Rows of ``found``: the sums of the weights of the codes in ``flat`` up to each of ``ends``."""
    place = 0
    for row in range(len(ends)):
        while place < ends[row]:
            at = flat[place] % len(slots)
            while slots[at] and codes[slots[at] - 1] != flat[place]:
                at = (at + 1) % len(slots)
            if slots[at]:
                for tag in range(found.shape[1]):
                    found[row, tag] += weights[slots[at] - 1, tag]
            place += 1


def table(learned: Model, name: str, group: str) -> Any:
    """What the cells of a table add to the scores of the tags."""
    codes = cells(name, group)
    places = np.searchsorted(learned.codes, codes)
    places[places == len(learned.codes)] = 0
    hit = learned.codes[places] == codes
    return np.ascontiguousarray((learned.weights[places] * hit[..., None]).sum(axis=-2), np.float32)


@cache
def model() -> Model | None:
    """The weights that the package carries; None where their file is missing."""
    path = files("letapis.link.spotting").joinpath("weights.npz")
    return unpack(path.read_bytes()) if path.is_file() else None


def unpack(data: bytes) -> Model:
    """The weights in the bytes of a file."""
    with np.load(BytesIO(data)) as kept:
        codes = np.cumsum(kept["codes"], dtype=np.uint64).astype(np.uint32)
        return Model(
            codes, kept["weights"].astype(np.float32) * kept["scale"], kept["steps"].astype(np.float32)
        )


def pack(learned: Model, least: float = 0.05) -> bytes:
    """Bytes of a file of weights: none of no weight, the others in 127 steps."""
    kept = np.abs(learned.weights).max(axis=1) >= least
    codes = learned.codes[kept]
    scale = np.float32(np.abs(learned.weights).max() / 127)
    buffer = BytesIO()
    np.savez_compressed(
        buffer,
        codes=np.diff(codes.astype(np.uint64), prepend=np.uint64(0)).astype(np.uint32),
        weights=np.round(learned.weights[kept] / scale).astype(np.int8),
        scale=scale,
        steps=learned.steps.astype(np.float32),
    )
    return buffer.getvalue()
