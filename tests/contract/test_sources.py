"""What every source part must do: claim what is its own, and say what it could not bring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from letapis import plugins
from letapis.collect.base import Options, collect
from letapis.errors import InputError
from letapis.model import Received, SetAside

SOURCES = plugins.names("letapis.collect.sources", "sources")


@pytest.mark.parametrize("name", SOURCES)
def test_it_claims_nothing_that_is_not_there(name: str) -> None:
    part = plugins.load("letapis.collect.sources", "sources", name, "claims", "collect")
    assert part.claims("no/such/thing") == 0
    assert part.claims("") == 0


def test_what_no_source_claims_is_an_error() -> None:
    with pytest.raises(InputError, match="no/such/thing"):
        list(collect("no/such/thing", Options()))


def test_the_same_folder_gives_the_same_captures_anywhere(tmp_path: Path) -> None:
    ids = []
    for where in ("here", "there"):
        folder = tmp_path / where / "heap"
        folder.mkdir(parents=True)
        (folder / "b.txt").write_text("The bridge opens in May.\n", "utf-8")
        (folder / "a.html").write_text("<p>The bridge opens in May.</p>", "utf-8")
        ids.append(
            [
                item.capture.capture_id
                for item in collect(str(folder), Options())
                if isinstance(item, Received)
            ]
        )
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text("closed", "utf-8")
    path.chmod(0)
    (tmp_path / "open.txt").write_text("The bridge opens in May.", "utf-8")
    items = list(collect(str(tmp_path), Options()))
    assert [type(item) for item in items] == [SetAside, Received]
