"""Exports of Telegram Desktop: what is taken, what is not, and what damage costs."""

from __future__ import annotations

import io
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letapis.collect.base import Options
from letapis.collect.container import File
from letapis.collect.containers.telegram import claims, split
from letapis.model import Received, SetAside
from letapis.settings import Settings
from tests.fixtures import dumps

PRIVATE = ("для тебя", "забыл зонт", "Купить хлеба", "+000", "Ольга", "Двор")


def cut(
    data: bytes, path: Path | None = None, settings: Settings | None = None
) -> tuple[list[Received], list[SetAside]]:
    file = File("result.json", "result.json", None, path)
    items = list(split(file, io.BytesIO(data), Options(settings=settings or Settings())))
    return (
        [item for item in items if isinstance(item, Received)],
        [item for item in items if isinstance(item, SetAside)],
    )


def reasons(aside: list[SetAside]) -> list[str]:
    return [item.reason for item in aside]


def test_each_message_with_words_is_a_capture_and_its_bytes_are_as_they_stood() -> None:
    data = dumps.dump(dumps.channel())
    taken, aside = cut(data)
    assert [item.capture.uri for item in taken] == [f"file:result.json#message={n}" for n in (2, 3, 4, 6, 7)]
    assert {item.capture.format for item in taken} == {"telegram"}
    for item in taken:
        export = json.loads(item.payload)
        assert (export["name"], export["type"]) == ("Гавань ⚓", "public_channel")
        [message] = export["messages"]
        start = item.payload.index(b'"messages":[') + len(b'"messages":[')
        assert item.payload[start:-2] in data
        assert message in dumps.channel()["messages"]
    assert reasons(aside) == ["no_text"]
    assert "1 without words" in aside[0].detail


def test_a_known_handle_gives_a_message_its_own_address() -> None:
    taken, _ = cut(dumps.dump(dumps.channel(username="@gavan")))
    assert taken[0].capture.uri == "https://t.me/gavan/2"
    taken, _ = cut(dumps.dump(dumps.channel(username="../x")))
    assert taken[0].capture.uri == "file:result.json#message=2"


def test_a_grown_export_keeps_the_ids_of_its_messages() -> None:
    small = dumps.channel()
    grown = deepcopy(small)
    grown["messages"].append(dumps.message(8, "Вода спала."))
    before, after = (
        {item.capture.capture_id for item in cut(dumps.dump(export))[0]} for export in (small, grown)
    )
    assert before < after
    assert len(after - before) == 1


@pytest.mark.parametrize("options", [{}, {"indent": None}, {"sort_keys": True}, {"ensure_ascii": True}])
def test_of_an_account_only_channels_are_taken(tmp_path: Path, options: dict[str, Any]) -> None:
    data = dumps.dump(dumps.account(), **options)
    path = tmp_path / "result.json"
    path.write_bytes(data)
    taken, aside = cut(data, path)
    assert len(taken) == 10
    assert taken[0].capture.uri == "file:result.json#chat=1700000001&message=2"
    assert reasons(aside) == ["no_text", "no_text", "private"]
    assert aside[-1].detail.startswith("result.json: 4 messages")
    said = "".join(json.dumps(json.loads(item.payload), ensure_ascii=False) for item in taken)
    said += "".join(item.detail for item in aside)
    assert not any(words in said for words in PRIVATE)


def test_a_chat_whose_kind_stands_behind_its_messages_is_not_taken_from_a_stream() -> None:
    taken, aside = cut(dumps.dump(dumps.channel(), sort_keys=True))
    assert not taken
    assert reasons(aside) == ["no_kind"]
    assert "7 messages" in aside[0].detail


def test_a_file_that_breaks_off_gives_what_stands_before() -> None:
    data = dumps.dump(dumps.channel())
    taken, aside = cut(data[: data.index("Мэр открыл".encode())])
    assert [item.capture.uri[-1] for item in taken] == ["2", "3"]
    assert "cut_off" in reasons(aside)


def test_a_damaged_message_costs_the_others_nothing() -> None:
    data = dumps.dump(dumps.channel())
    lost_mark = data.replace('Пётр Мохов."'.encode(), "Пётр Мохов.".encode())
    lost_brace = data.replace(b'"author": "\xd0\x90', b'}} "author": "\xd0\x90', 1)
    unclosed = data.replace('возят лодки, сказал Пётр Мохов."\n  }'.encode(), 'возят лодки."\n  '.encode())
    assert lost_mark != data and lost_brace != data and unclosed != data
    for damaged in (lost_mark, lost_brace, unclosed):
        taken, aside = cut(damaged)
        assert {item.capture.uri[-9:] for item in taken} >= {"message=3", "message=6", "message=7"}
        assert len(taken) >= 5 or reasons(aside) != ["no_text"]


