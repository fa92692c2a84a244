"""Every tool that installs on the same data: what it finds at its best, and what that costs.

``python -m benchmarks peers`` gives the figures, ``python -m benchmarks.compare`` the table of
``docs/explanation/peers.md``.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from benchmarks.peers.method import Method, Setting
from benchmarks.race import PEERS, Entry, Worker, race, start
from benchmarks.run import Figures, score

__all__ = ["TOOLS", "main", "peers"]

TOOLS = {
    "letapis": "ours",
    "datasketch": "datasketch",
    "datasketch-1": "datasketch",
    "datasketch-verified": "datasketch",
    "datasketch-ensemble": "datasketch",
    "rensa": "rensa",
    "rensa-cminhash": "rensa",
    "fastsketch": "fastsketch",
    "gaoya": "gaoya",
    "simhash": "simhash",
    "text-dedup": "textdedup",
    "datatrove": "datatrove",
}
"""Tool, or way of using one → its module in ``benchmarks/peers``."""
_KINDS = ("full", "edited15", "heavy30", "teaser30", "teaser40", "excerpt", "quote", "many")


def peers(data: Path) -> Figures:
    """The figures of every tool on ``data/reuse``, each at the setting with its best F1.

    The setting is chosen on the gold itself, which favours the tools that have one. ``fewer`` is
    without the report of 150 copies, which alone gives most of the pairs, at the setting that is
    best there. Tools that are not installed are left out.
    """
    rows = data / "reuse" / "documents.jsonl"
    count = sum(1 for _ in rows.open("rb"))
    best: dict[str, tuple[Setting, Figures]] = {}
    for name, module in TOOLS.items():
        if module == "ours" or PEERS.exists():
            found = _best(Entry(name, module, name, Setting()), data, rows)
            if found:
                best[name] = found
    costs = race([Entry(name, TOOLS[name], name, setting) for name, (setting, _) in best.items()], rows)
    figures: Figures = {"documents": count}
    for name, (setting, quality) in best.items():
        cost = costs[name]
        figures[f"{name}.gram"], figures[f"{name}.threshold"] = setting.gram, setting.threshold
        figures |= {f"{name}.{figure}": value for figure, value in quality.items()}
        figures[f"{name}.cpu_seconds"] = cost["cpu"]
        figures[f"{name}.documents_per_second"] = count / cost["cpu"]
        figures[f"most.{name}.peak_MiB"] = cost["MiB"]
    return figures


def _best(entry: Entry, data: Path, rows: Path) -> tuple[Setting, Figures] | None:
    """The setting whose pairs have the highest F1, and its figures; None where the tool does not run."""
    method: Method = import_module(f"benchmarks.peers.{entry.module}").METHODS[entry.method]
    found: list[tuple[Setting, Figures]] = []
    with tempfile.TemporaryDirectory(prefix="letapis-peers-") as scratch:
        place = Path(scratch)
        try:
            with start(replace(entry, setting=method.settings[0]), rows) as worker:
                found = [(one, _quality(worker, one, data, rows, place)) for one in method.settings]
        except RuntimeError as error:
            print(f"{entry.name} is left out: {error}", file=sys.stderr)
    if not found:
        return None
    _keep(entry.name, found)
    setting, figures = max(found, key=lambda one: float(one[1]["pairs.F1"]))
    fewer = max(found, key=lambda one: float(one[1]["fewer.F1"]))
    figures |= {key: value for key, value in fewer[1].items() if key.startswith("fewer.")}
    figures |= {"fewer.gram": fewer[0].gram, "fewer.threshold": fewer[0].threshold}
    return setting, figures


def _keep(name: str, found: list[tuple[Setting, Figures]]) -> None:
    """Append every setting's figures to the file that ``LETAPIS_SWEEP`` names, if it names one."""
    if path := os.environ.get("LETAPIS_SWEEP"):
        with Path(path).open("a", encoding="utf-8") as out:
            for setting, figures in found:
                row = {"tool": name, "gram": setting.gram, "threshold": setting.threshold, **figures}
                out.write(json.dumps(row) + "\n")


def _quality(worker: Worker, setting: Setting, data: Path, rows: Path, place: Path) -> Figures:
    """What ``score.py reuse`` says of the pairs; it is told no order, so it cannot judge direction."""
    worker.run(setting, place / "pairs")
    names = [json.loads(line)["id"] for line in rows.open(encoding="utf-8")]
    with (place / "documents.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"doc_id": name, "url": name}) + "\n" for name in names)
    with (place / "pairs").open() as told, (place / "reuse.jsonl").open("w", encoding="utf-8") as out:
        for line in told:
            a, b = map(int, line.split())
            out.write(f'{{"earlier": "{names[a]}", "later": "{names[b]}"}}\n')
    figures = score(data, "reuse", "reuse", place)
    figures.pop("direction_right", None)
    fewer = score(data, "reuse", str(_fewer(rows, place)), place)
    return figures | {f"fewer.{letter}": fewer[f"pairs.{letter}"] for letter in ("P", "R", "F1")}


def _fewer(rows: Path, place: Path) -> Path:
    """Gold without the copies of the one report that gives most of all pairs."""
    folder = place / "fewer"
    folder.mkdir(exist_ok=True)
    with rows.open(encoding="utf-8") as gold, (folder / "documents.jsonl").open("w", encoding="utf-8") as out:
        out.writelines(line for line in gold if json.loads(line)["kind"] != "many")
    return folder


def main() -> None:
    """Print the table."""
    figures = peers(Path(os.environ.get("LETAPIS_BENCH", "../shared/bench")))
    head = [
        "tool",
        "words a gram, threshold",
        "P",
        "R",
        "F1",
        "F1 without many",
        *_KINDS,
        "CPU-s",
        "documents/s",
        "peak MiB",
    ]
    print("| " + " | ".join(head) + " |\n|---|---|" + "--:|" * (len(head) - 2))
    for name in TOOLS:
        if f"{name}.pairs.F1" in figures:
            print("| " + " | ".join(_cells(name, figures)) + " |", flush=True)


def _cells(name: str, figures: Figures) -> Iterator[str]:
    def value(key: str) -> float:
        return float(figures.get(f"{name}.{key}", 0))

    yield name
    yield "–" if name == "letapis" else f"{value('gram'):.0f}, {value('threshold'):g}"
    wanted = (
        [f"pairs.{letter}" for letter in ("P", "R", "F1")]
        + ["fewer.F1"]
        + [f"recall.{kind}" for kind in _KINDS]
    )
    yield from (f"{value(key):.3f}".removeprefix("0") for key in wanted)
    yield f"{value('cpu_seconds'):.2f}"
    yield f"{value('documents_per_second'):,.0f}"
    yield f"{float(figures[f'most.{name}.peak_MiB']):.0f}"


if __name__ == "__main__":
    main()
