"""Claims of claimcheck for a benchmark of relations: one text an item, one line of predictions for each.

    python benchmarks/relations.py INPUT.jsonl ... --output PREDICTIONS.jsonl [--model PIPELINE]

Each input line is an object with `id` and `text`; each output line has the `id` and `claims`, as
`claimcheck extract --format json` prints them. Inputs ending in `.gz` are read compressed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from records import predictions_parser, read_records, write_predictions  # a script beside this one

from claimcheck.article import Article
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = predictions_parser(__doc__)
    parser.add_argument("--model", help="spaCy pipeline; the default one if not given")
    options = parser.parse_args(arguments)
    articles = (
        Article(str(record["id"]), record["text"], language="en") for record in read_records(*options.inputs)
    )
    predictions = (
        {"id": document.source, "claims": json.loads(document.model_dump_json())["claims"]}
        for document in extract_articles(articles, load_pipeline(options.model))
    )
    write_predictions(options.output, predictions)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
