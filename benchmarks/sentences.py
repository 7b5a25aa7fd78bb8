"""Predictions of `claimcheck.splitting` for a benchmark of sentence ends.

    python benchmarks/sentences.py INPUT.jsonl ... --output PREDICTIONS.jsonl

Each input line is an object with `id` and `text`; each output line has the `id` and `sentences`, a list of
`[start, end]` in code points. Inputs ending in `.gz` are read compressed. The time for splitting alone goes
to standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from records import read_records  # a script beside this one

from claimcheck.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="INPUT.jsonl")
    parser.add_argument("--output", type=Path, required=True, metavar="PREDICTIONS.jsonl")
    options = parser.parse_args(arguments)
    characters = 0
    seconds = 0.0
    split_sentences("The word lists are read before the clock starts.")
    with options.output.open("w", encoding="utf-8") as output:
        for path in options.inputs:
            for record in read_records(path):
                began = time.perf_counter()
                sentences = split_sentences(record["text"])
                seconds += time.perf_counter() - began
                characters += len(record["text"])
                output.write(json.dumps({"id": record["id"], "sentences": sentences}) + "\n")
    rate = characters / seconds if seconds else 0.0
    print(f"{characters} characters, {seconds:.3f} s, {rate / 1e6:.2f} million characters/s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
