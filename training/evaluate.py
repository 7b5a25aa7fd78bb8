"""Scores a model on every test file, and measures its size, load time and speed.

    training/evaluate                         the model in claimcheck/model
    training/evaluate --model /tmp/stage2     other weights

Syntax is scored twice: on spaCy's own tokens made from the raw text (what claimcheck sees) and on the tokens
of the treebank. A source document is one text, its sentences joined by a space; punctuation does not count
for UAS and LAS, subtypes of relations do. Names are scored sentence by sentence, exact span and label; a
predicted name that overlaps a span which the source leaves open (`unk`) or whose label is outside the file's
scope is not counted. The second table of names is after claimcheck's name lists and patterns.
"""

import argparse
import csv
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import spacy
from corpora import (
    LABELS,
    NamedSentence,
    find_file,
    read_names,
    read_scopes,
    read_treebank,
    treebank_examples,
)
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

HERE = Path(__file__).resolve().parent
SYNTAX = ("en_ewt-test", "en_gum-nonnc-test", "en_pud-test", "en_ctetex-test")
NAMES = (
    "uner_pud-test",
    "wikigold-dev",
    "crossner_ai-dev",
    "crossner_science-test",
    "crossner_politics-test",
    "crossner_literature-test",
    "crossner_music-test",
    "gum_derived-test",
    "redocred-test",
    "wnut17-test",
    "somesci-test",
    "stackoverflow-test",
    "github-test",
)


def score_syntax(nlp: Language, path: Path, *, raw: bool) -> str:
    """A line of figures for one treebank."""
    scores = nlp.evaluate(list(treebank_examples(nlp, read_treebank(path), raw=raw)))
    columns = ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
    return " ".join(f"{100 * (scores.get(column) or 0):7.1f}" for column in columns)


def score_chunks(nlp: Language, path: Path) -> float:
    """Share of the nouns and names of a treebank that lie in a noun chunk of the predicted parse."""
    nouns = covered = 0
    for example in treebank_examples(nlp, read_treebank(path), raw=True):
        doc = nlp(example.predicted)
        inside = {token.i for chunk in doc.noun_chunks for token in chunk}
        for token in doc:
            if token.pos_ in ("NOUN", "PROPN"):
                nouns += 1
                covered += token.i in inside
    return covered / nouns


def score_names(
    tag: Callable[[Sequence[str]], Sequence[Doc]], sentences: Sequence[NamedSentence], scope: frozenset[str]
) -> dict[str, tuple[float, float, float, int]]:
    """Precision, recall, F (0 to 100) and number of gold names by label, and `all`."""
    right: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence, doc in zip(sentences, tag([sentence.text for sentence in sentences]), strict=True):
        expected = {(start, end, label) for start, end, label in sentence.ents if label in scope}
        for _, _, label in expected:
            gold[label] += 1
        for ent in doc.ents:
            found = (ent.start_char, ent.end_char, ent.label_)
            if found in expected:
                right[ent.label_] += 1
                predicted[ent.label_] += 1
                continue
            is_open = any(ent.start_char < end and start < ent.end_char for start, end in sentence.missing)
            if ent.label_ in scope and not is_open:
                predicted[ent.label_] += 1
    results = {}
    for label in (*LABELS, "all"):
        if label == "all":
            r, p, g = right.total(), predicted.total(), gold.total()
        else:
            r, p, g = right[label], predicted[label], gold[label]
        if g:
            precision, recall = (100 * r / p if p else 0.0), 100 * r / g
            f = 2 * precision * recall / (precision + recall) if r else 0.0
            results[label] = (precision, recall, f, g)
    return results


def print_names(
    tag: Callable[[Sequence[str]], Sequence[Doc]], corpora: Path, scopes: dict[str, frozenset[str]]
) -> None:
    """A line a file: F by label, with precision and recall in brackets, and the number of gold names."""
    for stem in NAMES:
        figures = score_names(tag, read_names(find_file(corpora / "ner", stem)), scopes[stem])
        shown = "  ".join(
            f"{label} {f:.1f} ({precision:.0f}/{recall:.0f}, {number})"
            for label, (precision, recall, f, number) in figures.items()
        )
        print(f"{stem:26} {shown}", flush=True)


