"""What went wrong outside our own code, put as a message: the disk, rights, damaged tables."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from types import TracebackType

from letapis.errors import DiskFull, InputError, LetapisError, StoreError

__all__ = ["explain"]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_WORDS = (
    "No space left on device", "os error 28", "File too large", "os error 27", "Disk quota exceeded",
)  # fmt: skip
_SHUT_WORDS = ("Permission denied", "os error 13", "Read-only file system", "os error 30")
_TABLE = re.compile(r"[/\\]tables[/\\](\w{1,40})[/\\]")
# known by the names of their modules: to import these libraries takes longer than most commands
_LIBRARIES = ("pyarrow", "deltalake", "_internal", "duckdb", "_duckdb")


def explain(error: BaseException) -> LetapisError | None:
    """``error`` as one that a person can do something about; None where it is a fault of ours.

    >>> print(explain(FileExistsError(17, "File exists", "restored")))
    restored: File exists
    >>> explain(ZeroDivisionError()) is None
    True
    """
    if isinstance(error, LetapisError):
        return error
    causes = list(_causes(error))
    for found in (_full(causes), _shut(causes), _damaged(causes)):
        if found is not None:
            return found
    return _system(error) if isinstance(error, OSError) else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _full(causes: list[BaseException]) -> LetapisError | None:
    """A full disk, whoever noticed it: the system, the table library or the query engine."""
    for cause in causes:
        if getattr(cause, "errno", None) in _FULL or any(sign in str(cause) for sign in _FULL_WORDS):
            return DiskFull(
                f"no room was left to write ({_first(cause)}); what was committed before is "
                "whole. Make room and run the same command again: it goes on from there."
            )
    return None


def _shut(causes: list[BaseException]) -> LetapisError | None:
    """Rights that the table library or the query engine missed."""
    for cause in causes:
        if _foreign(cause) and any(sign in str(cause) for sign in _SHUT_WORDS):
            return StoreError(f"{_first(cause)}; give yourself the right to read and write the chronicle")
    return None


def _damaged(causes: list[BaseException]) -> LetapisError | None:
    for cause in causes:
        if not (_foreign(cause) or isinstance(cause, FileNotFoundError)):
            continue
        said = _TABLE.search(f"{getattr(cause, 'filename', None) or ''} {cause}")
        table = said[1] if said else _foreign(cause) and _opened(cause.__traceback__)
        if table:
            return StoreError(f"the table {table} is damaged ({_first(cause)}). {_cure(table)}")
    return None


def _cure(table: str) -> str:
    if table == "captures":
        return "Put a good copy of the chronicle back, or make it anew from its sources."
    return (
        f"It is derived from the captures: remove the folder tables/{table} from the chronicle, and "
        "letapis build --all makes it again."
    )


def _opened(trace: TracebackType | None) -> str | None:
    """The table that the store was at: the table library does not always say which."""
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_globals.get("__name__") == "letapis.store.delta" and "name" in frame.f_locals:
            return str(frame.f_locals["name"])
        trace = trace.tb_next
    return None


def _foreign(error: BaseException) -> bool:
    return type(error).__module__.split(".")[0] in _LIBRARIES


def _system(error: OSError) -> LetapisError:
    from letapis.collect.base import shown

    where = [shown(os.fspath(name)) for name in (error.filename,) if isinstance(name, str | os.PathLike)]
    words = ": ".join([*where, error.strerror or str(error) or type(error).__name__])
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        words += "; give yourself the right to read and write there, or name another folder"
    return InputError(words)


def _first(error: BaseException) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0][:240]
