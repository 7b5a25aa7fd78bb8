"""The pipeline that ships: that it is whole, small, licensed and deterministic, and what it must get right.

The figures on the test sets are printed by training/evaluate; here stand only sentences of the kind the
finders live on.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import spacy

from claimcheck.tagging.noun_chunks import noun_chunks
from claimcheck.tagging.schemes import ENTITY_LABELS, is_clearnlp

pytestmark = pytest.mark.model

MODEL = Path(str(files("claimcheck"))) / "model"

TEXTS = [
    "Python accounts for 45 % of the code.",
    "Norsk Data, which was founded in Oslo in 1967, sold about 2,000 computers. It closed in 1998.",
    "According to Maria Silva of the University of Lisbon, 38% of the samples were contaminated.",
    "The firm isn’t profitable yet\n\nRevenue grew from $3 million to $4.5 million.",
    "Can you run it on Windows? No.",
    "",
    "  \n",
    "Sales of the phone fell by a third, the company's chief executive, Anna Berg, told Reuters on Friday.",
]


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.load(MODEL)
    pipeline.vocab.get_noun_chunks = noun_chunks
    return pipeline


def annotation(doc):
    """All that the finders read of a document."""
    words = [
        (
            w.text,
            w.tag_,
            w.pos_,
            str(w.morph),
            w.lemma_,
            w.dep_,
            w.head.i,
            w.ent_type_,
            w.ent_iob_,
            w.is_sent_start,
        )
        for w in doc
    ]
    return words, [(chunk.start, chunk.end) for chunk in doc.noun_chunks if len(doc)]


def test_size_and_licence():
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())
    assert size <= 25_000_000
    assert "CC BY-SA 4.0" in (MODEL / "LICENSE").read_text(encoding="utf-8")
    sources = (MODEL / "SOURCES.md").read_text(encoding="utf-8")
    for repository in ("UniversalDependencies/UD_English-EWT", "amir-zeldes/gum", "zliucr/CrossNER"):
        assert repository in sources


def test_components(nlp):
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "lemmatizer", "parser", "ner"]
    assert set(nlp.get_pipe("ner").labels) == set(ENTITY_LABELS)
    assert {"nsubj", "nsubj:pass", "obj", "obl", "nmod:poss", "appos", "conj", "cop"} <= set(
        nlp.get_pipe("parser").labels
    )


def test_same_annotation_whatever_the_batch(nlp):
    texts = TEXTS * 3
    alone = [annotation(nlp(text)) for text in TEXTS] * 3
    assert [annotation(doc) for doc in nlp.pipe(texts, batch_size=1)] == alone
    assert [annotation(doc) for doc in nlp.pipe(texts, batch_size=100)] == alone
    assert [annotation(doc) for doc in nlp.pipe(reversed(texts), batch_size=5)] == alone[::-1]


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_kept(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert not is_clearnlp(doc)


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Python accounts for 45 % of the code.", "Python", "nsubj", "accounts"),
        ("Rust accounts for roughly 12% of the codebase.", "Rust", "nsubj", "accounts"),
        ("Exports account for 30 percent of output.", "Exports", "nsubj", "account"),
        ("Acme, the company behind Zork, raised $2 million from Initech.", "Acme", "nsubj", "raised"),
        ("Acme, the company behind Zork, raised $2 million from Initech.", "company", "appos", "Acme"),
        ("The model was trained on 300 billion tokens.", "model", "nsubj:pass", "trained"),
        ("The parser is written in Rust.", "Rust", "obl", "written"),
        ("Berlin is the capital of Germany.", "Berlin", "nsubj", "capital"),
        ("The museum was founded by Ada Berg in 1921.", "Ada", "obl:agent", "founded"),
        ("Microsoft's browser lost users.", "Microsoft", "nmod:poss", "browser"),
    ],
)
def test_relations(nlp, text, word, dep, head):
    (token,) = [token for token in nlp(text) if token.text == word]
    assert (token.dep_, token.head.text) == (dep, head)


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The companies were founding new cities.", ["the", "company", "be", "found", "new", "city", "."]),
        ("She wrote the libraries.", ["she", "write", "the", "library", "."]),
    ],
)
def test_lemmas(nlp, text, lemmas):
    assert [token.lemma_ for token in nlp(text)] == lemmas


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            # Whether a bare name is a company or its product is for the name lists to say.
            "The University of Toronto opened a laboratory in Munich.",
            [("University of Toronto", "ORG"), ("Munich", "LOC")],
        ),
        ("The server is written in Rust and Python.", [("Rust", "LANGUAGE"), ("Python", "LANGUAGE")]),
        (
            "Maria Silva teaches at the University of Lisbon.",
            [("Maria Silva", "PERSON"), ("University of Lisbon", "ORG")],
        ),
    ],
)
def test_names(nlp, text, expected):
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == expected


def test_sentences(nlp):
    doc = nlp("The bank opened in 1920. It has 40 branches in the U.S. and in Canada. Who owns it?")
    assert [sentence.text for sentence in doc.sents] == [
        "The bank opened in 1920.",
        "It has 40 branches in the U.S. and in Canada.",
        "Who owns it?",
    ]


def test_sentences_set_before_are_kept(nlp):
    doc = nlp.make_doc("The bank opened in 1920 It has 40 branches.")
    for token in doc:
        token.is_sent_start = token.text in {"The", "It"}
    assert [sentence.text for sentence in nlp(doc).sents] == [
        "The bank opened in 1920",
        "It has 40 branches.",
    ]


def test_noun_chunks_cover_the_nouns(nlp):
    doc = nlp(" ".join(TEXTS))
    inside = {token.i for chunk in doc.noun_chunks for token in chunk}
    nouns = [token for token in doc if token.pos_ in {"NOUN", "PROPN"}]
    assert len([token for token in nouns if token.i in inside]) >= 0.97 * len(nouns)
