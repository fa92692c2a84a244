"""The web site of a restored outlet: every link leads somewhere, nothing gets out, nothing is stale."""

from __future__ import annotations

import copy
import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from letapis.cli.entry import letapis
from letapis.errors import UsageError
from letapis.publish import archive
from letapis.publish.exports.restored import FORMS, export, report
from letapis.publish.exports.restored.site import Site, style
from letapis.publish.ledger import ledger
from letapis.publish.view import View
from letapis.store.chronicle import Chronicle
from tests.publish.heap import EVIL, chronicle, opened

VOID = {"meta", "link", "br"}
DRAWN = {"path", "circle", "rect"}
LOADS = {"script", "img", "iframe", "object", "embed", "form", "base", "video", "audio", "source"}


class Page(HTMLParser):
    """What a reader's program makes of a page: its links, its addresses, its words, what it loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.links: list[str] = []
        self.ids: list[str] = []
        self.elements: set[str] = set()
        self.handlers: list[str] = []
        self.stack: list[str] = []
        self.parts: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.close()
        assert self.stack == [], f"{path} leaves {self.stack} open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on"):
                self.handlers.append(name)
        if tag not in VOID | DRAWN:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID | DRAWN:
            assert self.stack and self.stack.pop() == tag, f"{self.path}: </{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    @property
    def words(self) -> str:
        return "".join(self.parts)


def pages(folder: Path) -> Iterator[Page]:
    for path in sorted(folder.rglob("*.html")):
        yield Page(path)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, Path]:
    folder = tmp_path_factory.mktemp("demo")
    assert CliRunner().invoke(letapis, ["demo", "--to", str(folder / "c")]).exit_code == 0
    view = View(Chronicle.open(folder / "c"))
    export(view, folder / "out", archive.name(view, "rechnik.example"), forms=FORMS)
    return view, folder / "out"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[View, Path]:
    folder = tmp_path_factory.mktemp("hostile")
    view = View(chronicle(folder))
    export(view, folder / "out", archive.name(view, "Rechnik"), forms=FORMS)
    return view, folder / "out"


def leads_nowhere(folder: Path) -> list[str]:
    found = {page.path.resolve(): page for page in pages(folder)}
    assert len(found) > 5
    lost = []
    for page in found.values():
        assert len(page.ids) == len(set(page.ids)), f"{page.path} has an address twice"
        for link in page.links:
            if link.startswith(("http://", "https://")):
                continue
            name, _, place = link.partition("#")
            target = (page.path.parent / name).resolve() if name else page.path.resolve()
            if not target.exists() or (place and place not in found[target].ids):
                lost.append(f"{page.path} leads to {link}")
    return lost


@pytest.mark.parametrize("which", ["demo", "hostile"])
def test_every_link_leads_to_a_page_and_a_place_in_it(which: str, request: pytest.FixtureRequest) -> None:
    _, folder = request.getfixturevalue(which)
    assert leads_nowhere(folder) == []


def test_each_restored_passage_opens_its_witness_at_its_place(demo: tuple[View, Path]) -> None:
    view, folder = demo
    name = archive.name(view, "rechnik.example")
    seen = 0
    for row in archive.entries(view, name):
        page = Page(folder / "reports" / f"{row['report_id']}.html")
        for segment in row["segments"]:
            witness = Page(folder / "documents" / f"{segment['doc_id']}.html")
            assert f"c={segment['d_start']}-{segment['d_stop']}" in witness.ids
            link = f"../documents/{segment['doc_id']}.html#c={segment['d_start']}-{segment['d_stop']}"
            assert link in page.links
            seen += 1
    assert seen > 10


def test_the_whole_restored_text_stands_on_the_page(demo: tuple[View, Path]) -> None:
    view, folder = demo
    for row in archive.entries(view, archive.name(view, "rechnik.example")):
        page = Page(folder / "reports" / f"{row['report_id']}.html")
        shown = "".join(page.words.split())
        for line in row["text"].split("\n"):
            for segment in row["segments"]:
                part = row["text"][segment["start"] : segment["stop"]]
                if part in line:
                    assert "".join(part.split()) in shown
        for gap in row["gaps"]:
            assert gap["detail"] in page.words


@pytest.mark.parametrize("which", ["demo", "hostile"])
def test_nothing_runs_and_nothing_is_fetched(which: str, request: pytest.FixtureRequest) -> None:
    _, folder = request.getfixturevalue(which)
    for page in pages(folder):
        assert page.elements.isdisjoint(LOADS)
        assert page.handlers == []
        assert all(not re.match(r"\s*(?:javascript|data|vbscript):", link, re.I) for link in page.links)
        assert "Content-Security-Policy" in page.path.read_text("utf-8")
    assert "url(" not in style() and "@import" not in style()


def test_hostile_words_are_shown_as_words(hostile: tuple[View, Path]) -> None:
    _, folder = hostile
    evil = [page for page in pages(folder) if EVIL in page.words]
    assert evil, "the words are there to be read"
    for page in evil:
        assert EVIL not in page.path.read_text("utf-8")
    for path in folder.glob("*.md"):
        assert "<script" not in path.read_text("utf-8").replace("\\<", "")


def test_the_ledger_tells_what_is_known_and_what_is_absent(hostile: tuple[View, Path]) -> None:
    _, folder = hostile
    page = Page(folder / "index.html")
    for address in ("rechnik.example/news/124", "rechnik.example/news/131", "rechnik.example/news/140"):
        assert address in page.words
        reports = [row for row in pages(folder / "reports") if address in row.words]
        assert all("it may have stood at one of them" in row.words for row in reports)
    assert "lamplighter" in page.words
    assert "none in this heap" in page.words, "between March and June"
    assert "rechnik.example/news/{n}" in page.words
    for path in [*folder.glob("*.md"), *folder.rglob("*.html"), folder / "ledger.json"]:
        assert "deleted" not in path.read_text("utf-8")


def test_a_second_run_gives_the_same_bytes(hostile: tuple[View, Path], tmp_path: Path) -> None:
    view, folder = hostile
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    export(opened(view.chronicle.folder), folder, archive.name(view, "Rechnik"))
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert before == after
    export(opened(view.chronicle.folder), tmp_path / "new", archive.name(view, "Rechnik"), forms=FORMS)
    new = {path.relative_to(tmp_path / "new"): path.read_bytes() for path in (tmp_path / "new").rglob("*.*")}
    assert new == {path.relative_to(folder): data for path, data in before.items()}


def test_what_an_earlier_run_left_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    view = View(chronicle(tmp_path))
    name, folder = archive.name(view, "Rechnik"), tmp_path / "out"
    files = export(view, folder, name, forms=("html",))
    assert files[0] == folder / "index.html"
    assert not list(folder.glob("*.jsonl"))
    book = json.loads((folder / "ledger.json").read_text("utf-8"))
    assert {folder / item for item in book["files"]} == set(folder.rglob("*.*"))
    stale = [folder / f"{'0' * 20}.md", folder / "documents" / f"{'1' * 20}.html"]
    strange = ["../letter.txt", "letter.txt", "/etc/hosts", 7]  # a list that somebody wrote into
    book["files"] += [*(str(path.relative_to(folder)) for path in stale), *strange]
    (folder / "ledger.json").write_text(json.dumps(book), "utf-8")
    mine = [folder / "letter.txt", folder / "documents" / "mine.html", folder / f"{'2' * 20}.md"]
    mine += [folder / "reports" / f"{'3' * 20}.html", tmp_path / "letter.txt"]
    for path in (*stale, *mine):
        path.write_text("x")
    export(view, folder, name, forms=("jsonl",))
    assert not any(path.exists() for path in stale)
    assert all(path.read_text() == "x" for path in mine)
    assert (folder / "index.html").exists(), "a form that was there is written anew, not left to age"


@pytest.mark.parametrize(
    "taken", ["index.html", "style.css", "ledger.json", "reports/{report}.html", "reports", "style.css.tmp"]
)
def test_a_file_of_somebody_elses_is_neither_overwritten_nor_removed(
    hostile: tuple[View, Path], tmp_path: Path, taken: str
) -> None:
    view, _ = hostile
    name = archive.name(view, "Rechnik")
    path = tmp_path / taken.format(report=archive.entries(view, name)[0]["report_id"])
    others = [tmp_path / f"{'5' * 20}.md", tmp_path / "documents" / f"{'4' * 20}.html"]
    for one in (path, *others):
        one.parent.mkdir(exist_ok=True)
        one.write_text("x")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=re.escape(str(path))):
        export(view, tmp_path, name)
    assert sorted(tmp_path.rglob("*")) == before
    assert all(one.read_text() == "x" for one in before if one.is_file())
    path.unlink()
    export(view, tmp_path, name)
    assert all(one.read_text() == "x" for one in others)


def test_a_write_that_fails_leaves_nothing_half_made(
    hostile: tuple[View, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, _ = hostile
    name, real = archive.name(view, "Rechnik"), Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.parent.name == "documents":
            real(path, data[:9])
            raise OSError(28, "No space left on device", str(path))
        return real(path, data)

    export(view, tmp_path / "old", name, forms=("jsonl",))
    before = {path: path.read_bytes() for path in (tmp_path / "old").rglob("*.*")}
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        for folder in (tmp_path / "new", tmp_path / "old"):
            with pytest.raises(OSError, match="No space"):
                export(view, folder, name)
    assert not (tmp_path / "new").exists()
    assert before == {path: path.read_bytes() for path in (tmp_path / "old").rglob("*.*")}
    export(view, tmp_path / "old", name)
    assert (tmp_path / "old" / "index.html").exists()


def withhold(folder: Path, target: str) -> str:
    words = ["withhold", target, "-c", str(folder), "--reason", "asked for"]
    result = CliRunner().invoke(letapis, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_withholding_keeps_what_a_person_put_beside_the_archives(tmp_path: Path) -> None:
    heap = chronicle(tmp_path)
    folder, other = heap.restored / "rechnik", heap.restored / "other"
    export(View(heap), folder, archive.name(View(heap), "Rechnik"))
    theirs = [folder / "letter.txt", folder / "reports" / "notes.html", other / "reports.jsonl"]
    other.mkdir()
    for path in theirs:
        path.write_text('{"outlet": "Rechnik", "report_id": "x"}')
    row = next(row for row in heap.tables.read("documents").to_pylist() if "rope walk" in row["text"])
    assert "apprentices" in (folder / "documents" / f"{row['doc_id']}.html").read_text("utf-8")
    assert "wrote 1" in withhold(heap.folder, row["doc_id"])
    assert all(path.exists() for path in theirs)
    assert list(other.iterdir()) == [theirs[2]]
    assert not any("apprentices" in path.read_text("utf-8") for path in folder.rglob("*.*"))


def test_an_archive_whose_outlet_is_withheld_is_removed(tmp_path: Path) -> None:
    heap = chronicle(tmp_path)
    for given in ("Rechnik", "Harbour Post"):
        export(View(heap), heap.restored / given, archive.name(View(heap), given))
    letter = heap.restored / "Rechnik" / "letter.txt"
    letter.write_text("x")
    withhold(heap.folder, "name:Rechnik")
    assert list((heap.restored / "Rechnik").rglob("*")) == [letter]
    withhold(heap.folder, "name:Harbour Post")
    assert not (heap.restored / "Harbour Post").exists()


def test_links_into_a_withheld_document_lead_to_its_page(tmp_path: Path) -> None:
    heap = chronicle(tmp_path)
    name = archive.name(View(heap), "Rechnik")
    used = {s["doc_id"] for row in archive.entries(View(heap), name) for s in row["segments"]}
    for doc_id in sorted(used)[:3]:
        withhold(heap.folder, doc_id)
    export(View(heap), tmp_path / "out", name, forms=FORMS)
    assert leads_nowhere(tmp_path / "out") == []
    for path in (tmp_path / "out").glob("*.md"):
        assert not any(f"{doc_id}.html#c=" in path.read_text("utf-8") for doc_id in sorted(used)[:3])


PAPERS = ("paper", "card", "used", "mark")
INKS = ("ink", "mute", "blue", "red", "gold", "green", "plum")


def luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(2 * c for c in colour)
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_have_the_contrast_that_wcag_asks_for(scheme: int) -> None:
    """4.5 to 1 for text (WCAG 2.2, 1.4.3), on plain and on marked ground."""
    blocks = re.findall(r":root\{([^}]*--paper[^}]*)\}", style())
    colours = dict(re.findall(r"--(\w+):#([0-9a-f]{3,6})\b", blocks[scheme]))
    for ink in INKS:
        for paper in PAPERS if ink == "ink" else PAPERS[:2]:
            a, b = sorted((luminance(colours[ink]), luminance(colours[paper])))
            assert (b + 0.05) / (a + 0.05) >= 4.5, f"{ink} on {paper}"


def test_reasons_stand_with_every_witness(demo: tuple[View, Path]) -> None:
    view, folder = demo
    for row in archive.entries(view, archive.name(view, "rechnik.example")):
        words = Page(folder / "reports" / f"{row['report_id']}.html").words
        for reason in [*row["reasons"], *(r for w in row["witnesses"] for r in w["reasons"])]:
            assert reason["feature"] in words
            assert html.unescape(reason["detail"] or "") in words


def test_what_stands_in_is_absent_or_came_from_two_is_marked(
    hostile: tuple[View, Path], tmp_path: Path
) -> None:
    view, _ = hostile
    book = ledger(view, archive.name(view, "Rechnik"))
    row = copy.deepcopy(next(r for r in book.entries if len(r["witnesses"]) > 2 and r["segments"]))
    row["language"] = "be"
    row["segments"][0]["language"] = "en"
    row["gaps"] = [
        {"at": 0, "kind": "start", "detail": "no witness begins where it began"},
        {"at": 50, "kind": "middle", "detail": "a leaf is torn"},
        {"at": len(row["text"]), "kind": "end", "detail": "every witness breaks off"},
    ]
    row["witnesses"][0]["also"] = [row["witnesses"][1]["doc_id"]]
    path = tmp_path / "page.html"
    path.write_text(report.page(Site(view, book), row), "utf-8")
    words = Page(path).words
    for said in (
        "Translation: stands in from witness",
        "a leaf is torn",
        "every witness breaks off",
        "also from B",
    ):
        assert said in words
    assert words.index("no witness begins") < words.index("a leaf is torn") < words.index("every witness")
    assert 'class="also"' in path.read_text("utf-8")
