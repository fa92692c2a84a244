"""The surviving archive of an outlet: a page in Markdown a report, a ledger, and JSONL."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from letapis.publish import archive
from letapis.publish.json import line
from letapis.publish.view import Row, View

__all__ = ["export", "ledger", "page", "refresh"]

_PAGE = re.compile(r"[0-9a-f]{20}\.md")
_SURVIVES = {
    "whole": "whole, as far as can be told",
    "cut": "cut off",
    "translated": "only in translation",
    "quoted": "only quoted",
    "credited": "only credited",
}


def export(view: View, folder: Path, outlet: str, history: bool = False) -> list[Path]:
    """Write ``ledger.md``, ``reports.jsonl`` and a page a report to ``folder``; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = archive.entries(view, outlet)
    files = {"ledger.md": ledger(outlet, entries, archive.unattributed(view))}
    files["reports.jsonl"] = "".join(line(row) + "\n" for row in entries)
    for row in entries:
        files[_file(row)] = page(row)
    for name, text in files.items():
        temporary = folder / f"{name}.tmp"
        temporary.write_text(text, "utf-8", newline="\n")
        temporary.replace(folder / name)
    for path in folder.glob("*.md"):
        # pages of an earlier run: of a report that has another id by now, or is withheld
        if _PAGE.fullmatch(path.name) and path.name not in files:
            path.unlink()
    return [folder / name for name in files]


def refresh(view: View) -> int:
    """Write the restored archives inside the chronicle anew, where there are any; how many.

    What is withheld is withheld in what was written before as well.
    """
    again = 0
    for folder in sorted(path.parent for path in view.chronicle.restored.glob("*/reports.jsonl")):
        rows = (folder / "reports.jsonl").read_text("utf-8").splitlines()
        shutil.rmtree(folder)
        if rows and (outlet := json.loads(rows[0]).get("outlet")):
            export(view, folder, outlet)
            again += 1
    return again


def page(row: Row) -> str:
    """A restored report in Markdown: its text with marks, its witnesses, credits and apparatus."""
    survives = _SURVIVES.get(row["survives"], row["survives"])
    facts = (
        f"Report `{row['report_id']}` of {_plain(row['outlet']) or 'an outlet that nothing names'}, language "
        f"{row['language'] or 'not clear'}; survives: {survives}; complete: {row['complete']}."
    )
    head = [f"# {_plain(row['heading'])}", "", facts, ""]
    original = f"`{row['original']}`" if row["original"] else "lost: no document of the heap is it"
    return "\n".join(
        [*head, f"Original: {original}.", "", "## Text", "", *_marked(row), "", "## Witnesses", ""]
        + [part for witness in row["witnesses"] for part in _witness(witness)]
        + ["## Apparatus", "", *_apparatus(row), "", "## Reasons", "", *_reasons(row["reasons"]), ""]
    )


def ledger(outlet: str, entries: list[Row], lone: list[Row]) -> str:
    """The list of all reports of ``outlet`` that are known of, and of what nothing attributes."""
    rows = [
        f"| [{_cell(row['heading'])}]({_file(row)}) | {row['language'] or ''} | {row['survives']} | "
        f"{row['complete']} | {len(row['witnesses'])} | {_cell(_credited(row))} |"
        for row in entries
    ]
    lines = [
        f"# What the heap knows of {_plain(outlet)}",
        "",
        f"{len(entries)} reports. A report that is only quoted or only credited has no text to restore.",
        "",
        "| report | language | survives | complete | witnesses | credited |",
        "|---|---|---|---|---|---|",
        *rows,
        "",
    ]
    if lone:
        lines += [
            "## Unattributed",
            "",
            f"{len(lone)} documents name no outlet and are ascribed to none.",
            "",
        ]
        lines += [f"- `{row['doc_id']}` {_plain(row['title']) or 'untitled'}{_alike(row)}" for row in lone]
        lines += ["", *_suggested(lone)]
    return "\n".join(lines)


def _alike(row: Row) -> str:
    return f" (like others: suggestion `{row['alike']}`)" if row["alike"] else ""


def _suggested(lone: list[Row]) -> list[str]:
    lines = []
    for alike in dict.fromkeys(row["alike"] for row in lone if row["alike"]):
        reasons = next(row["alike_reasons"] for row in lone if row["alike"] == alike)
        lines += [f"Suggestion `{alike}`, which is no finding: these documents look alike.", ""]
        lines += [*_reasons(reasons), ""]
    return lines


def _marked(row: Row) -> list[str]:
    """The text as quoted lines, each segment with its number, gaps marked where they are."""
    marks = [(s["stop"], f" [{i}]") for i, s in enumerate(row["segments"], 1)]
    marks += [(g["at"], f" […gap, {g['kind']}: {g['detail']}…]") for g in row["gaps"]]
    text, parts, at = row["text"], [], 0
    for place, mark in sorted(marks, key=lambda pair: pair[0]):
        parts.append(_lines(text[at:place]) + mark)
        at = place
    body = "".join(parts) + _lines(text[at:])
    return (
        [f"> {line}" if line else ">" for line in body.split("\n")] if text else ["No text of it survives."]
    )


def _witness(row: Row) -> list[str]:
    where = _plain(row["url"]) or "no address"
    when = _plain(row["published_local"]) or "no date"
    cut = f"; breaks off at character {row['truncated_at']}" if row["truncated"] else ""
    facts = (
        f"- `{row['doc_id']}` **{row['kind']}**, {_plain(row['outlet']) or 'outlet unknown'}, {when}, "
        f"{where}, "
        f"{row['language'] or 'language unclear'}, {row['words']} words{cut}"
    )
    lines = [facts]
    if row["withheld"]:
        lines.append(f"  - withheld: {row['withheld']}")
    if row["kind"] != "original":
        lines.append(f"  - taken from {'`' + row['parent'] + '`' if row['parent'] else 'the lost original'}")
    lines += [f"  - credit, {c['kind']}: “{_plain(c['surface'])}” ({c['passage']})" for c in row["credits"]]
    lines += [f"  - {reason}" for reason in _reasons(row["reasons"], "")]
    return [*lines, ""]


def _apparatus(row: Row) -> list[str]:
    return [
        f"{i}. characters {s['start']}-{s['stop']} from `{s['doc_id']}#c={s['d_start']}-{s['d_stop']}`"
        f" ({s['language'] or 'language unclear'}), read alike in {s['agreement']} independent "
        f"branch{'' if s['agreement'] == 1 else 'es'}"
        for i, s in enumerate(row["segments"], 1)
    ] or ["Nothing was restored."]


def _reasons(reasons: list[Row], bullet: str = "- ") -> list[str]:
    return [
        f"{bullet}{r['feature']} {r['value']:g}{': ' + _plain(r['detail']) if r['detail'] else ''}"
        for r in reasons
    ]


def _credited(row: Row) -> str:
    kinds = [credit["kind"] for witness in row["witnesses"] for credit in witness["credits"]]
    return ", ".join(f"{kind} ×{kinds.count(kind)}" for kind in dict.fromkeys(kinds)) or "not credited"


def _file(row: Row) -> str:
    return f"{row['report_id']}.md"


_MARKS = re.compile(r"([\\`*_\[\]<>()|#!&])")


def _plain(text: str | None) -> str:
    """Words of a source with what Markdown would take for mark-up escaped."""
    return _MARKS.sub(r"\\\1", " ".join((text or "").split()))


def _lines(text: str) -> str:
    """The same with line breaks kept."""
    return _MARKS.sub(r"\\\1", text)


def _cell(text: str | None) -> str:
    return _plain(text) or "untitled"
