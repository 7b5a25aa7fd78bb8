"""Where names end, what looks like a person and is none, and whom a surname alone stands for."""

import pytest
import spacy
from spacy.tokens import Doc, Span

import claimcheck
from claimcheck.names.finding import find_names


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def found(doc):
    return [(m.text, m.label) for m in find_names(doc)]


@pytest.mark.model
def test_an_address_is_nobody():
    article = claimcheck.extract("King Street West has 40 shops. She visited 80 King Street West in 2012.")
    assert "person" not in {entity.label for entity in article.entities}
    assert "role" not in {claim.kind for claim in article.claims}


@pytest.mark.model
def test_a_firm_and_its_founder_of_one_name():
    text = (
        "Hilton, a hotel company, was founded by Conrad Hilton. Hilton died in 1979. Hilton has 700 hotels."
    )
    names = {claim.text: claim.subject.resolved for claim in claimcheck.extract(text).claims}
    assert names["died in 1979"] == "Conrad Hilton"
    assert names["700 hotels"] == "Hilton"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Jackson is the capital of Mississippi. Andrew Jackson never lived there.", "Jackson", "place"),
        ("Ford, an automaker, sold cars. Henry Ford died in 1947.", "Ford", "organization"),
        ("Jackson is a painter. Andrew Jackson lives in Leeds.", "Jackson", "person"),
    ],
)
@pytest.mark.model
def test_a_word_said_to_be_a_firm_or_a_place_is_no_surname(text, name, label):
    claims = claimcheck.extract(text)
    assert next((e.label for e in claims.entities if e.text in (name, f"Andrew {name}")), None) == label


def canonical(doc):
    return [(m.text, m.canonical) for m in find_names(doc) if m.label == "person"]


