"""Planted errors of one construction each, beside what a faithful answer says in other words."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

WALKERS = (
    "A stroll each day may spare the old a fall, according to a trial among 2,415 adults in Wales. "
    "Of them, 1,208 were asked to walk at least 20 minutes a day; the rest were sent leaflets. "
    "After a year 17 of the walkers and 29 of the others had broken a wrist. The walkers lost 1.4 kilograms. "
    "Owners of cats were only half as likely to give up as people without one. Women in the first group slept "
    "18 minutes longer, while men slept as before."
)
BAKERY = (
    "Orrin Mills lifted its revenue to 3.7 billion euros last year; analysts had hoped for 3.5 billion euros. "
    "Its profit slipped to 184 million euros from 207 million. Finance chief Dara Quill said the group expected "
    "the margin to widen to 8.5 percent, from 7.9 percent. Greta Vance, who runs it, said nothing. "
    "The basic plan of its canteens costs 45 euros a month. The deposit is 360 euros."
)

FOUND = {
    "a rate in one word": (WALKERS, "1,208 of them should walk 20 minutes weekly.", "ground/rate"),
    "figures of the one and of the others": (
        WALKERS,
        "Wrists were broken by 29 of the walkers and 17 of the others.",
        "ground/rival",
    ),
    "the contrary of a verb with a figure": (WALKERS, "The walkers gained 1.4 kilograms.", "ground/opposite"),
    "the contrary of who it was": (
        WALKERS,
        "Men in the first group slept 18 minutes longer, while women slept as before.",
        "ground/opposite",
    ),
    "twice for half": (WALKERS, "Owners of cats were twice as likely to give up.", "ground/figure"),
    "ends of a change": (
        BAKERY,
        "Its profit slipped from 184 million euros to 207 million.",
        "ground/direction",
    ),
    "a comparison that cannot be": (
        BAKERY,
        "Revenue came to 3.7 billion euros, less than the 3.5 billion that analysts had hoped for.",
        "ground/comparison",
    ),
    "figures of two sentences": (
        BAKERY,
        "The basic plan costs 360 euros a month, with a deposit of 45 euros.",
        "ground/rival",
    ),
    "another speaker of few words": (
        BAKERY,
        "According to Greta Vance, the margin will widen from 7.9 to 8.5 percent.",
        "ground/speaker",
    ),
    "a bound of what no sum is": (
        "Net debt will fall below 25 billion euros. It was cut by 3 billion euros in May.",
        "Net debt will fall below 28 billion euros.",
        "ground/figure",
    ),
    "a bound above the figure": (BAKERY, "The margin will be at least 9 percent.", "ground/figure"),
}

FAITHFUL = {
    "a rate in one word": (WALKERS, "1,208 of them should walk 20 minutes daily."),
    "figures of the one and of the others": (
        WALKERS,
        "Wrists were broken by 29 of the others and 17 of the walkers.",
    ),
    "twice from the other side": (
        WALKERS,
        "People without a cat were twice as likely to give up as owners of cats.",
    ),
    "what a study is of": (WALKERS, "The trial was among 2,415 adults."),
    "ends of a change": (BAKERY, "Its profit slipped from 207 million euros to 184 million."),
    "a comparison": (
        BAKERY,
        "Revenue came to 3.7 billion euros, more than the 3.5 billion that analysts had hoped for.",
    ),
    "figures of two sentences": (
        BAKERY,
        "The basic plan costs 45 euros a month, with a deposit of 360 euros.",
    ),
    "the speaker": (BAKERY, "According to Dara Quill, the margin will widen from 7.9 to 8.5 percent."),
    "who sells and who buys": (
        "Nordvik sold the old mill to Larkspur for 12 million euros.",
        "Larkspur bought the old mill from Nordvik for 12 million euros.",
    ),
}


def problems(source, answer):
    return [finding for finding in claimcheck.ground(answer, source).findings if finding.level != "none"]


@pytest.mark.parametrize("name", FOUND)
def test_a_planted_error_is_found(name):
    source, answer, rule = FOUND[name]
    assert rule in [finding.rule for finding in problems(source, answer)]


@pytest.mark.parametrize("name", FAITHFUL)
def test_what_is_said_in_other_words_is_no_error(name):
    assert problems(*FAITHFUL[name]) == []


def test_a_wrong_period_is_shown_with_its_figure():
    (finding,) = problems("The load was 71% for the quarter.", "The load was 71% in the half-year.")
    assert (finding.rule, finding.place.text) == ("ground/rate", "71% in the half-year")
