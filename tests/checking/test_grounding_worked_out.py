"""Figures that an answer works out of its source, each beside one that does not follow."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

LIFE = (
    "Clara Wendt (born 9 May 1911 in Danzig, died 3 January 1987 in Leeds) was a botanist. From 1946 until 1974 she "
    "taught at Leeds, as a professor from 1958. Wendt described 140 species of moss, 31 of them in her first book."
)
STORM = (
    "The wind cut the power of 86,000 houses. The poll was carried out between 3 and 17 May. "
    "Sheep graze no less in winter than in summer. The pass will stay shut until at least 2 April."
)
CLUB = (
    "Ravensby beat Holt 3-1; Ade Bakare scored twice before the break. It was the ninth win in eleven matches for "
    "Ravensby. The council kept seven of its nine seats in the club's board."
)
FIRM = (
    "Quillmesh raised $42 million in a Series B round. It makes software for chemists. It had raised $18 million in "
    "its Series A. Work on the first 400 flats will cost 96 million euros. The model was trained on 1.8 trillion "
    "tokens. Revenue should reach CHF 1.66 billion; the firm had forecast more."
)

VOTE = (
    "Nandy won with 41.3% of the vote, ahead of Ellison with 33.9%. The seat had been held by the Greens since 1992. "
    "Sir Giles Fenn resigned over undeclared payments. Of 16 members of the board, only five still vote. "
    "One seat in eight has no owner."
)
FARM = (
    "The farm has 95 turbines of 14 megawatts each. It costs 3.9 billion pounds; Norvind holds 60% of it. "
    "Morel joins a group with sales of 1.5 billion euros, of which Van Houten contributes 1.1 billion. A pass goes up by 5% to "
    "1,260 kroner. The ship went 12,700 kilometres in 21 months. The release closes four holes, one of them rated "
    "critical. Support for the Orbit 9 was dropped. The bank must still agree to the loan. The Orbit 12 costs 99 euros."
)

LEASE = (
    "A machine costs 38,000 euros and is leased for 900 euros a month; twelve stand on five farms in Moravia. The study "
    "asked 365,000 Britons, of whom 56% were women. The state will spend 48.6 billion crowns next year. Revenue is "
    "put at 46.9 billion crowns. The museum had 312,000 visitors last year, 40,000 more than the year before. "
    "Schools stayed closed in two of the island's six districts. Mary Chebet won, 41 seconds ahead of Tigist Alemu. "
    "Twenty-eight percent of 3,150 teachers think of leaving. The pipe is 38 kilometres long and costs 170 million pounds."
)

FOLLOWS = {
    "a year of so much a month": (
        LEASE,
        "Leasing a machine for a year comes to 10,800 euros.",
        "Leasing a machine for a year comes to 11,700 euros.",
    ),
    "of a place": (LEASE, "Twelve machines are on Moravian farms.", "Twelve machines are on Bavarian farms."),
    "the other sex": (
        LEASE,
        "About 160,000 of the people asked were men.",
        "About 180,000 of the people asked were men.",
    ),
    "a deficit": (
        LEASE,
        "The state will have a deficit of 1.7 billion crowns.",
        "The state will have a deficit of 2.7 billion crowns.",
    ),
    "a range of which one end follows": (
        LEASE,
        "Visitor numbers rose from 272,000 to 312,000.",
        "Visitor numbers rose from 262,000 to 312,000.",
    ),
    "a rest told by a contrary state": (
        LEASE,
        "In four of the six districts schools were open.",
        "In five of the six districts schools were open.",
    ),
    "behind whom": (
        LEASE,
        "Tigist Alemu finished 41 seconds behind the winner.",
        "Mary Chebet finished 41 seconds behind the winner.",
    ),
    "a share of those asked": (
        LEASE,
        "Some 880 of the 3,150 teachers think of leaving.",
        "Some 780 of the 3,150 teachers think of leaving.",
    ),
    "for each unit of length": (
        LEASE,
        "The pipe will cost roughly 4.5 million pounds per kilometre.",
        "The pipe will cost roughly 5.5 million pounds per kilometre.",
    ),
    "two shares together": (
        VOTE,
        "The two together got about three quarters of the vote.",
        "The two together got about half of the vote.",
    ),
    "since a year, in decades": (
        VOTE,
        "The Greens had held the seat for more than three decades.",
        "The Greens had held the seat for three decades less a year.",
    ),
    "a denial in a prefix": (
        VOTE,
        "Sir Giles Fenn resigned over payments that he had not declared.",
        "Sir Giles Fenn did not resign over undeclared payments.",
    ),
    "the rest of a whole in front": (
        VOTE,
        "Eleven of the 16 members of the board no longer vote.",
        "Twelve of the 16 members of the board no longer vote.",
    ),
    "the rest of what a source denies": (
        VOTE,
        "Seven seats in eight have an owner.",
        "Six seats in eight have an owner.",
    ),
    "so many of so much each": (
        FARM,
        "The farm will have a capacity of 1,330 megawatts.",
        "The farm will have a capacity of 1,430 megawatts.",
    ),
    "a percentage of an amount": (
        FARM,
        "Norvind's share of the cost comes to 2.34 billion pounds.",
        "Norvind's share of the cost comes to 2.74 billion pounds.",
    ),
    "the other part": (
        FARM,
        "Morel contributes about 400 million euros to the sales of the group.",
        "Morel contributes about 600 million euros to the sales of the group.",
    ),
    "before a change": (
        FARM,
        "The pass has cost 1,200 kroner so far.",
        "The pass has cost 1,150 kroner so far.",
    ),
    "all but one of them": (
        FARM,
        "Three of the four holes closed were not rated critical.",
        "Two of the four holes closed were not rated critical.",
    ),
    "what was dropped": (
        FARM,
        "The Orbit 9 is no longer supported.",
        "The Orbit 12 is supported for 99 years.",
    ),
    "what is still to come": (
        FARM,
        "The bank has not yet agreed to the loan.",
        "The bank has not agreed to the loan of 3 billion pounds.",
    ),
    "the number of a name before a verb": (
        FARM,
        "The Orbit 12 costs 99 euros.",
        "The Orbit 12 costs 90 euros.",
    ),
    "an age": (LIFE, "Wendt was 75 when she died.", "Wendt was 76 when she died."),
    "some of the years": (
        LIFE,
        "She taught at Leeds for 28 years, 16 of them as a professor.",
        "She taught at Leeds for 28 years, 17 of them as a professor.",
    ),
    "a bounded rest": (
        LIFE,
        "More than 100 of the mosses she described are not in that book.",
        "More than 120 of the mosses she described are not in that book.",
    ),
    "weeks between two days": (STORM, "The poll took two weeks.", "The poll took five weeks."),
    "a degree denied": (
        STORM,
        "Sheep graze as long in winter as they do in summer.",
        "Sheep graze less in winter than in summer.",
    ),
    "not before and until": (
        STORM,
        "The pass will not open before April.",
        "The pass will not stay shut until April.",
    ),
    "how often, in an adverb": (
        CLUB,
        "Two of Ravensby's goals were scored by Ade Bakare before the break.",
        "Five of Ravensby's goals were scored by Ade Bakare before the break.",
    ),
    "all but a few": (
        CLUB,
        "Ravensby have won all but two of their eleven matches.",
        "Ravensby have won all but four of their eleven matches.",
    ),
    "a rest told by a contrary": (
        CLUB,
        "The council lost two of its nine seats in the board.",
        "The council lost three of its nine seats in the board.",
    ),
    "a total of two sentences": (
        FIRM,
        "The two rounds together brought in $60 million.",
        "The two rounds together brought in $65 million.",
    ),
    "so much for each": (
        FIRM,
        "The first phase will cost 240,000 euros per flat.",
        "The first phase will cost 280,000 euros per flat.",
    ),
    "not quite reached": (
        FIRM,
        "The model was trained on nearly two trillion tokens.",
        "The model was trained on nearly three trillion tokens.",
    ),
    "at most": (
        FIRM,
        "Revenue should now reach CHF 1.66 billion at most.",
        "Revenue should now reach CHF 1.56 billion at most.",
    ),
}


def problems(source, answer):
    return [finding.rule for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_is_worked_out_follows(name):
    source, right, _ = FOLLOWS[name]
    assert problems(source, right) == []


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_does_not_follow_is_found(name):
    source, _, wrong = FOLLOWS[name]
    assert problems(source, wrong)


CITY = (
    "Marlow has 87,000 inhabitants, 6,000 more than ten years ago. Thirty-four flights were cancelled at its airport, "
    "and 19 ferries did not sail. The software is used in 210 hospitals in nine countries. Its maker employs 130 "
    "people. The margin was 8.9%, down from 11.4%."
)
TRIAL = (
    "Pain days fell by 4.8 in the brelotide group and by 2.1 in the placebo group. Only 11% expect their finances to "
    "improve; 47% expect them to get worse. The state will pay 12 million euros for repairs, of which 5 million are "
    "for the railway line. Sales in Europe rose 9% to 230 million euros, those in Asia fell 4% to 96 million euros."
)

BUILT = (
    "Tremaine built 74 houses, three theatres and the quay. Sales climbed 7.5% to $1.29 billion, helped by price "
    "increases of about 4%."
)

MISPLACED = {
    "two counts exchanged": (
        BUILT,
        "He built three theatres and 74 houses.",
        "He built three houses and 74 theatres.",
    ),
    "sales and prices, which both rise": (
        BUILT,
        "Revenue increased by 7.5 percent, to nearly $1.3 billion.",
        "Revenue increased by 4 percent to nearly $1.5 billion.",
    ),
    "by how much, as how many": (
        CITY,
        "Marlow has 87,000 inhabitants.",
        "Marlow has 6,000 inhabitants.",
    ),
    "the number of other things": (
        CITY,
        "Nineteen ferries did not sail.",
        "Nineteen flights were cancelled at the airport.",
    ),
    "people for things": (CITY, "Its maker employs 130 people.", "The maker employs 210 people."),
    "a level as a change": (CITY, "The margin was down to 8.9%.", "The margin was down 8.9%."),
    "the other group": (
        TRIAL,
        "Pain days fell by 2.1 in the placebo group.",
        "Pain days fell by 2.1 in the brelotide group.",
    ),
    "the other outlook": (
        TRIAL,
        "Only 11% expect their finances to improve.",
        "Only 11% expect their finances to get worse.",
    ),
    "a part for the whole": (
        TRIAL,
        "The state will pay 12 million euros for repairs.",
        "The state will pay 12 million euros for the railway line.",
    ),
    "what stands before it in the source": (
        TRIAL,
        "Sales rose 9% in Europe.",
        "Sales rose 9% in Asia.",
    ),
}


@pytest.mark.parametrize("name", MISPLACED)
def test_a_figure_of_something_else_is_found(name):
    source, right, wrong = MISPLACED[name]
    assert problems(source, right) == []
    assert problems(source, wrong)


@pytest.mark.parametrize(
    ("answer", "source"),
    [
        ("Total revenue was $4.21 million in 2021.", "Revenue rose 12% in 2021."),
        ("The total cost of the bridge came to $4,210,000.", "The bridge opened in May and has two lanes."),
        ("In total the club raised €48,250.", "The club sold 300 cakes, 12 of them to the school."),
    ],
)
def test_a_total_of_which_the_source_gives_no_part_is_not_found(answer, source):
    assert "ground/figure" in {
        f.rule for f in claimcheck.ground(answer, [source]).findings if f.verdict == "not_found"
    }
