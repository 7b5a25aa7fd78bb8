"""Writes domain/trees.conllu: a tree for every domain pattern, with its slots as single words.

    python training/grow_trees.py --weights /tmp/stage1

A parser errs on just the sentences the patterns are about ("Python accounts for 45 % of the code" as one
compound noun), so it does not parse them as they are: each slot holds a stand-in that leaves no choice. A
name that is the subject of the verb right after it becomes a pronoun, any other name one that the treebanks
know well; the tree is then carried over to the slot. A pattern whose tree depends on the
stand-in, or looks implausible, gets none and trains names only. The file is committed.
"""

import argparse
import random
from pathlib import Path

import spacy
from domain import choose_words, fill_value, read_patterns, read_pieces
from names import SLOTS
from spacy.tokens import Doc

HERE = Path(__file__).resolve().parent

STAND_INS = {
    "PERSON": ("Bush", "Powell", "Clinton"),
    "SURNAME": ("Bush", "Powell", "Clinton"),
    "COUNTRY": ("Iraq", "France", "China"),
    "STATE": ("Texas", "California", "Florida"),
    "CITY": ("Baghdad", "London", "Paris"),
    "PLACE": ("Europe", "Asia", "Africa"),
}
OTHER_STAND_INS = ("Microsoft", "Google", "Enron")

# What follows a name that modifies it, so that the name is not a subject.
NOUNS_AFTER_NAMES = frozenset(
    "code developers shares stock chief spokeswoman founder chairman engineers employees researchers "
    "professor scientist models users mayor police candidate Ltd. CEO team repository community compiler "
    "interpreter ecosystem usage expertise projects programmers leader".split()
)


def stand_in_words(pattern: str, rng: random.Random, turn: int) -> list[tuple[str, str]]:
    """(word to parse, word to write or empty if the same) for every token of the pattern."""
    words: list[tuple[str, str]] = []
    pieces = list(read_pieces(pattern))
    for i, piece in enumerate(pieces):
        if piece.slot in SLOTS:
            names = STAND_INS.get(piece.slot, OTHER_STAND_INS)
            following = pieces[i + 1] if i + 1 < len(pieces) else None
            subject = (
                i == 0
                and following is not None
                and following.text[:1].islower()
                and following.text not in NOUNS_AFTER_NAMES
                and following.text not in ("and", "of", "or", "in")
            )
            if subject:
                word = "He" if SLOTS[piece.slot] == "PERSON" else "It"
            else:
                word = names[(i + turn) % len(names)]
            words.append((word, "{" + piece.slot + "}"))
        elif piece.slot:
            words.extend((part, "") for part in fill_value(piece.slot, rng).split())
        elif piece.label:
            words.extend((part, "") for part in piece.text.split())
        elif piece.text.startswith(",") and len(piece.text) > 1:  # {N},000 is one number
            word, slot = words.pop()
            words.append((word.split(".")[0] + piece.text, slot))
        elif piece.text.startswith("-") and len(piece.text) > 1:  # {CITY}-based
            words.extend((part, "") for part in ("-", piece.text[1:]))
        elif piece.text[0] in "$€" and len(piece.text) == 1:
            words.append((piece.text, ""))
        else:
            words.append((piece.stand_in or piece.text, piece.text))
    return words


def is_plausible(doc: Doc) -> bool:
    """Whether the tree has one root with a subject, and none of the mistakes usual in these patterns."""
    roots = [token for token in doc if token.dep_ == "ROOT"]
    if len(roots) != 1:
        return False
    (root,) = roots
    relations = {child.dep_ for child in root.children}
    if root.pos_ not in ("VERB", "AUX") and "cop" not in relations:
        return False
    if not relations & {"nsubj", "nsubj:pass", "csubj", "expl"} and root.i:
        return False
    for token in doc:
        if token.dep_ == "compound" and (abs(token.head.i - token.i) > 2 or token.head.pos_ == "VERB"):
            return False
        if token.dep_ == "acl" and token.tag_ == "VBD":
            return False
        if token.dep_ == "mark" and token.lower_ == "once":
            return False
        if token.dep_ == "obl:agent" and (
            token.pos_ in ("NUM", "SYM") or token.lower_ in ("points", "percent")
        ):
            return False
    return True


def main() -> None:
    """Parse with stand-ins, vote over three choices of them, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=HERE / "domain" / "trees.conllu")
    args = parser.parse_args()
    nlp = spacy.load(args.weights, exclude=["ner", "lemmatizer"])
    rng = random.Random(5)  # noqa: S311
    lines: list[str] = []
    agreed = 0
    dropped: list[str] = []
    patterns = read_patterns(HERE / "domain")
    for pattern in patterns:
        chosen = choose_words(pattern, rng)
        state = rng.getstate()
        parses: list[tuple[Doc, list[tuple[str, str]]]] = []
        for turn in range(3):
            rng.setstate(state)
            words = stand_in_words(chosen, rng, turn)
            doc = Doc(nlp.vocab, words=[word for word, _ in words])
            for _, pipe in nlp.pipeline:
                doc = pipe(doc)
            parses.append((doc, words))
        keys = [tuple((token.head.i, token.dep_) for token in doc) for doc, _ in parses]
        best = max(range(3), key=lambda turn: keys.count(keys[turn]))
        if keys.count(keys[best]) < 2:
            continue
        if not is_plausible(parses[best][0]):
            dropped.append(chosen)
            continue
        agreed += 1
        doc, words = parses[best]
        lines.append(f"# pattern = {chosen}")
        for token, (_, written) in zip(doc, words, strict=True):
            slot = written if written.startswith("{") else ""
            pos, tag, morph = token.pos_, token.tag_, str(token.morph) or "_"
            if slot:
                pos, tag, morph = "PROPN", "NNP", "Number=Sing"
            head, dep = (0, "root") if token.dep_ == "ROOT" else (token.head.i + 1, token.dep_)
            if dep == "compound" and token.pos_ == "NUM" and token.head.text in ("%", "percent"):
                dep = "nummod"
            if dep == "nmod" and token.head.pos_ == "VERB":
                dep = "obl"
            if dep == "expl" and slot:  # "It" stood in
                dep = "nsubj"
            form = written or token.text
            lines.append(f"{token.i + 1}\t{form}\t_\t{pos}\t{tag}\t{morph}\t{head}\t{dep}\t_\t_")
        lines.append("")
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{agreed} of {len(patterns)} patterns have a tree; dropped as implausible:", *dropped, sep="\n  ")


if __name__ == "__main__":
    main()
