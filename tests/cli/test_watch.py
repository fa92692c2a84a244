"""``letapis watch``: rounds, what they leave free between them, and how they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.commands.watch import command
from letapis.errors import UsageError
from letapis.store.chronicle import Chronicle
from tests.collect.fetch.server import serve
from tests.collect.test_feed import item
from tests.collect.test_poll import Newsroom

FLAGS = ("--allow-private", "--no-requisites", "--delay-ms", "1", "--workers", "1")


def once(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command, [*arguments, "--once", *FLAGS])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stderr


def ids(folder: Path, table: str, column: str) -> list[str]:
    return sorted(Chronicle.open(folder).tables.read(table)[column].to_pylist())


def test_two_runs_make_no_duplicate(tmp_path: Path) -> None:
    news, folder = Newsroom(), tmp_path / "c"
    news.items = [item(1), item(2)]
    with serve(news) as here:
        code, said = once(f"{here.root}/feed", "--to", str(folder))
        assert (code, "2 new" in said) == (0, True)
        before = ids(folder, "captures", "capture_id"), ids(folder, "documents", "doc_id")
        code, said = once(f"{here.root}/feed", "--to", str(folder))
        assert (code, "0 new" in said) == (0, True)
        assert (ids(folder, "captures", "capture_id"), ids(folder, "documents", "doc_id")) == before
        (folder / "sources" / "feeds.sqlite").unlink()  # forgotten: the ids are the same all the same
        once(f"{here.root}/feed", "--to", str(folder))
        assert ids(folder, "documents", "doc_id") == before[1]
        assert len(before[1]) == 2


def test_what_fails_is_said(tmp_path: Path) -> None:
    news = Newsroom()
    news.status = 500
    with serve(news) as here:
        code, said = once(f"{here.root}/feed", "--to", str(tmp_path / "c"))
        assert (code, "1 failed" in said, "http_500" in said) == (1, True, True)
        code, said = once(f"{here.root}/feed", "--to", str(tmp_path / "c"))
        assert (code, "put off" in said) == (0, True)


@pytest.mark.parametrize("arguments", [("nowhere.opml",), ("https://quay.example/", "--every", "soon")])
def test_what_is_put_wrongly_makes_no_chronicle(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(UsageError):
        once(*arguments, "--to", str(tmp_path / "c"))
    assert not (tmp_path / "c").exists()


def test_others_are_not_asked_more_often_than_every_minute(tmp_path: Path) -> None:
    done = CliRunner().invoke(
        command, ["https://quay.example/", "--every", "5s", "--to", str(tmp_path / "c")]
    )
    assert isinstance(done.exception, UsageError)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_rounds_until_it_is_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    news, folder = Newsroom(), tmp_path / "c"
    news.items = [item(1)]
    with serve(news) as here:
        words = [sys.executable, "-m", "letapis", "watch", f"{here.root}/feed", "--to", str(folder)]
        with subprocess.Popen(
            [*words, "--every", "2s", *FLAGS], stderr=subprocess.PIPE, text=True, env=dict(os.environ)
        ) as running:
            assert running.stderr is not None
            lines = iter(running.stderr.readline, "")
            assert any("1 new" in line for line in lines)
            assert any("next round" in line for line in lines)
            with Chronicle.open(folder).writing(timeout=10):  # others may write between two rounds
                news.items = [item(2), item(1)]
            assert any("1 new" in line for line in lines)
            running.send_signal(sign)
            rest = running.stderr.read()
            assert running.wait(60) == 0
    assert "the same command goes on from here" in rest
    assert len(ids(folder, "documents", "doc_id")) == 2
