"""The columns say of every token what spaCy says of it, and find tokens as spaCy finds them."""

import pytest
import spacy

from claimcheck.article import Article
from claimcheck.grammar.columns import TokenColumns, noun_phrases_in
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.tagging.noun_chunks import noun_chunks
from claimcheck.tagging.pipelines import load_pipeline, tag

TEXTS = [
    "The old ferry, which Ada Lund bought in 1998, hasn't sailed since; its owner – a bank – won't sell it.",
    "Two  spaces here,\n\na new paragraph there. “Rents rose 4 %,” she said (see p. 3) …  ",
    "İstanbul's harbour handles 2.5m tonnes/year.\tStraße, ſhip and Kelvin are words too!",
    "One.",
]


def tagged(text):
    return [passage.doc for passage in tag(split(Article("-", text)), load_pipeline())]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_columns_are_those_of_the_tokens(text):
    for doc in tagged(text):
        columns = TokenColumns(doc, doc.text)
        assert columns.is_parsed
        assert columns.words == [token.text for token in doc]
        assert columns.lowers == [token.lower_ for token in doc]
        assert columns.tags == [token.tag_ for token in doc]
        assert columns.pos == [token.pos_ for token in doc]
        assert columns.deps == [token.dep_ for token in doc]
        assert columns.heads == [token.head.i for token in doc]
        assert columns.starts == [token.idx for token in doc]
        assert columns.ends == [token.idx + len(token) for token in doc]
        assert columns.spaced == [bool(token.whitespace_) for token in doc]
        assert [list(c) for c in columns.children] == [[child.i for child in token.children] for token in doc]
        for token in doc:
            assert list(columns.lefts(token.i)) == [left.i for left in token.lefts]
            assert list(columns.rights(token.i)) == [right.i for right in token.rights]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_characters_are_found_as_spacy_expands_them(text):
    for doc in tagged(text):
        columns = TokenColumns(doc, doc.text)
        for start in range(len(doc.text) + 1):
            for end in range(start + 1, len(doc.text) + 2):
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is None:
                    assert columns.span(start, end) is None
                    continue
                assert columns.span(start, end) == (span.start, span.end)
                if len(span):
                    assert columns.root_at(start, end) == span.root.i


@pytest.mark.model
def test_noun_phrases_of_a_sentence_are_those_of_its_span():
    (passage,) = tag(split(Article("-", " ".join(TEXTS))), load_pipeline())
    document = normalise(passage)
    found = [noun_phrases_in(document, sentence) for sentence in document.sentences]
    assert [[document.text[slice(*phrase)] for phrase in phrases] for phrases in found] == [
        [document.doc[first:last].text for first, last, _ in noun_chunks(sentence.span)]
        for sentence in document.sentences
    ]
    assert sum(map(len, found)) > 10


def test_doc_without_annotation_has_empty_labels():
    doc = spacy.blank("en")("Nothing is tagged here.")
    columns = TokenColumns(doc, doc.text)
    assert not columns.is_parsed
    assert set(columns.tags) == set(columns.deps) == {""}
    assert columns.heads == [0, 1, 2, 3, 4]
    assert not any(columns.children)
