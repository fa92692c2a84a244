"""Who may be looked up: people with a public role found in the texts, organisations, places, outlets.

A private person is found by reading, not by profile: no page, index entry or facet exists for one,
unless ``include_private`` in a chronicle's own ``letapis.toml`` says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from letapis.errors import NotFound
from letapis.publish.names import Names
from letapis.publish.view import Row, View
from letapis.text import fold

__all__ = ["Persons", "shown"]


def shown(view: View, entity: Row) -> bool:
    """Whether an entity may have a page, an index entry or a facet.

    True for everything that is no person, and for people with a public role.
    """
    return entity["kind"] != "person" or bool(entity["role"]) or view.chronicle.settings.include_private


class Persons:
    """Entities of a chronicle, by their names in any script and case."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._private = {row["entity_id"] for row in view.rows("entities") if not shown(view, row)}

    def find(self, asked: str) -> list[Row]:
        """Entities that are called so, those with most mentions first; private persons left out.

        Raises :class:`~letapis.errors.NotFound` where there is none, saying whether only a private
        person is called so.
        """
        named = Names([asked])
        exact, near = [], []
        for row in self._view.rows("entities"):
            forms = [row["name"], *(name["form"] for name in row["names"] or ())]
            if any(fold(form) == fold(asked.strip()) for form in forms):
                exact.append(row)
            elif any(_whole(named, form) for form in forms):
                near.append(row)
        found = exact or near
        public = [row for row in found if row["entity_id"] not in self._private]
        if public:
            return sorted(public, key=lambda row: (-_count(row), row["entity_id"]))
        raise NotFound(_none(asked, bool(found)))

    def said_by(self, rows: Iterable[Row], asked: str) -> list[Row]:
        """The quotations among ``rows`` whose speaker is called so, or is of that group or office.

        Raises :class:`~letapis.errors.NotFound` where only a private person is called so.
        """
        wanted, refused = set(), ""
        try:
            wanted = {row["entity_id"] for row in self.find(asked)}
        except NotFound as error:
            refused = str(error)
        named = Names([asked])
        found, held = [], False
        for row in rows:
            if row["speaker_entity"] in wanted:
                found.append(row)
            elif named.find(" ".join(filter(None, (row["speaker"], row["speaker_name"])))):
                if row["speaker_entity"] in self._private or self._unknown(row):
                    held = True
                else:
                    found.append(row)
        if not found and (held or "private" in refused):
            raise NotFound(_none(asked, private=True))
        return found

    def _unknown(self, row: Row) -> bool:
        """Whether the words for a speaker hold the name of a private person."""
        start, stop = row["speaker_start"], row["speaker_stop"]
        return any(
            mention["entity_id"] in self._private
            for mention in self._view.groups("mentions", "doc_id").get(row["doc_id"], ())
            if start is not None and mention["start"] < stop and mention["stop"] > start
        )


def _whole(named: Names, form: str) -> bool:
    """Whether what is asked for is most of a name: "Vyaz" of "Alena Vyaz", not of a street's name."""
    spans = named.find(form)
    return bool(spans) and sum(stop - start for start, stop in spans) * 3 >= len(form)


def _count(row: Row) -> int:
    return sum(name["count"] for name in row["names"] or ())


def _none(asked: str, private: bool) -> str:
    if private:
        return (
            f"no public role of “{asked}” is found in these texts, and private persons have no entry here: "
            "they are found by reading (letapis show), or with include_private in letapis.toml"
        )
    return f"nobody and nothing in the chronicle is called “{asked}”"
