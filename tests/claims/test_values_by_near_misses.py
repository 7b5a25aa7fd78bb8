"""Values that nearly read otherwise: alternatives, sides, asides before a number, names of sorts."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # neighbours leave open which it is, others are two
        ("The strike went on for 6 or 7 weeks.", [(6, 7, "week")]),
        ("The goalkeeper is 18 or 19 years old.", [(18, 19, "year")]),
        ("A sailor aged 41 or 42 drowned.", [(41, 42, "year")]),
        ("The pump is sold with 20 or 30 litres.", [(20, "liter"), (30, "liter")]),
        ("The walk takes 2 or 2.5 hours.", [(2, "hour"), (2.5, "hour")]),
        # sides, but not how often a distance is run
        ("The yard is 60 x 40 m.", [(60, "meter"), (40, "meter")]),
        ("The rowers swam 6 x 200 m.", []),
    ],
)
def test_neighbours_and_sides(text, expected, values):
    assert values(text, "measurement") == expected


def test_neighbours_in_percent(values):
    assert values("The levy is 3 or 4 percent.", "percentage") == [(3, 4, "percent")]
    assert values("Seats cost £3 or £4.", "money") == [(3, "GBP"), (4, "GBP")]


def test_the_other_of_two_numbered_parts_counts_nothing(values):
    assert values("Chapter 4 or 5 of the manual applies.", "count") == []


def test_all_sides_are_of_the_same_thing():
    claims = [
        claim for claim in extract("A 3 x 3 m shelter stood there.").claims if claim.kind == "measurement"
    ]
    assert [claim.subject.text for claim in claims] == ["shelter", "shelter"]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("More than (they say) 600 sheep drowned.", ">"),
        ("At least – we believe – 600 sheep drowned.", ">="),
        ("The tank holds up to [sic] 90 litres.", "<="),
        ("Almost (but not quite) 600 sheep drowned.", "~"),
        ("It was about (as they say) 600 sheep.", "="),
        ("The mill (it is said) lost 600 sheep.", "="),
    ],
)
def test_a_bound_across_an_aside(text, comparator):
    assert [claim.comparator for claim in extract(text).claims if claim.kind in ("count", "measurement")] == [
        comparator
    ]


@pytest.mark.parametrize(
    "text", ["Rents fell by (a mean of) 9% in Oslo.", "At most (roughly) 30% of voters came."]
)
def test_a_sentence_with_a_bracket_is_no_row(text):
    assert not any(claim.found_by.startswith("table/") for claim in extract(text).claims)


def test_a_share_with_both_ends(values):
    assert values("The fix cut noise by 25% from 80 ms to 60 ms.", "change") == [
        ("decrease", 25, 80, 60, "percent")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A cheapest-route planner was built.", []),
        ("She is the fourth person to sail it.", [(4,)]),
        ("The tale is told in the third person.", []),
    ],
)
def test_names_of_sorts(text, expected, values):
    assert values(text, "ranking") == expected


def test_none_of_another_thing_denies_no_count():
    text = "In the first half they made six saves and in the second none."
    assert [claim.polarity for claim in extract(text).claims if claim.kind == "count"] == ["positive"]


def test_a_second_scale_in_a_bracket_makes_nothing():
    assert not [
        claim for claim in extract("It was 20-25 °C (68-77 °F) there.").claims if claim.kind == "organization"
    ]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # a variable and what is added to it
        ("The sort makes 2*k + 5 swaps.", "count", []),
        ("The flat has 3 rooms + 2 cellars.", "count", [(3, "rooms"), (2, "cellars")]),
        # the most that one could get
        ("The app has 4.6/5 stars.", "count", []),
        ("The app got 4.6 out of 5 stars.", "count", []),
        # minutes of a match, and feet
        ("Goals: Berg 14', Holm 61'.", "measurement", []),
        ("The fence is 14' high.", "measurement", [(14, "foot")]),
        # an extent without its unit
        ("The barge is 90 feet long and 20 wide.", "measurement", [(90, "foot")]),
        ("The barge is 90 feet long and 20 wide.", "count", []),
        ("The town has 20 wide streets.", "count", [(20, "wide streets")]),
        # said twice
        ("About half – 47% – of the 250 members left.", "percentage", [(47, "percent")]),
        ("Her bread is second to none.", "ranking", []),
        ("First Trust closed two branches.", "ranking", []),
        ("First place went to Oslo.", "ranking", [(1,)]),
        ("For the first 4 km she led.", "ranking", []),
        ("They won the first 4 games.", "ranking", [(4,)]),
        # a year that opens a sentence, and what is given away
        ("In 618 silk was banned.", "count", []),
        ("In 618 villages silk was banned.", "count", [(618, "villages")]),
        ("Buy 3 and get 1 free.", "count", []),
        # which of two it is stays open
        ("The moth is 3 or 4 times larger.", "comparison", []),
        ("A ticket costs 3 or 4 euros.", "money", [(3, 4, "EUR")]),
    ],
)
def test_more_near_misses(text, kind, expected, values):
    assert values(text, kind) == expected


def test_a_list_of_names_with_their_amounts():
    claims = extract("Oslo 14 °C, Bergen 11 °C, Hamar 8 °C.").claims
    names = [claim.subject.text for claim in claims if claim.kind == "measurement" and claim.subject]
    assert names == ["Oslo", "Bergen", "Hamar"]
