"""Turns trained weights into the model that ships: adds the lemmatizer, the card and the licence.

python training/package.py --weights ../weights/stage3 --out claimcheck/model
"""

import argparse
import json
import shutil
from pathlib import Path

import spacy
from corpora import find_file, read_treebank
from lemmas import build_lemma_tables
from sources import TREEBANKS
from spacy.language import Language
from spacy.lookups import Lookups

HERE = Path(__file__).resolve().parent

META = {
    "name": "claimcheck_small",
    "version": "0.2.0",
    "description": "Small English pipeline of claimcheck: tags, morphology, lemmas, UD parse, names",
    "author": "claimcheck contributors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
}


def add_lemmatizer(nlp: Language, lookups: Lookups) -> None:
    """Put a rule lemmatizer with these tables after the morphologizer, whose parts of speech it reads."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="morphologizer")
    lemmatizer.lookups = lookups  # type: ignore[attr-defined]
    lemmatizer._validate_tables()  # type: ignore[attr-defined]  # noqa: SLF001 - else they need a download


def needed_strings(nlp: Language) -> list[str]:
    """Labels and features; words are hashed, so the words of the training texts need not be stored."""
    strings = {nlp.lang, "_SP", "SPACE"}
    for name in nlp.pipe_names:
        component = nlp.get_pipe(name)
        strings.update(getattr(component, "labels", ()))
        for label in getattr(component, "labels", ()):
            for feature in label.split("|"):
                strings.update((feature, *feature.split("=")))
    return sorted(strings - {""})


def main() -> None:
    """Read the weights, write the package data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE.parent / "claimcheck" / "model")
    args = parser.parse_args()

    nlp = spacy.load(args.weights, exclude=["lemmatizer"])
    sentences = [
        sentence for stem in TREEBANKS for sentence in read_treebank(find_file(args.corpora / "syntax", stem))
    ]
    add_lemmatizer(nlp, build_lemma_tables(sentences))
    nlp.meta.update(META)
    strings = needed_strings(nlp)
    if args.out.exists():
        shutil.rmtree(args.out)
    nlp.to_disk(args.out)
    (args.out / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf-8")
    for name in ("LICENSE", "SOURCES.md"):
        shutil.copyfile(HERE / f"model_{name}", args.out / name)
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB, {len(strings)} strings")


if __name__ == "__main__":
    main()
