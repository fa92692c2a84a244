"""What is withheld is known wherever a chronicle can be read at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from letapis.errors import NotAChronicle, SettingError, StoreError
from letapis.store.chronicle import Chronicle
from letapis.store.desk import Desk


def test_reading_writes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    assert desk.withheld() == []
    assert not desk.path.exists()
    assert desk.withhold("document", "d1", "asked for")
    before = (desk.path.read_bytes(), sorted(tmp_path.iterdir()))
    assert [w.target for w in desk.withheld()] == ["d1"]
    assert (desk.path.read_bytes(), sorted(tmp_path.iterdir())) == before


def test_a_desk_without_a_table_withholds_nothing(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").touch()
    assert Desk(tmp_path / "desk.sqlite").withheld() == []


def test_a_name_with_signs_of_an_address(tmp_path: Path) -> None:
    folder = tmp_path / "what? a #1 %41 & мост"
    folder.mkdir()
    desk = Desk(folder / "desk.sqlite")
    desk.withhold("document", "d1", "asked for")
    assert len(desk.withheld()) == 1


def test_a_reader_beside_a_writer(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    desk.withhold("document", "d1", "asked for")
    with desk._open() as connection:
        connection.execute("UPDATE withheld SET reason = 'other'")
        assert [w.reason for w in desk.withheld()] == ["asked for"]
    assert [w.reason for w in desk.withheld()] == ["other"]


def test_junk_is_said_and_nothing_is_shown(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk.sqlite")
    desk.path.write_bytes(b"junk" * 1000)
    for act in (desk.withheld, lambda: desk.lift("d1", "x"), lambda: desk.withhold("document", "d1", "x")):
        with pytest.raises(StoreError, match=r"desk\.sqlite cannot be used .* nothing is shown"):
            act()


def test_a_log_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that cannot be written to, what stands in the log would be missed."""
    desk = Desk(tmp_path / "desk.sqlite")
    desk.withhold("document", "d1", "asked for")
    copy = tmp_path / "copy"
    copy.mkdir()
    with desk._open() as connection:
        connection.execute("INSERT INTO withheld (kind, target, reason, at) VALUES ('document','d2','x','')")
        connection.commit()
        for name in ("desk.sqlite", "desk.sqlite-wal"):
            shutil.copy(tmp_path / name, copy / name)
    plain = Desk._select

    def shut(self: Desk, way: str, *asked: str) -> object:
        if way == "mode=ro":
            raise sqlite3.OperationalError("unable to open database file")
        return plain(self, way, *asked)

    monkeypatch.setattr(Desk, "_select", shut)
    assert [w.target for w in desk.withheld()] == ["d1", "d2"], "an empty log need not be read"
    with pytest.raises(StoreError):
        Desk(copy / "desk.sqlite").withheld()


@pytest.mark.parametrize("words", ['[chronicle]\nformat = "x"', "chronicle = 3", "[chronicle]\nformat = []"])
def test_a_format_that_is_no_number(tmp_path: Path, words: str) -> None:
    (tmp_path / "letapis.toml").write_text(words)
    with pytest.raises(SettingError, match=r"letapis\.toml: .* format = 1"):
        Chronicle.open(tmp_path)


def test_a_folder_whose_name_is_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"c\xff")
    for act in (Chronicle.open, Chronicle.create):
        with pytest.raises(NotAChronicle, match=r"c\\xff is not UTF-8"):
            act(folder)
    assert list(tmp_path.iterdir()) == []
