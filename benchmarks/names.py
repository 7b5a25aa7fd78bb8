"""Score `find_names` on a file of annotated names.

Usage: python benchmarks/names.py FILE.jsonl [--model PATH|blank] [--alone] [--errors N]

A line of the file is {"text", "ents": [[start, end, label]], "unk": [[start, end]]}; `scopes.json` beside
it says which labels the file annotates. Exact span and label; a found name that touches an `unk` span is
not counted. `--model blank` uses no trained pipeline.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from time import perf_counter

import spacy

from claimcheck.names.finding import find_names
from claimcheck.names.lists import load_name_table

LABELS = {
    "organization": "ORG",
    "person": "PERSON",
    "place": "LOC",
    "product": "PRODUCT",
    "language": "LANGUAGE",
}

_OTHER_LABELS = {"GPE": "LOC", "FAC": "LOC", "PER": "PERSON", "WORK_OF_ART": "PRODUCT"}
"""Labels of other pipelines, such as those of OntoNotes, in terms of the corpora."""


def load_pipeline(name: str) -> spacy.Language:
    return spacy.blank("en") if name == "blank" else spacy.load(name)


def natural_languages() -> frozenset[str]:
    """The corpora annotate programming languages only."""
    table = load_name_table()
    return frozenset(
        form
        for form in table.packed
        for entries in [table.readings(form)]
        if all(e.kind == "natural" for e in entries if e.label == "language")
        and any(e.kind == "natural" for e in entries)
    )


def score(
    path: Path, nlp: spacy.Language, *, alone: bool = False, errors: int = 0, label_filter: str | None = None
) -> dict[str, tuple[float, float, float, int]]:
    scopes = json.loads((path.parent / "scopes.json").read_text())
    scope = set(scopes.get(path.stem, LABELS.values()))
    natural = natural_languages()
    matched, found, gold_n = Counter(), Counter(), Counter()
    wrong: list[str] = []
    seconds = 0.0
    words = 0
    records = [json.loads(line) for line in path.read_text().splitlines()]
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        began = perf_counter()
        mentions = find_names(doc)
        seconds += perf_counter() - began
        words += len(doc)
        if alone:
            labelled = ((e, _OTHER_LABELS.get(e.label_, e.label_)) for e in doc.ents)
            predicted = {
                (e.start_char, e.end_char, label): "model" for e, label in labelled if label in scope
            }
        else:
            predicted = {
                (m.start, m.end, LABELS[m.label]): m.found_by
                for m in mentions
                if LABELS[m.label] in scope and not (m.label == "language" and m.text in natural)
            }
        gold = {(s, e, label) for s, e, label in record["ents"] if label in scope}
        unknown = record.get("unk", [])
        predicted = {
            p: rule
            for p, rule in predicted.items()
            if p in gold or not any(p[0] < e and s < p[1] for s, e in unknown)
        }
        for p in predicted:
            found[p[2]] += 1
            matched[p[2]] += p in gold
        for g in gold:
            gold_n[g[2]] += 1
        text = record["text"]
        for p in sorted(set(predicted) ^ gold):
            if label_filter and p[2] != label_filter:
                continue
            side = "+" if p in predicted else "-"
            found_by = predicted.get(p, "")
            inside = f"{text[max(0, p[0] - 40) : p[0]]}[[{text[p[0] : p[1]]}]]{text[p[1] : p[1] + 30]}"
            wrong.append(f"{side} {p[2]:8} {found_by:20} {inside}")
    result = {}
    for label in sorted(scope):
        p = matched[label] / found[label] if found[label] else 0.0
        r = matched[label] / gold_n[label] if gold_n[label] else 0.0
        result[label] = (100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0, gold_n[label])
    print(f"{path.stem}: {words / max(seconds, 1e-9):,.0f} words/s in find_names")
    for label, (p, r, f, n) in result.items():
        print(f"  {label:9} P {p:5.1f}  R {r:5.1f}  F {f:5.1f}  ({n})")
    for line in wrong[:errors]:
        print(line)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--model", default="blank", help="pipeline name or path, or blank")
    parser.add_argument("--alone", action="store_true", help="score the pipeline's own entities")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    parser.add_argument("--label", help="errors of this label only")
    args = parser.parse_args()
    nlp = load_pipeline(args.model)
    for path in args.files:
        score(path, nlp, alone=args.alone, errors=args.errors, label_filter=args.label)


if __name__ == "__main__":
    main()
