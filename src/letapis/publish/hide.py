"""What each kind of row looks like when part of it is withheld."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from letapis.errors import NotFound
from letapis.publish.mask import Mask, blot
from letapis.text import tokens
from letapis.text.decode import decode

__all__ = ["document", "finding", "folded", "record", "report", "restoration", "speaker", "verdict"]

Row = dict[str, Any]

_BLANK = ("url", "canonical_url", "title", "source_id", "published_local", "outlet")
_LISTS = ("authors", "residue", "links", "map", "truncated_reasons")
_WORDS = (
    "surface", "text", "speaker", "speaker_name", "referent", "outlet", "counted", "cue", "told_to", "base",
    "role",
)  # fmt: skip
_VALUES = ("low", "high", "unit", "currency", "per", "value", "entity_id", "speaker_entity")
_TAG = re.compile(r"<[^<>]*>")


def folded(text: str) -> str:
    """The folded words of ``text`` with single spaces between and around them.

    >>> folded("The quay, at Dawn")
    ' the quay at dawn '
    """
    return " " + " ".join(token.form for token in tokens(text)) + " "


def document(row: Row, shown: Row, mask: Mask) -> Row:
    """A withheld document has no words; one with a withheld stretch lacks that and what hints at it."""
    reason = mask.documents.get(row["doc_id"])
    if reason is not None:
        blank = dict.fromkeys(_BLANK) | {name: [] for name in _LISTS}
        return {**shown, **blank, "text": "", "words": 0, "withheld": reason}
    spans = mask.spans.get(row["doc_id"])
    if spans:
        shown["text"] = blot(shown["text"], spans)
        shown["truncated_reasons"] = _bare(shown["truncated_reasons"])
    return shown


def finding(row: Row, shown: Row, mask: Mask) -> Row:
    """A finding inside a withheld stretch keeps its place and loses its words and its value."""
    parts = mask.overlap(row.get("doc_id"), row.get("start"), row.get("stop"))
    touched = any(
        row.get(name) in mask.documents or row.get(name) in mask.spans for name in ("earlier", "later")
    )
    if parts:
        _blot(shown, _WORDS)
        shown.update((name, None) for name in _VALUES if name in shown)
    if mask.overlap(row.get("doc_id"), row.get("speaker_start"), row.get("speaker_stop")):
        _blot(shown, ("speaker",))
        shown.update(speaker_name=None, speaker_entity=None)
        if "referent" in shown:
            shown["referent"] = None
    if (parts or touched) and shown.get("reasons"):
        shown["reasons"] = _bare(shown["reasons"])
    return shown


def speaker(row: Row, said: str) -> Row:
    """A quotation without a speaker's name that the text shows nowhere; ``said`` is as :func:`folded`."""
    if row.get("referent") and folded(row["referent"]) not in said:
        row = {**row, "referent": None}
    if row["speaker_name"] and folded(row["speaker_name"]) not in said:
        return {**row, "speaker_name": None, "speaker_entity": None}
    return row


def restoration(row: Row, shown: Row, mask: Mask) -> Row:
    """A restored text lacks what was taken from withheld documents and stretches, and says so."""
    spans = []
    for part in row["segments"] or ():
        if part["doc_id"] in mask.documents:
            spans.append((part["start"], part["stop"]))
        shift = part["start"] - part["d_start"]
        for start, stop in mask.overlap(part["doc_id"], part["d_start"], part["d_stop"]):
            spans.append((start + shift, stop + shift))
    gaps = [{"at": start, "kind": "withheld", "detail": "withheld in its witness"} for start, _ in spans]
    return {**shown, "text": blot(shown["text"], spans), "gaps": [*(shown["gaps"] or ()), *gaps]}


def report(row: Row, shown: Row, mask: Mask, said: Callable[[str], str]) -> Row:
    """A report with a withheld witness keeps only such words as a witness that is shown has too."""
    members = [row["original"], *(witness["doc_id"] for witness in row["witnesses"] or ())]
    if not any(doc_id in mask.documents or doc_id in mask.spans for doc_id in members):
        return shown
    open_texts = [said(doc_id) for doc_id in members if doc_id and doc_id not in mask.documents]

    def known(words: str | None) -> bool:
        return bool(words) and any(folded(words or "") in text for text in open_texts)

    if not known(row["title"]):
        shown["title"] = None
    shown["reasons"] = [r if known(r["detail"]) else {**r, "detail": ""} for r in shown["reasons"] or ()]
    for witness in shown["witnesses"] or ():
        if witness["doc_id"] in mask.documents or witness["doc_id"] in mask.spans:
            witness["reasons"] = _bare(witness["reasons"])
        # what a person notes of a pair may quote either
        witness["reasons"] = [
            {**r, "detail": ""} if r["feature"] == "verdict" else r for r in witness["reasons"] or ()
        ]
    return shown


def verdict(row: Row, shown: Row, mask: Mask) -> Row:
    """A verdict about something withheld says what was decided and by whom, and not why."""
    if any(doc_id in mask.documents or doc_id in mask.spans for doc_id in row["docs"]):
        for name in ("note", "withdrawn_note"):
            if shown[name]:
                shown[name] = blot(shown[name], [(0, len(shown[name]))])
    return shown


def record(payload: bytes, reader: str, row: Row, mask: Mask) -> str:
    """The stretch of the raw record that a document was read from, blotted where need be.

    Raises :class:`~letapis.errors.NotFound` where mark-up or escapes could show what is withheld: the
    bytes are kept, and not shown.
    """
    text = decode(payload).text
    if reader in ("heap", "text"):
        return mask.text(text[row["raw_start"] : row["raw_stop"]])
    if mask.empty:
        return text
    if reader == "jsonl":
        return json.dumps(mask.value(json.loads(text.removeprefix("\ufeff"))), ensure_ascii=False)
    with suppress(ValueError, RecursionError):  # JSON: escapes would get past a mask of the bare text
        text = json.dumps(mask.value(json.loads(text.removeprefix("\ufeff"))), ensure_ascii=False)
    plain = html.unescape(_TAG.sub("", text))
    if row["doc_id"] in mask.spans or mask.value(plain) != plain or mask.value(text) != text:
        raise NotFound(
            f"the record of {row['doc_id']} holds something that is withheld; its bytes are kept, not shown"
        )
    return text


def _blot(row: Row, columns: tuple[str, ...]) -> None:
    for name in columns:
        if isinstance(row.get(name), str):
            row[name] = blot(row[name], [(0, len(row[name]))])


def _bare(reasons: list[Row] | None) -> list[Row]:
    """Reasons without the words they quote."""
    return [{**reason, "detail": ""} for reason in reasons or ()]
