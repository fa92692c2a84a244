"""What every language file must be: complete, compiled, quick on long lines, and told apart."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

import pytest

from letapis import langs
from letapis.attribute.citations import citations
from letapis.attribute.quotations import quotations
from letapis.langs.base import Language
from letapis.langs.base.calendar import Calendar
from letapis.langs.base.naming import Naming
from letapis.langs.base.office import Office, rows
from letapis.langs.base.quantity import Quantity
from letapis.langs.base.speech import Speech
from letapis.langs.identify import identify
from letapis.link.sift import sift
from letapis.model import Document
from letapis.text import fold

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


RECORDS = {
    "speech": Speech,
    "quantity": Quantity,
    "calendar": Calendar,
    "naming": Naming,
    "office": Office,
}
FOLDED = ("speech", "quantity", "calendar")
"""Records whose words are compared with folded tokens as they are; a room folds those of the others."""
FULL = [language.code for language in langs.languages() if language.speech.verbs]
"""Languages with records of their own."""


def vocabulary(value: object) -> Iterator[str]:
    """The words of one field: of a set, of phrases, and of the keys of a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | frozenset | tuple):
        for one in value:
            yield from vocabulary(one)


def filled(code: str, record: str) -> Iterator[tuple[str, list[str]]]:
    """The fields of a record that hold words, and their words."""
    value = getattr(language(code), record)
    for field in fields(value):
        held = getattr(value, field.name)
        if not isinstance(held, str) and (found := list(vocabulary(held))):
            yield field.name, found


@pytest.mark.parametrize("record", sorted(RECORDS))
@pytest.mark.parametrize("code", CODES)
def test_its_records_are_records(code: str, record: str) -> None:
    assert isinstance(getattr(language(code), record), RECORDS[record])
    for field, held in filled(code, record):
        assert not [word for word in held if not word or word != word.strip()], f"{field} has an empty word"


@pytest.mark.parametrize("record", FOLDED)
@pytest.mark.parametrize("code", CODES)
def test_every_word_that_is_compared_has_its_folded_form(code: str, record: str) -> None:
    """A word may stand there as it is written, too; without the folded form it is never found."""
    for field, held in filled(code, record):
        known = set(held)
        assert not [word for word in known if fold(word) not in known], field
        if record == "speech":
            assert not [word for word in known if word != fold(word)], field


@pytest.mark.parametrize("code", FULL)
def test_the_words_of_offices_are_lower_case(code: str) -> None:
    for field, held in filled(code, "office"):
        assert not [word for word in held if word != word.lower()], field
    for field in ("roles", "titles", "kin", "organisations", "places", "locatives"):
        for word in getattr(language(code).naming, field):
            assert word == word.strip() and word


@pytest.mark.parametrize("code", FULL)
def test_the_blocks_of_offices_can_be_read(code: str) -> None:
    office = language(code).office
    for block in (office.bodies, office.short, office.nations):
        found = list(rows(block))
        assert found
        assert not [entry for entry in found if not all(entry)]


@pytest.mark.parametrize("code", FULL)
def test_its_records_say_what_rules_ask(code: str) -> None:
    known = language(code)
    assert known.speech.order in ("fixed", "free")
    assert {verb.form for verb in known.speech.verbs.values()} <= {
        "finite",
        "gerund",
        "infinitive",
        "participle",
        "passive",
        "past",
    }
    assert {verb.sort for verb in known.speech.verbs.values()} <= {
        "say",
        "think",
        "demand",
        "promise",
        "question",
        "deny",
        "judge",
        "want",
    }
    assert set(known.calendar.months.values()) == set(range(1, 13))
    assert all(value >= 0 for value in known.quantity.cardinals.values())
    assert all(value > 0 for value in known.quantity.scales.values())
    assert known.quantity.decimal in (",", ".")
    assert known.things


TEXT = (
    "«Word word», — Mohov. “Word word!”\n— Мост закрыт. 05.03.2021, 12:30; 1 200 000 km, 5 %, $7, 3–5 kg. "
    "ААТ «Мох», UN, Naviny.by, @reuters."
)


@pytest.mark.parametrize("code", [*CODES, None])
def test_every_finder_reads_a_text_with_or_without_its_words(code: str | None) -> None:
    """What needs no words is found in every language, and in none: digits, signs, marks."""
    for known in (langs.get(code), bare(code)):
        document = Document("d", "c", text=TEXT, language=code)
        found = sift(TEXT, known)
        assert "2021-03-05" in {one.value[:10] for one in found.dates}
        assert {1_200_000.0, 5.0, 7.0, 3.0} <= {one.low for one in found.amounts}
        for one in (*found.spots, *found.amounts, *found.dates, *citations(document, known, {})):
            assert one.start is not None and one.surface == TEXT[one.start : one.stop]
        for said in quotations(document, known):
            assert 0 <= said.start < said.stop <= len(TEXT)


def bare(code: str | None) -> Language | None:
    """A language with its marks and letters alone, as a new file may begin."""
    known = langs.get(code)
    if known is None:
        return None
    records = {name: kind() for name, kind in RECORDS.items()}
    return replace(known, code="xx", things={}, **records)  # type: ignore[arg-type]
