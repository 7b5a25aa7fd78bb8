"""Cues that close what they report, by the order of the words: ", Ann Lee told the court", ", said Ann Lee"."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2017, the brewery took on 40 coopers, Lund told the Halvor Post on Monday.",
         [("Lund", "told", "In 2017, the brewery took on 40 coopers")]),
        ("During the drought, yields fell from 80 to 30 sacks, the union said in a letter on Friday.",
         [("the union", "said", "During the drought, yields fell from 80 to 30 sacks")]),
        ("By 1960 the valley held 12 dairies, said Lund.",
         [("Lund", "said", "By 1960 the valley held 12 dairies")]),
        ("Her uncle lost 30 sheep that winter, said Lund, who kept the records.",
         [("Lund", "said", "Her uncle lost 30 sheep that winter")]),
        ("It was the first time since 1982 that both wells ran dry together, a survey has found.",
         [("a survey", "found", "It was the first time since 1982 that both wells ran dry together")]),
        ("The quay took 300 barges, said Holt, but the lock held 40 of them, Lund said.",
         [("Holt", "said", "The quay took 300 barges"), ("Lund", "said", "the lock held 40 of them")]),
        ("The flood could hurt the vines for years, Lund and Roe warned.",
         [("Lund and Roe", "warned", "The flood could hurt the vines for years")]),
        ("The plan was “far too costly” and would be dropped, the council said.",
         [("the council", "said", "The plan was “far too costly” and would be dropped")]),
        ("Rents rose 4%, the agency said, while wages fell 2%, the union told members.",
         [("the agency", "said", "Rents rose 4%"), ("the union", "told", "wages fell 2%")]),
    ],
)  # fmt: skip
def test_all_before_the_cue_is_reported(text, expected, quotes):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "When the fair closed, Lund added salt.",
        "In the town where Holt once lived, Lund told stories.",
        "The baker, who had kept 30 hens, told nobody.",
        "Holt, Reyes and Lund said no.",
        "Rents rose 4%, wages found a floor.",
        "The firm sold 40 vans, which Lund found.",
        "Having sold 30 vans, Lund reported a profit.",
    ],
)
def test_no_cue_that_closes(text, quotes):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund said that 40 barns burned, but Holt said it was 30.",
         [("Lund", "said", "40 barns burned"), ("Holt", "said", "it was 30")]),
        ("Rents rose 4%, Lund said. Wages fell 2%.", [("Lund", "said", "Rents rose 4%")]),
        ("The quay, Lund told the Post, took 300 barges.",
         [("Lund", "told", "The quay, Lund told the Post, took 300 barges")]),
    ],
)  # fmt: skip
def test_other_cues_stay_as_they_are(text, expected, quotes):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Regional lenders, said Lund, are required to show 40 prints.", ["Lund"]),
        ("The new ferries, says Lund, can carry 40 cars each.", ["Lund"]),
        ("The grocer, reported the Halvor Post, has 40 staff.", ["the Halvor Post"]),
        ("Rents rose 4%, according to the agency, but wages fell 2%, the union said.", ["the agency", "the union"]),
        # near misses
        ("The mayor, added in May, has 40 staff.", []),
        ("The grocer, which reported a loss, has 40 staff.", []),
        ("The list, added by Lund, has 40 names.", []),
    ],
)  # fmt: skip
def test_a_speaker_behind_a_verb_between_commas(text, speakers, quotes):
    assert [source for source, *_ in quotes(text)] == speakers
