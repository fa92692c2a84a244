"""What is withheld is withheld everywhere: every command, every export, now and as they are added."""

from __future__ import annotations

import gzip
import html
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis import plugins, tables
from letapis.cli.entry import command_names, letapis
from letapis.publish.exports.restored import FORMS
from letapis.publish.mask import BLOT
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from letapis.text import sentences, tokens
from tests.sample import ROWS, SECRET, write

# How each command is called here. A new command must be added, or the test fails.
CALLS: dict[str, list[list[str]]] = {
    "add": [["add", "{source}", "--to", "{c}"]],
    "build": [["build", "-c", "{c}"], ["build", "-c", "{c}", "--all"]],
    "demo": [],  # makes a chronicle of its own from the shipped example, in which nothing is withheld
    "entity": [
        ["entity", name, "-c", "{c}", "--format", "{format}"]
        for name in (SECRET, "Vyaz", "Brodskaya", "Вяз-Бродская", "Lozovik", "Pavel Lozovik", "Zarechny")
    ],
    "export": [["export", "{export}", "-c", "{c}", "--to", "{out}", "--outlet", "Rechnik"]],
    "figures": [
        ["figures", "-c", "{c}", "--format", "{format}"],
        ["figures", "-c", "{c}", "--disputed", "--format", "{format}"],
        ["figures", "-c", "{c}", "--about", "Zarechny"],
    ],
    "outlets": [
        ["outlets", "-c", "{c}", "--format", "{format}"],
        ["outlets", "Rechnik", "-c", "{c}", "--format", "{format}"],
    ],
    "quotes": [
        ["quotes", "-c", "{c}", "--format", "{format}"],
        ["quotes", "-c", "{c}", "--speaker", "head of the river port"],
        ["quotes", "-c", "{c}", "--speaker", "Brodskaya"],
        ["quotes", "-c", "{c}", "--told", "Rechnik", "--format", "{format}"],
    ],
    "report": [
        ["report", "-c", "{c}", "--format", "{format}"],
        ["report", "{report}", "-c", "{c}", "--format", "{format}"],
    ],
    "restore": [
        ["restore", "Rechnik", "-c", "{c}", "--format", "{format}", "--to", "{out}"],
        ["restore", "Rechnik", "-c", "{c}", "--to", "{out}", "--as", "{form}"],
    ],
    "show": [
        ["show", "-c", "{c}", "--format", "{format}"],
        ["show", "{doc}", "-c", "{c}", "--format", "{format}"],
        ["show", "{doc}", "-c", "{c}", "--raw"],
        ["show", "{doc}", "-c", "{c}", "--proof"],
        ["show", "{doc}#c=0-200", "-c", "{c}"],
    ],
    "versions": [
        ["versions", "rechnik.example", "-c", "{c}", "--format", "{format}"],
        ["versions", "{url}", "-c", "{c}", "--format", "{format}"],
    ],
    "watch": [["watch", "nowhere.opml", "--once", "--to", "{c}"]],
    "withhold": [["withhold", "-c", "{c}", "--format", "{format}"]],
    # last, since it changes what the others show
    "judge": [
        ["judge", "lost", "{doc}", "-c", "{c}", "--note", f"so says {SECRET}", "--by", SECRET, "--no-build"],
        ["judge", "--withdraw", "1", "-c", "{c}", "--note", f"{SECRET} did not"],
        ["judge", "--list", "-c", "{c}", "--format", "{format}"],
        ["show", "{doc}", "-c", "{c}"],
    ],
}


def make(folder: Path) -> Chronicle:
    source = write(folder)
    result = CliRunner().invoke(letapis, ["add", str(source), "--to", str(folder / "c")])
    assert result.exit_code == 0, result.output
    return Chronicle.open(folder / "c")


def everything(chronicle: Chronicle, folder: Path) -> Iterator[tuple[str, str]]:
    """All that anybody can be shown: what every command prints and what every export writes."""
    assert set(CALLS) == set(command_names()), "give every command a call here"
    raw = chronicle.tables
    docs = raw.read("documents")["doc_id"].to_pylist()
    reports = raw.read("reports")["report_id"].to_pylist()
    exports = plugins.names("letapis.publish.exports", "exports")
    ways = {"format": ("table", "jsonl", "csv"), "doc": docs, "report": reports, "export": exports}
    ways["form"] = FORMS
    # what an error repeats was known to whoever asked
    ways["url"] = tuple(sorted(row["url"] for row in View(chronicle).rows("documents") if row["url"]))
    for number, call in enumerate(call for calls in CALLS.values() for call in calls):
        for filled in _fill(call, ways):
            out = folder / f"out-{number}"
            words = [
                word.format(c=chronicle.folder, source=folder / "rows.jsonl", out=out) for word in filled
            ]
            result = CliRunner().invoke(letapis, words, terminal_width=400)
            yield " ".join(filled), result.output + str(result.exception or "")
            for path in sorted(out.rglob("*")) if out.exists() else ():
                if path.is_file():
                    yield f"{' '.join(filled)}: {path.name}", written(path)
    view = View(chronicle)
    for table in tables.TABLES:
        yield f"table {table}", repr(view.rows(table))
        yield f"history of {table}", repr(view.history(table))


