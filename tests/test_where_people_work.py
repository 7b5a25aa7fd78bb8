"""What the repository brings for other tools: the GitHub Action, the container."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(__file__).parent.parent
ARTICLE = "Brightcell raised $40 million in May 2021. It has 300 employees.\n"

pytestmark = pytest.mark.skipif(
    not (ROOT / "action.yml").is_file(), reason="needs the checkout, not the wheel alone"
)


def run_action(folder, **inputs):
    """The script of the action, with a `claimcheck` that is this interpreter's."""
    tools = folder / "tools"
    tools.mkdir()
    command = tools / "claimcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    summary = folder / "summary.md"
    done = subprocess.run(
        ["bash", str(ROOT / ".github" / "action.sh")],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(summary),
            **{f"CLAIMCHECK_{name.upper()}": value for name, value in inputs.items()},
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done, summary.read_text(encoding="utf-8") if summary.exists() else ""


def test_the_action_puts_notices_beside_lines_and_writes_a_summary(tmp_path):
    (tmp_path / "a post.md").write_text(ARTICLE, encoding="utf-8")
    done, summary = run_action(tmp_path, inputs="a post.md\n", options="--kind\nmoney\n")
    assert done.returncode == 0, done.stderr
    assert re.search(r"^::notice file=a post\.md,line=1,", done.stdout, re.MULTILINE)
    assert "| money |" in summary
    assert "| count |" not in summary


def test_the_action_fails_where_an_input_is_missing_and_reads_the_others(tmp_path):
    (tmp_path / "there.md").write_text(ARTICLE, encoding="utf-8")
    done, summary = run_action(tmp_path, inputs="there.md\nmissing.md\n")
    assert done.returncode == 1
    assert "missing.md" in done.stderr
    assert "| money |" in summary


def test_an_input_cannot_smuggle_options_or_commands(tmp_path):
    done, _ = run_action(tmp_path, inputs="--output=stolen.json\n$(touch stolen)\n")
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("stolen")] == []


def test_the_action_names_the_inputs_that_its_script_reads():
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    script = (ROOT / ".github" / "action.sh").read_text(encoding="utf-8")
    assert set(re.findall(r"\bCLAIMCHECK_\w+(?=:)", action)) == set(re.findall(r"\bCLAIMCHECK_\w+", script))


def test_the_container_copies_only_what_is_there():
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        name
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    ]
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []


def test_nobody_is_sent_to_the_other_package_of_that_name():
    """The package index has a `claimcheck` by other people; ours is `claimcheck-nlp`."""
    wrong = re.compile(r"pip install (?:-{1,2}\S+ )*['\"]?claimcheck(?!-nlp)\b")
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / ".github").rglob("*")]
    texts = [path for path in (*pages, *Path(claimcheck.__file__).parent.rglob("*.py")) if path.is_file()]
    assert len(texts) > 100
    assert [path.name for path in texts if wrong.search(path.read_text(encoding="utf-8"))] == []


def test_the_hook_brings_what_the_files_that_it_is_given_need():
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "types_or: [plain-text, markdown, html]" in hook
    (brought,) = re.findall(r"^  additional_dependencies: \[(.*?)\]", hook, re.MULTILINE)
    assert re.findall(r'"([^"]+)"', brought) == project["optional-dependencies"]["html"]


def test_the_command_of_the_hook_ends_a_commit_with_a_wrong_figure_and_no_other(tmp_path):
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (command,) = re.findall(r"^  entry: claimcheck (.*)$", hook, re.MULTILINE)
    codes = []
    for name, share in (("wrong.md", 60), ("right.html", 100)):
        text = f"<p>Revenue rose from $20 million to $40 million, up {share} %.</p>"
        (tmp_path / name).write_text(text, encoding="utf-8")
        words = [sys.executable, "-m", "claimcheck", *command.split(), name]
        codes.append(subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode)
    assert codes == [3, 0]


def test_the_how_to_names_what_is_there():
    page = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    action = (ROOT / "action.yml").read_text(encoding="utf-8")
    (given,) = re.findall(r"uses: OWNER/claimcheck@.*\n +with:\n((?:    .*\n)+)", page)
    inputs = re.findall(r"^    (\w+):", given, re.MULTILINE)
    assert inputs
    assert [name for name in inputs if f"\n  {name}:\n" not in action] == []
    (hook,) = re.findall(r"- id: (claimcheck-\w+)", page)
    assert f"- id: {hook}\n" in (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert (ROOT / "Dockerfile").read_text(encoding="utf-8").split("docker build ")[1].split(" && ")[
        0
    ] in page
