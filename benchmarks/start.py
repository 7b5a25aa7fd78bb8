"""How long commands take from their start to their end, next to `python -c "import spacy"`.

    python benchmarks/start.py [--runs 11]

The commands take turns. Each figure is the median of the runs: time on the wall, processor time, and the
ratio of the latter to that of importing spaCy; other programs on the machine disturb processor time less.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SENTENCE = "Norsk Data, founded in Oslo in 1967, sold about 2,000 computers for $5 million.\n"


def run(command: Sequence[str]) -> tuple[float, float]:
    """Seconds on the wall and of processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own commands
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(SENTENCE, encoding="utf-8")
        program = [sys.executable, "-m", "claimcheck"]
        commands = {
            "import spacy": [sys.executable, "-c", "import spacy"],
            "--help": [*program, "--help"],
            "quantities": [*program, "quantities", str(article)],
            "extract": [*program, "extract", str(article)],
            "extract --model blank": [*program, "extract", "--model", "blank", str(article)],
        }
        seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                seconds[name].append(run(command))
    medians = {
        name: [statistics.median(column) for column in zip(*runs, strict=True)]
        for name, runs in seconds.items()
    }
    unit = medians["import spacy"][1]
    print(f"{'':24}{'wall, ms':>10}{'processor, ms':>16}{'ratio':>8}")
    for name, (wall, processor) in medians.items():
        print(f"{name:24}{wall * 1000:10,.0f}{processor * 1000:16,.0f}{processor / unit:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
