"""Finds a name again in other texts: inflected, turned round, in another script, or the surname alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letapis.text import Token, tokens
from letapis.text.transliterate import skeleton

__all__ = ["Names", "endless", "sound", "stem"]

_ENDINGS = "аеёиійоуўыьэюя"
_WRITTEN = (
    " а я у ю ы и і е о ой ей ою ею ай яй аю яю ом ем ам ям ым им ім ами ями амі ямі ах ях ого его ага яга"
    " ому ему аму яму ых их ый ий ая яя ое ее ую юю ов ев аў яў ів єм єві ові еві эм є ї s"
)
_CASES = frozenset(_WRITTEN.split(" "))
"""What may follow the stem of a name: the case endings of East Slavic names, the English genitive."""


_LEFT = 3
"""Letters that must be left of a word without its ending."""


def stem(form: str) -> str:
    """A folded word without the vowels and signs it ends in, where enough is left of it.

    >>> stem("сініца"), stem("рудак"), stem("smith")
    ('сініц', 'рудак', 'smith')
    """
    bare = form.rstrip(_ENDINGS)
    return bare if len(bare) >= 3 else form


def endless(form: str) -> str:
    """A folded word without the longest case ending that leaves three letters of it.

    >>> endless("рогачом"), endless("рогач"), endless("smiths")
    ('рогач', 'рогач', 'smith')
    """
    for size in range(3, 0, -1):
        if len(form) - size >= _LEFT and form[-size:] in _CASES:
            return form[:-size]
    return form


class Names:
    """The names that are withheld, ready to be found in any text.

    >>> names = Names(["Alena Vyaz"])
    >>> [("Vyaz's friend, Alena Vyaz"[a:b]) for a, b in names.find("Vyaz's friend, Alena Vyaz")]
    ["Vyaz's", 'Alena Vyaz']
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms: list[list[str]] = []
        self._first: dict[str, list[list[str]]] = {}
        self._sounds: dict[str, list[list[str]]] = {}
        for form in forms:
            whole = [token.form for token in tokens(form)]
            words = [stem(word) for word in whole]
            if not words:
                continue
            self._forms.append(words)
            # the names run together, as in a hashtag or around a character of no width
            glued = ["".join(whole[:-1]) + words[-1]]
            for order in (words, words[::-1], *([words[-1:], glued] if len(words) > 1 else [])):
                self._first.setdefault(order[0][:3], []).append(order)
            sounds = [sound(word) for word in words]
            if len(words) > 1 and all(sounds):
                for order in (sounds, sounds[::-1]):
                    self._sounds.setdefault(order[0], []).append(order)

    def find(self, text: str) -> list[tuple[int, int]]:
        """Where the names stand in ``text``: start and stop, in order, the longest at each place."""
        if not self._forms:
            return []
        words = tokens(text)
        found = []
        at = 0
        while at < len(words):
            length = self._match(text, words, at)
            if length:
                found.append((words[at].start, words[at + length - 1].stop))
            at += max(length, 1)
        return found

    def _match(self, text: str, words: Sequence[Token], at: int) -> int:
        best = 0
        for order in self._first.get(words[at].form[:3], ()):
            here = words[at : at + len(order)]
            alike = all(_same(token.form, part) for token, part in zip(here, order, strict=False))
            # a surname alone is a name only with its capital; in full it may stand in an address
            if len(here) == len(order) and alike and (len(order) > 1 or text[here[0].start].isupper()):
                best = max(best, len(order))
        if self._sounds and not best and text[words[at].start].isupper():
            for order in self._sounds.get(sound(words[at].form), ()):
                here = words[at : at + len(order)]
                capitals = all(text[token.start].isupper() for token in here)
                if capitals and [sound(token.form) for token in here] == order:
                    best = max(best, len(order))
        return best

    def variants(self, texts: Iterable[str]) -> set[str]:
        """The names as ``texts`` write them in full, in any script.

        >>> sorted(Names(["Алена Вязава"]).variants(["Said Alena Viazava, in court."]))
        ['Alena Viazava']
        """
        return {text[a:b] for text in texts for a, b in self.find(text) if len(tokens(text[a:b])) > 1}


def sound(word: str) -> str:
    """The consonants of a word; k and s are one, as ц, c and ts are between spellings."""
    return skeleton(word).replace("k", "s")


def _same(form: str, part: str) -> bool:
    """Whether a folded word is ``part`` with a case ending, or with the English genitive."""
    return form.startswith(part) and form[len(part) :] in _CASES
