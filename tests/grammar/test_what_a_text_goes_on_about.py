"""What the clauses before keep in view: what a pronoun took up, what was told of, who was brought together."""

import pytest

from claimcheck.article import Article
from claimcheck.grammar.antecedents import Antecedents
from claimcheck.mentions import normalise
from claimcheck.passages import split
from claimcheck.tagging.pipelines import load_pipeline, tag

pytestmark = pytest.mark.model


def resolved(text, phrase):
    """What the last occurrence of `phrase` in `text` stands for."""
    (tagged,) = tag(split(Article("-", text)), load_pipeline(None))
    start = text.rindex(phrase)
    return Antecedents(normalise(tagged)).resolve(start, start + len(phrase))


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
def test_what_was_taken_up_or_told_of_goes_on(text, phrase, expected):
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
def test_two_persons_brought_together_are_they(text, phrase, expected):
    assert resolved(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A study by Tarn University followed 900 nurses. They worked nights for 10 years.", "900 nurses"),
        ("The survey by Tarn University ended. They had 900 answers.", None),
    ],
)
def test_one_name_beside_many_things_is_not_they(text, expected):
    assert resolved(text, "They") == expected


def test_the_pair_is_not_it():
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
        ("The dean, Karl Moe, sold the hall. It has 40 rooms.", "It", None),
        # what is called a firm, or a university, is no union
        ("Somna, a Dutch firm, makes bands. The union has 40 members.", "The union", None),
        ("Halden University tested a band. The union has 40 members.", "The union", None),
    ],
)
def test_what_is_in_view(text, phrase, expected):
    assert resolved(text, phrase) == expected
