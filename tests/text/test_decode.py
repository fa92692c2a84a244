"""Which encoding bytes are in. All texts are invented."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.text.decode import binary, decode

RU = (
    "Городской совет Заречья отложил ремонт моста до весны",
    "рабочие ждут денег уже третий месяц, сообщил мэр",
    "Над озером видели чёрных лебедей",
    "Жители подъезда написали объяснение, что это ещё не конец",
    "Цены на хлеб и молоко снова выросли",
)
BE = (
    "Гарадскі савет Зарэчча адклаў рамонт моста да вясны",
    "Над возерам бачылі двух чорных лебедзяў",
    "Дырэктарка школы папрасіла пачакаць яшчэ тыдзень",
    "Кошты на хлеб і малако зноў выраслі, піша газета",
)
UK = (
    "Міська рада Заріччя відклала ремонт мосту до весни",
    "Над озером бачили двох чорних лебедів",
    "Її директорка попросила зачекати ще тиждень",
    "Ціни на хліб і молоко знову зросли, пише газета",
)
EN = (
    "The café in Zürich closed",
    "Señor Ibáñez met the naïve façade builder",
    "Führer Straße is shut, they said",
)


def passage(parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(parts), min_size=2, max_size=12).map(". ".join)


@pytest.mark.parametrize("name", ["cp1251", "koi8-u", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"])
@settings(max_examples=40, deadline=None)
@given(text=passage(RU))
def test_russian_comes_back_from_each_old_encoding(name: str, text: str) -> None:
    assert decode(text.encode(name)).text == text


@pytest.mark.parametrize("name", ["cp1251", "koi8-u", "iso8859-5", "mac-cyrillic"])
@settings(max_examples=40, deadline=None)
@given(text=passage(UK))
def test_ukrainian_comes_back_from_encodings_that_have_its_letters(name: str, text: str) -> None:
    assert decode(text.encode(name)).text == text


@pytest.mark.parametrize("name", ["cp1251", "iso8859-5", "mac-cyrillic"])
@settings(max_examples=40, deadline=None)
@given(text=passage(BE))
def test_belarusian_comes_back(name: str, text: str) -> None:
    assert decode(text.encode(name)).text == text


@settings(max_examples=40, deadline=None)
@given(text=passage(EN))
def test_latin_comes_back(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.encoding, found.damage) == (text, "cp1252", ())


@pytest.mark.parametrize("name", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@settings(max_examples=40, deadline=None)
@given(text=passage(RU + BE + UK + EN))
def test_unicode_comes_back_without_a_mark(name: str, text: str) -> None:
    found = decode(text.encode(name))
    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_marks_and_line_ends_are_kept(mark: bytes, name: str) -> None:
    found = decode(mark + "Мост\r\nзакрыт".encode(name))
    assert (found.text, found.encoding) == ("\ufeffМост\r\nзакрыт", name)


def test_broken_utf8_is_repaired_and_said() -> None:
    data = ("Мост через Тихую закрыт. " * 20).encode()
    broken = data[:101] + data[102:]
    found = decode(broken)
    assert found.encoding == "utf-8"
    assert found.text.count("Мост через Тихую") >= 19
    assert [reason.feature for reason in found.damage] == ["replaced"]
    assert found.damage[0].value == found.text.count("\ufffd")


def test_lines_in_two_encodings() -> None:
    first, second = RU[0] + "\n", RU[1] + "\n"
    found = decode((first.encode() + second.encode("cp1251")) * 5)
    assert found.text == (first + second) * 5
    assert found.encoding == "mixed"
    assert found.damage[0].feature == "mixed"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded(data: bytes) -> None:
    found = decode(data)
    assert isinstance(found.text, str)
    assert isinstance(binary(data), bool)


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04rest", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n", b"GIF89a..", b"\x1f\x8b\x08"],
)
def test_known_file_kinds_are_binary(data: bytes) -> None:
    assert binary(data)


def test_noise_is_binary_and_text_is_not() -> None:
    assert binary(random.Random(3).randbytes(4000))
    for name in ("utf-8", "utf-16", "utf-16-le", "utf-32", "cp1251", "koi8-r", "cp866"):
        assert not binary(("\n".join(RU)).encode(name)), name
    assert not binary(b"")
    assert not binary(b"\x1b[1mplain\x1b[0m\n")
