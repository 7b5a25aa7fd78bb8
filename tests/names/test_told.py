"""Names of which the text says that they are a product, and what is said so of no product."""

import pytest
import spacy

from claimcheck.names.finding import find_names


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def found(doc):
    return [(m.text, m.label) for m in find_names(doc)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Narvet is an open-source library for parsing logs.", "Narvet"),
        ("Narvet was originally a text editor.", "Narvet"),
        ("They praised Narvet, a small library for logs.", "Narvet"),
        ("They praised Narvet (a web server).", "Narvet"),
        ("They praised Narvet — a tiny compiler.", "Narvet"),
        ("They praised Narvet Kestrel, an image viewer.", "Narvet Kestrel"),
        ("Last year they wrote a tool called Narvet.", "Narvet"),
        ("Our new database, Narvet, is fast.", "Narvet"),
        ("They sell Narvet, written in Rust, to banks.", "Narvet"),
        ("The servers behind Narvet are old. Narvet is written in Rust.", "Narvet"),
        # a town, a given name
        ("Our mail server, Boulder, stores it. They restarted Boulder.", "Boulder"),
        ("Morgan is a lightweight HTTP server.", "Morgan"),
        # kinds of software alone, in a text about it
        ("The code of the app is in an SDK with an API. They added Narvet, a client for it.", "Narvet"),
        ("The code of the app is in an SDK with an API. Ask the Narvet toolkit.", "Narvet"),
        ("[2024] Release Narvet2-6B, an updated framework.", "Narvet2-6B"),
    ],
)
def test_what_is_said_to_be_a_product_is_one(nlp, text, name):
    names = found(nlp(text))
    assert (name, "product") in names
    assert not [label for text, label in names if text == name and label != "product"]


@pytest.mark.parametrize(
    "text",
    [
        "They met Ann Lee, a library worker.",
        "They met Ann Lee, a browser of old books.",
        "In the days of Halvor, a database was a drawer.",
        "They praised Narvet, a library worker from Oslo.",
        "They praised Narvet, a friend of the library.",
        "Friendship is a song by Cole Porter.",
        "This is a library for parsing logs.",
        "They met a man called Narvet.",
        "The code of the app is in an SDK. They met Narvet, a hotel manager.",
        "They read Narvet, written in Paris, to the children.",
    ],
)
def test_what_is_said_of_others_makes_no_product(nlp, text):
    assert [name for name, label in found(nlp(text)) if label == "product"] == []


def test_one_saying_outweighs_mentions_that_the_lists_take_for_something_else(nlp):
    text = "They moved to Boulder. It rained in Boulder. Then Boulder, a web server, failed in Boulder."
    assert found(nlp(text)) == [("Boulder", "product")] * 4


@pytest.mark.parametrize(
    "name", ["Quillo-3.1-8B", "Quillo-9B-200K", "Quillo-3.5-Sonata-1022", "Quillo-34B-Chat-4bits"]
)
def test_model_names_have_digits_in_any_part(nlp, name):
    assert found(nlp(f"The code of the app and its API run {name} too.")) == [(name, "product")]


@pytest.mark.parametrize("word", ["A69-1601-52622", "EAP-MD5-CHAP"])
def test_codes_with_hyphens_are_no_models(nlp, word):
    assert found(nlp(f"The code of the app and its API run {word} too.")) == []


@pytest.mark.parametrize(
    ("text", "entity", "label", "expected"),
    [
        ("Orvane is a web browser. They sold the Orvane Smart in May.", "Orvane Smart", "ORG", "product"),
        ("Orvane is a web browser. They sold Orvane-Tiny in May.", "Orvane-Tiny", "GPE", "product"),
        # those who work on it
        ("Orvane is a web browser. They met the Orvane Team in May.", "Orvane Team", "ORG", "organization"),
    ],
)  # fmt: skip
def test_what_a_pipeline_guesses_of_a_family(nlp, text, entity, label, expected):
    doc = nlp(text)
    doc.ents = [doc.char_span(text.index(entity), text.index(entity) + len(entity), label=label)]
    assert (entity, expected) in found(doc)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("It is under the Quorro 2.0 licence there.", "Quorro"),
        ("It is under the Quorro license there.", "Quorro"),
        ("Then the Quorrians came to the coast.", "Quorrians"),
    ],
)
def test_licences_and_peoples_are_no_names(nlp, text, entity):
    doc = nlp(text)
    doc.ents = [doc.char_span(text.index(entity), text.index(entity) + len(entity), label="PRODUCT")]
    assert not found(doc)
    assert not found(nlp("The code of the app is in CC BY-SA-4.0 now."))
