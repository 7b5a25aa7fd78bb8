"""Predictions of the check-worthiness score for a benchmark of sentences.

    python benchmarks/checkworthiness.py INPUT.jsonl[.gz] ... --output PREDICTIONS.jsonl

Each input line is an object with `id` and `text`; each output line has the `id` and the `score` of the text,
taken as one sentence with the claims that are found in it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from records import read_records  # a script beside this one

from claimcheck.article import Article
from claimcheck.checkworthiness.scoring import score_sentence
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="INPUT.jsonl")
    parser.add_argument("--output", type=Path, required=True, metavar="PREDICTIONS.jsonl")
    options = parser.parse_args(arguments)
    articles = (
        Article(str(record["id"]), record["text"], language="en") for record in read_records(*options.inputs)
    )
    documents = extract_articles(articles, load_pipeline(None))
    with options.output.open("w", encoding="utf-8") as output:
        for record, document in zip(read_records(*options.inputs), documents, strict=True):
            score = score_sentence(record["text"], document.claims)
            output.write(json.dumps({"id": record["id"], "score": score}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