def written(path: Path) -> str:
    """All that a person can read in a file: what is packed unpacked, what is escaped as it stands too."""
    if not zipfile.is_zipfile(path):
        text = path.read_text("utf-8")
        return text + html.unescape(text)
    with zipfile.ZipFile(path) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    texts = [gzip.decompress(data) if name.endswith(".gz") else data for name, data in parts]
    return "\n".join(data.decode("utf-8", "replace") for data in texts)


def _fill(call: list[str], ways: dict[str, tuple[str, ...]]) -> Iterator[list[str]]:
    for name, values in ways.items():
        if any("{" + name + "}" in word for word in call):
            for value in values:
                yield from _fill([word.replace("{" + name + "}", value) for word in call], ways)
            return
    yield call


def withhold(chronicle: Chronicle, target: str) -> str:
    words = ["withhold", target, "-c", str(chronicle.folder), "--reason", "asked for by the person"]
    result = CliRunner().invoke(letapis, words)
    assert result.exit_code == 0, result.output
    assert SECRET not in result.output
    return result.output


def shown(chronicle: Chronicle, folder: Path, secret: str) -> list[str]:
    return [where for where, words in everything(chronicle, folder) if secret.lower() in words.lower()]


def test_before_anything_is_withheld_it_is_there(tmp_path: Path) -> None:
    assert len(shown(make(tmp_path), tmp_path, SECRET)) > 20


