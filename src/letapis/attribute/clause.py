"""A text with what its language says about speech, and the bounds that rules on it share."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from letapis.langs.base import Language, Phrase, Speech, Verb
from letapis.text.stream import Stream

__all__ = ["BREAKS", "CLOSING", "DASHES", "MARKS", "OPENING", "View", "cues", "view"]

OPENING = frozenset('«“„‘"')
CLOSING = frozenset("»”“’\"'")
MARKS = OPENING | CLOSING
DASHES = frozenset("—–-−")
BREAKS = frozenset(",;:()[]…") | DASHES | MARKS
"""Signs that end a noun phrase."""

_LONG = 250
"""Tokens of a sentence that are looked at on either side of a cue."""


@dataclass(frozen=True, slots=True)
class View:
    """A stream and the words of its language."""

    stream: Stream
    speech: Speech
    code: str
    words: list[str]
    folds: list[str]
    sentences: list[int]

    def sentence(self, at: int) -> tuple[int, int]:
        """First token of the sentence that token ``at`` is in, and the token after its last.

        Of a sentence without end, no more than ``_LONG`` tokens on either side, so that no rule
        takes longer there.
        """
        i = bisect_right(self.sentences, at) - 1
        return max(self.sentences[i], at - _LONG), min(self.sentences[i + 1], at + _LONG)

    def upper(self, at: int) -> bool:
        """Whether token ``at`` begins with a capital."""
        return self.words[at][:1].isupper()

    def word(self, at: int) -> bool:
        """Whether token ``at`` is a word or a number."""
        return self.words[at][0].isalnum()

    def breaks(self, at: int) -> bool:
        """Whether token ``at`` is a sign that ends a noun phrase.

        The point of a short form and the apostrophe of a possessive ("workers'") do not.
        """
        word = self.words[at]
        if word[0].isalnum():
            return False
        if word in BREAKS:
            return not self.owns(at)
        return word[0] in "!?…" or len(word) > 1 or (word == "." and not self.point(at))

    def owns(self, at: int) -> bool:
        """Whether token ``at`` is the apostrophe of a possessive."""
        if self.words[at] not in "'’" or not at or self.folds[at - 1][-1:] != "s":
            return False
        starts, stops = self.stream.starts, self.stream.stops
        alone = at + 1 == len(starts) or starts[at + 1] > stops[at]
        return starts[at] == stops[at - 1] and alone

    def point(self, at: int) -> bool:
        """Whether the full stop at token ``at`` belongs to an initial, a short form or a domain."""
        if at == 0 or at + 1 == len(self.words):
            return False
        starts, stops = self.stream.starts, self.stream.stops
        glued = starts[at] == stops[at - 1] and starts[at + 1] == stops[at]
        if glued and self.words[at + 1][0].islower():
            return True
        return len(self.words[at - 1]) < 6 and self.sentence(at)[1] != at + 1

    def shut(self, at: int) -> bool:
        """Whether words in marks end at token ``at`` or right before the comma there."""
        if at >= 0 and self.words[at] == ",":
            at -= 1
        return at >= 0 and self.words[at] in CLOSING and not self.owns(at)


def view(stream: Stream, language: Language) -> View:
    """The view of a text in a language.

    >>> from letapis import langs
    >>> from letapis.text.stream import stream
    >>> seen = view(stream("Rents fell, said Mill. Nobody paid."), langs.get("en"))
    >>> seen.sentence(3), seen.upper(4), seen.breaks(2)
    ((0, 6), True, True)
    """
    return View(stream, language.speech, language.code, stream.words, stream.folds, stream.sentences)


@lru_cache(maxsize=64)
def cues(speech: Speech) -> tuple[dict[str, Verb], dict[str, tuple[Phrase, ...]], frozenset[str]]:
    """Verb forms; phrases by their first word, longest first; and the words of either.

    >>> from letapis import langs
    >>> verbs, phrases, index = cues(langs.get("en").speech)
    >>> verbs["said"].sort, phrases["according"][0].words, "said" in index
    ('say', ('according', 'to'), True)
    """
    by: dict[str, list[Phrase]] = {}
    for one in speech.phrases:
        by.setdefault(one.words[0], []).append(one)
    first = {word: tuple(sorted(some, key=lambda p: -len(p.words))) for word, some in by.items()}
    return dict(speech.verbs), first, frozenset(speech.verbs) | frozenset(first) | speech.nouns
