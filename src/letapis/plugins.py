"""Finds parts: a file in a folder, or an entry point of the same name.

A kind of part (``langs``, ``formats``, ``sources``, ``exports``) is a package whose modules are its
parts. Others add parts from their own packages through the entry-point group ``letapis.<kind>``;
a part of theirs beats ours of the same name. Where parts are data (``outlets``), an entry point names
the package that holds them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from letapis.errors import PluginError

__all__ = ["load", "names", "packages"]


@cache
def names(package: str, kind: str) -> tuple[str, ...]:
    """Names of the parts of one kind, sorted. Nothing is imported but the package itself.

    >>> "ru" in names("letapis.langs", "langs")
    True
    """
    return tuple(sorted(set(_own(package)) | {point.name for point in _points(kind)}))


def load(package: str, kind: str, name: str, *needs: str) -> ModuleType:
    """The module of the part called ``name``, which must define every name in ``needs``.

    Raises :class:`~letapis.errors.PluginError` where there is no such part, or it lacks one.

    >>> load("letapis.langs", "langs", "xx")
    Traceback (most recent call last):
    letapis.errors.PluginError: no langs part is called 'xx'; there are be, ...
    """
    if name not in names(package, kind):
        raise PluginError(f"no {kind} part is called {name!r}; there are {', '.join(names(package, kind))}")
    for point in _points(kind):
        if point.name == name:
            module: ModuleType = point.load()
            break
    else:
        module = importlib.import_module(f"{package}.{name}")
    lacking = [need for need in needs if not hasattr(module, need)]
    if lacking:
        raise PluginError(f"the {kind} part {name!r} ({module.__name__}) lacks {', '.join(lacking)}")
    return module


def packages(kind: str) -> tuple[str, ...]:
    """Packages that the entry points of one kind name, in order of the points' names.

    For parts that are data: an entry point leads to the package whose folder holds them.

    >>> packages("kinds that nobody adds to")
    ()
    """
    return tuple(point.module for point in sorted(_points(kind), key=lambda point: point.name))


def _own(package: str) -> Iterator[str]:
    paths = importlib.import_module(package).__path__
    return (info.name for info in pkgutil.iter_modules(paths) if info.name not in _FRAME)


_FRAME = frozenset({"base", "identify", "step"})
"""Modules that stand in a folder of parts and are none."""


@cache
def _points(kind: str) -> tuple[importlib.metadata.EntryPoint, ...]:
    return tuple(entry_points(group=f"letapis.{kind}"))
