"""Web annotations: what https://www.w3.org/TR/annotation-model/ asks for, and selectors that find the words."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest

from claimcheck.errors import WritingError


def page(text):
    return json.loads(text)


def test_a_page_holds_an_annotation_per_claim(with_text, empty_document, write):
    empty = empty_document.model_copy(update={"text": ""})
    written = page(write("annotation", [with_text, empty, with_text]))
    assert (written["@context"], written["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(written["items"]) == 4
    for item in written["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")


def test_ids_differ_between_claims_and_sources_and_stay_the_same(with_text, write):
    other = with_text.model_copy(update={"source": "copy.txt"})
    ids = [item["id"] for item in page(write("annotation", [with_text, other]))["items"]]
    assert len(set(ids)) == 4
    assert ids == [item["id"] for item in page(write("annotation", [with_text, other]))["items"]]


def test_both_selectors_find_the_words(with_text, write):
    for item, claim in zip(page(write("annotation", [with_text]))["items"], with_text.claims, strict=True):
        position, quoted = item["target"]["selector"]
        assert position == {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
        assert with_text.text[position["start"] : position["end"]] == claim.text == quoted["exact"]
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in with_text.text
        assert len(quoted["prefix"]) == 32
        assert unquote(item["target"]["source"]) == with_text.source


def test_the_record_is_in_a_body(with_text, write):
    bodies = page(write("annotation", [with_text]))["items"][0]["body"]
    assert [body["value"] for body in bodies[:2]] == [
        "parameter_count: > 2.5 billion parameters",
        "parameter_count",
    ]
    of_document = {"source": with_text.source, "document_id": with_text.source}
    record = with_text.claims[0].model_dump(mode="json", by_alias=True)
    assert json.loads(bodies[2]["value"]) == of_document | record


@pytest.mark.parametrize(
    ("source", "iri"),
    [
        ("posts/a b.txt", "posts/a%20b.txt"),
        ("/srv/100%.txt", "file:///srv/100%25.txt"),
        ("a:b.txt", "./a:b.txt"),
        ("-", "ni:///sha-256;"),
    ],
)
def test_the_source_is_an_iri(source, iri, with_text, write):
    written = page(write("annotation", [with_text.model_copy(update={"source": source})]))
    target = written["items"][0]["target"]["source"]
    assert target.startswith(iri)
    assert not target.endswith("=")


def test_no_claims_are_an_empty_page(empty_document, write):
    assert page(write("annotation", [empty_document.model_copy(update={"text": ""})]))["items"] == []


def test_without_the_text_there_is_nothing_to_select_from(document, write):
    with pytest.raises(WritingError, match="text of the article"):
        write("annotation", [document])
