"""Relations of companies where their sides stand apart, and what looks like one and is none."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def organizations(text):
    found = [claim for claim in extract(text).claims if claim.kind == "organization"]
    return sorted((claim.subject.text, claim.value.relation, claim.value.object) for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a date between a participle and who did it
        ("Corvane, acquired in 1999 by Redpeak, closed.", [("Corvane", "acquired_by", "Redpeak")]),
        ("Corvane, acquired in haste by then, closed.", []),
        # how much of a ware one sold is no ware
        ("Toyota sold 3,100 cars in 2012.", []),
        ("Toyota sells cars and trucks.", [("cars and trucks", "supplied_by", "Toyota")]),
        # what still belongs to the object
        (
            "Corvane raised a $9 million Series A round from Redpeak Partners and Lumen Ventures.",
            [("Corvane", "funded_by", "Lumen Ventures"), ("Corvane", "funded_by", "Redpeak Partners")],
        ),
        ("Meridian provides web hosting to the bank BBVA.", [("BBVA", "client_of", "Meridian")]),
        # how many, before those that are named
        (
            "Corvane's software is used by more than 300 firms, including Volvo and Unilever.",
            [("Unilever", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")],
        ),
        ("Corvane's software is used by more than 300 firms in Norway.", []),
        # a duration that was read into a name
        ("Corvane was listed on Nasdaq two years later.", [("Corvane", "listed_on", "Nasdaq")]),
        # an exchange before a hyphen; a bid is no ware; who acts before the noun for the deed; what is planned by two
        ("Redpeak, the Nasdaq-listed lens maker, grew.", [("Redpeak", "listed_on", "Nasdaq")]),
        ("AIM-traded Corvane Group lost a third of its value.", [("Corvane Group", "listed_on", "AIM")]),
        ("The Dover-listed pier at Redpeak fell.", []),
        ("Grade-listed Corvane House is a ruin.", []),
        ("Oracle made a takeover bid for Corvane.", []),
        ("Few liked the Oracle takeover of Corvane Group.", [("Corvane Group", "acquired_by", "Oracle")]),
        ("Few liked the Oslo purchase of Corvane Group.", []),
        ("Few liked the 2014 purchase of tickets.", []),
        ("Oracle and Redpeak Holdings will set up a joint venture.", [("Oracle", "partnered_with", "Redpeak Holdings")]),
        (
            "Redpeak Foods has a portfolio of twelve brands, including Tarn and Olva.",
            [("Olva", "developed_by", "Redpeak Foods"), ("Tarn", "developed_by", "Redpeak Foods")],
        ),
        # a participle put in before the verb; a relative is of no date; who refuses is not bought
        ("Corvane, sold to Oracle in 2006, kept its name.", [("Corvane", "acquired_by", "Oracle")]),
        ("Oracle rose on Monday, sold to Redpeak, and fell.", []),
        (
            "Corvane has been owned by Oracle since 2011, which acquired the mill from Redpeak.",
            [("Corvane", "owned_by", "Oracle"), ("the mill", "acquired_by", "Oracle")],
        ),
        (
            "Oracle bought Corvane in 2011, which was sold to Redpeak.",
            [("Corvane", "acquired_by", "Oracle"), ("Corvane", "acquired_by", "Redpeak")],
        ),
        ("Corvane rejected a takeover by Oracle.", []),
        # a share in percent with one word before the name; where a subsidiary is; a holding company somewhere
        ("Redpeak holds 51 percent of Corvane.", [("Corvane", "owned_by", "Redpeak")]),
        # a share of seats, of works or of a market is no share of a company
        ("The Liberals hold 37 percent of Derby Council.", []),
        ("The museum holds 37 percent of Vermeer.", []),
        ("Redpeak has 37 percent of Search.", []),
        ("Redpeak holds 44.3% of Corvane shares.", [("Corvane", "owned_by", "Redpeak")]),
        ("Redpeak holds 51 percent of the market.", []),
        (
            "Corvane raised a total of $5 million from Redpeak Partners.",
            [("Corvane", "funded_by", "Redpeak Partners")],
        ),
        ("Oracle opened its US subsidiary Corvane Records.", [("Corvane Records", "part_of", "Oracle")]),
        ("Redpeak is a holding company in Norway.", [("Redpeak", "headquartered_in", "Norway")]),
        # a share of a company that somebody takes
        ("A 20% stake in Corvane was acquired by Redpeak Holdings.", [("Corvane", "owned_by", "Redpeak Holdings")]),
        ("A stake in Corvane was valued by Redpeak Holdings.", []),
        # what one has among others
        (
            "Corvane counts Volvo and Unilever among its customers.",
            [("Unilever", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")],
        ),
        ("Corvane counts on Volvo among its customers.", []),
        # whom one chooses is it, and not who chooses
        ("Volvo selected Corvane as its supplier of processors.", [("processors", "supplied_by", "Corvane")]),
        ("Analysts view Corvane as a part of Volvo.", [("Corvane", "part_of", "Volvo")]),
        ("Corvane sees itself as a part of Volvo.", [("Corvane", "part_of", "Volvo")]),
        ("Volvo started as a supplier of processors.", [("processors", "supplied_by", "Volvo")]),
        # a longer trigger that begins within a name
        ("Redpeak, a Lumen Group company, closed.", [("Redpeak", "part_of", "Lumen Group")]),
        ("It traded on the New York Stock Exchange with the symbol HLX.", [("It", "listed_on", "New York Stock Exchange")]),
        # plants, stations and the like have owners
        (
            "The station is owned and operated by Crestline Broadcasting.",
            [("The station", "operated_by", "Crestline Broadcasting"), ("The station", "owned_by", "Crestline Broadcasting")],
        ),
        ("Corvane, maker of the Zephyr tractor, closed.", [("the Zephyr tractor", "developed_by", "Corvane")]),
        ("Corvane, maker of the new tractor, closed.", []),
        ("Corvane builds kitchens under the brand name Nordkok.", [("Nordkok", "developed_by", "Corvane")]),
        ("The merger of Redpeak with Lumen Group took a year.", [("Redpeak", "merged_with", "Lumen Group")]),
    ],
)  # fmt: skip
def test_sides_that_stand_apart(text, expected):
    assert organizations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # groups without a name
        ("Corvane was bought by a group led by Redpeak.", [("Corvane", "acquired_by", "Redpeak")]),
        ("Corvane was sold to a consortium headed by Redpeak.", [("Corvane", "acquired_by", "Redpeak")]),
        ("Corvane was bought by a group in Redpeak's debt.", [("Corvane", "acquired_by", "a group")]),
        # the last two of a list taken for one name
        (
            "The airline has agreements with KLM, Finnair and Turkish Airlines.",
            [("The airline", "partnered_with", name) for name in ("Finnair", "KLM", "Turkish Airlines")],
        ),
        # words that nobody knows are no towns of each other
        (
            "Lumen Group is the parent company of Corvane, Redpeak and Aquila Foods.",
            [(name, "owned_by", "Lumen Group") for name in ("Aquila Foods", "Corvane", "Redpeak")],
        ),
        # titles with an article
        (
            "The company has produced films such as The Barn (2010), The Idle Clock (2012) and The Well (2013).",
            [(name, "developed_by", "The company") for name in ("Barn", "Idle Clock", "Well")],
        ),
        # a place between the plural and its names
        (
            "The brewery competes with two giants in the market, Lumen Group and Dominion Breweries.",
            [("The brewery", "competes_with", name) for name in ("Dominion Breweries", "Lumen Group")],
        ),
        ("The brewery competes with the giants in the market, Lumen Group said.", []),
        # what stands in commas behind what is sold, which is no ware
        ("Redpeak sold Corvane, its Norwegian unit, to Lumen Group.", [("Corvane", "acquired_by", "Lumen Group")]),
        ("In 2004 Corvane was sold by Lumen Group to Nokia.", [("Corvane", "acquired_by", "Nokia")]),
        ("Volvo and Scania are both customers of Corvane.",
         [("Scania", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")]),
        ("The deal makes Ferrovia the largest shareholder of Adria Ports.", [("Adria Ports", "owned_by", "Ferrovia")]),
        ("The deal makes Ferrovia rich.", []),
        ("Redpeak is in talks to acquire Corvane.", [("Corvane", "acquired_by", "Redpeak")]),
        ("Redpeak is a tool to acquire Corvane.", []),
        # a word behind "the" that was only guessed to name a company
        ("Corvane introduced the Zephyr in 1951.", [("Zephyr", "developed_by", "Corvane")]),
        ("Zephyr Motors, makers of the Bolt electric scooter, closed.",
         [("the Bolt electric scooter", "developed_by", "Zephyr Motors")]),
        ("The company is widely known for its Zephyr tractors.", [("its Zephyr tractors", "developed_by", "The company")]),
        ("The company is widely known for its Norwegian roots.", []),
        # where one is the largest is not where one has its seat
        ("The bank was taken over by Lumen Group, the largest insurer in Norway.", [("The bank", "acquired_by", "Lumen Group")]),
        ("Corvane serves more than 200 customers, among them Volvo and Oracle.",
         [("Oracle", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")]),
        ("Volvo uses Google's software to plan routes.", [("Volvo", "client_of", "Google")]),
        ("Nokia developed the chip together with Samsung.",
         [("Nokia", "partnered_with", "Samsung"), ("the chip", "developed_by", "Nokia")]),
        ("The agency manages over 70 clients, including Peugeot and Oracle.",
         [("Oracle", "client_of", "The agency"), ("Peugeot", "client_of", "The agency")]),
        # two nouns that share their article
        ("Sable Vision was a British television and film company, founded in 1985 by Ann Lee.",
         [("Sable Vision", "founded_by", "Ann Lee")]),
        ("Nokia bought Sable Vision, with headquarters in Lyon.",
         [("Sable Vision", "acquired_by", "Nokia"), ("Sable Vision", "headquartered_in", "Lyon")]),
        ("Quillo Tales is a series of adventure games by Google.", [("Quillo Tales", "developed_by", "Google")]),
        ("In May the company raised a total of $8.2 million funding from Sequoia Capital.",
         [("the company", "funded_by", "Sequoia Capital")]),
    ],
)  # fmt: skip
def test_lists_groups_and_what_is_sold(text, expected):
    assert organizations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb taken for a plural
        ("Loot Crate teams up with Nintendo and Oracle.",
         [("Loot Crate", "partnered_with", "Nintendo"), ("Loot Crate", "partnered_with", "Oracle")]),
        ("Both Nintendo teams with Oracle shirts won.", []),
        # what is paid for is no gift
        ("NASA awarded Boeing a $48 million contract.", [("NASA", "client_of", "Boeing")]),
        ("NASA awarded Boeing a $48 million grant.", [("Boeing", "funded_by", "NASA")]),
        # the amount is the object
        ("The firm closed a $5 million seed round from Felix Ventures.", [("The firm", "funded_by", "Felix Ventures")]),
        # adverbs within a perfect
        ("Google has most recently developed Night Drive Unlimited 2.",
         [("Night Drive Unlimited 2", "developed_by", "Google")]),
        # one of many who develop for a system
        ("Microsoft, the Windows developer, grew.", [("Windows", "developed_by", "Microsoft")]),
        ("Microsoft was an early Macintosh developer.", []),
        ("Kodak products compete with Canon products.", [("Kodak products", "competes_with", "Canon products")]),
    ],
)  # fmt: skip
def test_verbs_amounts_and_makers(text, expected):
    assert organizations(text) == expected


def test_an_adverb_in_a_perfect_is_no_part_of_a_name():
    found = [
        c
        for c in extract("They have most recently built Night Drive 2, which was released in 2011.").claims
        if c.kind == "date"
    ]
    assert [claim.subject.text for claim in found] == ["Night Drive 2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Corvane shares trade on the Nasdaq.", [("Corvane", "listed_on", "Nasdaq")]),
        (
            "Corvane and its subsidiaries Redpeak and Aquila closed.",
            [(name, "part_of", "Corvane") for name in ("Aquila", "Redpeak")],
        ),
        ("Corvane's boss and its subsidiary Redpeak left.", []),
        ("Redpeak, formerly part of Lumen Group, closed.", [("Redpeak", "part_of", "Lumen Group")]),
        # what comes behind an apposition is no member of its list
        ("Corvane, an arm of Lumen Group, and Redpeak closed.", [("Corvane", "part_of", "Lumen Group")]),
        # who is called by what they are
        ("Corvane was bought by its main rival, Lumen Capital.",
         [("Corvane", "acquired_by", "Lumen Capital"), ("Lumen Capital", "competes_with", "Corvane")]),
        ("The start-up was acquired by Google.", [("The start-up", "acquired_by", "Google")]),
        ("The mix-up was acquired by Google.", []),
        ("Samsung licensed the technology from Nokia.", [("Samsung", "client_of", "Nokia")]),
    ],
)  # fmt: skip
def test_who_stands_for_whom(text, expected):
    assert organizations(text) == expected
