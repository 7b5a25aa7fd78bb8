"""How the time of `claimcheck extract` grows with the text, and falls with the number of its processes.

    python benchmarks/scaling.py CORPUS_FOLDER [--words 1000000] [--runs 5] [--jobs 2] [--parts jobs,long]

The corpus is that of `throughput.py`. Parts:

    jobs        a folder with a file for each document, to a folder: with one process and with `--jobs`
    long        one document of 1,000, 10,000, ... words, up to `--words`

The whole command is measured, from its start to its end. Each figure is the median of the runs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from throughput import count_words, make_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG_WORDS = (1_000, 10_000, 100_000, 200_000, 500_000, 1_000_000)
PARTS = ("jobs", "long")


# A process starts with the memory of the one that it comes from as its peak, so a small one stands between.
_TIMER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
_, status, usage = os.wait4(subprocess.Popen(sys.argv[1:]).pid, 0)
spent = time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
print(json.dumps(spent))
sys.exit(os.waitstatus_to_exitcode(status))
"""


def run(*arguments: str | Path) -> tuple[float, float, float]:
    """Seconds on the wall, seconds of processor time of all processes, and the most memory in MB that one of
    them held.
    """
    command = [sys.executable, "-m", "claimcheck", "extract", "--quiet", *map(str, arguments)]
    timer = [sys.executable, "-c", _TIMER, *command]
    wall, processor, memory = json.loads(subprocess.run(timer, capture_output=True, check=True).stdout)  # noqa: S603
    return wall, processor, memory


def show(name: str, words: int, runs: Sequence[tuple[float, float, float]]) -> None:
    wall, processor, memory = (statistics.median(column) for column in zip(*runs, strict=True))
    print(
        f"{name:34}{wall:8.2f} s{words / wall:10,.0f} words/s{processor:8.2f} s{memory:7,.0f} MB", flush=True
    )


def measure_jobs(texts: Sequence[str], jobs: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        articles, out = Path(folder) / "articles", Path(folder) / "claims"
        articles.mkdir()
        for number, text in enumerate(texts):
            (articles / f"{number:06}.txt").write_text(text, encoding="utf-8")
        taken: dict[int, list[tuple[float, float, float]]] = {1: [], jobs: []}
        for _ in range(runs):
            for number, times in taken.items():
                times.append(run(articles, "--output-dir", out, "--jobs", str(number)))
        for number, times in taken.items():
            show(f"{len(texts):,} documents, --jobs {number}", count_words(texts), times)


def measure_long(texts: Sequence[str], runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "document.txt", Path(folder) / "claims.jsonl"
        for size in LONG_WORDS:
            words, taken = 0, 0
            while words < size and taken < len(texts):
                words += len(texts[taken].split())
                taken += 1
            if words < size:
                return
            path.write_text("\n\n".join(texts[:taken]), encoding="utf-8")
            show(f"one document of {words:,} words", words, [run(path, "--output", out) for _ in range(runs)])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="CORPUS_FOLDER")
    parser.add_argument("--words", type=int, default=1_000_000)
    parser.add_argument("--document-words", type=int, default=500)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parts", default=",".join(PARTS))
    options = parser.parse_args(arguments)
    parts = options.parts.split(",")
    unknown = set(parts) - set(PARTS)
    if unknown:
        parser.error(f"no parts are called {', '.join(sorted(unknown))}")
    texts = make_corpus(options.folder, options.words, options.document_words)
    if not texts:
        parser.error(f"there are no texts in {options.folder}")
    print(f"{'':34}{'wall':>10}{'':18}{'processor':>10}{'memory':>10}")
    if "jobs" in parts:
        measure_jobs(texts, options.jobs, options.runs)
    if "long" in parts:
        measure_long(texts, options.runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
