"""One way to declare a record's field together with what it means."""

from __future__ import annotations

from dataclasses import MISSING, field
from typing import Any

__all__ = ["column"]


def column(doc: str, default: Any = MISSING) -> Any:
    """A dataclass field that carries its own documentation.

    The text becomes the column's comment in the Arrow schema and its line in
    ``docs/reference/tables.md``.

    >>> from dataclasses import dataclass, fields
    >>> @dataclass
    ... class Page:
    ...     words: int = column("number of words", 0)
    >>> Page().words, fields(Page)[0].metadata["doc"]
    (0, 'number of words')
    """
    if default is MISSING:
        return field(metadata={"doc": doc})
    return field(default=default, metadata={"doc": doc})
