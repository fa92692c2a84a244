"""Quotation marks: pairs by type, nesting, paragraphs, repair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.attribute import balance as balancing
from letapis.attribute import repair as mending
from letapis.attribute.marks import marks
from letapis.text.stream import stream

SAYING = frozenset({"сказал", "сказала", "заявил", "сказаў", "сказав", "said", "told"})


def inside(text: str) -> list[tuple[str, int]]:
    tokens = stream(text)
    return [(tokens.cut(pair.begin, pair.end), pair.depth) for pair in marks(tokens, SAYING)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Мост закрыт», — сказал он.", [("Мост закрыт", 0)]),
        ("„Мост зачынены“, — сказаў ён.", [("Мост зачынены", 0)]),
        ("“The bridge is shut,” she said.", [("The bridge is shut,", 0)]),
        ("''The bridge is shut,'' she said.", [("The bridge is shut,", 0)]),
        ("``The bridge is shut,'' she said.", [("The bridge is shut,", 0)]),
        ('"The bridge is shut," she said.', [("The bridge is shut,", 0)]),
        ("<<Мост закрыт>>, сказал он.", [("Мост закрыт", 0)]),
        ("Plans called ‘mad’ by all", [("mad", 0)]),
        ("Plans called 'mad' by all", [("mad", 0)]),
        ("the crews' pay, the boys' club, it's '95, rock'n'roll", []),
        ("Сям'я і сям’я паехалі на з'езд", []),
        ("«Завод «Заря» встал», — сказал он.", [("Завод «Заря» встал", 0), ("Заря", 1)]),
        ("«Он мне: „Уходи“», — сказал он.", [("Он мне: „Уходи“", 0), ("Уходи", 1)]),
        ("“He told me ‘go’ twice,” she said.", [("He told me ‘go’ twice,", 0), ("go", 1)]),
        ('"Мы в ООО "Ива" всегда", - сказал он.', [('Мы в ООО "Ива" всегда', 0), ("Ива", 1)]),
        (
            '" Речь не о " дрожжах ", а о муке ", - сказал он.',
            [('Речь не о " дрожжах ", а о муке', 0), ("дрожжах", 1)],
        ),
        ("It was “odd ”day", [("odd", 0)]),
        ("“It froze, ”said Mill.", [("It froze,", 0)]),
        ('“It froze," said Mill.', [("It froze,", 0)]),
        ("“It froze“ and “it broke“.", [("It froze", 0), ("it broke", 0)]),
        ("a board 6'2\" tall", []),
        ('<img alt="old bridge" src="b.png">', []),
        ("", []),
        ("«»", []),
    ],
)
def test_pairs(text: str, expected: list[tuple[str, int]]) -> None:
    assert inside(text) == expected


def test_paragraphs_each_opened() -> None:
    tokens = stream("«Первое.\n«Второе.\n«Третье и всё», — сказал он.")
    (pair,) = marks(tokens, SAYING)
    assert tokens.cut(pair.begin, pair.end).startswith("Первое.")
    assert tokens.words[pair.end - 1] == "всё"
    assert [tokens.words[number] for number in pair.repeats] == ["«", "«"]
    assert pair.repaired is None


def test_english_paragraphs_each_opened() -> None:
    tokens = stream("“One of us fell.\n\n“Then two of us fell down,” she said.")
    (pair,) = marks(tokens, SAYING)
    assert pair.repeats and tokens.cut(pair.begin, pair.end).endswith("fell down,")


def test_paragraphs_closed_later() -> None:
    assert inside("«Первое.\nВторое.\nТретье», — сказал он. «Ива»") == [
        ("Первое.\nВторое.\nТретье", 0),
        ("Ива", 0),
    ]


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        ("«Мост закрыт, — сказал водитель.", "Мост закрыт", "closing mark lost"),
        ("Мост закрыт надолго», — сказал водитель.", "Мост закрыт надолго", "opening mark lost"),
        ("Он сказал: мост закрыт надолго».", "мост закрыт надолго", "opening mark lost"),
        ("«Мост закрыт, — сказал водитель. — Надо", None, "the text breaks off before the closing mark"),
        ("«Мы из ООО «Ива», — сказал водитель.", "Мы из ООО «Ива»", "closing mark lost"),
        ("“The bridge is shut, Mill said.", "The bridge is shut", "closing mark lost"),
        ("«Мост закрыт”, — сказал водитель.", "Мост закрыт", "marks of two types"),
    ],
)
def test_repair(text: str, said: str | None, reason: str) -> None:
    tokens = stream(text)
    pair = next(pair for pair in marks(tokens, SAYING) if not pair.depth)
    assert pair.repaired == reason
    if said is not None:
        assert tokens.cut(pair.begin, pair.end) == said


@pytest.mark.parametrize("text", ["и » потом", "это « было", "a “ b", '" ', "”", "’ '", "„ „ „", "»»««"])
def test_stray_marks_never_raise(text: str) -> None:
    for pair in marks(stream(text), SAYING):
        assert pair.begin < pair.end


@given(st.text(alphabet="«»“”„\"'‘’<>—-,.!?:;\n абвAB\u0301\u00a0\u200b😀\u05d0=", max_size=120))
@settings(max_examples=300, deadline=None)
def test_pairs_nest_and_lie_in_the_text(text: str) -> None:
    tokens = stream(text)
    open_until: list[int] = []
    for pair in marks(tokens, SAYING):
        assert 0 <= pair.first <= pair.begin < pair.end <= pair.last <= len(tokens.words)
        while open_until and open_until[-1] <= pair.first:
            open_until.pop()
        assert len(open_until) == pair.depth
        assert not open_until or pair.last <= open_until[-1]
        open_until.append(pair.last)


def test_cost_grows_with_the_number_of_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    real = balancing._step

    def counted(
        ways: dict[str, tuple[float, object]], mark: balancing.Mark
    ) -> dict[str, tuple[float, object]]:
        nonlocal steps
        steps += len(ways)
        return real(ways, mark)

    monkeypatch.setattr(balancing, "_step", counted)
    marks(stream("« “ \" ' „ " * 2000), SAYING)
    assert steps <= 40 * 10_000


def test_rows_of_marks_are_not_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(balancing, "_step", lambda *_: pytest.fail("a row of marks quotes nothing"))
    assert marks(stream("«" * 50_000), SAYING) == []
    assert inside("«" * 50_000 + '\n«Мост», — сказал он. "' + "“" * 50_000) == [("Мост", 0)]


def test_few_lost_marks_of_a_line_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    real = mending._opened

    def counted(*given: Any) -> Any:
        nonlocal looked
        looked += 1
        return real(*given)

    monkeypatch.setattr(mending, "_opened", counted)
    marks(stream("« мост " * 60_000), SAYING)
    assert looked <= 5000
