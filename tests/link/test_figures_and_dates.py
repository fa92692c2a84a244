"""Annotated sentences of each language: every figure and date in braces, nothing else found."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from letapis import langs
from letapis.link.dates import dates
from letapis.link.figures import figures
from letapis.model import Figure
from letapis.text.stream import stream

PUBLISHED = date(2020, 9, 1)
SHEETS = Path(__file__).parent / "quantities"
QUALIFIERS = {"about", "over", "under", "almost"}
MARKED = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def lines(code: str) -> list[str]:
    text = (SHEETS / f"{code}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


CASES = [(code, line) for code in ("be", "en", "ru", "uk") for line in lines(code)]


def plain(line: str) -> tuple[str, dict[tuple[int, int], str]]:
    """The sentence without marks, and what its spans are annotated with."""
    text, at = "", 0
    wanted: dict[tuple[int, int], str] = {}
    for match in MARKED.finditer(line):
        text += line[at : match.start()]
        wanted[len(text), len(text) + len(match[1])] = match[2]
        text += match[1]
        at = match.end()
    return text + line[at:], wanted


def agrees(found: Figure, wish: str) -> bool:
    value, *words = wish.split()
    low, _, high = value.partition("..")
    right = [
        found.low == pytest.approx(float(low)),
        found.high == pytest.approx(float(high or low)),
    ]
    for word in words:
        if word in QUALIFIERS:
            right.append(found.qualifier == word)
        elif word[0] == "/":
            right.append(found.per == word[1:])
        elif word == "said":
            right.append(any(reason.feature == "said" for reason in found.reasons))
        else:
            right.append(word in (found.unit, found.currency))
    return all(right)


@pytest.mark.parametrize(("code", "line"), CASES)
def test_a_sentence_reads_as_annotated(code: str, line: str) -> None:
    text, wanted = plain(line)
    language = langs.get(code)
    assert language
    read = stream(text, language.abbreviations)
    days = dates(read, language, PUBLISHED)
    sums = figures(read, language, [(one.start, one.stop) for one in days], published=PUBLISHED)
    assert sorted(text[a:b] for a, b in wanted) == sorted(
        [*(one.surface for one in days), *(one.surface for one in sums)]
    )
    for day in days:
        assert f"@{day.value}" == wanted[day.start, day.stop]
    for one in sums:
        assert agrees(one, wanted[one.start, one.stop]), one


def test_there_are_sixty_sentences_a_language() -> None:
    assert all(len(lines(code)) >= 60 for code in ("be", "en", "ru", "uk"))
