"""Years, decades and centuries."""

from __future__ import annotations

from letapis.link.dating.scene import DASHES, Found, Part, Scene

__all__ = ["century", "decade", "shifted", "tail", "years"]

_MONEY = frozenset("$€£₽₴₸%№#+~")
_LIMIT = 2100
_COUNTED = ("ах", "ях", "ов", "ев", "аў", "яў", "оў", "ёў", "ів", "їв", "ей")
_AFTER = frozenset(".,;:!?…)]»”\"'“")


def tail(s: Scene, at: int) -> tuple[Part, int] | None:
    """The year that goes on with a date at ``at``: "2020", ", 2020", "2020 года", "of last year"."""
    calendar = s.calendar
    j = at
    if s.folds[j] == "," and calendar.capital and (found := s.digits(j + 1)) and found[0] > 999:
        j += 1
    if s.folds[j] in calendar.of:
        j += 1
        if s.folds[j] in calendar.of:
            j += 1
    if s.folds[j] in calendar.shifts and s.folds[j + 1][:1].isdecimal():
        j += 1  # "of the current year 2018": "текущего 2018 года"
    if found := s.digits(j):
        year, ending = found
        named = s.folds[j + 1] in calendar.years and _aligned(s, j + 1, False)
        if 1000 <= year < _LIMIT and (not ending or ending in calendar.endings):
            if not named and s.folds[j + 1] in s.measured:
                return None
            return Part(year=year), _named(s, j + 1) if named else j + 1
        return None
    if found_shift := shift(s, j):
        return found_shift
    if s.folds[j] and s.folds[j + 1] in calendar.same and s.folds[j + 2] in calendar.terms:
        return Part(same=True), j + 3
    if s.folds[j] in calendar.same and s.folds[j + 1] in calendar.terms:
        return Part(same=True), j + 2
    return None


def shift(s: Scene, at: int) -> tuple[Part, int] | None:
    """Years counted from that of publication: "last year", "в прошлом году", "летась"."""
    by = s.calendar.shifts.get(s.folds[at])
    if by is None:
        return None
    if s.folds[at] in s.calendar.yearly:
        return Part(shift=by), at + 1
    after = at + 1
    if s.folds[after] in s.calendar.same:
        after += 1
    if s.folds[after] in s.calendar.terms:
        return Part(shift=by), after + 1
    return None


def shifted(s: Scene, at: int) -> Found | None:
    """A year that stands alone as "last year", or a month as "last August"."""
    by = s.calendar.shifts.get(s.folds[at])
    if by is None:
        return None
    if found := shift(s, at):
        return Found(at, found[1], found[0])
    month = s.month(at + 1)
    if month and by <= 0 and s.calendar.capital and s.day(at + 2) is None:
        return Found(at, s.past(at + 1), Part(month=month, late=by < 0, shift=None if by else 0))
    season = s.calendar.seasons.get(s.folds[at + 1])
    if season and by < 0 and season < 30:
        return Found(at, at + 2, Part(code=season, late=True))
    return None


def years(s: Scene, at: int) -> list[Found]:
    """A bare year, a range of years, or several in a row, where the words around make them years."""
    head = s.digits(at)
    if head is None or not 1000 <= head[0] < _LIMIT:
        return []
    chain, marks, stop = _chain(s, at)
    ending = s.digits(chain[-1][0])[1]  # type: ignore[index]
    named = s.folds[stop] in s.calendar.years and _aligned(s, stop, len(chain) > 1)
    if len(chain) > 1 and not named and s.words[stop].islower() and s.folds[stop + 1] in s.calendar.terms:
        named, stop = True, stop + 1
    season = "/" in marks and len(chain) == 2 and chain[1][1] - chain[0][1] == 1
    spanned = not marks.isdisjoint(DASHES) and s.folds[stop] not in s.measured
    season = season or (spanned and (_late(chain) or s.folds[at - 1] == "("))
    if not named and not season and not _plain(s, at, stop, ending):
        return []
    last = _named(s, stop) if named else stop
    first = at
    if not named and not ending and s.folds[at - 1] in s.calendar.stated and at:
        first = at - 1
    if len(chain) > 1 and (marks & DASHES or "/" in marks or "join" in marks):
        if "join" in marks and s.folds[at - 1] in s.calendar.starts:
            first = at - 1
        return [Found(first, last, Part(year=chain[0][1]), Part(year=chain[-1][1]))]
    found = [Found(place, place + 1, Part(year=year)) for place, year in chain]
    found[0] = Found(first, found[0].stop, found[0].start)
    found[-1] = Found(found[-1].first, last, found[-1].start)
    return found


def _late(chain: list[tuple[int, int]]) -> bool:
    return all(1900 <= year <= 2060 for _, year in chain)


def _named(s: Scene, at: int) -> int:
    """The token after the word "year" at ``at``, with the full stop of "г."."""
    return s.past(at) if len(s.folds[at]) <= 2 else at + 1


def _aligned(s: Scene, at: int, several: bool) -> bool:
    # "2000 гадоў" are many years, "2000 года" is one; "г" and "р" are also grams and roubles.
    fold = s.folds[at]
    return several or fold in s.calendar.terms or fold not in s.measured or len(fold) < 3


