"""Every table, column, command and option stands in the reference, as the code has it now."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from types import ModuleType

import click
import pytest

from letapis.cli.entry import letapis
from letapis.tables import TABLES
from tests.house.tree import ROOT

REFERENCE = ROOT / "docs" / "reference"
MEND = "run make reference"


@cache
def generator() -> ModuleType:
    """docs/reference/generate.py, which is in no package."""
    spec = importlib.util.spec_from_file_location("generate", REFERENCE / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_says_what_it_means(name: str) -> None:
    assert [field.name for field in fields(TABLES[name]) if not field.metadata.get("doc")] == []


def test_the_page_of_tables_is_up_to_date() -> None:
    assert (REFERENCE / "tables.md").read_text("utf-8") == generator().tables(), MEND


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (REFERENCE / "commands.md").read_text("utf-8") == generator().commands(letapis), MEND


def test_every_command_and_option_says_what_it_does() -> None:
    context = click.Context(letapis, info_name="letapis")
    lacking = []
    for path, command, inner in generator()._walk(letapis, context):
        if not command.help:
            lacking.append(path)
        lacking += [
            f"{path} {option.opts[0]}"
            for option in command.get_params(inner)
            if isinstance(option, click.Option) and not option.hidden and not option.help
        ]
    assert lacking == []


@pytest.mark.parametrize(
    "page",
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]),
    ids=lambda page: str(page.relative_to(ROOT)),
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)", text)
    lost = [
        target
        for target in targets
        if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]
    assert lost == []


@pytest.mark.parametrize("page", ["decisions", "how-to", "explanation"])
def test_every_page_can_be_found(page: str) -> None:
    """Decisions from their list; the rest by lying in their folder (docs/index.md)."""
    folder = ROOT / "docs" / page
    if page == "decisions":
        listed = (folder / "README.md").read_text("utf-8")
        assert [name.name for name in sorted(folder.glob("*.md")) if f"({name.name})" not in listed] == [
            "README.md"
        ]
    else:
        assert f"{page}/*" in (ROOT / "docs" / "index.md").read_text("utf-8")
