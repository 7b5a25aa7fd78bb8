"""Whole runs of the command line: among hostile files, killed at any moment, between links and odd names."""

# ruff: noqa: E501 - lists of cases read best as they are

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from hostile import make_file
from laws import Tally

from claimcheck.reading import READERS

if TYPE_CHECKING:
    from pathlib import Path

FACT = "The fund paid €{number} million for {number} trams in 2019.\n"


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "claimcheck", "extract", *arguments, "--model", "blank", "--quiet"]


def _snapshot(folder: Path) -> dict[str, bytes]:
    """The results by their place; links as what they lead to."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "errors.jsonl"
    }


def run_among_hostile_files(*, seed: int, count: int, folder: Path, files: int = 60) -> Tally:
    """Batches of hostile files with good ones between them: every good one has its result, whatever happens."""
    tally = Tally("batches of hostile files", seed)
    for number in range(count):
        place = folder / f"batch{number}"
        (place / "in").mkdir(parents=True)
        good = []
        for index in range(files):
            if index % 4 == 0:
                good.append(f"good{index}")
                (place / "in" / f"good{index}.txt").write_text(
                    FACT.format(number=index + 2), encoding="utf-8"
                )
            else:
                name, content = make_file(seed, number * files + index)
                (place / "in" / f"bad{index}{READERS[name].suffixes[0]}").write_bytes(content)
        draw = random.Random(f"{seed}/{number}")  # noqa: S311 - no secret
        kind, suffix = draw.choice(
            (("json", ".json"), ("csv", ".csv"), ("parquet", ".parquet"), ("html", ".html"))
        )
        jobs = draw.choice(("1", "2"))
        command = _command(
            "in", "--output-dir", "out", "-f", kind, "--jobs", jobs, "--full-names", "--timeout", "60"
        )
        result = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)  # noqa: S603
        where = f"batch {number} ({kind}, {jobs} jobs)"
        if result.returncode not in (0, 1):
            tally.fault(f"exit code {result.returncode}", where)
        if "Traceback" in result.stderr or "this is a fault of claimcheck" in result.stderr:
            tally.fault("a traceback", f"{where}: {result.stderr[-200:]}")
        for name in good:
            if not (place / "out" / f"{name}.txt{suffix}").is_file():
                tally.fault("a document lost", f"{where}: {name}")
        tally.runs += files
    return tally


def run_and_kill(*, seed: int, count: int, folder: Path, articles: int = 30) -> Tally:
    """Runs that are killed at random moments and go on with --resume end as if nothing had been.

    A run is one that was killed. SIGKILL leaves no time to clean up; what it left must be gone in the end.
    """
    tally = Tally("random kills", seed)
    draw = random.Random(seed)  # noqa: S311 - no secret
    for index in range(articles):
        path = folder / "in" / f"{'sub/' if index % 3 == 0 else ''}a{index:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FACT.format(number=index + 2) * draw.choice((1, 20, 800)), encoding="utf-8")
    subprocess.run(_command("in", "--output-dir", "whole", "--resume"), cwd=folder, check=True)  # noqa: S603
    wanted = _snapshot(folder / "whole")
    attempt = 0
    while tally.runs < count:
        attempt += 1
        out = f"out{attempt}"
        jobs = draw.choice(("1", "2"))
        command = _command("in", "--output-dir", out, "--resume", "--jobs", jobs)
        for _ in range(min(draw.randint(1, 5), count - tally.runs)):
            number = draw.choice(
                (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
            )
            run = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)  # noqa: S603
            time.sleep(draw.uniform(0.3, 6.0))
            run.send_signal(number)
            _, said = run.communicate()
            if "Traceback" in said:
                tally.fault(f"a traceback after {number.name}", said[-200:])
            if run.returncode not in (0, -number, 128 + number):
                tally.fault(f"exit code {run.returncode} after {number.name}", f"attempt {attempt}")
            tally.runs += 1
        last = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
        if last.returncode != 0:
            tally.fault(f"exit code {last.returncode} in the end", last.stderr[-200:])
        if _snapshot(folder / out) != wanted:
            left = set(_snapshot(folder / out)) ^ set(wanted)
            tally.fault("the results differ", f"attempt {attempt}: {sorted(left)[:5]}")
    return tally


def run_in_odd_places(*, seed: int, count: int, folder: Path) -> Tally:
    """Inputs and outputs in the same folders, by links and odd names: no input ever changes."""
    tally = Tally("file-system cases", seed)
    for number in range(count):
        draw = random.Random(f"{seed}/{number}")  # noqa: S311 - no secret
        place = folder / f"case{number}"
        (place / "in" / "sub").mkdir(parents=True)
        (place / "out").mkdir()
        kept = _make_inputs(place, draw)
        _make_obstacles(place, draw)
        arguments = _draw_arguments(draw)
        result = subprocess.run(_command(*arguments), cwd=place, capture_output=True, check=False)  # noqa: S603
        where = f"case {number}: {' '.join(arguments)}"
        if result.returncode not in (0, 1, 2):
            tally.fault(f"exit code {result.returncode}", where)
        said = result.stderr.decode("utf-8", "replace")
        if "Traceback" in said or "this is a fault of claimcheck" in said:
            tally.fault("a traceback", f"{where}: {said[-200:]}")
        for path, content in kept.items():
            if not path.is_file() or path.read_bytes() != content:
                tally.fault("an input was changed", f"{where}: {path.name}")
        if any(path.name.startswith(".claimcheck-") for path in place.rglob("*")):
            tally.fault("an unfinished file was left", where)
        tally.runs += 1
    return tally


_NAMES = ["a.txt", "a.md", "a.html", "A.txt", "a.jsonl", "a.csv", "sub/a.txt", "errors.jsonl", "ü.txt", "a b.txt", "-x.txt",
          "n" * 251 + ".txt", "a.txt.json", "#1.txt", "a\nb.txt", "no suffix", ".hidden.txt", "'.txt"]  # fmt: skip


def _make_inputs(place: Path, draw: random.Random) -> dict[Path, bytes]:
    kept = {}
    for name in draw.sample(_NAMES, draw.randint(1, 8)):
        path = place / "in" / name
        rows = {".jsonl": '{"text": "It paid $5."}\n', ".csv": "text\nIt paid $5.\n"}
        path.write_text(rows.get(path.suffix, FACT.format(number=7)), encoding="utf-8")
        kept[path] = path.read_bytes()
    return kept


def _make_obstacles(place: Path, draw: random.Random) -> None:
    """Links, folders and dead ends where results would go."""
    for name in draw.sample(
        ["a.json", "a.md", "a.csv", "errors.jsonl", "o.json", "a.jsonl"], draw.randint(0, 3)
    ):
        path = place / "out" / name
        kind = draw.choice(("link", "hard", "loop", "folder", "dangling", "old", "device"))
        inputs = [one for one in (place / "in").rglob("*") if one.is_file()]
        if kind == "link":
            path.symlink_to(draw.choice(inputs))
        elif kind == "hard":
            os.link(draw.choice(inputs), path)
        elif kind == "loop":
            path.symlink_to(path.name)
        elif kind == "folder":
            path.mkdir()
        elif kind == "dangling":
            path.symlink_to("nowhere/at/all")
        elif kind == "device":
            path.symlink_to(os.devnull)
        else:
            path.write_text("old")


def _draw_arguments(draw: random.Random) -> list[str]:
    given = draw.choice((["in"], ["in/sub", "in"], ["in/a.txt", "in"], ["in", "out"]))
    kind = draw.choice(("json", "jsonl", "csv", "markdown", "html", "parquet"))
    to = draw.choice((
        ["--output-dir", "out"], ["--output-dir", "in"], ["--output-dir", "."], ["--output-dir", "out", "--full-names"],
        ["--output-dir", "in", "--resume"], ["--output-dir", "out/new/deep"], ["-o", "out/o.json"], ["-o", "in/a.txt"],
        ["-o", "out/a.json"], ["-o", "in/sub/../a.md"], ["--output-dir", "in/a.txt"], ["-o", "nowhere/o.json"],
    ))  # fmt: skip
    return [*given, "-f", kind, *to]