def _chain(s: Scene, at: int) -> tuple[list[tuple[int, int]], set[str], int]:
    """Years joined by dashes, commas and "and": (token, year) of each, the joints, the token after."""
    chain = [(at, s.digits(at)[0])]  # type: ignore[index]
    marks: set[str] = set()
    opened = at > 0 and s.folds[at - 1] in s.calendar.starts
    j = at + 1
    while len(chain) < 6:
        word = s.folds[j]
        if s.folds[j] in s.calendar.years and s.folds[j + 1] in s.calendar.joins and opened:
            word, j = s.folds[j + 1], j + 1
        ahead = s.digits(j + 1)
        if ahead is None or (ahead[1] and ahead[1] not in s.calendar.endings):
            break
        year, before = ahead[0], chain[-1][1]
        tight = word in DASHES or word == "/"
        if (
            (tight or word in s.calendar.joins)
            and year < 100
            and before % 100 < year
            and len(s.words[j + 1]) == 2
        ):
            year += before - before % 100
        if not before < year < _LIMIT or year - before > 300:
            break
        if word in s.calendar.joins and (opened or word not in s.calendar.both):
            marks.add("join")
        elif tight or word == "," or word in s.calendar.both:
            marks.add(word)
        else:
            break
        chain.append((j + 1, year))
        j += 2
    return chain, marks, j


def _plain(s: Scene, at: int, stop: int, ending: str) -> bool:
    """Whether numbers from ``at`` up to ``stop`` are years although nobody says so."""
    year = s.digits(at)[0]  # type: ignore[index]
    before, after = s.folds[at - 1] if at else "", s.folds[stop]
    if before in _MONEY or after in _MONEY or after in s.measured:
        return False
    if after in DASHES and s.folds[stop + 1][:1].isdigit():
        return False
    if ending:
        return ending in s.calendar.endings and year > 1500
    stated = before in s.calendar.stated or (
        before in s.calendar.parts and (s.folds[at - 2] if at > 1 else "") not in s.measured
    )
    ends = not after or not after[:1].isalnum() or s.words[stop][0].isupper()
    if stated:
        # "in 1587 it was", but "in 1587 schools" and "in 2000 …", which is as often a number.
        counts = not s.calendar.capital and after.endswith(_COUNTED)
        likely = ends or after in s.calendar.both or (bool(year % 100) and not counts)
        return likely and (year >= 1800 or (year > 1000 and before in s.calendar.inside))
    if year < 1800:
        return False
    if before in s.calendar.titled:
        return True
    if not 1900 <= year <= 2060:
        return before == "(" and after == ")"
    if before in ("(", "[", "") or after == ")":
        return ends
    if s.calendar.capital:
        # English parts thousands by commas, so that "2013 comments" are comments of a year.
        return ends or bool(year % 100) or s.words[at - 1][0].isupper()
    return after in _AFTER and before.isalpha() and len(before) > 3 and not before.isascii()


def decade(s: Scene, at: int) -> Found | None:
    """A decade: "1990s", "90-х годов", "в девяностых"."""
    calendar = s.calendar
    tens = calendar.tens.get(s.folds[at])
    if tens is not None:
        named = s.folds[at + 1] in calendar.years
        if not named and not calendar.capital:
            return None
        return Found(at, at + 2 if named else at + 1, Part(wide=f"19{tens // 10}X"))
    found = s.digits(at)
    if found is None or found[1] not in calendar.decades or found[0] % 10:
        return None
    number = found[0]
    named = s.folds[at + 1] in calendar.years and s.folds[at + 1] not in s.measured | calendar.terms
    named = named or (s.folds[at + 1] in calendar.years and number % 10 == 0)
    whole = number >= 1000 and len(s.words[at]) < 9
    if not (whole or named or (calendar.capital and s.folds[at - 1] != "$")) or not (
        1000 < number < _LIMIT or (20 <= number <= 90 and s.words[at][0] != "0")
    ):
        return None
    if not named and not calendar.capital and found[1] in ("м", "ми", "е"):
        return None
    century_ = number // 100 if number >= 1000 else 19
    return Found(at, at + 2 if named else at + 1, Part(wide=f"{century_}{number % 100 // 10}X"))


def century(s: Scene, at: int) -> Found | None:
    """A century: "XIX века", "the 19th century"; ``at`` is the word for it."""
    number, dash, word = s.folds[at].partition("-")
    if dash and word in s.calendar.centuries and number[:2].rstrip("snrt").isdecimal():
        return Found(at, at + 1, Part(wide=f"{int(number[:2].rstrip('snrt')) - 1:02d}XX"))
    if s.folds[at] not in s.calendar.centuries or not at:
        return None
    count = _count(s, at - 1)
    if count is None or not 1 <= count <= 30:
        return None
    stop = s.past(at) if len(s.folds[at]) < 4 else at + 1
    if at > 2 and (s.folds[at - 2] in DASHES or s.folds[at - 2] in s.calendar.both):
        start = _count(s, at - 3)
        if start is not None and start < count:
            return Found(at - 3, stop, Part(wide=f"{start - 1:02d}XX"), Part(wide=f"{count - 1:02d}XX"))
    return Found(at - 1, stop, Part(wide=f"{count - 1:02d}XX"))


def _count(s: Scene, at: int) -> int | None:
    found = s.digits(at)
    if found and found[1] and found[1] in s.calendar.endings:
        return found[0]
    return s.roman(at) or s.calendar.ordinals.get(s.folds[at])
