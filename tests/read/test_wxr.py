"""Items of WordPress's export, and the HTML in them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.read.fragment import fragment
from tests.collect.test_wxr import cut
from tests.fixtures import dumps
from tests.read.test_telegram import kinds, made


def test_an_item_is_a_document_with_what_it_says_of_itself() -> None:
    taken, _ = cut(dumps.wxr().encode())
    first, second = (made(item.payload, "wxr", item.capture.uri)[0][0] for item in taken[:2])
    assert first.title == "Bridge 1 shut"
    assert first.text.splitlines() == [
        "Boats at the quay",
        "The bridge over the Neja is shut till May & nobody knows why.",
        "Boats run in its place, Ona Mill said.",
        "The town waits.",
    ]
    assert first.url == "https://harbour.example/2031/05/bridge-1/"
    assert (first.authors, first.section, first.source_id) == (("Ona Mill",), "Town & river", "1")
    assert first.published is not None
    assert first.published.isoformat() == "2031-05-03T10:00:00+00:00"
    assert first.published_local == "2031-05-03T13:00:00+03:00"
    assert [(link.href, link.text) for link in first.links] == [("https://harbour.example/about", "bridge")]
    assert kinds(first) == [
        ("markup", '[caption id="attachment_7" width="300"]'),
        ("markup", "[/caption]"),
        ("markup", '[gallery ids="1,2"]'),
        ("tags", "ferry"),
    ]
    assert second.text.splitlines() == [
        "The ferry sails again.",
        "It has new seats.",
        "It says ]]> on its side.",
    ]


def test_comments_are_not_read_even_where_they_were_kept() -> None:
    documents, _ = made(dumps.wxr().encode(), "wxr")
    assert len(documents) == 5
    assert not any("disagree" in document.text or "Reader" in str(document) for document in documents)


def test_an_entity_is_a_word_and_no_bomb() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = dumps.item(1, "The &x; &f; quay.").replace("<![CDATA[The &x; &f; quay.]]>", "The &x; &f; quay.")
    [document], _ = made(f"{bomb}{item}".encode(), "wxr")
    assert document.text == "The &x; &f; quay."


def test_a_first_line_that_repeats_the_title_is_left_out() -> None:
    [document], _ = made(dumps.item(1, "<h1>Bridge 1 shut</h1><p>Till May.</p>").encode(), "wxr")
    assert document.text == "Till May."
    assert ("duplicate_title", "Bridge 1 shut") in kinds(document)


@pytest.mark.parametrize(
    "html, text",
    [
        ("<p>One</p><p>two</p>", "One\ntwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<ul><li>One</li><li>two</ul>", "One\ntwo"),
        ("<script>if (a < b) c()</script>One<style>p {}</style>", "One"),
        ("<p>A &lt;b&gt; is 2 < 3 &amp; more</p>", "A is 2 < 3 & more"),
        ("<table><tr><td>One</td><td>two</td></tr></table>", "One two"),
        ('<div style="display:none">Hidden</div>Seen', "Seen"),
        ('Seen<div class="sharedaddy sd-block"><div>Share: <a href="#">X</a></div></div> too', "Seen\ntoo"),
        ("<figure><img src=a><figcaption>Boats at the quay</figcaption></figure>", "Boats at the quay"),
        ("The post is <a href='x'>here", "The post is here"),
        ("<" * 50, "<" * 50),
    ],
)
def test_a_fragment_reads_as_its_page_does(html: str, text: str) -> None:
    assert fragment(html).text == text


def test_what_is_no_text_of_a_fragment_is_its_residue() -> None:
    html = (
        "<p>The quay is shut till May.</p><p class='wp-caption-credit'>Photo: Ona Mill / Pier Post</p>"
        "<p>The post <a href='/1'>Quay shut</a> appeared first on <a href='/'>Pier Post</a>.</p>"
    )
    found = fragment(html, "https://pier.example/")
    assert found.text == "The quay is shut till May."
    assert found.credits == ("Photo: Ona Mill / Pier Post",)
    assert [(one.kind, one.surface) for one in found.residue] == [
        ("footer", "The post Quay shut appeared first on Pier Post."),
        ("credit", "Photo: Ona Mill / Pier Post"),
    ]
    assert [(link.href, link.start) for link in found.links] == [
        ("https://pier.example/1", None),
        ("https://pier.example/", None),
    ]


SIGNS = (
    "<",
    ">",
    "&",
    '"',
    "'",
    "<p>",
    "</p>",
    "<b>",
    "<!--",
    "-->",
    "<script>",
    "]]>",
    "&amp;",
    " ",
    "\n",
    "=",
)
PIECES = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(html=PIECES)
def test_any_fragment_leads_back_to_its_letters(html: str) -> None:
    found = fragment(html, "https://[")
    for anchor in found.map:
        here, there = found.text[anchor.start : anchor.stop], html[anchor.raw_start : anchor.raw_stop]
        assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(here, there, strict=True))


@pytest.mark.parametrize(
    "sign", ["<div>", "<a", "<a x='", "<!--", "&", "<p class='share ", "<script>", '<a ">" ']
)
def test_depth_and_length_cost_no_more_than_time(sign: str) -> None:
    assert fragment(sign * 100_000 + "'> end") is not None


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_items_raise_nothing(data: st.DataObject) -> None:
    good = dumps.wxr(dumps.item(1, dumps.OLD))
    at, size = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 60))
    sign = data.draw(
        st.text(max_size=4) | st.sampled_from(("<", ">", "]]>", "<![CDATA[", "</item>", "\x00", "&"))
    )
    documents, aside = made((good[:at] + sign + good[at + size :]).encode("utf-8", "replace"), "wxr")
    assert documents or aside
