"""Loops over arrays, compiled to machine code when they are first called.

The compiled code is kept beside the source, or in the user's cache where that cannot be written to,
so that a machine compiles once. See ``docs/decisions/kernels.md``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from numba import njit

__all__ = ["kernel"]

_Function = TypeVar("_Function", bound=Callable[..., Any])


def kernel(function: _Function) -> _Function:
    """The same function, compiled: numbers and arrays only; other threads run beside it.

    >>> import numpy as np
    >>> @kernel
    ... def total(values):
    ...     found = 0
    ...     for value in values:
    ...         found += value
    ...     return found
    >>> total(np.arange(4))
    6
    """
    kept: Any = njit(nogil=True)
    try:
        kept = njit(cache=True, nogil=True)(function)
    except RuntimeError:  # nowhere to keep it: compiled anew in each process
        kept = kept(function)
    return cast(_Function, kept)
