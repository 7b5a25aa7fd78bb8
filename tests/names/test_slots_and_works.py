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
    label = "product" if row["label"] == "software" else row["label"]
    assert ("Zentrova", label) in found(nlp(row["example"]))
    assert ("Zentrova", label) not in found(nlp(row["example"].replace(row["phrase"], "zorbs")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # its other mentions follow
        ("Vernex makes pumps. In May Vernex was acquired.", [("Vernex", "organization")] * 2),
        ("A stake in Brallo Meridian was sold.", [("Brallo Meridian", "organization")]),
        # somebody's name, a place, an ordinary word, a title in the slot
        ("He was bought by Maria Vell.", [("Maria Vell", "person")]),
        ("The firm took a stake in Norway.", [("Norway", "place")]),
        # what a participle before its clause tells of; the members of a list that founded it
        ("Founded in 1987 by two brothers, Vernex makes pumps.", [("Vernex", "organization")]),
        ("Headquartered in Norway, Vernex makes pumps.", [("Norway", "place"), ("Vernex", "organization")]),
        ("Founded in 1850, Vernex grew.", []),
        ("Founded in 1987 by two brothers, Vernex and a school grew.", []),
        # who belongs to a firm is no part of its name
        ("It is kept up by Maria Vell of Brallo Software.",
         [("Maria Vell", "person")]),
        ("They bought shares of Stock. The stock fell.", []),
        # laws, treaties, surveys
        ("The Clean Harbour Act was signed.", [("Clean Harbour Act", "product")]),
        ("They read the HULLS and Anchors Act again.", [("HULLS and Anchors Act", "product")]),
        ("The Treaty of Halvorsen ended it.", [("Treaty of Halvorsen", "product")]),
        ("The Act was read. An Annual Report came.", []),
        ("They run the Annual Tide Survey (ATS) there.",
         [("Annual Tide Survey", "product"), ("ATS", "product")]),
        # a show with somebody's name; an air show is none
        ("He hosted The Anna Orrik Show there.", [("The Anna Orrik Show", "product")]),
        ("He hosted the Anna and Bo Show there.", [("Anna and Bo Show", "product")]),
        ("He saw the Big Air Show there.", []),
        # several works in quotation marks; what is quoted behind them is none
        ('The singles "Slow Ferry", "Wet Sand" and "Tide Me" sold well, "They Say".',
         [("Slow Ferry", "product"), ("Wet Sand", "product"), ("Tide Me", "product")]),
        ("The Clean Harbour Act 1998 was repealed.", [("Clean Harbour Act 1998", "product")]),
        # journals with their field; "the journal of a sailor" is none
        ("It appeared in the American Journal of Applied Tide Studies on Monday.",
         [("American Journal of Applied Tide Studies", "product")]),
        ("The Journal was read aloud. A journal of tides came.", []),
        # devices and systems by their last words; bodies end in "System" too
        ("They fitted the Deep Halvor Spectrometer.", [("Deep Halvor Spectrometer", "product")]),
        ("They read the Halvor Tide Monitoring System.", [("Halvor Tide Monitoring System", "product")]),
        ("They met the Halvor Valley System.", []),
        # companies as the services that people use
        ("She posted it on Facebook and Twitter.", [("Facebook", "product"), ("Twitter", "product")]),
        ("He closed his Twitter account.", [("Twitter", "product")]),
        ("Twitter sued the buyer.", [("Twitter", "organization")]),
        # releases by their number; what is counted by it, a year
        ("They moved the app to Electron 23 in May.", [("Electron 23", "product")]),
        ("The patch landed in Chromium 110.", [("Chromium 110", "product")]),
        ("The app gave Electron 23 new developers.", [("Electron", "product")]),
        ("The app left Electron in 2019.", [("Electron", "product")]),
        # models and repositories with their owner, sizes in small letters; paths
        ("We tuned quillo/quillo-7b-chat and the library QuilloLM/Quillo2 on it.",
         [("quillo/quillo-7b-chat", "product"), ("QuilloLM/Quillo2", "product")]),
        ("The model quillo-v2-12b won.", [("quillo-v2-12b", "product")]),
        ("Copy it to src/quillo/quillo-7b/file or ask him/her.", []),
        # sites in small letters inside a sentence; addresses
        ("The downloads of quillo.org grew.", [("quillo.org", "product")]),
        ("Write to ann@quillo.org or https://quillo.org/a now.", []),
        ("They saw the romantic comedy Halvor Tides.", [("Halvor Tides", "product")]),
        ("They read her first memoir, Halvor Tides.", [("Halvor Tides", "product")]),
        ("They read her first memoir, Walk, Run, Swim.", []),
        ("In his first memoir, Halvor Tides are cold.", []),
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
