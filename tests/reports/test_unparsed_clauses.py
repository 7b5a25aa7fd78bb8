"""Reports read off the order of the words, sources without what is said of them, and what holds nothing."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said the suspected gunman surrendered himself to officers.",
         ("Police", "said", "the suspected gunman surrendered himself to officers")),
        ("It is not for the court to judge the motives, argued the firm's lawyer, Karl Ostby.",
         ("the firm's lawyer, Karl Ostby", "argued", "It is not for the court to judge the motives")),
        ('The border is the "main difference" between Norland and Sudland, he added.',
         ("he", "added", 'The border is the "main difference" between Norland and Sudland')),
        ("However, Ju et al. revealed that changes which harm cells are lost.",
         ("Ju et al.", "revealed", "changes which harm cells are lost")),
        ("The data were, the study says, more closely tied.", ("the study", "says", "more closely tied")),
        # headlines
        ("White House says Acme to announce a plant in Halvor",
         ("White House", "says", "Acme to announce a plant in Halvor")),
        ("New report shows crime trending down in Halvor",
         ("New report", "shows", "crime trending down in Halvor")),
        ("Crime to fall in Halvor in 2026, report says", ("report", "says", "Crime to fall in Halvor in 2026")),
        # who, and not what is said of them
        ("According to Halvor Bulletin, Monday's earthquake, at 6.3, was the strongest.",
         ("Halvor Bulletin", "According to", "Monday's earthquake, at 6.3, was the strongest")),
        ("According to the Halvor mayor, Dee Varga, police were looking into it.",
         ("Dee Varga", "According to", "police were looking into it")),
        ("According to U.S. Attorney Varga, the letter could help.",
         ("U.S. Attorney Varga", "According to", "the letter could help")),
        ("“I am in awe of them,” tweeted Mayor of London Sadiq Khan.",
         ("Mayor of London Sadiq Khan", "tweeted", "I am in awe of them,")),
        ("Prepac, a Canadian furniture maker, announced it will move its plant.",
         ("Prepac", "announced", "it will move its plant")),
        ("Varga: “The bridge is safe and open.”", ("Varga", ":", "The bridge is safe and open.")),
        ("“Overall,” she continued, “the water is good to drink.”",
         ("she", "continued", "the water is good to drink.")),
        ("Past studies establish that it helps.", ("Past studies", "establish", "it helps")),
    ],
)  # fmt: skip
def test_who_reports_what(text, expected, quotes):
    assert quotes(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The two nations shared reports and met twice.",
        "Police said the man who left.",
        "When it rained, he added salt.",
        "Acme to open a plant in Halvor",
        "Job gains in building suggest that some benefits have begun.",
        "The absence of a claw demonstrates that it is a lemur.",
        "Adding a new endpoint was simple.",
        "Just don't call it “Beantown” to their face.",
        "They measured a trait called “mutant-allele tumor heterogeneity” in mice.",
        "We release patches until May (according to our support timeline).",
        "Note: “The bridge.”",
    ],
)
def test_what_reports_nothing(text, quotes):
    assert quotes(text) == []
