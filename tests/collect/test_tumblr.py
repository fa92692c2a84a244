"""Posts of Tumblr: in which files they come, and what damage costs."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.collect.base import Options
from letapis.collect.container import File
from letapis.collect.containers.tumblr import claims, split
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.collect.test_telegram import mutate
from tests.fixtures import dumps


def cut(data: bytes, limits: Settings | None = None) -> tuple[list[Received], list[SetAside]]:
    found = list(split(File("a.json", "a.json"), io.BytesIO(data), Options(settings=limits or Settings())))
    return (
        [item for item in found if isinstance(item, Received)],
        [item for item in found if isinstance(item, SetAside)],
    )


def test_each_published_post_is_a_capture_and_its_bytes_are_as_they_stood() -> None:
    data = dumps.dump(dumps.posts(), indent=None)
    taken, aside = cut(data)
    assert [item.capture.uri for item in taken] == [
        f"https://quaynews.tumblr.com/post/{n}/a" for n in range(1, 10)
    ]
    assert [item.detail for item in aside] == ["a.json: of 10 posts these were not taken: 1 of state draft"]
    for item in taken:
        export = json.loads(item.payload)
        assert export["blog"]["title"] == "Quay News"
        start = item.payload.index(b'"posts":[') + len(b'"posts":[')
        assert item.payload[start:-3] in data


def test_posts_come_in_files_of_many_shapes() -> None:
    response = dumps.posts()["response"]
    posts = response["posts"]
    shapes = (
        dumps.dump(response),
        dumps.dump({"posts": posts}),
        dumps.dump(posts),
        dumps.dump([dumps.posts()]),
        b"\n".join(dumps.dump(post, indent=None) for post in posts),
        b"\xef\xbb\xbf" + dumps.dump({"posts": posts}, sort_keys=True),
    )
    for shape in shapes:
        assert claims("a.json", shape) > 0.5
        taken, aside = cut(shape)
        assert (len(taken), [item.reason for item in aside]) == (9, ["unpublished"]), shape[:60]
    taken, aside = cut(dumps.dump(posts[0]))
    assert (len(taken), aside) == (1, [])


def test_what_breaks_off_or_is_too_long_is_said_and_the_rest_taken() -> None:
    data = dumps.dump(dumps.posts())
    taken, aside = cut(data[: data.index(b"On boats")])
    assert (len(taken), [item.reason for item in aside]) == (3, ["cut_off"])
    long = dumps.posts()
    long["response"]["posts"][0]["body"] = "word " * 3000
    taken, aside = cut(dumps.dump(long), Settings(slice_bytes=8000))
    assert (len(taken), aside[0].reason) == (8, "too_large")


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"7", b'{"posts": 5}', b'{"response": []}', b"<p>", b"[" * 99_000, b"\x00" * 9],
)
def test_what_is_no_export_is_said_and_nothing_raised(data: bytes) -> None:
    taken, aside = cut(data)
    assert not taken
    assert aside


def test_it_claims_posts_and_nothing_else() -> None:
    rows = b'{"id": 1, "url": "https://quay.example/1", "text": "The bridge is shut."}\n'
    for other in (rows, dumps.dump(dumps.account()), dumps.page().encode(), dumps.wxr().encode(), b"", b"{}"):
        assert claims("posts.json", other) == 0


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wrong_keys_and_types_raise_nothing_and_nothing_is_lost_unsaid(data: st.DataObject) -> None:
    taken, aside = cut(dumps.dump(mutate(dumps.posts(), data)))
    assert taken or aside


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_bytes_raise_nothing_and_nothing_is_lost_unsaid(data: st.DataObject) -> None:
    good = dumps.dump(dumps.posts())
    at, size = data.draw(st.integers(0, len(good))), data.draw(st.integers(0, 60))
    sign = data.draw(st.binary(max_size=8) | st.sampled_from([b'"', b"}", b"]", b"{", b"\\"]))
    taken, aside = cut(good[:at] + sign + good[at + size :])
    before, said = cut(good)
    if len(taken) < len(before) - 1:
        assert [item.detail for item in aside] != [item.detail for item in said]
