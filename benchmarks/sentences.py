"""Predictions of `claimcheck.splitting` for a benchmark of sentence ends.

    python benchmarks/sentences.py INPUT.jsonl ... --output PREDICTIONS.jsonl

Each input line is an object with `id` and `text`; each output line has the `id` and `sentences`, a list of
`[start, end]` in code points. Inputs ending in `.gz` are read compressed. The time for splitting alone goes
to standard error.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from records import predictions_parser, read_records  # a script beside this one

from claimcheck.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    options = predictions_parser(__doc__).parse_args(arguments)
    characters = 0
    seconds = 0.0
    split_sentences("The word lists are read before the clock starts.")
    with options.output.open("w", encoding="utf-8") as output:
        for record in read_records(*options.inputs):
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