def test_a_name_is_withheld_everywhere(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    withhold(chronicle, f"name:{SECRET}")
    assert shown(chronicle, tmp_path, SECRET) == []
    assert shown(chronicle, tmp_path, "Brodskaya") == []


def test_a_stretch_is_withheld_wherever_its_words_recur(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    words = "nobody will sail until it is mended"
    rows = chronicle.tables.read("documents").to_pylist()
    row = next(row for row in rows if words in row["text"])
    at = row["text"].index(words)
    withhold(chronicle, f"{row['doc_id']}#c={at}-{at + len(words)}")
    assert shown(chronicle, tmp_path, words) == []
    assert shown(chronicle, tmp_path, "Nobody was hurt"), "the words around it are shown"


def test_a_document_is_withheld_with_all_that_only_it_says(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    rows = chronicle.tables.read("documents").to_pylist()
    row = next(row for row in rows if "library" in row["text"])
    withhold(chronicle, row["doc_id"])
    for secret in ("Pavel Lozovik", "Library opens", "reading room", "harbour-post.example/78"):
        assert shown(chronicle, tmp_path, secret) == []
    told = CliRunner().invoke(letapis, ["show", row["doc_id"], "-c", str(chronicle.folder)]).output
    assert "asked for by the person" in told, "that it is withheld is said, with the reason"


def test_restored_texts_that_were_written_before_are_written_anew(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    words = ["restore", "Rechnik", "-c", str(chronicle.folder)]
    words += [word for form in FORMS for word in ("--as", form)]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    files = sorted(path for path in chronicle.restored.rglob("*.*") if path.is_file())
    assert {path.suffix for path in files if SECRET in written(path)} == {".html", ".md", ".jsonl", ".wacz"}
    withhold(chronicle, f"name:{SECRET}")
    assert sorted(path for path in chronicle.restored.rglob("*.*") if path.is_file()) == files
    assert not any("Brodskaya" in written(path) for path in files)


def test_the_evidence_stays(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    before = {path: path.read_bytes() for path in (chronicle.folder / "captures").iterdir()}
    version = chronicle.tables.version("documents")
    withhold(chronicle, f"name:{SECRET}")
    assert {path: path.read_bytes() for path in (chronicle.folder / "captures").iterdir()} == before
    assert chronicle.tables.version("documents") == version


def test_what_is_withheld_can_be_shown_again(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    withhold(chronicle, f"name:{SECRET}")
    words = ["withhold", "#1", "--lift", "-c", str(chronicle.folder), "--reason", "the person agreed"]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    assert shown(chronicle, tmp_path, SECRET)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("name:a", "three letters"),
        ("name:The", "no name"),
        ("ffff", "no document"),
        ("{doc}#c=0-9999999", "no passage"),
    ],
)
def test_a_wrong_target_is_said(tmp_path: Path, target: str, said: str) -> None:
    chronicle = make(tmp_path)
    doc = chronicle.tables.read("documents")["doc_id"].to_pylist()[0]
    words = ["withhold", target.format(doc=doc), "-c", str(chronicle.folder), "--reason", "x"]
    result = CliRunner().invoke(letapis, words)
    assert said in str(result.exception) + result.output
    assert chronicle.desk.withheld() == []


def words_of(value: object) -> Iterator[str]:
    """Every string in a row."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from words_of(item)


def runs(text: str) -> set[tuple[str, ...]]:
    """The runs of four words within the sentences of a text."""
    forms = [[token.form for token in tokens(span.cut(text))] for span in sentences(text)]
    return {tuple(line[i : i + 4]) for line in forms for i in range(len(line) - 3)}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    folder = tmp_path_factory.mktemp("example") / "c"
    assert CliRunner().invoke(letapis, ["demo", "--to", str(folder)]).exit_code == 0
    return Chronicle.open(folder)


@pytest.mark.parametrize("place", range(0, 30, 4))
def test_no_four_words_of_a_withheld_document_are_left(example: Chronicle, place: int) -> None:
    documents = View(example).rows("documents")
    said = {row["doc_id"]: runs(row["text"]) | runs(row["title"] or "") for row in documents}
    unique = {
        doc_id: runs.difference(*(found for other, found in said.items() if other != doc_id))
        for doc_id, runs in said.items()
    }
    doc_id, own = [pair for pair in unique.items() if pair[1]][place]
    example.desk.withhold("document", doc_id, "asked for", doc_id=doc_id)
    try:
        view = View(example)
        left = [
            (table, words)
            for table in tables.TABLES
            for row in view.rows(table)
            for words in words_of(row)
            if own & {tuple(t.form for t in tokens(words)[i : i + 4]) for i in range(len(tokens(words)))}
        ]
    finally:
        example.desk.lift(doc_id, "end of the test")
    assert left == []


@pytest.mark.parametrize("place", range(3))
def test_nothing_inside_a_withheld_stretch_is_left(example: Chronicle, place: int) -> None:
    """A stretch around a credit: the credit's own few words go with it."""
    chosen = [
        (s["doc_id"], s["d_start"], s["d_stop"])
        for r in View(example).rows("restorations")
        for s in r["segments"]
    ]
    row = [
        r
        for r in View(example).rows("citations")
        if r["kind"] == "told_to"
        and any(r["doc_id"] == doc_id and a <= r["start"] and r["stop"] <= b for doc_id, a, b in chosen)
    ][place * 3]
    start, stop = row["start"] - 12, row["stop"] + 12
    text = example.tables.read("documents").to_pylist()
    words = next(d["text"] for d in text if d["doc_id"] == row["doc_id"])[start:stop]
    target = f"{row['doc_id']}#c={start}-{stop}"
    example.desk.withhold(
        "span", target, "asked for", doc_id=row["doc_id"], start=start, stop=stop, words=words
    )
    try:
        view = View(example)
        found = [
            r for r in view.rows("citations") if (r["doc_id"], r["start"]) == (row["doc_id"], row["start"])
        ]
        parts = [
            (
                s["start"] + max(start, s["d_start"]) - s["d_start"],
                s["start"] + min(stop, s["d_stop"]) - s["d_start"],
                r,
            )
            for r in view.rows("restorations")
            for s in r["segments"]
            if s["doc_id"] == row["doc_id"] and s["d_start"] < stop and s["d_stop"] > start
        ]
    finally:
        example.desk.lift(target, "end of the test")
    assert [set(r["surface"]) for r in found] == [{BLOT}]
    assert parts
    for begin, end, restored in parts:
        assert set(restored["text"][begin:end]) <= {BLOT, "\n"}


def test_escaped_records_do_not_show_what_is_withheld(tmp_path: Path) -> None:
    rows = [{"id": "e", "text": "Пра гэта сказала Алена Вязава, начальніца порта, у суботу."}]
    (tmp_path / "rows.jsonl").write_text(json.dumps(rows[0]))
    page = "".join(f"&#{ord(c)};" for c in "Пра гэта сказала Алена Вязава, начальніца порта, у суботу.")
    (tmp_path / "page.html").write_text(f"<html><body><article><p>{page * 4}</p></article></body></html>")
    words = ["add", str(tmp_path / "rows.jsonl"), str(tmp_path / "page.html"), "--to", str(tmp_path / "c")]
    assert CliRunner().invoke(letapis, words).exit_code == 0
    chronicle = Chronicle.open(tmp_path / "c")
    withhold(chronicle, "name:Алена Вязава")
    for doc_id in chronicle.tables.read("documents")["doc_id"].to_pylist():
        raw = CliRunner().invoke(letapis, ["show", doc_id, "--raw", "-c", str(tmp_path / "c")])
        shown = html.unescape(raw.output.encode().decode("unicode_escape", "replace")) + html.unescape(
            raw.output
        )
        assert "Вязава" not in shown


def test_the_same_page_captured_again_is_withheld_too(tmp_path: Path) -> None:
    chronicle = make(tmp_path)
    row = next(r for r in chronicle.tables.read("documents").to_pylist() if "library" in r["text"])
    withhold(chronicle, row["doc_id"])
    again = write(tmp_path, [{**ROWS[3], "note": "captured later"}])
    assert CliRunner().invoke(letapis, ["add", str(again), "--to", str(tmp_path / "c")]).exit_code == 0
    assert chronicle.tables.read("documents").num_rows == len(ROWS) + 1
    assert shown(chronicle, tmp_path, "Pavel Lozovik") == []
