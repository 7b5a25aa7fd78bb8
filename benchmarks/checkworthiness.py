"""Predictions of the check-worthiness score for a benchmark of sentences.

    python benchmarks/checkworthiness.py INPUT.jsonl[.gz] ... --output PREDICTIONS.jsonl

Each input line is an object with `id` and `text`; each output line has the `id` and the `score` of the text,
taken as one sentence with the claims that are found in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from records import predictions_parser, read_records, write_predictions  # a script beside this one

from claimcheck.article import Article
from claimcheck.checkworthiness.scoring import score_sentence
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    options = predictions_parser(__doc__).parse_args(arguments)
    articles = (
        Article(str(record["id"]), record["text"], language="en") for record in read_records(*options.inputs)
    )
    documents = extract_articles(articles, load_pipeline(None))
    predictions = (
        {"id": record["id"], "score": score_sentence(record["text"], document.claims)}
        for record, document in zip(read_records(*options.inputs), documents, strict=True)
    )
    write_predictions(options.output, predictions)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
