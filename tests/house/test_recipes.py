"""The examples of CONTRIBUTING.md work as they stand there."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from letapis.collect.base import Options
from letapis.langs.base import Language
from letapis.model import Capture, Document, Received, SetAside
from letapis.outlets.base import parse
from letapis.read.base import document
from letapis.settings import Settings
from tests.house.tree import ROOT

FENCE = re.compile(r"```(?:python|toml)\n# (src/\S+)\n(.*?)```", re.DOTALL)
RECIPES: dict[str, str] = dict(FENCE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8")))


def part(path: str) -> ModuleType:
    """The module of a recipe, as if its file lay in its folder."""
    module = ModuleType(Path(path).stem)
    exec(compile(RECIPES[path], path, "exec"), module.__dict__)
    assert module.__all__ == sorted(module.__all__)
    return module


def test_there_are_five_recipes_for_files_that_are_not_there() -> None:
    assert len(RECIPES) == 5
    assert not [path for path in RECIPES if (ROOT / path).exists()]
    assert all((ROOT / path).parent.is_dir() for path in RECIPES)


@pytest.mark.parametrize("path", [path for path in RECIPES if path.endswith(".py")])
def test_its_own_examples_run(path: str) -> None:
    module = part(path)
    tests = doctest.DocTestFinder().find(module, module.__name__, module=False, globs=module.__dict__)
    runner = doctest.DocTestRunner()
    assert sum(runner.run(test).failed for test in tests) == 0


@pytest.mark.parametrize("path", [path for path in RECIPES if path.endswith(".py")])
def test_it_has_the_form_of_the_house(path: str) -> None:
    for check in (["check"], ["format", "--diff"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *check, "--stdin-filename", path, "-"],
            input=RECIPES[path],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_language() -> None:
    language = part("src/letapis/langs/cs.py").LANGUAGE
    assert isinstance(language, Language)
    assert len(language.months) == 12
    assert re.search(language.more[0], "Číst dál »", re.IGNORECASE)
    for credit in language.credits:
        re.compile(credit.pattern.replace("{outlet}", r"(?P<outlet>\w+)"), re.IGNORECASE)


def test_an_outlet() -> None:
    outlet = parse(RECIPES["src/letapis/outlets/zarechye_herald.toml"])
    assert outlet.domains == ("herald.zarechye.example",)


def test_a_format() -> None:
    module = part("src/letapis/read/formats/srt.py")
    assert module.ENDINGS == (".srt",)
    read = module.read
    capture = Capture("c1", "", "file:evening.srt", module.MEDIA_TYPE)
    raw = "1\r\n00:00:01,000 --> 00:00:03,000\r\nМост откроют в мае.\r\nТак решил совет.\r\n\r\n"
    [found] = read(capture, raw.encode("utf-8"), Settings())
    assert isinstance(found, Document)
    assert found.text == "Мост откроют в мае.\nТак решил совет."
    for anchor in found.map:
        assert raw[anchor.raw_start : anchor.raw_stop] == found.text[anchor.start : anchor.stop]
    [nothing] = read(capture, b"", Settings())
    assert isinstance(nothing, SetAside)


def test_a_source(tmp_path: Path) -> None:
    module = part("src/letapis/collect/sources/zipped.py")
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("b.txt", "The bridge opens in May.")
        archive.writestr("a.html", "<p>The bridge opens in May.</p>")
        archive.writestr("c.exe", b"\0")
    assert module.claims(str(path)) > 1
    page, text, other = module.collect(str(path), Options())
    assert isinstance(page, Received) and page.capture.format == "html"
    assert isinstance(text, Received) and text.payload == b"The bridge opens in May."
    assert isinstance(other, SetAside)
    path.write_bytes(b"no archive")
    [broken] = module.collect(str(path), Options())
    assert isinstance(broken, SetAside)


def test_an_exporter(tmp_path: Path) -> None:
    class Seen:
        def rows(self, table: str) -> list[dict[str, Any]]:
            assert table == "documents"
            capture = Capture("c1", "", "file:a.txt", "text/plain")
            made = document(capture, text="x", title="Мост открыт", outlet="Zarechye Herald")
            return [
                {"published": None, "outlet": made.outlet, "title": made.title},
                {"published": datetime(2019, 5, 1, tzinfo=UTC), "outlet": None, "title": "Bridge, open"},
            ]

    [path] = part("src/letapis/publish/exports/headlines.py").export(Seen(), tmp_path / "new")
    lines = path.read_text("utf-8").splitlines()
    assert lines == [
        "published,outlet,title",
        ",Zarechye Herald,Мост открыт",
        '2019-05-01T00:00:00+00:00,,"Bridge, open"',
    ]
