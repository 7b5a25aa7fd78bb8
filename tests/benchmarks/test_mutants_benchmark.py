"""The guards that `benchmarks/mutants.py` switches off are all there."""

import subprocess
import sys
from pathlib import Path

import mutants
import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "mutant",
    mutants.from_file(ROOT / "benchmarks" / "mutants.toml"),
    ids=lambda mutant: f"{mutant.file}: {mutant.text}",
)
def test_each_guard_stands_on_one_line_of_its_file(mutant):
    path = ROOT / mutant.file
    assert path.is_file()
    assert mutants.condition_of(path.read_text(encoding="utf-8"), mutant) is not None


def test_a_text_that_stands_on_two_lines_names_no_guard():
    source = "if first:\n    pass  # here\nif second:\n    pass  # here\n"
    assert mutants.condition_of(source, mutants.Mutant("any.py", "# here")) is None


def test_where_no_test_ran_nothing_is_said_of_the_guards(tmp_path):
    (tmp_path / "test_nothing.py").write_text("")
    said = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "mutants.py", "--only", "no/such/room", tmp_path],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 2
    assert "nothing was tried" in said.stderr
    assert "noticed" not in said.stdout
