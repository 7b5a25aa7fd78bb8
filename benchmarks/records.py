"""Records of benchmark files, for the scripts beside this one: what is read, asked for and written alike."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read_records(*paths: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of files, one per line, packed with gzip or not; blank lines are passed over."""
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def predictions_parser(description: str | None) -> argparse.ArgumentParser:
    """The options that all scripts have that turn inputs into predictions."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="INPUT.jsonl")
    parser.add_argument("--output", type=Path, required=True, metavar="PREDICTIONS.jsonl")
    return parser


def write_predictions(path: Path, predictions: Iterable[dict[str, Any]]) -> None:
    """Write one JSON object a line, each as soon as it is made."""
    with path.open("w", encoding="utf-8") as output:
        for prediction in predictions:
            output.write(json.dumps(prediction, ensure_ascii=False) + "\n")
