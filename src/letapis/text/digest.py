"""Rows of Arrow tables as numbers: equal rows give equal ones, others differ but for one chance in 2⁶⁴.

Not a cryptographic hash: it tells whether rows are what they were, not whether somebody forged them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from letapis.text import reader
from letapis.text.kernel import kernel

__all__ = ["digests", "mix"]

Digests = npt.NDArray[np.uint64]
Array = npt.NDArray[Any]

_SALT = 0x9E3779B97F4A7C15
_NULL = np.uint64(0x6A09E667F3BCC909)  # what stands for null: the root of two, as in SHA-2


def digests(rows: pa.Table | pa.RecordBatch) -> Digests:
    """A number for each row, from the names and values of its columns, however deeply they nest.

    >>> one = pa.table({"word": ["мост", "рака", "мост"], "at": [[1, 2], [3], [1, 2]]})
    >>> first, second, third = digests(one).tolist()
    >>> first == third, first == second
    (True, False)
    >>> bool(digests(one.select(["at"]))[0] == digests(pa.table({"at": [[1], [1, 2]]}))[1])
    True
    """
    table = pa.table(rows) if isinstance(rows, pa.RecordBatch) else rows
    found = np.zeros(table.num_rows, np.uint64)
    for name in table.column_names:
        salt = np.uint64(int.from_bytes(name.encode()[:8].ljust(8, b"\0"), "little"))
        chunks = [_digest(chunk) for chunk in table[name].chunks]
        if chunks:
            _add(found, np.concatenate(chunks), salt)
    return found


def _digest(column: pa.Array) -> Digests:
    """A number for each value of a column."""
    kind = column.type
    if pa.types.is_struct(kind):
        found = np.zeros(len(column), np.uint64)
        for number in range(kind.num_fields):
            # flatten, unlike field, heeds the offset of a slice and the nulls of the struct
            _add(found, _digest(column.flatten()[number]), np.uint64(number + 1))
    elif pa.types.is_list(kind) or pa.types.is_large_list(kind):
        offsets = np.asarray(column.offsets).astype(np.int64)
        found = _lists(_digest(column.flatten()), _packed(offsets, column))
    elif pa.types.is_string(kind) or pa.types.is_large_string(kind):
        found = reader.digests(*reader.views(column))
    else:
        found = _plain(column)
    if column.null_count:
        found[column.is_null().to_numpy(zero_copy_only=False)] = _NULL
    return found


def _packed(offsets: Array, column: pa.Array) -> Array:
    """Offsets into the flattened values, which leave out what null lists may hide."""
    sizes = np.diff(offsets)
    if column.null_count:
        sizes = np.where(column.is_null().to_numpy(zero_copy_only=False), 0, sizes)
    return np.append(0, np.cumsum(sizes))


def _plain(column: pa.Array) -> Digests:
    if pa.types.is_null(column.type):
        return np.full(len(column), _NULL)
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.int64())
    wanted = pa.float64() if pa.types.is_floating(column.type) else pa.int64()
    if pa.types.is_uint64(column.type):
        wanted = pa.uint64()
    filled = column.cast(wanted).fill_null(0).to_numpy(zero_copy_only=False)
    return np.asarray(_values(np.ascontiguousarray(filled).view(np.uint64)))


@kernel
def mix(value: Any) -> Any:
    """One number in place of another (the finaliser of splitmix64, G. Steele et al., 2014).

    >>> bool(mix(np.uint64(1)) == mix(np.uint64(2)))
    False
    """
    value = (value + np.uint64(_SALT)) * np.uint64(0xD6E8FEB86659FD93)
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


@kernel
def _add(found: Array, more: Array, salt: Any) -> None:
    for row in range(len(found)):
        found[row] += mix(more[row] ^ mix(salt))


@kernel
def _values(values: Array) -> Any:
    found = np.empty(len(values), np.uint64)
    for row in range(len(values)):
        found[row] = mix(values[row])
    return found


@kernel
def _lists(items: Array, offsets: Array) -> Any:
    found = np.empty(len(offsets) - 1, np.uint64)
    for row in range(len(found)):
        value = np.uint64(offsets[row + 1] - offsets[row])
        for at in range(offsets[row], offsets[row + 1]):
            value = mix(value ^ items[at]) + np.uint64(at - offsets[row])
        found[row] = mix(value)
    return found
