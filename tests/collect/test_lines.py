"""Long files in pieces."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from letapis.collect.lines import break_of, lines, slices

LINES = st.lists(st.binary(max_size=12).map(lambda b: b.replace(b"\n", b"")), max_size=30)


@given(LINES, st.integers(1, 20), st.booleans())
def test_lines_are_the_file_cut_after_each_break(parts: list[bytes], limit: int, ends: bool) -> None:
    data = b"\n".join(parts) + (b"\n" if ends else b"")
    found = list(lines(io.BytesIO(data), limit))
    assert [p.start for p in found] == [0, *[p.stop for p in found]][: len(found)]
    assert (found[-1].stop if found else 0) == len(data)
    for piece in found:
        raw = data[piece.start : piece.stop]
        assert piece.data == (raw if len(raw) <= limit else None)
        assert b"\n" not in raw[:-1]
    assert [p.number for p in found] == list(range(1, len(found) + 1))


@given(LINES, st.integers(1, 40))
def test_slices_are_whole_lines_and_nothing_is_lost(parts: list[bytes], limit: int) -> None:
    data = b"\n".join(parts)
    found = list(slices(io.BytesIO(data), limit))
    assert [p.start for p in found] == [0, *[p.stop for p in found]][: len(found)]
    assert (found[-1].stop if found else 0) == len(data)
    for piece in found:
        raw = data[piece.start : piece.stop]
        assert piece.data in (raw, None)
        assert piece.data is None or len(raw) <= limit
        assert piece.stop == len(data) or raw.endswith(b"\n")


def test_a_long_line_is_never_held(monkeypatch: Any) -> None:
    class Endless(io.RawIOBase):
        """A first line of 300 MB that is made as it is read."""

        left = 300 * 1024 * 1024
        most = 0

        def read(self, size: int = -1) -> bytes:
            self.most = max(self.most, size)
            if self.left <= 0:
                tail, self.tail = self.tail, b""
                return tail
            taken = min(size, self.left)
            self.left -= taken
            return b"a" * taken

        tail = b"\nshort\n"

    stream = Endless()
    found = list(slices(stream, 64 * 1024))  # type: ignore[arg-type]
    assert [(p.number, p.data) for p in found] == [(1, None), (2, b"short\n")]
    assert found[0].stop == 300 * 1024 * 1024 + 1
    assert stream.most <= 64 * 1024


def test_utf16_breaks_are_found_on_whole_characters() -> None:
    text = "Ċа\nб\n"  # U+010A holds the byte of a line break without being one
    data = text.encode("utf-16")
    assert break_of(data) == b"\n\x00"
    found = [p.data for p in lines(io.BytesIO(data), 1000, break_of(data))]
    assert [part.decode("utf-16-le") for part in found if part] == ["\ufeffĊа\n", "б\n"]
