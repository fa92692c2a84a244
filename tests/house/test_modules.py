"""Modules are short, functions shorter, and every name says what it means."""

from __future__ import annotations

import ast
import re
import sys

import pytest

from tests.house.tree import PACKAGE, ROOT, Module, label, modules

EVERY = pytest.mark.parametrize("module", modules(), ids=label)
LINES = 400
FUNCTION_LINES = 50
# Words that say where a thing was put, not what it is; "common" may be said of words, not of a file.
EMPTY_WORDS = {"helper", "helpers", "manager", "managers", "misc", "util", "utils"}


@pytest.mark.parametrize("module", modules() + modules(ROOT / "benchmarks"), ids=label)
def test_a_module_is_short(module: Module) -> None:
    assert module.lines < LINES, f"{module.lines} lines: divide it by subject"


@pytest.mark.parametrize("module", modules() + modules(ROOT / "benchmarks"), ids=label)
def test_a_function_is_short(module: Module) -> None:
    long = {
        node.name: length
        for node in module.functions()
        if (length := (node.end_lineno or 0) - node.lineno + 1) >= FUNCTION_LINES
    }
    assert not long


@EVERY
def test_all_is_there_and_sorted(module: Module) -> None:
    if module.path.name == "__main__.py" or (module.path.name == "__init__.py" and not module.defines):
        return
    assert module.exports is not None, "a module says what is public: __all__ = [...]"
    assert module.exports == sorted(set(module.exports), key=order)


def order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by name: the order that ruff's RUF022 gives."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2), name


@EVERY
def test_what_all_lists_is_there(module: Module) -> None:
    bound = {name for node in module.tree.body for name in _bound(node)}
    lazy = any(node.name == "__getattr__" for node in module.tree.body if isinstance(node, ast.FunctionDef))
    assert lazy or set(module.exports or ()) <= bound


@EVERY
def test_a_name_says_what_it_means(module: Module) -> None:
    path = module.path.relative_to(PACKAGE).with_suffix("").parts
    assert "common" not in path
    defined = [
        node.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    for name in [*path, *defined]:
        words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+", name)}
        assert not words & EMPTY_WORDS, f"{name} says where it was put, not what it is"


def test_the_model_imports_the_standard_library_alone() -> None:
    for module in modules(PACKAGE / "model"):
        for name in _imported(module.tree):
            assert name.startswith("letapis.model") or name.split(".")[0] in sys.stdlib_module_names, (
                f"{label(module)} imports {name}"
            )


def _imported(tree: ast.Module) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute: a wall must see where they lead"
            names.append(node.module or "")
    return names


def _bound(node: ast.stmt) -> list[str]:
    """Names that a top-level statement binds."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [alias.asname or alias.name for alias in node.names]
    if isinstance(node, ast.Assign):
        return [leaf.id for target in node.targets for leaf in ast.walk(target) if isinstance(leaf, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return [node.target.id]
    if isinstance(node, ast.If | ast.Try):
        return [name for child in node.body for name in _bound(child)]
    return []
