"""Marked passages: nothing of the text is lost or added, and every passage has one address."""

from __future__ import annotations

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st

from letapis.publish.exports.restored.marked import Mark, marked, rules
from letapis.publish.exports.restored.markup import Html

TEXT = 'Вада <b> & "quay"\nпрыстань 😀 at dawn\n\nend'
SPAN = st.tuples(
    st.integers(0, len(TEXT) + 3), st.integers(0, len(TEXT) + 3), st.sampled_from(("used", "held"))
)


def plain(mark_up: str) -> str:
    return html.unescape(re.sub(r"<[^<>]*>", "", mark_up))


@given(st.lists(SPAN, max_size=12))
def test_the_text_stays_and_every_passage_has_one_address(spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(*span) for span in spans]
    made = marked(TEXT, marks)
    assert plain(made) == TEXT
    assert made.count("<mark") == made.count("</mark>")
    depth = 0
    for step in re.findall(r"<mark|</mark>", made):
        depth += 1 if step == "<mark" else -1
        assert depth >= 0
    ids = re.findall(r' id="([^"]+)"', made)
    fitting = {m.id for m in marks if m.start < m.stop <= len(TEXT)}
    assert sorted(ids) == sorted(fitting)


@given(st.lists(SPAN, max_size=8))
@example([(0, 2, "used"), (1, 3, "used"), (1, 3, "held")])
def test_a_passage_is_shown_whole_with_its_later_parts(spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(*span) for span in spans if span[0] < span[1] <= len(TEXT)]
    made, style = marked(TEXT, marks), rules(marks)
    for mark in marks:
        name = f"part-{mark.start}-{mark.stop}"
        first = re.search(rf'<mark id="{mark.id}"[^<>]*>', made)
        assert first is not None
        assert (name in made) <= (f".{name}{{" in style)
        shown = _inside(made, first.start())
        later = re.finditer(rf'<mark class="[\w ]+ {name}">', made)
        shown += "".join(_inside(made, m.start()) for m in later)
        assert plain(shown).replace("\n", "") == TEXT[mark.start : mark.stop].replace("\n", "")


def _inside(made: str, at: int) -> str:
    """The element that begins at ``at``, up to its end."""
    depth = 0
    for step in re.finditer(r"<mark|</mark>", made[at:]):
        depth += 1 if step[0] == "<mark" else -1
        if depth == 0:
            return made[at : at + step.start()]
    raise AssertionError("an element without an end")


def test_a_note_stands_at_its_place() -> None:
    made = marked("one two", [Mark(0, 7, "used")], [(3, Html("<i>cut</i>"))])
    assert made == '<mark id="c=0-7" class="used">one<i>cut</i> two</mark>'
