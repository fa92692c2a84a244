"""Connected components of things that are linked by pairs."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from letapis.text.kernel import kernel

__all__ = ["components"]

Places = npt.NDArray[np.int64]


def components(size: int, a: Places, b: Places) -> Places:
    """For each of ``size`` things the smallest number of its component.

    Sets grow together with halved paths (R. Tarjan, *Efficiency of a good but not linear set union
    algorithm*, 1975).

    >>> components(5, np.array([1, 3]), np.array([3, 4])).tolist()
    [0, 1, 2, 1, 1]
    """
    return np.asarray(_components(size, a, b))


@kernel
def _components(size: int, a: npt.NDArray[Any], b: npt.NDArray[Any]) -> Any:
    label = np.arange(size)
    for row in range(len(a)):
        x, y = a[row], b[row]
        while label[x] != x:
            label[x] = label[label[x]]
            x = label[x]
        while label[y] != y:
            label[y] = label[label[y]]
            y = label[y]
        label[max(x, y)] = min(x, y)
    for one in range(size):
        label[one] = label[label[one]]
    return label
