"""Pages put together into documents, and what is left out of them. All pages are invented."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.attribute.citations import citations
from letapis.model import Capture, Document
from letapis.read.around import around
from letapis.read.assemble import assemble
from letapis.read.extract import Block, Extracted
from letapis.read.held import body
from letapis.read.settle import settled
from letapis.recognise.step import recognise

SOLD = (
    "The old lighthouse was sold on Friday to a family from the coast, the agent said. They will repaint it."
)
OFFER = (
    "Nobody else made an offer, although forty people came to look at it over three weekends in the spring."
)
OTTERS = "Otters have come back to the mill pond after forty years, a warden said on Monday. Two were filmed."
POND = (
    "The pond had been dredged last year and the banks planted with willow, which the animals seem to like."
)


def page(inside: str, head: str = "") -> str:
    menu = "".join(
        f"<li><a href='/{at}'>{name}</a></li>" for at, name in enumerate(("Home", "News", "Sport"))
    )
    return (
        f"<html><head><title>Lighthouse sold | Quay Lamp</title>{head}</head><body><nav><ul>{menu}</ul></nav>"
        f"{inside}<footer>© 2031 Quay Lamp</footer></body></html>"
    )


def read(html: str) -> Document:
    found = assemble(Capture("c1", "", "https://quay.example/1", "text/html", format="html"), html)
    assert found is not None
    return recognise(found)


def said(document: Document, kind: str) -> list[str]:
    return [one.surface for one in document.residue if one.kind == kind]


ARTICLE = f"<article><h1>Lighthouse sold</h1><div class='copy'><p>{SOLD}</p><p>{OFFER}</p></div>"


def test_what_stands_around_the_article_has_its_kind() -> None:
    document = read(
        page(
            f"{ARTICLE}<p>The post Lighthouse sold appeared first on Harbour Post.</p></article>"
            "<figure><img src='a.jpg'><figcaption>The stairs at noon. Photo: pier.example</figcaption>"
            "</figure><div class='share'>Share this:</div>"
            "<div id='comments'><h3>Comments (1)</h3><p>At last.</p></div>"
        )
    )
    assert document.text == f"{SOLD}\n{OFFER}"
    assert said(document, "menu") == ["Home\nNews\nSport"]
    assert said(document, "footer") == ["The post Lighthouse sold appeared first on Harbour Post."]
    assert said(document, "credit") == ["Photo: pier.example"]
    assert said(document, "caption") == ["The stairs at noon."]
    assert said(document, "comment") == ["Comments (1)\nAt last."]
    assert said(document, "notice") == ["© 2031 Quay Lamp"]
    assert not document.truncated


def test_footers_and_credits_that_were_left_out_are_citations() -> None:
    document = read(
        page(
            f"{ARTICLE}<figure><img src='a.jpg'><figcaption>Stairs. Photo: pier.example</figcaption></figure>"
            "<p>The post Lighthouse sold appeared first on Harbour Post.</p></article>"
        )
    )
    found = {(one.kind, one.outlet, one.start) for one in citations(document, langs.get("en"), {})}
    assert found >= {("repost_footer", "Harbour Post", None), ("image_credit", "pier.example", None)}


def test_the_next_article_of_an_endless_page_is_left_out() -> None:
    following = f"<article><h1>Otters are back</h1><div class='copy'><p>{OTTERS}</p><p>{POND}</p></div>"
    document = read(page(f"{ARTICLE}</article>{following}<a href='/2'>Read more</a></article>"))
    assert document.text == f"{SOLD}\n{OFFER}"
    assert "Otters are back" in "\n".join(said(document, "read_also"))
    assert not document.truncated


@pytest.mark.parametrize(
    "button",
    [
        "Read more",
        "( Read more... )",
        "[Читать далее]",
        "Читати далі →",
        "Чытаць далей",
        "Read more: Lighthouse sold",
    ],
)
def test_a_teaser_is_told_by_the_button_behind_it(button: str) -> None:
    document = read(page(f"{ARTICLE}<p><a href='/1'>{button}</a></p></article>"))
    assert said(document, "link") == [button]
    assert document.truncated
    assert document.truncated_reasons[0].feature == "more"
    assert document.truncated_at == len(document.text)


def test_a_button_under_a_long_whole_text_unfolds_it() -> None:
    many = "".join(f"<p>{SOLD.replace('Friday', f'day {at}')}</p>" for at in range(30))
    document = read(page(f"<article><h1>Lighthouse sold</h1>{many}<a href='/1'>Read more</a></article>"))
    assert document.text.count("\n") == 29
    assert not document.truncated


def test_a_heading_over_other_articles_leads_nowhere() -> None:
    links = "".join(
        f"<li><a href='/{n}'>{t}</a></li>" for n, t in enumerate((OTTERS[:60], POND[:60], SOLD[4:50]))
    )
    document = read(page(f"{ARTICLE}</article><h4>More on this</h4><ul>{links}</ul>"))
    assert not document.truncated


@pytest.mark.parametrize(
    "offer",
    [
        "This article is for subscribers only.",
        "To read the whole story, log in or take out a subscription.",
        "Чтобы дочитать до конца, оформите подписку.",
        "Матеріал доступний лише передплатникам.",
        "Каб прачытаць артыкул цалкам, увайдзіце або аформіце падпіску.",
    ],
)
def test_a_teaser_before_a_wall_is_cut(offer: str) -> None:
    document = read(page(f"{ARTICLE}<div class='offer'><p>{offer}</p></div></article>"))
    assert offer in said(document, "subscribe")
    assert document.truncated
    assert document.truncated_reasons[0].feature == "paywall"


def test_a_page_that_a_script_fills_is_read_from_its_linked_data() -> None:
    data = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": f"{SOLD}\n\n{OFFER} A &amp; B."}]})
    notice = "<div>We use cookies to keep this site going and to know how many people read it.</div>" * 2
    held = f'<script type="application/ld+json">{data}</script>'
    document = read(page(f"<div id='root'></div>{notice}", held))
    assert document.text == f"{SOLD}\n{OFFER} A & B."


def test_remarks_longer_than_the_article_are_not_the_article() -> None:
    rest = (
        Block("Lighthouse sold", "title", 0, 0.1),
        Block(SOLD, "other", 1, 0.4),
        Block("2 comments", "other", 2, 0.1),
        Block("Ann", "other", 3, 0.1),
        Block("Reply", "menu", 5, 0.1),
    )
    taken = (Block(OTTERS, "paragraph", 4, 0.7), Block(POND, "paragraph", 6, 0.7))
    article = settled(Extracted(taken, rest))
    assert article.text == SOLD
    assert [b.text for b in article.residue if b.kind == "comment"] == [OTTERS, POND]


def test_an_article_under_the_number_of_its_comments_stays() -> None:
    rest = (
        Block("3 comments", "other", 1, 0.1),
        Block("A sentence under the title, and no more.", "other", 0, 0.4),
    )
    taken = (Block(SOLD, "paragraph", 2), Block(OFFER, "paragraph", 3), Block(POND, "paragraph", 4))
    assert settled(Extracted(taken, rest)).blocks == taken


def test_an_authors_name_by_itself_is_a_byline() -> None:
    head = '<meta name="author" content="Maud Tarn">'
    inside = f"<article><h1>Lighthouse sold</h1><p>{SOLD}</p><p>{OFFER}</p><p>Maud Tarn</p></article>"
    document = read(page(inside, head))
    assert document.text == f"{SOLD}\n{OFFER}"
    assert "Maud Tarn" in said(document, "byline")


def test_nothing_is_left_out_without_a_word() -> None:
    inside = f"{ARTICLE}</article><div class='x1'><p>Ring the bell for the ferryman.</p></div>"
    document = read(page(inside))
    everything = document.text + "\n".join(one.surface for one in document.residue)
    assert "Ring the bell for the ferryman." in everything


_BITS = st.sampled_from(
    [
        *("<article>", "</article>", "<h1>Lighthouse sold</h1>", f"<p>{SOLD}</p>", f"<p>{POND}</p>", "<nav>"),
        *("</nav>", "<p>Read more</p>", "<p>Comments (2)</p>", "<p>Photo: Ann Reed</p>", "<!--", "<script>"),
        *("\x00", "<p>…</p>", '<script type="application/ld+json">{"articleBody": "', "</script>", "&amp;"),
        "<li><a href=x>Home</a></li>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_BITS, max_size=25))
def test_any_page_is_read_or_not_and_nothing_is_raised(bits: list[str]) -> None:
    found = assemble(Capture("c1", "", "https://quay.example/1", "text/html", format="html"), "".join(bits))
    if found is not None:
        recognise(found)
        for link in found.links:
            assert found.text[link.start : link.stop] == link.text


@pytest.mark.parametrize(
    "unit",
    ['<script type="application/ld+json">', "<article>", "<h1>", "articleBody", "</", "<article><h1>a"],
)
def test_a_hostile_page_is_read_in_one_pass(unit: str) -> None:
    # work that grew with the square of 400,000 units would never end
    page = "articleBody" + unit * 400_000
    assert body(page) == ""
    assert settled(Extracted((Block(SOLD, "paragraph", 0),), ()), page).text == SOLD


def test_lines_around_an_article_are_bounded() -> None:
    rest = tuple(Block(f"Entry {at} of a long list of entries", "other", at) for at in range(5_000))
    assert sum(len(one.surface) for one in around(Extracted((), rest), None)) <= 4_000
