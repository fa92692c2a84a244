"""Whether the annotated news is well formed, and what is in it: ``python -m benchmarks.annotated.check``.

Every surface of the gold must stand in its document, at least as often as the gold names it. A quotation
may stand there in pieces: where the attribution interrupts it, or a paragraph is opened with a new mark.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

__all__ = ["carried", "counts", "faults", "load", "sentences", "spans"]

Row = dict[str, Any]
Span = tuple[int, int]

HERE = Path(__file__).parent
CITATIONS = {"told_to", "reported_by", "published_by", "joint", "image_credit"}
CITATIONS |= {"repost_footer", "dateline", "link", "platform"}
QUOTATIONS = {"direct", "mixed", "indirect"}
NAMES = {"PER", "LOC", "ORG"}
KEYS = {
    "document": {"id", "url", "text", "published", "outlet", "language"},
    "gold": {"id", "lang", "truncated", "residue", "attributions", "quotes", "figures", "dates"}
    | {"not_quotations", "entities"},
    "attributions": {"surface", "outlet", "kind"},
    "quotes": {"text", "kind", "speaker", "speaker_canonical", "told_to"},
    "figures": {"surface", "value", "unit"},
    "dates": {"surface", "value"},
    "entities": {"surface", "type", "xid"},
}
OPTIONAL = {"document": {"outlet", "published"}, "attributions": {"self"}}
_DAY = r"(?:[\dX]{4}(?:-[\dX]{2}){0,2}(?:T[\d:]+)?)?"
_EDTF = re.compile(rf"{_DAY}[?~%]?(?:/{_DAY}[?~%]?)?")
_PIECES = 4
_END = re.compile(r"[.!?…]+[\"'»”’)]*(?=\s|[«“\"—–A-ZА-ЯЁІЇЄҐЎ])|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(«])(?:[A-ZА-ЯЁІЇЄҐЎ]|Mr|Mrs|Dr|St|No|г|ул|вул|им|ім|імя|тыс|млн|млрд|руб|стр|т|м)\.$"
)


def load(language: str, name: str) -> list[Row]:
    """The rows of ``language``'s file ``name``; ValueError on a line that is no JSON."""
    with (HERE / language / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, headlines and other lines included.

    >>> sentences("Bridge closed\\nIt was closed at 5 a.m. today. Nobody knew.")
    [(0, 13), (14, 44), (45, 57)]
    """
    found: list[Span] = []
    start = 0
    for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
        piece = text[start:end]
        if "\n" not in piece and end < len(text) and not _closes(text, piece, end):
            continue
        if re.search(r"\w", piece):
            left = start + len(piece) - len(piece.lstrip())
            found.append((left, left + len(piece.strip())))
        start = end
    return found


def _closes(text: str, piece: str, end: int) -> bool:
    after = text[end:].lstrip()[:1]
    return not _SHORT.search(piece[-8:]) and not after.islower()


def spans(text: str, words: str) -> list[Span]:
    """Where ``words`` stands in ``text``: in one piece or in up to four, in order; empty where it does not.

    >>> spans("“We will stay,” she said, “and wait.”", "We will stay and wait.")
    [(1, 13), (27, 36)]
    """
    whole, parts, at = re.sub(r"\s", " ", text), words.split(), 0
    found: list[Span] = []
    if (start := whole.find(re.sub(r"\s", " ", words))) >= 0:
        return [(start, start + len(words))]
    while parts and len(found) < _PIECES:
        for size in range(len(parts), 0, -1):
            piece = " ".join(parts[:size])
            if (start := whole.find(piece, at)) >= 0:
                break
        else:
            return []
        found.append((start, at := start + len(piece)))
        parts = parts[size:]
    return [] if parts else found


def carried(document: Row, gold: Row) -> int:
    """The number of sentences of ``document`` in which something is found, names apart."""
    text: str = document["text"]
    taken: list[Span] = []
    seen: Counter[str] = Counter()
    for kind in ("attributions", "quotes", "figures", "dates"):
        for row in gold[kind]:
            words = row["text" if kind == "quotes" else "surface"]
            taken += [_nth(text, words, seen[words])] if words in text else spans(text, words)
            seen[words] += 1
    return sum(any(a < stop and start < b for a, b in taken) for start, stop in sentences(text))


def _nth(text: str, surface: str, number: int) -> Span:
    at = -1
    for _ in range(number + 1):
        at = text.find(surface, at + 1)
    return at, at + len(surface)


def faults(document: Row, gold: Row) -> Iterator[str]:
    """What is wrong with the gold of a document, in words."""
    if gaps := [*_keys("document", document), *_keys("gold", gold)]:
        yield from gaps
        return
    text = document["text"]
    if document["language"] != gold["lang"]:
        yield "the languages differ"
    for kind in ("attributions", "quotes", "figures", "dates", "entities"):
        for row in gold[kind]:
            yield from _keys(kind, row)
    for surface, count in Counter(_surfaces(gold)).items():
        if text.count(surface[1]) < count:
            yield f"{surface[0]}: {surface[1]!r} stands {text.count(surface[1])} times, named {count} times"
    for row in gold["quotes"]:
        if not spans(text, row["text"]):
            yield f"quotes: {row['text']!r} is not there"
        if row["speaker"] is not None and row["speaker"] not in text:
            yield f"quotes: speaker {row['speaker']!r} is not there"
    yield from _values(gold)


def _surfaces(gold: Row) -> Iterator[tuple[str, str]]:
    for kind in ("residue", "not_quotations"):
        yield from ((kind, surface) for surface in gold[kind])
    for kind in ("figures", "dates"):
        yield from ((kind, row["surface"]) for row in gold[kind])
    # one surface may credit several outlets, and one name may be of two types
    yield from {("attributions", row["surface"]) for row in gold["attributions"]}
    yield from {("entities", row["surface"]) for row in gold["entities"]}


def _keys(kind: str, row: Row) -> Iterator[str]:
    optional = OPTIONAL.get(kind, set())
    if (KEYS[kind] - optional) - set(row) or set(row) - KEYS[kind] - optional:
        yield f"{kind}: keys {sorted(row)}"


def _values(gold: Row) -> Iterator[str]:
    for kind, known in (("attributions", CITATIONS), ("quotes", QUOTATIONS)):
        yield from (f"{kind}: kind {row['kind']!r}" for row in gold[kind] if row["kind"] not in known)
    for row in gold["figures"]:
        value = row["value"] if isinstance(row["value"], list) else [row["value"]]
        if (
            len(value) not in (1, 2)
            or not all(isinstance(x, int | float) for x in value)
            or value != sorted(value)
        ):
            yield f"figures: {row}"
    for row in gold["dates"]:
        if not row["value"] or not _EDTF.fullmatch(row["value"]):
            yield f"dates: {row}"
    for row in gold["entities"]:
        if row["type"] not in NAMES or not row["xid"].startswith(row["type"] + "-"):
            yield f"entities: {row}"
    names = Counter((row["surface"], row["type"]) for row in gold["entities"])
    yield from (f"entities: {name} twice" for name, count in names.items() if count > 1)


def counts(documents: list[Row], gold: list[Row]) -> Counter[str]:
    """How many of each kind there are, by the names that :func:`main` prints."""
    found: Counter[str] = Counter(documents=len(documents))
    for document, row in zip(documents, gold, strict=True):
        found["sentences"] += len(sentences(document["text"]))
        found["sentences with a finding"] += carried(document, row)
        found["truncated"] += row["truncated"]
        found.update(f"citations {x['kind']}" for x in row["attributions"])
        found.update("citations without an outlet" for x in row["attributions"] if not x["outlet"])
        found.update("citations of itself" for x in row["attributions"] if x.get("self"))
        found.update(f"quotations {x['kind']}" for x in row["quotes"])
        found.update("quotations told to an outlet" for x in row["quotes"] if x["told_to"])
        found.update(f"names {x['type']}" for x in row["entities"])
        for kind in ("residue", "figures", "dates", "not_quotations"):
            found[kind] += len(row[kind])
    return found


def main() -> int:
    """0 where every folder is well formed, else 1; the faults and the counts are printed."""
    wrong = 0
    kinds: dict[str, set[str]] = {}
    for language in sorted(path.parent.name for path in HERE.glob("*/gold.jsonl")):
        documents, gold = load(language, "documents"), load(language, "gold")
        ids = [row["id"] for row in documents]
        said = [f"{i} twice" for i, count in Counter(ids).items() if count > 1]
        if ids != [row["id"] for row in gold]:
            said.append("documents and gold are not the same, in the same order")
        else:
            for document, row in zip(documents, gold, strict=True):
                said += [f"{row['id']}: {fault}" for fault in faults(document, row)]
                for name in row["entities"]:
                    kinds.setdefault(name["xid"], set()).add(language)
            print(
                f"[{language}]", *(f"{k} {v}" for k, v in sorted(counts(documents, gold).items())), sep="\n"
            )
        print(*said, sep="\n", file=sys.stderr)
        wrong += len(said)
    print(f"names in several languages {sum(len(v) > 1 for v in kinds.values())} of {len(kinds)}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
