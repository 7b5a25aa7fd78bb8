"""The subject of a value as the article writes it: with all that says which thing it is, without asides."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

# text, words of the claim, its subject as written
RESTRICTED = [
    # a relative clause says which things are counted
    (
        "About 30% of farmers who grow barley lost their crop.",
        "About 30% of farmers",
        "farmers who grow barley",
    ),
    (
        "The two dozen barns that had stood by the quay were burnt.",
        "two dozen barns",
        "The two dozen barns that had stood by the quay",
    ),
    (
        "Those pupils who walk to class have a one in five chance of a cold.",
        "one in five",
        "Those pupils who walk to class",
    ),
    # a phrase before the verb of its noun says which
    ("Some 70% of the jars on the shelf were empty.", "70% of the jars", "jars on the shelf"),
    ("The two barns we rented were burnt in 2012.", "in 2012", "The two barns we rented"),
    ("The nine barns the firm rented were burnt.", "nine barns", "The nine barns the firm rented"),
    (
        "The six men who sell oats, beans and hemp were fined.",
        "six men",
        "The six men who sell oats, beans and hemp",
    ),
    # what a tree hangs elsewhere, between the subject and its verb
    (
        "Spending on roads, schools and ports in the valley reached $80 million.",
        "$80 million",
        "Spending on roads, schools and ports in the valley",
    ),
    (
        "The yield on ten-year notes issued by the bank slipped to 3.4%.",
        "slipped",
        "The yield on ten-year notes issued by the bank",
    ),
    # whose or which it is, where the value stands within
    ("His two-day strike began at dawn.", "two-day", "His two-day strike"),
    ("The 90-page letter was read aloud.", "90-page", "The 90-page letter"),
    ("She spoke of the guild's 12-year struggle.", "12-year", "the guild's 12-year struggle"),
    # "of" belongs to the noun before it
    ("A 12-tonne load of copper slid off.", "12-tonne", "load of copper"),
]

PLAIN = [
    # what commas set off says nothing of which thing it is
    ("The eight sailors, who were all asleep, drowned.", "eight sailors", "The eight sailors"),
    ("Basic care, including two drugs, costs $40.", "$40", "Basic care"),
    ("Her brother, from Ghent in Belgium, won $900.", "$900", "Her brother"),
    ("Exports of flax, by comparison, came to $3 million in 2015.", "$3 million", "Exports of flax"),
    (
        "Net income due to Velmar, Inc., which leaves out tax, came to $35 million.",
        "$35 million",
        "Net income due to Velmar, Inc.",
    ),
    ("Visitors to the mill (mostly pupils) paid $4.", "$4", "Visitors to the mill"),
    (
        "The abbey's hoard of coins, the largest in Kent, fills 9 rooms.",
        "9 rooms",
        "The abbey's hoard of coins",
    ),
    ("The firm, on orders from the court, paid $4 million.", "$4 million", "The firm"),
    ("Today, the Marine Choir sings at about 500 fairs.", "500 fairs", "the Marine Choir"),
    # nor the day of what is told, nor a word that joins the clause to another
    ("The crew on Monday hauled in 40 nets.", "40 nets", "The crew"),
    (
        "A poll found that support for the plan among nurses was 61%.",
        "61%",
        "support for the plan among nurses",
    ),
    # nor the verb of a clause that is told, which a tree makes a participle
    ("The story that 30 cows vanished was spread by Ann.", "30 cows", "cows"),
    ("Ann says rents rose 9% and Lund, her lawyer, expects 15%.", "15%", "Lund"),
    # nor does the clause that the value itself stands in
    ("The board met the clerk who had paid $90 for it.", "$90", "the clerk"),
    ("The rules that have been in force since 3 May were dropped.", "since 3 May", "The rules"),
    ("It has a 5 kg lamp which warms the whole barn.", "5 kg", "lamp"),
    # nor an amount that is told of it
    ("The yield of 3 tons was a record.", "3 tons", "The yield"),
    # a new thing is none of those that are known
    ("A 60 km canal was dug by hand.", "60 km", "canal"),
    # a list keeps its members
    ("Tea and coffee from Riga rose 4%.", "rose 4%", "Tea and coffee from Riga"),
    # behind the verb a phrase may belong to the clause
    ("The firm sold 40 ships in Ostend.", "40 ships", "The firm"),
]


@pytest.mark.parametrize(("text", "words", "subject"), RESTRICTED + PLAIN)
def test_subject_reaches_as_far_as_its_phrase(text: str, words: str, subject: str) -> None:
    claims = [claim for claim in extract(text).claims if claim.kind != "quote"]
    claim = next(claim for claim in claims if words in claim.text or claim.text in words)
    assert claim.subject is not None
    assert claim.subject.text == subject


def test_phrase_with_a_restriction_is_what_it_resolves_to() -> None:
    claim = extract("About 30% of farmers who grow barley lost their crop.").claims[0]
    assert claim.subject is not None
    assert (claim.subject.resolved, claim.subject.resolved_by) == ("farmers who grow barley", "as_written")
