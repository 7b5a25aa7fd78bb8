"""Lets the teachers label what the corpora leave open: names outside a file's scope, and trees.

    python training/label.py --names ../weights/names-teacher.pt --syntax ../weights/syntax-teacher.pt \\
        --out ../weights/labelled

Writes a `.jsonl` a name file of `sources.NAMES`, one for the text of the EWT treebank (`SENTENCES`), and
`trees.conllu` with trees for the passages and for the prose among the name files.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpora import LABELS, NamedSentence, TreebankSentence, find_file, read_scopes, read_treebank
from passages import read_passage_lines
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import load_model
from teach import is_readable, read_named_corpora, words_of
from teacher import Names, Teacher, Tree, load

HERE = Path(__file__).resolve().parent

SENTENCES = "en_ewt-train"

# Files of edited prose, whose sentences get trees.
PROSE = ("wikigold-", "crossner_", "redocred-", "somesci-")

SURE_NAME = 0.9
"""A name that the teacher finds with less than this for each of its words is missing, not set."""

SURE_TREE = 0.72
"""A tree whose heads have less than this on average is left out: 5 % of the sentences, mostly fragments."""


def fill_names(
    teacher: Teacher, tokenizer: Tokenizer, sentences: Sequence[NamedSentence], scope: frozenset[str]
) -> Iterator[NamedSentence]:
    """The sentences with the names that the source leaves open. What it annotates stays as it is."""
    cuts = [words_of(tokenizer, sentence.text) for sentence in sentences]
    readable = [i for i, (words, _) in enumerate(cuts) if is_readable(words)]
    found = dict(zip(readable, teacher.read_names([cuts[i][0] for i in readable]), strict=True))
    for i, sentence in enumerate(sentences):
        yield _fill_sentence(sentence, cuts[i][1], found[i], scope) if i in found else sentence


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _fill_sentence(
    sentence: NamedSentence, places: Sequence[tuple[int, int]], names: Names, scope: frozenset[str]
) -> NamedSentence:
    ents = list(sentence.ents)
    missing: list[tuple[int, int]] = []
    own = [(start, end) for start, end, _ in sentence.ents]
    for first, behind, label, certainty in names.found:
        start, end = places[first][0], places[behind - 1][1]
        if _overlaps(start, end, own) or (label in scope and not _overlaps(start, end, sentence.missing)):
            continue
        if certainty < SURE_NAME or label == "WORK":
            missing.append((start, end))
        elif label in LABELS:
            ents.append((start, end, label))
    taken = [(start, end) for start, end, _ in ents]
    outside = {
        number
        for first, behind, label, _ in names.found
        if label in ("EVENT", "OTHER")
        for number in range(first, behind)
    }
    in_name = {number for first, behind, *_ in names.found for number in range(first, behind)} - outside
    for number, (start, end) in enumerate(places):
        if not _overlaps(start, end, sentence.missing) or _overlaps(start, end, taken):
            continue
        if number in in_name or names.certainty[number] < SURE_NAME:
            missing.append((start, end))
    return NamedSentence(sentence.text, tuple(sorted(ents)), tuple(missing))


def write_names(path: Path, sentences: Iterator[NamedSentence]) -> None:
    """In the form of ../shared/corpora/ner."""
    with path.open("w", encoding="utf-8") as file:
        for sentence in sentences:
            row = {"text": sentence.text, "ents": sentence.ents, "unk": sentence.missing}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def plain_text(sentence: TreebankSentence) -> str:
    """The sentence as it was written."""
    pairs = zip(sentence.words, sentence.spaces, strict=True)
    return "".join(word + " " * spaced for word, spaced in pairs).strip()


def split_sentences(
    nlp: Language, texts: Sequence[tuple[str, bool, bool]]
) -> Iterator[tuple[list[str], list[bool], str]]:
    """Words, spaces and the comment line before it, of each sentence.

    Args:
        nlp: splits.
        texts: (text, is a paragraph, starts a document).
    """
    docs = nlp.pipe(text for text, _, _ in texts)
    for doc, (_, is_paragraph, starts_document) in zip(docs, texts, strict=True):
        mark = "# newdoc\n" if starts_document else "# newpar\n" if is_paragraph else ""
        for sentence in doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            if not tokens:
                continue
            spaces = [
                bool(token.whitespace_) or (token.i + 1 < len(doc) and doc[token.i + 1].is_space)
                for token in tokens
            ]
            yield [token.text for token in tokens], spaces, mark
            mark = ""


def tree_lines(teacher: Teacher, words: Sequence[str], spaces: Sequence[bool], tree: Tree) -> Iterator[str]:
    """The CoNLL-U lines of a tree."""
    columns = teacher.columns
    tags, features, relations = map(list, (columns.tags, columns.features, columns.relations))
    for i, word in enumerate(words):
        pos, _, morph = features[tree.features[i]].partition("|")
        head = tree.heads[i]
        relation = relations[tree.relations[i]]
        if head == 0:
            relation = "root"
        elif relation == "ROOT":
            relation = "dep"
        space = "_" if spaces[i] else "SpaceAfter=No"
        tag = tags[tree.tags[i]]
        yield "\t".join((str(i + 1), word, "_", pos, tag, morph or "_", str(head), relation, "_", space))


def write_trees(path: Path, teacher: Teacher, nlp: Language, texts: Sequence[tuple[str, bool, bool]]) -> None:
    """The trees that the teacher is sure of, in the form of ../shared/corpora/syntax."""
    sentences = [sentence for sentence in split_sentences(nlp, texts) if is_readable(sentence[0])]
    trees = teacher.read_trees([words for words, _, _ in sentences])
    with path.open("w", encoding="utf-8") as file:
        for (words, spaces, mark), tree in zip(sentences, trees, strict=True):
            if sum(tree.certainty) / len(words) >= SURE_TREE:
                file.write(mark + "\n".join(tree_lines(teacher, words, spaces, tree)) + "\n\n")


def main() -> None:
    """Read, label, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--syntax", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=HERE.parent.parent / "shared" / "corpora")
    parser.add_argument("--lexicons", type=Path, default=HERE.parent.parent / "shared" / "lexicons")
    parser.add_argument("--passages", type=Path, default=HERE / "passages")
    args = parser.parse_args()

    args.out.mkdir(parents=True, exist_ok=True)
    nlp = load_model(HERE.parent / "claimcheck" / "model", exclude=["ner", "lemmatizer"])
    scopes = read_scopes(args.corpora / "ner")
    named = read_named_corpora(args.corpora, args.lexicons)
    treebank = read_treebank(find_file(args.corpora / "syntax", SENTENCES))
    teacher = load(args.names)
    for stem, sentences in named.items():
        filled = fill_names(teacher, nlp.tokenizer, sentences, scopes[stem])
        write_names(args.out / f"{stem}.jsonl", filled)
    plain = [NamedSentence(plain_text(sentence), ()) for sentence in treebank if len(sentence.words) > 5]
    filled = fill_names(teacher, nlp.tokenizer, plain, frozenset())
    write_names(args.out / f"{SENTENCES}.jsonl", filled)

    texts = [(line.text, True, line.starts_passage) for line in read_passage_lines(args.passages)]
    for stem, sentences in named.items():
        if stem.startswith(PROSE):
            texts += [(sentence.text, False, i == 0) for i, sentence in enumerate(sentences)]
    write_trees(args.out / "trees.conllu", load(args.syntax), nlp, texts)


if __name__ == "__main__":
    main()
