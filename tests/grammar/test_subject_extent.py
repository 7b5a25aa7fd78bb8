"""How far a subject reaches: the noun that it completes, its list, the clause that it may stand in."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

# text, kind and words of the claim, its subject as written
SUBJECTS = [
    # the last member of a list is no subject of its own
    (
        "Coal and gas mining revenues have grown since 2012.",
        "date",
        "have grown since 2012",
        "Coal and gas mining revenues",
    ),
    (
        "In 2016, tin and lead mining employed 700 of the 9,000 residents, down from 800 in 2014.",
        "date",
        "in 2014",
        "tin and lead mining",
    ),
    (
        "For example, the mix of team sizes, job titles, and regions remained the same from 2019 to 2020.",
        "date",
        "from 2019 to 2020",
        "the mix of team sizes, job titles, and regions",
    ),
    ("Norvale and Brightcell entered the market in 1995.", "date", "in 1995", "Norvale and Brightcell"),
    # but one behind a clause is
    ("The mill closed in 2011 and the mine has had 40 owners.", "count", "40 owners", "the mine"),
    # a participle behind a noun is no verb where a verb follows
    (
        "The amount spent in small shops fell by 2%.",
        "change",
        "fell by 2%",
        "The amount spent in small shops",
    ),
    (
        "In May 2011, the quantity sold in the toy trade increased by 3.6%.",
        "change",
        "increased by 3.6%",
        "the quantity",
    ),
    (
        "Registrations to foreign nurses increased by 7%.",
        "change",
        "increased by 7%",
        "Registrations to foreign nurses",
    ),
    # a phrase that a determiner opens is not torn out of the one before it
    ("Since its completion in 1970 the dam has supplied 40 villages.", "count", "40 villages", "the dam"),
    # each side of a semicolon has its own subject
    (
        "The town once had 30 mills; the Vik bridge, now closed, is 200 metres long.",
        "measurement",
        "200 metres",
        "the Vik bridge",
    ),
    (
        "Tarnbank sold its mills in March; announced a new plan and closed 9 shops.",
        "count",
        "9 shops",
        "Tarnbank",
    ),
    # adjuncts that a tree hangs on a noun
    ("The state has updated the rule on wages for the first time.", "ranking", "the first time", "The state"),
    ("The poll was held over a two-week period in May.", "measurement", "two-week", "The poll"),
    (
        "The show was held in the two-day period of the fair.",
        "measurement",
        "two-day",
        "the two-day period of the fair",
    ),
    ("With a population of 8,400, Ostby is the largest town there.", "count", "population of 8,400", "Ostby"),
    ("Ostby, with a population of 8,400, lies on the river.", "count", "population of 8,400", "Ostby"),
    ("Orbit is a ship with 12 decks.", "count", "12 decks", "Orbit"),
    ("The town is in the position of having two sets of laws.", "count", "two sets of laws", "The town"),
    # what "with" counts belongs to the new thing before it
    ("The game needs a phone with at least 6 GB of memory.", "measurement", "at least 6 GB", "a phone"),
    ("The parser runs on a laptop with 8 GB of memory.", "measurement", "8 GB", "a laptop"),
    ("The parser has run the laptop with 8 GB of memory.", "measurement", "8 GB", "The parser"),
    # an amount behind "worth" or a comparative sizes the noun before it
    (
        "The two banks hold the loans of miners worth $3 million.",
        "money",
        "$3 million",
        "the loans of miners",
    ),
    ("Wells deeper than 40 m were rarely affected.", "measurement", "deeper than 40 m", "Wells"),
    ("The wells are deeper than 40 m.", "measurement", "deeper than 40 m", "The wells"),
    ("The road reaches Ostby, 60 km to the east.", "measurement", "60 km", "Ostby"),
    # nouns of prepositions hold nothing
    ("Rovers won in front of 900 fans.", "count", "900 fans", "Rovers"),
    ("Livestock explained 61% of the spread, rain only 4%.", "percentage", "4%", "rain"),
    # things that a relative clause counts
    ("The trial enrolled 64 patients, 30 of whom were women.", "count", "30 of whom", "patients"),
    (
        "Last year 1,711 nurses from five towns were asked, of whom 665 had fever.",
        "count",
        "665",
        "nurses from five towns",
    ),
    (
        "Last year 1,711 nurses from five towns were asked, of whom 665 had fever and 1,046 did not.",
        "count",
        "1,046",
        "nurses from five towns",
    ),
    # a bare number shares the noun, not the number, of the one before
    ("Some 3,100 people were employed in mining, and 4,500 in transport.", "count", "4,500", "people"),
    (
        "A storm killed five sailors in a fishing boat and two port guards.",
        "count",
        "two port guards",
        "A storm",
    ),
    # things that exist
    (
        "There were 700 births in Norland in May, a drop of 4.3% from 730.",
        "change",
        "drop of 4.3% from 730",
        "births",
    ),
    # gaps
    ("Europe accounted for $80 million of sales and Asia for $65 million.", "money", "$80 million", "Europe"),
    ("Europe accounted for $80 million of sales and Asia for $65 million.", "money", "$65 million", "Asia"),
    ("Ruth Stein died in 1975 and he in 1983.", "date", "in 1983", "he"),
    ("The mill was built in 1900 and the new dam in 1930.", "date", "in 1930", "the new dam"),
    # the whole of a dated subject
    ("More than half of these gains occurred in 2022.", "date", "occurred in 2022", "half of these gains"),
    # who is forced or expected does it; what is ordered or needed for a purpose does not
    ("Norvale expects its team to win 3 matches.", "count", "3 matches", "its team"),
    ("Norvale ordered steel to build 12 ships.", "count", "12 ships", "Norvale"),
    ("Norvale required a loan to pay 3 million euros.", "money", "3 million euros", "Norvale"),
    # a noun with its name may be what somebody has; somebody's trade with a town is no name
    ("Its main product, the Halo band, sold 3 million units.", "count", "3 million units", "the Halo band"),
    ("His wife, the Oslo teacher, died in 2011.", "date", "died in 2011", "His wife"),
    # "that" says nothing of a bare name
    ("Orbit is a library kept by Acme that runs on Linux.", "technology", "runs on Linux", "Orbit"),
]


@pytest.mark.parametrize(("text", "kind", "words", "subject"), SUBJECTS)
def test_subject(text: str, kind: str, words: str, subject: str) -> None:
    found = [
        None if claim.subject is None else claim.subject.text
        for claim in extract(text).claims
        if claim.kind == kind and claim.text == words
    ]
    assert found == [subject]
