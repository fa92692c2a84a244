"""The source tree, as the tests of the house read it: parsed, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "letapis"
ROOMS = (
    "attribute",
    "chronicle",
    "collect",
    "link",
    "read",
    "recognise",
    "reuse",
    "stemma",
    "story",
)


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    path: Path
    source: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Dotted, below ``letapis``: ``text.words``; a package by its own name."""
        parts = self.path.relative_to(PACKAGE).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def lines(self) -> int:
        return self.source.count("\n")

    @property
    def exports(self) -> list[str] | None:
        """What ``__all__`` lists, or None where there is no ``__all__``."""
        for node in self.tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if [target.id for target in targets if isinstance(target, ast.Name)] == ["__all__"]:
                    return list(ast.literal_eval(node.value))
        return None

    @property
    def defines(self) -> bool:
        """Whether there is anything in it but a docstring and imports from ``__future__``."""
        return any(
            not isinstance(node, ast.Expr)
            and not (isinstance(node, ast.ImportFrom) and node.module == "__future__")
            for node in self.tree.body
        )

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def public(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
        """Functions and classes defined here that ``__all__`` lists."""
        for node in self.tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                and node.name in (self.exports or ())
                and not is_overload(node)
            ):
                yield node


def is_overload(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> bool:
    """Whether it only tells a type checker about another definition."""
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


@cache
def modules(folder: Path = PACKAGE) -> tuple[Module, ...]:
    """Every Python file below ``folder``, in order of path."""
    found = []
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text("utf-8")
        found.append(Module(path, source, ast.parse(source, str(path))))
    return tuple(found)


def label(module: Module) -> str:
    """How a test is named after a module."""
    return str(module.path.relative_to(ROOT))
