"""Where names begin and end: initials, quotation marks, legal forms, regions; and whose they plainly are."""

from __future__ import annotations

from collections.abc import Callable

from letapis.langs import Language
from letapis.langs.base import words as listing
from letapis.link.joining.given import given
from letapis.link.spotting.parts import Run, parted
from letapis.link.spotting.places import places, several
from letapis.link.spotting.stem import plain, stem
from letapis.link.spotting.trait import listed
from letapis.text.morph import parses
from letapis.text.stream import Stream

__all__ = ["mend"]

_OPEN, _CLOSE = frozenset("«“„\"‘'"), frozenset("»”“\"’'")
_EDGE = frozenset(".,:;!?…-–—»”“\"«„()'’‘&|•·*#@")
_WITHIN = 12
_LONGEST = 24
"""Tokens of the longest name; a longer row of tags is none."""
_ADJECTIVAL = tuple(
    sorted(listing("ського цького ському цькому ского цкого скому цкому скага цкага скаму цкаму"))
)
_DOTTED = listing("inc corp ltd co llc bros jr sr st")


def mend(text: Stream, runs: list[Run], language: Language | None) -> list[Run]:
    """The same names with better bounds, in order, without overlaps.

    >>> from letapis.text.stream import stream
    >>> text = stream("Mr A. B. Moss of Green Oak (OK)")
    >>> runs = mend(text, [Run(5, 6, "person"), Run(7, 11, "organisation")], None)
    >>> [text.cut(run.first, run.last) for run in runs]
    ['A. B. Moss', 'Green Oak', 'OK']
    """
    code = language.code if language else ""
    found: list[Run] = []
    end = 0
    for run in (part for whole in runs for part in parted(text, whole, code)):
        for rule in _RULES[run.kind]:
            run = rule(text, run, code)
        if found and run.first < end:
            if run.first <= found[-1].first:
                found.pop()
            else:
                run = run._replace(first=end)
        run = _bare(text, run)
        if run.first < run.last <= run.first + _LONGEST and any(
            word[0].isalpha() for word in text.words[run.first : run.last]
        ):
            found.append(run)
            end = run.last
    return _joined(text, found, code)


def _joined(text: Stream, runs: list[Run], code: str) -> list[Run]:
    """A place joined to the organisation before it ("суд г. Гомеля"), a given name to the surname after."""
    found: list[Run] = []
    for run in runs:
        before = found[-1] if found else None
        if before and before.kind == "organisation" and run.kind == "place":
            between = text.words[before.last : run.first]
            near = not between or (len(between) == 2 and between[1] == "." and between[0] in ("г", "м"))
            if near and "O" in listed(text.words[before.last - 1], code):
                found[-1] = Run(before.first, run.last, "organisation")
                continue
        alone = before and run.kind == "person" and before.first + 1 == before.last == run.first
        if before and alone and _given(text.words[before.first], code) > _given(text.words[run.first], code):
            found[-1] = Run(before.first, run.last, "person")
            continue
        found.append(run)
    return found


def _bare(text: Stream, run: Run) -> Run:
    """Without signs at its edges, but with the full stop of an initial or of Inc."""
    first, last, kind = run
    while first < last and text.words[first] in _EDGE:
        first += 1
    while last > first and text.words[last - 1] in _EDGE:
        before = text.words[last - 2] if last - 2 >= first else ""
        if text.words[last - 1] == "." and (_initial(before) or before.lower() in _DOTTED):
            break
        if text.words[last - 1] in _CLOSE and _opened(text.words[first : last - 1]):
            break
        last -= 1
    return Run(first, last, kind)


def _opened(words: list[str]) -> bool:
    """Whether quotation marks were opened and not closed."""
    straight = words.count('"')
    return straight % 2 == 1 or sum(words.count(mark) for mark in "«„") > sum(
        words.count(mark) for mark in "»”“"
    )


def _initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _initials(text: Stream, run: Run, code: str) -> Run:
    """Initials before a surname and after it."""
    first, last, kind = run
    words = text.words
    for _ in range(3):
        if first >= 2 and words[first - 1] == "." and _short(words[first - 2]):
            first -= 2
    for _ in range(2):
        if last + 1 < len(words) and words[last + 1] == "." and _initial(words[last]):
            last += 2
    return Run(first, last, kind)


def _short(word: str) -> bool:
    return word[:1].isupper() and (
        len(word) == 1 or (len(word) == 2 and word[1:].islower() and not word.isascii())
    )


def _family(text: Stream, run: Run, code: str) -> Run:
    """A surname before the given name and patronymic."""
    first, last, kind = run
    words = text.words
    if last - first == 2 and first and _patronymic(words[last - 1]) and words[first - 1][:1].isupper():
        before = words[first - 1]
        if len(before) > 2 and before[1:].islower() and not set(listed(before, code)) & set("RTOPFK"):
            return Run(first - 1, last, kind)
    return run


def _patronymic(word: str) -> bool:
    low = word.lower()
    return len(low) > 6 and any(
        end in low[-8:]
        for end in (
            "ович",
            "евич",
            "ьович",
            "йович",
            "авіч",
            "евіч",
            "івн",
            "ївн",
            "овн",
            "евн",
            "аўн",
            "еўн",
        )
    )


