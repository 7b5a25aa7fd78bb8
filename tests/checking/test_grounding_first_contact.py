"""Answers in other words than their source, and the same with one thing wrong: each way of saying it stands once."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

TABLE = (
    "Ferry passengers in the Velm region, thousands a year.\n\n| Line | 2021 | 2022 | 2023 |\n|---|---|---|---|\n"
    "| Coast | 312 | 355 | 430 |\n| Island | 130 | 121 | 98 |\n| Total | 442 | 476 | 528 |\n\n"
    "The Island line opened in 2014."
)
MEALS = (
    "Sales of frozen pies, the largest unit, grew 12% to $178 million, while crisps slipped 4% to $67 million. "
    "The chairman confirmed the forecast of sales of $900 million."
)
GARDEN = "The garden will cost 540,000 pounds, of which 210,000 pounds comes from the county and the rest from reserves."
LIFE = "Ines Holt (3 May 1912 - 12 November 1988) was a botanist. She led the herbarium. She died in Orsk."
CLUB = (
    "Velm Rovers came from behind to beat Orsk Athletic 3-2. The crowd of 13,208 was the largest at the ground "
    "since 2003. Ferries were cancelled until Friday, but the ground stayed open."
)
SAW = "At 74 decibels it is quieter than the rival Sorrel Y, which we measured at 83."
TRIAL = (
    "Headache was reported by 14 nurses given light and 6 given none. The effect had vanished weeks later."
)

SAUCE = (
    "On our visit the soup was excellent and the lamb overcooked. The battery cannot be replaced; the filter can be "
    "washed. The chef turned down an offer from Orsk. Version 3 adds support for maps and drops support for radio."
)
TAXES = "The sales tax stays at 6%; the cigarette tax goes up from $2 to $2.50. The senate backed it by 21 votes to 18."
BOARD = "A jury acquitted Wade Holm of fraud but convicted him on two counts of tax evasion. Users keep 100 notes free."
QUARTERS = (
    "Results, in millions of euros.\n\n| | Q1 2023 | Q1 2024 |\n|---|---|---|\n| Revenue | 712 | 768 |\n"
    "| Net debt | 310 | 285 |\n"
)

MEDALS = (
    "Medals of the games.\n\n| Country | Gold | Silver | Total |\n|---|---|---|---|\n| Norway | 14 | 9 | 23 |\n"
    "| Iceland | 2 | 5 | 7 |\n"
)
POLL = (
    "The airline carries 31 million passengers a year. Some 27,000 travellers were affected by the fault. House "
    "prices rose 2.1% in May, the slowest pace since 2013. The Union fell to 29.5% and 55 seats from 72. Tate was "
    "held with two Romanian women. He and his three partners deny it."
)

FAITHFUL = {
    "another noun for those who are counted": (POLL, "Roughly 27,000 passengers were affected by the fault."),
    "not so slowly since": (POLL, "House prices had not risen so slowly since 2013."),
    "seats lost": (POLL, "The Union lost 17 seats."),
    "two columns of a row": (MEDALS, "Iceland won seven medals, two of them gold."),
    "two taxes": (TAXES, "The cigarette tax rises by 50 cents, while the sales tax does not change."),
    "a majority": (TAXES, "The senate backed it with a majority of three votes."),
    "what there is without": (BOARD, "Without paying, users keep 100 notes."),
    "acquitted and convicted": (BOARD, "Wade Holm was cleared of fraud and convicted of tax evasion."),
    "a refusal in one word": (SAUCE, "The chef rejected an offer from Orsk."),
    "a quarter in words": (QUARTERS, "Revenue was 768 million euros in the first quarter of 2024."),
    "a gap within a row": (QUARTERS, "Net debt decreased by 25 million euros."),
    "a cell in thousands": (TABLE, "The Coast line carried 430,000 passengers in 2023."),
    "two cells of a row": (TABLE, "The Island line fell from 130,000 passengers in 2021 to 98,000 in 2023."),
    "a total": (TABLE, "In all, 528,000 passengers were carried in 2023."),
    "an amount that points back": (GARDEN, "It costs 540,000 pounds; the county is paying 210,000 of that."),
    "pounds without a sign": (GARDEN, "Reserves will cover the remaining 330,000 pounds."),
    "an age from life dates": (LIFE, "She died at the age of 76."),
    "no larger since": (CLUB, "The ground had not seen a larger crowd since 2003."),
    "a gap by a comparative": (SAW, "The Sorrel Y is 9 decibels louder."),
    "the right subject": (MEALS, "Crisps fell 4% to $67 million."),
    "a share by difference": (MEALS, "Pies sold for $111 million more than crisps."),
}
WRONG = {
    "the total of a row": (MEDALS, "Norway won 23 gold medals.", "23 gold medals"),
    "others of the same nation": (POLL, "Tate was held with three Romanian men.", "three Romanian men"),
    "a predicate of another thing": (
        SAUCE,
        "The lamb was excellent and the soup overcooked.",
        "lamb was excellent",
    ),
    "a denial of another thing": (SAUCE, "The battery can be replaced.", "battery can be replaced"),
    "a verb with its particle": (SAUCE, "The chef accepted an offer from Orsk.", "accepted"),
    "the contrary with its object": (SAUCE, "Version 3 adds support for radio.", "adds"),
    "the contrary of an accusation": (BOARD, "Wade Holm was convicted of fraud.", "convicted"),
    "another quarter": (
        QUARTERS,
        "Revenue was 712 million euros in the first quarter of 2024.",
        "712 million euros",
    ),
    "another row": (TABLE, "The Island line carried 355,000 passengers in 2022.", "355,000 passengers"),
    "another subject": (MEALS, "Crisps grew 12% to $178 million.", "12%"),
    "what was kept": (MEALS, "The chairman cut the forecast of sales of $900 million.", "cut"),
    "who beat whom": (CLUB, "Orsk beat Velm 3-2.", "Orsk"),
    "open and closed": (CLUB, "The ground was closed until Friday.", "closed"),
    "a sum by chance": (TRIAL, "Headache was reported by 20 nurses given light.", "20 nurses"),
    "what went away": (TRIAL, "The effect persisted weeks later.", "persisted"),
}


def problems(source, answer):
    return [f for f in claimcheck.ground(answer, source).findings if f.level != "none"]


@pytest.mark.parametrize("name", FAITHFUL)
def test_what_is_said_in_other_words_holds(name):
    assert problems(*FAITHFUL[name]) == []


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_found_in_its_place(name):
    source, answer, place = WRONG[name]
    assert any(place in f.place.text or f.place.text in place for f in problems(source, answer))
