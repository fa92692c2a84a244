"""All settings, as one frozen record that is passed by hand.

A flag beats the environment, which beats ``letapis.toml``, which beats the default.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from letapis.errors import SettingError

__all__ = ["Settings", "load"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How Letapis works on one chronicle.

    >>> Settings().workers >= 1
    True
    """

    workers: int = os.cpu_count() or 1
    """Processes that work side by side."""
    slice_bytes: int = 16 * 1024 * 1024
    """A text file longer than this is kept in slices of at most this many bytes."""
    page_bytes: int = 20 * 1024 * 1024
    """A page of mark-up larger than this is set aside."""
    page_depth: int = 400
    """A page nested deeper than this is set aside."""
    page_seconds: int = 20
    """A page whose reading takes longer than this is set aside."""
    page_memory: int = 1500
    """Mebibytes that the reading of one page may take."""
    batch_rows: int = 2000
    """Rows that a stage takes at a time."""
    spread_rows: int = 4000
    """A stage with fewer rows than this runs in the calling process: a pool costs more to start."""
    include_private: bool = False
    """Whether pages and facets exist for people without a public role."""
    fetch_bytes: int = 50 * 1024 * 1024
    """What is longer than this, as sent or unpacked, is not fetched to its end."""
    fetch_seconds: int = 60
    """A fetch that takes longer than this is given up."""
    fetch_hops: int = 10
    """Redirects that are followed."""
    delay_ms: int = 1000
    """Milliseconds between two requests to one host; a longer crawl-delay of its robots.txt holds."""
    max_pages: int = 10_000
    """Pages that are fetched of one site."""
    allow_private: bool = False
    """Whether private, loopback and link-local addresses may be fetched from."""
    feed_pages: bool = True
    """Whether the pages of a feed's entries that are summaries are fetched."""
    requisites: bool = True
    """Whether the pictures and styles of a fetched page are kept with it."""
    user_agent: str = ""
    """What a fetch calls itself; without, letapis and its version."""
    by: str = ""
    """Who gives verdicts, where the command does not say."""
    embedder: str = ""
    """A model of sentences that sharpens translations, as ``static:/models/words``; none without."""


def load(folder: Path | None = None, environ: Mapping[str, str] | None = None, **flags: Any) -> Settings:
    """Settings for the chronicle in ``folder``.

    ``flags`` that are None count as not given. Raises :class:`~letapis.errors.SettingError`
    for a name that does not exist or a value of the wrong type.

    >>> load(environ={"LETAPIS_WORKERS": "3"}).workers
    3
    >>> load(environ={"LETAPIS_WORKERS": "3"}, workers=1).workers
    1
    >>> load(environ={"LETAPIS_WORKERS": "many"})
    Traceback (most recent call last):
    letapis.errors.SettingError: LETAPIS_WORKERS is 'many'; it takes a whole number
    """
    settings = Settings()
    for name, value in _file(folder).items():
        settings = _set(settings, name, value, f"{name} in {folder}/letapis.toml")
    for field in fields(Settings):
        key = f"LETAPIS_{field.name.upper()}"
        value = (os.environ if environ is None else environ).get(key)
        if value is not None:
            settings = _set(settings, field.name, value, key)
    for name, value in flags.items():
        if value is not None:
            settings = _set(settings, name, value, f"--{name.replace('_', '-')}")
    return settings


def _file(folder: Path | None) -> dict[str, Any]:
    path = folder / "letapis.toml" if folder else None
    if path is None or not path.exists():
        return {}
    try:
        return dict(tomllib.loads(path.read_text("utf-8")).get("settings", {}))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} is not TOML: {error}; mend or remove it") from error


def _set(settings: Settings, name: str, value: Any, where: str) -> Settings:
    if name not in {field.name for field in fields(Settings)}:
        known = ", ".join(sorted(field.name for field in fields(Settings)))
        raise SettingError(f"{where} is no setting; there are {known}")
    if isinstance(getattr(settings, name), bool):
        truth = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if str(value).lower() not in truth:
            raise SettingError(f"{where} is {value!r}; it takes true or false")
        given: dict[str, Any] = {name: truth[str(value).lower()]}
        return replace(settings, **given)
    if isinstance(getattr(settings, name), str):
        words: dict[str, Any] = {name: " ".join(str(value).split())}
        return replace(settings, **words)
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise SettingError(f"{where} is {value!r}; it takes a whole number") from None
    if number < 1:
        raise SettingError(f"{where} is {number}; it takes a whole number from 1")
    changes: dict[str, Any] = {name: number}
    return replace(settings, **changes)
