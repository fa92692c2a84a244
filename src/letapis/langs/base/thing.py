"""What figures count, whatever the language: one English word for each thing, and how words for it begin."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["named", "things"]


def things(block: str) -> Mapping[str, tuple[str, ...]]:
    """Things and the beginnings of the folded words that name them, written one thing a line.

    What follows a hyphen-minus is the beginning of a word that names another thing; what ends in a
    full stop is a whole word.

    >>> found = things('''
    ... killed: погиб убит -убитов умер.
    ... missing: пропавш
    ... ''')
    >>> [(thing, [form for form in ("погибли", "умеренно", "убитова") if named(form, stems)])
    ...  for thing, stems in found.items()]
    [('killed', ['погибли']), ('missing', [])]
    """
    rows = (line.partition(":") for line in block.strip().splitlines() if line.strip())
    return {name.strip(): tuple(stems.split()) for name, _, stems in rows}


def named(form: str, stems: tuple[str, ...]) -> bool:
    """Whether a folded word is one of those that ``stems`` stand for.

    >>> named("killing", ("kill",)), named("killed", ("kill.",)), named("killjoy", ("kill", "-killj"))
    (True, False, False)
    """
    found = False
    for one in stems:
        if one[0] == "-":
            if form.startswith(one[1:]):
                return False
        elif form == one[:-1] if one[-1] == "." else form.startswith(one):
            found = True
    return found
