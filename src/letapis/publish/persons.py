"""Looks up people with a public role, organisations, places and outlets; keeps private persons apart.

A view gives no entity for a private person (see :mod:`letapis.publish.privacy`). Here their names are
kept out of answers too: nobody is found as a speaker, or as what is asked about, by a private name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from letapis.errors import NotFound, UsageError
from letapis.publish.names import Names, endless, sound, stem
from letapis.publish.view import Row, View
from letapis.text import Token, fold, tokens

__all__ = ["CONCEALED", "PRIVATE", "Persons", "Veil"]

CONCEALED = "[name: read the passage]"
"""What stands for the name of somebody without a public role."""
PRIVATE = (
    "only people without a public role are called so in these texts; private persons have no entry and are "
    "found by reading (letapis show), or with include_private = true in letapis.toml"
)
_NOBODY = "nobody and nothing in the chronicle is called so"
_WAYS = ("as written", "by a part or case form of the name", "by another case form", "by how it sounds")
_SHORT = 3
"""Consonants below which a surname alone sounds like too many others."""


class Persons:
    """Entities of a chronicle, by their names in any script and case."""

    def __init__(self, view: View) -> None:
        self._view = view

    def find(self, asked: str) -> list[Row]:
        """Entities that are called so, those with most mentions first, each with how it was ``found``.

        As written or by a part or case form, else by another case form, else as names sound over
        scripts: the first of these ways that finds any. A surname alone finds all its bearers. Raises
        :class:`~letapis.errors.NotFound` where there is none, saying whether only private persons
        are called so, and :class:`~letapis.errors.UsageError` for words without a letter.
        """
        ways = [
            [{**row, "found": way} for row in rows]
            for way, rows in zip(_WAYS, self.alike(asked), strict=True)
        ]
        for rows in _surest(ways):
            if rows:
                return sorted(rows, key=lambda row: (-_count(row), row["entity_id"]))
        raise NotFound(PRIVATE if Veil(self._view).bears(asked) else _NOBODY)

    def alike(self, asked: str) -> list[list[Row]]:
        """The entities that are called so, by the way in which they are: the surest way first."""
        words = [token.form for token in tokens(asked)]
        if not words:
            raise UsageError("that has no letter to look for; give a name")
        named = Names([asked])
        plain, bare = fold(asked.strip()), sorted(map(endless, words))
        sounds = sorted(map(sound, words))
        loud = all(sounds) and (len(words) > 1 or len(sounds[0]) >= _SHORT)
        found: list[list[Row]] = [[] for _ in _WAYS]
        for row in self._view.rows("entities"):
            forms = {row["name"], *(name["form"] for name in row["names"] or ())}
            if len(words) > 1 and (row["kind"] != "person" or any(len(tokens(form)) > 1 for form in forms)):
                # who is known by a full name is not found by another's, though a surname is the same
                forms = {form for form in forms if len(tokens(form)) > 1}
            ways = (_way(form, plain, named, bare, sounds if loud else []) for form in forms)
            best = min((way for way in ways if way is not None), default=None)
            if best is not None:
                found[best].append(row)
        return found

    def said_by(self, rows: Iterable[Row], asked: str) -> list[Row]:
        """The quotations among ``rows`` whose speaker is called so, or is of that group or office.

        Raises :class:`~letapis.errors.NotFound` where only private persons are called so.
        """
        ways = self.alike(asked)
        wanted = {row["entity_id"] for row in next((rows for rows in _surest(ways) if rows), ())}
        roles = {row["entity_id"] for row in self._view.rows("entities") if _has(row["role"], asked)}
        named, veil = Names([asked]), Veil(self._view)
        bare = [endless(token.form) for token in tokens(asked)]
        found, held = [], False
        for row in rows:
            if row["speaker_entity"] in wanted or (row["speaker_entity"] or None) in roles:
                found.append(row)
            elif row["speaker"] and (spans := [*named.find(row["speaker"]), *_runs(row["speaker"], bare)]):
                if row["speaker_entity"] is not None:
                    # whoever it is, it is somebody else: only a role or group can be meant
                    spans = [span for span in spans if not veil.names(row, span)]
                hidden = veil.hidden(row)
                if not spans:
                    continue
                if all(any(a < stop and start < b for a, b in hidden) for start, stop in spans):
                    held = True
                else:
                    found.append(row)
        if not found and (held or (not wanted and veil.bears(asked))):
            raise NotFound(PRIVATE)
        return found


class Veil:
    """The names of people without a public role, where they stand."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._lifted = view.chronicle.settings.include_private

    def spans(self, doc_id: str) -> list[tuple[int, int]]:
        """Where private names stand in a document."""
        if self._lifted:
            return []
        return [(row["start"], row["stop"]) for row in self._named(doc_id) if _private(row)]

    def covered(self, doc_id: str, start: int, stop: int, text: str) -> str:
        """``text[start:stop]`` with the private names in it taken out."""
        parts = list(text[start:stop])
        for a, b in self.spans(doc_id):
            if a < stop and start < b:
                a, b = max(a, start) - start, min(b, stop) - start
                parts[a:b] = " " * (b - a)
        return "".join(parts)

    def names(self, row: Row, span: tuple[int, int]) -> bool:
        """Whether a part of a quotation's words for its speaker is a name."""
        away = row["speaker_start"] or 0
        return any(
            one["start"] - away < span[1] and span[0] < one["stop"] - away
            for one in self._named(row["doc_id"])
        )

    def hidden(self, row: Row) -> list[tuple[int, int]]:
        """Which parts of a quotation's words for its speaker are, or may be, a private person's name.

        A capital that no name found in the text accounts for may be one that was missed.
        """
        words, start = row["speaker"], row["speaker_start"]
        if self._lifted or not words:
            return []
        named = self._named(row["doc_id"])
        away = start if start is not None else 0
        spans = [(one["start"] - away, one["stop"] - away, _private(one)) for one in named]
        # a credit inside the words names an outlet, and no person
        spans += [
            (one["outlet_start"] - away, one["outlet_stop"] - away, False)
            for one in self._view.groups("citations", "doc_id").get(row["doc_id"], ())
            if one["outlet_start"] is not None
        ]
        if start is None:
            spans = []
        bearers = {stem(token.form) for one in named if _private(one) for token in tokens(one["surface"])}
        found = []
        for token in tokens(words):
            over = [private for a, b, private in spans if a < token.stop and token.start < b]
            if any(over) or (not over and self._missed(row, token, bearers)):
                found.append((token.start, token.stop))
        return found

    def speaker(self, row: Row) -> str | None:
        """The words for a quotation's speaker, without the name of a private person."""
        hidden = self.hidden(row)
        if not hidden:
            return str(row["speaker"]) if row["speaker"] else None
        words, at = row["speaker"], 0
        parts: list[str] = []
        for start, stop in hidden:
            between = words[at:start]
            if not parts or between.strip(" .-'’"):
                parts += [between, CONCEALED]
            at = stop
        return "".join([*parts, words[at:]]).strip()

    def bears(self, asked: str) -> bool:
        """Whether a private person of the chronicle is called so."""
        if self._lifted:
            return False
        named = Names([asked])
        bare = {endless(token.form) for token in tokens(asked)}
        surfaces = {row["surface"] for row in self._view.rows("mentions") if _private(row)}
        return any(
            named.find(form) or bare <= {endless(token.form) for token in tokens(form)} for form in surfaces
        )

    def _named(self, doc_id: str) -> Sequence[Row]:
        return self._view.groups("mentions", "doc_id").get(doc_id, ())

    def _missed(self, row: Row, token: Token, bearers: set[str]) -> bool:
        words = row["speaker"][token.start : token.stop]
        if not words[:1].isupper() or row["speaker_entity"] is not None:
            return False
        if stem(token.form) in bearers:
            return True
        if words.isupper() and len(words) > 1:
            return False
        return token.start > 0 or not self._opens(row)

    def _opens(self, row: Row) -> bool:
        """Whether the words for a speaker begin a sentence, so that their capital says nothing."""
        document = self._view.index("documents", "doc_id").get(row["doc_id"])
        if document is None or row["speaker_start"] is None:
            return False
        before = document["text"][: row["speaker_start"]][-8:].rstrip(" \t\u00a0«“„\"'")
        return not before or before[-1] in ".!?…\n:"


