"""The names of a heap, each distinct form once, and which documents have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from letapis.link.joining.union import Union

__all__ = ["Form", "Groups", "Place", "tongue"]


class Form(NamedTuple):
    """One spelling of a name, of one kind, in texts of one language."""

    surface: str
    kind: str
    language: str | None


class Place(NamedTuple):
    """Where a name stands: needed to see which follows another at once."""

    start: int
    stop: int
    form: int


def tongue(form: Form) -> str:
    """The language a form is spelt in: a Latin name in a Cyrillic text is in none of its language.

    >>> tongue(Form("Rupar", "person", "ru")), tongue(Form("Рупар", "person", "ru"))
    ('Latn', 'ru')
    """
    latin = form.language in ("be", "ru", "uk") and not any(
        "\u0400" <= c <= "\u04ff" for c in form.surface[:40]
    )
    return "Latn" if latin else form.language or "und"


@dataclass(slots=True)
class Groups:
    """What the names turned out to name: nodes, their joins, and which node each form stands for."""

    sets: Union = field(default_factory=Union)
    nodes: dict[object, int] = field(default_factory=dict)
    """Key of a node → its number."""
    whole: dict[int, int] = field(default_factory=dict)
    """Form → node, in all documents."""
    local: dict[tuple[int, int], int] = field(default_factory=dict)
    """(document, form) → node, where it depends on the document."""
    counts: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Mentions by (document, form), where there are two or more."""
    why: dict[tuple[int, int, str], int] = field(default_factory=dict)
    """(node it was joined to, form, feature of the reason) → mentions; 0 for all of the form's."""
    notes: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    """Node → (feature, detail) of joins that are no form's own."""

    def node(self, key: object) -> int:
        """The number of the node with this key; made where there is none."""
        found = self.nodes.get(key)
        if found is None:
            found = self.nodes[key] = self.sets.add()
        return found

    def count(self, document: int, form: int) -> int:
        """How many mentions of the form the document has, given that it has any."""
        return self.counts.get((document, form), 1)

    def put(self, document: int, form: int, node: int, feature: str) -> None:
        """In this document the form stands for ``node``."""
        self.local[document, form] = node
        key = (node, form, feature)
        self.why[key] = self.why.get(key, 0) + self.count(document, form)

    def stand(self, form: int, node: int, feature: str) -> None:
        """In every document the form stands for ``node``."""
        self.whole[form] = node
        self.why[node, form, feature] = 0

    def note(self, node: int, feature: str, detail: str) -> None:
        """Remember why two nodes are one."""
        self.notes.setdefault(node, []).append((feature, detail))
