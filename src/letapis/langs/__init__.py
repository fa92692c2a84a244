"""One file a language: its words, its marks, its habits of crediting and of furnishing a page.

A file ``xx.py`` with a ``LANGUAGE`` is found without registration. Telling which language a text
is in lives in :mod:`letapis.langs.identify` and is loaded only when asked for.
"""

from __future__ import annotations

from functools import cache

from letapis import plugins
from letapis.errors import PluginError
from letapis.langs.base import Credit, Language

__all__ = ["Credit", "Language", "codes", "get", "languages"]


@cache
def get(code: str | None) -> Language | None:
    """The language of an ISO 639-1 code; None where there is no file for it.

    >>> get("be").name
    'беларуская'
    >>> get("xx") is None, get(None) is None
    (True, True)
    """
    if code is None or code not in codes():
        return None
    language = plugins.load("letapis.langs", "langs", code, "LANGUAGE").LANGUAGE
    if not isinstance(language, Language):
        raise PluginError(f"LANGUAGE of the langs part {code!r} is no Language")
    return language


def codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages there are files for, sorted.

    >>> {"be", "en", "ru", "uk"} <= set(codes())
    True
    """
    return plugins.names("letapis.langs", "langs")


def languages() -> tuple[Language, ...]:
    """Every language there is a file for, by code.

    >>> [language.code for language in languages()] == list(codes())
    True
    """
    return tuple(found for found in map(get, codes()) if found is not None)
