"""Names found without a trained pipeline, and merged with the entities of one."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

import claimcheck
from claimcheck import extract
from claimcheck.names.finding import find_names


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def found(doc):
    return [(m.text, m.label) for m in find_names(doc)]


FOUND = [
    # lists
    ("OpenAI released ChatGPT in 2022.", [("OpenAI", "organization"), ("ChatGPT", "product")]),
    ("The team moved from TensorFlow to PyTorch.", [("TensorFlow", "product"), ("PyTorch", "product")]),
    ("She teaches at the University of Tokyo.", [("University of Tokyo", "organization")]),
    ("Tesla’s plant near Berlin hired 500 people.", [("Tesla", "organization"), ("Berlin", "place")]),
    # legal forms
    ("It sold the mine to Brightwater Mining Ltd last year.", [("Brightwater Mining Ltd", "organization")]),
    ("Acme Robotics GmbH opened a plant.", [("Acme Robotics GmbH", "organization")]),
    ("Shares of Larkin & Moss plc fell.", [("Larkin & Moss plc", "organization")]),
    ("Quillon Freight, Inc. runs 40 ships.", [("Quillon Freight, Inc.", "organization")]),
    # heads
    ("Analysts at Northfield Institute checked it.", [("Northfield Institute", "organization")]),
    ("The Ministry of Public Works opened the bridge.", [("Ministry of Public Works", "organization")]),
    ("The Roads and Harbours Commission met.", [("Roads and Harbours Commission", "organization")]),
    ("Ships passed the Tarn River on Monday.", [("Tarn River", "place")]),
    (
        "She left Yale University and University of Houston.",
        [("Yale University", "organization"), ("University of Houston", "organization")],
    ),
    # persons
    ("Dr. Ansa Kivelo signed the letter.", [("Ansa Kivelo", "person")]),
    ("The plan of chief executive Jane Roe failed.", [("Jane Roe", "person")]),
    ("Later Maria van der Velden resigned.", [("Maria van der Velden", "person")]),
    ("The engineer Robert J. Mills Jr. built it.", [("Robert J. Mills Jr.", "person")]),
    # build of the word
    ("They compared Qwen-7B-Chat with K2-65B.", [("Qwen-7B-Chat", "product"), ("K2-65B", "product")]),
    ("He read it on Gawker.com yesterday.", [("Gawker.com", "product")]),
    ("The novel “Winter Tides” won a prize.", [("Winter Tides", "product")]),
    # roles
    ("Researchers at Zentrova tested it.", [("Zentrova", "organization")]),
    ("Zentrova, the company behind ChatGPT, agreed.", [("Zentrova", "organization"), ("ChatGPT", "product")]),
    ("Thanks to the Zentrova team for help.", [("Zentrova", "organization")]),
    ("Later Zentrova CEO Jane Roe spoke.", [("Zentrova", "organization"), ("Jane Roe", "person")]),
    # versions
    ("The browser runs on Windows 10.", [("Windows 10", "product")]),
    ("The code needs PyTorch 2.0 or later.", [("PyTorch", "product")]),
    ("It was tested with Python 3.12.", [("Python", "language")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_find_names(nlp, text, expected):
    assert found(nlp(text)) == expected


LANGUAGES = [
    ("The server is written in Go and Rust.", ["Go", "Rust"]),
    ("It is mostly C, C++ and Python.", ["C", "C++", "Python"]),
    ("Currently Python leads the table.", ["Python"]),
    ("An R package draws the maps.", ["R"]),
    ("The article was translated from Polish into English.", ["Polish", "English"]),
    ("About 40 million people speak Spanish at home.", ["Spanish"]),
    ("The app was ported from Java to Kotlin, both run on the same runtime.", ["Java", "Kotlin"]),
]
NO_LANGUAGES = [
    "Go to the office and ask for the French consul.",
    "The French government raised taxes.",
    "Vitamin C helps against colds.",
    "A swift reply came from the Polish minister.",
    "The rust on the hull was thick.",
    "He grew up on the island of Java.",
    "Group B beat group C in the final.",
    "The German carmaker hired 400 people.",
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_languages_in_context(nlp, text, expected):
    assert [m.text for m in find_names(nlp(text)) if m.label == "language"] == expected


@pytest.mark.parametrize("text", NO_LANGUAGES)
def test_language_names_that_are_something_else(nlp, text):
    assert [m.text for m in find_names(nlp(text)) if m.label == "language"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday Apple said that sales fell.", [("Apple", "organization")]),
        ("An apple a day costs little. Apples are cheap.", []),
        ("The target was missed by far. Target practice is over.", []),
        ("The firm opened an office in Georgia.", [("Georgia", "place")]),
        ("It cost the reading public of Nice, France, little.", [("Nice", "place"), ("France", "place")]),
        ("The AI boom raised demand for GPUs and APIs.", []),
        ("However, Artificial Intelligence is no cure.", []),
        ("On Tuesday, in March, the Internet was slow.", []),
    ],
)
def test_ambiguous_names(nlp, text, expected):
    assert found(nlp(text)) == expected


@pytest.mark.parametrize(
    ("text", "mention", "label", "canonical"),
    [
        ("Yann Moreau won. Later Moreau left.", "Moreau", "person", "Yann Moreau"),
        (
            "The Northern Grain Council (NGC) met. The NGC voted.",
            "NGC",
            "organization",
            "Northern Grain Council",
        ),
        (
            "Veltrix Systems, Inc. grew. Veltrix hired ten.",
            "Veltrix",
            "organization",
            "Veltrix Systems, Inc.",
        ),
        ("Amazon Web Services grew. AWS is large.", "AWS", "product", "Amazon Web Services"),
    ],
)
def test_short_forms_share_a_canonical_name(nlp, text, mention, label, canonical):
    last = [m for m in find_names(nlp(text)) if m.text == mention][-1]
    assert (last.label, last.canonical) == (label, canonical)


def test_bracketed_letters_of_a_plain_phrase_are_no_name(nlp):
    assert found(nlp("The receiver operating characteristic (ROC) rose. The ROC is high.")) == []


def test_list_items_take_the_label_of_their_neighbours(nlp):
    assert ("Vintara", "place") in found(nlp("It sells in Norway, Sweden, Vintara and Denmark."))


def annotated(nlp, text, *entities):
    doc = nlp(text)
    doc.ents = [
        doc.char_span(text.index(part), text.index(part) + len(part), label) for part, label in entities
    ]
    return doc


def test_model_entities_are_added(nlp):
    doc = annotated(nlp, "The award went to Kwelani Oduya on Friday.", ("Kwelani Oduya", "PERSON"))
    assert found(doc) == [("Kwelani Oduya", "person")]


def test_a_listed_name_beats_the_label_of_the_model(nlp):
    doc = annotated(nlp, "The plan of OpenAI failed.", ("OpenAI", "PERSON"))
    assert found(doc) == [("OpenAI", "organization")]


def test_a_model_entity_does_not_swallow_two_listed_names(nlp):
    doc = annotated(nlp, "He left General Motors of Detroit early.", ("General Motors of Detroit", "ORG"))
    assert found(doc) == [("General Motors", "organization"), ("Detroit", "place")]


def test_possessive_is_outside_the_name(nlp):
    doc = annotated(nlp, "They saw Zentrova’s Nimbusware fail.", ("Zentrova’s Nimbusware", "PRODUCT"))
    assert all("’" not in text for text, _ in found(doc))


WORDS = st.sampled_from(
    [
        "The",
        "of",
        "and",
        "Dr.",
        "Inc.",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "’s",
        "C",
        "Go",
        "Java",
        "University",
        "X",
        "é",
        "OpenAI",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join)))
def test_any_text_gives_ordered_names_inside_it(text):
    doc = Doc(spacy.blank("en").vocab, words=[text], spaces=[False]) if text else spacy.blank("en")("")
    mentions = find_names(doc)
    assert mentions == find_names(doc)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end
        assert doc.text[mention.start : mention.end] == mention.text
        end = mention.end


def test_a_long_line_is_read(nlp):
    text = "OpenAI, " * 20_000
    doc = Doc(nlp.vocab, words=[text], spaces=[False])
    assert len(find_names(doc)) == 20_000


def test_span_labels_of_other_schemes_are_known(nlp):
    doc = nlp("The award went to Kwelani Oduya on Friday.")
    doc.ents = [Span(doc, 4, 6, "PER")]
    assert found(doc) == [("Kwelani Oduya", "person")]


def test_an_acronym_that_a_pipeline_takes_for_a_language_is_weighed(nlp):
    doc = nlp("Daily mean (DM) and range were noted.")
    doc.ents = [Span(doc, 3, 4, label="LANGUAGE")]
    assert found(doc) == []


@pytest.mark.parametrize("words", ["Dry Matter", "DIABETES MELLITUS", "DATA MINING"])
def test_an_acronym_that_the_model_takes_for_a_language_spoils_no_text(nlp, words):
    """The weights of phrases know no languages, so such a phrase has none for it."""
    doc = nlp(f"{words} (DM) was 5% of it, and the DM rose.")
    tokens = [token for token in doc if token.text == "DM"]
    doc.set_ents([Span(doc, token.i, token.i + 1, label="LANGUAGE") for token in tokens])
    assert ("DM", "language") not in found(doc)


@pytest.mark.parametrize("numeral", ["Ⅰ", "Ⅱ", "Ⅿ", "ⅩⅣ", "ↀ", "Ⓐ"])
def test_numerals_that_are_characters_of_their_own_are_read(nlp, numeral):
    text = f"World War {numeral} ended; Pius {numeral} and {numeral} Corps met Jane Roe in Berlin."
    assert ("Berlin", "place") in found(nlp(text))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "person"),
    [
        ('"We cut it," said Chief Technology Officer Priya Raman.', "Priya Raman"),
        ("Chief Financial Officer Priya Raman left.", "Priya Raman"),
        ("Police Chief Tom Brady said so.", "Tom Brady"),
        ("Senior Analyst Priya Raman said so.", "Priya Raman"),
        ("Mayor Sundar Rao of Vestland spoke.", "Sundar Rao"),
    ],
)
def test_titles_in_capitals_and_places_are_no_part_of_a_person(text, person):
    assert [(e.label, e.text) for e in claimcheck.extract(text).entities if e.label != "place"] == [
        ("person", person)
    ]


@pytest.mark.model
def test_a_gerund_before_a_known_name_is_no_part_of_it():
    names = {
        entity.text for entity in claimcheck.extract("Wren is a bot. Running Wren costs 40 euros.").entities
    }
    assert "Running Wren" not in names
    names = {
        entity.text
        for entity in claimcheck.extract("Sterling Hayes is a pilot. Sterling Hayes flew.").entities
    }
    assert "Sterling Hayes" in names


def test_lines_of_a_list_of_languages(nlp):
    listed = "English: 75.0%\n\nRussian: 5.3%\n\nGerman: 4.0%\n"
    answers = found(nlp("The languages of those who answered:\n\n" + listed))
    assert answers == [("English", "language"), ("Russian", "language"), ("German", "language")]
    assert not [label for _, label in found(nlp("The visitors:\n\n" + listed)) if label == "language"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was taken to St Anne's Hospital in Leeds.", "St Anne's Hospital"),
        ("They ate at Halvor's Pizza after the show.", "Halvor's Pizza"),
        ("It was printed by John Halvor & Sons in 1902.", "John Halvor & Sons"),
        ("They met at Queen's College in spring.", "Queen's College"),
    ],
)
def test_houses_with_their_founder_or_saint(text, expected):
    found = {entity.text: entity.label for entity in extract(text).entities}
    assert found.get(expected) == "organization", found


@pytest.mark.model
def test_what_a_person_owns_is_no_house():
    found = [entity.text for entity in extract("Ann Lee's School Report was printed.").entities]
    assert "Lee's School" not in found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a nickname in quotes is inside the name; a title or remark behind it is not
        (
            'The trader Robert "Bobby" Thwaite met Anselm “Sticks” Okoro.',
            {'Robert "Bobby" Thwaite', "Anselm “Sticks” Okoro"},
        ),
        ('Ann Lee "The Boss" left.', {"Ann Lee"}),
        # what somebody does opens the sentence and is no part of the name
        ("Broadcaster Nina Harlow spoke.", {"Nina Harlow"}),
        ("Retailers Tesco and Asda cut prices.", {"Tesco", "Asda"}),
        ("Baker Hughes fell.", {"Baker Hughes"}),
        # bodies with the country or town that they are of; a firm is only from there
        ("The Carnegie Corporation of New York paid.", {"Carnegie Corporation of New York"}),
        ("Acme Robotics Inc. of Boston won.", {"Acme Robotics Inc.", "Boston"}),
        ("The Land Commission for England and Wales met.", {"Land Commission for England and Wales"}),
        ("The Court of Appeals for the Third Circuit ruled.", {"Court of Appeals for the Third Circuit"}),
        ("She went to the University of Halvor at Leeds.", {"University of Halvor at Leeds"}),
        (
            "The Department for Transport, Housing and Skills met the Department for Education.",
            {"Department for Transport, Housing and Skills", "Department for Education"},
        ),
        # two trades of one firm, two bodies of one kind
        (
            "The Ardenvale Railway and Navigation Company was formed.",
            {"Ardenvale Railway and Navigation Company"},
        ),
        (
            "The Wyoming Permanent Fund and School Fund grew.",
            {"Wyoming Permanent Fund", "School Fund"},
        ),
        # towns before the codes of states; a degree is no state
        ("Offices are in Davis, CA; Jackson, WY.", {"Davis", "CA", "Jackson", "WY"}),
        # no bodies: accounts, positions, a word alone
        ("The Quarterly National Accounts will follow.", set()),
        ("The International Investment Position (IIP) fell. IIP was lower.", set()),
        ("It met the rules that the Authority set.", set()),
        ("They kept it in the HALVOR database.", {"HALVOR"}),
        ("The Clean Harbour Law was signed. She teaches Commercial Law.", {"Clean Harbour Law"}),
        ("He praised Senator Thune.", {"Thune"}),
    ],
)
def test_where_a_name_begins_and_ends(text, expected):
    assert {name.text for name in extract(text).entities} == expected


@pytest.mark.model
def test_a_firm_is_named_again_by_the_word_that_it_shares_with_its_founder():
    text = (
        "Halden Foods will close. It was founded by Edwin and Arthur Halden. "
        "Halden plans to spend more, Mr Halden said. Calder Bridge Capital bid. Calder Bridge won."
    )
    resolved = {m.start: e.canonical for e in extract(text).entities for m in e.mentions}
    assert resolved[text.index("Halden plans")] == "Halden Foods"
    assert resolved[text.index("Halden said")] == "Arthur Halden"
    assert resolved[text.index("Calder Bridge won")] == "Calder Bridge Capital"
    near_miss = "Arthur Halden sings. He owns Halden Foods. Halden was born here."
    resolved = {m.start: e.canonical for e in extract(near_miss).entities for m in e.mentions}
    assert resolved[near_miss.index("Halden was")] == "Arthur Halden"


@pytest.mark.model
def test_a_quarter_of_the_compass_before_a_place_is_no_given_name():
    labels = {entity.text: entity.label for entity in extract("Tourists in E. Germany pay more.").entities}
    assert labels == {"E. Germany": "place"}
