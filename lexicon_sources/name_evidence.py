"""Fit the weights of `claimcheck/lexicons/en/name_evidence.tsv`.

Usage: python lexicon_sources/name_evidence.py CORPORA_DIR [--out FILE]

CORPORA_DIR holds the annotated sentences that `training/README.md` describes (`*.jsonl`, `scopes.json`).
Multinomial logistic regression over the signs of `claimcheck.names.evidence.find_signs`, by Adagrad
with a fixed order of examples; signs seen fewer than four times are left out. Files that are used to report
figures (`*-test`, wikigold-dev, crossner_ai-dev) are not read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from random import Random

import numpy as np

from claimcheck.names.context import NameContext, read_context
from claimcheck.names.evidence import READINGS, find_signs
from claimcheck.names.words import split_words

# File -> weight of its examples; the same choice of files as the trained pipeline.
FILES = {
    "wikigold-train": 1.5,
    "crossner_ai-train": 2.0,
    "crossner_science-train": 1.0,
    "crossner_science-dev": 1.0,
    "crossner_politics-train": 1.0,
    "crossner_politics-dev": 1.0,
    "crossner_literature-train": 1.0,
    "crossner_literature-dev": 1.0,
    "crossner_music-train": 1.0,
    "crossner_music-dev": 1.0,
    "uner_ewt-dev": 1.5,
    "gum_derived-train": 1.0,
    "gum_derived-dev": 1.0,
    "redocred-dev": 0.7,
    "wnut17-train": 0.3,
    "wnut17-dev": 0.3,
    "btc_f-train": 0.2,
    "btc_g-train": 0.2,
    "somesci-train": 0.7,
    "somesci-dev": 0.7,
    "stackoverflow-train": 0.5,
    "stackoverflow-dev": 0.5,
}
LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "PRODUCT": "product",
    "LANGUAGE": "language",
}
SCOPE_READINGS = {"PERSON": "person", "ORG": "organization", "LOC": "place", "PRODUCT": "product"}


def find_runs(context: NameContext) -> list[tuple[int, int]]:
    """Runs of capitals, with the sentence's first word cut off where it is an ordinary one."""
    runs = []
    index = 0
    total = len(context.words)
    while index < total:
        if not context.is_name_like(index):
            index += 1
            continue
        last = index + 1
        while last < total and context.is_name_like(last) and context.joins(last):
            last += 1
        first = index + 1 if context.is_plain_start(index) and last - index > 1 else index
        if last - first <= 6:
            runs.append((first, last))
        index = last
    return runs


Example = tuple[list[str], list[int], float]


def read_examples(folder: Path) -> list[Example]:
    """Signs, allowed readings and weight of every name and every other run of capitals of the corpora."""
    scopes = json.loads((folder / "scopes.json").read_text())
    examples = []
    for stem, weight in FILES.items():
        for line in (folder / f"{stem}.jsonl").read_text().splitlines():
            record = json.loads(line)
            examples += read_text(
                record["text"], record["ents"], record.get("unk", []), set(scopes[stem]), weight
            )
    return examples


def read_domain(patterns_dir: Path, lists_dir: Path, copies: int) -> list[Example]:
    """Examples from the sentence patterns of the trained pipeline, filled with names.

    Every name is from the lists there, so half of the examples lose the signs that know its words.
    """
    sys.path.insert(0, str(patterns_dir.parent))
    from domain import fill_all, read_patterns  # noqa: PLC0415
    from names import read_name_pools  # noqa: PLC0415

    order = Random(2)  # noqa: S311
    pools = read_name_pools(lists_dir)
    examples = []
    for _ in range(copies):
        for sentence in fill_all(read_patterns(patterns_dir), pools, order):
            for signs, allowed, weight in read_text(
                sentence.text, sentence.ents, sentence.missing, set(LABELS), 1.0
            ):
                blind = order.random() < 0.6
                kept = [s for s in signs if not (blind and s.startswith(KNOWING))]
                examples.append((kept, allowed, weight))
    return examples


KNOWING = (
    "listed",
    "first ",
    "last ",
    "last-listed",
    "first-listed",
    "end ",
    "start ",
    "inside ",
    "person-lists",
)


