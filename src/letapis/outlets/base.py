"""What Letapis knows of an outlet: one record, read from one TOML file an outlet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

from letapis import plugins
from letapis.errors import PluginError

__all__ = ["Outlet", "outlets", "parse"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: a newsroom, agency, blog, channel or broadcaster."""

    name: str
    """The name that documents and findings carry."""
    names: tuple[str, ...] = ()
    """Names in each script and language, in the nominative; case endings are generated."""
    domains: tuple[str, ...] = ()
    """Host names it publishes under or did, without ``www.``."""
    handles: tuple[str, ...] = ()
    """Names on Telegram and Twitter, without ``@``."""
    feeds: tuple[str, ...] = ()
    """Addresses of its feeds."""
    zone: str = "UTC"
    """Time zone of its clock, as in the IANA data base."""
    languages: tuple[str, ...] = ()
    """Languages it publishes in, ISO 639-1."""
    country: str | None = None
    """Where it publishes from, or for: ISO 3166-1 alpha-2."""
    cautious: tuple[str, ...] = ()
    """Names that are also common words: they count in quotation marks or in a credit's slot."""
    bearers: tuple[str, ...] = ()
    """Given names of people who have its name for a surname: after them it names no outlet."""
    platform: bool = False
    """Whether others publish on it: a social network or video platform."""


def parse(text: str, where: str = "outlet") -> Outlet:
    """The outlet that a TOML file describes.

    Raises :class:`~letapis.errors.PluginError` for TOML that is none, a key that does not exist
    or a missing name.

    >>> parse('name = "Invented Post"\\nnames = ["Invented Post"]\\ndomains = ["post.example"]').domains
    ('post.example',)
    >>> parse('title = "x"', "x.toml")
    Traceback (most recent call last):
    letapis.errors.PluginError: x.toml: no such key as title; there are bearers, cautious, ...
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PluginError(f"{where} is not TOML: {error}") from error
    known = {field.name for field in fields(Outlet)}
    strange = sorted(set(data) - known)
    if strange:
        raise PluginError(f"{where}: no such key as {strange[0]}; there are {', '.join(sorted(known))}")
    if not data.get("name") or not (data.get("names") or data.get("cautious")):
        raise PluginError(f"{where} lacks a name, or has neither names nor cautious ones")
    return Outlet(**{key: _frozen(value) for key, value in data.items()})


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet that there is a file for, in order of their file names.

    Files lie in this package and in the packages that entry points of ``letapis.outlets`` name;
    a file of theirs beats ours of the same name.
    Raises :class:`~letapis.errors.PluginError` for a file that is wrong or a package that is not there.

    >>> "Naviny.by" in {outlet.name for outlet in outlets()}
    True
    """
    found: dict[str, Outlet] = {}
    for package in ("letapis.outlets", *plugins.packages("outlets")):
        try:
            paths = [path for path in files(package).iterdir() if path.name.endswith(".toml")]
        except ModuleNotFoundError as error:
            raise PluginError(f"an entry point of letapis.outlets names {package}: {error}") from error
        where = "" if package == "letapis.outlets" else f"{package}: "
        found |= {path.name: parse(path.read_text("utf-8"), where + path.name) for path in paths}
    return tuple(outlet for _, outlet in sorted(found.items(), key=lambda item: item[0]))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
