"""A small heap for tests. Everything in it is invented."""

from __future__ import annotations

import json
from pathlib import Path

__all__ = ["BODY", "ROWS", "SECRET", "write"]

SECRET = "Alena Vyaz-Brodskaya"
"""A name that stands in several documents, and that tests withhold."""

BODY = (
    "The ferry between Zarechny and Old Mill stopped on 3 March 2021 after its boiler was found cracked. "
    f"“Nobody was hurt, and nobody will sail until it is mended,” {SECRET}, head of the river port, "
    "told Rechnik. "
    "Repairs will cost 48,000 thalers and take about six weeks, the port said in a statement. "
    "Some 300 people a day cross the river at this place. "
    "Until then a bus will go round by the upper bridge. "
    "The town council will meet on Friday to discuss who should pay for the new boiler."
)

ROWS: list[dict[str, object]] = [
    {
        "id": "a1",
        "url": "https://rechnik.example/ferry",
        "outlet": "Rechnik",
        "published": "2021-03-03T09:00:00+02:00",
        "text": f"Ferry stops after boiler cracks\n{BODY}",
    },
    {
        "id": "a2",
        "url": "https://bierah.example/ferry-stops",
        "outlet": "Bierah",
        "published": "2021-03-03T15:00:00+02:00",
        "text": f"Ferry stops after boiler cracks\n{BODY}\nSource: rechnik.example",
    },
    {
        "id": "a3",
        "url": "https://harbour-post.example/77",
        "outlet": "Harbour Post",
        "published": None,
        "text": "Ferry stops after boiler cracks\n" + BODY[:150] + "… Read more",
    },
    {
        "id": "b1",
        "url": "https://harbour-post.example/78",
        "outlet": "Harbour Post",
        "published": "2021-04-01",
        "text": (
            "Library opens on Sundays\nFrom May the town library will open on Sundays as well, its director "
            "Pavel Lozovik told Rechnik. He said that students had asked for it since autumn. "
            "Two more librarians will be hired, and the reading room will get new lamps."
        ),
    },
]


def write(folder: Path, rows: list[dict[str, object]] | None = None) -> Path:
    """The rows as a JSONL file in ``folder``."""
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows or ROWS), "utf-8")
    return path
