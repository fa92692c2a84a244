"""What words in marks look like: speech, or a name, a title, a term."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.attribute.marks import Pair
from letapis.attribute.placing import Table
from letapis.langs.base import words

__all__ = ["spoken", "titled"]

_VERY_MANY = 12
"""Words that no title has."""
_TITLE = 4
"""Words that a name in marks has at most, if not all of them have capitals."""


def spoken(table: Table, pair: Pair) -> bool:
    """Whether words in marks are speech by their looks: a title has capitals, a name is short.

    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> text = stream("the ship “Star of the Sea”, “a bit of a mess”, «Заря», «очень жаль»")
    >>> [spoken(Table(text, [], None), pair) for pair in marks(text)]
    [False, True, False, True]
    """
    inside = [word for word in table.stream.words[pair.begin : pair.end] if word[0].isalnum()]
    if not inside:
        return False
    if titled(table, pair, inside):
        return False
    if len(inside) > _VERY_MANY:
        return True
    capitals = sum(word[0].isupper() for word in inside)
    if len(inside) > _TITLE:
        function = sum(word in _SMALL for word in inside)
        return 2 * capitals <= len(inside) - function
    return not inside[0][0].isupper()


def titled(table: Table, pair: Pair, inside: Sequence[str]) -> bool:
    """Whether what stands in the marks names what the word before them says: law «On the rent of land».

    ``inside`` are the words in the marks. In English only what has no letters of the text's own
    alphabet, or begins with a figure, can be told so.

    >>> from letapis.attribute.marks import marks
    >>> from letapis.text.stream import stream
    >>> text = stream("Порт «Good Hope», закон, «жаль»")
    >>> [titled(Table(text, [], None), pair, text.words[pair.begin : pair.end]) for pair in marks(text)]
    [True, False]
    """
    if not pair.first or table.sentence(pair.first)[0] == pair.first:
        return False
    before = table.stream.words[pair.first - 1]
    if not before[0].isalpha():
        return False
    if not before.isascii() and all(word.isascii() for word in inside):
        return True
    if inside[0][0].isdigit() and len(inside) <= _TITLE:
        return True
    if table.fixed or table.view is None or not inside[0][0].isupper():
        return False
    return table.stream.folds[pair.first - 1] not in table.view.speech.verbs


_SMALL = words("the a an of in on at to for and or with from by is")
