"""The archive in Markdown: a page a report, and the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from letapis.publish.exports.restored.tree import others
from letapis.publish.exports.restored.words import many
from letapis.publish.ledger import SURVIVES, Ledger, counts
from letapis.publish.view import Row

__all__ = ["page", "pages"]


def pages(book: Ledger, site: bool) -> Iterator[tuple[str, str]]:
    """Every page with its path. With ``site`` passages lead to the witnesses' pages in HTML."""
    yield "ledger.md", _ledger(book)
    for row in book.entries:
        yield _file(row), page(row, site)


def page(row: Row, site: bool = False) -> str:
    """A restored report in Markdown: its text with marks, its witnesses, credits and apparatus.

    With ``site`` a passage leads to the page of its witness in HTML, which stands beside this one.
    """
    survives = SURVIVES.get(row["survives"], row["survives"])
    facts = (
        f"Report `{row['report_id']}` of {_plain(row['outlet']) or 'an outlet that nothing names'}, language "
        f"{row['language'] or 'not clear'}; survives: {survives}; complete: {row['complete']}."
    )
    head = [f"# {_plain(row['heading'])}", "", facts, ""]
    original = f"`{row['original']}`" if row["original"] else "lost: no document of the heap is it"
    return "\n".join(
        [*head, f"Original: {original}.", "", "## Text", "", *_marked(row), "", "## Witnesses", ""]
        + [part for witness in row["witnesses"] for part in _witness(witness)]
        + ["## Apparatus", "", *_apparatus(row, site), "", "## Reasons", "", *_reasons(row["reasons"]), ""]
    )


def _ledger(book: Ledger) -> str:
    """All reports of the outlet, what else is known to have existed, and what is absent here."""
    numbers = counts(book.entries)
    told = (
        f"{many(numbers['origins'], 'report')} in {many(numbers['pages'], 'page')} of "
        f"{many(numbers['outlets'], 'outlet')}; pages that name none: {numbers['pages_without_outlet']}. "
        "A report that is only quoted or only credited has no text to restore."
    )
    lines = [
        f"# What the heap knows of {_plain(book.outlet)}",
        "",
        told,
        "",
        "| report | published | language | survives | complete | pages | credited |",
        "|---|---|---|---|---|---|---|",
        *(_row(book, row) for row in book.entries),
        "",
        *_known(book),
        *_absent(book),
    ]
    if book.lone:
        told = f"Documents that name no outlet and are ascribed to none: {len(book.lone)}."
        lines += ["## Unattributed", "", told, ""]
        lines += [
            f"- `{row['doc_id']}` {_plain(row['title']) or 'untitled'}{_alike(row)}" for row in book.lone
        ]
        lines += ["", *_suggested(book.lone)]
    return "\n".join(lines)


def _row(book: Ledger, row: Row) -> str:
    at, basis = book.dates[row["report_id"]]
    when = f"{at:%Y-%m-%d}, {basis}" if at else f"unknown: {basis}"
    return (
        f"| [{_cell(row['heading'])}]({_file(row)}) | {when} | {row['language'] or ''} | {row['survives']} | "
        f"{row['complete']} | {len(row['witnesses'])} | {_cell(_credited(row))} |"
    )


def _known(book: Ledger) -> list[str]:
    lines = [
        "## Known to have existed",
        "",
        "Credited, linked to or named; its text is absent in this heap.",
        "",
    ]
    for kind, rows in (("credit", book.credits), ("address", book.addresses), ("heading", book.headings)):
        for row in rows:
            address = f" `{row['address'].replace('`', '')}`" if row["address"] else ""
            words = _plain(row["title"] or row["said_by"][0]["words"])
            said = ", ".join(
                f"{_plain(s['outlet']) or 'outlet unknown'} `{s['passage']}`" for s in row["said_by"]
            )
            lines.append(f"- {kind}:{address} “{words}”, says {said}")
    return [*(lines if len(lines) > 4 else [*lines, "No such trace beside the reports above."]), ""]


def _absent(book: Ledger) -> list[str]:
    lines = ["## Calendar", "", "Reports by month; one without a date stands in no month.", ""]
    for row in book.months:
        when = row["from"] if row["months"] == 1 else f"{row['from']} to {row['to']}"
        lines.append(f"- {when}: {row['reports'] or 'none in this heap'}")
    undated = sum(at is None for at, _ in book.dates.values())
    lines += [f"- without a date: {undated}"] if undated else []
    for row in book.numbering:
        lines.append(
            f"- addresses like {_plain(row['form'])} run from {row['low']} to {row['high']}; {row['here']} "
            f"are known here, and {row['absent']} numbers, perhaps never used, are absent"
        )
    return [*lines, ""]


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
        lines += [f"  - and also from `{other}`" for other in others(row)]
    lines += [f"  - credit, {c['kind']}: “{_plain(c['surface'])}” ({c['passage']})" for c in row["credits"]]
    lines += [f"  - {reason}" for reason in _reasons(row["reasons"], "")]
    return [*lines, ""]


def _apparatus(row: Row, site: bool) -> list[str]:
    hidden = {witness["doc_id"] for witness in row["witnesses"] if witness["withheld"]}
    return [
        f"{i}. characters {s['start']}-{s['stop']} from {_passage(s, site, hidden)}"
        f" ({s['language'] or 'language unclear'}), read alike in {s['agreement']} independent "
        f"branch{'' if s['agreement'] == 1 else 'es'}"
        for i, s in enumerate(row["segments"], 1)
    ] or ["Nothing was restored."]


def _passage(segment: Row, site: bool, hidden: set[str]) -> str:
    place = f"c={segment['d_start']}-{segment['d_stop']}"
    shown = f"`{segment['doc_id']}#{place}`"
    target = "main" if segment["doc_id"] in hidden else place  # a withheld page has no passages
    return f"[{shown}](documents/{segment['doc_id']}.html#{target})" if site else shown


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
