"""Tables in a terminal of any width; and the names of folders."""

from __future__ import annotations

import pytest

from letapis.cli.commands.restore import _safe
from letapis.cli.output import print_rows

ROWS = [
    {
        "doc_id": f"{n:020x}", "report_id": "ab" * 10, "published_basis": "meta", "truncated": False,
        "outlet": "Harbour Post", "title": "Ferry stops after its boiler cracks",
    }
    for n in range(3)
]  # fmt: skip
COLUMNS = ("doc_id", "report_id", "outlet", "published_basis", "truncated", "title")


@pytest.mark.parametrize("width", [1, 20, 40, 60, 80, 120, 300])
def test_no_id_and_no_heading_is_cut(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    print_rows(ROWS, COLUMNS, "table")
    printed = capsys.readouterr().out
    lines = [line for line in printed.splitlines() if line.strip()]
    assert lines[0].split("  ") and all(column.replace("_", " ") in lines[0] for column in COLUMNS)
    assert len(lines) == 2 + len(ROWS), "a row is a line"
    for row in ROWS:
        assert any(str(row["doc_id"])[:10] in line and "ab" * 5 in line for line in lines)


def test_a_wide_terminal_shows_all_and_a_narrow_one_cuts_what_is_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    print_rows(ROWS, COLUMNS, "table")
    assert "its boiler cracks" in capsys.readouterr().out
    monkeypatch.setenv("COLUMNS", "40")
    print_rows(ROWS, COLUMNS, "table")
    assert "…" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["naviny.by", "речник", "Rechnik", "harbour-post.example"])
def test_a_plain_name_is_its_own_folder(name: str) -> None:
    assert _safe(name) == name.lower()


def test_different_outlets_have_different_folders() -> None:
    long = "речник " * 40
    names = [
        "a/b",
        "a:b",
        "a_b",
        "a b",
        "..",
        "...",
        "outlet",
        ".a",
        "a",
        long,
        long + "x",
        "𠀀" * 90,
        "𠀀" * 91,
    ]
    folders = [_safe(name) for name in names]
    assert len(set(folders)) == len(names)
    assert all(len(folder) <= 87 and len(folder.encode()) <= 255 for folder in folders)
    assert not any("/" in folder or folder.startswith(".") for folder in folders)