def _quoted(text: Stream, run: Run, code: str) -> Run:
    """What stands in quotation marks, whole, with a legal form before it and without other common words."""
    first, last, kind = run
    words = text.words
    opening = next((at for at in range(first, last) if words[at] in _OPEN), None)
    if opening is None and first and words[first - 1] in _OPEN and words[last - 1] not in _CLOSE:
        opening = first - 1
    if opening is None or (words[opening] in _CLOSE and words[opening] != '"'):
        return run
    closing = next(
        (at for at in range(opening + 1, min(opening + _WITHIN, len(words))) if words[at] in _CLOSE), None
    )
    if closing is None or closing == opening + 1:
        return run
    if opening > first and not words[first][0].isupper():
        first = opening + 1
    if first in (opening, opening + 1) and opening and _legal(words[opening - 1], code):
        first = opening - 1
    last = max(last, closing)
    if first < opening and closing + 1 >= last:
        return Run(first, closing + 1, kind)
    return Run(first, last, kind)


def _legal(word: str, code: str) -> bool:
    return word.isupper() and len(word) > 1 and "O" in listed(word, code)


def _numbered(text: Stream, run: Run, code: str) -> Run:
    """With the number that tells one school or court from another."""
    first, last, kind = run
    if last + 1 < len(text.words) and text.words[last] == "№" and text.words[last + 1].isdigit():
        return Run(first, last + 2, kind)
    return run


def _dotted(text: Stream, run: Run, code: str) -> Run:
    """With the last full stop of "U.S.", but not where it ends the sentence too."""
    first, last, kind = run
    words = text.words
    if last - first < 3 or words[last : last + 1] != ["."] or words[last - 2] != ".":
        return run
    if _initial(words[last - 1]) and text.starts[last] == text.stops[last - 1]:
        return Run(first, last + 1, kind)
    return run


def _known(text: Stream, run: Run, code: str) -> Run:
    """An organisation or a place as the lists of the language have it."""
    first, last, _ = run
    if last - first == 1:
        marks = listed(text.words[first], code)
        if "B" in marks and "S" not in marks:
            return Run(first, last, "organisation")
        if ("S" in marks and "B" not in marks) or _country(text.words[first], code):
            return Run(first, last, "place")
    elif last - first < 5:
        head, *rest = (stem(word) for word in text.words[first:last])
        if tuple(rest) in several().get(head, ()):
            return Run(first, last, "place")
    return run


def _country(word: str, code: str) -> bool:
    return places().get(stem(word)) == "c" and not _given(word, code)


def _human(text: Stream, run: Run, code: str) -> Run:
    """A person where a given name and one or two words with a capital are all there is."""
    first, last, _ = run
    names = text.words[first:last]
    if not 2 <= len(names) <= 3 or (first and text.words[first - 1] in _OPEN):
        return run
    if not all(
        len(name) > 2 and name[:1].isupper() and name[1:].replace("-", "").islower() for name in names
    ):
        return run
    if not set("".join(listed(name, code) for name in names)) & set("OPBSN") and _given(names[0], code):
        return Run(first, last, "person")
    return run


def _named(text: Stream, run: Run, code: str) -> Run:
    """A listed given name and a surname, taken for a place."""
    first, last, _ = run
    names = text.words[first:last]
    plain_ = all(len(name) > 2 and name[0].isupper() and name[1:].islower() for name in names)
    if len(names) != 2 or not plain_ or not ("G" in listed(names[0], code) or given(names[0])):
        return run
    known = any(set(listed(name, code)) & set("OPBSN") for name in names) or _settled(names)
    return run if known else Run(first, last, "person")


def _oblique(text: Stream, run: Run, code: str) -> Run:
    """A surname like an adjective, in a case of its own, taken for a place: "Зубрицького", "Зубрицкому"."""
    first, last, _ = run
    word = text.words[first]
    if last - first > 1 or not word[1:].islower() or not word.lower().endswith(_ADJECTIVAL):
        return run
    near = [text.words[at] for at in (first - 1, last) if 0 <= at < len(text.words)]
    if any(set(listed(one, code)) & set("PO") for one in near) or "S" in listed(word, code):
        return run
    return run if stem(word) in places() or stem(word) in several() else Run(first, last, "person")


def _settled(names: list[str]) -> bool:
    """Whether a list of places has the two words as one name, or either as a country or a capital."""
    keys = [stem(name) for name in names]
    return tuple(keys[1:]) in several().get(keys[0], frozenset()) or any(
        set(places().get(key, "")) & set("bc") for key in keys
    )


def _titled(text: Stream, run: Run, code: str) -> Run:
    """Without an office or a title before it that begins a sentence ("Rector Zora Moss")."""
    first, last, kind = run
    while last - first > 2 and _office(text.words[first], code):
        first += 1
    return Run(first, last, kind)


def _office(word: str, code: str) -> bool:
    flags = listed(word, code)
    return bool(set(flags) & set("RTKN")) and "G" not in flags and len(word) > 1


def _ruler(text: Stream, run: Run, code: str) -> Run:
    """With a ruler's number."""
    first, last, kind = run
    if last < len(text.words) and 1 < len(text.words[last]) < 6 and not text.words[last].strip("IVX"):
        return Run(first, last + 1, kind)
    return run


def _given(word: str, code: str) -> bool:
    if "G" in listed(word, code):
        return True
    readings = parses(word, code)
    return bool(readings) and all(one.known and "Name" in one.tags for one in readings[:2])


def _area(text: Stream, run: Run, code: str) -> Run:
    """With the word for a region after an adjective: "Гомельская область"."""
    first, last, kind = run
    word = text.words[last] if last < len(text.words) else ""
    if not word.islower() or "P" not in listed(word, code) or (kind != "place" and last - first > 1):
        return run
    adjective = plain(text.words[last - 1])[:-1].rstrip("aoeiu").endswith("sk")
    return Run(first, last + 1, "place") if adjective else run


_RULES: dict[str, tuple[Callable[[Stream, Run, str], Run], ...]] = {
    "person": (_area, _titled, _initials, _family, _ruler),
    "organisation": (_quoted, _numbered, _dotted, _known, _human),
    "place": (_area, _dotted, _known, _named, _oblique),
}
