"""How many rules and guards the tests miss when they are switched off, one at a time, in a copy of the tree.

    python benchmarks/mutants.py                         # those of mutants.toml
    python benchmarks/mutants.py --guards 20 --seed 13   # and guards drawn at random: `if ...: return`
    python benchmarks/mutants.py --only dates tests/dates

The tests run once while every guard tells when its condition holds. Then each guard is switched off, in a
process of its own, and the tests that met it run again until one fails. A guard that is only there for speed,
or for what cannot come, changes nothing that comes out: `mutants.toml` says so (`same`). It takes twice as
long as the tests. The exit code is 1 if fewer than 80 % were noticed, 2 if a mutant does not apply any more
or if no test passed with every guard on, so that none could notice anything.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import gc
import os
import random
import shutil
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
ROOMS = "constructions claims quantities dates names reports grammar tables checking".split()
TESTS = [
    *(f"tests/{room}" for room in ROOMS),
    "tests/test_sentences.py",
    "tests/test_rules.py",
    "tests/test_gold.py",
    "tests/test_versions.py",
]
BAR = 0.8


class Mutant(NamedTuple):
    """A guard to be switched off: the `if` around a piece of text that stands on one line of a file.

    `same` says why nothing can come out otherwise without it. `line` is that of a guard drawn at random.
    """

    file: str
    text: str
    same: str = ""
    line: int = 0


def from_file(path: Path) -> list[Mutant]:
    """Those that are kept as data."""
    return [Mutant(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["mutants"]]


def drawn(number: int, seed: str) -> list[Mutant]:
    """Guards of the rooms, at random: an `if` that does nothing but return nothing or go on."""
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / "claimcheck" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.If)
                    and not node.orelse
                    and len(node.body) == 1
                    and _ends(node.body[0])
                ):
                    file = path.relative_to(ROOT).as_posix()
                    found.append(Mutant(file, ast.unparse(node.test)[:70], line=node.body[0].lineno))
    return random.Random(seed).sample(found, number)  # noqa: S311 - the same ones for everybody


def _ends(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Return):
        return statement.value is None or ast.unparse(statement.value) in ("None", "False", "()", "''")
    return isinstance(statement, ast.Continue)


def condition_of(source: str, mutant: Mutant) -> ast.expr | None:
    """The condition of the guard; None if it is not there, or not once."""
    at = [number for number, line in enumerate(source.splitlines(), 1) if mutant.text in line]
    at = [mutant.line] if mutant.line else at
    if len(at) != 1:
        return None
    around = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.If) and node.lineno <= at[0] <= (node.body[-1].end_lineno or 0)
    ]
    return max(around, key=lambda node: node.lineno).test if around else None


def with_switches(source: str, conditions: dict[int, ast.expr]) -> str:
    """The source with `and _is_on(number)` behind each condition."""
    lines = source.splitlines(keepends=True)
    for number, condition in sorted(conditions.items(), key=lambda pair: -pair[1].lineno):
        switch = f"__import__('builtins').__dict__.get('_is_on', str)({number})"  # other processes: always on
        first, last = condition.lineno - 1, (condition.end_lineno or 0) - 1
        end = len(lines[last].encode()[: condition.end_col_offset].decode())
        lines[last] = f"{lines[last][:end]}) and {switch}{lines[last][end:]}"
        start = len(lines[first].encode()[: condition.col_offset].decode())
        lines[first] = f"{lines[first][:start]}({lines[first][start:]}"
    return "".join(lines)


class Trial:
    """Runs the tests once, then for each guard those again that met it, without it."""

    def __init__(self, mutants: list[Mutant], conditions: dict[int, ast.expr]) -> None:
        self.mutants, self.conditions = mutants, conditions
        self.met: dict[int, list[pytest.Item]] = {number: [] for number in conditions}
        self.at_import: set[int] = set()
        self.noticed: set[int] = set()
        self.passed = 0
        self._now: set[int] = self.at_import
        self._off = -1
        builtins.__dict__["_is_on"] = self._is_on

    def _is_on(self, number: int) -> bool:
        self._now.add(number)
        return number != self._off

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Both steps."""
        for item in session.items:
            self._now = set()
            if _passes(item):
                self.passed += 1
                for number in self._now:
                    self.met[number].append(item)
        for number, mutant in enumerate(self.mutants):
            if number in self.conditions:
                items = self.met[number] or (session.items if number in self.at_import else [])
                if items and _fails_without(self, number, items):
                    self.noticed.add(number)
                print(
                    f"\n{self.verdict(number):18}{mutant.file}  {mutant.text}  met by {len(items)} tests",
                    flush=True,
                )
        return True

    def switch_off(self, number: int) -> None:
        """From now on, in this process."""
        self._off = number
        from claimcheck.lexicons import BUNDLED  # noqa: PLC0415 - that of the copy

        BUNDLED.made.clear()  # what was found while the guard was on, and lists that a guard was asked about
        for thing in gc.get_objects():
            if type(thing).__name__ == "WordMemory":
                thing.clear()

    def verdict(self, number: int) -> str:
        """Of one mutant."""
        if number not in self.conditions:
            return "does not apply"
        if number in self.noticed:
            return "noticed"
        return "cannot be noticed" if self.mutants[number].same else "unnoticed"


