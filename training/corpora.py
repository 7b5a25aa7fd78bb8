"""Reads the treebanks and the name annotation in ../shared/corpora into spaCy documents.

A treebank sentence becomes a `TreebankSentence` (gold tokens), a line of name annotation a
`NamedSentence` (text and character spans). `treebank_doc` and `named_doc` join several neighbours into one
`Doc`, because the model has to find sentence boundaries and reads whole articles. Nothing here draws
random numbers: the callers pass their own generator where a choice is made.
"""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

LABELS = ("PERSON", "ORG", "LOC", "PRODUCT", "LANGUAGE")


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """Gold tokens of one sentence; `heads` count from 0 within the sentence, the root points at itself."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    starts_paragraph: bool = False
    starts_document: bool = False


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A text, its entities, and the spans about which the annotation says nothing."""

    text: str
    ents: tuple[tuple[int, int, str], ...]
    missing: tuple[tuple[int, int], ...] = ()


def open_text(path: Path) -> IO[str]:
    """Open a plain or gzip'd UTF-8 file for reading."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def find_file(folder: Path, stem: str) -> Path:
    """The file of that stem, plain or gzip'd.

    Raises:
        FileNotFoundError: there is none.
    """
    for suffix in (".conllu", ".conllu.gz", ".jsonl", ".jsonl.gz"):
        if (path := folder / (stem + suffix)).exists():
            return path
    raise FileNotFoundError(f"{stem} in {folder}")


def read_treebank(path: Path) -> list[TreebankSentence]:
    """All sentences of a CoNLL-U file, multiword tokens split into their words."""
    sentences: list[TreebankSentence] = []
    rows: list[list[str]] = []
    glued: set[int] = set()
    after_range: dict[int, bool] = {}
    new_document = new_paragraph = False
    with open_text(path) as lines:
        for raw_line in lines:
            line = raw_line.rstrip("\n")
            if line.startswith("#"):
                new_document |= line.startswith("# newdoc")
                new_paragraph |= line.startswith("# newpar")
            elif line:
                columns = line.split("\t")
                if "-" in columns[0]:
                    first, last = (int(part) for part in columns[0].split("-"))
                    glued.update(range(first, last))
                    after_range[last] = "SpaceAfter=No" not in columns[9]
                elif "." not in columns[0]:
                    rows.append(columns)
            elif rows:
                spaces = []
                for row in rows:
                    number = int(row[0])
                    spaced = after_range.get(number, "SpaceAfter=No" not in row[9])
                    spaces.append(spaced and number not in glued)
                sentences.append(
                    TreebankSentence(
                        words=tuple(row[1] for row in rows),
                        spaces=tuple(spaces),
                        tags=tuple(row[4] for row in rows),
                        pos=tuple(row[3] for row in rows),
                        morphs=tuple("" if row[5] == "_" else row[5] for row in rows),
                        lemmas=tuple(row[2] for row in rows),
                        heads=tuple(i if row[6] == "0" else int(row[6]) - 1 for i, row in enumerate(rows)),
                        deps=tuple("ROOT" if row[6] == "0" else row[7] for row in rows),
                        starts_paragraph=new_paragraph or new_document,
                        starts_document=new_document,
                    )
                )
                rows, glued, after_range = [], set(), {}
                new_document = new_paragraph = False
    return sentences


def read_names(path: Path) -> list[NamedSentence]:
    """All lines of a name annotation file; `unk` spans are missing, not outside."""
    sentences = []
    with open_text(path) as lines:
        for line in lines:
            row = json.loads(line)
            sentences.append(
                NamedSentence(
                    text=row["text"],
                    ents=tuple((start, end, label) for start, end, label in row["ents"]),
                    missing=tuple((start, end) for start, end in row.get("unk", ())),
                )
            )
    return sentences


def read_scopes(folder: Path) -> dict[str, frozenset[str]]:
    """Which labels each name annotation file is annotated for, by file stem."""
    scopes = json.loads((folder / "scopes.json").read_text(encoding="utf-8"))
    return {stem: frozenset(labels) for stem, labels in scopes.items()}


class DocBuilder:
    """Collects the gold columns of one `Doc`, white space tokens included."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.tags: list[str] = []
        self.pos: list[str] = []
        self.morphs: list[str] = []
        self.lemmas: list[str] = []
        self.heads: list[int] = []
        self.deps: list[str] = []

    def add_sentence(
        self, sentence: TreebankSentence, wrap_at: int = 0, widen: random.Random | None = None
    ) -> None:
        """Append a sentence.

        With `wrap_at` a line break token follows about every so many words; with `widen` one space in 30 is
        doubled.
        """
        position: list[int] = []
        since_break = 0
        for i, word in enumerate(sentence.words):
            position.append(len(self.words))
            self.words.append(word)
            self.spaces.append(sentence.spaces[i])
            self.tags.append(sentence.tags[i])
            self.pos.append(sentence.pos[i])
            self.morphs.append(sentence.morphs[i])
            self.lemmas.append("" if sentence.lemmas[i] == "_" else sentence.lemmas[i])
            self.heads.append(0)
            self.deps.append(sentence.deps[i])
            since_break += 1
            if wrap_at and since_break >= wrap_at and sentence.spaces[i] and i + 1 < len(sentence.words):
                self.spaces[-1] = False
                self.add_white_space("\n")
                since_break = 0
            elif widen and sentence.spaces[i] and i + 1 < len(sentence.words) and widen.random() < 1 / 30:
                self.add_extra_space()
        for i, head in enumerate(sentence.heads):
            self.heads[position[i]] = position[head]

    def add_white_space(self, text: str) -> None:
        """Append a white space token, attached to the word before it as spaCy does."""
        if self.spaces:
            self.spaces[-1] = False
        self.words.append(text)
        self.spaces.append(False)
        self.tags.append("_SP")
        self.pos.append("SPACE")
        self.morphs.append("")
        self.lemmas.append(text)
        self.heads.append(max(0, len(self.words) - 2))
        self.deps.append("dep")

    def add_extra_space(self) -> None:
        """Append the token that spaCy makes of the second one of two spaces."""
        self.add_white_space(" ")
        self.spaces[-2] = True

    def build(self) -> Doc:
        """The gold document."""
        return Doc(
            self.vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            morphs=self.morphs,
            lemmas=self.lemmas,
            heads=self.heads,
            deps=self.deps,
        )


