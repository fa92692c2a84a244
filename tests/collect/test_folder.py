"""Files and folders: what is walked, what is passed over, what is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from letapis.collect.base import Options, aside, collect, missing, shown
from letapis.collect.rows import address
from letapis.collect.sources.folder import claims, is_chronicle
from letapis.errors import InputError, UsageError
from letapis.model import Received, SetAside
from letapis.settings import Settings

WORDS = b"The bridge is shut until May.\n"


def taken(source: Path | str) -> tuple[list[Received], list[SetAside]]:
    items = list(collect(str(source), Options(Settings())))
    return [i for i in items if isinstance(i, Received)], [i for i in items if isinstance(i, SetAside)]


def chronicle(folder: Path) -> Path:
    (folder / "captures").mkdir(parents=True)
    (folder / "letapis.toml").write_text("[chronicle]\nformat = 1\n")
    (folder / "captures" / "a.txt").write_bytes(WORDS)
    return folder


def test_a_chronicle_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    chronicle(tmp_path / "deep" / "my.chronicle")
    (tmp_path / "deep" / "b.txt").write_bytes(WORDS)
    received, asides = taken(tmp_path)
    assert [r.capture.uri for r in received] == ["file:deep/b.txt"]
    assert asides == []


def test_a_chronicle_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"my\.chronicle is a chronicle"):
        taken(chronicle(tmp_path / "my.chronicle"))


@pytest.mark.parametrize(
    ("toml", "is_one"),
    [
        ("[chronicle]\nformat = 1\n", True),
        ("[chronicle]\nformat = = 1\n", True),
        ("[settings]\nworkers = 2\n", False),
        ("chronicles = 1", False),
    ],
)
def test_what_is_a_chronicle(tmp_path: Path, toml: str, is_one: bool) -> None:
    (tmp_path / "letapis.toml").write_text(toml)
    assert is_chronicle(tmp_path) is is_one


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[2J.txt")
    try:
        (tmp_path / name).write_bytes(WORDS)
        (tmp_path / f"empty-{name}").touch()
    except OSError:
        pytest.skip("this file system takes no such name")
    received, (empty,) = taken(tmp_path)
    assert [r.capture.uri for r in received] == ["file:caf%E9%1B%5B2J.txt"]
    assert r"empty-caf\xe9\x1b[2J.txt has no text" in empty.detail


def test_names_in_utf8_keep_their_address(tmp_path: Path) -> None:
    (tmp_path / "мост & паром.txt").write_bytes(WORDS)
    ((received,), _) = taken(tmp_path)
    assert received.capture.uri == (
        "file:%D0%BC%D0%BE%D1%81%D1%82%20%26%20%D0%BF%D0%B0%D1%80%D0%BE%D0%BC.txt"
    )


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to("away.txt")
    received, (item,) = taken(tmp_path)
    assert received == []
    assert "gone.txt: a link to away.txt, which does not exist" in item.detail
    assert "right" not in item.detail
    said = missing(str(tmp_path / "gone.txt"))
    assert said is not None
    assert "a link to what does not exist" in said


@pytest.mark.parametrize("source", ["", "absent", "a" * 5000, "nul\x00", "a" * 5000 + "/b"])
def test_what_is_not_there(source: str) -> None:
    assert claims(source) == 0
    with pytest.raises(InputError, match="name one of these"):
        taken(source)


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed"):
        taken("-")


def test_messages_cannot_steer_a_terminal() -> None:
    assert aside("x", "a\x1b[2J\nb\u202e").detail == "a[2J b"
    assert shown("мост/\u202ea b") == r"мост/\u202ea b"


def test_half_a_surrogate_pair_in_an_address() -> None:
    assert address(b'{"url": "https://a.example/\\ud800"}', "file:a", 1) == "https://a.example/%ED%A0%80"
    assert address(b'{"id": "\\ud800"}', "file:a", 1) == "file:a#id=%ED%A0%80"
