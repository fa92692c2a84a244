"""Boosted trees: what was learnt, and how it is asked.

Trees are learnt by LightGBM (``benchmarks/learn_extract.py``) and kept as plain arrays. Source of the
method: Friedman, "Greedy function approximation: a gradient boosting machine", 2001.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from letapis.text.kernel import kernel

__all__ = ["Forest"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as arrays of nodes: a node asks whether a column is at most a threshold.

    ``below`` and ``above`` are the nodes to go on to, counted from the start; a negative one is a leaf,
    whose value stands at ``-1 - number`` in ``values``. ``roots`` are the trees' first nodes.
    """

    roots: NDArray[np.int32]
    column: NDArray[np.int16]
    threshold: Array
    below: NDArray[np.int32]
    above: NDArray[np.int32]
    values: Array

    def chances(self, rows: Array) -> Array:
        """How likely each row is, 0 to 1.

        >>> stump = Forest(*map(np.array, ([0], [1], [0.5], [-1], [-2], [-2.0, 2.0])))
        >>> stump.chances(np.array([[0.0, 0.2], [0.0, 0.9]])).round(2).tolist()
        [0.12, 0.88]
        """
        total = _sum(  # type: ignore[no-untyped-call]
            np.ascontiguousarray(rows, np.float64),
            self.roots,
            self.column,
            self.threshold,
            self.below,
            self.above,
            self.values,
        )
        found: Array = 1 / (1 + np.exp(-total))
        return found

    @classmethod
    def of(cls, kept: Mapping[str, NDArray[np.generic]], name: str) -> Forest:
        """The forest kept under ``name`` in a file of arrays."""

        def part(field: str, kind: type) -> NDArray[np.generic]:
            return kept[f"{name}_{field}"].astype(kind)

        return cls(
            part("roots", np.int32),  # type: ignore[arg-type]
            part("column", np.int16),  # type: ignore[arg-type]
            part("threshold", np.float64),  # type: ignore[arg-type]
            part("below", np.int32),  # type: ignore[arg-type]
            part("above", np.int32),  # type: ignore[arg-type]
            part("values", np.float64),  # type: ignore[arg-type]
        )


@kernel
def _sum(rows, roots, column, threshold, below, above, values):  # type: ignore[no-untyped-def]
    found = np.zeros(rows.shape[0])
    for number in range(rows.shape[0]):
        total = 0.0
        for root in roots:
            node = root
            while node >= 0:
                low = rows[number, column[node]] <= threshold[node]
                node = below[node] if low else above[node]
            total += values[-1 - node]
        found[number] = total
    return found
