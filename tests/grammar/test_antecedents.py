"""What pronouns and definite descriptions are taken to stand for, and where nothing is sure."""

import pytest

from claimcheck.lexicons import load_rows

pytestmark = pytest.mark.model

RESOLVED = [
    ("The club signed 3 players. Chicagoans cheered. It has 40,000 members.", "It", "The club"),
    # pronouns
    ("Microsoft grew in 2019. It hired 40 people.", "It", "Microsoft"),
    ("Mary Brown met John Green. She spoke first.", "She", "Mary Brown"),
    ("John Green met Mary Brown. He spoke first.", "He", "John Green"),
    ("Mary Brown left Paris. In 1990 she returned.", "she", "Mary Brown"),
    ("The reporters waited. They had 3 cameras.", "They", "The reporters"),
    (
        "Shops sold 400 copies. In 1908 Ann Thorne married Arthur Vane; they had a son.",
        "they",
        "Ann Thorne and Arthur Vane",
    ),
    # the last subject before, for a thing
    (
        "Land tables are made by the Office for Land (OFL) for the UK and its towns. They provide counts.",
        "They",
        "Land tables",
    ),
    # the model that the text is about
    (
        "Quill-2 is free. Quill-2 reads text. Acme made Quill-2. The tuned versions use SFT.",
        "The tuned versions",
        "Quill-2",
    ),
    (
        "Quill-2 is free. Quill-2 reads text. Acme made Quill-2. All models have 40 layers.",
        "All models",
        "Quill-2",
    ),
    ("Quill-2 is free. Acme made it. All models have 40 layers.", "All models", "All models"),
    ("Ann Roe left. A backup server was set up. It served two aims.", "It", "A backup server"),
    ("Acme tested Quill-7B on 40 tasks. The model has 28 layers.", "The model", "Quill-7B"),
    ("Moss Point is a place on Lake Tahoe. It is part of Placer County.", "It", "Moss Point"),
    # descriptions
    ("Microsoft lost money. The company has 900 staff.", "The company", "Microsoft"),
    ("Paris is in France. The city has 20 districts.", "The city", "Paris"),
    ("Microsoft moved to Paris. It is a city of 40 parks.", "It", "Paris"),
    ("Microsoft moved to Paris. It is a company of 40 teams.", "It", "Microsoft"),
    ("Lombardy is in the US. The region has 9 lakes.", "The region", "Lombardy"),
    ("Paris is in France. The country has 101 departments.", "The country", "France"),
    ("Ann Ray ran the Rust survey. The survey drew 40 users.", "The survey", "Rust survey"),
    ("The Ministry of Health grew. The ministry hired 300 nurses.", "The ministry", "Ministry of Health"),
    ("The FDA grew. The agency has 900 staff.", "The agency", "FDA"),
    ("The Bloom group sued a rival. The company has 9 labs.", "The company", "Bloom"),
    ("Varnholm is a city. Sectors in the city vary. The city has 40 banks.", "The city", "Varnholm"),
    ("Norvale is a bank. The bank lost money when it bought a mill.", "it", "Norvale"),
    (
        "Silver Tide is a band. The Music Guild met. The band rose to fame. In 2007 they won.",
        "they",
        "Silver Tide",
    ),
    (
        "I am Ann Roe, and I'm the lead programmer for Halden Software. We run 40 services.",
        "We",
        "Halden Software",
    ),
    ("Tom Hale told James Orr that the mill was sold. He added that it was late.", "He", "Tom Hale"),
    # names and phrases that can be read alone
    ("Microsoft lost money.", "Microsoft", "Microsoft"),
    ("The old mill has 40 windows.", "The old mill", "The old mill"),
    # speakers
    ('Mary Brown said, "I have 3 cameras."', "I", "Mary Brown"),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), RESOLVED, ids=[text for text, _, _ in RESOLVED])