LABEL_OF_KIND = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "product": "PRODUCT",
    "language": "LANGUAGE",
}


def read_natural_languages(folder: Path) -> frozenset[str]:
    """Names of natural languages, which claimcheck finds too and the corpora do not annotate."""
    with (folder / "natural_languages.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return frozenset(form for row in rows for form in (row["name"], *row["aliases"].split("|")))


def with_names(doc: Doc, find_names: Callable[[Doc], Sequence[Any]], natural: frozenset[str]) -> Doc:
    """The document with the names of claimcheck as entities."""
    spans = []
    for name in find_names(doc):
        label = LABEL_OF_KIND.get(name.label)
        if label is None or (label == "LANGUAGE" and name.text in natural):
            continue
        span = doc.char_span(name.start, name.end, label=label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.set_ents(filter_spans(spans))
    return doc


def measure_load(model: Path) -> float:
    """Seconds that `spacy.load` takes in a new process, spaCy imported before; the best of three."""
    code = (
        "import sys, time, spacy, spacy.lang.en; began = time.perf_counter(); "
        "spacy.load(sys.argv[1]); print(time.perf_counter() - began)"
    )
    return min(
        float(
            subprocess.run([sys.executable, "-c", code, str(model)], capture_output=True, check=True).stdout
        )
        for _ in range(3)
    )


def measure_speed(nlp: Language, path: Path) -> float:
    """Words per second of `nlp.pipe` over the documents of a treebank, the best of three runs."""
    texts = [example.reference.text for example in treebank_examples(nlp, read_treebank(path), raw=False)]
    best = 0.0
    for _ in range(3):
        began = time.perf_counter()
        words = sum(len(doc) for doc in nlp.pipe(texts))
        best = max(best, words / (time.perf_counter() - began))
    return best


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=HERE.parent / "claimcheck" / "model")
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    parser.add_argument("--lexicons", type=Path, default=HERE.parent.parent / "shared" / "lexicons")
    parser.add_argument("--only", choices=("syntax", "names", "speed"))
    args = parser.parse_args()
    sys.path.insert(0, str(HERE.parent))
    from claimcheck.names.finding import find_names  # noqa: PLC0415 - the checkout, not an installed claimcheck
    from claimcheck.tagging.noun_chunks import noun_chunks  # noqa: PLC0415

    nlp = spacy.load(args.model)
    nlp.vocab.get_noun_chunks = noun_chunks

    if args.only in (None, "speed"):
        size = sum(path.stat().st_size for path in args.model.rglob("*") if path.is_file())
        speed = measure_speed(nlp, find_file(args.corpora / "syntax", "en_gum-nonnc-test"))
        print(f"size {size / 1e6:.1f} MB, load {measure_load(args.model):.2f} s, {speed:.0f} words/s\n")
    if args.only in (None, "syntax"):
        header = " ".join(f"{name:>7}" for name in ("tag", "pos", "morph", "lemma", "UAS", "LAS", "sentF"))
        for raw in (True, False):
            print(f"{'raw text' if raw else 'tokens given':26} {header}")
            for stem in SYNTAX:
                line = score_syntax(nlp, find_file(args.corpora / "syntax", stem), raw=raw)
                print(f"{stem:26} {line}", flush=True)
            print()
        share = score_chunks(nlp, find_file(args.corpora / "syntax", "en_gum-nonnc-test"))
        print(f"nouns inside a noun chunk, en_gum-nonnc-test: {100 * share:.1f} %\n")
    if args.only in (None, "names"):
        scopes = read_scopes(args.corpora / "ner")
        print("names, model alone: F (precision/recall, gold)")
        print_names(lambda texts: list(nlp.pipe(texts)), args.corpora, scopes)
        natural = read_natural_languages(args.lexicons)
        print("\nnames, after name lists and patterns: F (precision/recall, gold)")
        print_names(
            lambda texts: [with_names(doc, find_names, natural) for doc in nlp.pipe(texts)],
            args.corpora,
            scopes,
        )


if __name__ == "__main__":
    main()
