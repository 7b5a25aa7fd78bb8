"""Attack claimcheck, from a seed, so that anybody can do it again.

    python benchmarks/reliability ATTACK [--seed N] [--count N] [--first N]

`texts` and `model` look for claims in odd texts, by patterns alone and by the bundled pipeline; `numbers`
is the number layer, `writers` every output format, `growth` the time that longer and longer texts take,
`readers` reads hostile files, `batches` runs the command line over them, `kills` ends runs at random moments,
`places` puts inputs and outputs in each other's way. The exit code is 1 if there was a fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hostile import run_over_files
from laws import check_claims, check_numbers, check_writers, run_over_growing_texts, run_over_texts
from runs import run_among_hostile_files, run_and_kill, run_in_odd_places

if TYPE_CHECKING:
    from laws import Tally

COUNTS = {
    "texts": 20_000, "model": 10_000, "numbers": 50_000, "writers": 2_000, "growth": 4,
    "readers": 4_000, "batches": 10, "kills": 40, "places": 200,
}  # fmt: skip


def attack(name: str, *, seed: int, count: int, first: int, folder: Path) -> Tally:
    """One of the attacks; `folder` is empty."""
    checks = {
        "texts": partial(check_claims, model="blank"),
        "model": partial(check_claims, model=None),
        "numbers": check_numbers,
        "writers": check_writers,
    }
    if name in checks:
        return run_over_texts(name, checks[name], seed=seed, count=count, first=first)
    if name == "growth":
        return run_over_growing_texts(doublings=count)
    if name == "readers":
        return run_over_files(seed=seed, count=count, first=first, folder=folder)
    runs = {"batches": run_among_hostile_files, "kills": run_and_kill, "places": run_in_odd_places}
    return runs[name](seed=seed, count=count, folder=folder)


def main() -> int:
    """Run the attack that the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("attack", choices=COUNTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count = given.count or COUNTS[given.attack]
        tally = attack(given.attack, seed=given.seed, count=count, first=given.first, folder=Path(folder))
    print(tally.report())
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