def test_resolved(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected


UNSURE = [
    # a heading is nothing to point back to, and who speaks is not "he" in what they say
    ("Background\n\nMillions suffer each year. It affects 350 million people.", "It"),
    ('Ann Roe left. Mick Hale said, "I was there. He was a fiery drummer."', "He"),
    # not whoever or whatever was named last
    (
        "According to the mayor, Dee Larsen, police read the note. In it the writer made 3 threats.",
        "the writer",
    ),
    ("Acme trained it with PyTorch. The model has 28 layers.", "The model"),
    (
        "The embargo by the US caused an oil crisis in the US and in Europe. It was later called a shock.",
        "It",
    ),
    ("Hamar is a city. In 1834, Varn became a city. The city has 40 banks.", "The city"),
    ("I'm looking for Halden Software. We run 40 services.", "We"),
    ("It has 40 windows.", "It"),
    ("Acme Ltd and Larkin plc merged. It grew.", "It"),
    ("It is clear that Microsoft grew.", "It"),
    ("The company has 900 staff.", "The company"),
    ("We have 40 windows.", "We"),
    ("Mary Brown left. He stayed.", "He"),
    ("Microsoft grew. This surprised them.", "This"),
    ("The Bloom charity sued a rival. The company has 9 labs.", "The company"),
    ("Microsoft grew. It was a day of records.", "It"),
    ("Shops sold 400 copies. In 1908 Ann Thorne wrote to Arthur Vane; they had a son.", "they"),
    ("Paris lost twice. It was Paris's heaviest defeat.", "It"),
    ("Microsoft grew. It is a city of 40 parks.", "It"),
    ("Kestrel was built at Fennel Labs. The ministry hired 300 teachers.", "The ministry"),
]


@pytest.mark.parametrize(("text", "phrase"), UNSURE, ids=[text for text, _ in UNSURE])
def test_not_resolved(resolved, text, phrase):
    assert resolved(text, phrase) is None


def test_without_a_parse_names_are_candidates(resolved):
    assert resolved("Microsoft grew in 2019. It hired 40 people.", "It", "blank") == "Microsoft"


@pytest.mark.parametrize("name", ["category_nouns", "name_genders"])
def test_lexicon_rows_are_unique_and_stand_in_their_examples(name):
    rows = load_rows(f"en/{name}.csv")
    words = [row.get("noun") or row["name"] for row in rows]
    assert len(set(words)) == len(words)
    for word, row in zip(words, rows, strict=True):
        assert word in row["example"]
        assert (row.get("label") or row["gender"]) in {
            *("organization", "person", "place", "product", "language"),
            *("masculine", "feminine"),
        }


REASONS = [
    ("Microsoft grew in 2019. It hired 40 people.", "It", "only_candidate"),
    ("PyTorch is a library. It replaced TensorFlow in 2019. It has 40 users.", "It", "center"),
    ("Mary Brown met John Green and Ann Ray in Rome. She spoke first.", "She", "salience"),
    ("When she was 12, Anna Berg moved to Oslo.", "she", "announced"),
    ("Microsoft lost money. The company has 900 staff.", "The company", "description"),
    ("Ann Ray ran the Rust survey. The survey drew 40 users.", "The survey", "longer_description"),
    (
        'Halden Motors Inc. (the "Company") makes cars. The Company has 40 plants.',
        "The Company",
        "defined_term",
    ),
    ('Mary Brown said, "I have 3 cameras."', "I", "speaker"),
    ("Marie Curie left Warsaw. Curie studied in Paris.", "Curie", "full_name"),
    ("We at Norvale Motors make pumps. We have 40 staff.", "We", "author"),
    ("The old mill has 40 windows.", "The old mill", "as_written"),
]


@pytest.mark.parametrize(("text", "phrase", "reason"), REASONS, ids=[reason for _, _, reason in REASONS])
def test_the_reason_is_stated(antecedent, text, phrase, reason):
    found = antecedent(text, phrase)
    assert found is not None
    assert found.reason == reason


SUBJECT_VERBS = load_rows("en/subject_verbs.csv")


@pytest.mark.parametrize(
    "row", SUBJECT_VERBS, ids=[f"{row['forms']} {row['voice']}" for row in SUBJECT_VERBS]
)
def test_a_verb_that_asks_for_a_subject_stands_in_its_example(row):
    assert row["subject"] in {"agent", "holder", "thing", "person", "event"}
    assert row["voice"] in {"active", "passive", "copula", "owner"}
    assert set(row["example"].lower().strip(".").split()) & set(row["forms"].split("|"))


AUTHORS = [
    ("Here at Norvale Motors, pumps matter. We have 40 staff.", "Norvale Motors"),
    ("At Norvale Motors, we make pumps. Last year we sold 400.", "Norvale Motors"),
    ("I am an engineer at Norvale Motors. Last year we sold 400 pumps.", "Norvale Motors"),
    ("Hello. We are Norvale Motors. Last year we sold 400 pumps.", "Norvale Motors"),
    (
        "Norvale Motors is a maker of pumps. We provide 90 models. In 2019, we sold 400 pumps.",
        "Norvale Motors",
    ),
    (
        (
            "Norvale Inc. is five today, and our company has grown. Norvale Inc. sells pumps. Norvale Inc. is big. In 2019,"
            " we sold 400 pumps."
        ),
        "Norvale Inc.",
    ),
    (
        (
            "9Waves turns five today, and our company has grown. 9Waves sells pumps, and 9Waves is big. In 2019, we sold"
            " 400 pumps."
        ),
        "9Waves",
    ),
    # near misses
    ("Norvale Motors makes pumps. Last year we sold 400.", None),
    ("Norvale Motors announced 9 pumps, and we have tested 4.", None),
    ("Norvale Motors is a maker of pumps. We use 40 of them.", None),
    ("We at Norvale Motors make pumps. Others say we at Halden Motors do. We have 40 staff.", None),
    ("At Norvale Motors, we learnt a lot. In 2019, we left Norvale Motors. We now have 9 staff.", None),
    ("I am a professor at Oxford University. We studied 40 rats.", None),
    ('"We at Norvale Motors make pumps," said Ann Ray. We counted 40.', None),
    ('We at Norvale Motors make pumps. Ann Ray of Halden said: "We have 40 staff."', None),
]


@pytest.mark.parametrize(("text", "author"), AUTHORS, ids=[text for text, _ in AUTHORS])
def test_who_we_are(resolved, text, author):
    assert resolved(text, "we" if text.rfind("we ") > text.rfind("We ") else "We") == author


def test_our_company_is_who_we_are(resolved):
    assert (
        resolved("We at Norvale Motors make pumps. Our company has 40 staff.", "Our company")
        == "Norvale Motors"
    )
    assert resolved("We at Norvale Motors make pumps. Our rivals have 40 staff.", "Our rivals") is None


@pytest.mark.parametrize("class_", ["own", "serving", "using"])
def test_every_word_that_tells_who_we_are_stands_once(class_):
    words = [row["word"] for row in load_rows("en/first_person.csv") if row["class"] == class_]
    assert words
    assert len(set(words)) == len(words)


def test_the_verb_of_a_pronoun_rules_out_what_cannot_be_its_subject(resolved):
    assert resolved("Microsoft released Windows. It was written in C.", "It") == "Windows"
    assert resolved("Microsoft released Windows. It paid $4 million.", "It") == "Microsoft"


def test_what_stands_in_an_adjunct_of_its_clause_is_not_meant(resolved):
    assert resolved("Orbit is a browser. Compared with Firefox, it uses less memory.", "it") == "Orbit"
    assert resolved("After Firefox grew, it used less memory.", "it") == "Firefox"  # a clause of its own


def test_a_name_that_is_only_mentioned_far_away_has_no_rivals_to_compare(resolved):
    text = (
        "March 1970–1985: First IBM logo 1985–1990: Second IBM logo The company was the official shirt sponsor"
        " of Norway's national handball team at EuroBasket 2015.[12] The company was a major sponsor of the"
        " Honda Gazoo Racing WRT (2011–2014). The company was a sponsor of the Ferrari F1 Team (2010–2013)."
    )
    assert resolved(text, "The company") in (None, "IBM")


SEVERAL = [
    (
        "France and Japan signed a deal. The two nations will launch 3 probes.",
        "The two nations",
        "France and Japan",
    ),
    (
        "Microsoft bought a mill from Google. Both companies signed in 2019.",
        "Both companies",
        "Microsoft and Google",
    ),
    ("Ann Berg met Tom Hale in 1954. The pair sold the shop.", "The pair", "Ann Berg and Tom Hale"),
    ("France, Japan and Italy met. The two nations signed in 2019.", "The two nations", None),
    ("Microsoft, Google and Apple met Nokia. Both companies signed in 2019.", "Both companies", None),
    (
        "Microsoft left. It was late. It rained. Google left. Both companies signed in 2019.",
        "Both companies",
        None,
    ),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), SEVERAL)
def test_several_are_the_names_that_the_text_joined_or_named_last(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected


def test_this_under_a_line_that_only_names_something_is_that(resolved):
    assert resolved("Microsoft.\n\nThis is the second largest firm.", "This") == "Microsoft"
    assert resolved("Microsoft grew.\n\nThis is the second largest firm.", "This") is None