def with_entity(nlp, words, entity, label):
    """A document of words in which a pipeline found one entity."""
    doc = nlp.make_doc(words)
    start = words.index(entity)
    doc.ents = [doc.char_span(start, start + len(entity), label=label)]
    return doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Anna Varga' Winter Tides there.", [("Anna Varga", "person")]),
        ('They met Anna "Nan" Varga there.', [('Anna "Nan" Varga', "person")]),
        ("We asked. I’m Anna Varga, a baker.", [("Anna Varga", "person")]),
        # behind a title: a street, a program, a department, a firm
        ("It stood at 80 King Street West in spring.", []),
        ("It uses the General Language Model of 2020.", []),
        ("She is the Vice President Marketing of the mill.", []),
        ("They met the owner Brantov Investment there.", []),
        ("They met Vice President Brantov there.", [("Brantov", "person")]),
        ("They met President Long there.", [("Long", "person")]),
        # a town hall in a capital that the start of a sentence owes it
        ("A Halvor Museum guide left.", [("Halvor Museum", "organization")]),
        ("COVID-19 spread during Brexit.", []),
        # words that no name of a person holds
        ("They count Cash On Hand there.", []),
        ("They saw the Davis Gym there.", []),
        ("They met the Marshall Scholars there.", []),
        # what somebody is before the name
        ("It was won by Republican Tamsy Orrik there.", []),
        ("They asked the Republican Ann Orrik there.", [("Ann Orrik", "person")]),
        (
            "They beat Halvor Party of Canada Ann Orrik there.",
            [("Halvor Party of Canada", "organization"), ("Ann Orrik", "person")],
        ),
        # events, honours and fields are no bodies
        ("She won at the Winter Games and the Asian Games.", []),
        ("She left Orvane Games.", [("Orvane Games", "organization")]),
        ("She won the Academy of Halvor Award.", []),
        ("She left the Academy of Halvor.", [("Academy of Halvor", "organization")]),
        ("She studied Electrical Engineering there.", []),
        (
            "She wrote the Seventh Symphony and a Cello Concerto.",
            [("Seventh Symphony", "product"), ("Cello Concerto", "product")],
        ),
        ("She left the Halvor Symphony.", [("Halvor Symphony", "organization")]),
        (
            "She left the University of Halvor of the UK.",
            [("University of Halvor", "organization"), ("UK", "place")],
        ),
        ("They saw the Orvane Gaol and the Tarn Fault.", [("Orvane Gaol", "place"), ("Tarn Fault", "place")]),
        ("She won the London Marathon, a fast marathon.", []),
        ("They met Assemblywoman Brantov and Mme Ozols.", [("Brantov", "person"), ("Ozols", "person")]),
        (
            "Emily Orrik met Sally Tann. Recently Orrik left.",
            [("Emily Orrik", "person"), ("Sally Tann", "person"), ("Orrik", "person")],
        ),
        # two letters, a word for places alone
        ("He went to V8 and to Range.", []),
        # the word for a place that is a surname
        ("Later Tamsy Nichole Hall left.", [("Tamsy Nichole Hall", "person")]),
        ("They met at the Tamsy Nichole Hall.", [("Tamsy Nichole Hall", "place")]),
        ("They met Jack Long there.", [("Jack Long", "person")]),
        ("They met Peter Sellers there.", [("Peter Sellers", "person")]),
        ("They met Senators Brantov and Ozols there.", [("Brantov", "person"), ("Ozols", "person")]),
    ],
)
def test_edges_of_names(nlp, text, expected):
    assert found(nlp(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial was in the Northern District of Ohio.", ("Northern District of Ohio", "place")),
        ("The trial was in the District of Oregon.", ("District of Oregon", "place")),
        ("The Fundación Brantov paid for it.", ("Fundación Brantov", "organization")),
    ],
)
def test_districts_and_bodies_of_other_languages(nlp, text, expected):
    assert found(nlp(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        (
            "They bought from Tesco Polska last year.",
            "Tesco Polska",
            [("Tesco Polska", "organization")],
        ),
        ("It was settled by H. B. 588 there.", "H. B. 588", []),
        ("They asked the NASA Administrator there.", "NASA Administrator", [("NASA", "organization")]),
        (
            "They asked Orrin Brantov, an investment bank, there.",
            "Orrin Brantov",
            [("Orrin Brantov", "organization")],
        ),
        ("They asked Orrin Brantov, a bank robber, there.", "Orrin Brantov", [("Orrin Brantov", "person")]),
        ("They asked Orrin Brantov, a developer, there.", "Orrin Brantov", [("Orrin Brantov", "person")]),
        ("They read Brantov Made Again there.", "Brantov Made Again", []),
        (
            "They beat the Latvians Orrin Brantov there.",
            "Latvians Orrin Brantov",
            [("Orrin Brantov", "person")],
        ),
        ("He died on Christmas Eve there.", "Eve", []),
        ("It began the Second Brantov War there.", "Second Brantov", []),
        ("They fought Brantovism there.", "Brantovism", []),
        ("They asked Orrin Brantov there.", "Orrin Brantov", [("Orrin Brantov", "person")]),
        ("They read Brantov & Ozols again.", "Brantov & Ozols", [("Brantov", "person"), ("Ozols", "person")]),
        (
            "They sued Orrin Brantov & Ozols.",
            "Orrin Brantov & Ozols",
            [("Orrin Brantov & Ozols", "organization")],
        ),
        (
            "It fell (Orrin Brantov & Ozols, 2019).",
            "Orrin Brantov & Ozols",
            [("Orrin Brantov & Ozols", "person")],
        ),
    ],
)
def test_what_a_pipeline_takes_for_a_person(nlp, text, entity, expected):
    assert found(with_entity(nlp, text, entity, "PERSON")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her brother Orrik Vell had a mill.", [("Orrik Vell", "person")]),
        ("Orrik's mother sold the mill.", [("Orrik", "person")]),
        ("It was told that Professor of Divinity Ann Orrik was born there.", [("Ann Orrik", "person")]),
        # a firm in the slot of a person
        ("It is a short piece directed by Halvor Films.", [("Halvor Films", "organization")]),
        ("Her bakery Orrik Vell had a mill.", []),
    ],
)
def test_what_is_said_of_persons_only(nlp, text, expected):
    assert found(nlp(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The app runs an SDK written in code. They like javascript.", [("javascript", "language")]),
        ("The app runs an SDK written in code. A palm stood in tidal water.", []),
    ],
)
def test_ordinary_words_in_other_letter_cases(nlp, text, expected):
    assert found(nlp(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the actors Orrik Vell and Umbro Tann.", ["Orrik Vell", "Umbro Tann"]),
        ("They met singers such as Orrik Vell and Umbro Tann.", ["Orrik Vell", "Umbro Tann"]),
        ("They met Senators Orrik, Vell and Tann.", ["Orrik", "Vell", "Tann"]),
        ("They met the rivers Orrik Vell and Umbro Tann.", []),
        ("They met the actors of Orrik Vell and Umbro Tann.", []),
        ("It won the researchers Google and Microsoft.", []),
    ],
)
def test_names_that_are_said_to_be_of_people(nlp, text, expected):
    assert [name for name, label in found(nlp(text)) if label == "person"] == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("They sell to companies like Orvik and Umbro Tann.", "organization", ["Orvik", "Umbro Tann"]),
        ("They sell to banks such as Orvik and UmbroTann.", "organization", ["Orvik", "UmbroTann"]),
        ("They use tools like Orvik and Umbro Tann.", "product", ["Orvik", "Umbro Tann"]),
        ("They saw towns such as Orvik and Umbro Tann.", "place", ["Orvik", "Umbro Tann"]),
        ("They sell the companies Orvik and Umbro Tann.", "organization", []),
        ("They sell to boats like Orvik and Umbro Tann.", "organization", []),
        ("They asked Intel, the Google, Microsoft and Umbro.", "organization",
         ["Intel", "Google", "Microsoft", "Umbro"]),
        ("They like the CBS Radio there.", "organization", ["CBS Radio"]),
        ("They praise his Tarn Harbour Law there.", "product", ["Tarn Harbour Law"]),
    ],
)  # fmt: skip
def test_names_that_a_list_is_said_to_be_of(nlp, text, label, expected):
    assert [name for name, found_label in found(nlp(text)) if found_label == label] == expected


