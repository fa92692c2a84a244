"""Messages of channels: from exports, and from the pages of the web."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.model import Capture, Document, SetAside
from letapis.read.base import read
from letapis.read.formats.telegram_page import claims
from letapis.settings import Settings
from letapis.text.decode import decode
from tests.collect.test_telegram import mutate
from tests.fixtures import dumps


def made(
    payload: bytes, reader: str = "telegram", uri: str = "file:a"
) -> tuple[list[Document], list[SetAside]]:
    items = list(read(Capture("c1", "", uri, "", format=reader), payload, Settings()))
    documents = [item for item in items if isinstance(item, Document)]
    raw = decode(payload).text
    for document in documents:
        assert 0 <= document.raw_start <= document.raw_stop <= len(raw)
        for anchor in document.map:
            here = document.text[anchor.start : anchor.stop]
            there = raw[anchor.raw_start : anchor.raw_stop]
            assert len(here) == len(there)
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(here, there, strict=True))
        for link in document.links:
            assert link.start is None or document.text[link.start : link.stop] == link.text
    return documents, [item for item in items if isinstance(item, SetAside)]


def export(*messages: dict[str, Any], **head: Any) -> bytes:
    return dumps.dump({**dumps.channel(), "messages": list(messages), **head})


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(residue.kind, residue.surface) for residue in document.residue]


def test_a_message_is_a_document_with_its_time_and_the_channel_as_its_outlet() -> None:
    [document], _ = made(export(dumps.message(2, "Мост закрыли.\nЛюдей возят лодки, сказал Пётр Мохов.")))
    assert document.text == "Мост закрыли.\nЛюдей возят лодки, сказал Пётр Мохов."
    assert document.outlet == "Гавань ⚓"
    assert document.published is not None
    assert document.published.isoformat() == "2031-05-03T09:00:00+00:00"
    assert document.published_local == "2031-05-03T12:00:00+03:00"
    assert (document.published_precision, document.published_basis) == ("second", "message")
    assert (document.source_id, document.authors, document.url) == ("2", (), None)


def test_links_have_their_place_and_closing_lines_are_left_out() -> None:
    documents, _ = made(dumps.dump(dumps.channel()))
    document = documents[1]
    assert document.title == "Паром «Чайка» снова ходит"
    assert document.text.splitlines()[1:] == ["Об этом пишет газета «Причал». Билет стоит 3 рубля."]
    assert [(link.href, link.text) for link in document.links if link.start is not None] == [
        ("https://prichal.example/1", "газета «Причал»")
    ]
    assert kinds(document) == [("tags", "#паром #нежа"), ("subscribe", "Гавань ⚓")]


def test_a_channel_that_was_forwarded_is_credited_and_a_person_is_not() -> None:
    documents, aside = made(dumps.dump(dumps.channel()))
    by_id = {document.source_id: document for document in documents}
    assert kinds(by_id["4"]) == [("credit", "Forwarded from Причал")]
    assert by_id["4"].authors == ("Анна Рыбак",)
    assert kinds(by_id["7"]) == []
    assert (by_id["6"].text, [kind for kind, _ in kinds(by_id["6"])]) == (
        "Нужен ли городу второй мост?",
        ["platform", "platform"],
    )
    assert sorted(item.reason for item in aside) == ["no_text", "service"]


def test_a_known_handle_names_the_outlet() -> None:
    message = dumps.message(2, "Мост закрыли.")
    [document], _ = made(export(message, username="gavan"), uri="https://t.me/gavan/2")
    assert (document.url, document.outlet) == ("https://t.me/gavan/2", "Гавань ⚓")
    [known], _ = made(export(message, name="⚡ Naviny.by ⚡"))
    assert known.outlet == "Naviny.by"


@pytest.mark.parametrize("kind", ["personal_chat", "private_supergroup", "saved_messages", None, 7])
def test_conversations_are_not_read(kind: Any) -> None:
    documents, aside = made(export(dumps.message(2, "Только для тебя."), type=kind))
    assert not documents
    assert [item.reason for item in aside] == ["private"]
    assert "тебя" not in aside[0].detail


def test_a_message_by_a_person_has_no_author() -> None:
    message = dumps.message(2, "Мост закрыли.", from_id="user5", author="Анна")
    assert made(export(message))[0][0].authors == ()


def test_an_old_export_has_only_the_local_time() -> None:
    message = dumps.message(2, "Мост закрыли.")
    del message["date_unixtime"]
    [document], _ = made(export(message))
    assert document.published_local == "2031-05-03T12:00:00"
    [undated], aside = made(export({**message, "date": "вчера"}))
    assert undated.published is None
    assert [item.reason for item in aside] == ["bad_date"]


def test_escapes_lead_back_as_far_as_letters_stand_there() -> None:
    text = 'Мэр: "мост" закрыт\nдо мая \ud83d\ude00.'.encode("utf-16", "surrogatepass").decode("utf-16")
    for ascii_only in (False, True):
        payload = json.dumps(
            {**dumps.channel(), "messages": [dumps.message(2, text)]}, ensure_ascii=ascii_only
        ).encode()
        [document], _ = made(payload)
        assert document.text == text
        assert bool(document.map)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wrong_keys_and_types_raise_nothing(data: st.DataObject) -> None:
    documents, aside = made(dumps.dump(mutate(dumps.channel(), data)))
    assert documents or aside


@pytest.mark.parametrize(
    "payload", [b"", b"{", b"[" * 100_000, b'{"messages": ' * 9000, b"\x00", b'{"messages": {}}']
)
def test_what_is_no_message_is_set_aside(payload: bytes) -> None:
    documents, aside = made(payload)
    assert not documents
    assert aside or not payload


def test_messages_of_a_page_have_their_own_addresses() -> None:
    documents, aside = made(dumps.page().encode(), "telegram_page", "https://t.me/s/quaynews")
    first, second = documents
    assert (first.url, second.url) == ("https://t.me/quaynews/2", "https://t.me/quaynews/4")
    assert first.text == (
        "⚡️Ferry “Gull” sails again\nTickets cost 3 crowns, says the Pier Post.\nBoats wait & wait."
    )
    assert first.title == "⚡️Ferry “Gull” sails again"
    assert (first.outlet, first.authors) == ("Quay News & Co", ("Ona Mill",))
    assert second.text == "The quay is shut till May."
    assert second.published is not None
    assert second.published.isoformat() == "2031-05-05T07:00:00+00:00"
    assert second.published_local == "2031-05-05T10:00:00+03:00"
    assert kinds(first) == [
        ("credit", "Forwarded from Pier Post"),
        ("read_also", "An older message"),
        ("link", "Pier Post Gull is back"),
        ("platform", "Please open Telegram to view this post"),
        ("platform", "VIEW IN TELEGRAM"),
        ("subscribe", "Quay News & Co"),
    ]
    assert [item.detail for item in aside] == [
        "https://t.me/s/quaynews: of 4 messages, 1 of the service and 1 without words were not read"
    ]


def test_a_page_in_another_language_has_the_same_residue() -> None:
    page = dumps.page().replace(
        "Please open Telegram to view this post", "Адкрыйце Telegram, каб убачыць гэта"
    )
    documents, _ = made(page.encode(), "telegram_page")
    assert ("platform", "Адкрыйце Telegram, каб убачыць гэта") in kinds(documents[0])


def test_a_page_that_breaks_off_gives_what_stands_there() -> None:
    page = dumps.page()
    documents, _ = made(page[: page.index("Boats wait")].encode(), "telegram_page")
    assert documents[0].text.endswith("says the Pier Post.")


def test_a_page_is_known_by_its_mark_up() -> None:
    assert claims("a.html", dumps.page().encode()) > 0.5
    embedded = b'<p>Seen: <script async src="https://telegram.org/js/telegram-widget.js"></script></p>'
    for other in (embedded, b"", dumps.dump(dumps.channel()), dumps.wxr().encode()):
        assert claims("a.html", other) == 0


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_pages_raise_nothing(data: st.DataObject) -> None:
    good = dumps.page()
    at, size = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 80))
    signs = ("<", ">", '"', "</div>", "<div>", "<!--", "\x00", "\ud800", "</b>")
    sign = data.draw(st.text(max_size=4) | st.sampled_from(signs))
    documents, aside = made(
        (good[:at] + sign + good[at + size :]).encode("utf-8", "surrogatepass"), "telegram_page"
    )
    assert documents or aside


@pytest.mark.parametrize(
    "closing, kind",
    [
        (["👉 Subscribe to our channel"], "subscribe"),
        (["Читать нас: ", {"type": "text_link", "text": "Гавань", "href": "https://t.me/+aBc"}], "subscribe"),
        (["Видео: ", {"type": "text_link", "text": "Гавань", "href": "https://youtube.com/@a"}], "credit"),
        ([{"type": "text_link", "text": "YouTube", "href": "https://youtube.com/@a"}], "subscribe"),
        ([{"type": "mention", "text": "@prichal"}], "link"),
        (["Фото: ", {"type": "mention", "text": "@prichal"}], "credit"),
        ([{"type": "text_link", "text": "Причал", "href": "https://prichal.example/"}], None),
        (["Паром снова ходит."], None),
    ],
)
def test_a_closing_line_is_left_out_where_it_says_nothing(closing: list[Any], kind: str | None) -> None:
    [document], _ = made(export(dumps.message(2, ["Мост через Нежу закрыли до мая.\n\n", *closing])))
    assert [residue.kind for residue in document.residue] == ([kind] if kind else [])
    assert (document.text.count("\n") == 0) == (kind is not None)
