"""Who has an entry: people with a public role found in the texts, organisations, places and outlets.

A private person is found by reading, not by profile. The words of a text stay where they stand; what
would join them over documents (an entity, its id on a mention or a quotation, a nominative to look
names up by) does not leave a :class:`~letapis.publish.view.View`, and so no page, index, facet or
export has it. ``include_private`` in a chronicle's own ``letapis.toml`` lifts that.
``docs/explanation/privacy.md`` tells what was decided and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from typing import Any

from letapis.publish.mask import BLOT, Mask
from letapis.publish.names import stem
from letapis.text import tokens

__all__ = ["apart", "entity", "public", "same"]

Row = dict[str, Any]
Place = tuple[str, int, int]


def public(row: Row) -> bool:
    """Whether an entity may have an entry: all but people without a public role.

    >>> public({"kind": "person", "role": None}), public({"kind": "person", "role": "mayor"})
    (False, True)
    >>> public({"kind": "place", "role": None})
    True
    """
    return row["kind"] != "person" or bool(row["role"])


def apart(table: str, row: Row, known: Container[str], places: Container[Place] = ()) -> Row:
    """A finding without what would join the names of somebody who has no entry.

    ``known`` are the ids of entities that have one, ``places`` where their names stand (asked for
    ``spots`` alone).

    >>> apart("mentions", {"surface": "Яна Моха", "entity_id": "e1"}, {"e2"})
    {'surface': 'Яна Моха', 'entity_id': None}
    """
    if table == "mentions" and row["entity_id"] is not None and row["entity_id"] not in known:
        return {**row, "entity_id": None}
    if table == "quotations" and row["speaker_entity"] is not None and row["speaker_entity"] not in known:
        # what stands in the text itself stays: it joins nothing over documents
        return {**row, "speaker_entity": None, "speaker_name": row.get("referent")}
    named = (row.get("doc_id"), row.get("start"), row.get("stop"))
    if table == "spots" and row["kind"] == "person" and row["base"] and named not in places:
        return {**row, "base": None}
    return row


def entity(row: Row, mask: Mask, forms: Counter[str], roles: Mapping[str, str | None]) -> Row | None:
    """An entity as the mentions that are shown have it; None where none is, or its name is withheld.

    ``forms`` counts the surfaces of its mentions that are shown, ``roles`` has the stems of the roles
    that stand with them, and their words.
    """
    names = row["names"] or []
    if not forms or any(BLOT in mask.text(form) for form in (row["name"], *(name["form"] for name in names))):
        return None
    if sum(name["count"] for name in names) == forms.total():
        return row
    kept = [{**name, "count": forms[name["form"]]} for name in names if forms[name["form"]]]
    said = {part for form in forms for part in same(form)}
    name = row["name"] if set(same(row["name"])) <= said else max(sorted(forms), key=lambda form: forms[form])
    role = row["role"] if " ".join(same(row["role"] or "")) in roles else next(iter(roles.values()), None)
    reasons = [
        reason if set(same(reason["detail"])) <= said else {**reason, "detail": ""}
        for reason in row["reasons"] or ()
    ]
    return {**row, "name": name, "names": kept, "role": role, "reasons": reasons}


def same(words: str) -> list[str]:
    """The stems of words, by which two case forms of a name or a role are one.

    >>> same("мэра Заречска") == same("мэр Заречск")
    True
    """
    return [stem(token.form) for token in tokens(words)]
