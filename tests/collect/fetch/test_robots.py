"""What is left out of a robots.txt before it is parsed changes nothing for us."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from protego import Protego

from letapis.collect.fetch.errors import FetchError
from letapis.collect.fetch.robots import failed, rules

AT = "https://a.example/robots.txt"
NAMES = [
    "*",
    "letapis",
    "LETAPIS",
    "letapis/1.0",
    "other",
    "lete",
    "tapis",
    "let*",
    "",
    "googlebot",
    "otherbot/2.0 (x)",
]
LINES = st.one_of(
    st.sampled_from(NAMES).map(lambda n: f"User-agent: {n}"),
    st.sampled_from(NAMES).map(lambda n: f"useragent : {n} # said"),
    st.sampled_from(NAMES).map(lambda n: f"user agent {n}"),
    st.sampled_from(["/", "/a", "/a/b", "/*b$", "", "/c"]).map(lambda p: f"Disallow: {p}"),
    st.sampled_from(["/", "/a", "/a/b", "/*b$", "", "/c"]).map(lambda p: f"Allow: {p}"),
    st.sampled_from(
        ["", "# words", "   ", "Sitemap: /s.xml", "Host: a.example", "Crawl-delay: 3", "rubbish", "x: y"]
    ),
    st.text(max_size=12),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_it_says_what_the_whole_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    ours = rules(
        AT, 200, text.encode("utf-8", "surrogatepass"), "letapis/1.0 (+https://letapis.example/robot)"
    )
    whole = Protego.parse(
        text.encode("utf-8", "surrogatepass").decode("utf-8-sig", "replace").replace("\0", "")
    )
    for path in ("/", "/a", "/a/b", "/c", "/d"):
        url = f"https://a.example{path}"
        assert ours.allows(url) == whole.can_fetch(url, "letapis/1.0")
    assert ours.sitemaps == tuple(dict.fromkeys(whole.sitemaps))
    if whole.request_rate("letapis/1.0") is None:
        assert ours.delay == whole.crawl_delay("letapis/1.0")


def test_rates() -> None:
    text = b"User-agent: *\nCrawl-delay: 2\nRequest-rate: 1/10"
    assert rules(AT, 200, text, "letapis/1").delay == 10
    assert rules(AT, 200, b"User-agent: *\nRequest-rate: 2/1m\nCrawl-delay: 40", "letapis/1").delay == 40


def test_who_is_asked_about() -> None:
    """A name in the address that a client gives is not its own."""
    text = b"User-agent: robot\nDisallow: /\nUser-agent: archive\nDisallow: /a"
    made = rules(AT, 200, text, "Mozilla/5.0 (compatible; Archive/2; +https://z.example/robot)")
    assert (made.allows("https://a.example/b"), made.allows("https://a.example/a")) == (True, False)


def test_why() -> None:
    refusal = failed(AT, FetchError("too_slow", "took long")).refusal("https://a.example/x")
    assert (refusal.reason, "took long" in refusal.detail) == ("too_slow", True)
