"""What a step keeps may be lost or damaged: then it does everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import write


def run(*words: object) -> None:
    done = CliRunner().invoke(letapis, [str(word) for word in words])
    assert done.exit_code == 0, done.output


DAMAGES = {
    "an empty note": lambda kept: (kept / "stemma" / "about.json").write_bytes(b""),
    "a note of other words": lambda kept: (kept / "reuse" / "about.json").write_text("[]"),
    "no UTF-8": lambda kept: (kept / "reuse" / "about.json").write_bytes(b"\xff\xfe"),
    "files cut short": lambda kept: [p.write_bytes(p.read_bytes()[:90]) for p in kept.glob("*/0*.parquet")],
    "files gone": lambda kept: [p.unlink() for p in kept.glob("*/0*.parquet")],
    "another's file": lambda kept: (kept / "reuse" / "00000.parquet").write_bytes(
        (kept / "stemma" / "00000.parquet").read_bytes()
    ),
}


@pytest.mark.parametrize("damage", sorted(DAMAGES))
def test_what_is_kept_can_be_lost(tmp_path: Path, damage: str) -> None:
    source = write(tmp_path)
    run("add", source, "--to", tmp_path / "c")
    before = View(Chronicle.open(tmp_path / "c")).rows("reports")
    kept = tmp_path / "c" / "work" / "kept"
    assert (kept / "stemma" / "about.json").exists()
    DAMAGES[damage](kept)
    more = tmp_path / "more.txt"
    more.write_text("A bridge that nobody else writes about was painted green on Monday.", "utf-8")
    run("add", more, "--to", tmp_path / "c")
    after = View(Chronicle.open(tmp_path / "c")).rows("reports")
    assert [row for row in after if row in before] == before
