"""A flag beats the environment, which beats letapis.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from letapis.errors import SettingError
from letapis.settings import Settings, load


def test_who_beats_whom(tmp_path: Path) -> None:
    (tmp_path / "letapis.toml").write_text("[settings]\nworkers = 5\nbatch_rows = 7\n")
    assert load(None, {}).workers == Settings().workers
    assert load(tmp_path, {}).workers == 5
    assert load(tmp_path, {"LETAPIS_WORKERS": "4"}).workers == 4
    assert load(tmp_path, {"LETAPIS_WORKERS": "4"}, workers=3).workers == 3
    assert load(tmp_path, {"LETAPIS_WORKERS": "4"}, workers=None).workers == 4
    assert load(tmp_path, {"LETAPIS_WORKERS": "4"}).batch_rows == 7


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[settings]\nworkers = 0\n", "from 1"),
        ('[settings]\nworkers = "many"\n', "takes a whole number"),
        ("[settings]\nwrokers = 2\n", "is no setting; there are allow_private, batch_rows"),
        ("[settings]\ninclude_private = 7\n", "true or false"),
        ("[settings\n", "is not TOML"),
    ],
)
def test_a_wrong_setting_is_said_with_its_place(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "letapis.toml").write_text(written)
    with pytest.raises(SettingError, match=said):
        load(tmp_path, {})


def test_truth(tmp_path: Path) -> None:
    (tmp_path / "letapis.toml").write_text("[settings]\ninclude_private = true\n")
    assert load(tmp_path, {}).include_private is True
    assert load(tmp_path, {"LETAPIS_INCLUDE_PRIVATE": "no"}).include_private is False
