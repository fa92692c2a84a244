"""Killed at any moment, then run again: the same chronicle as an undisturbed run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from letapis import tables
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import ROWS, write

KILLS = int(os.environ.get("LETAPIS_KILLS", "5"))


def rows() -> list[dict[str, object]]:
    """Enough rows that every step takes a while."""
    return [
        row
        | {
            "id": f"{row['id']}-{n}",
            "url": f"{row['url']}-{n}",
            "text": f"{row['text']} Note {n * n} of {n}.",
        }
        for n in range(60)
        for row in ROWS
    ]


def add(source: Path, folder: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "letapis", "add", str(source), "--to", str(folder)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def content(folder: Path) -> dict[str, list[dict[str, object]]]:
    view = View(Chronicle.open(folder))
    return {name: view.rows(name) for name in tables.TABLES}


def test_killed_at_random_moments(tmp_path: Path) -> None:
    source = write(tmp_path, rows())
    began = time.monotonic()
    undisturbed = add(source, tmp_path / "calm")
    assert undisturbed.wait() == 0, undisturbed.stderr
    lasted = time.monotonic() - began
    wanted = content(tmp_path / "calm")
    assert len(wanted["documents"]) == len(rows())
    chance = random.Random(20200809)
    for number in range(KILLS):
        folder = tmp_path / f"killed-{number}"
        stopped = 0
        for _ in range(3):  # killed up to three times in a row
            process = add(source, folder)
            time.sleep(chance.uniform(0.05, 1.0) * lasted)
            if process.poll() is None:
                os.kill(process.pid, signal.SIGKILL)
                stopped += 1
            process.wait()
        last = add(source, folder)
        _, said = last.communicate()
        assert last.returncode == 0, said.decode()
        found = content(folder)
        for name in tables.TABLES:
            assert found[name] == wanted[name], f"{name} differs after {stopped} kills (round {number})"
        assert not list((folder / "captures").glob("*.tmp"))


@pytest.mark.parametrize("change", ["the same source again", "built again"])
def test_a_second_run_changes_nothing(tmp_path: Path, change: str) -> None:
    source = write(tmp_path)
    assert add(source, tmp_path / "c").wait() == 0
    before = state(tmp_path / "c")
    if change == "built again":
        subprocess.run([sys.executable, "-m", "letapis", "build", "-c", str(tmp_path / "c")], check=True)
    else:
        assert add(source, tmp_path / "c").wait() == 0
    assert state(tmp_path / "c") == before


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file of the chronicle but the lock, with its size and time of change."""
    return {
        str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock" and path.suffix != ".crc"
    }


def test_order_and_machine_change_no_id(tmp_path: Path) -> None:
    forward, backward = tmp_path / "f", tmp_path / "elsewhere" / "b"
    forward.mkdir()
    backward.mkdir(parents=True)
    for folder, given in ((forward, rows()[:40]), (backward, rows()[:40][::-1])):
        assert add(write(folder, given), folder / "c").wait() == 0
    one, two = content(forward / "c"), content(backward / "c")
    assert [r["doc_id"] for r in one["documents"]] == [r["doc_id"] for r in two["documents"]]
    for name in ("reuse", "reports", "restorations", "citations", "regions"):
        assert one[name] == two[name], name
