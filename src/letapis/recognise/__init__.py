"""Recognises what a document is: its outlet, whether it breaks off, and which lines are not its own.

Each module has pure functions on a text or on records: :mod:`~letapis.recognise.truncation`,
:mod:`~letapis.recognise.publisher`, :mod:`~letapis.recognise.furniture`. The language is told by
:mod:`letapis.langs.identify`.
"""

from __future__ import annotations

__all__: list[str] = []
