"""Posts of Tumblr, of the legacy types and in blocks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.model import Document
from tests.collect.test_telegram import mutate
from tests.fixtures import dumps
from tests.read.test_telegram import kinds, made


def all_of() -> dict[str, Document]:
    documents, _ = made(dumps.dump(dumps.posts()["response"]), "tumblr")
    return {str(document.source_id)[-2:]: document for document in documents}


def test_every_type_gives_its_text() -> None:
    found = {number: (document.title, document.text) for number, document in all_of().items()}
    assert found["01"] == ("Quay shut", "The quay is shut.")
    assert found["02"][1] == "Boats at the quay, 3 May."
    assert found["03"][1] == "We have boats enough.\nPier Post"
    assert found["04"] == ("On boats", "Read this.")
    assert found["05"] == ("At the quay", "Ona: Is it shut?\nPetr: Till May.")
    assert found["06"][1] == "Is it shut?\nTill May."
    assert found["07"][1] == "The gull, filmed."
    assert found["08"] == ("Gull sails", "The ferry “Gull” sails again, the Pier Post says.\nGull")
    assert found["09"][1] == "Three boats are new.\nGood."


def test_what_is_known_of_a_post() -> None:
    found = all_of()
    post = found["08"]
    assert post.url == "https://quaynews.tumblr.com/post/8/a"
    assert post.published is not None
    assert post.published.isoformat() == "2031-05-03T10:00:00+00:00"
    assert [(link.href, link.text) for link in post.links] == [("https://pier.example/1", "Pier Post")]
    assert [(link.href, link.text) for link in found["04"].links] == [("https://pier.example/3", "On boats")]
    assert not any("somebody" in str(document) for document in found.values())


def test_marks_of_the_platform_and_the_blog_a_post_came_from_are_residue() -> None:
    found = all_of()
    assert kinds(found["01"]) == [("platform", "Tumblr media"), ("tags", "ferry, river Neja")]
    assert kinds(found["08"])[0] == ("credit", "pierpost")
    assert kinds(found["09"])[0] == ("credit", "Reblogged from pierpost")


def test_blocks_of_a_reblog_are_read_with_what_they_took_over() -> None:
    def text(words: str) -> list[dict[str, Any]]:
        return [{"type": "text", "text": words}]

    post = {
        "id": 5,
        "content": text("Good."),
        "trail": [{"content": text("Three boats."), "blog": {"name": "pier"}}],
    }
    [document], _ = made(dumps.dump({"posts": [post]}), "tumblr")
    assert document.text == "Three boats.\nGood."
    assert kinds(document) == [("credit", "Reblogged from pier")]


def test_an_address_that_names_no_blog_leaves_it_to_the_blog() -> None:
    post = {
        "id": 5,
        "post_url": "https://www.tumblr.com/quaynews/5",
        "blog_name": "quaynews",
        "body": "Shut.",
    }
    [document], _ = made(dumps.dump({"posts": [post]}), "tumblr")
    assert document.outlet == "quaynews.tumblr.com"


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wrong_keys_and_types_raise_nothing(data: st.DataObject) -> None:
    documents, aside = made(dumps.dump(mutate(dumps.posts()["response"], data)), "tumblr")
    assert documents or aside


@pytest.mark.parametrize(
    "payload", [b"", b"{", b"[" * 99_000, b'{"posts": 5}', b'{"posts": [5, "a", []]}', b"\x00"]
)
def test_what_is_no_post_is_set_aside(payload: bytes) -> None:
    documents, aside = made(payload, "tumblr")
    assert not documents
    assert aside or not payload
