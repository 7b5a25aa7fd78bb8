"""DocBin: what spaCy reads back has the text, the spans and the record."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import DocBin

from claimcheck.errors import WritingError
from claimcheck.result import Document
from claimcheck.writing.span_groups import annotate


def test_docs_come_back_with_their_spans_and_records(with_text, empty_document, write):
    nlp = spacy.blank("en")
    written = write("docbin", [with_text, empty_document.model_copy(update={"text": ""})])
    first, second = DocBin().from_bytes(written).get_docs(nlp.vocab)
    assert first.text == with_text.text
    assert [(span.text, span.label_, span.id_) for span in first.spans["claims"]] == [
        ("“over” 2.5B parameters", "parameter_count", with_text.claims[0].id),
        ("40–50%", "percentage", with_text.claims[1].id),
    ]
    assert [(span.text, span.label_) for span in first.spans["entities"]] == [("Delphi", "product")]
    record = Document.model_validate(first.user_data["claimcheck"])
    assert record == with_text.model_copy(update={"text": None})
    assert len(second) == len(second.spans["claims"]) == 0


def test_spans_reach_over_whole_tokens(claim_maker, with_text):
    claim = claim_maker("It has 2.5Bx users.", "2.5B", "parameter_count", {"number": "2500000000"})
    document = with_text.model_copy(update={"claims": (claim,), "entities": ()})
    doc = annotate(spacy.blank("en")("It has 2.5Bx users."), document)
    assert doc.spans["claims"][0].text.startswith("2.5B")
    assert doc.user_data["claimcheck"]["claims"][0]["text"] == "2.5B"


def test_a_result_of_another_text_is_refused(with_text):
    with pytest.raises(ValueError, match="not in this doc"):
        annotate(spacy.blank("en")("Short."), with_text)


def test_without_the_text_there_is_nothing_to_tokenise(document, write):
    with pytest.raises(WritingError, match="text of the article"):
        write("docbin", [document])