def _passes(item: pytest.Item) -> bool:
    from _pytest.runner import runtestprotocol  # noqa: PLC0415 - it gives the reports, and asks no plugin

    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _fails_without(trial: Trial, number: int, items: list[pytest.Item]) -> bool:
    child = os.fork()
    if not child:
        try:
            trial.switch_off(number)
            os._exit(not all(map(_passes, _spread(items))))
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] != 0


def _spread(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Some from all over first."""
    step = max(1, len(items) // 40)
    for first in range(step):
        yield from items[first::step]


def run(mutants: list[Mutant], tests: list[str]) -> int:
    """Try each, print a line for each and the share, and give the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "__pycache__"))
        found: dict[int, ast.expr] = {}
        for file in {mutant.file for mutant in mutants if (copy / mutant.file).is_file()}:
            source = (copy / file).read_text(encoding="utf-8")
            there = {
                i: condition_of(source, mutant) for i, mutant in enumerate(mutants) if mutant.file == file
            }
            conditions = {number: condition for number, condition in there.items() if condition is not None}
            (copy / file).write_text(with_switches(source, conditions), encoding="utf-8")
            found.update(conditions)
        trial = Trial(mutants, found)
        os.chdir(copy)
        sys.path.insert(0, str(copy))
        pytest.main(["-q", "-s", "-p", "no:cacheprovider", *tests], plugins=[trial])
    if not trial.passed:
        print(f"no test of {', '.join(tests)} passed with every guard on: nothing was tried", file=sys.stderr)
        return 2
    verdicts = [trial.verdict(number) for number in range(len(mutants))]
    for mutant, verdict in zip(mutants, verdicts, strict=True):
        if verdict != "noticed":
            print(f"{verdict:18}{mutant.file}:{mutant.line or ''}  {mutant.text}  {mutant.same}")
    judged = verdicts.count("noticed") + verdicts.count("unnoticed")
    print(f"{verdicts.count('noticed')} of {judged} noticed, of {len(mutants)} tried")
    if "does not apply" in verdicts:
        return 2
    return 0 if verdicts.count("noticed") >= BAR * judged else 1


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "tests", nargs="*", default=TESTS, help="the tests that are to notice; all rooms without"
    )
    parser.add_argument("--guards", type=int, default=0, help="so many guards drawn at random besides")
    parser.add_argument("--seed", default="13")
    parser.add_argument("--only", default="", help="those whose file holds this")
    parser.add_argument("--list", action="store_true", help="print them, run nothing")
    options = parser.parse_args()
    found = [*from_file(Path(__file__).with_suffix(".toml")), *drawn(options.guards, options.seed)]
    chosen = [mutant for mutant in found if options.only in mutant.file]
    if options.list:
        print(*chosen, sep="\n")
        return
    sys.exit(run(chosen, options.tests))


if __name__ == "__main__":
    main()
