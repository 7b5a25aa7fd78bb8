"""Figures, periods and shares in other words: what follows from a source, each beside what does not."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def problems(answer, source):
    return [f for f in claimcheck.ground(answer, source).findings if f.level != "none"]


TRANSCRIPT = """Ada: The gate sticks again.
Ben: I shall look at it.
Ada: Bring the oil, please.
Ben: I will.
Ada: Thank you."""

CASES = [
    # rounding: half is rounded up, and nothing to twice its size
    ("The tax is 0.8 percent of the price.", "The tax is 1 percent of the price.", "The tax is 2 percent."),
    ("The cap on the loan is 0.5%.", "The cap on the loan is 0.5%.", "The cap on the loan is 1%."),
    ("Profit was $1.5 billion in May.", "Profit was about $1.5bn in May.", "Profit was $1 billion in May."),
    # an approximate source bears out no other figure
    ("The flat cost about $466,000.", "The flat cost $466,000.", "The flat cost $450,000."),
    # a figure of few digits that the source has of something else
    (
        "Orsk expects sales of $5bn from its vaccine this year. Far away, the toys of Bell passed $10bn in May.",
        "Orsk expects vaccine sales of $5bn this year.",
        "Orsk expects vaccine sales of $10bn this year.",
    ),
    # who talks
    # the number of a model
    (
        "The airline ordered 12 737 MAX 9 jets.",
        "The airline ordered 12 737 MAX 9 jets.",
        "It ordered 12 737 MAX 8 jets.",
    ),
    # an age by its decade
    ("The driver, 74, was unhurt.", "A driver in his 70s was unhurt.", "A driver in his 40s was unhurt."),
    # a period that is only compared with
    # ages in months, numbered days
    (
        "The trial had 812 children aged 2 to 59 months; fever fell by day 28.",
        "The children in the trial were under five years old, and fever fell after four weeks.",
        "The children in the trial were under three years old.",
    ),
    # a version without its product
    (
        "Halyard 4.0 needs less memory than Halyard 3.6.",
        "Version 4.0 needs less memory than version 3.6.",
        "Version 4.2 needs less memory than Halyard 3.6.",
    ),
    # what a text is about is counted by nobody else
    (
        "The council raised the fee for parking. It closed the pool.",
        "The council dealt with two matters: parking and the pool.",
        "The council closed two pools.",
    ),
    # what is left
    (
        "The roof costs £640,000. The county pays £200,000. The town borrows the remainder.",
        "The county pays £200,000, and the town borrows the other £440,000.",
        "The county pays £200,000, and the town borrows the other £450,000.",
    ),
    # a verb that multiplies
    # so much each
    (
        "The 64 turbines have a capacity of 960 megawatts.",
        "The 64 turbines give 15 megawatts each.",
        "The 64 turbines give 25 megawatts each.",
    ),
    # a lead in goals
    # degrees of which scale
    (
        "The oven reaches 900 degrees Celsius.",
        "The oven reaches 900 degrees.",
        "The oven reaches 800 degrees.",
    ),
    # a date that only the words give
    (
        "Work is to begin in the autumn of next year.",
        "Work begins in autumn next year.",
        "Work begins in spring next year.",
    ),
    # a denial in a word
    (
        "The team has not lost at home since October.",
        "The team is unbeaten at home since October.",
        "The team has lost at home since October.",
    ),
    # per what
    (
        "The fee for the car park rose from £1.20 to £1.50 per hour.",
        "The fee for the car park rose to £1.50 an hour.",
        "The fee for the car park rose to £1.50 per day.",
    ),
    # a label that another figure has
    (
        "Sales in the dairy segment rose to $402 million. The bakery segment had sales of $211 million.",
        "Sales of the dairy segment rose to $402 million.",
        "Sales of the bakery segment rose to $402 million.",
    ),
    (
        "Students of medicine were the keenest users, at 68%, and those of law the most reluctant, at 37%.",
        "Students of medicine were the keenest users, at 68%.",
        "Students of law were the keenest users, at 68%.",
    ),
    # who won
    (
        "Marlow came back in the rain to beat Easton 3-2.",
        "Marlow beat Easton 3-2.",
        "Easton beat Marlow 3-2.",
    ),
    # a majority in percent
    (
        "Only 22% of the respondents said that the teachers had explained the rules.",
        "Few of the respondents said that the teachers had explained the rules.",
        "Most of the respondents said that the teachers had explained the rules.",
    ),
    # a share that follows by chance, where the source gives another
    (
        "Of 3,250 students, 54% use a chatbot weekly, compared with 31% in 2023, and 41% answered.",
        "Some 54% of students use a chatbot weekly, compared with 31% in 2023.",
        "Some 54% of students use a chatbot weekly, compared with 13% in 2023.",
    ),
    # more and less of the same
    # which year
    (
        "The suit was filed in 2019 by two cashiers of the store. It covers shifts from 2016 to 2018.",
        "The suit was filed in 2019 by two cashiers of the store.",
        "The suit was filed in 2016 by two cashiers of the store.",
    ),
    (
        "A filter wrongly accused 23 pupils at a partner school last year.",
        "A filter wrongly accused 23 pupils at a partner school last year.",
        "A filter wrongly accused 23 pupils at a partner school last month.",
    ),
    # one of several explanations
    (
        "One possibility is that a second planet pulled it out of its path.",
        "A second planet may have pulled it out of its path.",
        "A second planet pulled it out of its path.",
    ),
    # few words in quotation marks
    (
        'The judge called the method of the expert "not credible".',
        'The judge called the method of the expert "not credible".',
        'The judge called the method of the expert "credible".',
    ),
    (
        '"The rules are a patchwork," said Ruth Olsen.',
        '"The rules are a patchwork," said Ruth Olsen.',
        '"The rules are clear," said Ruth Olsen.',
    ),
    # deeds that are contraries
    (
        "The plan for the pool was carried by five votes to two.",
        "The plan for the pool was adopted by five votes to two.",
        "The plan for the pool was rejected by five votes to two.",
    ),
    # how often
    # what is left by a fraction
    (
        "The track costs 300 million kroner. Two thirds are paid by the state and the rest by the county.",
        "The county pays 100 million kroner for the track.",
        "The county pays 130 million kroner for the track.",
    ),
    # a share beside another word of change
    (
        "Calder will give up the plant and cut 70 of its 240 jobs.",
        "Calder is giving up the plant and cuts nearly 30% of its jobs.",
        "Calder is giving up the plant and cuts nearly 40% of its jobs.",
    ),
    # parts of a year
    (
        "Results of the trial are due in the first half of next year.",
        "Results of the trial are due in the first six months of next year.",
        "Results of the trial are due in the first four months of next year.",
    ),
    # together
    (
        "Neither firm makes a profit: Aro lost $14 million and Bel $9 million.",
        "Both firms are losing money, $23 million between them.",
        "Both firms are losing money, $25 million between them.",
    ),
    # "most" of a degree, and what is set against another thing
    (
        "The hall burnt down, probably on purpose. People gathered there for feasts rather than lived in it.",
        "The hall burnt down, most likely on purpose.",
        "Only people of the village gathered in the hall for feasts.",
    ),
    # times of day in words
    (
        "The school starts at 8.45 a.m. in all seven towns.",
        "The school starts at a quarter to nine in seven towns.",
        "The school starts at a quarter to nine in eight towns.",
    ),
    # back from the day of writing
    (
        "Skar tried to buy Plant in 2022 for $190 million.",
        "Two years ago Skar tried to buy Plant for $190 million.",
        "Two years ago Skar tried to buy Plant for $170 million.",
    ),
    # an amount is no end
    (
        "Inflation slowed to 2.2 percent in August from 2.6 percent in July.",
        "Prices rose by 2.2 percent in the year to August.",
        "Inflation rose to 2.2 percent in August.",
    ),
    # a verb that refuses, before a number
    (
        "Joblessness fell to 6.4 percent in July from 6.5 percent in June.",
        "Joblessness declined to 6.4 percent in July.",
        "Joblessness declined to 6.2 percent in July.",
    ),
    # which way a range goes
    (
        "Ada Kohl lowered her target from $31 to $12.",
        "Ada Kohl lowered her target from $31 to $12.",
        "Ada Kohl lowered her target from $12 to $31.",
    ),
    # a year that no date holds
    (
        "The cash will last into 2027, said Bauer.",
        "The cash will last into 2027, said Bauer.",
        "The cash will last into 2029, said Bauer.",
    ),
    # which deed a year is of
    (
        "The line was opened in 1897 and electrified in 1962.",
        "The line was electrified in 1962.",
        "The line was opened in 1962.",
    ),
    # which side is so long, and who is for it
    (
        "In a survey 58 percent of parents were for a later start, 30 percent against.",
        "In a survey 58 percent of parents were in favour of a later start.",
        "In a survey 58 percent of parents were against a later start.",
    ),
    (
        "The hall was 29 metres long and nine metres wide.",
        "The length of the hall was 29 metres.",
        "The hall was 29 metres wide.",
    ),
    (
        "For the fourth quarter of 2021 profit per share came to $0.68, up 17% from $0.58 in the third quarter of 2021.",
        "Profit per share rose 17% from the third quarter of 2021.",
        "Profit per share in the third quarter of 2021 grew by 17%.",
    ),
    # the first time since, and the last time
    (
        "The last time that water was rationed in Larne was in 1995.",
        "Water is rationed in Larne for the first time since 1995.",
        "Water is rationed in Larne for the first time since 1985.",
    ),
    # a span in a word
    (
        "The film opens in Italy on 14 November and in Portugal a week later.",
        "The film opens in Italy on 14 November and in Portugal seven days later.",
        "The film opens in Italy on 14 November and in Portugal nine days later.",
    ),
    # a contrary of a subject that stands far off
    (
        "The largest carrier, Meridian, reported a profit of $1.9 billion, up from $1.1 billion, and raised its forecast.",
        "Meridian raised its forecast.",
        "Meridian lowered its forecast.",
    ),
    # two things that only change places in a comparison
    (
        "Flutes are less common than drums in Sarn, and a flute costs 80 euros.",
        "A flute costs 80 euros; drums are more common than flutes in Sarn.",
        "Flutes are more common than drums in Sarn.",
    ),
    (
        "Girls were more likely to sing than boys (61% against 44%).",
        "Boys were less likely to sing than girls, 44% against 61%.",
        "Girls were less likely to sing than boys, 61% against 44%.",
    ),
    (
        "The new oven needs 18 percent less gas than the old one.",
        "The old oven needed more gas: the new one takes 18 percent less.",
        "The new oven needs 18 percent more gas than the old one.",
    ),
    # rates by "every"
    (
        "The pump moves 400 litres an hour. On a normal day it runs for 6 hours and moves 2,400 litres.",
        "The pump moves 400 litres every hour.",
        "The pump moves 600 litres every hour.",
    ),
    # the side of the next figure
    (
        "The punt is 2 m wide and 9 m long.",
        "The punt has a width of 2 m and a length of 9 m.",
        "The punt is 9 m wide.",
    ),
    # a majority of others, and one that the source gives in percent
]


@pytest.mark.parametrize(("source", "right", "wrong"), CASES)
def test_what_follows_is_no_finding_and_what_does_not_is_one(source, right, wrong):
    assert not problems(right, source)
    assert problems(wrong, source)
