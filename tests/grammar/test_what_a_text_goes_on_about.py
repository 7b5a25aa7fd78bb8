"""What the clauses before keep in view: what a pronoun took up, what was told of, who was brought together."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def resolved_subject(text, kind):
    """What the subject of the last claim of a kind stands for."""
    subject = [claim for claim in extract(text).claims if claim.kind == kind][-1].subject
    return subject and subject.resolved


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # what a pronoun of the sentence before took up goes on
        (
            "Orrin Software makes tools for banks. Castell Group acquired it in 2015. The company has 400 staff.",
            "The company",
            "Orrin Software",
        ),
        (
            "Sylva Energy lost $3 million. A court ordered it to pay $1 million more. The company appealed.",
            "The company",
            "Sylva Energy",
        ),
        # not where another name bears the noun, and not a person for a firm
        ("Pelloc was bought by Hestia Group in 2020. The group owns four brands.", "The group", None),
        # who wants to do something does not do it to itself
        ("Orrin Software grew. Castell Group wants to sell it.", "it", "Orrin Software"),
        # what somebody says of a thing, and what the same verb says next
        ("Gartner estimates that Pilot has a 34% share. It also has 40% of phones.", "It", "Pilot"),
        ("Norvale reported that sales rose 4%. It also reported a loss of $3 million.", "It", "Norvale"),
        ("Gartner found that Pilot lost 4 points. It polled 900 people.", "It", "Gartner"),
        # within a quotation its own clauses are main ones
        (
            'Nessel grew in 2020. The paper wrote, "Parvo is the second brand after Nessel, but in May it was third."',
            "it",
            "Parvo",
        ),
    ],
)
def test_what_was_taken_up_or_told_of_goes_on(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Anna Berg married Tom Lund in 1990. They had three children.", "They", "Anna Berg and Tom Lund"),
        ("Anna Berg met Tom Lund and they opened a bakery.", "they", "Anna Berg and Tom Lund"),
        (
            "Anna Berg founded Quarry Labs with Tom Lund in 1990. They hired 40 people.",
            "They",
            "Anna Berg and Tom Lund",
        ),
        (
            "In 1990 Anna Berg met Tom Lund. The shop did well. The pair sold it in 2001.",
            "The pair",
            "Anna Berg and Tom Lund",
        ),
        (
            "The bakery was founded by Edwin Dorran, who came from Leeds, and his wife Mabel. They sold it.",
            "They",
            "Edwin Dorran and Mabel",
        ),
        # near misses
        ("Anna Berg praised Tom Lund in 1990. They won two prizes.", "They", None),
        ("Anna Berg met Tom Lund and two friends in Oslo. They walked 40 kilometers.", "They", None),
        ("Anna Berg met Tom Lund, the son of Karl Lund, in 1990. They opened a shop.", "They", None),
        ("Anna Berg joined Norvale in 1990. They hired 40 people that year.", "They", None),
        ("Anna Berg met the investors in May. They paid $4 million.", "They", "the investors"),
        (
            "Anna Berg met Tom Lund in May. The shops opened in June. They sold 400 cups.",
            "They",
            "The shops",
        ),
        (
            "In 1990 Anna Berg met Tom Lund. He introduced her to Karl Moe. The pair opened 14 shops.",
            "The pair",
            None,
        ),
    ],
)
def test_two_persons_brought_together_are_they(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A study by Tarn University followed 900 nurses. They worked nights for 10 years.", "900 nurses"),
        ("The survey by Tarn University ended. They had 900 answers.", None),
    ],
)
def test_one_name_beside_many_things_is_not_they(resolved, text, expected):
    assert resolved(text, "They") == expected


def test_the_pair_is_not_it(resolved):
    assert resolved("The pair opened a cafe in York. It seats 45 people.", "It") == "a cafe in York"


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # a clause behind a colon goes on with the subject in front of it, and so does a bracket
        ("Verdano has 31 farms. Its rival GreenLoft is larger: it has 52 farms.", "it", "GreenLoft"),
        # one of several
        (
            "Verdano has 31 farms. The largest of the farms covers 4,000 meters. It opened in May.",
            "It",
            "The largest of the farms",
        ),
        # "the firm" is in view where it only owns the subject
        (
            "Quarry Labs has 9 shops. Last year the firm's sales fell. It closed 3 of them.",
            "It",
            "Quarry Labs",
        ),
        # a weekday is nothing to point back to
        ("The plant closed on Tuesday. It had 40 workers.", "It", "The plant"),
        # "itself" leaves the phrase what it is
        (
            "The Coldbeck Canal Company cut a canal. The company itself survived until 1930.",
            "The company itself",
            "Coldbeck Canal Company",
        ),
        # a name in apposition that no list knows
        ("The council's insurer, Keel Mutual, must pay. It appealed in June.", "It", "Keel Mutual"),
        ("The dean, Karl Moe, sold the hall. It has 40 rooms.", "It", "the hall"),
        # what is called a firm, or a university, is no union
        ("Somna, a Dutch firm, makes bands. The union has 40 members.", "The union", None),
        ("Halden University tested a band. The union has 40 members.", "The union", None),
    ],
)
def test_what_is_in_view(resolved, text, phrase, expected):
    assert resolved(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police met Mia Hale on Friday. She met Tom Birch in May. They held 14 people.", None),
        ("Nurses voted to strike. Mia Hale met Tom Birch. They asked for 14 people.", None),
        ("Mia Hale met Tom Birch at a dinner of lawyers. They ordered 14 plates.", None),
        ("A bank hired Mia Hale. She married Tom Birch. They closed 14 shops.", None),
        ("Mia Hale faced Tom Birch in Leeds. They called 14 doctors.", None),
        ("Mia Hale divorced Tom Birch in 1999. They called 14 doctors.", None),
        # nobody else may be meant
        (
            "Mia Hale married Tom Birch after two years in Leeds. They bought 14 cows.",
            "Mia Hale and Tom Birch",
        ),
        ("Mia Hale met Tom Birch at a school in Leeds. They bought 14 cows.", "Mia Hale and Tom Birch"),
    ],
)
def test_they_are_no_couple_where_others_are_many(text, name):
    assert resolved_subject(text, "count") == name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Nokia says that Ericsson has 30% of the trade. It also has 16 plants.", "count", None),
        ("Gartner says that Pilot has a 31% share. It also has 9% of chips.", "percentage", "Pilot"),
        ("The Miners Guild met in May. The union had 700 members.", "count", "Miners Guild"),
        ("The Actors Federation struck. The union had 700 members.", "count", "Actors Federation"),
        ("Tarn Institute struck. The union had 700 members.", "count", None),
        ("Orvane, a charity, merged with Kelda, a firm. The association has 70 members.", "count", None),
        ("Orvane, a charity, grew in 2019. The association has 70 members.", "count", "Orvane"),
    ],
)
def test_what_may_be_meant_is_open(text, kind, name):
    assert resolved_subject(text, kind) == name
