"""The article of invented pages, and what is left out of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letapis.read.extract import Block, Extracted, extract
from letapis.read.extract.parse import parse

_PARAGRAPHS = {
    "en": """\
The bridge over the Svislanka was shut on Monday after divers found a crack in its third pier, \
the council of Navahorsk said, and boats will carry passengers until May.
“We would rather be blamed for the queue than for the fall,” said the engineer Olena Kravets, \
who has looked after the crossing for eleven years.
Repairs will cost 2.4 million, a third more than was set aside last autumn, and the ferry company \
has asked for two more crews to keep the timetable.
Lorries are sent round by the northern dam, which adds forty minutes to the way to the market.
""".splitlines(),
    "ru": """\
Мост через Свислянку закрыли в понедельник: водолазы нашли трещину в третьей опоре, сообщили \
в городском совете Навагорска, и до мая пассажиров будут перевозить на лодках.
«Пусть нас лучше ругают за очередь, чем за обрушение», — сказала инженер Олена Кравец, \
которая следит за переправой одиннадцать лет.
Ремонт обойдётся в 2,4 миллиона, на треть дороже, чем заложили осенью, и паромная компания \
попросила ещё две команды, чтобы выдержать расписание.
Грузовики отправляют в объезд через северную дамбу, и дорога до рынка стала на сорок минут дольше.
""".splitlines(),
}
_AFTER = {
    "comment": (
        """<section id='comments' class='comments-area'><h2>2 comments</h2><ol class='comment-list'>
        <li class='comment'><div class='comment-body'><p>I waited an hour for that boat, and nobody told us
        anything at all about the queue.</p></div></li></ol></section>""",
        "I waited an hour",
    ),
    "read_also": (
        """<div class='related-posts'><h3>Read also</h3><ul><li><a href='/1'>Crews are hired in Dolny</a></li>
        <li><a href='/2'>A winter without a bridge</a></li></ul></div>""",
        "Crews are hired",
    ),
    "share": (
        "<div class='share'><a href='#'>Facebook</a> <a href='#'>Telegram</a></div>",
        "Facebook",
    ),
    "tags": (
        "<div class='tags'><a href='/t/1'>crossings</a> <a href='/t/2'>Dolny</a></div>",
        "crossings",
    ),
    "subscribe": (
        "<div class='newsletter-signup'><p>Subscribe to our newsletter</p></div>",
        "Subscribe to our",
    ),
}


def _page(language: str, inside: str = "", after: str = "") -> str:
    said = _PARAGRAPHS[language]
    body = "".join(f"<p>{text}</p>" for text in said[:2]) + inside + "".join(f"<p>{t}</p>" for t in said[2:])
    menu = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("News", "Culture", "Sport", "Contacts"))
    return f"""<html><head><title>Bridge shut | The Ferry</title></head>
    <body><header><nav><ul>{menu}</ul></nav></header>
    <main><article class='post'><h1>Bridge shut</h1><div class='entry-content'>{body}</div>{after}</article>
    </main>
    <footer class='site-footer'><p>© 2031 The Ferry. All rights reserved.</p></footer></body></html>"""


@pytest.mark.parametrize("language", sorted(_PARAGRAPHS))
def test_paragraphs_come_whole_and_in_order(language: str) -> None:
    found = extract(_page(language))
    assert [block.text for block in found.blocks] == _PARAGRAPHS[language]
    assert {block.kind for block in found.blocks} == {"paragraph"}
    assert found.text.count("\n") == 3


def test_bytes_are_decoded() -> None:
    page = _page("ru")
    assert extract(page.encode("utf-8")) == extract(page)
    assert extract(page.encode("cp1251")).text == extract(page).text


def test_title_menu_and_footer_are_left_out_and_named() -> None:
    residue = {block.text: block.kind for block in extract(_page("en")).residue}
    assert residue["Bridge shut"] == "title"
    assert residue["Culture"] == "menu"
    assert residue["© 2031 The Ferry. All rights reserved."] in ("notice", "footer")


@pytest.mark.parametrize("kind", sorted(_AFTER))
def test_what_follows_the_article_is_not_in_its_text(kind: str) -> None:
    markup, words = _AFTER[kind]
    found = extract(_page("en", after=markup))
    assert words not in found.text
    assert kind in {block.kind for block in found.residue if words in block.text}
    assert [block.text for block in found.blocks] == _PARAGRAPHS["en"]


def test_headings_items_and_quotes_are_told_apart() -> None:
    inside = """<h2>What it costs the town</h2>
    <ul><li>Two boats run from the old pier every twenty minutes, and both are free of charge.</li>
    <li>A third one carries bicycles, prams and everything that is longer than two metres.</li></ul>
    <blockquote><p>Nobody has been asked whether the ferry suits those who work at night, and many do.</p>
    </blockquote>"""
    kinds = [block.kind for block in extract(_page("en", inside)).blocks]
    assert kinds == ["paragraph", "paragraph", "heading", "item", "item", "quote", "paragraph", "paragraph"]


def test_no_word_is_lost() -> None:
    page = _page("en")
    found = extract(page)
    every = sorted([*found.blocks, *found.residue], key=lambda block: block.order)
    assert [block.order for block in every] == list(range(len(every)))
    assert [block.text for block in every] == [piece.text for piece in parse(page).pieces]


def test_counters_are_not_glued_to_words() -> None:
    [piece] = parse("<p><a class='comments_count'>0</a>The bridge is shut.</p>").pieces
    assert piece.text == "The bridge is shut."


def test_hidden_scripts_and_styles_are_no_text() -> None:
    page = "<p>Seen.</p><script>var a = 1</script><style>p{}</style><noscript><p>Off</p></noscript>"
    assert [piece.text for piece in parse(page).pieces] == ["Seen."]


_BROKEN = [
    "",
    "\0" * 50,
    "<" * 5_000,
    "<p>\ud800",
    "<frameset>",
    "<!--" * 500,
    b"\xff\xfe<\x00",
    b"\x80<p>abc",
]


@pytest.mark.parametrize("page", _BROKEN)
def test_nothing_is_raised(page: str | bytes) -> None:
    assert isinstance(extract(page), Extracted)


_SOUP = [
    *("<p>", "</p>", "<div class='a b'>", "</div>", "<br>", "<a href=x>", "</a>", "<li>", "<b>", "<h1>"),
    *("word ", "Больше слов. ", "漢字。", "&nbsp;", "<!--", "-->", "<script>", "</script>"),
    *("<table><tr><td>", "</table>"),
]


@given(st.lists(st.sampled_from(_SOUP), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_tag_soup_keeps_its_words_once(parts: list[str]) -> None:
    page = "".join(parts)
    found = extract(page)
    orders = [block.order for block in (*found.blocks, *found.residue)]
    assert len(set(orders)) == len(orders)
    assert all(block.text.strip() and 0 <= block.score <= 1 for block in (*found.blocks, *found.residue))


def test_work_grows_with_the_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements are closed once each, however they are nested."""
    from letapis.read.extract import parse as module

    counts = []
    for many in (200, 400):
        closed = 0
        plain = module._Walk.flush

        def flush(walk: object, plain: object = plain) -> None:
            nonlocal closed
            closed += 1
            plain(walk)  # type: ignore[operator]

        monkeypatch.setattr(module._Walk, "flush", flush)
        module.parse("<div>" * many + "<p>Words.</p>" * many)
        monkeypatch.setattr(module._Walk, "flush", plain)
        counts.append(closed)
    assert counts[1] <= 2 * counts[0] + 4


def test_a_tag_with_countless_attributes_is_cut() -> None:
    page = "<p " + " ".join(f"a{n}='x'" for n in range(20_000)) + ">The bridge is shut.</p>"
    assert [piece.text for piece in parse(page).pieces] == ["The bridge is shut."]


def test_blocks_are_records() -> None:
    assert Extracted((Block("Boats run.", "paragraph", 0),)).text == "Boats run."


def test_gaps_of_the_article_are_filled_on_its_own_shelf_only() -> None:
    from letapis.read.extract.main import select

    page = parse("<div><p>First.</p><p>Second.</p><p>Third.</p><aside><p>By.</p></aside><p>Last.</p></div>")
    found = select(page, [0.9, 0.3, 0.1, 0.3, 0.9])
    assert [block.text for block in found.blocks] == ["First.", "Second.", "Last."]
