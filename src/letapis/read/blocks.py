"""A post made of blocks, as Tumblr's Neue Post Format has them (tumblr.com/docs/npf)."""

from __future__ import annotations

from typing import Any

from letapis.model import Residue
from letapis.read.plain import Plain
from letapis.read.values import Said, anchors, number, said

__all__ = ["blocks"]


def blocks(made: Plain, post: dict[str, Any]) -> str | None:
    """Write the words of a post, those it took over first; a heading at its very beginning is its title.

    >>> made = Plain()
    >>> content = [{"type": "text", "subtype": "heading1", "text": "Quay"}, {"type": "text", "text": "Shut."}]
    >>> blocks(made, {"content": content}), made.text()
    ('Quay', 'Shut.')
    """
    rows: list[Any] = []
    trail = post.get("trail")
    for one in trail if isinstance(trail, list) else ():
        rows += _list(one, "content")
    rows += _list(post, "content")
    title = None
    for row in rows:
        if not isinstance(row, dict):
            continue
        if title is None and not made.size and said(row, "subtype") == "heading1" and said(row, "text"):
            title = " ".join(said(row, "text").split())
            continue
        _block(made, row)
    return title


def _list(row: Any, key: str) -> list[Any]:
    value = row.get(key) if isinstance(row, dict) else None
    return value if isinstance(value, list) else []


def _block(made: Plain, row: dict[str, Any]) -> None:
    kind = said(row, "type")
    if kind == "text":
        _text(made, row)
    elif kind == "link":
        words = " ".join(filter(None, (said(row, key) for key in ("site_name", "title", "description"))))
        if words:
            made.residue.append(Residue(words, "link"))
        if said(row, "url"):
            made.links.append((said(row, "url"), made.size, made.size))
    elif kind == "poll":
        _line(made, row.get("question"))
        answers = [said(answer, "answer_text") for answer in _list(row, "answers")]
        made.residue += [Residue(words, "platform") for words in answers if words]
    else:
        _line(made, row.get("caption"))
        credit = row.get("attribution")
        blog = credit.get("blog") if isinstance(credit, dict) else None
        words = said(credit, "display_text", "app_name") or said(blog, "name")
        if words:
            made.residue.append(Residue(words, "credit"))


def _line(made: Plain, words: Any) -> None:
    if isinstance(words, str) and words.strip():
        made.break_line()
        made.add_placed(words, anchors(words) if isinstance(words, Said) else ())


def _text(made: Plain, row: dict[str, Any]) -> None:
    words = row.get("text")
    if not isinstance(words, str) or not words.strip():
        return
    made.break_line()
    start = made.size
    _line(made, words)
    for one in _list(row, "formatting"):
        a, b = (number(one.get(key)) if isinstance(one, dict) else None for key in ("start", "end"))
        href = said(one, "url") if said(one, "type") == "link" else ""
        if said(one, "type") == "mention":
            href = said(one.get("blog"), "url")
        if href and a is not None and b is not None and 0 <= a < b <= len(words):
            made.links.append((href, start + a, start + b))
