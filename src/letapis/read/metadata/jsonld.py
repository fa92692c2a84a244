"""JSON-LD as pages have it: broken, nested, in several pieces."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["Node", "entries", "first", "kinds", "nodes", "text"]

Node = dict[str, Any]

MOST_CHARACTERS = 6_000_000
"""Of one page's JSON-LD; what stands beyond is not read."""
MOST_NODES = 5_000
"""Objects of one page that are looked at."""
_OPENING = re.compile(r"(?:/\*[^*]{0,500}\*/\s*|//[^\n]{0,500}\n\s*|<!--|<!\[CDATA\[)+\s*")
_CLOSING = re.compile(r"(?:-->|\]\]>|//|/\*|\*/|;|\s)+$")
_TRAILING = re.compile(r",(\s*[}\]])")
_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_PLAIN = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|articleSection|inLanguage)"\s*:\s*'
    r'"((?:[^"\\\n]|\\.){1,400})"'
)


def nodes(scripts: Iterable[str]) -> list[Node]:
    """Every object in the scripts, outer ones first; broken JSON is mended as far as it goes.

    >>> [node["name"] for node in nodes(['{"@graph": [{"name": "a",}, {"name": "b"}]}']) if "name" in node]
    ['a', 'b']
    """
    found: list[Node] = []
    left = MOST_CHARACTERS
    for script in scripts:
        if len(script) > left:
            continue
        left -= len(script)
        for value in _values(script):
            _flatten(value, found)
    return found


def _values(script: str) -> Iterator[Any]:
    script = script.strip().lstrip("\ufeff")
    if (opening := _OPENING.match(script)) is not None:
        script = script[opening.end() :].lstrip()
    if script[-1:] in (">", ";", "/"):
        script = script[:-100] + _CLOSING.sub("", script[-100:])
    if not script:
        return
    try:
        yield json.loads(script, strict=False)
        return
    except (ValueError, RecursionError):
        pass
    mended = _ESCAPE.sub(r"\\\\", _TRAILING.sub(r"\1", script))
    for form in dict.fromkeys((mended, html.unescape(mended))):
        values = list(_several(form))
        if values:
            yield from values
            return
    plain: dict[str, str] = {}
    for name, value in _PLAIN.findall(script[:200_000]):
        plain.setdefault(name, value.replace('\\"', '"').replace("\\/", "/"))
    if plain:
        yield {"@type": "NewsArticle" if "headline" in plain else "WebPage", **plain}


def _several(script: str) -> Iterator[Any]:
    """Values that stand one after another."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    for _ in range(100):
        while at < len(script) and script[at] in " \t\r\n,;":
            at += 1
        if at >= len(script):
            return
        try:
            value, at = decoder.raw_decode(script, at)
        except (ValueError, RecursionError):
            return
        yield value


def _flatten(value: Any, found: list[Node]) -> None:
    waiting = [value]
    at = 0
    while at < len(waiting) and len(found) < MOST_NODES and len(waiting) < 20 * MOST_NODES:
        one = waiting[at]
        at += 1
        if isinstance(one, dict):
            found.append(one)
            waiting.extend(inner for inner in one.values() if isinstance(inner, dict | list))
        elif isinstance(one, list):
            waiting.extend(one[:MOST_NODES])


def kinds(node: Node) -> tuple[str, ...]:
    """The types of an object, without the vocabulary's address.

    >>> kinds({"@type": ["https://schema.org/NewsArticle", "Article"]})
    ('NewsArticle', 'Article')
    """
    stated = node.get("@type")
    listed = stated if isinstance(stated, list) else [stated]
    return tuple(
        one.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] for one in listed if isinstance(one, str)
    )


def entries(value: Any) -> list[Any]:
    """A value that may be one or a list, as a list of at most a hundred.

    >>> entries("Nora Vale"), entries(None)
    (['Nora Vale'], [])
    """
    return value[:100] if isinstance(value, list) else [] if value is None else [value]


def first(node: Node, *names: str) -> Any:
    """The first of the named values that says anything.

    >>> first({"name": "", "headline": ["Boats run"]}, "name", "headline")
    'Boats run'
    """
    for name in names:
        for value in entries(node.get(name)):
            if value not in (None, "", {}):
                return value
    return None


def text(value: Any) -> str:
    """A value as words: those of a string, or of an object's name; entities are undone.

    >>> text([{"@type": "Person", "name": "Ala &amp; Vera"}]), text(7)
    ('Ala & Vera', '7')
    """
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = first(value, "name", "@value", "headline", "alternateName")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    said = str(value)[:4000]
    return " ".join((html.unescape(html.unescape(said)) if "&" in said else said).split())
