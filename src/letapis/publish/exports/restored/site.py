"""The archive as a web site that needs no server and no script: what its pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from importlib.resources import files

from letapis import langs
from letapis.publish.exports.restored.marked import Mark
from letapis.publish.exports.restored.markup import Html, page, tag
from letapis.publish.ledger import Ledger
from letapis.publish.view import Row, View

__all__ = ["Site", "day", "reasons", "siglum", "style", "table", "tongue"]


@dataclass
class Site:
    """An archive while its pages are written: they note every passage that they point to."""

    view: View
    ledger: Ledger
    twins: frozenset[str] = frozenset()
    """The other forms that stand beside the site: ``markdown``, ``jsonl``, ``wacz``."""
    marks: dict[str, dict[Mark, dict[Html, None]]] = field(default_factory=dict)
    """For each document the passages pointed to, and for each passage from where."""

    def point(self, doc_id: str, start: int, stop: int, kind: str, source: Html) -> str:
        """The address of a passage, seen from the site's folder; its page will mark it.

        The page of a withheld document has no passages: the address is that of the page.
        """
        if self._withheld(doc_id):
            self.marks.setdefault(doc_id, {})
            return f"documents/{doc_id}.html#main"
        self.marks.setdefault(doc_id, {}).setdefault(Mark(start, stop, kind), {})[source] = None
        return f"documents/{doc_id}.html#c={start}-{stop}"

    @cached_property
    def addresses(self) -> dict[str, list[Row]]:
        """Addresses of the outlet's own pages that the witnesses of each report give."""
        found: dict[str, list[Row]] = {}
        for row in self.ledger.addresses:
            for report_id in row["reports"]:
                found.setdefault(report_id, []).append(row)
        return found

    def place(self, passage: str, kind: str, source: Html) -> str:
        """The same from an address as rows have it: ``doc_id#c=start-stop``, or ``#residue``."""
        doc_id, _, place = passage.partition("#")
        start, dash, stop = place.removeprefix("c=").partition("-")
        if dash and start.isdecimal() and stop.isdecimal():
            return self.point(doc_id, int(start), int(stop), kind, source)
        self.marks.setdefault(doc_id, {})
        return f"documents/{doc_id}.html#{'main' if self._withheld(doc_id) else place or 'main'}"

    def _withheld(self, doc_id: str) -> bool:
        return bool(self.view.index("documents", "doc_id").get(doc_id, {}).get("withheld"))

    def frame(self, title: str, body: Html, *, root: str = "../", extra: str = "") -> str:
        """A page under the archive's own head, with the way back to the ledger."""
        home = tag("a", "Letapis", href=f"{root}index.html", class_="home")
        way = tag("a", f"Ledger of {self.ledger.outlet}", href=f"{root}index.html")
        head = tag("header", home, tag("nav", way, aria_label="Archive"))
        foot = tag(
            "footer",
            "Restored by Letapis from copies in one heap. What is absent here may exist elsewhere. "
            "Every claim is an inference with its reasons beside it, not a verdict.",
        )
        whole = Html.of(head, tag("main", body, id="main"), foot)
        return page(f"{title} — {self.ledger.outlet}", whole, root=root, extra=extra)


def siglum(number: int) -> str:
    """The letter that stands for a witness: A to Z, then AA and on.

    >>> siglum(0), siglum(25), siglum(26), siglum(52)
    ('A', 'Z', 'AA', 'BA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def tongue(code: str | None) -> str:
    """A language as it calls itself, with its code.

    >>> tongue("be"), tongue(None)
    ('беларуская (be)', 'language unclear')
    """
    if not code:
        return "language unclear"
    known = langs.get(code)
    return f"{known.name} ({code})" if known else code


def day(at: datetime | None, none: str = "no date") -> str:
    """A date as people write it.

    >>> day(datetime(2021, 3, 3, 9, 30))
    '3 March 2021'
    """
    return f"{at.day} {at:%B %Y}" if at else none


def reasons(rows: list[Row] | None) -> Html:
    """Why something is claimed: each observation, its value and its words."""
    items = [
        tag(
            "li",
            tag("b", r["feature"]),
            f" {r['value']:g}",
            Html.of(": ", tag("bdi", r["detail"])) if r["detail"] else None,
        )
        for r in rows or ()
    ]
    return tag("ul", *items, class_="why") if items else tag("p", "No reason is on record.", class_="mute")


def table(label: str, heads: Sequence[str], rows: Iterable[tuple[str | None, Sequence[object]]]) -> Html:
    """A table that scrolls by itself and, where there is little room, shows each row as a card.

    ``rows`` are an id, or None, and the cells; a head that ends in ``#`` stands over numbers.
    """
    numbers = [head.endswith("#") for head in heads]
    names = [head.rstrip("#") for head in heads]
    top = [
        tag("th", name, scope="col", class_="n" if number else None)
        for name, number in zip(names, numbers, strict=True)
    ]
    body = []
    for row_id, cells in rows:
        made = [
            tag("td", _cell(cell), class_="n" if number else None, data_h=name or None)
            for cell, name, number in zip(cells[1:], names[1:], numbers[1:], strict=True)
        ]
        body.append(tag("tr", tag("th", cells[0], scope="row"), *made, id=row_id))
    inner = tag("table", tag("thead", tag("tr", *top)), tag("tbody", *body))
    return tag("div", inner, class_="scroll", tabindex="0", role="region", aria_label=label)


def _cell(content: object) -> Html | None:
    """One box, so that a card can set it beside its head."""
    inner = Html.of(content)
    return tag("div", inner) if inner else None


def style() -> str:
    """The one style of all pages."""
    return (files(__package__) / "style.css").read_text("utf-8")
