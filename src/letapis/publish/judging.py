"""From what a person names to a verdict about it."""

from __future__ import annotations

from collections.abc import Sequence

from letapis import outlets
from letapis.errors import NotFound, UsageError
from letapis.model import Verdict
from letapis.publish import archive
from letapis.publish.view import Row, View
from letapis.text import fold

__all__ = ["told", "verdict_of"]

_PAIRS = {
    "same-report": "same_report",
    "different-reports": "different_reports",
    "parent": "parent",
    "not-parent": "not_parent",
    "no-reuse": "no_reuse",
}
_FORMS = {
    **dict.fromkeys(_PAIRS, "A B"),
    "kind": "A B KIND",
    "outlet": "REPORT NAME",
    "original": "REPORT DOCUMENT",
    "lost": "REPORT",
    "confirm": "CREDIT or SUGGESTION",
    "refute": "CREDIT or SUGGESTION",
}
_KINDS = (
    "reprint", "teaser", "excerpt", "extended", "partial", "quotation", "translation", "common_source",
)  # fmt: skip


def told(row: Row) -> str:
    """A verdict, as the view shows it, in one line.

    >>> row = {"verdict_id": 3, "says": "not_parent", "subject": "a", "other": "b", "value": None}
    >>> told(row | {"by": "Ann", "state": "stands", "note": "b is older"})
    'verdict 3 by Ann, stands: not parent a b: b is older'
    """
    by = f" by {row['by']}" if row["by"] else ""
    what = " ".join(str(row[name]) for name in ("subject", "other", "value") if row[name])
    says = row["says"].replace("_", " ")
    return f"verdict {row['verdict_id']}{by}, {row['state']}: {says} {what}: {row['note']}"


def verdict_of(seen: View, verdict: str, words: Sequence[str], note: str, by: str | None = None) -> Verdict:
    """The verdict that a person gives with the word ``verdict`` about the things named by ``words``.

    Its number is still to come. Raises :class:`~letapis.errors.UsageError` where it is put wrongly and
    :class:`~letapis.errors.NotFound` where there is nothing of such a name.

    >>> verdict_of(None, "parent", ["3f9a"], "it has the misprint")
    Traceback (most recent call last):
    letapis.errors.UsageError: letapis judge parent takes A B; it was given 1 words
    """
    says, subject, other, value, docs = _matter(seen, verdict, words)
    return Verdict(0, says, subject, other, value, docs, note, by)


def _matter(
    seen: View, verdict: str, words: Sequence[str]
) -> tuple[str, str, str | None, str | None, tuple[str, ...]]:
    wanted = 1 if " or " in _FORMS[verdict] else len(_FORMS[verdict].split())
    if len(words) != wanted or not all(word.strip() for word in words):
        raise UsageError(f"letapis judge {verdict} takes {_FORMS[verdict]}; it was given {len(words)} words")
    if verdict in _PAIRS or verdict == "kind":
        a, b = (seen.document(word)["doc_id"] for word in words[:2])
        if a == b:
            raise UsageError(f"{a} is one document; a verdict on a pair takes two")
        if verdict == "kind" and words[2] not in _KINDS:
            raise UsageError(f"{words[2]} is no kind of reuse; there are {', '.join(_KINDS)}")
        return _PAIRS.get(verdict, "reuse"), a, b, words[2] if verdict == "kind" else None, (a, b)
    if verdict in ("confirm", "refute"):
        return (verdict, *_finding(seen, words[0]))
    says = {"lost": "lost_original"}.get(verdict, verdict)
    anchor = _anchor(seen, words[0], says)
    if verdict == "original":
        original = seen.document(words[1])["doc_id"]
        return says, anchor, original, None, (anchor, original)
    return says, anchor, None, _outlet(seen, words[1]) if verdict == "outlet" else None, (anchor,)


def _anchor(seen: View, name: str, says: str) -> str:
    """The document by which a verdict names a report: reports change their ids, documents do not.

    One that a standing verdict of the same matter has already, so that the new one supersedes it.
    """
    first: dict[str, str] = {}
    for row in seen.rows("reports"):
        for doc_id in archive.members(row):
            first.setdefault(doc_id, row["report_id"])
    try:
        report_id = seen.report(name)["report_id"]
    except NotFound:
        doc_id = seen.document(name)["doc_id"]
        if doc_id not in first:
            raise NotFound(f"{doc_id} carries no report yet; run letapis build first") from None
        report_id = first[doc_id]
    ours = [d for d in archive.members(seen.report(report_id)) if first[d] == report_id]
    if not ours:
        raise NotFound(
            f"report {report_id} is known only from documents that mainly carry other reports: judge the "
            f"credit that it rests on (letapis report {report_id} shows its place)"
        )
    matter = {"original": ("original", "lost_original"), "lost_original": ("original", "lost_original")}
    known = [v for v in seen.rows("verdicts") if v["state"] == "stands"]
    held = [v["subject"] for v in known if v["says"] in matter.get(says, (says,)) and v["subject"] in ours]
    return str(held[-1] if held else ours[0])


def _outlet(seen: View, name: str) -> str:
    """The outlet as the chronicle or ``outlets/`` knows it, else as given."""
    try:
        return archive.name(seen, name)
    except NotFound:
        found = outlets.by_domain(name.lower().removeprefix("www.")) or outlets.by_name(name)
        return found.name if found else " ".join(name.split())


def _finding(seen: View, target: str) -> tuple[str, None, str | None, tuple[str, ...]]:
    """A credit by its document and place, or a suggestion by its id."""
    prefix, mark, place = target.partition("#")
    if not mark:
        found = [row for row in seen.rows("suggestions") if row["suggestion_id"].startswith(prefix)]
        if len(found) != 1:
            raise NotFound(
                f"{len(found)} suggestions begin with {prefix}; a credit is named by its place, as "
                "3f9a#c=120-340"
            )
        return found[0]["suggestion_id"], None, None, tuple(found[0]["doc_ids"])
    doc_id = seen.document(prefix)["doc_id"]
    rows = seen.groups("citations", "doc_id").get(doc_id, [])
    known: dict[str, str] = {}
    names = archive.learnt(seen)
    for row in rows:
        outlet = names.get(fold(row["outlet"] or ""), row["outlet"])
        where = "residue" if row["start"] is None else f"{row['start']}-{row['stop']}"
        name = f"residue={outlet}" if row["start"] is None else f"c={where}"
        known[name] = f"{where} {outlet}" if outlet else where
    left = [name for name in known if name.startswith("residue=")]
    if len(left) == 1:
        known["residue"] = known.pop(left[0])
    if place not in known:
        some = ", ".join(f"#{one}" for one in known) or "none"
        raise NotFound(f"{doc_id} has no credit at #{place}; its credits: {some}")
    return doc_id, None, known[place], (doc_id,)
