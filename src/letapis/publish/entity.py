"""One person, organisation, place or outlet: its names, roles, mentions and words."""

from __future__ import annotations

from letapis.publish.origins import Origins, place, sentence
from letapis.publish.persons import Persons
from letapis.publish.view import Row, View

__all__ = ["entity"]


def entity(view: View, asked: str) -> list[Row]:
    """What the chronicle has on everybody and everything that is called so.

    A row is one of ``entities`` with how many ``pages``, ``outlets`` and ``origins`` name it, its
    ``mentions`` (each with its ``sentence`` and place) and its ``quotations``. Names that may be one
    and are not joined surely stand in rows of their own.

    Raises :class:`~letapis.errors.NotFound` as :meth:`~letapis.publish.persons.Persons.find` does.
    """
    origins = Origins(view)
    return [_entry(view, origins, row) for row in Persons(view).find(asked)]


def _entry(view: View, origins: Origins, row: Row) -> Row:
    documents = view.index("documents", "doc_id")
    named = view.groups("mentions", "entity_id").get(row["entity_id"], [])
    said = view.groups("quotations", "speaker_entity").get(row["entity_id"], [])
    mentions = [
        {
            "at": place(mention),
            "surface": mention["surface"],
            "sentence": sentence(documents[mention["doc_id"]]["text"], mention["start"], mention["stop"]),
            "outlet": origins.outlet(mention["doc_id"]),
            "published": documents[mention["doc_id"]]["published"],
            "language": documents[mention["doc_id"]]["language"],
        }
        for mention in named
    ]
    mentions.sort(key=lambda one: (str(one["published"] or "9999"), one["at"]))
    quotations = [
        {"at": place(one), "text": one["text"], "kind": one["kind"], "told_to": one["told_to"]}
        for one in said
    ]
    return {
        **row,
        **origins.count(mention["doc_id"] for mention in named),
        "mentions": mentions,
        "quotations": quotations,
    }
