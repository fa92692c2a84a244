"""Addresses in their one form, and those that are none."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.collect.fetch.address import clean
from letapis.collect.fetch.errors import FetchError


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("http://A.Example", "http://a.example/"),
        ("http://a.example.:80/x", "http://a.example/x"),
        ("https://a.example:443", "https://a.example/"),
        ("https://a.example:80", "https://a.example:80/"),
        ("  http://a.example/x\n", "http://a.example/x"),
        ("http://a.ex\tample/", "http://a.example/"),
        ("http://a.example/a/./b/../c", "http://a.example/a/c"),
        ("http://a.example/../../x", "http://a.example/x"),
        ("http://a.example/a/..", "http://a.example/"),
        ("http://a.example/a/%2E%2e/b", "http://a.example/b"),
        ("http://a.example/%7Ea/100%", "http://a.example/%7Ea/100%25"),
        ("http://a.example/мост", "http://a.example/%D0%BC%D0%BE%D1%81%D1%82"),
        ("http://a.example?x=1#y", "http://a.example/?x=1"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://BÜCHER.example", "http://xn--bcher-kva.example/"),
        ("http://a_b.example/", "http://a_b.example/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
        ("http://a.example//b", "http://a.example//b"),
    ],
)
def test_one_form(url: str, same: str) -> None:
    assert clean(url) == same
    assert clean(same) == same


@pytest.mark.parametrize(
    "url",
    [
        "",
        "a.example",
        "//a.example",
        "file:///etc/passwd",
        "FTP://a.example/",
        "javascript:alert(1)",
        "http://",
        "http:///x",
        "http://user:word@a.example/",
        "http://good.example@a.example/",
        "http://a.example\\@b.example/",
        "http://a.example:0/",
        "http://a.example:99999/",
        "http://a.example:x/",
        "http://a.example:6379/",
        "http://a.example:25/",
        "http://[::1/",
        "http://[v1.x]/",
        "http://a..example/",
        "http://a b.example/",
        "http://a%00b.example/",
        "http://a%2Fb.example/",
        "http://xn--\u0660.example\u2488/",
        "http://" + "a" * 300 + ".example/",
        "http://a.example/" + "a" * 10_000,
    ],
)
def test_no_address(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        clean(url)
    assert caught.value.reason == "bad_address"


@given(st.text(max_size=80), st.sampled_from([None, "https://a.example/b/c?d"]))
def test_whatever_it_is(text: str, base: str | None) -> None:
    """An address, or FetchError; and cleaning twice changes nothing."""
    for url in (text, "http://" + text, "http://a.example/" + text, "http://a.example/?" + text):
        try:
            made = clean(url, base)
        except FetchError:
            continue
        parts = urlsplit(made)
        assert parts.scheme in ("http", "https")
        assert made.isascii()
        assert not set(made) & set(" \t\r\n\\\0")
        assert parts.hostname
        assert "/../" not in parts.path
        assert clean(made) == made
