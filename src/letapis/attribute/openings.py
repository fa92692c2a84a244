"""The words that a credit's pattern can begin with, so that it is tried where one of them stands."""

from __future__ import annotations

from typing import NamedTuple

from letapis.text import fold

__all__ = ["Opening", "openings"]

_MOST = 400
"""So many beginnings are followed; a pattern with more is tried everywhere."""
_BRANCH = 12
"""A set of more characters than this is taken for "any letter"."""
_APOSTROPHES = frozenset("'’ʼ`´")


class Opening(NamedTuple):
    """A folded word that a pattern can begin with, or with ``whole`` false the first letters of one."""

    word: str
    whole: bool


def openings(pattern: str) -> frozenset[Opening] | None:
    r"""Every word that a match of ``pattern`` can begin with; None where that cannot be told.

    Knows groups, alternatives, sets, repeats and assertions, which are passed over. None means that
    it may begin with the outlet, or with any word.

    >>> [one.word for one in sorted(openings(r"(?:\bas\s+)?\b(?:report(?:s|ed)|told)\s+by"))]
    ['as', 'reported', 'reports', 'told']
    >>> sorted(openings(r"пис[ао]\w*"))
    [Opening(word='писа', whole=False), Opening(word='писо', whole=False)]
    >>> openings(r"{outlet}\s+reports") is None
    True
    """
    reader = _Reader(pattern)
    left = reader.choice(frozenset({""}))
    reader.close(left, whole=False)
    return None if reader.any else frozenset(reader.found)


class _Reader:
    """Reads a pattern from left to right with every beginning that is still open."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern.replace("{outlet}", "\0")
        self._at = 0
        self.found: set[Opening] = set()
        self.any = False

    def choice(self, opened: frozenset[str]) -> frozenset[str]:
        """Alternatives up to the bracket that closes them, or to the end."""
        left: set[str] = set(self._row(opened))
        while self._peek() == "|":
            self._at += 1
            left |= self._row(opened)
        return frozenset(left)

    def close(self, opened: frozenset[str], *, whole: bool) -> None:
        """What was open is done; nothing at all means that anything may stand first."""
        for word in opened:
            if word:
                self.found.add(Opening(fold(word), whole))
            else:
                self.any = True

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _row(self, opened: frozenset[str]) -> frozenset[str]:
        while self._peek() not in ("", "|", ")"):
            before = opened
            opened = self._atom(opened)
            least, most = self._repeat()
            if most != 1 and least != most:
                # what may come again may be longer than what was read of it
                self.close(frozenset(one for one in opened - before if one), whole=False)
            if least == 0:
                opened |= before
            if len(opened) > _MOST:
                self.close(opened, whole=False)
                opened = frozenset()
        return opened

    def _atom(self, opened: frozenset[str]) -> frozenset[str]:
        char = self._peek()
        self._at += 1
        if char == "(":
            return self._group(opened)
        if char == "[":
            return self._set(opened)
        if char in "^$":
            return opened
        if char in ".\0":
            return self._letter(opened)
        if char == "\\":
            char = self._peek()
            self._at += 1
            if char in "bBAZ":
                return opened
            if char == "s":
                return self._space(opened)
            if char in "wWdDS":
                return self._letter(opened)
        return self._sign(opened, char)

    def _letter(self, opened: frozenset[str]) -> frozenset[str]:
        """Any letter at all: what was read before is the first part of a word."""
        self.close(opened, whole=False)
        return frozenset()

    def _space(self, opened: frozenset[str]) -> frozenset[str]:
        self.close(frozenset(one for one in opened if one), whole=True)
        return frozenset({""} & opened)

    def _sign(self, opened: frozenset[str], char: str) -> frozenset[str]:
        if char.isspace():
            return self._space(opened)
        if char in _APOSTROPHES:
            return opened
        if char.isalnum() or char in "-_":
            return frozenset(one + char for one in opened)
        self.close(frozenset(one for one in opened if one), whole=True)
        if "" in opened:
            self.found.add(Opening(char, whole=True))
        return frozenset()

    def _set(self, opened: frozenset[str]) -> frozenset[str]:
        start = self._at
        while self._pattern[self._at] != "]" or self._at == start:
            self._at += 2 if self._pattern[self._at] == "\\" else 1
        inner = self._pattern[start : self._at]
        self._at += 1
        chars = inner.replace("\\u00a0", " ")
        if chars[0] == "^" or "\\" in chars.replace("\\s", "") or "-" in chars[1:-1] or len(chars) > _BRANCH:
            return self._letter(opened)
        left: set[str] = set()
        for char in chars.replace("\\s", " "):
            left |= self._sign(opened, char)
        return frozenset(left)

    def _group(self, opened: frozenset[str]) -> frozenset[str]:
        passed = False
        if self._peek() == "?":
            self._at += 1
            if self._pattern.startswith(("=", "!", "<=", "<!"), self._at):
                passed = True
            if self._peek() == "P":
                self._at = self._pattern.index(">", self._at) + 1
            else:
                while self._peek() not in (":", "=", "!"):
                    self._at += 1
                self._at += 1
        if passed:
            kept, self.found = self.found, set()
            kept_any, self.any = self.any, False
            self.choice(frozenset({""}))
            self.found, self.any = kept, kept_any
            left = opened
        else:
            left = self.choice(opened)
        self._at += 1
        return left

    def _repeat(self) -> tuple[int, int]:
        """How often, at least and at most, what was read stands; 1 and 1 without a sign for it."""
        char = self._peek()
        least, most = 1, 1
        if char and char in "?*+":
            self._at += 1
            least, most = (0, 1) if char == "?" else (0, 99) if char == "*" else (1, 99)
        elif char == "{" and self._pattern[self._at + 1 : self._at + 2].isdigit():
            end = self._pattern.index("}", self._at)
            low, _, high = self._pattern[self._at + 1 : end].partition(",")
            least = int(low)
            most = int(high) if high else 99 if "," in self._pattern[self._at : end] else least
            self._at = end + 1
        else:
            return 1, 1
        if self._peek() == "?":
            self._at += 1
        return least, most
