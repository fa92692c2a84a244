"""A heap whose words try to get out of the page. Everything in it is invented."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from letapis.cli.entry import letapis
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.sample import BODY, ROWS, write

__all__ = ["EVIL", "chronicle", "opened"]

EVIL = "<script>alert(1)</script>"

HOSTILE: list[dict[str, object]] = [
    {
        "id": "h1",
        "url": "javascript:alert(document.cookie)",
        "outlet": f'Bad "{EVIL}',
        "published": "2021-03-05",
        "title": f"{EVIL} \u202e”><img src=x onerror=alert(2)>",
        "text": f"{EVIL} ]]> --> </style>\n{BODY}\nSource: Rechnik </mark><svg onload=alert(3)>",
    },
    {
        "id": "h2",
        "url": "https://rechnik.example/news/120",
        "outlet": "Rechnik",
        "published": "2021-06-09",
        "text": (
            "Rope walk reopens\nThe rope walk on Long Quay opened again on Wednesday after nine years. "
            "Its keeper said that hemp comes by barge again, and that she has taken on four apprentices. "
            "See also https://rechnik.example/news/124 and http://www.rechnik.example/news/131, and the "
            "front page https://rechnik.example/ too.\n"
            "Read also: The lamplighter who kept the harbour's books"
        ),
    },
    {
        "id": "h3",
        "url": "https://harbour-post.example/90",
        "outlet": "Harbour Post",
        "published": "2021-06-12",
        "text": (
            "Grain ships wait\nThree grain ships have been waiting in the roads since Monday, as Rechnik "
            "reported (https://rechnik.example/news/140). Their captains say that the pilots are ill. "
            "The port expects them to berth on Friday."
        ),
    },
]


def chronicle(folder: Path) -> Chronicle:
    """A chronicle of the sample and the hostile rows."""
    source = write(folder, [*ROWS, *HOSTILE])
    result = CliRunner().invoke(letapis, ["add", str(source), "--to", str(folder / "c")])
    assert result.exit_code == 0, result.output
    return Chronicle.open(folder / "c")


def opened(folder: Path) -> View:
    """A new view of the chronicle in ``folder``."""
    return View(Chronicle.open(folder))
