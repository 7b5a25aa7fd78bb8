"""Names by the slot of a relation that they stand in, and by the word for what they are."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from claimcheck.lexicons import load_rows
from claimcheck.names.finding import find_names


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def found(doc):
    return [(m.text, m.label) for m in find_names(doc)]


SLOTS = load_rows("en/name_slots.csv")


@pytest.mark.parametrize("row", SLOTS, ids=lambda row: f"{row['side']}-{row['phrase']}")
def test_example_of_a_slot(nlp, row):
    assert ("Zentrova", row["label"]) in found(nlp(row["example"]))
    assert ("Zentrova", row["label"]) not in found(nlp(row["example"].replace(row["phrase"], "zorbs")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # its other mentions follow
        ("Vernex makes pumps. In May Vernex was acquired.", [("Vernex", "organization")] * 2),
        ("A stake in Brallo Meridian was sold.", [("Brallo Meridian", "organization")]),
        # somebody's name, a place, an ordinary word, a title in the slot
        ("He was bought by Maria Vell.", [("Maria Vell", "person")]),
        ("The firm took a stake in Norway.", [("Norway", "place")]),
        ("They bought shares of Stock. The stock fell.", []),
        # laws, treaties, surveys
        ("The Clean Harbour Act was signed.", [("Clean Harbour Act", "product")]),
        ("They read the HULLS and Anchors Act again.", [("HULLS and Anchors Act", "product")]),
        ("The Treaty of Halvorsen ended it.", [("Treaty of Halvorsen", "product")]),
        ("The Act was read. An Annual Report came.", []),
        # works and products after the word for them
        ("She sang on the album Silent Tides in 1999.", [("Silent Tides", "product")]),
        ("It released its new game, Harbour of Glass, in May.", [("Harbour of Glass", "product")]),
        ("The film Maria Lopez made was long.", [("Maria Lopez", "person")]),
        ("They heard an album, Anna said.", [("Anna", "person")]),
        ("The USS Halvorsen and the Space Shuttle Meridian left.",
         [("USS Halvorsen", "product"), ("Space Shuttle Meridian", "product")]),
        # complete names before a country, a mission, another office
        ("She left Tarn State University of the US in May.",
         [("Tarn State University", "organization"), ("US", "place")]),
        ("The Ministry of Education, Culture, Sports and Science agreed.",
         [("Ministry of Education, Culture, Sports and Science", "organization")]),
        ("The Ministry of Trade, Norway and Kenya agreed.",
         [("Ministry of Trade", "organization"), ("Norway", "place"), ("Kenya", "place")]),
        # languages in lists
        ("It comes in English, Welsh, and Irish.",
         [("English", "language"), ("Welsh", "language"), ("Irish", "language")]),
        ("It supports both Danish and Finnish.", [("Danish", "language"), ("Finnish", "language")]),
        ("The Danish, Finnish and Irish teams met.", []),
    ],
)  # fmt: skip
def test_names_found_without_a_model(nlp, text, expected):
    assert found(nlp(text)) == expected


def tagged(nlp, text, label, first, last):
    doc = nlp(text)
    doc.ents = [Span(doc, first, last, label=label)]
    return doc


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("It comes with Structured Outputs and outputs of plans.", "PERSON", 3, 5),
        ("They won the Halvor Cup in May.", "PERSON", 3, 5),
        ("She has Halvor disease now.", "PERSON", 2, 3),
        ("Scores (EN) are high.", "ORG", 2, 3),
    ],
)
def test_what_a_model_takes_for_a_name(nlp, text, label, first, last):
    assert found(tagged(nlp, text, label, first, last)) == []


def test_a_title_is_no_part_of_a_person(nlp):
    doc = tagged(nlp, "Later Administrator Halvard Borg spoke.", "PERSON", 1, 4)
    assert found(doc) == [("Halvard Borg", "person")]


def test_a_slot_outweighs_a_model(nlp):
    doc = tagged(nlp, "Last year Vernex was acquired by a fund.", "PERSON", 2, 3)
    assert found(doc) == [("Vernex", "organization")]


def test_a_list_of_persons_settles_what_a_model_says_of_one(nlp):
    doc = nlp("Thanks go to Daniel Ross, Lucas Meyer, Maria Lopez and Amr Tall for this.")
    doc.ents = [Span(doc, 12, 14, label="ORG")]
    assert isinstance(doc, Doc)
    assert ("Amr Tall", "person") in found(doc)
