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
LONG = 10_000
LINE = 2_000


def language(code: str) -> Language:
    found = langs.get(code)
    assert found is not None
    return found


def patterns(known: Language) -> Iterator[tuple[str, bool]]:
    """Every pattern, and whether it is for lines alone; ¤ stands where an outlet was found."""
    yield from ((pattern, True) for _, pattern in known.furniture)
    yield from ((pattern, True) for pattern in (*known.more, *known.footers))
    yield from ((pattern, False) for pattern in known.months)
    yield from ((credit.pattern.replace("{outlet}", "(?P<outlet>¤)"), False) for credit in known.credits)


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
    for pattern, _ in patterns(known):
        re.compile(pattern, FLAGS)
    for pattern in known.footers:
        assert set(re.compile(pattern, FLAGS).groupindex) <= {"title", "outlet"}
    for credit in known.credits:
        assert credit.kind in KINDS
        assert 0 < credit.score <= 1


@pytest.mark.parametrize("code", CODES)
def test_its_patterns_are_quick_on_a_long_line(code: str) -> None:
    """Time grows with the text, not with its square: a paragraph can be 5 MB long.

    Of a long line, patterns for lines alone are shown the last LINE characters.
    """
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
    line = " ".join(words)
    texts = [(" " * LONG).join((line, line)), (line + " ") * (LONG // len(line)), line[0] * LONG]
    for pattern, alone in patterns(known):
        compiled = re.compile(pattern, FLAGS)
        before = time.process_time()
        for text in texts:
            sum(1 for _ in compiled.finditer(text[-LINE:] if alone else text))
        # Good ones take a few hundredths of a second, those that go back over the text many times that.
        assert time.process_time() - before < 0.4, pattern


@pytest.mark.parametrize("code", CODES)
def test_its_samples_are_told_apart(code: str) -> None:
    for sample in language(code).samples:
        found = identify(sample)[0]
        assert found == code, f"{sample} is taken for {found}"