def test_inner_surname_stands_for_the_whole_name(nlp):
    doc = nlp("Governor Ricardo Brantov Nevares left. Later Brantov wrote a book.")
    assert canonical(doc) == [("Ricardo Brantov Nevares",) * 2, ("Brantov", "Ricardo Brantov Nevares")]
    doc = nlp("Ann Brantov Announces Plans\n\nIt was told that Ann Brantov is well.")
    assert ("Ann Brantov", "Ann Brantov") in canonical(doc)
    doc = nlp("Governor Ricardo Michael Nevares left. Later Michael wrote a book.")
    assert ("Michael", "Ricardo Michael Nevares") not in canonical(doc)


FAMILY = "Clara Brantov sold it. Her brother Paul Brantov left. {}\n\nClara Brantov came back."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the text begins with her and names her most often
        ("\nBrantov paid.", "Clara Brantov"),
        ("Clara Brantov stayed. Brantov paid.", "Clara Brantov"),
        # named last in the same paragraph
        ("Brantov paid.", "Brantov"),
        # named as often
        ("Paul Brantov died.\n\nBrantov paid.", "Brantov"),
    ],
)
def test_surname_of_several_persons(nlp, text, expected):
    assert ("Brantov", expected) in canonical(nlp(FAMILY.format(text)))


def test_guesses_do_not_outvote_words(nlp):
    """Three guesses of a pipeline against one slot of a relation."""
    doc = nlp.make_doc("Shares of Brantov fell. Then Brantov left, Brantov came, Brantov stayed.")
    assert isinstance(doc, Doc)
    doc.ents = [Span(doc, t.i, t.i + 1, label="PERSON") for t in doc if t.text == "Brantov"][1:]
    assert {label for _, label in found(doc)} == {"organization"}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        # said to be a firm, not only where something is
        ("Brightwater, the payments firm behind the app, grew.", "Brightwater", "organization"),
        ("In Leeds, a firm said it would close.", "Leeds", "place"),
        # what it has, behind a word that says more of it
        ("Analysts asked Zentrova's biggest shareholders.", "Zentrova", "organization"),
        # a club of a town, whose first word opens the sentence
        (
            "Rowing Club of Chicago is an old club. The club moved in 1936.",
            "Rowing Club of Chicago",
            "organization",
        ),
        ("They left the towns of Clifton, Tarn and Metcalf.", "Metcalf", "place"),
        ('She met Julia "Butterfly" Hill in Oslo.', 'Julia "Butterfly" Hill', "person"),
    ],
)
def test_what_the_text_says_of_a_name(text, name, label):
    assert (name, label) in {(entity.text, entity.label) for entity in claimcheck.extract(text).entities}


@pytest.mark.model
def test_people_of_a_town_are_no_body():
    labels = {
        e.text: e.label for e in claimcheck.extract("Chicagoans and Wisconsinites met in Oslo.").entities
    }
    assert "organization" not in {labels.get("Chicagoans"), labels.get("Wisconsinites")}


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        # items of a list that a pipeline took for one
        ("They cite Halvor, Brantov most.", "Halvor, Brantov", {"Halvor", "Brantov"}),
        # a body and a person that another one is named after
        (
            "They saw the Tarn Museum Steven F. Halvor Center.",
            "Tarn Museum Steven F. Halvor Center",
            {"Tarn Museum"},
        ),
    ],
)
def test_an_entity_of_two_names_is_parted(nlp, text, entity, expected):
    doc = nlp.make_doc(text)
    start = text.index(entity)
    span = doc.char_span(start, start + len(entity), label="ORG")
    assert span is not None
    doc.ents = [span]
    names = {name for name, _ in found(doc)}
    assert entity not in names
    assert names & expected


def test_bodies_for_a_purpose_are_whole(nlp):
    names = found(nlp("They left the Fenwick Centre for Prevention of Tarn Diseases."))
    assert ("Fenwick Centre for Prevention of Tarn Diseases", "organization") in names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("In April Smith resigned as chief executive of Nokia.", "Smith"),
        ("In April Jordan Walsh took over as head of Nokia.", "Jordan Walsh"),
        ("In May June Smith became head of Nokia.", "June Smith"),
        ("April Smith resigned as chief executive of Nokia.", "April Smith"),
    ],
)
def test_a_month_that_opens_a_clause_is_no_given_name(text, person):
    [role] = [claim.value for claim in claimcheck.extract(text).claims if claim.kind == "role"]
    assert role.person == person


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "By April Smith\n\nThe mill closed.",
        "In April Smith the party has a leader.",
        "We trust in April Smith.",
    ],
)
def test_a_given_name_that_is_a_month_stays_one(text):
    assert "April Smith" in {entity.text for entity in claimcheck.extract(text).entities}
