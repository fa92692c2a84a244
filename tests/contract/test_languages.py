"""What every language file must be: complete, compiled, quick on long lines, and told apart."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from letapis import langs
from letapis.langs.base import Language
from letapis.langs.identify import identify

CODES = langs.codes()
KINDS = {
    "dateline",
    "image_credit",
    "joint",
    "link",
    "platform",
    "published_by",
    "reported_by",
    "repost_footer",
    "told_to",
}
FLAGS = re.IGNORECASE | re.UNICODE


def language(code: str) -> Language:
    found = langs.get(code)
    assert found is not None
    return found


def patterns(known: Language) -> Iterator[str]:
    yield from known.months
    yield from (pattern for _, pattern in known.furniture)
    yield from known.more
    yield from known.footers
    yield from (credit.pattern.replace("{outlet}", r"(?P<outlet>[^\n]{1,80}?)") for credit in known.credits)


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_complete(code: str) -> None:
    known = language(code)
    assert known.code == code
    assert known.script in {"Cyrl", "Latn"}
    assert len(set(known.alphabet)) == len(known.alphabet) > 20
    assert len(known.months) == 12
    assert known.quotes and known.samples and known.function and known.saying


@pytest.mark.parametrize("code", CODES)
def test_its_words_are_lower_case(code: str) -> None:
    known = language(code)
    for word in known.function | known.saying | known.abbreviations:
        assert word == word.lower()


@pytest.mark.parametrize("code", CODES)
def test_its_patterns_compile_and_name_their_groups(code: str) -> None:
    known = language(code)
    for pattern in patterns(known):
        re.compile(pattern, FLAGS)
    for pattern in known.footers:
        assert set(re.compile(pattern, FLAGS).groupindex) <= {"title", "outlet"}
    for credit in known.credits:
        assert credit.kind in KINDS
        assert 0 < credit.score <= 1


@pytest.mark.parametrize("code", CODES)
def test_its_patterns_are_quick_on_a_long_line(code: str) -> None:
    """A pattern that goes back over the same stretch takes minutes here; the slowest good one far less."""
    known = language(code)
    words = [
        *sorted(known.saying)[:20],
        *sorted(known.function)[:20],
        "(«",
        "»)",
        "—",
        "name.example",
        "2019",
    ]
    line = (" ".join(words) + " ") * (20_000 // len(" ".join(words)))
    for pattern in patterns(known):
        compiled = re.compile(pattern, FLAGS)
        before = time.process_time()
        for text in (line, " " * 20_000, line[0] * 20_000):
            compiled.fullmatch(text)
            sum(1 for _ in compiled.finditer(text))
        assert time.process_time() - before < 2, pattern


@pytest.mark.parametrize("code", CODES)
def test_its_samples_are_told_apart(code: str) -> None:
    for sample in language(code).samples:
        found = identify(sample)[0]
        assert found == code, f"{sample} is taken for {found}"
