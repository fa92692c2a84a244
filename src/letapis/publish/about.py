"""Finds what is asked about: words in any case form, and names in any script the chronicle has."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.errors import UsageError
from letapis.publish.names import stem
from letapis.publish.persons import Persons
from letapis.publish.view import View
from letapis.text import fold, tokens

__all__ = ["About"]

_LONGER = 3
"""Letters that a case ending may add to a stem."""
_WAYS = 2
"""Of the ways in which an entity may be called so, those that are sure enough to go by."""


class About:
    """What somebody asked about, ready to be looked for in texts.

    ``forms`` are other ways to say the whole of it: the names of one entity, say.

    >>> asked = About("ремонт моста")
    >>> asked.within("О ремонте мостов не говорили"), asked.within("Мостовую чинят")
    (True, False)
    >>> About("Zarechsk", ["Заречск"]).within("у Заречска")
    True
    """

    def __init__(self, words: str, forms: Sequence[str] = ()) -> None:
        ways = ([stem(token.form) for token in tokens(way)] for way in (words, *forms))
        self._ways = [list(way) for way in dict.fromkeys(tuple(way) for way in ways if way)]
        if not self._ways:
            raise UsageError(f"“{words}” has no word to look for; name one, such as --about bridge")

    def likely(self, text: str) -> bool:
        """Whether ``text`` may have it: quick, and never wrongly False."""
        plain = fold(text)
        return any(all(part in plain for part in way) for way in self._ways)

    def within(self, text: str | None) -> bool:
        """Whether all words of one way stand in ``text``."""
        if not text:
            return False
        said = {token.form for token in tokens(text)}
        stems = {stem(form) for form in said}
        return any(all(part in stems or _longer(part, said) for part in way) for way in self._ways)

    @classmethod
    def of(cls, view: View, words: str) -> About:
        """The same, with the names that the chronicle has for an entity that is called so.

        Names of people without a public role are no part of it: only the words as they were given.
        """
        if not tokens(words):
            return cls(words)
        found = Persons(view).alike(words)[:_WAYS]
        return cls(words, [name["form"] for rows in found for row in rows for name in row["names"] or ()])


def _longer(part: str, said: set[str]) -> bool:
    return len(part) > _LONGER and any(
        form.startswith(part) and len(form) - len(part) <= _LONGER for form in said
    )
