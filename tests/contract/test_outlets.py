"""What every outlet file must be: valid, and claiming nothing that another claims."""

from __future__ import annotations

import re
from collections import Counter
from zoneinfo import available_timezones

import pytest

from letapis.outlets import Outlet, by_domain, by_name, outlets
from letapis.text import fold

EVERY = pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.name)
ZONES = available_timezones()


@EVERY
def test_its_codes_are_codes(outlet: Outlet) -> None:
    assert outlet.zone in ZONES
    assert outlet.country is None or re.fullmatch("[A-Z]{2}", outlet.country)
    assert all(re.fullmatch("[a-z]{2}", code) for code in outlet.languages)


@EVERY
def test_its_addresses_have_the_plain_form(outlet: Outlet) -> None:
    for domain in outlet.domains:
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain), domain
        assert not domain.startswith("www.")
    assert not [handle for handle in outlet.handles if handle.startswith("@")]
    assert all(feed.startswith(("http://", "https://")) for feed in outlet.feeds)


@EVERY
def test_it_is_found_by_its_own_name_and_domains(outlet: Outlet) -> None:
    assert by_name(outlet.name) == outlet
    for name in outlet.names:
        assert by_name(name) == outlet, name
    for domain in outlet.domains:
        assert by_domain(domain) == by_domain(f"www.{domain}") == outlet


def test_nothing_is_claimed_twice() -> None:
    def twice(claims: list[str]) -> list[str]:
        return [claim for claim, count in Counter(claims).items() if count > 1]

    assert twice([outlet.name for outlet in outlets()]) == []
    assert twice([domain for outlet in outlets() for domain in outlet.domains]) == []
    assert twice([handle.lower() for outlet in outlets() for handle in outlet.handles]) == []
    assert twice([name for outlet in outlets() for name in {fold(name) for name in outlet.names}]) == []


def test_there_are_enough_and_the_agencies_have_names_in_each_script() -> None:
    assert len(outlets()) >= 300
    forms = {
        "Reuters": "Reuters Рейтер Рэйтар",
        "AFP": "AFP АФП",
        "BelaPAN": "BelaPAN БелаПАН БелаПАНу",
        "BelTA": "BelTA БЕЛТА БелТА",
        "TASS": "TASS ТАСС",
        "Interfax": "Interfax Интерфаксу Інтерфаксом Інтэрфакса",
        "Ukrinform": "Ukrinform Укрінформу Укринформа",
        "UNIAN": "UNIAN УНІАН УНИАН",
        "Xinhua": "Xinhua Синьхуа Сіньхуа",
        "Anadolu": "Anadolu Анадолу",
        "PAP": "PAP ПАП",
        "Pozirk": "Pozirk Позірк Позірку Позирка",
    }
    for name, some in forms.items():
        for form in some.split():
            found = by_name(form)
            assert found is not None and found.name == name, form
