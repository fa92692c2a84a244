"""Finds what is asked about: words in any case form, and names in any script the chronicle has."""

from __future__ import annotations

from collections.abc import Sequence

from letapis.errors import UsageError
from letapis.publish.names import stem
from letapis.publish.view import View
from letapis.text import fold, tokens

__all__ = ["About"]

_LONGER = 3
"""Letters that a case ending may add to a stem."""


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
        self._ways = [way for way in ways if way]
        if not self._ways:
            raise UsageError(f"“{words}” has no word to look for; name one, such as --about bridge")

    def within(self, text: str | None) -> bool:
        """Whether all words of one way stand in ``text``."""
        if not text:
            return False
        said = {token.form for token in tokens(text)}
        stems = {stem(form) for form in said}
        return any(all(part in stems or _longer(part, said) for part in way) for way in self._ways)

    @classmethod
    def of(cls, view: View, words: str) -> About:
        """The same, with the names that the chronicle has for an entity that is called so."""
        asked = fold(words.strip())
        forms = [
            name["form"]
            for row in view.rows("entities")
            if any(fold(name["form"]) == asked for name in row["names"] or ()) or fold(row["name"]) == asked
            for name in row["names"] or ()
        ]
        return cls(words, forms)


def _longer(part: str, said: set[str]) -> bool:
    return len(part) > _LONGER and any(
        form.startswith(part) and len(form) - len(part) <= _LONGER for form in said
    )