def _surest(ways: Sequence[list[Row]]) -> list[list[Row]]:
    """Ways to be called so, the surest first; a name as written and a part of one are equally sure."""
    return [[*ways[0], *ways[1]], *ways[2:]]


def _private(row: Row) -> bool:
    return bool(row["kind"] == "person" and row["entity_id"] is None)


def _way(form: str, plain: str, named: Names, bare: list[str], sounds: list[str]) -> int | None:
    """In which way a form is what was asked for: the number of the way, or None."""
    if fold(form) == plain:
        return 0
    words = [token.form for token in tokens(form)]
    spans = named.find(form)
    if len(bare) > 1 and len(words) > 1:
        spans = [(start, stop) for start, stop in spans if len(tokens(form[start:stop])) > 1]
    if spans and sum(stop - start for start, stop in spans) * 3 >= len(form):
        return 1
    if _part(bare, sorted(map(endless, words)), form):
        return 2
    return 3 if sounds and _part(sounds, sorted(map(sound, words)), form) else None


def _part(asked: list[str], given: list[str], form: str) -> bool:
    """Whether all words asked for are in a name that is not much longer; one word must be its last part."""
    return set(asked) <= set(given) and len(given) <= len(asked) + 2 and form[:1].isupper()


def _runs(text: str, asked: list[str]) -> list[tuple[int, int]]:
    """Where the words asked for stand in a row, in any case form."""
    words = tokens(text)
    forms = [endless(token.form) for token in words]
    return [
        (words[at].start, words[at + len(asked) - 1].stop)
        for at in range(len(forms) - len(asked) + 1)
        if forms[at : at + len(asked)] == asked
    ]


def _has(role: str | None, asked: str) -> bool:
    """Whether all words asked for stand in a role, in any case form."""
    if not role:
        return False
    said = {endless(token.form) for token in tokens(role)}
    return {endless(token.form) for token in tokens(asked)} <= said


def _count(row: Row) -> int:
    return sum(name["count"] for name in row["names"] or ())