def test_a_message_longer_than_the_limit_is_set_aside_and_not_held() -> None:
    export = dumps.channel()
    export["messages"].insert(2, dumps.message(99, "вода " * 5000))
    taken, aside = cut(dumps.dump(export), settings=Settings(slice_bytes=4096))
    assert len(taken) == 5
    assert "too_large" in reasons(aside)


class Endless(io.RawIOBase):
    """A file that is far longer than what may be held of it."""

    def __init__(self, head: bytes, block: bytes, times: int) -> None:
        self.left = [head, *[block] * times]
        self.most = 0

    def read(self, size: int = -1) -> bytes:
        return self.left.pop(0) if self.left else b""


@pytest.mark.parametrize(
    "block", [b"a" * 65536, b"[" * 65536, b'"\\' * 32768, b"7" * 65536, b"\n" * 65536, b"{" * 65536]
)
def test_what_never_ends_is_read_with_bounded_memory(block: bytes) -> None:
    import tracemalloc

    head = b'{"name": "a", "type": "public_channel", "messages": [{"id": 1, "text": "a b", "x": '
    for front in (head, head + b'"'):
        tracemalloc.start()
        stream: Any = Endless(front, block, 12)
        items = list(split(File("a", "a"), stream, Options(settings=Settings(slice_bytes=50_000))))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < 600_000
        assert {item.reason for item in items if isinstance(item, SetAside)} & {"cut_off", "too_large"}


@pytest.mark.parametrize(
    "data",
    (
        *(b"", b"{", b"[]", b"null", b"<html>", b"}]}]", b"\x00" * 99, b"{" * 100_000, b"[" * 100_000),
        *(b'{"messages": 7}', b'{"messages": []}', b'{"chats": []}', b'{"chats": {"list": 5}}'),
        *(b'{"type": "public_channel", "messages": "none"}', b'{"messages":' * 9000),
    ),
)
def test_what_is_no_export_is_said_and_nothing_raised(data: bytes) -> None:
    taken, aside = cut(data)
    assert not taken
    assert aside


def test_it_claims_exports_and_nothing_else() -> None:
    for data in (
        dumps.dump(dumps.channel()),
        dumps.dump(dumps.account()),
        dumps.dump(dumps.channel(), sort_keys=True),
    ):
        assert claims("a.json", b"\xef\xbb\xbf" + data) > 0.5
    rows = b'{"id": 1, "type": "message", "text": "The bridge is shut."}\n'
    for other in (rows, dumps.dump(dumps.posts()), dumps.page().encode(), dumps.wxr().encode(), b"", b"{}"):
        assert claims("result.json", other) == 0


JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.sampled_from(([], {}, [[[]]], [{"text": 5}], {"text": []}, "\ud800", "\x00", 10**400, -(10**18))),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (holder, key) in a value."""
    found: list[tuple[Any, Any]] = []
    todo = [value]
    while todo:
        one = todo.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        for key in keys:
            found.append((one, key))
            todo.append(one[key])
    return found


def mutate(value: Any, data: st.DataObject) -> Any:
    """A few places deleted, or filled with what does not belong there."""
    changed = deepcopy(value)
    for _ in range(data.draw(st.integers(1, 4))):
        spots = places(changed)
        if not spots:
            break
        holder, key = spots[data.draw(st.integers(0, len(spots) - 1))]
        if data.draw(st.booleans()):
            holder[key] = data.draw(JUNK)
        else:
            del holder[key]
    return changed


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_wrong_keys_and_types_raise_nothing_and_show_nothing_private(data: st.DataObject) -> None:
    export = mutate(dumps.account(), data)
    taken, aside = cut(dumps.dump(export))
    kinds = [(item.capture.uri, item.payload) for item in taken]
    assert aside
    for _, payload in kinds:
        assert not any(words.encode() in payload for words in PRIVATE)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_bytes_raise_nothing_and_nothing_is_lost_unsaid(data: st.DataObject) -> None:
    good = dumps.dump(dumps.account())
    at = data.draw(st.integers(0, len(good)))
    size = data.draw(st.integers(0, 40))
    damaged = (
        good[:at]
        + data.draw(st.binary(max_size=8) | st.sampled_from([b'"', b"}", b"]", b"{", b"\\"]))
        + good[at + size :]
    )
    taken, aside = cut(damaged)
    for item in taken:
        assert not any(words.encode() in item.payload for words in PRIVATE[:3])
    before, said = cut(good)
    if len(taken) < len(before):
        assert [item.detail for item in aside] != [item.detail for item in said]
