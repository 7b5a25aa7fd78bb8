"""Train the weights of the check-worthiness score.

    python training/checkworthiness.py ../shared/benchmarks/checkworthiness/claimbuster_visible.jsonl.gz

Needs scikit-learn. Only lines with `"split": "train"` are learned from; the figures printed are those of
`dev`. The three verdicts (check-worthy, unimportant, not factual) are learned together. Features that fewer
than `MIN_SENTENCES` sentences have are left out, and so are, of the words and pairs, all but the `MAX_WORDS`
that move most.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from claimcheck.article import Article
from claimcheck.checkworthiness.features import features_of
from claimcheck.checkworthiness.scoring import BIAS, to_score
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_SENTENCES = 4
MAX_WORDS = 20_000
STRENGTH = 0.06
"""Inverse of the regularisation."""

DECIMALS = 3
WEIGHTS = Path(__file__).parents[1] / "claimcheck/lexicons/en/checkworthiness_weights.csv"


def read_features(records: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """The features of every sentence."""
    articles = (Article(record["id"], record["text"], language="en") for record in records)
    documents = extract_articles(articles, load_pipeline(None))
    return [
        features_of(record["text"], document.claims)
        for record, document in zip(records, documents, strict=True)
    ]


def fit(rows: list[dict[str, float]], verdicts: list[str]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names, weights (features by verdict) and biases, relative to `NFS`."""
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-4).fit(table, verdicts)
    order = [list(model.classes_).index(verdict) for verdict in ("CFS", "UFS", "NFS")]
    weights, bias = model.coef_[order], model.intercept_[order]
    return list(vectorizer.get_feature_names_out()), (weights[:2] - weights[2]).T, bias[:2] - bias[2]


def main() -> None:
    """Train, write the weights, print what they reach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    with gzip.open(options.data, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    features = read_features(records)
    train = [index for index, record in enumerate(records) if record["split"] == "train"]
    dev = [index for index, record in enumerate(records) if record["split"] == "dev"]
    frequency = Counter(name for index in train for name in features[index])
    kept = {name for name, count in frequency.items() if count >= MIN_SENTENCES}
    verdicts = [records[index]["verdict"] for index in train]
    rows = [{name: x for name, x in features[index].items() if name in kept} for index in train]
    names, weights, bias = fit(rows, verdicts)
    words = [place for place, name in enumerate(names) if name.startswith(("word ", "pair "))]
    moves = {place: abs(weights[place][0]) * frequency[names[place]] ** 0.5 for place in words}
    dropped = {names[place] for place in sorted(words, key=lambda place: -moves[place])[MAX_WORDS:]}
    if dropped:
        rows = [{name: x for name, x in row.items() if name not in dropped} for row in rows]
        names, weights, bias = fit(rows, verdicts)
    with options.output.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["feature", "check", "trivial"])
        writer.writerow([BIAS, *(f"{x:.{DECIMALS}f}" for x in bias)])
        for name, (check, trivial) in sorted(zip(names, weights.tolist(), strict=True)):
            if abs(check) >= 10**-DECIMALS * 5:
                writer.writerow([name, f"{check:.{DECIMALS}f}", f"{trivial:.{DECIMALS}f}"])
    report(options.output, [features[index] for index in dev], [records[index]["label"] for index in dev])


def report(path: Path, features: list[dict[str, float]], labels: list[int]) -> None:
    """Print accuracy and calibration of the weights as they are stored."""
    with path.open(encoding="utf-8") as lines:
        stored = {
            row["feature"]: (float(row["check"]), float(row["trivial"])) for row in csv.DictReader(lines)
        }
    chances = []
    for row in features:
        total = np.array(stored[BIAS])
        for name, amount in row.items():
            if name in stored:
                total = total + np.array(stored[name]) * amount
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
