"""One invented page as it is being written, and the gold that grows beside it."""

from __future__ import annotations

import html
import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["LANGUAGES", "Gold", "Sheet", "Words", "words"]

LANGUAGES = ("ru", "uk", "be", "en")
_HOURS = {"ru": 3, "uk": 2, "be": 3, "en": 0}


@dataclass(frozen=True, slots=True)
class Words:
    """What sites of one language say, and the stories they tell."""

    code: str
    lists: dict[str, Any] = field(hash=False)
    say: dict[str, Any] = field(hash=False)
    stories: tuple[tuple[str, ...], ...]
    """Headline and paragraphs of each."""
    bank: tuple[str, ...]
    """Paragraphs that fit any story."""


@cache
def words(code: str) -> Words:
    """The words of a language, from ``texts/<code>.toml``."""
    lists = tomllib.loads((Path(__file__).parent / "texts" / f"{code}.toml").read_text("utf-8"))
    stories = [part.strip().splitlines() for part in ("\n" + lists["stories"].strip()).split("\n= ")[1:]]
    return Words(
        code, lists, lists["say"], tuple(map(tuple, stories)), tuple(lists["bank"].split("\n")[1:-1])
    )


@dataclass(slots=True)
class Gold:
    """What is to be read from a page."""

    title: str
    text: list[str] = field(default_factory=list)
    """Paragraphs of the article, in order."""
    either: list[str] = field(default_factory=list)
    """Lines that may stand in the text or not: captions, times in a live page, notes of the editors."""
    residue: list[tuple[str, str]] = field(default_factory=list)
    """(line, kind) of all else that must not stand in the text."""
    authors: list[str] = field(default_factory=list)
    date: str | None = None
    """ISO 8601, of the precision with which the page says it."""
    precision: str | None = None
    section: str | None = None
    canonical: str | None = None
    credits: list[str] = field(default_factory=list)
    """Lines that credit pictures."""
    truncated: bool = False
    how: str | None = None
    """ellipsis, sentence, more, summary, paywall."""


