"""Predictions of `claimcheck.reports.finding` for a benchmark of attribution: source, cue and
content.

    python benchmarks/attribution.py INPUT.jsonl ... --output PREDICTIONS.jsonl [--model PIPELINE]

Each input line is an object with `id` and `text`; each output line has the `id` and `attributions`, each with
the span lists `source`, `cue` and `content` in code points. Two conventions of such benchmarks, which
annotate relations between clauses, are followed: a described noun phrase ("called it a mistake") is no clause
and is left out, and an imperative ("note that ...") is its own source. Inputs ending in `.gz` are read
compressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from records import predictions_parser, read_records, write_predictions  # a script beside this one

from claimcheck.article import Article
from claimcheck.passages import split
from claimcheck.reports.finding import find_reports
from claimcheck.tagging.pipelines import load_pipeline, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language


def predict(text: str, nlp: Language) -> list[dict[str, list[list[int]]]]:
    """The attributions of one text."""
    attributions = []
    for tagged in tag(split(Article("-", text)), nlp):
        offset = tagged.passage.start
        for report in find_reports(tagged.doc):
            if report.report_class == "describe":
                continue
            spans = {"source": [report.source or report.cue], "cue": [report.cue], "content": report.content}
            attributions.append(
                {
                    name: [[offset + start, offset + end] for start, end in pieces]
                    for name, pieces in spans.items()
                }
            )
    return attributions


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = predictions_parser(__doc__)
    parser.add_argument("--model", help="spaCy pipeline; the default one if not given")
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    predictions = (
        {"id": record["id"], "attributions": predict(record["text"], nlp)}
        for record in read_records(*options.inputs)
    )
    write_predictions(options.output, predictions)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
