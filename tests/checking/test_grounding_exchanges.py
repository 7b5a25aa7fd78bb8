"""Speakers, figures, dates and comparisons that have changed places; and paraphrases in which none has."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def rules(answer, source):
    return {f.rule for f in claimcheck.ground(answer, source).findings if f.level != "none"}


INTERVIEWS = (
    'Mayor Ruth Calder opened the mill. "We have waited nine years for this wheel," said Ruth Calder. '
    "Engineer Tom Holt said that the new wheel turns twice as fast as the old one. "
    "Historian Vera Lind believes that the flood of 1908 destroyed the first wheel of the mill. "
    '"It is too loud," said a neighbour.'
)


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        (
            "ground/speaker",
            '"We have waited nine years for this wheel," said Calder.',
            '"We have waited nine years for this wheel," said Tom Holt.',
        ),
        (
            "ground/speaker",
            "According to Tom Holt, the new wheel turns twice as fast as the old one.",
            "According to Vera Lind, the new wheel turns twice as fast as the old one.",
        ),
    ],
)
def test_words_in_another_mouth(rule, right, wrong):
    assert rule not in rules(right, INTERVIEWS)
    assert rule in rules(wrong, INTERVIEWS)


@pytest.mark.parametrize(
    ("rule", "source", "right", "wrong"),
    [
        (
            "ground/rival",
            "Revenue rose to £64 million at Holm Mills, while pre-tax profit climbed to £9 million.",
            "Holm Mills had a pre-tax profit of £9 million on revenue of £64 million.",
            "Holm Mills had a pre-tax profit of £64 million on revenue of £9 million.",
        ),
        (
            "ground/rival",
            "At least 61 people have died and 23 are missing after the landslide.",
            "After the landslide 23 people are missing and at least 61 have died.",
            "After the landslide 61 people are missing and 23 have died.",
        ),
        (
            "ground/date",
            "His diary, found in a barn in 1994, was printed in Leeds in 1998.",
            "His diary was found in 1994 and printed in 1998.",
            "His diary was found in 1998 and printed in 1994.",
        ),
        (
            "ground/date",
            "The dam was built between 1861 and 1866 by prisoners.",
            "The dam was built from 1861 to 1866.",
            "The dam was built between 1866 and 1871.",
        ),
        (
            "ground/date",
            "Profit rose 17% in the second quarter of 2020 compared with the second quarter of 2019.",
            "Profit rose 17% in the second quarter of 2020.",
            "Profit rose 17% in the second quarter of 2019.",
        ),
        (
            "ground/comparison",
            "The repairs would cost more than the town earns from its parks.",
            "Repairs would cost more than the town earns from parks.",
            "Repairs would cost less than the town earns from parks.",
        ),
        (
            "ground/comparison",
            "Holm Mills has 64 workers, twice as many as its rival in Leeds.",
            "Holm Mills has twice as many workers as its rival in Leeds.",
            "Holm Mills has half as many workers as its rival in Leeds.",
        ),
        (
            "ground/comparison",
            "Girls swim more often than boys, the school says.",
            "Girls swim more often than boys.",
            "Boys swim more often than girls.",
        ),
        (
            "ground/figure",
            "The foundation gave 650,000 euros, the ministry 400,000 euros. The ship would cost 1.8 million euros.",
            "In total they gave 1.05 million euros.",
            "In total they gave 1.15 million euros.",
        ),
        (
            "ground/rival",
            "Nordair made a profit of 412 million kroner after a loss of 95 million kroner.",
            "A loss of 95 million kroner turned into a profit of 412 million kroner.",
            "Nordair made a loss of 412 million kroner after a profit of 95 million kroner.",
        ),
        (
            "ground/negation",
            "A drug that many take for blood pressure does not slow the progress of dementia. The trial had 90 patients.",
            "The drug does not slow the progress of dementia, the trial shows.",
            "The drug slows the progress of dementia, the trial shows.",
        ),
    ],
)
def test_what_has_changed_places_differs(rule, source, right, wrong):
    assert rules(right, source) == set()
    assert rule in rules(wrong, source)


@pytest.mark.parametrize(
    ("source", "answer", "wrong"),
    [
        # gaps, in other units too
        ("The river rose to 9.4 metres. The old record was 8.7 metres.",
         "The river rose to 9.4 metres, 70 centimetres above the old record.",
         "The river rose to 9.4 metres, 90 centimetres above the old record."),
        # a share of an amount
        ("More than 200,000 homes were without power. By evening about half of the 200,000 had it back.",
         "By evening about 100,000 homes had power back.", "By evening about 160,000 homes had power back."),
        # years that follow
        ("Elin Dahl took over in 1903 and kept the light for 28 years.",
         "Elin Dahl kept the light from 1903 to 1931.", "Elin Dahl kept the light from 1903 to 1934."),
        # counts of names, and what is counted off
        ("The drug was tried in the Netherlands, Belgium and Denmark.",
         "The drug was tried in three countries.", "The drug was tried in five countries."),
        # seasons, and dates that are less exact
        ("The fraud was found in August 2021 by an auditor.", "The fraud was found in the summer of 2021.",
         "The fraud was found in the winter of 2021."),
        # fractions before a comparative
        ("People on the drug were 20% less likely to fall ill.", "People on the drug were a fifth less likely to fall ill.",
         "People on the drug were a third less likely to fall ill."),
        # every second one is half of them, and so long is since then
        ("Every second pupil said it was easy to buy beer.", "Half of the pupils said it was easy to buy beer.",
         "A third of the pupils said it was easy to buy beer."),
        ("It is the lowest share since surveys began in 1982. The ban starts in July 2026.",
         "It is the lowest share in more than forty years.", "It is the lowest share in more than fifty years."),
        # of what size a number is
        ("The police counted 340 people at the march.", "Several hundred people were at the march.",
         "Several thousand people were at the march."),
    ],
)  # fmt: skip
def test_what_is_worked_out_follows(source, answer, wrong):
    assert rules(answer, source) == set()
    assert rules(wrong, source) != set()


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("Sales were 7 million euros in the second quarter of 2020, up from 5 million in the second quarter of 2019.",
         "Sales were 5 million euros in the second quarter of 2019."),
        ("Sales climbed 12% in the first quarter of 2021 compared with the first quarter of 2020, when they fell.",
         "Sales had been weak in the first quarter of 2020."),
        ("The tower is 40 metres taller than the church.", "The church is 40 metres shorter than the tower."),
        ("The Greens won 45 seats, 17 more than Unity, which took 28.",
         "Unity won 28 seats, 17 fewer than the Greens."),
        ("They last lost in November, at Easton.", "They have not been beaten since November."),
        ("It is the largest takeover since 2020.", "No bigger takeover has been seen since 2020."),
        ("If regulators forbid the sale, the buyer must pay $450 million.",
         "Should regulators refuse, the buyer has to pay $450 million."),
        ("Ann Lee, who succeeds Finance Minister Jane Reed, takes office on Monday.",
         "Finance Minister Ann Lee takes office on Monday."),
        ("The runtime is written in Rust, with some parts in C++.", "The runtime has some parts in C++."),
        ("He fought in the Second World War.", "He fought in World War II."),
        ("The Liberal Party won the election.", "The Liberals won the election."),
        ("Firms must pay for a licence; the weights can be had free of charge.",
         "Firms must pay for a licence, while everybody else gets the weights free of charge."),
        ("The party failed to clear the hurdle of 5 percent.", "The party got under five percent."),
    ],
)  # fmt: skip
def test_a_free_paraphrase_is_no_finding(source, answer):
    assert rules(answer, source) == set()


def test_a_whole_that_is_parted_is_not_denied():
    source = "The ministry will spend 5.5 million euros on a campaign."
    parted = "Of the 5.5 million euros, 3.5 million will not go to schools."
    denied = "The ministry will not spend 5.5 million euros on a campaign."
    assert "ground/polarity" not in rules(parted, source)
    assert "ground/polarity" in rules(denied, source)
