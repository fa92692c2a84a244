"""Every outlet file keeps the contract."""

from collections import Counter
from importlib.resources import files
from zoneinfo import available_timezones

import pytest

from letapis import langs
from letapis.errors import PluginError
from letapis.outlets import by_domain, by_name, outlets, parse
from letapis.text import fold

ALL = outlets()


@pytest.mark.parametrize("outlet", ALL, ids=lambda outlet: outlet.name)
def test_an_outlet_has_what_an_outlet_needs(outlet):
    assert outlet.name.strip() == outlet.name
    assert outlet.zone in available_timezones()
    assert outlet.country and len(outlet.country) == 2 and outlet.country.isupper()
    assert all(len(code) == 2 and code.islower() for code in outlet.languages)
    assert all(domain == domain.lower() and "." in domain and "/" not in domain for domain in outlet.domains)
    assert not any(domain.startswith("www.") for domain in outlet.domains)
    assert all(handle and not handle.startswith("@") for handle in outlet.handles)
    assert not set(outlet.names) & set(outlet.cautious)


@pytest.mark.parametrize("outlet", ALL, ids=lambda outlet: outlet.name)
def test_an_outlet_is_found_by_all_that_it_is_called(outlet):
    for domain in outlet.domains:
        assert by_domain(f"www.{domain}") == outlet
    for name in (*outlet.names, *outlet.cautious):
        assert by_name(name) is not None


def test_nothing_is_claimed_twice():
    for claims in (
        [outlet.name for outlet in ALL],
        [domain for outlet in ALL for domain in outlet.domains],
        [handle.casefold() for outlet in ALL for handle in outlet.handles],
        [name for outlet in ALL for name in {fold(n) for n in (*outlet.names, *outlet.cautious)}],
    ):
        assert not [claim for claim, count in Counter(claims).items() if count > 1]


def test_there_are_many_and_of_every_kind():
    assert len(ALL) >= 80
    assert {"BY", "UA", "RU", "PL", "LT"} <= {outlet.country for outlet in ALL}
    assert sum(outlet.platform for outlet in ALL) >= 4
    assert len(ALL) == sum(path.name.endswith(".toml") for path in files("letapis.outlets").iterdir())


def test_a_bad_file_is_refused():
    for text in ("name = ", 'name = "x"', 'name = "x"\nnames = ["x"]\nsite = "y"'):
        with pytest.raises(PluginError):
            parse(text, "x.toml")


def test_languages_of_the_house_are_published_in():
    assert {"be", "en", "ru", "uk"} <= {code for outlet in ALL for code in outlet.languages} & set(
        langs.codes()
    )
