"""Findings of `claimcheck.ground` for a benchmark of answers and their sources.

    python benchmarks/grounding.py INPUT.jsonl ... --output PREDICTIONS.jsonl [--model PIPELINE]

Each input line is an object with `id`, `source` and `answer`; each output line has the `id` and
`findings`, the places of the answer that its source contradicts or does not hold, with `start`, `end`,
`rule` and `verdict`. Every source is read once, whatever the number of its answers, and all of them in one
stream, as the command reads its sources. The words of source per second, of processor time and on the wall,
go to standard error: those of finding the claims and of the index together, with everything loaded before.
Inputs ending in `.gz` are read compressed.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from records import read_records  # a script beside this one

from claimcheck.article import Article
from claimcheck.checking.grounding.ground import Grounder
from claimcheck.lexicons.word_relations import load_word_relations
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language


def read_sources(texts: Sequence[str], nlp: Language) -> tuple[list[Grounder], tuple[float, float]]:
    """Each source read for answers of its own, and the seconds of processor time and on the wall."""
    for document in extract_articles([Article("source", text) for text in texts[:1]], nlp):
        Grounder([document], nlp)  # lexicons are loaded on first use
    processor, wall = time.process_time(), time.perf_counter()
    documents = extract_articles((Article("source", text) for text in texts), nlp)
    grounders = [
        Grounder([document.model_copy(update={"text": text})], nlp)
        for text, document in zip(texts, documents, strict=True)
    ]
    return grounders, (time.process_time() - processor, time.perf_counter() - wall)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the predictions; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("inputs", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--model")
    options = parser.parse_args(arguments)
    nlp = load_pipeline(options.model)
    load_word_relations()
    records = [record for path in options.inputs for record in read_records(path)]
    by_source: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        by_source.setdefault(record["source"], []).append(number)
    grounders, (processor, wall) = read_sources(list(by_source), nlp)
    found: dict[int, list[dict[str, Any]]] = {}
    for grounder, numbers in zip(grounders, by_source.values(), strict=True):
        answers = [Article(str(number), records[number]["answer"]) for number in numbers]
        for number, document in zip(numbers, extract_articles(answers, nlp), strict=True):
            answer = document.model_copy(update={"text": records[number]["answer"]})
            found[number] = [
                {
                    "start": finding.place.start,
                    "end": finding.place.end,
                    "rule": finding.rule,
                    "verdict": finding.verdict,
                }
                for finding in grounder.findings(answer)
                if finding.level != "none"
            ]
    with options.output.open("w", encoding="utf-8") as out:
        for number, record in enumerate(records):
            out.write(json.dumps({"id": record["id"], "findings": found[number]}) + "\n")
    words = sum(len(text.split()) for text in by_source)
    of_processor, on_wall = f"{words / processor:,.0f}", f"{words / wall:,.0f}"
    print(
        f"words of source per second: {of_processor} of processor time, {on_wall} on the wall",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
