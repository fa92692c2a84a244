"""Raw stretches turned into text. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from letapis import langs
from letapis.read.clean import Cleaned, clean


def whole(raw: str, code: str | None = "en") -> Cleaned:
    return clean(raw, 0, len(raw), langs.get(code))


def kinds(cleaned: Cleaned) -> list[str]:
    return [residue.kind for residue in cleaned.residue]


def test_line_ends_blank_lines_and_edges_are_made_one() -> None:
    cleaned = whole("\ufeffBridge shut \r\n\r\n\u00a0 It is\u00a0 shut till\u200b May.\t\r\rBoats run.")
    assert cleaned.text == "Bridge shut\nIt is shut till May.\nBoats run."
    assert cleaned.title == "Bridge shut"
    assert cleaned.residue == ()


def test_only_the_stretch_is_read() -> None:
    raw = "Another report.\nBridge shut\nIt is shut.\nA third report."
    start = raw.index("Bridge")
    cleaned = clean(raw, start, raw.index("\nA third"), None)
    assert cleaned.text == "Bridge shut\nIt is shut."
    assert [(a.start, a.stop, a.raw_start, a.raw_stop) for a in cleaned.map] == [(0, 23, start, start + 23)]


def test_shortcodes_go_and_what_they_box_stays() -> None:
    cleaned = whole("[box type=info] Boats wait.[/box]\nThe mayor [of Millbrook] said [s]he waits [sic].")
    assert cleaned.text == "Boats wait.\nThe mayor [of Millbrook] said [s]he waits [sic]."
    assert kinds(cleaned) == ["markup", "markup"]


def test_an_embedded_player_goes_with_its_address() -> None:
    mess = "[embedyt] https://example.org/1 %5B/embedyt%5D%5Bembedyt%5D https://example.org/2 %5B/embedyt%5D"
    cleaned = whole(f"Watch it.\n{mess}\nEnd.")
    assert cleaned.text == "Watch it.\nEnd."
    assert set(kinds(cleaned)) == {"markup"}


def test_tags_and_hard_spaces_of_a_web_page_go() -> None:
    assert whole("<p>Boats &nbsp;wait<br/></p>\n5 < 6 and 7 > 2").text == "Boats wait\n5 < 6 and 7 > 2"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Tumblr media", "platform"),
        ("This slideshow requires JavaScript.", "platform"),
        ("Иллюстрация: gazeta.example", "credit"),
        ("Источник: Вольная газета", "credit"),
        ("Чытайце таксама: Мост адкрылі зноў", "read_also"),
        ("Підписуйтесь на наш канал", "subscribe"),
        ("Noticed a typo? Mark the word and tell us with Ctrl+Enter.", "notice"),
        ("© The Invented Gazette, 2031", "notice"),
        ("The post Bridge shut till May appeared first on The Invented Gazette.", "footer"),
        ("Сообщение Мост закрыт появились сначала на Вольная газета.", "footer"),
    ],
)
def test_a_line_that_is_not_the_article_is_residue(line: str, kind: str) -> None:
    cleaned = whole(
        f"Bridge shut till May\nIt will open when the river falls.\n{line}\nBoats run daily.", None
    )
    assert cleaned.text == "Bridge shut till May\nIt will open when the river falls.\nBoats run daily."
    assert [(r.surface, r.kind) for r in cleaned.residue] == [(line, kind)]


def test_a_line_in_a_wrong_encoding_is_residue_unless_all_are() -> None:
    spoilt = "Погода на завтра и послезавтра".encode().decode("cp1251", "replace")
    cleaned = whole(f"Bridge shut\nIt is shut.\n{spoilt}\nBoats run.", None)
    assert cleaned.text == "Bridge shut\nIt is shut.\nBoats run."
    assert kinds(cleaned) == ["markup"]
    assert whole(f"{spoilt}\n{spoilt} {spoilt}", None).text.startswith(spoilt[:20])


@pytest.mark.parametrize("line", ["Читать далее", "[ Читати далі ]", "Чытаць далей →", "(Read more...)"])
def test_the_words_that_lead_to_the_rest_are_residue(line: str) -> None:
    cleaned = whole(f"Bridge shut\nIt is shut till May.\n{line}", None)
    assert cleaned.text == "Bridge shut\nIt is shut till May."
    assert kinds(cleaned) == ["link"]


@pytest.mark.parametrize(
    "line",
    [
        "By Any Other Name by Ann Reed",
        "She teaches JavaScript to people of seventy.",
        "Photo albums sell well",
    ],
)
def test_what_only_begins_like_furniture_stays(line: str) -> None:
    assert line in whole(f"Bridge shut\nIt is shut.\n{line}\nBoats run.").text


def test_captions_stay() -> None:
    line = "Ferrymen wait at the pier. Source: gazette.example"
    assert line in whole(f"Bridge shut\nIt is shut.\n{line}\nBoats run.").text


def test_a_footer_glued_to_the_last_paragraph_goes() -> None:
    cleaned = whole("Bridge shut\nIt is shut. The post Bridge shut appeared first on The Invented Gazette.")
    assert cleaned.text == "Bridge shut\nIt is shut."
    assert kinds(cleaned) == ["footer"]


def test_a_title_printed_twice_is_kept_once() -> None:
    cleaned = whole("Bridge shut till May\nBRIDGE SHUT TILL MAY\nIt is shut.\nIt is shut.")
    assert cleaned.text == "Bridge shut till May\nIt is shut.\nIt is shut."
    assert kinds(cleaned) == ["duplicate_title"]


def test_an_outlet_lost_with_its_link_leaves_its_words_in_the_residue() -> None:
    cleaned = whole("Мост закрыт\nМост закрыли.Как пишет, это надолго. Как пишет газета, ждут все.", "ru")
    assert cleaned.text == "Мост закрыт\nМост закрыли. это надолго. Как пишет газета, ждут все."
    assert [(r.surface, r.kind) for r in cleaned.residue] == [("Как пишет,", "link")]


def test_a_heading_that_begins_like_a_label_stays() -> None:
    title = "Реклама молочных насосов разделила город"
    raw = f"{title}\nРеклама насосов разделила город: молочных коров обидели.\nКонец."
    assert whole(raw, "ru").text == raw


def test_a_sentence_is_no_title() -> None:
    assert whole("The bridge is shut.\nIt will open.").title is None
    assert whole("Bridge shut").title is None


def test_nothing_gives_nothing() -> None:
    assert whole("") == whole(" \r\n\n\ufeff") == Cleaned("", (), (), None)


PIECES = st.sampled_from(
    [
        "Bridge shut", "It is shut till May.", " ", "\u00a0\u00a0", "\t", "\n", "\r\n", "\r", "\u2028", "\f",
        "\u200b", "\ufeff", "\u00ad", "[box]", "[/box]", "[sic]", "[embedyt]http://x[/embedyt]", "<br/>",
        "&nbsp;", "\n\n", "Tumblr media\n", "\nSource: Gazette\n", "Как пишет, ", "© us\n", "Мост.",
        "The post A appeared first on B.", "…", "\x00", "  a  b ", "\u3000",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=25).map("".join))
@example("a [box]\r\n[/box] b")
def test_every_character_of_the_text_is_the_records_own(raw: str) -> None:
    cleaned = whole(raw)
    at = 0
    raw_at = 0
    for anchor in cleaned.map:
        assert anchor.start == at
        assert anchor.raw_start >= raw_at
        assert anchor.stop - anchor.start == anchor.raw_stop - anchor.raw_start > 0
        ours, theirs = cleaned.text[anchor.start : anchor.stop], raw[anchor.raw_start : anchor.raw_stop]
        for a, b in zip(ours, theirs, strict=True):
            assert a == b or (a in " \n" and b.isspace())
        at, raw_at = anchor.stop, anchor.raw_stop
    assert at == len(cleaned.text)
    assert all(line and line == line.strip() for line in cleaned.text.split("\n")) or not cleaned.text


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_clean_text_is_left_as_it_is(raw: str) -> None:
    once = whole(whole(raw).text).text
    assert whole(once).text == once


def test_a_long_line_takes_little_time() -> None:
    raw = "Bridge shut\n" + "It is shut [sic] till May. " * 200_000
    assert len(whole(raw).text) > 5_000_000