def treebank_doc(
    vocab: Vocab,
    sentences: Sequence[TreebankSentence],
    *,
    paragraph: str = " ",
    wrap_at: int = 0,
    widen: random.Random | None = None,
) -> Doc:
    """One gold document of neighbouring sentences; a new paragraph starts with the `paragraph` token.

    `wrap_at` and `widen` as in `DocBuilder.add_sentence`; `widen` also parts sentences by two spaces.
    """
    builder = DocBuilder(vocab)
    for i, sentence in enumerate(sentences):
        if i:
            if sentence.starts_paragraph and paragraph != " ":
                builder.add_white_space(paragraph)
            else:
                builder.spaces[-1] = True
                if widen:
                    builder.add_extra_space()
        builder.add_sentence(sentence, wrap_at, widen)
    return builder.build()


def raw_doc(vocab: Vocab, gold: Doc, tokenized: Doc) -> Doc:
    """The document to predict on: spaCy's own tokens (`tokenized`), which mostly equal the gold tokens."""
    if len(gold) == len(tokenized) and all(a.text == b.text for a, b in zip(gold, tokenized, strict=True)):
        return Doc(
            vocab,
            words=[token.text for token in gold],
            spaces=[bool(token.whitespace_) for token in gold],
        )
    return tokenized


def named_doc(doc: Doc, sentence: NamedSentence) -> Doc:
    """Set the entities of `sentence` on `doc` (its text, tokenised); spans off the token grid are missing."""
    ents: list[Span] = []
    missing: list[Span] = []
    taken: set[int] = set()
    for start, end, label in sentence.ents:
        span = doc.char_span(start, end, label=label)
        if span is None:
            missing_span = doc.char_span(start, end, alignment_mode="expand")
            if missing_span is not None:
                missing.append(missing_span)
        elif not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            ents.append(span)
    for start, end in sentence.missing:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            missing.append(span)
    free = sorted({i for span in missing for i in range(span.start, span.end)} - taken)
    doc.set_ents(ents, missing=[doc[i : i + 1] for i in free], default="outside")
    return doc


def join_named(sentences: Sequence[NamedSentence], separators: Sequence[str]) -> NamedSentence:
    """One longer text of several; `separators[i]` stands before sentence i + 1."""
    text = ""
    ents: list[tuple[int, int, str]] = []
    missing: list[tuple[int, int]] = []
    for i, sentence in enumerate(sentences):
        if i:
            text += separators[i - 1]
        shift = len(text)
        text += sentence.text
        ents.extend((start + shift, end + shift, label) for start, end, label in sentence.ents)
        missing.extend((start + shift, end + shift) for start, end in sentence.missing)
    return NamedSentence(text, tuple(ents), tuple(missing))


def evaluation_documents(sentences: Sequence[TreebankSentence]) -> Iterator[list[TreebankSentence]]:
    """The sentences of each source document, as the evaluation groups them."""
    group: list[TreebankSentence] = []
    for sentence in sentences:
        if sentence.starts_document and group:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def treebank_examples(nlp: object, sentences: Sequence[TreebankSentence], *, raw: bool) -> Iterator[Example]:
    """Evaluation examples, one a document; `raw` uses spaCy's tokeniser, otherwise the gold tokens."""
    for group in evaluation_documents(sentences):
        gold = treebank_doc(nlp.vocab, group)  # type: ignore[attr-defined]
        if raw:
            predicted = nlp.make_doc(gold.text)  # type: ignore[attr-defined]
        else:
            predicted = Doc(
                gold.vocab,
                words=[token.text for token in gold],
                spaces=[bool(token.whitespace_) for token in gold],
            )
        yield Example(predicted, gold)
