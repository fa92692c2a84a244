"""Draws the README's picture: what ``letapis restore`` prints for the shipped example.

Run ``make picture`` after a change to what the command prints.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

__all__ = ["draw"]

WIDTH, LINES = 104, 36


def draw(target: Path) -> None:
    """Write the picture as SVG to ``target``."""
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "letapis", "demo", "--to", f"{scratch}/rechnik.chronicle"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = printed.replace(f"{scratch}/", "").split("$ letapis restore", 1)[1].splitlines()
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ letapis restore{lines[0]}", style="bold green"))
    for line in [*lines[1:LINES], "…"]:
        style = "bold" if line and not line.startswith(" ") else ""
        style = "cyan" if line.startswith("    credited") else style
        console.print(Text(line, style=style), overflow="fold")
    picture = console.export_svg(title="letapis: an invented newsroom, restored from its copiers")
    # fonts of the reader's own machine: a picture of ours asks no other host for anything
    target.write_text(re.sub(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", "", picture, flags=re.DOTALL), "utf-8")


if __name__ == "__main__":
    draw(Path(__file__).with_name("restore.svg"))
