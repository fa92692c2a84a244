"""Which forms name one outlet. All names and texts are invented."""

from __future__ import annotations

import random

from letapis.attribute.publishers import known, publishers
from letapis.model import Document, Link, Publisher
from letapis.text import fold


def page(number: int, text: str = "Мост закрыли.", **given: object) -> Document:
    return Document(f"d{number}", f"c{number}", text=text, **given)  # type: ignore[arg-type]


def learnt(*documents: Document) -> dict[str, str]:
    return known(publishers(documents))


def row(rows: list[Publisher], form: str) -> Publisher:
    return next(one for one in rows if fold(one.form) == fold(form))


HOME = page(0, url="https://www.rupar.example/1", outlet="Рупар", language="be")


def test_a_row_ties_its_name_to_its_host_and_case_forms_follow() -> None:
    names = learnt(HOME, page(1, "«Ждём», — сказал он «Рупару».", language="ru"))
    assert names["rupar.example"] == names["рупар"] == names["рупару"] == "Рупар"


def test_brackets_tie_a_name_to_a_domain() -> None:
    names = learnt(page(1, "Источник: «Заря реки» (zr-online.example)", language="ru"))
    assert names["заря реки"] == names["zr-online.example"] == "Заря реки"


def test_a_name_that_sounds_like_the_domain_counts_where_it_is_credited() -> None:
    told = page(1, "“We wait,” the captain told Rupar.", language="en")
    assert learnt(HOME, told)["rupar"] == "Рупар"
    assert "rupar" not in learnt(HOME, page(1, "The tugboat Rupar sank at noon.", language="en"))


def test_a_hyperlink_ties_only_a_name_that_sounds_so() -> None:
    linked = page(
        1, links=(Link("https://rupar.example/1", "Rupar"), Link("https://rupar.example/2", "Read more"))
    )
    names = learnt(HOME, linked)
    assert names["rupar"] == "Рупар" and "read more" not in names


def test_two_domains_are_never_one_and_what_may_name_either_stays_apart() -> None:
    told = page(3, "“We wait,” the captain told Rupar.", language="en")
    rows = publishers([page(1, url="https://rupar.example/1"), page(2, url="https://rupar.test/1"), told])
    names = known(rows)
    assert names["rupar.example"] != names["rupar.test"]
    assert names["rupar"] not in ("rupar.example", "rupar.test")
    assert row(rows, "Rupar").reasons[-1].feature == "ambiguous"


def test_names_with_a_number_or_a_suffix_are_outlets_of_their_own() -> None:
    heap = [
        page(i, url=f"https://{name.lower()}.example/{i}", outlet=name)
        for i, name in enumerate(("Maladzik", "Maladzik-24", "Maladzik-Info"))
    ]
    assert len(set(learnt(*heap).values())) == 3


def test_a_host_of_many_outlets_names_none_of_them() -> None:
    names = learnt(
        page(1, url="https://channels.example/a", outlet="Причал"),
        page(2, url="https://channels.example/b", outlet="Гавань"),
    )
    assert names == {"channels.example": "channels.example", "причал": "Причал", "гавань": "Гавань"}


def test_an_outlet_with_a_file_keeps_its_name() -> None:
    names = learnt(page(1, url="https://naviny.by/1", outlet="Наша рака"), page(2, url="https://naviny.by/2"))
    assert names["naviny.by"] == "Naviny.by" and names["наша рака"] == "Наша рака"


def test_the_order_of_the_documents_changes_nothing() -> None:
    heap = [
        HOME,
        page(1, "«Ждём», — сказал он «Рупару».", language="ru"),
        page(2, "“We wait,” the captain told Rupar.", language="en"),
        page(3, "Крыніца: «Рупар» (rupar.example)", language="be"),
        page(4, url="https://rupar.test/1", outlet="Rupar"),
    ]
    want = publishers(heap)
    for seed in range(5):
        random.Random(seed).shuffle(heap)
        assert publishers(heap) == want
