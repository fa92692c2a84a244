"""What is public is documented, and what can be shown by example is."""

from __future__ import annotations

import ast

import pytest

from tests.house.tree import Module, label, modules

EVERY = pytest.mark.parametrize("module", modules(), ids=label)
# The rooms and floors made of pure functions: each shows what it does, and the example runs.
SHOWN = ("attribute", "langs", "outlets", "read", "recognise", "reuse", "stemma", "text")


@EVERY
def test_public_names_have_a_docstring(module: Module) -> None:
    assert ast.get_docstring(module.tree), "a module says what it is for"
    for node in module.public():
        first = (ast.get_docstring(node) or "").split("\n\n")[0]
        assert first.endswith((".", ":", "?")), f"{node.name}: one summary that ends with a full stop"


@EVERY
def test_public_methods_have_a_docstring(module: Module) -> None:
    lacking = [
        f"{owner.name}.{node.name}"
        for owner in module.public()
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not lacking


@pytest.mark.parametrize(
    "module",
    [m for m in modules() if m.name.split(".")[0] in SHOWN and m.path.name != "step.py"],
    ids=label,
)
def test_public_functions_are_shown_by_example(module: Module) -> None:
    lacking = [
        node.name
        for node in module.public()
        if not isinstance(node, ast.ClassDef) and ">>> " not in (ast.get_docstring(node) or "")
    ]
    assert not lacking, "an example of invented text, which runs as a doctest"
