"""Parts that another package brings through its entry points."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.house.tree import PACKAGE

POINTS = """[letapis.formats]
epub = zarechye.epub

[letapis.outlets]
zarechye = zarechye.outlets
"""
EPUB = """ENDINGS = (".epub",)
MEDIA_TYPE = "application/epub+zip"

def read(capture, payload, limits):
    return iter(())
"""
HERALD = 'name = "Zarechye Herald"\nnames = ["Zarechye Herald"]\ndomains = ["herald.zarechye.example"]\n'


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(folder), str(PACKAGE.parent)))
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def install(folder: Path, points: str = POINTS) -> None:
    """A package as an installer leaves it, invented."""
    outlets = folder / "zarechye" / "outlets"
    outlets.mkdir(parents=True)
    for package in (outlets.parent, outlets):
        (package / "__init__.py").touch()
    (outlets.parent / "epub.py").write_text(EPUB, "utf-8")
    (outlets / "herald.toml").write_text(HERALD, "utf-8")
    info = folder / "zarechye-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zarechye\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(points, "utf-8")


def test_a_format_is_known_by_its_ending_whatever_its_bytes(tmp_path: Path) -> None:
    install(tmp_path)
    code = (
        "from letapis.collect.sniff import kind\n"
        r"print(kind('a.epub', b'PK\x03\x04' + bytes(60)), kind('a.txt', b'Words.').reader)"
    )
    done = run(tmp_path, code)
    assert done.stdout == "Kind(reader='epub', media_type='application/epub+zip') heap\n", done.stderr


def test_outlets_of_a_package_stand_beside_ours(tmp_path: Path) -> None:
    install(tmp_path)
    code = (
        "from letapis.outlets import by_domain, outlets\n"
        "print(by_domain('www.herald.zarechye.example').name, len(outlets()) > 80)"
    )
    done = run(tmp_path, code)
    assert done.stdout == "Zarechye Herald True\n", done.stderr


def test_an_outlet_of_a_package_beats_ours_of_the_same_name(tmp_path: Path) -> None:
    install(tmp_path)
    other = tmp_path / "zarechye" / "outlets" / "meduza.toml"
    other.write_text('name = "Meduza Anew"\nnames = ["Meduza Anew"]\n', "utf-8")
    done = run(tmp_path, "from letapis.outlets import outlets\nprint({o.name for o in outlets()})")
    assert "'Meduza Anew'" in done.stdout, done.stderr
    assert "'Meduza'" not in done.stdout


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    install(tmp_path, "[letapis.outlets]\nlost = nowhere_at_all\n")
    done = run(tmp_path, "from letapis.outlets import outlets\noutlets()")
    assert "PluginError: an entry point of letapis.outlets names nowhere_at_all" in done.stderr
