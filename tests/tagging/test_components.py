"""Components that work on many sentences at once: the annotation is that of spaCy's own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline._parser_internals.nonproj import deprojectivize
from spacy.tokens import Span

import claimcheck
from claimcheck.article import Article
from claimcheck.passages import split
from claimcheck.tagging.components import FACTORIES, parser, row_products, token_vectors
from claimcheck.tagging.components.entities import MAX_STEPS_TOGETHER
from claimcheck.tagging.components.tokenizer import WordTokenizer
from claimcheck.tagging.pipelines import load_pipeline, set_sentence_starts

pytestmark = pytest.mark.model

ANNOTATION = ["ORTH", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "LEMMA"]
ARTICLES = Path(__file__).parents[2] / "data" / "articles"

TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))),
    "",
    "\n",
    "Stop.",
    "Ibsen",
    "He said, she said, they all said it: “No, never, not in a hundred years”, and left\n\nA heading",
    "What the board, which nobody had asked, decided that it wanted was what the founders had offered it.",
    "Berlin, Paris and Rome. Anna Berg of Acme Corp. met Dr. John Q. Public in New York City on Friday",
    "  Two  spaces   \n and a\ttab before Oslo  \n\n\n The end",
    "The the of of and and 5 5 % $ ( ( ) ] — ” . . ! ? , , ,",
]


@pytest.fixture(scope="module")
def theirs():
    return spacy.load(Path(claimcheck.__file__).parent / "model")


@pytest.fixture(scope="module")
def ours():
    nlp = load_pipeline()
    assert all(type(nlp.get_pipe(name)).__module__.startswith("claimcheck.") for name in FACTORIES)
    return nlp


def split_doc(text, nlp):
    """A doc with the sentences that claimcheck sees in the text."""
    starts = [p.start + start for p in split(Article("-", text)) for start, _ in p.sentences]
    return set_sentence_starts(nlp.make_doc(text), starts)


def annotation(docs):
    return [
        (
            doc.to_array(ANNOTATION).tolist(),
            [(token.left_edge.i, token.right_edge.i, token.n_lefts, token.n_rights) for token in doc],
            [(ent.start, ent.end, ent.label_) for ent in doc.ents],
        )
        for doc in docs
    ]


def run(nlp, texts, batch_size):
    return annotation(nlp.pipe([split_doc(text, nlp) for text in texts], batch_size=batch_size))


@pytest.mark.parametrize("batch_size", [1, 4, 100])
def test_the_annotation_is_that_of_spacy(ours, theirs, batch_size):
    expected = run(theirs, TEXTS, 1)
    assert sum(len(entities) for _, _, entities in expected) > 30
    assert run(ours, TEXTS, batch_size) == expected


WORDS = st.sampled_from(
    "the a of in that which who and , . ; ( ) “ ” 's n't % $ 5 1,000 sold is was been to by Anna Berg Acme Corp. "
    "Berlin company model users it they grew fastest Python written not 2019 May".split()
)


@settings(max_examples=60)
@given(texts=st.lists(st.lists(WORDS, max_size=40).map(" ".join), min_size=1, max_size=4), data=st.data())
def test_any_words_and_any_sentences(ours, theirs, texts, data):
    ends = [data.draw(st.sets(st.integers(0, len(text)))) for text in texts]

    def docs(nlp):
        return [
            set_sentence_starts(nlp.make_doc(text), sorted(starts))
            for text, starts in zip(texts, ends, strict=True)
        ]

    expected = annotation(theirs(doc) for doc in docs(theirs))
    assert annotation(ours.pipe(docs(ours), batch_size=10)) == expected


PIECES = st.sampled_from(
    "word Word USA km GB e pm don't can't I'll it's U.S. e.g. 5km 3.5GB $ US$ 10,000 well-known and/or a.b x@y.org "
    "http://x.org/a?b=c don’t ... — – - ( ) “ ” ' % . , ; café naïve ß Œuvre ２０ ½ µm K".split()
)


@given(pieces=st.lists(PIECES, max_size=6), plain=st.text("abcxyzKM", max_size=12))
def test_the_tokens_are_those_of_spacy(ours, theirs, pieces, plain):
    assert isinstance(ours.tokenizer, WordTokenizer)
    for text in ["".join(pieces), " ".join(pieces), plain, f"{plain}5{plain}", f"({plain})"]:
        assert [token.text for token in ours.make_doc(text)] == [
            token.text for token in theirs.make_doc(text)
        ]


def test_a_word_is_split_once_also_behind_one_with_rules_of_its_own(ours, monkeypatch):
    text = "They didn't rivet the (steel) girders."
    ours.make_doc(text)
    asked = []
    monkeypatch.setattr(WordTokenizer, "find_prefix", lambda _, string: asked.append(string) or 0)
    assert [token.text for token in ours.make_doc(text)][4:8] == ["the", "(", "steel", ")"]
    assert not asked


def test_lemmas_outlive_the_memory_zone_in_which_they_were_first_found(ours):
    text = "They zorbled."
    with ours.memory_zone():
        assert [token.lemma_ for token in ours(text)] == ["they", "zorble", "."]
    assert [token.lemma_ for token in ours(text)] == ["they", "zorble", "."]


@pytest.mark.parametrize("max_words", [1, 150, 10_000])
def test_the_vectors_are_those_of_spacy_to_the_bit(ours, theirs, max_words, monkeypatch):
    monkeypatch.setattr(token_vectors, "MAX_WORDS", max_words)
    monkeypatch.setattr(token_vectors, "BLOCK_ROWS", 100)
    monkeypatch.setattr(row_products, "steady_blocks", lambda *_: ())  # by BLIS, as spaCy does it
    reader = token_vectors._Reader(ours.get_pipe("tok2vec").model)
    expected = theirs.get_pipe("tok2vec").predict([theirs.make_doc(text) for text in TEXTS])
    for _ in range(2):  # the second time words are known
        found = reader.read([ours.make_doc(text) for text in TEXTS])
        assert [vectors.tobytes() for vectors in found] == [vectors.tobytes() for vectors in expected]


def test_a_list_of_names_without_end(ours, theirs):
    text = "Present: " + "Acme Corp " * 3 * MAX_STEPS_TOGETHER + "and others."
    expected = run(theirs, [text], 1)
    assert max(end - start for start, end, _ in expected[0][2]) > MAX_STEPS_TOGETHER
    assert run(ours, [text], 1) == expected


def test_a_text_whose_sentences_are_not_known(ours, theirs):
    texts = [text for text in TEXTS if text]
    assert annotation(ours.pipe(texts)) == annotation(theirs.pipe(texts))


def test_what_is_annotated_already_is_kept(ours, theirs):
    def doc(nlp):
        made = split_doc("Berlin Berg sells cars in Rome.", nlp)
        made.ents = [Span(made, 0, 2, label="ORG")]
        return made

    found = ours(doc(ours))
    assert [(ent.text, ent.label_) for ent in found.ents] == [("Berlin Berg", "ORG"), ("Rome", "LOC")]
    assert annotation([found]) == annotation([theirs(doc(theirs))])


@pytest.mark.parametrize("text", ["What are you looking at?", "What did the board want to talk about?"])
def test_a_tree_that_crosses_itself(ours, theirs, text, monkeypatch):
    lifted = []

    def lift(doc):
        lifted.extend(token.dep_ for token in doc if "||" in token.dep_)
        return deprojectivize(doc)

    monkeypatch.setattr(parser, "deprojectivize", lift)
    found = run(ours, [text], 1)
    assert lifted
    assert found == run(theirs, [text], 1)


def test_a_saved_pipeline_can_be_loaded_by_spacy_alone(ours, tmp_path):
    ours.to_disk(tmp_path / "saved")
    text = "Anna Berg sold Acme Corp. to a bank in Rome."
    code = "import sys, spacy; print([e.text for e in spacy.load(sys.argv[1])(sys.argv[2]).ents])"
    result = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "saved", text], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == str([ent.text for ent in ours(text).ents])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 40 boats.[12][3]", "It has 40 boats . [ 12 ] [ 3 ]"),
        ("It is old[a] and grey.", "It is old [ a ] and grey ."),
        ("“Yes.”[9] It rose [5] more.", "“ Yes . ” [ 9 ] It rose [ 5 ] more ."),
        ("He [sic] said so.", "He [ sic ] said so ."),
    ],
)
def test_marks_of_notes_are_no_part_of_the_word_before_them(text, expected):
    assert [token.text for token in load_pipeline(None).make_doc(text)] == expected.split()
