"""What pages say of themselves. All pages are invented."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letapis.read.metadata import Metadata, links, metadata

URL = "https://shore.example/news/boats"


def said(*parts: str, url: str = URL) -> Metadata:
    return metadata("".join(parts), url, datetime(2026, 1, 1, tzinfo=UTC))


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Boats run again",
    "datePublished": "2020-05-12T01:05:00+03:00",
}


def test_the_article_of_a_graph_is_told_from_what_is_beside_it() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Shore"},
            {**ARTICLE, "author": {"@id": "#a"}},
            {"@id": "#a", "name": "Ada Vale"},
        ]
    }
    found = said(ld(graph), "<title>Boats run again | Shore</title>")
    assert found.title == "Boats run again"
    assert found.date is not None
    assert found.date.at == datetime(2020, 5, 11, 22, 5, tzinfo=UTC)
    assert found.date.local == "2020-05-12T01:05:00+03:00"
    assert (found.date.basis, found.authors, found.site, found.kind) == (
        "json-ld",
        ("Ada Vale",),
        "Shore",
        "article",
    )


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "datePublished": "2020-05-12",}',
        '{"@type": "NewsArticle", "headline": "a\nb\tc", "datePublished": "2020-05-12"}',
        '{"@type": "WebPage"} {"@type": "NewsArticle", "datePublished": "2020-05-12"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;datePublished&quot;: &quot;2020-05-12&quot;}",
        r'{"@type": "NewsArticle", "headline": "a \q b", "datePublished": "2020-05-12"}',
        '<!-- {"@type": "NewsArticle", "datePublished": "2020-05-12"} -->',
        '{"@type": "NewsArticle", "headline": "a "b" c", "datePublished": "2020-05-12"}',
        '[[{"@type": ["NewsArticle", null], "datePublished": ["2020-05-12"]}]]',
    ],
)
def test_broken_json_is_mended(script: str) -> None:
    found = said(f'<script type="application/ld+json">{script}</script>')
    assert found.date is not None
    assert found.date.local == "2020-05-12"


@pytest.mark.parametrize(
    ("line", "local"),
    [
        ("12 мая 2020, 14:05 (МСК)", "2020-05-12T14:05+03:00"),
        ("12 траўня 2020 у 14:05", "2020-05-12T14:05"),
        ("12 листопада 2020 р., 14:05", "2020-11-12T14:05"),
        ("Tuesday, 12 May 2020", "2020-05-12"),
        ("May 12, 2020 at 9:15 p.m.", "2020-05-12T21:15"),
        ("[16:30/28.11.2011]", "2011-11-28T16:30"),
        ("12.05.20 // 12:34", "2020-05-12T12:34"),
    ],
)
def test_a_date_printed_by_the_title_is_read(line: str, local: str) -> None:
    found = said(f"<h1>Boats run again</h1><p>{line}</p><p>They carry goods.</p>")
    assert found.date is not None
    assert (found.date.local, found.date.basis) == (local, "text")


@pytest.mark.parametrize(
    "line",
    ["3 hours ago", "вчера, 14:05", "0000-00-00", "12 мая 2030", "12 мая, 14:05", "05/06/2020", "31.02.2020"],
)
def test_what_is_no_sure_date_is_left_out(line: str) -> None:
    assert said(f"<h1>Boats run again</h1><time>{line}</time><p>{line}</p>").date is None


def test_a_change_is_the_date_only_where_nothing_else_is() -> None:
    changed = '<meta property="article:modified_time" content="2020-06-01T10:00:00Z">'
    alone = said(changed, "<h1>Boats run again</h1>")
    assert alone.date is not None
    assert alone.date.basis == "modified"
    both = said(changed, "<h1>Boats run again</h1><p>12 May 2020</p>")
    assert both.date is not None
    assert (both.date.local, both.modified and both.modified.local[:10]) == ("2020-05-12", "2020-06-01")


def test_dates_of_comments_and_of_other_pages_are_not_the_articles() -> None:
    beside = '<div class="comments"><p>14 May 2020</p></div><aside>15 May 2020</aside>'
    assert said("<h1>Boats run again</h1>", "<p>Words.</p>" * 50, beside).date is None


def test_the_same_moment_is_taken_with_its_offset() -> None:
    meta = '<meta property="article:published_time" content="2020-05-12T01:05:00+03:00">'
    found = said(ld({**ARTICLE, "datePublished": "2020-05-11T22:05:00Z"}), meta)
    assert found.date is not None
    assert found.date.local == "2020-05-12T01:05:00+03:00"


def test_the_day_of_the_address_is_that_of_the_place() -> None:
    found = said(
        ld({**ARTICLE, "datePublished": "2020-05-13T01:05:00Z"}), url="https://shore.example/2020/05/12/boats"
    )
    assert found.date is not None
    assert (found.date.local, found.date.at.day) == ("2020-05-12", 13)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Boats run again | News | Shore</title>", "Boats run again"),
        (
            "<title>Boats run again - a short history</title><h1>Boats run again - a short history</h1>",
            "Boats run again - a short history",
        ),
        ("<title>Shore: boats run again</title><h1>Shore</h1>", "boats run again"),
        (
            "<title>Boats run again :: Shore</title><h1>News</h1><font><b>Boats run again</b></font>",
            "Boats run again",
        ),
        (
            "<title>x</title><meta property='og:title' content='Boats &amp;amp; ships run again'>",
            "Boats & ships run again",
        ),
    ],
)
def test_the_title_is_the_articles(head: str, title: str) -> None:
    assert said(head, "<meta property='og:site_name' content='Shore'>").title == title


def test_a_name_of_the_site_is_no_title() -> None:
    assert said("<title>Shore</title><meta property='og:site_name' content='Shore'>").title is None


def test_addresses_and_the_rest() -> None:
    found = said(
        '<html lang="be-BY"><link rel="canonical" href="/b"><link rel="amphtml" href="/b/amp">',
        '<meta name="author" content="By Ada Vale and Igor Stone">',
        '<meta property="article:section" content="Trade">',
        '<figure><figcaption>A quay <span class="photo-credit">Photo: Ada Vale</span></figcaption></figure>',
    )
    assert (found.canonical, found.amp) == ("https://shore.example/b", "https://shore.example/b/amp")
    assert (found.language, found.section, found.authors) == ("be", "Trade", ("Ada Vale", "Igor Stone"))
    assert found.image_credits == ("Photo: Ada Vale",)


def test_links_have_their_words_and_no_menu() -> None:
    page = "<nav><a href=/m>Menu</a></nav><p><a href='https://b.example/x'>the Bay said</a> "
    page += "<a href='javascript:x()'>y</a><a href='//[b'>z</a></p>"
    assert [(one.href, one.text) for one in links(page, URL)] == [("https://b.example/x", "the Bay said")]


HOSTILE = {
    "long value": '<meta name="date" content="' + "x" * 2_000_000 + '">',
    "many metas": "".join(f'<meta name="m{i}" content="{i}">' for i in range(20_000)),
    "deep JSON": '<script type="application/ld+json">' + '{"a":[' * 10_000 + "]}" * 10_000 + "</script>",
    "open JSON": '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
    "odd values": ld(
        [
            1,
            None,
            {"@type": 5, "author": 7, "publisher": [[]]},
            {**ARTICLE, "author": [None, [{"name": {"name": 1}}]]},
        ]
    ),
    "bad addresses": '<link rel="canonical" href="http://[::1"><meta property="og:url" content="//[bad">',
    "bad offset": '<meta name="date" content="2020-01-01T00:00:00+99:99">',
    "bad number": '<meta name="date" content="99999999999999">',
    "surrogate": "<p>\ud800</p><meta name=author content='\ud800'>",
    "empty": "",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_raise_nothing(page: str) -> None:
    found = said("<h1>Boats run again</h1>", page)
    assert found.title == "Boats run again"


@given(st.text(max_size=300), st.text(max_size=100))
def test_no_value_raises(value: str, script: str) -> None:
    said(
        f'<title>{value}</title><time datetime="{value}">{value}</time>',
        f'<script type="application/ld+json">{script}</script>',
        url=script,
    )
