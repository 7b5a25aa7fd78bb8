from __future__ import annotations

import spacy

from claimcheck.tagging.texts import remember_text, text_of


def test_the_text_of_a_document_is_its_characters():
    nlp = spacy.blank("en")
    docs = [nlp("Two  words\n"), nlp("Three more words"), nlp("")]
    assert [text_of(doc) for doc in docs] == ["Two  words\n", "Three more words", ""]
    assert [text_of(doc) for doc in reversed(docs)] == ["", "Three more words", "Two  words\n"]


def test_a_text_that_is_remembered_is_not_joined_again():
    doc = spacy.blank("en")("One sentence.")
    text = str(b"One sentence.", "ascii")  # an object of its own
    remember_text(doc, text)
    assert text_of(doc) is text
