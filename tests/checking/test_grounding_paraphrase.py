"""Answers in words of their own: what is no contradiction, each beside what is one."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def problems(answer, source):
    return [f for f in claimcheck.ground(answer, source).findings if f.level != "none"]


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # a contrary of another subject
        (
            "Revenue climbed 7 percent to £126 million in three months. Net debt fell to £90 million.",
            "Net debt dropped to £90 million.",
            "Revenue dropped to £126 million.",
        ),
        (
            (
                "Ashcombe town councillors voted to replace the bridge. Councillor Ray Dominguez, who opposed the "
                "project, argued that the money should go to roads."
            ),
            "Councillors backed the project to replace the bridge.",
            "Councillor Ray Dominguez, who backed the project, argued that the money should go to roads.",
        ),
        # ages, and "last" before a period, have no contrary
        (
            "One of the substitutes, 19-year-old Callum Reid, scored twice for the club.",
            "Teenage substitute Callum Reid scored twice for the club.",
            "Callum Reid, 29, scored twice for the club.",
        ),
        (
            "For the first time, Q1 earnings per share reached $5. There was a loss in the period a year before.",
            "The company earned $5 per share, compared to a loss last year.",
            "The company earned $6 per share, compared to a loss last year.",
        ),
        # "only" before an amount is an opinion
        (
            "The state will provide $2.1 million and the town the remaining $800,000.",
            "The town itself pays only $800,000.",
            "Only the town will provide the remaining $800,000.",
        ),
        # the same person under two names
        (
            "Callum Reid joined from Stirling. He has now scored nine goals in 13 appearances.",
            "Man of the match Reid has nine goals.",
            "Man of the match Reid has eight goals.",
        ),
        # what can be is not said flatly
        (
            "Some corals may reach 4,000 years, but they are colonies.",
            "Corals can live for up to 4,000 years.",
            "Corals reach 4,000 years.",
        ),
        # abbreviations and symbols of units
        (
            "It was trained on 256 graphics processors and needs 1.9 gigabytes of memory.",
            "It was trained on 256 GPUs and needs 1.9 GB of memory.",
            "It was trained on 256 TPUs and needs 1.9 GB of memory.",
        ),
        # what was named before
        (
            "Inverness lost to Falkirk. They meet again on 9 August.",
            "The two clubs meet again in August.",
            "The two clubs meet again in March.",
        ),
        (
            "One storm passed on Sunday. Another, weaker storm is forecast for Thursday.",
            "A second storm is forecast for Thursday.",
            "A second storm is forecast for Monday.",
        ),
    ],
)
def test_a_paraphrase_is_no_finding_and_an_error_is_one(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # what falls short is denied
        (
            "The Alliance won the most seats in the parliament of Valmark but fell short of a majority.",
            "No party has a majority in the parliament of Valmark.",
            "No party won seats in the parliament of Norvik.",
        ),
        # ranks of two things
        (
            "The Alliance won the vote with 45 seats. The Civic Union came second in the vote with 39 seats.",
            "The Alliance came first in the vote with 45 seats.",
            "The Civic Union came first in the vote with 39 seats.",
        ),
        # an ordinary word with the capital of a sentence, a fall with a sign, halves, spans of years, doubling
        (
            "The change cost the district $310,000 a year.",
            "- Annual cost: $310,000",
            "- Annual cost: $410,000",
        ),
        ("Shares of Tessaly fell 4.6 percent.", "- Tessaly -4.6%", "- Tessaly -6.4%"),
        (
            "Pupils slept 34 minutes more on school nights.",
            "Pupils slept half an hour more on school nights.",
            "Pupils slept two hours more on school nights.",
        ),
        (
            "The cable, due in 2023, is now expected to be finished in 2028.",
            "The cable will be finished five years late.",
            "The cable will be finished eight years late.",
        ),
        (
            "Demand from data centres could double by 2030.",
            "Data centres might need twice as much by 2030.",
            "Data centres might need four times as much by 2030.",
        ),
        # sums and gaps of figures that stand apart
        (
            "The study followed 2,140 pupils at three schools and 1,960 at four others. Many things played a part.",
            "Around 4,100 pupils took part in total.",
            "Around 5,100 pupils took part in total.",
        ),
        (
            "The share of pupils with failing marks in mathematics declined from 21 to 15 percent.",
            "The share failing mathematics went down by six percentage points.",
            "The share failing mathematics went down by nine percentage points.",
        ),
    ],
)
def test_what_fails_ranks_and_is_worked_out(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # a span in a word, an ordinal behind its noun, an end of a range in another unit
        (
            "The archive took a decade to build.",
            "The archive took ten years to build.",
            "The archive took twelve years to build.",
        ),
        (
            "The divers worked at depths of 40 to 2,900 metres.",
            "The divers worked as deep as 2.9 kilometres.",
            "The divers worked as deep as 3.9 kilometres.",
        ),
        # so much of each, in other words
        (
            "One square metre of the meadow held 1.4 kilograms of seed.",
            "The meadow held 1.4 kg of seed per square metre.",
            "The meadow held 2.4 kg of seed per square metre.",
        ),
        # a part and its whole, and what is left
        (
            "With nine of 24 races left, Ann Ray leads.",
            "Nine races remain, and Ann Ray leads.",
            "Eleven races remain, and Ann Ray leads.",
        ),
        # an age in apposition, which stands for its owner
        (
            "Ann Ray, 22, won the race. Her rival Jane Lee, a 29-year-old from Bergen, came second.",
            "Ann Ray won the race. The 22-year-old was ahead of Jane Lee.",
            "Ann Ray won the race. The 24-year-old was ahead of Jane Lee.",
        ),
        # versions that the bound of the source leaves out; the bare number of one
        (
            "Wren 4 needs Python 3.10 or later. A query took half as long as in version 3.7.",
            "Users of Python 3.9 or older must upgrade. A query took longer in 3.7.",
            "Users of Python 3.11 must upgrade.",
        ),
        # the country of a city
        (
            "The vaccine is made by Larkspur of Pune.",
            "The vaccine is made by the Indian firm Larkspur.",
            "The vaccine is made by the Japanese firm Larkspur.",
        ),
        # where a report is sent from buys nothing
        (
            "OSLO, March 4 (Agency) - Norwegian snack maker Larkspur has agreed to buy its rival Nordvik.",
            "Larkspur is buying its rival Nordvik.",
            "Nordvik is buying its rival Larkspur for 4 euros.",
        ),
    ],
)
def test_other_words_for_the_same_figure_or_name(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong", "rule"),
    [
        (
            "Rival Bergquist, which had also bid for Nordvik in May, gave up. Halden advised nobody.",
            "Bergquist had also bid for Nordvik in May.",
            "Halden had also bid for Nordvik in May.",
            "ground/subject",
        ),
        (
            "The work was led by Ann Ray of the institute. Tom Lee, who was not involved, praised it.",
            "The work was led by Ann Ray of the institute.",
            "The work was led by Tom Lee of the institute.",
            "ground/exchanged",
        ),
        (
            "The company may close one of its Belgian plants.",
            "The company might close one of its Belgian plants.",
            "The company will close one of its Belgian plants.",
            "ground/modality",
        ),
        (
            "The company plans to sell the old Belgian plant.",
            "The company will sell the old Belgian plant.",
            "The company sold the old Belgian plant.",
            "ground/modality",
        ),
    ],
)
def test_exchanged_names_and_possibilities_told_as_facts(source, right, wrong, rule):
    assert problems(right, source) == []
    assert rule in {finding.rule for finding in problems(wrong, source)}


def test_who_asks_in_a_talk_doubts_nothing():
    source = "Ann: Could you take care of the food for the party? Tom: I will."
    assert problems("Tom will take care of the food for the party.", source) == []


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (  # what is only set against another figure is not denied
            "The beans hold 1.1 percent of caffeine, less than common beans, which hold 1.3 percent.",
            "The beans hold 1.1 percent of caffeine rather than 1.3 percent.",
            "The common beans do not hold 1.3 percent of caffeine.",
        ),
        (  # an open question denies nothing
            "The plant has not been tested above 2,200 metres.",
            "It is still unknown how the plant does above 2,200 metres.",
            "The plant has been tested above 2,200 metres.",
        ),
    ],
)
def test_a_contrast_and_an_open_question_deny_nothing(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (  # a figure moved to another firm
            "Quillbase counts 2.1 million readers in Spain. Vexa was founded in Graz.",
            "Quillbase counts 2.1 million readers in Spain.",
            "Vexa counts 2.1 million readers in Spain.",
        ),
        (  # the source says it of both
            "Quillbase has 300 cars in Spain. Zentriva is old. Vexa was founded in Graz. It has 300 cars.",
            "Vexa has 300 cars in Spain.",
            "Zentriva has 300 cars in Spain.",
        ),
        (  # letters stand for a name
            "The Inter-American Development Bank owns 12 boats. The Vexa Group owns none.",
            "The IDB owns 12 boats.",
            "Vexa owns 12 boats.",
        ),
    ],
)
def test_a_figure_of_another_firm_differs(source, right, wrong):
    assert [finding for finding in problems(right, source) if finding.verdict == "differs"] == []
    assert "ground/subject" in {finding.rule for finding in problems(wrong, source)}


def test_a_description_stands_for_a_person():
    source = "The Social Democrats met. Anna Vogt owned 52 boats, and Ulrike Pohl owned 38 boats."
    assert problems("The Social Democrat owned 52 boats.", source) == []
    assert problems("Ulrike Pohl owned 52 boats.", source)


@pytest.mark.parametrize(
    ("source", "right", "wrong", "rule"),
    [
        (  # the doer is a list, whatever a parser makes of it
            "Jane Reed and her old successor Ann Lee sued the mill over the river bridge. Tom Ray did not.",
            "Ann Lee sued the mill over the river bridge.",
            "Tom Ray sued the mill over the river bridge.",
            "ground/exchanged",
        ),
        (  # a pronoun is no other name
            "Acme took 52 % and Norvale took 38 % of the votes. Vexa was founded in Graz.",
            "They took 38 % of the votes.",
            "Vexa took 38 % of the votes.",
            "ground/subject",
        ),
    ],
)
def test_who_may_be_meant_is_no_other_name(source, right, wrong, rule):
    assert [finding for finding in problems(right, source) if finding.verdict == "differs"] == []
    assert rule in {finding.rule for finding in problems(wrong, source)}


def differing(answer, source):
    return [finding.rule for finding in problems(answer, source) if finding.verdict == "differs"]


def test_by_how_much_a_thing_costs_more_is_not_what_it_costs():
    source = (
        "She said that prices had fallen to about 290,000 dollars a bus. Diesel buses cost 180,000 dollars."
    )
    assert differing("A bus now costs over $100,000 more than a diesel one.", source) == []
    assert differing("She said that prices had fallen to about $240,000 a bus.", source)


def test_the_sides_of_a_result_keep_their_order():
    source = "In the last vote, in 2020, Pohl won 52.3 percent and Vogt 38.1 percent."
    assert differing("Pohl beat Vogt by 52.3% to 38.1%.", source) == []
    assert differing("The mayor beat Vogt by 52.3% to 38.1%.", source) == []
    assert differing("In the last vote Vogt won 52.3% of it.", source)
