"""A chronicle on disk: one folder that holds everything."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from letapis import __version__
from letapis.errors import Locked, NewerChronicle, NotAChronicle, SettingError
from letapis.settings import Settings, load
from letapis.store.captures import Archive
from letapis.store.delta import Tables
from letapis.store.desk import Desk

__all__ = ["FORMAT", "Chronicle"]

FORMAT = 1
"""The layout that this version writes; it opens this one and all before it."""


class Chronicle:
    """The folder ``folder``, opened. Use :meth:`open` or :meth:`create`."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self.settings = settings
        self.archive = Archive(folder / "captures")
        self.tables = Tables(folder / "tables")
        self.desk = Desk(folder / "desk.sqlite")
        self.work = folder / "work"
        self.restored = folder / "restored"

    @classmethod
    def open(cls, folder: Path, **flags: Any) -> Chronicle:
        """The chronicle in ``folder``.

        Raises :class:`~letapis.errors.NotAChronicle` where there is none,
        :class:`~letapis.errors.NewerChronicle` where a later Letapis wrote it, and
        :class:`~letapis.errors.SettingError` where its ``letapis.toml`` cannot be understood.
        """
        _named(folder)
        path = folder / "letapis.toml"
        if not path.exists():
            what = "is not a chronicle (it has no letapis.toml)" if folder.exists() else "does not exist"
            raise NotAChronicle(f"{folder} {what}; make one with: letapis add SOURCE --to {folder}")
        settings = load(folder, **flags)
        written = tomllib.loads(path.read_text("utf-8")).get("chronicle", {})
        layout = written.get("format", 0) if isinstance(written, dict) else None
        if not isinstance(layout, int):
            said = "its chronicle is no table" if layout is None else f"its format is {layout!r}"
            raise SettingError(f"{path}: {said}; under [chronicle] it takes format = {FORMAT}")
        if layout > FORMAT:
            raise NewerChronicle(
                f"{folder} has format {layout} and was written by "
                f"{written.get('created_by', 'a later Letapis')}; this is letapis {__version__}, which reads "
                f"up to format {FORMAT}. Install a newer Letapis."
            )
        return cls(folder, settings)

    @classmethod
    def create(cls, folder: Path, **flags: Any) -> Chronicle:
        """The chronicle in ``folder``, made where there is none.

        Raises :class:`~letapis.errors.NotAChronicle` where the folder holds other things.
        """
        _named(folder)
        if not (folder / "letapis.toml").exists():
            if folder.exists() and (not folder.is_dir() or _others(folder)):
                raise NotAChronicle(f"{folder} holds other things already; name a new or empty folder")
            (folder / "captures").mkdir(parents=True, exist_ok=True)
            temporary = folder / "letapis.toml.tmp"
            temporary.write_text(
                f'[chronicle]\nformat = {FORMAT}\ncreated_by = "letapis {__version__}"\n\n[settings]\n',
                "utf-8",
            )
            temporary.replace(folder / "letapis.toml")
        return cls.open(folder, **flags)

    @contextmanager
    def writing(self, timeout: float = 10) -> Iterator[None]:
        """Hold the chronicle for writing; waits ``timeout`` seconds for another writer to finish.

        Raises :class:`~letapis.errors.Locked` after that. A killed writer's hold ends with it.
        """
        lock = FileLock(self.folder / ".lock")
        try:
            lock.acquire(timeout=timeout)
        except Timeout:
            raise Locked(
                f"another process is writing to {self.folder}; wait for it to end and run this again"
            ) from None
        try:
            self.archive.sweep()
            yield
        finally:
            lock.release()


def _named(folder: Path) -> None:
    """The table library takes no other names."""
    try:
        str(folder.absolute()).encode()
    except UnicodeEncodeError:
        said = os.fsencode(folder).decode("utf-8", "backslashreplace")
        raise NotAChronicle(f"{said} is not UTF-8; a chronicle's folder must have a name that is") from None


def _others(folder: Path) -> bool:
    ours = {"captures", "letapis.toml.tmp", ".lock"}
    return any(path.name not in ours for path in folder.iterdir())