def read_text(text: str, ents: list, unknown: list, scope: set[str], weight: float) -> list[Example]:
    allowed_outside = [READINGS.index(r) for label, r in SCOPE_READINGS.items() if label not in scope]
    allowed_outside.append(READINGS.index("none"))
    examples = []
    context = read_context(split_words(text))
    words = context.words
    first_at = {start: i for i, start in enumerate(words.starts)}
    last_at = {end: i + 1 for i, end in enumerate(words.ends)}
    covered: set[int] = set()
    for start, end, label in ents:
        first, last = first_at.get(start), last_at.get(end, last_at.get(end - 1))
        if first is None or last is None:
            covered.update(i for i in range(len(words)) if words.starts[i] < end and words.ends[i] > start)
            continue
        covered.update(range(first, last))
        reading = LABELS[label]
        if reading != "language" and any(context.is_name_like(i) for i in range(first, last)):
            examples.append((list(find_signs(context, first, last)), [READINGS.index(reading)], weight))
    for start, end in unknown:
        covered.update(i for i in range(len(words)) if words.starts[i] < end and words.ends[i] > start)
    for first, last in find_runs(context):
        if covered.isdisjoint(range(first, last)):
            examples.append((list(find_signs(context, first, last)), allowed_outside, weight))
    return examples


def fit(
    examples: list[tuple[list[str], list[int], float]], *, rounds: int, penalty: float
) -> dict[str, np.ndarray]:
    counts = Counter(sign for signs, _, _ in examples for sign in signs)
    vocabulary = {sign: i for i, sign in enumerate(s for s, n in counts.items() if n >= 4)}
    data = [
        (np.array([vocabulary[s] for s in signs if s in vocabulary]), np.array(allowed), weight)
        for signs, allowed, weight in examples
    ]
    weights = np.zeros((len(vocabulary), len(READINGS)))
    squares = np.full_like(weights, 1e-2)
    order = Random(1)  # noqa: S311
    for _ in range(rounds):
        order.shuffle(data)
        for rows, allowed, weight in data:
            scores = weights[rows].sum(axis=0)
            scores -= scores.max()
            p = np.exp(scores)
            p /= p.sum()
            target = np.zeros_like(p)
            target[allowed] = p[allowed] / p[allowed].sum()
            gradient = weight * (p - target)
            step = gradient + penalty * weights[rows]
            squares[rows] += step**2
            weights[rows] -= 0.2 * step / np.sqrt(squares[rows])
    return {sign: weights[i] - weights[i].mean() for sign, i in vocabulary.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("claimcheck/lexicons/en/name_evidence.tsv"))
    parser.add_argument("--domain", type=Path, help="folder of sentence patterns (training/domain)")
    parser.add_argument("--lists", type=Path, help="folder of the name lists that fill the patterns")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--penalty", type=float, default=0.003)
    parser.add_argument(
        "--smallest", type=float, default=0.3, help="leave out signs with no weight above this"
    )
    args = parser.parse_args()
    examples = read_examples(args.folder)
    if args.domain:
        examples += read_domain(args.domain, args.lists, copies=2)
    weights = fit(examples, rounds=args.rounds, penalty=args.penalty)
    kept = {s: w for s, w in sorted(weights.items()) if np.abs(w).max() >= args.smallest}
    with args.out.open("w", encoding="utf-8", newline="") as handle:
        handle.write("# Weights of signs for readings of capitalised phrases.\n")
        handle.write("# Fitted by lexicon_sources/name_evidence.py.\n")
        handle.write(
            "# Statistics of the corpora named in claimcheck/model/SOURCES.md; CC BY-SA 4.0 like the model.\n"
        )
        handle.write(f"# A sign, a tab, its weights in tenths for {', '.join(READINGS)}.\n")
        handle.writelines(f"{sign}\t{' '.join(str(round(x * 10)) for x in w)}\n" for sign, w in kept.items())
    print(f"{len(examples)} examples, {len(weights)} signs, {len(kept)} kept")


if __name__ == "__main__":
    main()
