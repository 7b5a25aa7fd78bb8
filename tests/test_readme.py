"""What the README shows is what the program prints. `UPDATE_README=1 pytest tests/test_readme.py` rewrites it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = [README, ROOT / "docs" / "checking.md"]
SHOWN = re.compile(r"<!-- command: (?P<command>.+?) -->\n```text\n(?P<output>.*?)```\n", re.DOTALL)
PYTHON = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```\n", re.DOTALL)


def run(command):
    """Output of a shell command that calls this checkout's claimcheck, at 100 columns and without colours."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    environment.pop("FORCE_COLOR", None)
    script = f'claimcheck() {{ "{sys.executable}" -m claimcheck "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def shown(page):
    return list(SHOWN.finditer(page.read_text(encoding="utf-8"))) if page.is_file() else []


@pytest.mark.parametrize(
    ("page", "index"),
    [(page, index) for page in PAGES for index in range(len(shown(page)))],
    ids=lambda value: value.name if isinstance(value, Path) else str(value),
)
def test_shown_output_is_real(page, index):
    match = shown(page)[index]
    for tool in ("jq", "sqlite3"):
        if re.search(rf"(?:\||&&) {tool}\b", match["command"]) and shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    output = "".join(f"{line.rstrip()}\n" for line in run(match["command"]).splitlines())
    if os.environ.get("UPDATE_README"):
        text = page.read_text(encoding="utf-8")
        start, end = match.span("output")
        page.write_text(text[:start] + output + text[end:], encoding="utf-8")
    else:
        assert output == match["output"]


def test_python_example_prints_what_it_says():
    match = PYTHON.search(README.read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-c", match["code"]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == match["output"]


def test_every_command_is_in_the_readme():
    from typer.main import get_command

    from claimcheck.cli import app

    text = README.read_text(encoding="utf-8")
    missing = [name for name in get_command(app).commands if f"`claimcheck {name}" not in text]
    assert missing == []
