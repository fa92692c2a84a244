"""Files, folders and standard input."""

from __future__ import annotations

import os
import stat
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from letapis.collect import file
from letapis.collect.base import Options, aside, shown
from letapis.collect.container import File
from letapis.errors import UsageError
from letapis.model import Received, SetAside

__all__ = ["claims", "collect", "is_chronicle"]


def claims(source: str) -> float:
    """One for ``-``, unless standard input is closed, and for what exists on disk.

    >>> claims("-"), claims("https://rechnik.example/")
    (1.0, 0.0)
    """
    if source in ("", "-"):
        return float(source == "-" and sys.stdin is not None)
    try:
        Path(source).stat()
    except PermissionError:
        return 1.0  # it may well exist: that it cannot be read is said of it later
    except (OSError, ValueError):
        return 0.0
    return 1.0


def is_chronicle(folder: str | os.PathLike[str]) -> bool:
    """Whether ``folder`` is a chronicle: its ``letapis.toml`` has a table ``[chronicle]``.

    >>> is_chronicle("nowhere")
    False
    """
    try:
        text = Path(folder, "letapis.toml").read_text("utf-8", "replace")
    except (OSError, ValueError):
        return False
    try:
        return "chronicle" in tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # damaged; what is around it is a chronicle all the same
        return any(line.strip() == "[chronicle]" for line in text.splitlines())


def collect(source: str, options: Options) -> Iterator[Received | SetAside]:
    """Every regular file of ``source``, in the order of their names; what cannot be read is said.

    A chronicle within a folder is passed over: what is in it was read before. Raises
    :class:`~letapis.errors.UsageError` where ``source`` is a chronicle itself.
    """
    if source == "-":
        yield from file.read(File("stdin", "standard input"), sys.stdin.buffer, options)
        return
    root = Path(source)
    if is_chronicle(root):
        raise UsageError(
            f"{shown(root)} is a chronicle, not a source; name what it was made from, or use it with -c"
        )
    for path, name in _walk(root):
        if isinstance(path, SetAside):
            yield path
            continue
        try:
            info = path.stat()
            if not stat.S_ISREG(info.st_mode):
                yield aside("not_a_file", f"{shown(path)} is a device, pipe or socket; it was not opened")
                continue
            with path.open("rb") as stream:
                changed = datetime.fromtimestamp(int(info.st_mtime), UTC)
                yield from file.read(File(name, shown(path), changed, path, path == root), stream, options)
        except OSError as error:
            yield _unreadable(path, error)


def _unreadable(path: Path, error: OSError) -> SetAside:
    what = error.strerror or str(error)
    if isinstance(error, PermissionError):
        what += "; give yourself the right to read it, then add it again"
    elif isinstance(error, FileNotFoundError) and path.is_symlink():
        what = f"a link to {shown(path.readlink())}, which does not exist"
    return aside("unreadable", f"{shown(path)}: {what}")


def _walk(root: Path) -> Iterator[tuple[Path | SetAside, str]]:
    if not os.path.isdir(root):  # noqa: PTH112 - unlike Path.is_dir it never raises
        yield root, root.name
        return
    failed: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not is_chronicle(Path(folder, name)))
        while failed:
            error = failed.pop()
            yield _unreadable(Path(error.filename or folder), error), ""
        for name in sorted(files):
            path = Path(folder) / name
            yield path, path.relative_to(root).as_posix()
    for error in failed:
        yield _unreadable(Path(error.filename or root), error), ""
