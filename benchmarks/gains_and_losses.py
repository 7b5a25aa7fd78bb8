"""What a change gains and loses: the claims of two versions of claimcheck on the same texts.

    python benchmarks/gains_and_losses.py REVISION FILE_OR_FOLDER ... [--gold GOLD_FOLDER] [--kind KIND]

REVISION is what to compare with, as git names it (`main`, `HEAD~3`). It is checked out into a temporary
worktree and run there; the working tree is the other version. Claims that only one of them finds are printed,
those of the old with `-`, those of the new with `+`; with the annotations of the articles (`NAME.json` in
GOLD_FOLDER) each is said to be right or wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(Path(__file__).parent))

from accuracy import pair, read_claims  # noqa: E402 - a script beside this one

Claim = dict[str, Any]


def extract_with(source: Path, inputs: Sequence[Path], output: Path) -> None:
    """Write the results of the version in `source` into the folder `output`, `NAME.json` each."""
    command = [sys.executable, "-m", "claimcheck", "extract", *map(str, inputs)]
    subprocess.run(  # noqa: S603 - our own program
        [*command, "--output-dir", str(output), "--format", "json", "--quiet"],
        check=True,
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source)},
    )


def key_of(claim: Claim) -> tuple[str, int, int, str]:
    """What makes two claims of two versions the same: kind, words and value."""
    return claim["kind"], claim["start"], claim["end"], json.dumps(claim["value"], sort_keys=True)


def compare(old: Path, new: Path, gold: Path | None, kinds: frozenset[str]) -> Counter[str]:
    """Print what differs between two folders of results; returns how many claims of each sort did."""
    counts: Counter[str] = Counter()
    for path in sorted(new.rglob("*.json")):
        place = path.relative_to(new)
        before, after = read_claims(old / place), read_claims(path)
        known = {key_of(claim) for claim in before} & {key_of(claim) for claim in after}
        wanted = read_claims(gold / path.name) if gold is not None and (gold / path.name).exists() else None
        for sign, claims in (("-", before), ("+", after)):
            right = {j for _, j in pair(wanted, claims)} if wanted is not None else set()
            for index, claim in enumerate(claims):
                if key_of(claim) in known or (kinds and claim["kind"] not in kinds):
                    continue
                verdict = "" if wanted is None else "right" if index in right else "wrong"
                counts[f"{sign} {verdict}".strip()] += 1
                subject = (claim["subject"] or {}).get("text")
                value = json.dumps(claim["value"], ensure_ascii=False)
                said = f"{claim['text']} | {subject} | {value}"
                print(f"{sign} {verdict:6}{place.stem}: {claim['found_by']} | {said}")
    return counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Print gains and losses; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("revision")
    parser.add_argument("inputs", type=Path, nargs="+")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--kind", action="append", default=[])
    options = parser.parse_args(arguments)
    inputs = [path.resolve() for path in options.inputs]
    with tempfile.TemporaryDirectory() as folder:
        worktree, old, new = (Path(folder) / name for name in ("version", "old", "new"))
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(worktree), options.revision], check=True)  # noqa: S603
        try:
            extract_with(worktree, inputs, old)
            extract_with(ROOT, inputs, new)
        finally:
            subprocess.run([*git, "remove", "--force", str(worktree)], check=True)  # noqa: S603
        counts = compare(old, new, options.gold, frozenset(options.kind))
    print(", ".join(f"{sort}: {count}" for sort, count in sorted(counts.items())) or "no difference")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
