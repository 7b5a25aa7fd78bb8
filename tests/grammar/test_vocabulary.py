"""A quick look at the words of a sentence never hides what the patterns behind it would find."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.article import Article
from claimcheck.claims.change import find_change_claims
from claimcheck.claims.changes.triggers import words_of_change
from claimcheck.claims.changes.words import load_change_words
from claimcheck.claims.rankings.numbered_places import _NUMBERED, may_number
from claimcheck.claims.rankings.superlative_hits import irregular_superlatives, may_order, superlative_pattern
from claimcheck.grammar.vocabulary import fold_case, words_of_sentences
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag

PIECES = st.sampled_from(
    """the The its most MOST least leaſt Least expensive best- best-selling top top-ranked TOP latest laTeſt largest
    longeſt No. no number Number # #3 4 12 record Record records high of first first-ever last-ever ranked doubled
    DOUBLED re-doubled halveſ doubled- roſe rose Rose rİsing drop-out up down fell't fell_ sınks sin\u212as ?""".split()
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(st.one_of(PIECES, st.sampled_from(string.printable)), max_size=30).map("".join),
)


def documents(text):
    return [normalise(tagged) for tagged in tag(split(Article("-", text)), load_pipeline("blank"))]


def test_folding_sees_the_letters_that_patterns_without_case_see():
    characters = "".join(map(chr, range(0x20000)))
    folded = fold_case(characters)
    assert len(folded) == len(characters)
    for letter in string.ascii_lowercase:
        seen = re.findall(letter, characters, re.IGNORECASE)
        assert seen == [was for was, now in zip(characters, folded, strict=True) if now == letter]


def sentences(text):
    for document in documents(text):
        for sentence, words in zip(document.sentences, words_of_sentences(document), strict=True):
            yield document, sentence, words


@given(TEXTS)
def test_no_superlative_is_hidden(text):
    _, never = irregular_superlatives()
    for document, sentence, words in sentences(text):
        for match in superlative_pattern().finditer(document.text, sentence.start, sentence.end):
            assert may_order(words) or " ".join(match[0].lower().split()) in never


@given(TEXTS)
def test_no_numbered_place_is_hidden(text):
    for document, sentence, words in sentences(text):
        if _NUMBERED.search(document.text, sentence.start, sentence.end):
            assert may_number(document, sentence, words)


@given(TEXTS)
def test_words_of_change_are_those_that_one_pattern_finds(text):
    forms = sorted(load_change_words(), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b(?!-)", re.IGNORECASE)
    for document, sentence, words in sentences(text):
        expected = [match.span() for match in pattern.finditer(document.text, sentence.start, sentence.end)]
        assert [match.span() for match in words_of_change(document, sentence, words)] == expected


def test_letter_that_looks_like_another_is_read_as_it():
    (document,) = documents("Rents ro\u017fe 5%.")  # the long s of old prints
    (draft,) = find_change_claims(document)
    assert document.text[draft.start : draft.end] == "ro\u017fe 5%"