class Sheet:
    """A page of one site about one story: words are taken from it, and what they are is noted."""

    def __init__(self, number: int, code: str, story: int, site: int) -> None:
        self.number = number
        self.words = words(code)
        self.site, self.host = self.words.lists["site"][site], self.words.lists["host"][site]
        self.title, *self.body = self.words.stories[story]
        more = self.words.bank
        self.body += [more[(story + at * (1 + story % 2)) % len(more)] for at in range(1 + story % 4)]
        self.author = self._list("names", 0)
        self.other = self._list("names", 3)
        self.name = self._list("photographers", 0)
        self.section = self._list("sections", 0)
        zone = timezone(timedelta(hours=_HOURS[code]))
        self.at = datetime(2019, 1, 3, 7, 12, 40, tzinfo=zone) + timedelta(
            days=11 * number, minutes=37 * number
        )
        self.url = f"https://{self.host}/{self.at:%Y/%m/%d}/{100 + number}"
        self.gold = Gold(self.title)

    def _list(self, key: str, skip: int) -> str:
        found: list[str] = self.words.lists[key]
        return found[(self.number // 2 + skip) % len(found)]

    @property
    def code(self) -> str:
        return self.words.code

    @property
    def day(self) -> str:
        """The date in words: "3 января 2019", "January 3, 2019"."""
        month = self.words.lists["months"][self.at.month - 1]
        if self.code == "en":
            return f"{month} {self.at.day}, {self.at.year}"
        return f"{self.at.day} {month} {self.at.year}"

    def phrase(self, key: str, at: int | None = None) -> str:
        """What the site says for ``key``, its places filled; ``at`` chooses among the ways to say it."""
        said = self.words.say[key]
        if isinstance(said, list):
            said = said[(self.number // 2 if at is None else at) % len(said)]
        places = {
            "author": self.author,
            "other": self.other,
            "name": self.name,
            "site": self.site,
            "title": self.title,
            "url": self.url,
            "n": str(17 + 3 * self.number),
            "date": f"{self.at:%d.%m.%Y}" if self.code != "en" else self.day,
            "day": self.day.rsplit(" ", 1)[0].rstrip(","),
            "time": f"{self.at:%H:%M}",
            "section": self.section,
            "agency": self.words.lists["agency"],
            "place": self.words.say["place"],
        }
        for name, value in places.items():
            said = said.replace("{" + name + "}", value)
        return str(said)

    def say(self, text: str) -> str:
        """A paragraph of the article, escaped."""
        self.gold.text.append(text)
        return html.escape(text, quote=False)

    def may(self, text: str) -> str:
        """Words that may stand in the text or not, escaped."""
        self.gold.either.append(text)
        return html.escape(text, quote=False)

    def out(self, kind: str, text: str) -> str:
        """Words that must not stand in the text, escaped."""
        self.gold.residue.append((text, kind))
        if kind == "credit":
            self.gold.credits.append(text)
        return html.escape(text, quote=False)

    def off(self, kind: str, key: str, at: int | None = None) -> str:
        """The same for what the site says for ``key``."""
        return self.out(kind, self.phrase(key, at))

    def links(self, kind: str, lines: list[str], tag: str = "li") -> str:
        """Links that are not the article, each in an element."""
        made = (
            f'<{tag}><a href="/x/{at}">{self.out(kind, line)}</a></{tag}>' for at, line in enumerate(lines)
        )
        return "\n".join(made)

    def menu(self, tag: str = "li") -> str:
        return self.links("menu", [self.words.say["home"], *self.words.say["menu"]], tag)

    def also(self, first: int = 0, many: int = 3, tag: str = "li") -> str:
        titles = self.words.lists["also"]
        return self.links("read_also", [titles[(first + at) % len(titles)] for at in range(many)], tag)

    def comments(self, wrap: str = '<div class="comment"><b>{nick}</b><p>{text}</p></div>') -> str:
        """The readers' remarks, as long as the article."""
        say = self.words.say
        return "\n".join(
            wrap.format(nick=html.escape(say["nicks"][at % 3]), text=self.out("comment", text))
            for at, text in enumerate(say["comments"])
        )

    def cut(self, how: str, keep: int = 2) -> list[str]:
        """The first paragraphs of the story, broken off in the way that ``how`` names."""
        self.gold.truncated, self.gold.how = True, how
        kept = self.body[:keep]
        if how in ("ellipsis", "summary", "sentence"):
            all_words = kept[-1].split()
            cut = all_words[: max(5, 2 * len(all_words) // 3)]
            while len(cut) > 4 and cut[-1][-1] in ".!?»”,:":
                cut.pop()
            kept[-1] = " ".join(cut) + {"ellipsis": "…", "summary": " […]", "sentence": ""}[how]
        return kept

    def dated(self, precision: str = "minute") -> None:
        """Note that the page says its date."""
        self.gold.date = self.at.isoformat() if precision != "day" else f"{self.at:%Y-%m-%d}"
        self.gold.precision = precision

    def signed(self) -> None:
        """Note that the page names its author."""
        self.gold.authors = [self.author]

    def head(self, *more: str, og: bool = True, title: str | None = None) -> str:
        """The head of the page."""
        shown = html.escape(title or f"{self.title} — {self.site}", quote=False)
        metas = [f"<title>{shown}</title>"]
        if og:
            metas += [
                f'<meta property="og:title" content="{html.escape(self.title)}">',
                '<meta property="og:type" content="article">',
                f'<meta property="og:site_name" content="{html.escape(self.site)}">',
                f'<meta property="og:url" content="{self.url}">',
            ]
        return "<head>" + "\n".join([*metas, *more]) + "</head>"

    def canonical(self) -> str:
        self.gold.canonical = self.url
        return f'<link rel="canonical" href="{self.url}">'
